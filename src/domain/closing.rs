//! What may be opened and shown next (method, section 3.2).
//!
//! A side is shown when it has enough ballots. Ballots that come later stay sealed until as many are new as the minimum
//! asks for; shown one by one, each would tell one person's answers by subtraction. Once they are opened they are
//! counted, but shown only if no item gains between one and too few answers, as happens when many did not know.

use super::{
    release::may_look,
    side::Side,
    survey::Survey,
    tally::{Counts, Tally},
};

/// How far a side is from being shown, or shown anew.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Next {
    /// Never shown, and too few ballots.
    Collecting {
        /// How many more are needed.
        more: u32,
    },
    /// Shown before, and too few new ballots.
    Waiting {
        /// New ballots so far.
        new: u32,
        /// How many are needed.
        minimum: u32,
    },
    /// What is sealed may be opened.
    Ready,
    /// The survey is over: its key is gone, and nothing is opened any more.
    Over,
}

/// What came of counting more ballots.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// They are shown.
    Shown,
    /// They are counted, but what was shown before stays until more have come.
    HeldBack {
        /// Items with fewer new answers than the minimum.
        items: usize,
    },
}

/// Everything that was ever counted, and the part of it that was shown last.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Counted {
    all: Tally,
    shown: Tally,
}

impl Counted {
    /// Nothing yet.
    #[must_use]
    pub fn none(survey: &Survey) -> Self {
        Self::shown_at_once(Tally::empty(survey))
    }

    /// A tally that was shown as soon as it was counted.
    #[must_use]
    pub fn shown_at_once(tally: Tally) -> Self {
        Self {
            shown: tally.clone(),
            all: tally,
        }
    }

    /// These tallies again; `None` if more was shown than counted.
    #[must_use]
    pub fn restore(all: Tally, shown: Tally) -> Option<Self> {
        let pairs = || all.items().iter().zip(shown.items());
        let is_part = Side::ALL.iter().all(|side| {
            shown.ballots().of(*side) <= all.ballots().of(*side)
                && pairs().all(|(all, shown)| is_part(shown.of(*side), all.of(*side)))
        });
        let same = all.items().len() == shown.items().len();
        (same && is_part).then_some(Self { all, shown })
    }

    /// Everything that was counted.
    #[must_use]
    pub fn all(&self) -> &Tally {
        &self.all
    }

    /// What was shown last.
    #[must_use]
    pub fn shown(&self) -> &Tally {
        &self.shown
    }

    /// What comes next for `side` with so many sealed ballots in the box, none of which was counted before.
    #[must_use]
    pub fn next(&self, survey: &Survey, side: Side, sealed: u32) -> Next {
        let minimum = *survey.minimum.of(side);
        let shown = *self.shown.ballots().of(side);
        let new = self.all.ballots().of(side).saturating_add(sealed) - shown;
        match (shown, new) {
            (_, new) if new >= minimum && sealed > 0 => Next::Ready,
            (0, new) => Next::Collecting {
                more: minimum.saturating_sub(new),
            },
            (_, new) => Next::Waiting { new, minimum },
        }
    }

    /// Counts more ballots of `side`, and shows them if that may be.
    pub fn count(&mut self, survey: &Survey, side: Side, more: &Tally) -> Outcome {
        self.all = self.all.clone().with_more_of(side, more);
        let minimum = *survey.minimum.of(side);
        let pairs = self.all.items().iter().zip(self.shown.items());
        let items = pairs
            .filter(|(all, shown)| !may_show(minimum, all.of(side), shown.of(side)))
            .count();
        let new = self.all.ballots().of(side) - self.shown.ballots().of(side);
        if items > 0 || new < minimum {
            return Outcome::HeldBack { items };
        }
        self.shown = self.shown.clone().with_side_of(side, &self.all);
        Outcome::Shown
    }
}

/// Whether an item may be shown with these answers where it was last shown with those, if it was not hidden.
fn may_show(minimum: u32, all: &Counts, shown: &Counts) -> bool {
    let was_seen = shown.valid() >= minimum;
    !was_seen || may_look(minimum, all.valid(), Some(shown.valid()))
}

fn is_part(shown: &Counts, all: &Counts) -> bool {
    let options = shown.options().iter().zip(all.options());
    shown.unsure() <= all.unsure() && options.into_iter().all(|(shown, all)| shown <= all)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{
        example,
        sheet::{Answer, Sheet},
        side::BySide,
    };

    #[test]
    fn late_ballots_wait_until_enough_are_new() {
        let survey = example::survey();
        let mut counted = Counted::none(&survey);
        assert_eq!(
            counted.next(&survey, Side::Team, 3),
            Next::Collecting { more: 2 }
        );
        assert_eq!(counted.next(&survey, Side::Team, 5), Next::Ready);
        assert_eq!(
            counted.count(&survey, Side::Team, &ballots(7, 7)),
            Outcome::Shown
        );
        for new in 0..5 {
            let waiting = Next::Waiting { new, minimum: 5 };
            assert_eq!(counted.next(&survey, Side::Team, new), waiting);
        }
        assert_eq!(counted.next(&survey, Side::Team, 5), Next::Ready);
        assert_eq!(
            counted.next(&survey, Side::Executive, 0),
            Next::Collecting { more: 5 }
        );
        assert_eq!(
            counted.count(&survey, Side::Team, &ballots(5, 5)),
            Outcome::Shown
        );
        assert_eq!(counted.shown().ballots().team, 12);
    }

    #[test]
    fn one_person_s_answer_cannot_be_told_from_two_releases() {
        let survey = example::survey();
        let mut counted = Counted::none(&survey);
        counted.count(&survey, Side::Team, &ballots(7, 7));
        let first = counted.shown().clone();

        let outcome = counted.count(&survey, Side::Team, &ballots(5, 1));

        assert!(matches!(outcome, Outcome::HeldBack { items } if items > 0));
        assert_eq!(*counted.shown(), first);
        assert_eq!(counted.all().ballots().team, 12);
        assert_eq!(
            counted.next(&survey, Side::Team, 0),
            Next::Waiting { new: 5, minimum: 5 }
        );
        assert_eq!(
            counted.count(&survey, Side::Team, &ballots(4, 4)),
            Outcome::Shown
        );
        assert_eq!(counted.shown().ballots().team, 16);
    }

    #[test]
    fn an_item_that_nobody_new_answered_holds_nothing_back() {
        let survey = example::survey();
        let mut counted = Counted::none(&survey);
        counted.count(&survey, Side::Team, &ballots(7, 7));
        assert_eq!(
            counted.count(&survey, Side::Team, &ballots(5, 0)),
            Outcome::Shown
        );
    }

    #[test]
    fn more_cannot_be_shown_than_was_counted() {
        let (few, many) = (ballots(5, 5), ballots(7, 7));
        assert!(Counted::restore(many.clone(), few.clone()).is_some());
        assert_eq!(Counted::restore(few, many), None);
    }

    /// So many of the team; the first few of them know the days of use, the only thing that anybody answers.
    fn ballots(people: u32, knowing: u32) -> Tally {
        let survey = example::survey();
        let mut tally = Tally::empty(&survey);
        for person in 0..people {
            let mut sheet = Sheet::blank(&survey, Side::Team);
            let scale = survey.items()[0].scale;
            if let Some(pick) = scale.pick(Side::Team, 2).filter(|_| person < knowing) {
                sheet.answer(0, Answer::Picked(pick));
            }
            tally.add(&survey, &sheet.finish());
        }
        let expected = BySide {
            executive: 0,
            team: people,
        };
        assert_eq!(tally.ballots(), expected);
        tally
    }
}
