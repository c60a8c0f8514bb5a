//! HPKE (RFC 9180): DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, ChaCha20-Poly1305, in PSK mode. Only who holds
//! the private key can open; only who holds the pre-shared secret can have sealed.

use std::convert::Infallible;

use hpke::{
    Deserializable, Kem, OpModeR, OpModeS, PskBundle, Serializable, aead::ChaCha20Poly1305,
    kdf::HkdfSha256, kem::X25519HkdfSha256, setup_receiver, setup_sender_with_rng,
};
use rand_core::{TryCryptoRng, TryRng};
use thiserror::Error;

/// Bytes of a key, of a pre-shared secret and of the randomness for one seal.
pub const KEY: usize = 32;
/// Bytes that sealing adds: the encapsulated key and the authentication tag.
pub const OVERHEAD: usize = KEY + TAG;
/// Bytes of the authentication tag.
const TAG: usize = 16;

/// Both halves of a key pair.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KeyPair {
    /// Opens. Never leaves the organiser's device.
    pub private: [u8; KEY],
    /// Seals. Travels in links.
    pub public: [u8; KEY],
}

/// What a seal is bound to: it opens only under exactly the same.
#[derive(Clone, Copy, Debug)]
pub struct Binding<'a> {
    /// What the seal is for.
    pub info: &'a [u8],
    /// The secret that sender and receiver share.
    pub secret: &'a [u8; KEY],
    /// The secret's name.
    pub secret_id: &'a [u8],
    /// What travels unsealed beside it.
    pub beside: &'a [u8],
}

/// It could not be sealed: the public key is not one that anybody can open (a low-order point).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("the public key cannot be sealed to")]
pub struct BadKey;

/// It does not open: not sealed to this key, with another secret, or changed since.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("the seal does not open")]
pub struct DoesNotOpen;

/// The key pair that `randomness` gives (RFC 9180, section 4.1, `DeriveKeyPair`).
#[must_use]
pub fn key_pair(randomness: &[u8; KEY]) -> KeyPair {
    let (private, public) = X25519HkdfSha256::derive_keypair(randomness);
    KeyPair {
        private: private.to_bytes().into(),
        public: public.to_bytes().into(),
    }
}

/// Seals `plain`: the encapsulated key, then the ciphertext with its tag.
///
/// # Errors
///
/// Returns [`BadKey`] for a public key of low order.
pub fn seal(
    public: &[u8; KEY],
    binding: Binding<'_>,
    plain: &[u8],
    randomness: [u8; KEY],
) -> Result<Vec<u8>, BadKey> {
    let public = Deserializable::from_bytes(public).map_err(|_| BadKey)?;
    let secret = PskBundle::new(binding.secret, binding.secret_id).map_err(|_| BadKey)?;
    let (key, mut context) =
        setup_sender_with_rng::<ChaCha20Poly1305, HkdfSha256, X25519HkdfSha256>(
            &OpModeS::Psk(secret),
            &public,
            binding.info,
            &mut Given(randomness),
        )
        .map_err(|_| BadKey)?;
    let mut sealed = key.to_bytes().to_vec();
    let ciphertext = context.seal(plain, binding.beside).map_err(|_| BadKey)?;
    sealed.extend(ciphertext);
    Ok(sealed)
}

/// Opens what [`seal`] made.
///
/// # Errors
///
/// Returns [`DoesNotOpen`] unless everything is as it was when it was sealed.
pub fn open(
    private: &[u8; KEY],
    binding: Binding<'_>,
    sealed: &[u8],
) -> Result<Vec<u8>, DoesNotOpen> {
    let (key, ciphertext) = sealed.split_at_checked(KEY).ok_or(DoesNotOpen)?;
    let private = Deserializable::from_bytes(private).map_err(|_| DoesNotOpen)?;
    let key = Deserializable::from_bytes(key).map_err(|_| DoesNotOpen)?;
    let secret = PskBundle::new(binding.secret, binding.secret_id).map_err(|_| DoesNotOpen)?;
    setup_receiver::<ChaCha20Poly1305, HkdfSha256, X25519HkdfSha256>(
        &OpModeR::Psk(secret),
        &private,
        &key,
        binding.info,
    )
    .and_then(|mut context| context.open(ciphertext, binding.beside))
    .map_err(|_| DoesNotOpen)
}

/// Randomness made by the browser, handed to HPKE, which draws exactly one key's worth for one seal.
struct Given([u8; KEY]);

impl TryRng for Given {
    type Error = Infallible;

    fn try_next_u32(&mut self) -> Result<u32, Infallible> {
        rand_core::utils::next_word_via_fill(self)
    }

    fn try_next_u64(&mut self) -> Result<u64, Infallible> {
        rand_core::utils::next_word_via_fill(self)
    }

    fn try_fill_bytes(&mut self, wanted: &mut [u8]) -> Result<(), Infallible> {
        for (wanted, given) in wanted.iter_mut().zip(self.0) {
            *wanted = given;
        }
        Ok(())
    }
}

impl TryCryptoRng for Given {}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use data_encoding::HEXLOWER;

    use super::*;

    /// RFC 9180, appendix A.2.2: PSK mode of exactly this suite.
    #[test]
    fn the_official_vector_comes_out() {
        let receiver = "77d114e0212be51cb1d76fa99dd41cfd4d0166b08caa09074430a6c59ef17879";
        let public = "13640af826b722fc04feaa4de2f28fbd5ecc03623b317834e7ff4120dbe73062";
        let randomness = "35706a0b09fb26fb45c39c2f5079c709c7cf98e43afa973f14d88ece7e29c2e3";
        let secret = hex("0247fd33b913760fa1fa51e1892d9f307fbe65eb171e8132c2af18555a738b82");
        let binding = Binding {
            info: &HEXLOWER
                .decode(b"4f6465206f6e2061204772656369616e2055726e")
                .unwrap(),
            secret: &secret,
            secret_id: &HEXLOWER
                .decode(b"456e6e796e20447572696e206172616e204d6f726961")
                .unwrap(),
            beside: b"Count-0",
        };
        let plain = b"Beauty is truth, truth beauty";

        let sealed = seal(&hex(public), binding, plain, hex(randomness)).unwrap();

        let expected = "2261299c3f40a9afc133b969a97f05e95be2c514e54f3de26cbe5644ac735b04\
            4a177f9c0d6f15cfdf533fb65bf84aecdc6ab16b8b85b4cf65a370e07fc1d78d28fb073214525276f4a89608ff";
        assert_eq!(HEXLOWER.encode(&sealed), expected);
        assert_eq!(open(&hex(receiver), binding, &sealed).unwrap(), plain);

        // `ikmR` gives the receiver's pair, `ikmE` the sender's, whose public key the sealed text begins with.
        let ikm = "26b923eade72941c8a85b09986cdfa3f1296852261adedc52d58d2930269812b";
        let pair = key_pair(&hex(ikm));
        // The library clamps the private key, which makes the same key.
        assert_eq!(open(&pair.private, binding, &sealed).unwrap(), plain);
        assert_eq!(HEXLOWER.encode(&pair.public), public);
        let pair = key_pair(&hex(randomness));
        assert_eq!(HEXLOWER.encode(&pair.public), expected[..2 * KEY]);
    }

    /// The seven points of low order on Curve25519 and its twist, as in RFC 7748's security considerations.
    #[test]
    fn keys_of_low_order_are_refused() {
        let low = [
            "0000000000000000000000000000000000000000000000000000000000000000",
            "0100000000000000000000000000000000000000000000000000000000000000",
            "e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800",
            "5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157",
            "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
            "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
            "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        ];
        for point in low {
            let sealed = seal(&hex(point), binding(&[1; KEY]), b"answers", [7; KEY]);
            assert_eq!(sealed, Err(BadKey), "{point}");
        }
    }

    #[test]
    fn another_secret_does_not_open() {
        let keys = key_pair(&[3; KEY]);
        let sealed = seal(&keys.public, binding(&[1; KEY]), b"answers", [7; KEY]).unwrap();
        assert_eq!(sealed.len(), b"answers".len() + OVERHEAD);
        let opened = open(&keys.private, binding(&[1; KEY]), &sealed);
        assert_eq!(opened.as_deref(), Ok(b"answers".as_slice()));
        let refused = open(&keys.private, binding(&[2; KEY]), &sealed);
        assert_eq!(refused, Err(DoesNotOpen));
    }

    fn binding(secret: &[u8; KEY]) -> Binding<'_> {
        Binding {
            info: b"test",
            secret,
            secret_id: b"side",
            beside: b"",
        }
    }

    fn hex(text: &str) -> [u8; KEY] {
        HEXLOWER
            .decode(text.as_bytes())
            .unwrap()
            .try_into()
            .unwrap()
    }
}
