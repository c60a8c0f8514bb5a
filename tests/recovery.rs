//! Nobody can work out what is hidden: random tallies, and everything that is published of them.
//!
//! The attacker knows all that is published and all rules. What is hidden cannot be recovered by subtraction, by sums or
//! by anything else, if another tally, which differs in every hidden cell, publishes the very same: that is what is
//! tried here. The subtractions that come to mind are tried as well.

#![cfg(not(target_arch = "wasm32"))]

#[path = "recovery/kinds.rs"]
mod kinds;
#[path = "recovery/random.rs"]
mod random;

use std::ops::Range;

use kinds::Kinds;
use plumbline::domain::{
    example,
    release::{Cell, FEW_TO_BE_OF_ONE_MIND, Released},
    results::{DimensionResult, Results, Shown},
    scale::Scale,
    side::{BySide, Side},
    survey::Survey,
    tally::{Counts, Tally},
};
use random::Random;

/// Where the days of use stand, and the item that is taken from them.
const DAYS: usize = 0;
const USED: usize = 4;
/// How many random tallies are tried, the same ones every time.
const TALLIES: u64 = 100_000;

#[test]
fn what_is_hidden_cannot_be_recovered_from_the_first_half() {
    try_all(0..TALLIES / 2);
}

#[test]
fn what_is_hidden_cannot_be_recovered_from_the_other_half() {
    try_all(TALLIES / 2..TALLIES);
}

/// Halves, since two cores are there to make results, which takes longest.
fn try_all(seeds: Range<u64>) {
    let world = World::new();
    let mut published = Kinds::default();
    for seed in seeds {
        let mut random = Random::new(seed);
        let tally = world.tally(&mut random);
        let released = Released::of(&world.survey, &tally);

        let other = world.elsewhere(&tally, &mut random);
        assert_eq!(
            Released::of(&world.survey, &other),
            released,
            "{tally:?} and {other:?}"
        );

        world.try_subtraction(&tally, &released);
        let again = Released::restore(&world.survey, released.ballots(), released.cells().to_vec());
        assert_eq!(again.as_ref(), Some(&released));
        let results = Results::of(&world.survey, &released);
        try_sums(&results);
        published.look_through(&results);
    }
    published.took_all_part();
}

#[test]
fn the_other_tally_really_differs() {
    let world = World::new();
    let mut hidden = 0;
    let mut told_otherwise = 0;
    for seed in 0..2_000 {
        let mut random = Random::new(seed);
        let tally = world.tally(&mut random);
        let other = world.elsewhere(&tally, &mut random);
        let released = Released::of(&world.survey, &tally);
        for (place, cells) in released.cells().iter().enumerate() {
            for side in Side::ALL {
                let is_other = tally.items()[place].of(side) != other.items()[place].of(side);
                let is_hidden = *cells.of(side) == Cell::Hidden;
                hidden += usize::from(is_hidden);
                told_otherwise += usize::from(is_hidden && is_other);
            }
        }
        for (dimension, seen) in world.survey.dimensions().iter().zip(0..) {
            assert!(
                dimension.items.len() > 1,
                "{seen}: an average of one item would be that item"
            );
        }
    }
    assert!(hidden > 5_000, "{hidden}");
    assert!(told_otherwise * 2 > hidden, "{told_otherwise} of {hidden}");
}

struct World {
    survey: Survey,
    scales: Vec<Scale>,
}

impl World {
    fn new() -> Self {
        let mut survey = example::survey();
        survey.minimum.executive = 3;
        Self {
            scales: survey.items().iter().map(|item| item.scale).collect(),
            survey,
        }
    }

    fn tally(&self, random: &mut Random) -> Tally {
        let ballots = BySide::from_fn(|_| random.below(26));
        let mut items: Vec<BySide<Counts>> = self
            .scales
            .iter()
            .map(|scale| {
                BySide::from_fn(|side| {
                    let options = usize::from(scale.options(side));
                    random.counts(options, *ballots.of(side))
                })
            })
            .collect();
        take_from_days(&mut items);
        Tally::with_counts(&self.survey, ballots, items).unwrap()
    }

    /// A tally with other answers wherever the rules hide them: in number, up to one under the minimum, and in kind.
    fn elsewhere(&self, tally: &Tally, random: &mut Random) -> Tally {
        let survey = &self.survey;
        let is_closed = |side: Side| *tally.ballots().of(side) < *survey.minimum.of(side);
        let ballots = BySide::from_fn(|side| {
            if is_closed(side) {
                random.below(*survey.minimum.of(side))
            } else {
                *tally.ballots().of(side)
            }
        });
        let mut items = tally.items().to_vec();
        for (scale, counts) in self.scales.iter().zip(&mut items) {
            for side in Side::ALL {
                let (minimum, ballots) = (*survey.minimum.of(side), *ballots.of(side));
                let counts = counts.of_mut(side);
                if counts.valid() < minimum {
                    let few = random.below(minimum.min(ballots + 1));
                    *counts = random.spread(usize::from(scale.options(side)), few, ballots);
                } else if counts.valid() < FEW_TO_BE_OF_ONE_MIND {
                    *counts = same_worth(*scale, side, counts, random);
                }
            }
        }
        take_from_days(&mut items);
        Tally::with_counts(survey, ballots, items).unwrap()
    }

    /// Counts of one item from those of another, ballots minus valid answers, and one group minus both.
    fn try_subtraction(&self, tally: &Tally, released: &Released) {
        for (place, cells) in released.cells().iter().enumerate() {
            for side in Side::ALL {
                let cell = cells.of(side);
                let valid = tally.items()[place].of(side).valid();
                let is_hidden = valid < *self.survey.minimum.of(side);
                assert_eq!(*cell == Cell::Hidden, is_hidden);
                assert_eq!(released.unsure(place, side).is_none(), is_hidden);
                let sample = cell.sample(self.scales[place], side);
                let is_of_one_mind = sample.is_some_and(|sample| sample.is_of_one_mind());
                if is_of_one_mind && valid < FEW_TO_BE_OF_ONE_MIND {
                    assert_eq!(cell.counts(), None);
                }
            }
        }
        for side in Side::ALL {
            let is_under = *tally.ballots().of(side) < *self.survey.minimum.of(side);
            assert_eq!(released.ballots().of(side).is_none(), is_under);
        }
        let [days, used] = [DAYS, USED].map(|place| &released.cells()[place].team);
        assert_eq!(
            days.counts().is_some(),
            used.counts().is_some(),
            "days tell of use"
        );
    }
}

/// A hidden item as the sum of its dimension less the others, for each side and for the gap.
fn try_sums(results: &Results) {
    for dimension in &results.dimensions {
        for side in Side::ALL {
            let hidden = |item| *BySide::of(item, side) == Shown::Hidden;
            let has_hidden = dimension.items.iter().any(|item| hidden(&item.shown));
            assert_eq!(hidden(&dimension.shown), has_hidden);
        }
        assert_eq!(dimension.gap.is_none(), has_hidden_gap(dimension));
        for item in &dimension.items {
            let is_hidden = Side::ALL
                .iter()
                .any(|side| *item.shown.of(*side) == Shown::Hidden);
            assert_eq!(item.gap.is_none(), is_hidden);
        }
    }
}

fn has_hidden_gap(dimension: &DimensionResult) -> bool {
    dimension.items.iter().any(|item| item.gap.is_none())
}

/// "One day or more" is taken from the days, as the app does.
fn take_from_days(items: &mut [BySide<Counts>]) {
    let days = items[DAYS].team.clone();
    let none = days.options()[0];
    items[USED].team = Counts::new(vec![days.valid() - none, none], days.unsure());
}

/// Other answers of the same worth, where all are of one mind: of which kind they were is not published.
fn same_worth(scale: Scale, side: Side, counts: &Counts, random: &mut Random) -> Counts {
    let picked: Vec<usize> = (0..counts.options().len())
        .filter(|place| counts.options()[*place] > 0)
        .collect();
    let worth = |place: usize| scale.pick(side, place).map(|pick| scale.step(side, pick));
    if picked.iter().any(|place| worth(*place) != worth(picked[0])) {
        return counts.clone();
    }
    let alike: Vec<usize> = (0..counts.options().len())
        .filter(|place| worth(*place) == worth(picked[0]))
        .collect();
    let mut options = vec![0; counts.options().len()];
    for _ in 0..counts.valid() {
        options[alike[random.place(alike.len())]] += 1;
    }
    Counts::new(options, counts.unsure())
}
