//! The one door for results that come from outside: a file or a link holds cells, and here they are checked.

use super::{Cell, FEW_TO_BE_OF_ONE_MIND, Released, one_step};
use crate::domain::{
    scale::Scale,
    side::{BySide, Side},
    survey::{Item, Survey, TeamAnswer},
};

impl Released {
    /// What was published before, or `None` if no tally of `survey` could have been published so: cells too many or too
    /// few, counts that do not add up to the ballots, a side under its minimum, or a cell that the rules hold back.
    #[must_use]
    pub fn restore(
        survey: &Survey,
        ballots: BySide<Option<u32>>,
        cells: Vec<BySide<Cell>>,
    ) -> Option<Self> {
        let items = survey.items();
        let restored = Self { ballots, cells };
        let fits = items.len() == restored.cells.len()
            && Side::ALL.into_iter().all(|side| {
                let rule = Rule {
                    side,
                    ballots: *ballots.of(side),
                    minimum: *survey.minimum.of(side),
                };
                let mut cells = items.iter().zip(&restored.cells);
                rule.ballots.is_none_or(|ballots| ballots >= rule.minimum)
                    && cells.all(|(item, cell)| rule.allows(item.scale, cell.of(side)))
            })
            && restored.is_consistent(survey);
        fits.then_some(restored)
    }

    /// Whether each item that is taken from another one says the same as that one, and no outline stands elsewhere.
    fn is_consistent(&self, survey: &Survey) -> bool {
        let items = survey.items();
        let taken = |item: &Item| match item.team_answer {
            TeamAnswer::OneDayOrMore(source) => Some(source),
            TeamAnswer::Asked => None,
        };
        let sources: Vec<usize> = items.iter().filter_map(taken).collect();
        let is_outline = |cell: &Cell| matches!(cell, Cell::Outline(_));
        let mut cells = self.cells.iter().enumerate();
        let are_outlines_sources = cells.all(|(place, cell)| {
            !is_outline(&cell.executive) && (!is_outline(&cell.team) || sources.contains(&place))
        });
        let mut pairs = items.iter().zip(&self.cells);
        let do_agree = pairs.all(|(item, cell)| {
            let days = taken(item).map(|source| self.cells.get(source));
            days.is_none_or(|days| days.is_some_and(|days| says_the_same(&days.team, &cell.team)))
        });
        are_outlines_sources && do_agree
    }
}

/// Whether "one day or more" can have been taken from these days.
fn says_the_same(days: &Cell, used: &Cell) -> bool {
    match (days, used) {
        (Cell::Hidden, Cell::Hidden) => true,
        (Cell::Counts(days), Cell::Counts(used)) => {
            days.unsure() == used.unsure() && days.options().first() == used.options().get(1)
        }
        (
            Cell::OneMind { n, step },
            Cell::OneMind {
                n: same,
                step: used,
            },
        ) => n == same && (*step > 0) == (*used > 0),
        (Cell::Outline(days), Cell::OneMind { n, step: 1 }) => {
            days.n() == u64::from(*n) && days.total() >= days.n()
        }
        _ => false,
    }
}

/// What is asked of the cells of a side.
struct Rule {
    side: Side,
    ballots: Option<u32>,
    minimum: u32,
}

impl Rule {
    fn allows(&self, scale: Scale, cell: &Cell) -> bool {
        let Some(ballots) = self.ballots else {
            return *cell == Cell::Hidden;
        };
        let is_enough = |n: u32| n >= self.minimum && n <= ballots;
        match cell {
            Cell::Hidden => true,
            Cell::OneMind { n, step } => {
                is_enough(*n) && *n < FEW_TO_BE_OF_ONE_MIND && *step <= scale.steps(self.side)
            }
            Cell::Outline(sample) => {
                let is_right =
                    sample.steps() == scale.steps(self.side) && one_step(sample).is_none();
                is_right && cell.n().is_some_and(is_enough)
            }
            Cell::Counts(counts) => {
                let sum: u64 = counts.options().iter().map(|n| u64::from(*n)).sum();
                counts.options().len() == usize::from(scale.options(self.side))
                    && sum + u64::from(counts.unsure()) == u64::from(ballots)
                    && Cell::of(scale, self.side, counts, self.minimum) == *cell
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{example, tally::Counts};

    #[test]
    fn what_was_published_is_restored() {
        let released = Released::of(&example::survey(), &example::tally());
        assert_eq!(restore(|_, _| {}), Some(released));
    }

    #[test]
    fn what_the_rules_hold_back_is_refused() {
        let team = |cell: Cell| restore(move |_, cells| cells[6].team = cell);
        assert_eq!(
            team(Cell::Counts(Counts::new(vec![2, 2], 27))),
            None,
            "too few"
        );
        assert_eq!(
            team(Cell::Counts(Counts::new(vec![6, 0], 25))),
            None,
            "of one mind"
        );
        assert_eq!(team(Cell::OneMind { n: 20, step: 0 }), None);
        assert_eq!(team(Cell::OneMind { n: 4, step: 0 }), None);
        assert_eq!(team(Cell::OneMind { n: 6, step: 2 }), None, "off the scale");
        assert!(team(Cell::OneMind { n: 6, step: 1 }).is_some());
        assert!(team(Cell::Hidden).is_some());
    }

    #[test]
    fn counts_that_do_not_add_up_are_refused() {
        let team = |options, unsure| {
            restore(move |_, cells| cells[6].team = Cell::Counts(Counts::new(options, unsure)))
        };
        assert!(team(vec![6, 25], 0).is_some());
        assert_eq!(team(vec![6, 25], 1), None);
        assert_eq!(team(vec![6, 25, 0], 0), None);
        assert_eq!(team(vec![u32::MAX, 32], 0), None);
        assert_eq!(restore(|ballots, _| ballots.team = Some(30)), None);
        assert_eq!(
            restore(|ballots, _| ballots.team = None),
            None,
            "answers without ballots"
        );
        assert_eq!(restore(|_, cells| _ = cells.pop()), None);
    }

    #[test]
    fn an_item_taken_from_another_must_fit_it() {
        let used = |cell: Cell| restore(move |_, cells| cells[4].team = cell);
        assert_eq!(used(Cell::Hidden), None);
        assert_eq!(used(Cell::Counts(Counts::new(vec![11, 20], 0))), None);
        let outline = released().cells()[1]
            .team
            .sample(Scale::YesNo, Side::Team)
            .unwrap();
        assert_eq!(
            restore(|_, cells| cells[1].team = Cell::Outline(outline)),
            None
        );
    }

    fn released() -> Released {
        Released::of(&example::survey(), &example::tally())
    }

    /// The example's cells, changed, through the door.
    fn restore(
        change: impl FnOnce(&mut BySide<Option<u32>>, &mut Vec<BySide<Cell>>),
    ) -> Option<Released> {
        let released = released();
        let (mut ballots, mut cells) = (released.ballots(), released.cells().to_vec());
        change(&mut ballots, &mut cells);
        Released::restore(&example::survey(), ballots, cells)
    }
}
