//! Made-up input, the same on every run.

use data_encoding::BASE64URL_NOPAD;
use plumbline::codec::checksum;

/// Marsaglia's xorshift, 64 bits.
pub(super) struct Noise(u64);

impl Noise {
    pub(super) fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    /// A number under `end`.
    pub(super) fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.next() >> 33).unwrap() % end
    }

    /// So many bytes.
    pub(super) fn bytes(&mut self, count: usize) -> Vec<u8> {
        (0..count).map(|_| self.next().to_le_bytes()[3]).collect()
    }

    /// Up to `longest` characters out of `alphabet`.
    pub(super) fn text(&mut self, alphabet: &[u8], longest: usize) -> String {
        let length = self.below(longest) + longest / 8;
        let bytes: Vec<u8> = (0..length)
            .map(|_| alphabet[self.below(alphabet.len())])
            .collect();
        String::from_utf8_lossy(&bytes).into_owned()
    }

    /// Changes one byte.
    pub(super) fn change(&mut self, bytes: &mut [u8]) {
        let place = self.below(bytes.len());
        let other = u8::try_from(1 + self.below(255)).unwrap();
        bytes[place] ^= other;
    }
}

pub(super) fn from_base64(text: &str) -> Vec<u8> {
    BASE64URL_NOPAD.decode(text.as_bytes()).unwrap()
}

/// As base 64, with the checksum that makes it look whole.
pub(super) fn with_checksum(bytes: &[u8]) -> String {
    BASE64URL_NOPAD.encode(&[bytes, &checksum::of(bytes)].concat())
}
