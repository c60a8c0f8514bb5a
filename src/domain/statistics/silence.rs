//! What those who did not answer could change.

use super::{Range, Sample};

/// Where the group's mean would lie, in points, if all `people` had answered: from all the silent at 0 points to all
/// at 100 (Manski's worst case; method, section 2.7). `None` if more answered than there are people.
#[must_use]
#[expect(clippy::cast_precision_loss, reason = "far fewer than 2^52 people")]
pub fn worst_case(sample: &Sample, people: u64) -> Option<Range> {
    let silent = people.checked_sub(sample.n())?;
    let (answered, people) = (sample.n() as f64 / people as f64, people as f64);
    let low = sample.mean() * answered;
    Some(Range {
        low,
        high: (low + 100.0 * silent as f64 / people).min(100.0),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_example_of_the_method_comes_out() {
        let range = worst_case(&Sample::share(6, 15).unwrap(), 25).unwrap();
        assert!((range.low - 24.0).abs() < 1e-9 && (range.high - 64.0).abs() < 1e-9);
    }

    #[test]
    fn when_all_answered_nothing_is_open() {
        let sample = Sample::of_counts(&[1, 2, 3]).unwrap();
        let range = worst_case(&sample, 6).unwrap();
        assert!(range.width().abs() < 1e-9 && (range.low - sample.mean()).abs() < 1e-9);
        assert_eq!(worst_case(&sample, 5), None);
    }
}
