//! How easily a gap could come from who happened to answer, and what is left of that when many gaps are looked at.

use super::{Confidence, Range};

/// How close to the edge the search ends.
const CLOSE_ENOUGH: f64 = 1e-11;

/// The smallest alpha whose range, at the confidence that leaves out alpha, excludes zero, by bisection (method,
/// section 2.4). 1 if no range does. Ranges must shrink as alpha grows, which all ranges of the method do.
#[must_use]
pub fn chance(range: impl Fn(Confidence) -> Range) -> f64 {
    let excludes = |alpha: f64| range(Confidence::leaving_out(alpha)).excludes_zero();
    let (mut holds, mut outside) = (0.0, 1.0);
    if !excludes(outside) {
        return 1.0;
    }
    while outside - holds > CLOSE_ENOUGH {
        let middle = f64::midpoint(holds, outside);
        if excludes(middle) {
            outside = middle;
        } else {
            holds = middle;
        }
    }
    outside
}

/// Adjusts chances for being looked at together: with those up to 0.10 called real, at most about one in ten of them
/// should be a fluke (Benjamini & Hochberg 1995). In the same order as given.
#[must_use]
#[expect(
    clippy::cast_precision_loss,
    reason = "a survey has far fewer than 2^52 items"
)]
pub fn benjamini_hochberg(chances: &[f64]) -> Vec<f64> {
    let mut order: Vec<usize> = (0..chances.len()).collect();
    order.sort_by(|a, b| chances[*a].total_cmp(&chances[*b]));
    let all = chances.len() as f64;
    let mut adjusted = vec![1.0; chances.len()];
    let mut least = 1.0_f64;
    for (rank, place) in order.into_iter().enumerate().rev() {
        least = least.min(chances[place] * all / (rank + 1) as f64);
        adjusted[place] = least;
    }
    adjusted
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_gap_has_chance_one_and_a_sure_gap_none() {
        let fixed = |low, high| chance(|_| Range { low, high });
        assert!((fixed(0.0, 0.0) - 1.0).abs() < 1e-12);
        assert!(fixed(3.0, 3.0) < 1e-10);
    }

    #[test]
    fn adjusting_keeps_the_order_and_never_exceeds_one() {
        let adjusted = benjamini_hochberg(&[0.5, 0.001, 0.04, 1.0]);
        let expected = [2.0 / 3.0, 0.004, 0.08, 1.0];
        for (found, expected) in adjusted.iter().zip(expected) {
            assert!((found - expected).abs() < 1e-12);
        }
        assert!(benjamini_hochberg(&[]).is_empty());
    }
}
