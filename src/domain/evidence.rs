//! How sure a gap is, in one of five words (method, section 2.5).

use super::statistics::{Confidence, Range};

/// A gap whose 90 % range stays closer to zero than this many points is called close.
pub const CLOSE: f64 = 15.0;
/// Among gaps called clear, at most about this share should be a fluke (method, section 2.4).
pub const FLUKES: f64 = 0.1;

/// The ranges of a gap in points, at the three levels that the words are made of.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Ranges {
    /// At 95 %: printed, and drawn thin.
    pub at_95: Range,
    /// At 90 %.
    pub at_90: Range,
    /// At 80 %: drawn thick.
    pub at_80: Range,
}

impl Ranges {
    /// The range at each level.
    pub fn from_fn(range: impl Fn(Confidence) -> Range) -> Self {
        Self {
            at_95: range(Confidence::P95),
            at_90: range(Confidence::P90),
            at_80: range(Confidence::P80),
        }
    }

    /// Whether any difference is probably under 15 points.
    #[must_use]
    pub fn are_close(&self) -> bool {
        self.at_90.is_within(CLOSE)
    }
}

/// How sure a gap is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Evidence {
    /// Unlikely to be only who happened to answer.
    Clear,
    /// Points one way, but a few different answers could undo it.
    Possible,
    /// Any difference is probably under 15 points.
    Close,
    /// Too few answers to tell. Not the same as no gap.
    CannotTell,
    /// One side may not be seen.
    Hidden,
}

impl Evidence {
    /// The word for a gap with these ranges, whose [chance](super::statistics::chance) is this much after adjusting for
    /// all gaps that are shown with it.
    #[must_use]
    pub fn of(ranges: &Ranges, adjusted_chance: f64) -> Self {
        if ranges.at_95.excludes_zero() && adjusted_chance <= FLUKES {
            Self::Clear
        } else if ranges.at_80.excludes_zero() {
            Self::Possible
        } else if ranges.are_close() {
            Self::Close
        } else {
            Self::CannotTell
        }
    }

    /// Whether the gap points one way.
    #[must_use]
    pub fn has_direction(self) -> bool {
        matches!(self, Self::Clear | Self::Possible)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_word_that_fits_is_said() {
        let word = |low: f64, high: f64, chance| {
            Evidence::of(&Ranges::from_fn(|_| Range { low, high }), chance)
        };
        assert_eq!(word(2.0, 9.0, 0.1), Evidence::Clear);
        assert_eq!(word(-9.0, -2.0, 0.01), Evidence::Clear);
        assert_eq!(word(2.0, 9.0, 0.11), Evidence::Possible, "one of many");
        assert_eq!(word(-2.0, 9.0, 1.0), Evidence::Close);
        assert_eq!(word(-2.0, 15.0, 1.0), Evidence::CannotTell);
        assert_eq!(word(0.0, 0.0, 1.0), Evidence::Close);
    }
}
