//! Three plain words for a ballot.
//!
//! Whoever answered keeps the three words; whoever runs the survey shows the words of all ballots in the box, sorted.
//! So anyone can see that their ballot is in. The words come from the sealed ballot alone, so they say nothing about
//! what was answered, and nobody but the two who saw it made can tell whose they are.

/// How many words there are to choose from.
pub const WORDS: u16 = 512;
/// Words of one receipt: 134 million receipts.
pub const LENGTH: usize = 3;

/// A ballot's receipt: the places of its words in the list, each under [`WORDS`]. The list is in the alphabet's order, so
/// receipts are too.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Receipt([u16; LENGTH]);

impl Receipt {
    /// The receipt that the first 27 bits of `digest` give.
    #[must_use]
    pub fn of_digest(digest: &[u8; 32]) -> Self {
        let [a, b, c, d, ..] = *digest;
        let bits = u32::from_be_bytes([a, b, c, d]);
        let word = |shift: u32| u16::try_from((bits >> shift) & u32::from(WORDS - 1)).unwrap_or(0);
        Self([word(23), word(14), word(5)])
    }

    /// The places of its words, in order.
    #[must_use]
    pub fn places(self) -> [u16; LENGTH] {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_can_come_up_in_every_place() {
        let mut digest = [0; 32];
        digest[..4].copy_from_slice(&(0x1ff_u32 << 23 | 5 << 14 | 258 << 5).to_be_bytes());
        assert_eq!(Receipt::of_digest(&digest).places(), [511, 5, 258]);
        assert_eq!(Receipt::of_digest(&[0; 32]).places(), [0; 3]);
        assert_eq!(Receipt::of_digest(&[255; 32]).places(), [511; 3]);
    }
}
