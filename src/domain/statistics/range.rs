//! Ranges, and the range of a difference.

use super::Estimate;

/// From the lowest to the highest value that goes together with what was counted.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Range {
    /// The lower end.
    pub low: f64,
    /// The upper end.
    pub high: f64,
}

impl Range {
    /// Whether the whole range lies on one side of zero.
    #[must_use]
    pub fn excludes_zero(self) -> bool {
        self.low > 0.0 || self.high < 0.0
    }

    /// Whether the range stays closer to zero than `margin`, on both sides.
    #[must_use]
    pub fn is_within(self, margin: f64) -> bool {
        self.low > -margin && self.high < margin
    }

    /// How far the ends are apart.
    #[must_use]
    pub fn width(self) -> f64 {
        self.high - self.low
    }
}

/// The range of `one` minus `other` from the range of each: MOVER (Zou & Donner 2008). For two shares this is
/// Newcombe's interval (method, section 2.1).
#[must_use]
pub fn difference(one: Estimate, other: Estimate) -> Range {
    let gap = one.value - other.value;
    let below = (one.value - one.range.low).hypot(other.range.high - other.value);
    let above = (one.range.high - one.value).hypot(other.value - other.range.low);
    Range {
        low: gap - below,
        high: gap + above,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_range_that_ends_at_zero_holds_it() {
        let range = |low, high| Range { low, high };
        assert!(range(0.1, 3.0).excludes_zero());
        assert!(range(-3.0, -0.1).excludes_zero());
        assert!(!range(0.0, 3.0).excludes_zero());
        assert!(!range(0.0, 0.0).excludes_zero());
        assert!(range(-14.9, 14.9).is_within(15.0));
        assert!(!range(-15.0, 3.0).is_within(15.0));
    }
}
