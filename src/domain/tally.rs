//! For each item, side and option a count, and nothing else.

use super::{
    scale::{Pick, Scale},
    sheet::{Answer, Answers},
    side::{BySide, Side},
    survey::Survey,
};

/// How often each option of an item was picked by one side.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Counts {
    options: Vec<u32>,
    unsure: u32,
}

/// What a box held, counted: the only thing that results are made of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tally {
    ballots: BySide<u32>,
    items: Vec<BySide<Counts>>,
}

impl Counts {
    fn none(scale: Scale, side: Side) -> Self {
        Self {
            options: vec![0; usize::from(scale.options(side))],
            unsure: 0,
        }
    }

    /// Counts of each option in the order shown, and of "don't know".
    #[must_use]
    pub fn new(options: Vec<u32>, unsure: u32) -> Self {
        Self { options, unsure }
    }

    /// How often each option was picked, in the order shown.
    #[must_use]
    pub fn options(&self) -> &[u32] {
        &self.options
    }

    /// How many said "don't know".
    #[must_use]
    pub fn unsure(&self) -> u32 {
        self.unsure
    }

    /// Valid answers: everything but "don't know".
    #[must_use]
    pub fn valid(&self) -> u32 {
        self.options.iter().fold(0, |sum, n| sum.saturating_add(*n))
    }

    /// The mean of the valid answers, in points from 0 to 100; `None` without any.
    #[must_use]
    pub fn mean(&self, scale: Scale, side: Side) -> Option<f64> {
        let valid = self.valid();
        let sum: f64 = scale
            .picks(side)
            .zip(&self.options)
            .map(|(pick, n)| scale.points(side, pick) * f64::from(*n))
            .sum();
        (valid > 0).then(|| sum / f64::from(valid))
    }

    fn add(&mut self, answer: Answer) {
        match answer {
            Answer::Picked(pick) => self.add_pick(pick),
            Answer::Unsure => self.unsure = self.unsure.saturating_add(1),
        }
    }

    fn add_all(&mut self, more: &Self) {
        self.unsure = self.unsure.saturating_add(more.unsure);
        for (count, more) in self.options.iter_mut().zip(&more.options) {
            *count = count.saturating_add(*more);
        }
    }

    fn add_pick(&mut self, pick: Pick) {
        if let Some(count) = self.options.get_mut(pick.index()) {
            *count = count.saturating_add(1);
        }
    }
}

impl Tally {
    /// A tally of no ballots.
    #[must_use]
    pub fn empty(survey: &Survey) -> Self {
        let none = |scale| BySide::from_fn(|side| Counts::none(scale, side));
        Self {
            ballots: BySide::default(),
            items: survey.items().iter().map(|i| none(i.scale)).collect(),
        }
    }

    /// The tally with these counts, or `None` if they do not fit the survey: an item or an option too
    /// many or too few, or an item where a side's counts do not add up to its ballots.
    #[must_use]
    pub fn with_counts(
        survey: &Survey,
        ballots: BySide<u32>,
        items: Vec<BySide<Counts>>,
    ) -> Option<Self> {
        let asked = survey.items();
        let fits = asked.len() == items.len()
            && asked.iter().zip(&items).all(|(item, counts)| {
                Side::ALL
                    .iter()
                    .all(|side| adds_up(item.scale, *side, counts.of(*side), *ballots.of(*side)))
            });
        fits.then_some(Self { ballots, items })
    }

    /// Counts one ballot.
    pub fn add(&mut self, survey: &Survey, answers: &Answers) {
        let side = answers.side();
        let ballots = self.ballots.of_mut(side);
        *ballots = ballots.saturating_add(1);
        let given = answers.for_all_items(survey);
        for (counts, answer) in self.items.iter_mut().zip(given) {
            counts.of_mut(side).add(answer);
        }
    }

    /// How many ballots were counted.
    #[must_use]
    pub fn ballots(&self) -> BySide<u32> {
        self.ballots
    }

    /// The counts of each item, in the survey's order.
    #[must_use]
    pub fn items(&self) -> &[BySide<Counts>] {
        &self.items
    }

    /// This tally with the counts of `side` in `other` added: ballots that were counted later.
    #[must_use]
    pub fn with_more_of(mut self, side: Side, other: &Self) -> Self {
        let ballots = self.ballots.of_mut(side);
        *ballots = ballots.saturating_add(*other.ballots.of(side));
        for (mine, theirs) in self.items.iter_mut().zip(&other.items) {
            mine.of_mut(side).add_all(theirs.of(side));
        }
        self
    }

    /// This tally with the counts of `side` taken from `other`, which counted that side later.
    #[must_use]
    pub fn with_side_of(mut self, side: Side, other: &Self) -> Self {
        *self.ballots.of_mut(side) = *other.ballots.of(side);
        for (mine, theirs) in self.items.iter_mut().zip(&other.items) {
            *mine.of_mut(side) = theirs.of(side).clone();
        }
        self
    }
}

fn adds_up(scale: Scale, side: Side, counts: &Counts, ballots: u32) -> bool {
    let options = usize::from(scale.options(side));
    let sum: u64 = counts.options.iter().map(|n| u64::from(*n)).sum();
    counts.options.len() == options && sum + u64::from(counts.unsure) == u64::from(ballots)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{example::survey, sheet::Sheet};

    #[test]
    fn every_item_counts_every_ballot_once() {
        let survey = survey();
        let mut tally = Tally::empty(&survey);
        let mut sheet = Sheet::blank(&survey, Side::Team);
        let days = Scale::Days.pick(Side::Team, 3).unwrap();
        sheet.answer(0, Answer::Picked(days));

        tally.add(&survey, &sheet.finish());

        assert_eq!(
            tally.ballots(),
            BySide {
                executive: 0,
                team: 1
            }
        );
        assert_eq!(tally.items()[0].team.options(), [0, 0, 0, 1, 0, 0, 0, 0]);
        assert_eq!(tally.items()[4].team.options(), [1, 0]);
        assert_eq!(tally.items()[5].team.unsure(), 1);
        let again = Tally::with_counts(&survey, tally.ballots(), tally.items().to_vec());
        assert_eq!(again, Some(tally));
    }

    #[test]
    fn counts_that_do_not_add_up_are_refused() {
        let survey = survey();
        let tally = Tally::empty(&survey);
        let one = BySide {
            executive: 1,
            team: 0,
        };
        assert_eq!(
            Tally::with_counts(&survey, one, tally.items().to_vec()),
            None
        );
        assert_eq!(Tally::with_counts(&survey, BySide::default(), vec![]), None);
    }

    #[test]
    fn the_mean_leaves_out_who_did_not_know() {
        let counts = Counts::new(vec![1, 0, 0, 0, 3], 9);
        assert_eq!(counts.mean(Scale::Often, Side::Team), Some(75.0));
        assert_eq!(
            Counts::new(vec![0, 0], 4).mean(Scale::YesNo, Side::Team),
            None
        );
    }
}
