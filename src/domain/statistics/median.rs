//! The middle of a group.

/// The options that the middle of a group lies on: the same one twice, or the two around it where exactly half chose
/// each side. `None` if nobody answered.
#[must_use]
pub fn median(counts: &[u64]) -> Option<(usize, usize)> {
    let n = counts.iter().sum::<u64>();
    let option_of = |person: u64| {
        let mut people = 0;
        counts.iter().position(|count| {
            people += count;
            people > person
        })
    };
    Some((option_of(n.checked_sub(1)? / 2)?, option_of(n / 2)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_middle_lies_on_one_option_or_between_two() {
        assert_eq!(median(&[1, 1, 1]), Some((1, 1)));
        assert_eq!(median(&[2, 0, 2]), Some((0, 2)));
        assert_eq!(median(&[0, 5, 1]), Some((1, 1)));
        assert_eq!(median(&[0, 0, 1]), Some((2, 2)));
        assert_eq!(median(&[0, 0]), None);
    }
}
