//! What stands behind an item's two values: how far each side is of one view, who did not answer, and how much more often
//! one side answers higher (method, sections 2.3, 2.6 and 2.7).

use super::{
    release::{Cell, Released},
    results::{Group, Shown, people},
    scale::Scale,
    side::{BySide, Side},
    statistics::{
        Agreement, Confidence, Dominance, Estimate, Population, Range, consensus, difference,
        dominance, median, wilson, worst_case,
    },
    survey::{Item, Survey},
};

/// Where fewer than this share of the invited answered, the worst case is shown.
const ENOUGH_ANSWERED: f64 = 0.8;
/// The first of the five options that count as favourable.
const FAVOURABLE: usize = 3;

/// What stands behind an item's two values.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Detail {
    /// What stands behind each side's value.
    pub sides: BySide<SideDetail>,
    /// How much more often executives answer higher; only if both sides chose from the same options.
    pub dominance: Option<Dominance>,
    /// How many chose one of the two highest of five options.
    pub favourable: Option<Favourable>,
}

/// What stands behind one side's value. What may not be known is `None`.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct SideDetail {
    /// How many said "don't know".
    pub unsure: Option<u32>,
    /// Where the value could be at 95 % for people like these on another day, in points. Not for a few people of one
    /// mind, who are told in words.
    pub range: Option<Range>,
    /// The standard deviation, in points.
    pub deviation: Option<f64>,
    /// Consensus, from 0 to 1.
    pub consensus: Option<f64>,
    /// The options that the middle lies on, for hours and weeks.
    pub median: Option<(usize, usize)>,
    /// Where the value would lie if the silent had all said one thing or the other, in points; only if fewer than 80 %
    /// of the invited answered.
    pub worst_case: Option<Range>,
    /// Set if everyone who was invited answered.
    pub everyone: Option<Everyone>,
}

/// Everyone of a side answered.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Everyone {
    /// How many that is.
    pub people: u32,
    /// How far one person who changes their answer moves this value at most, in points.
    pub one_person: f64,
}

/// The shares that chose one of the two highest of five options, from 0 to 1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Favourable {
    /// Each side's share, with Wilson's range at 95 %.
    pub shares: BySide<Estimate>,
    /// How many of each side answered.
    pub n: BySide<u32>,
    /// Newcombe's range of executives minus team at 95 %.
    pub gap: Range,
}

impl Favourable {
    /// What may be told of a side's share.
    #[must_use]
    pub fn shown(&self, side: Side) -> Shown {
        let share = self.shares.of(side).value;
        Shown::Group(Group::of_share(*self.n.of(side), share * 100.0))
    }
}

impl SideDetail {
    /// How far the side is of one view, in a word.
    #[must_use]
    pub fn agreement(&self) -> Option<Agreement> {
        self.consensus.map(Agreement::of)
    }
}

impl Detail {
    pub(super) fn of(survey: &Survey, released: &Released, item: &Item, place: usize) -> Self {
        let rising = BySide::from_fn(|side| {
            let cell = released.cells().get(place)?.of(side);
            rising(item.scale, side, cell)
        });
        let both = rising.executive.as_deref().zip(rising.team.as_deref());
        Self {
            sides: BySide::from_fn(|side| {
                let rising = rising.of(side).as_deref();
                SideDetail::of(survey, released, item, place, side, rising)
            }),
            dominance: both
                .filter(|_| item.scale.is_alike())
                .and_then(|(executives, team)| dominance(executives, team, Confidence::P95)),
            favourable: both
                .filter(|_| matches!(item.scale, Scale::Often | Scale::Agreement))
                .and_then(|(executives, team)| favourable(executives, team)),
        }
    }
}

impl SideDetail {
    fn of(
        survey: &Survey,
        released: &Released,
        item: &Item,
        place: usize,
        side: Side,
        rising: Option<&[u64]>,
    ) -> Self {
        let hidden = Cell::Hidden;
        let cell = released
            .cells()
            .get(place)
            .map_or(&hidden, |cells| cells.of(side));
        let has_median = matches!(item.scale, Scale::Hours | Scale::Weeks);
        let sample = cell.sample(item.scale, side);
        let sample = sample.filter(|_| !matches!(cell, Cell::OneMind { .. }));
        Self {
            unsure: released.unsure(place, side),
            range: sample.map(|sample| {
                let estimate = sample.estimate(Confidence::P95, Population::PeopleLikeThese);
                estimate.range
            }),
            deviation: sample.and_then(|sample| sample.deviation()),
            consensus: rising.and_then(consensus),
            median: cell
                .counts()
                .filter(|_| has_median)
                .and_then(|counts| median(&widened(counts.options()))),
            worst_case: worst_case_of(survey, released, item, place, side),
            everyone: everyone(survey, released, cell, side),
        }
    }
}

/// The counts from the lowest option to the highest; `None` if they may not be known.
fn rising(scale: Scale, side: Side, cell: &Cell) -> Option<Vec<u64>> {
    let mut counts = widened(cell.counts()?.options());
    if !scale.is_rising(side) {
        counts.reverse();
    }
    Some(counts)
}

fn widened(counts: &[u32]) -> Vec<u64> {
    counts.iter().copied().map(u64::from).collect()
}

fn worst_case_of(
    survey: &Survey,
    released: &Released,
    item: &Item,
    place: usize,
    side: Side,
) -> Option<Range> {
    let ballots = f64::from((*released.ballots().of(side))?);
    let is_short = ballots < ENOUGH_ANSWERED * f64::from(*survey.invited.of(side));
    let cell = released.cells().get(place)?.of(side);
    let sample = cell.sample(item.scale, side)?;
    let is_number = is_short && !matches!(cell, Cell::OneMind { .. });
    is_number.then(|| worst_case(&sample, people(survey, released, place, side)?))?
}

fn everyone(survey: &Survey, released: &Released, cell: &Cell, side: Side) -> Option<Everyone> {
    let people = (*released.ballots().of(side)).filter(|n| n == survey.invited.of(side))?;
    let one_person = 100.0 / f64::from(cell.n()?);
    Some(Everyone { people, one_person })
}

fn favourable(executives: &[u64], team: &[u64]) -> Option<Favourable> {
    let share = |counts: &[u64]| {
        let yes = counts.iter().skip(FAVOURABLE).sum();
        wilson(
            yes,
            counts.iter().sum(),
            Confidence::P95,
            Population::PeopleLikeThese,
        )
    };
    let shares = BySide {
        executive: share(executives)?,
        team: share(team)?,
    };
    let n = |counts: &[u64]| u32::try_from(counts.iter().sum::<u64>()).ok();
    Some(Favourable {
        shares,
        n: BySide {
            executive: n(executives)?,
            team: n(team)?,
        },
        gap: difference(shares.executive, shares.team),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{
        example,
        results::Results,
        tally::{Counts, Tally},
    };

    #[test]
    fn each_scale_has_the_details_that_fit_it() {
        let results = results(&example::survey());
        for item in results.items() {
            let detail = item.detail;
            let scale = item.item.scale;
            assert_eq!(
                detail.dominance.is_some(),
                scale.is_alike(),
                "{}",
                item.item.id
            );
            assert_eq!(detail.favourable.is_some(), scale == Scale::Often);
            let has_median = matches!(scale, Scale::Hours | Scale::Weeks);
            assert_eq!(detail.sides.team.median.is_some(), has_median);
            assert!(detail.sides.team.deviation.unwrap() >= 0.0);
            assert!(detail.sides.executive.agreement().is_some());
        }
        // Fewer weeks are more capability: executives expect the difference sooner.
        assert!(
            results
                .items()
                .last()
                .unwrap()
                .detail
                .dominance
                .unwrap()
                .delta
                > 0.0
        );
    }

    #[test]
    fn the_worst_case_is_shown_when_too_many_were_silent() {
        let mut survey = example::survey();
        assert!(team(&survey).worst_case.is_none(), "31 of 38 answered");
        survey.invited.team = 62;
        // 6 of 31 said yes; half the team is silent.
        let range = team(&survey).worst_case.unwrap();
        assert!((range.low - 600.0 / 62.0).abs() < 1e-9);
        assert!((range.high - 3700.0 / 62.0).abs() < 1e-9);
        // 32 of 40 are exactly 80 %.
        let silent = |answered: u32, invited: u32| {
            let mut survey = example::survey();
            survey.invited.team = invited;
            let detail = with_team(&survey, answered);
            detail.worst_case.is_some()
        };
        assert!(!silent(32, 40) && silent(31, 40));
        survey.invited.team = 20;
        assert!(
            team(&survey).worst_case.is_none(),
            "fewer invited than answered"
        );
    }

    #[test]
    fn when_everyone_answered_one_person_is_worth_a_share() {
        let mut survey = example::survey();
        assert_eq!(team(&survey).everyone, None);
        survey.invited.team = 31;
        let everyone = team(&survey).everyone.unwrap();
        assert_eq!(everyone.people, 31);
        assert!((everyone.one_person - 100.0 / 31.0).abs() < 1e-9);
    }

    /// What stands behind the team's value of item 3.1, which all 31 answered.
    fn team(survey: &Survey) -> SideDetail {
        results(survey).dimensions[2].items[0].detail.sides.team
    }

    /// The same if so many of the team had answered, half of them yes.
    fn with_team(survey: &Survey, answered: u32) -> SideDetail {
        let mut items = example::tally().items().to_vec();
        for (counts, item) in items.iter_mut().zip(survey.items()) {
            let mut options = vec![0; usize::from(item.scale.options(Side::Team))];
            options[0] = answered / 2;
            options[1] = answered - answered / 2;
            counts.team = Counts::new(options, 0);
        }
        let ballots = BySide {
            executive: 6,
            team: answered,
        };
        let tally = Tally::with_counts(survey, ballots, items).unwrap();
        let results = Results::of(survey, &Released::of(survey, &tally));
        results.dimensions[2].items[0].detail.sides.team
    }

    fn results(survey: &Survey) -> Results {
        Results::of(survey, &Released::of(survey, &example::tally()))
    }
}
