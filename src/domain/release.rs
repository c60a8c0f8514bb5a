//! Who may see what, when (method, section 3.2).
//!
//! [`Released`] is all that leaves the domain: results, pictures, tables and files are made of it and of nothing else.
//! A value that may not be seen is not in it, so no arithmetic can bring it back.
//!
//! # What is held back, and why
//!
//! - *Too few.* A side with fewer valid answers to an item than the survey's minimum is [`Cell::Hidden`]: no number, no
//!   count of "don't know" (which would give the number of valid answers). A side with fewer ballots than the minimum
//!   has no number of ballots either.
//! - *Of one mind.* If fewer than 20 people gave answers of the same worth, everybody's answer would be known from the
//!   counts: [`Cell::OneMind`] has none, and texts say "few or none", "nearly all" or "about". The value still takes
//!   part in gaps and averages, with its n. The words are said exactly when all are of one mind, so to leave the gap
//!   out would hide nothing from a reader who knows this rule, and would take away the widest gaps of all. What the
//!   rule does is that no count of such answers stands anywhere, to be quoted.
//! - *One from the other.* "Used AI in the past 7 days" is taken from the days of use. Both have the same valid answers,
//!   so one is hidden exactly when the other is. If the first is of one mind, the days are an [`Cell::Outline`]: their
//!   counts would show that nobody chose no days.
//! - *Sums.* A dimension's value is an average, so one hidden item hides it ([`super::results`]). There is no figure
//!   for both sides together.
//!
//! The [`minimum`](Survey::minimum) protects from readers of results. Whoever holds the ballots and the key could open
//! a part of them; that is said where answers are given.

mod leaving_out;
mod restore;

use super::{
    scale::Scale,
    side::{BySide, Side},
    statistics::Sample,
    survey::{Item, Survey, TeamAnswer},
    tally::{Counts, Tally},
};

pub use leaving_out::{left_out_of, left_out_with, without, wording_without};

/// Below this many answers a group of one mind is told in words only.
pub const FEW_TO_BE_OF_ONE_MIND: u32 = 20;

/// Everything of a closed survey that may be published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Released {
    ballots: BySide<Option<u32>>,
    cells: Vec<BySide<Cell>>,
}

/// What may be published of one side of one item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell {
    /// Nothing: too few valid answers.
    Hidden,
    /// All answers are worth the same, and they are few.
    OneMind {
        /// Valid answers.
        n: u32,
        /// The step of the scale that all stand on, counted from 0 points.
        step: u8,
    },
    /// Mean and spread, but no counts, which would tell what all answered to another item.
    Outline(Sample),
    /// How often each option was picked, and "don't know".
    Counts(Counts),
}

impl Released {
    /// What may be published of `tally` by the rules of `survey`.
    #[must_use]
    pub fn of(survey: &Survey, tally: &Tally) -> Self {
        let items = survey.items();
        let given = items.iter().zip(tally.items());
        let mut cells: Vec<BySide<Cell>> = given
            .map(|(item, counts)| {
                BySide::from_fn(|side| {
                    Cell::of(item.scale, side, counts.of(side), *survey.minimum.of(side))
                })
            })
            .collect();
        outline_sources(&items, &mut cells);
        Self {
            ballots: BySide::from_fn(|side| {
                let n = *tally.ballots().of(side);
                (n >= *survey.minimum.of(side)).then_some(n)
            }),
            cells,
        }
    }

    /// How many ballots of each side were counted; `None` while a side is under its minimum.
    #[must_use]
    pub fn ballots(&self) -> BySide<Option<u32>> {
        self.ballots
    }

    /// What may be published of each item, in the survey's order.
    #[must_use]
    pub fn cells(&self) -> &[BySide<Cell>] {
        &self.cells
    }

    /// How many of `side` said "don't know" to the item at `place`; `None` where the item is hidden.
    #[must_use]
    pub fn unsure(&self, place: usize, side: Side) -> Option<u32> {
        let n = self.cells.get(place)?.of(side).n()?;
        (*self.ballots.of(side))?.checked_sub(n)
    }
}

impl Cell {
    fn of(scale: Scale, side: Side, counts: &Counts, minimum: u32) -> Self {
        let n = counts.valid();
        let Some(sample) = sample(scale, side, counts).filter(|_| n >= minimum) else {
            return Self::Hidden;
        };
        match one_step(&sample) {
            Some(step) if n < FEW_TO_BE_OF_ONE_MIND => Self::OneMind { n, step },
            Some(_) | None => Self::Counts(counts.clone()),
        }
    }

    /// How many valid answers; `None` if hidden.
    #[must_use]
    pub fn n(&self) -> Option<u32> {
        match self {
            Self::Hidden => None,
            Self::OneMind { n, .. } => Some(*n),
            Self::Outline(sample) => u32::try_from(sample.n()).ok(),
            Self::Counts(counts) => Some(counts.valid()),
        }
    }

    /// The answers' sums on `scale`; `None` if hidden.
    #[must_use]
    pub fn sample(&self, scale: Scale, side: Side) -> Option<Sample> {
        match self {
            Self::Hidden => None,
            Self::OneMind { n, step } => {
                let (n, step) = (u64::from(*n), u64::from(*step));
                Sample::of_sums(scale.steps(side), n, n * step, n * step * step)
            }
            Self::Outline(sample) => Some(*sample),
            Self::Counts(counts) => sample(scale, side, counts),
        }
    }

    /// How many stand on each step from 0 points to 100; `None` if that may not be known.
    #[must_use]
    pub fn steps(&self, scale: Scale, side: Side) -> Option<Vec<u64>> {
        let mut steps = vec![0; usize::from(scale.steps(side)) + 1];
        match self {
            Self::Hidden | Self::Outline(_) => return None,
            Self::OneMind { n, step } => *steps.get_mut(usize::from(*step))? = u64::from(*n),
            Self::Counts(counts) => {
                for (pick, n) in scale.picks(side).zip(counts.options()) {
                    *steps.get_mut(usize::from(scale.step(side, pick)))? += u64::from(*n);
                }
            }
        }
        Some(steps)
    }

    /// How often each option was picked; `None` if that may not be known.
    #[must_use]
    pub fn counts(&self) -> Option<&Counts> {
        match self {
            Self::Counts(counts) => Some(counts),
            Self::Hidden | Self::OneMind { .. } | Self::Outline(_) => None,
        }
    }
}

/// Whether answers may be looked at now: enough of them, and if some were looked at before, the very same ones or as
/// many new ones as the minimum, so that nobody's answer can be told from the difference.
#[must_use]
pub fn may_look(minimum: u32, answers: u32, looked_at: Option<u32>) -> bool {
    let is_apart =
        |last: u32| answers == last || answers.checked_sub(last).is_some_and(|new| new >= minimum);
    answers >= minimum && looked_at.is_none_or(is_apart)
}

/// Takes the counts out of an item where they would tell what all answered to the item that is taken from it.
fn outline_sources(items: &[Item], cells: &mut [BySide<Cell>]) {
    for (place, item) in items.iter().enumerate() {
        let TeamAnswer::OneDayOrMore(source) = item.team_answer else {
            continue;
        };
        let is_of_one_mind = matches!(
            cells.get(place).map(|cell| &cell.team),
            Some(Cell::OneMind { .. })
        );
        let scale = items.get(source).map(|item| item.scale);
        if let (true, Some(scale), Some(cell)) = (is_of_one_mind, scale, cells.get_mut(source))
            && let Cell::Counts(counts) = &cell.team
        {
            cell.team = sample(scale, Side::Team, counts).map_or(Cell::Hidden, Cell::Outline);
        }
    }
}

/// The sums of these answers; `None` if nobody answered.
fn sample(scale: Scale, side: Side, counts: &Counts) -> Option<Sample> {
    let (mut n, mut total, mut squares) = (0, 0, 0);
    for (pick, count) in scale.picks(side).zip(counts.options()) {
        let (step, count) = (u64::from(scale.step(side, pick)), u64::from(*count));
        n += count;
        total += step * count;
        squares += step * step * count;
    }
    Sample::of_sums(scale.steps(side), n, total, squares)
}

/// The step that all answers stand on, if it is the same.
fn one_step(sample: &Sample) -> Option<u8> {
    let step = sample.total() / sample.n();
    sample.is_of_one_mind().then(|| u8::try_from(step).ok())?
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::example;

    #[test]
    fn a_side_under_its_minimum_has_no_number() {
        assert_eq!(team(Scale::YesNo, vec![3, 1], 9), Cell::Hidden);
        assert_eq!(team(Scale::YesNo, vec![0, 0], 0), Cell::Hidden);
    }

    #[test]
    fn a_small_group_of_one_mind_has_no_counts() {
        let told = |yes, no| team(Scale::YesNo, vec![yes, no], 0);
        assert_eq!(told(0, 6), Cell::OneMind { n: 6, step: 0 });
        assert_eq!(told(19, 0), Cell::OneMind { n: 19, step: 1 });
        assert_eq!(told(20, 0), Cell::Counts(Counts::new(vec![20, 0], 0)));
        assert_eq!(told(1, 5), Cell::Counts(Counts::new(vec![1, 5], 0)));
        let rarely = team(Scale::Often, vec![0, 6, 0, 0, 0], 2);
        assert_eq!(rarely, Cell::OneMind { n: 6, step: 1 });
        let under_two_hours = team(Scale::Hours, vec![3, 4, 0, 0, 0, 0], 0);
        assert_eq!(under_two_hours, Cell::OneMind { n: 7, step: 0 });
    }

    #[test]
    fn days_of_use_are_outlined_when_all_used_it() {
        let released = with_days([0, 2, 0, 3, 0, 1, 0, 0]);
        assert_eq!(released.cells()[4].team, Cell::OneMind { n: 6, step: 1 });
        let expected = Sample::of_sums(7, 6, 16, 2 + 27 + 25).unwrap();
        assert_eq!(released.cells()[0].team, Cell::Outline(expected));
    }

    #[test]
    fn days_of_use_are_counted_when_some_did_not() {
        let released = with_days([1, 2, 0, 2, 0, 1, 0, 0]);
        assert!(matches!(released.cells()[0].team, Cell::Counts(_)));
        assert_eq!(
            released.cells()[4].team,
            Cell::Counts(Counts::new(vec![5, 1], 25))
        );
    }

    #[test]
    fn who_did_not_know_is_told_only_of_what_is_shown() {
        let released = with_days([1, 2, 0, 2, 0, 1, 0, 0]);
        assert_eq!(released.unsure(0, Side::Team), Some(25));
        let hidden = with_days([1, 2, 0, 0, 0, 1, 0, 0]);
        assert_eq!(hidden.cells()[0].team, Cell::Hidden);
        assert_eq!(hidden.unsure(0, Side::Team), None);
    }

    #[test]
    fn a_second_look_needs_as_many_new_answers_as_the_first() {
        assert!(!may_look(5, 4, None));
        assert!(may_look(5, 5, None));
        assert!(may_look(5, 7, Some(7)));
        assert!(!may_look(5, 11, Some(7)));
        assert!(may_look(5, 12, Some(7)));
        assert!(
            !may_look(5, 6, Some(7)),
            "an answer less can be told apart too"
        );
    }

    fn team(scale: Scale, options: Vec<u32>, unsure: u32) -> Cell {
        Cell::of(scale, Side::Team, &Counts::new(options, unsure), 5)
    }

    /// The example with these days of use among its 31 team members.
    fn with_days(days: [u32; 8]) -> Released {
        let survey = example::survey();
        let mut items = example::tally().items().to_vec();
        let n: u32 = days.iter().sum();
        items[0].team = Counts::new(days.to_vec(), 31 - n);
        items[4].team = Counts::new(vec![n - days[0], days[0]], 31 - n);
        let tally = Tally::with_counts(&survey, example::tally().ballots(), items).unwrap();
        Released::of(&survey, &tally)
    }
}
