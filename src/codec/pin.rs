//! A PIN that is kept for the length of a round, without standing there to be read.
//!
//! Four digits are ten thousand guesses, which no digest withstands against a program. This one keeps a PIN, which
//! people use for other things too, from being read by chance; the PIN itself keeps honest people in the round.

use sha2::{Digest, Sha256};

use super::fingerprint::hexadecimal;

/// Digits of a PIN.
pub const LENGTH: usize = 4;
/// What the digest is for.
const PURPOSE: &[u8] = b"plumbline pin 1";

/// Whether this is a PIN: four digits.
#[must_use]
pub fn is_pin(text: &str) -> bool {
    text.len() == LENGTH && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// SHA-256 (FIPS 180-4) over the PIN of a round, in hexadecimal digits.
#[must_use]
pub fn digest(round: &str, pin: &str) -> String {
    let parts = [PURPOSE, round.as_bytes(), b" ", pin.as_bytes()];
    let digest = parts.into_iter().fold(Sha256::new(), Digest::chain_update);
    hexadecimal(&digest.finalize())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pin_has_four_digits() {
        assert!(is_pin("0042"));
        for other in ["", "123", "12345", "12a4", "１２３４"] {
            assert!(!is_pin(other), "{other}");
        }
    }

    #[test]
    fn another_pin_or_round_has_another_digest() {
        let one = digest("/round/3f9a-team", "0042");
        assert_eq!(one.len(), 64);
        assert_eq!(one, digest("/round/3f9a-team", "0042"));
        assert_ne!(one, digest("/round/3f9a-team", "0043"));
        assert_ne!(one, digest("/round/3f9a-executive", "0042"));
        assert!(!one.contains("0042"));
    }
}
