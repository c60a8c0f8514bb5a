//! How the answers to an item lie on its scale: in a few groups, and as steps that add up.

use super::{
    release::Cell,
    scale::Scale,
    side::{BySide, Side},
    tally::Counts,
};

/// Under this many answers each is shown as one mark, since shares of so few would look surer than they are.
pub const FEW_ANSWERS: u32 = 10;
/// The most groups of a scale.
pub const GROUPS: usize = 5;

/// Options that are shown together, first and last, each by its place.
pub type Group = (usize, usize);

/// The options of `side` in at most [`GROUPS`] groups, from the least capability to the most; they are the same at either
/// end, so that no end looks larger than the other.
#[must_use]
pub const fn groups(scale: Scale, side: Side) -> &'static [Group] {
    match (scale, side) {
        (Scale::PeopleInTen, Side::Executive) => &[(0, 2), (3, 4), (5, 5), (6, 7), (8, 10)],
        (Scale::PeopleInTen, Side::Team) | (Scale::YesNo, _) => &[(1, 1), (0, 0)],
        (Scale::Often | Scale::Agreement, _) => &[(0, 0), (1, 1), (2, 2), (3, 3), (4, 4)],
        (Scale::Days, _) => &[(0, 0), (1, 2), (3, 4), (5, 6), (7, 7)],
        (Scale::Hours, _) => &[(0, 0), (1, 1), (2, 2), (3, 3), (4, 5)],
        (Scale::Weeks, _) => &[(5, 6), (4, 4), (3, 3), (2, 2), (0, 1)],
    }
}

/// How many answers are in each of the [`groups`].
#[must_use]
pub fn grouped(scale: Scale, side: Side, counts: &Counts) -> Vec<u32> {
    let options = counts.options();
    let sum = |(first, last): &Group| {
        let group = options.get(*first..=*last).unwrap_or_default();
        group.iter().fold(0, |sum: u32, n| sum.saturating_add(*n))
    };
    groups(scale, side).iter().map(sum).collect()
}

/// Shares that add up along a scale, and where half of the group is passed.
#[derive(Clone, Debug, PartialEq)]
pub struct Steps {
    /// The percentage at each step.
    pub shares: Vec<f64>,
    /// Where the shares pass 50 %, counted in steps from the start; `None` before the first step, after the last, and
    /// where nobody is in the steps between the two middle answers.
    pub median: Option<f64>,
}

/// For hours the share of at least so many, for weeks the share within so many; `None` for other scales and for what may
/// not be known.
#[must_use]
pub fn steps(scale: Scale, cell: &Cell, median: Option<(usize, usize)>) -> Option<Steps> {
    let options = cell.counts()?.options();
    let (low, high) = median?;
    let all: f64 = options.iter().copied().map(f64::from).sum();
    let share = |part: &[u32]| part.iter().copied().map(f64::from).sum::<f64>() * 100.0 / all;
    let inner = 1..options.len();
    let shares: Vec<f64> = match scale {
        Scale::Hours => inner.map(|at| share(&options[at..])).collect(),
        Scale::Weeks => inner.map(|at| share(&options[..at])).collect(),
        Scale::PeopleInTen | Scale::YesNo | Scale::Often | Scale::Days | Scale::Agreement => {
            return None;
        }
    };
    let place = |option: usize| f64::from(u32::try_from(option).unwrap_or(u32::MAX));
    let median = f64::midpoint(place(low), place(high));
    let is_between = median > 0.0 && median < place(shares.len()) && high <= low + 1;
    Some(Steps {
        shares,
        median: is_between.then_some(median),
    })
}

/// Both sides' steps.
#[must_use]
pub fn steps_of(
    scale: Scale,
    cells: &BySide<Cell>,
    medians: BySide<Option<(usize, usize)>>,
) -> BySide<Option<Steps>> {
    BySide::from_fn(|side| steps(scale, cells.of(side), *medians.of(side)))
}

#[cfg(test)]
mod tests {
    use super::*;

    const SCALES: [Scale; 7] = [
        Scale::PeopleInTen,
        Scale::YesNo,
        Scale::Often,
        Scale::Days,
        Scale::Hours,
        Scale::Weeks,
        Scale::Agreement,
    ];

    #[test]
    fn every_option_is_in_one_group_and_capability_grows() {
        for scale in SCALES {
            for side in Side::ALL {
                let groups = groups(scale, side);
                assert!(groups.len() <= GROUPS);
                let mut options: Vec<usize> = groups.iter().flat_map(|g| g.0..=g.1).collect();
                options.sort_unstable();
                assert!(options.into_iter().eq(0..usize::from(scale.options(side))));
                let is_rising = groups.windows(2).all(|pair| pair[0] < pair[1]);
                assert_eq!(is_rising, scale.is_rising(side), "{scale:?}");
            }
        }
    }

    #[test]
    fn groups_add_up() {
        let counts = Counts::new(vec![1, 2, 3, 4, 5, 6], 9);
        assert_eq!(grouped(Scale::Hours, Side::Team, &counts), [1, 2, 3, 4, 11]);
        let weeks = Counts::new(vec![1, 2, 3, 4, 5, 6, 7], 0);
        assert_eq!(grouped(Scale::Weeks, Side::Team, &weeks), [13, 5, 4, 3, 3]);
    }

    #[test]
    fn steps_hold_the_shares_that_gaps_are_made_of() {
        let hours = Cell::Counts(Counts::new(vec![5, 5, 4, 3, 2, 1], 0));
        let hours = steps(Scale::Hours, &hours, Some((1, 2))).unwrap();
        assert_eq!(hours.shares, [75.0, 50.0, 30.0, 15.0, 5.0]);
        assert_eq!(hours.median, Some(1.5));
        let apart = Cell::Counts(Counts::new(vec![5, 0, 0, 0, 0, 5], 0));
        for middle in [(0, 5), (0, 0), (5, 5)] {
            assert_eq!(
                steps(Scale::Hours, &apart, Some(middle)).unwrap().median,
                None
            );
        }
        let weeks = Cell::Counts(Counts::new(vec![1, 1, 2, 4, 0, 0, 2], 0));
        let weeks = steps(Scale::Weeks, &weeks, Some((3, 3))).unwrap();
        assert_eq!(weeks.shares, [10.0, 20.0, 40.0, 80.0, 80.0, 80.0]);
    }

    #[test]
    fn what_may_not_be_known_has_no_steps() {
        let alike = Cell::OneMind { n: 6, step: 1 };
        assert_eq!(steps(Scale::Hours, &alike, None), None);
        assert_eq!(steps(Scale::Hours, &Cell::Hidden, Some((0, 0))), None);
        let counts = Cell::Counts(Counts::new(vec![1, 1], 0));
        assert_eq!(steps(Scale::YesNo, &counts, Some((0, 0))), None);
    }
}
