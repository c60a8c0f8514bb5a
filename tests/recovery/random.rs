//! Many random counts in little time.

use plumbline::domain::tally::Counts;

/// `SplitMix64` (Steele, Lea & Flood 2014).
pub(crate) struct Random(u64);

impl Random {
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// A number under `bound`.
    pub(crate) fn below(&mut self, bound: u32) -> u32 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        let high = (mixed ^ (mixed >> 31)) >> 32;
        u32::try_from((high * u64::from(bound)) >> 32).unwrap()
    }

    /// A place under `bound`.
    pub(crate) fn place(&mut self, bound: usize) -> usize {
        self.below(u32::try_from(bound).unwrap()) as usize
    }

    /// What `ballots` people answer: often many who do not know, often nearly all of one mind.
    pub(crate) fn counts(&mut self, options: usize, ballots: u32) -> Counts {
        let valid = match self.below(3) {
            0 => self.below(ballots + 1),
            1 => ballots.min(3 + self.below(4)),
            _ => ballots,
        };
        self.spread(options, valid, ballots)
    }

    /// `valid` answers among `ballots`: of one mind, of two, or of any.
    pub(crate) fn spread(&mut self, options: usize, valid: u32, ballots: u32) -> Counts {
        let mut counts = vec![0; options];
        let favourites = [self.place(options), self.place(options)];
        let kind = self.below(3);
        for _ in 0..valid {
            let place = match kind {
                0 => favourites[0],
                1 => favourites[self.place(2)],
                _ => self.place(options),
            };
            counts[place] += 1;
        }
        Counts::new(counts, ballots - valid)
    }
}
