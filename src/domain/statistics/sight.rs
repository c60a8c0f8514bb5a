//! How small a gap could be seen at all, and on which side more answers would help (method, section 2.2).

use super::{Confidence, Population, difference, wilson};

/// More answers than this no longer count: the method's own picture of a very large team.
const VERY_MANY: u64 = 500;
/// Executives from whom on doubling them never lets a gap be seen that is this much smaller.
const ENOUGH_EXECUTIVES: u64 = 100;
/// What is worth asking more people for, in points of the smallest gap that is always seen.
const WORTHWHILE: f64 = 5.0;

/// The gap in points that shares of `executives` and `team` people must exceed to be above zero at `confidence`
/// whatever the shares are; 100 if not even that is enough. Counts up to 500 people a side.
#[must_use]
pub fn smallest_visible_gap(executives: u64, team: u64, confidence: Confidence) -> f64 {
    let shares =
        |n: u64| (0..=n).filter_map(move |x| wilson(x, n, confidence, Population::PeopleLikeThese));
    let (executives, team) = (executives.min(VERY_MANY), team.min(VERY_MANY));
    if executives == 0 || team == 0 {
        return 100.0;
    }
    let teams: Vec<_> = shares(team).collect();
    let unseen = shares(executives).filter_map(|one| {
        // The lower end falls as the team's share grows: the first share that is not seen makes the widest such gap.
        let first = teams.partition_point(|other| difference(one, *other).low > 0.0);
        teams.get(first).map(|other| one.value - other.value)
    });
    100.0 * unseen.fold(0.0, f64::max)
}

/// Whether more executives' answers would sharpen what can be seen while more of the team's would not: twice the
/// executives would let a gap be seen that is 5 points smaller, and not even an endless team would.
#[must_use]
pub fn only_executives_sharpen(executives: u64, team: u64) -> bool {
    if executives == 0 || team == 0 || executives > ENOUGH_EXECUTIVES {
        return false;
    }
    let seen = |executives, team| smallest_visible_gap(executives, team, Confidence::P95);
    let now = seen(executives, team);
    now - seen(executives, VERY_MANY.max(team)) < WORTHWHILE
        && now - seen(executives * 2, team) >= WORTHWHILE
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_methods_table_comes_out() {
        for (executives, team, at_95, at_80) in [
            (3, 5, 60.0, 40.0),
            (4, 8, 50.0, 37.5),
            (5, 12, 46.666_667, 30.0),
            (5, 20, 45.0, 30.0),
            (6, 30, 43.333_333, 26.666_667),
            (8, 50, 35.5, 23.0),
            (12, 100, 29.333_333, 19.0),
            (5, 500, 43.6, 28.6),
        ] {
            let seen = |confidence| smallest_visible_gap(executives, team, confidence);
            assert!(
                (seen(Confidence::P95) - at_95).abs() < 1e-6,
                "{executives}, {team}"
            );
            assert!(
                (seen(Confidence::P80) - at_80).abs() < 1e-6,
                "{executives}, {team}"
            );
        }
    }

    #[test]
    fn no_pair_of_counts_is_left_out() {
        for (executives, team) in [(3, 5), (7, 31), (20, 20), (40, 12)] {
            let shares = |n: u64| {
                let share = move |x| wilson(x, n, Confidence::P95, Population::PeopleLikeThese);
                (0..=n).filter_map(share)
            };
            let widest =
                shares(executives).flat_map(|one| shares(team).map(move |other| (one, other)));
            let widest = widest
                .filter(|(one, other)| difference(*one, *other).low <= 0.0)
                .map(|(one, other)| 100.0 * (one.value - other.value))
                .fold(0.0, f64::max);
            let found = smallest_visible_gap(executives, team, Confidence::P95);
            assert!((found - widest).abs() < 1e-9, "{executives}, {team}");
        }
    }

    #[test]
    fn five_executives_are_the_bottleneck_of_any_larger_team() {
        for team in [12, 20, 30, 500, 2_000_000] {
            assert!(only_executives_sharpen(5, team), "{team}");
        }
        for (executives, team) in [(5, 5), (20, 5), (20, 20), (300, 20), (100, 100), (0, 9)] {
            assert!(
                !only_executives_sharpen(executives, team),
                "{executives}, {team}"
            );
        }
    }
}
