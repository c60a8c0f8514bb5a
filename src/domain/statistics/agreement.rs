//! How far a group is of one view.

/// A consensus from here on is called agreement.
const MOSTLY_AGREE: f64 = 0.75;
/// A consensus under this is called split.
const SPLIT: f64 = 0.5;

/// How far a group is of one view, in a word (method, section 2.6).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Agreement {
    /// Consensus of 0.75 or more.
    MostlyAgree,
    /// In between.
    Mixed,
    /// Consensus under 0.5.
    Split,
}

impl Agreement {
    /// The word for a consensus from 0 to 1.
    #[must_use]
    pub fn of(consensus: f64) -> Self {
        if consensus >= MOSTLY_AGREE {
            Self::MostlyAgree
        } else if consensus >= SPLIT {
            Self::Mixed
        } else {
            Self::Split
        }
    }
}

/// Consensus from 0 (half at either end) to 1 (all alike) of a group given by how many chose each option in order
/// (Tastle & Wierman 2007); `None` if nobody answered or there is only one option.
#[must_use]
#[expect(clippy::cast_precision_loss, reason = "far fewer than 2^52 people")]
pub fn consensus(counts: &[u64]) -> Option<f64> {
    let n = counts.iter().sum::<u64>();
    if n == 0 || counts.len() < 2 {
        return None;
    }
    let options = || (0_u32..).zip(counts).filter(|(_, count)| **count > 0);
    let mean = options()
        .map(|(place, count)| f64::from(place) * *count as f64)
        .sum::<f64>()
        / n as f64;
    let widest = (counts.len() - 1) as f64;
    let sum: f64 = options()
        .map(|(place, count)| {
            let closeness = 1.0 - (f64::from(place) - mean).abs() / widest;
            *count as f64 / n as f64 * closeness.max(f64::MIN_POSITIVE).log2()
        })
        .sum();
    Some((1.0 + sum).clamp(0.0, 1.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn consensus_runs_from_half_at_either_end_to_all_alike() {
        let of = |counts: &[u64]| consensus(counts).unwrap();
        assert!(of(&[4, 0, 0, 0, 4]).abs() < 1e-12);
        assert!((of(&[0, 0, 9, 0, 0]) - 1.0).abs() < 1e-12);
        assert!((of(&[2_000_000, 0]) - 1.0).abs() < 1e-12);
        // By hand: mean 1; (3 * log2 1 + 1 * log2 0.75 + 1 * log2 0.75) / 5.
        assert!((of(&[1, 3, 1, 0, 0]) - (1.0 + 0.4 * 0.75_f64.log2())).abs() < 1e-12);
        assert_eq!(consensus(&[0, 0]), None);
        assert_eq!(consensus(&[7]), None);
    }

    #[test]
    fn each_word_begins_where_the_method_says() {
        assert_eq!(Agreement::of(0.75), Agreement::MostlyAgree);
        assert_eq!(Agreement::of(0.749), Agreement::Mixed);
        assert_eq!(Agreement::of(0.5), Agreement::Mixed);
        assert_eq!(Agreement::of(0.499), Agreement::Split);
    }
}
