//! How many people would have to answer otherwise.

/// Fewest people who would have to change their answer so that a gap is closed or turns over: on one side alone, or
/// on both together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Switches {
    /// Executives alone.
    pub executives: u64,
    /// Team members alone.
    pub team: u64,
    /// Whoever moves it furthest, from either side.
    pub fewest: u64,
}

/// What a number of people could each move the gap by, in points.
type Moves = (f64, u64);

/// Counts from how many people stand on each step from 0 points to 100, executives first; `None` if one side is empty
/// or has a single step.
#[must_use]
pub fn switches(executives: &[u64], team: &[u64]) -> Option<Switches> {
    let (of_executives, of_team) = (mean(executives)?, mean(team)?);
    let gap = of_executives - of_team;
    let (mut executives, mut team) = if gap > 0.0 {
        (moves(executives, false), moves(team, true))
    } else {
        (moves(executives, true), moves(team, false))
    };
    let mut both = [executives.clone(), team.clone()].concat();
    Some(Switches {
        executives: people(&mut executives, gap.abs()),
        team: people(&mut team, gap.abs()),
        fewest: people(&mut both, gap.abs()),
    })
}

#[expect(clippy::cast_precision_loss, reason = "far fewer than 2^52 people")]
fn mean(counts: &[u64]) -> Option<f64> {
    let n = counts.iter().sum::<u64>();
    let points = steps(counts).map(|(points, count)| points * count as f64);
    (n > 0 && counts.len() > 1).then(|| points.sum::<f64>() / n as f64)
}

/// Each step's points and people.
#[expect(
    clippy::cast_precision_loss,
    reason = "a scale has far fewer than 2^52 steps"
)]
fn steps(counts: &[u64]) -> impl Iterator<Item = (f64, u64)> {
    let last = counts.len().saturating_sub(1).max(1) as f64;
    counts
        .iter()
        .enumerate()
        .map(move |(step, count)| (100.0 * step as f64 / last, *count))
}

/// What each could move the mean by, going all the way to one end.
#[expect(clippy::cast_precision_loss, reason = "far fewer than 2^52 people")]
fn moves(counts: &[u64], is_up: bool) -> Vec<Moves> {
    let n = counts.iter().sum::<u64>() as f64;
    steps(counts)
        .map(|(points, count)| (if is_up { 100.0 - points } else { points } / n, count))
        .collect()
}

/// How many people it takes to move by `gap`, those who can move it furthest first.
#[expect(
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a whole number from 0 to the number of people"
)]
fn people(moves: &mut [Moves], gap: f64) -> u64 {
    // A gap of one person's answer must not need two because of the last digit.
    const SLACK: f64 = 1e-9;
    moves.sort_by(|one, other| other.0.total_cmp(&one.0));
    let mut left = gap - SLACK;
    let mut needed = 0;
    for (each, count) in moves.iter().copied().filter(|(each, _)| *each > 0.0) {
        if left <= 0.0 {
            break;
        }
        let here = ((left / each).ceil()).min(count as f64) as u64;
        left -= here as f64 * each;
        needed += here;
    }
    needed
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fewest_is_the_least_of_all_ways() {
        // 4 of 5 against 9 of 30: 50 points.
        let found = switches(&[1, 4], &[21, 9]).unwrap();
        assert_eq!((found.executives, found.team, found.fewest), (3, 15, 3));
        // 3 of 4 against 1 of 8: two executives, or five of the team, or one and three.
        let found = switches(&[1, 3], &[7, 1]).unwrap();
        assert_eq!((found.executives, found.team, found.fewest), (3, 5, 3));
    }

    #[test]
    fn a_closed_gap_needs_nobody_and_the_widest_half() {
        let none = switches(&[2, 2], &[4, 4]).unwrap();
        assert_eq!((none.executives, none.team, none.fewest), (0, 0, 0));
        let all = switches(&[0, 5], &[12, 0]).unwrap();
        assert_eq!((all.executives, all.team, all.fewest), (5, 12, 5));
    }

    #[test]
    fn the_same_from_below() {
        let up = switches(&[4, 0, 1], &[1, 2, 6]).unwrap();
        let down = switches(&[1, 0, 4], &[6, 2, 1]).unwrap();
        assert_eq!(up, down);
    }

    #[test]
    fn nobody_cannot_switch() {
        assert_eq!(switches(&[0, 0], &[1, 2]), None);
        assert_eq!(switches(&[3], &[1, 2]), None);
    }

    #[test]
    fn the_greedy_count_is_that_of_trying_all() {
        let executives = [2_u64, 1, 0, 1, 3];
        let team = [3_u64, 0, 2, 1, 0];
        let points = |counts: &[u64; 5]| -> Vec<u32> {
            let steps = (0_u32..).zip(counts);
            steps
                .flat_map(|(step, n)| (0..*n).map(move |_| step * 25))
                .collect()
        };
        let (executives_, team_) = (points(&executives), points(&team));
        let mut fewest = u32::MAX;
        for mask in 0_u32..1 << 13 {
            let moved = |values: &[u32], from: u32, to: u32| -> u32 {
                let people = (from..).zip(values);
                people
                    .map(|(bit, v)| if mask >> bit & 1 == 1 { to } else { *v })
                    .sum()
            };
            // 7 executives and 6 of the team: compare sums times the other's number.
            if moved(&executives_, 0, 0) * 6 <= moved(&team_, 7, 100) * 7 {
                fewest = fewest.min(mask.count_ones());
            }
        }
        assert_eq!(
            switches(&executives, &team).unwrap().fewest,
            u64::from(fewest)
        );
    }
}
