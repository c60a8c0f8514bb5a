//! The figures of the method are computed once more by another program (Python with mpmath: Student's t by root finding
//! on the incomplete beta function, Wilson's and MOVER's formulas as in the method, section 2.1) to six decimals.

use super::*;
use crate::domain::{
    example,
    survey::{Item, Wording},
    tally::{Counts, Tally},
};

/// People of ten, executives guessing; and how often.
const GUESSED: usize = 3;
const OFTEN: usize = 2;

#[test]
fn the_change_of_guesses_and_shares_is_the_one_computed_elsewhere() {
    let then = with(GUESSED, vec![0, 0, 0, 0, 0, 0, 1, 2, 2, 1, 0], vec![9, 21]);
    let now = with(GUESSED, vec![0, 0, 0, 0, 1, 3, 2, 0, 0, 0, 0], vec![18, 13]);

    let row = row(&now, &then, GUESSED);

    let executive = row.sides.executive.unwrap();
    near(
        &executive,
        -23.333_333,
        [
            (-36.881_489, -9.785_177),
            (-33.953_571, -12.713_096),
            (-31.111_925, -15.554_741),
        ],
    );
    let team = row.sides.team.unwrap();
    near(
        &team,
        28.064_516,
        [
            (3.189_361, 48.526_615),
            (7.146_497, 45.767_992),
            (11.792_831, 42.320_24),
        ],
    );
    let gap = row.gap.unwrap();
    near(
        &gap.change,
        -51.397_849,
        [
            (-75.938_632, -23.072_492),
            (-72.042_522, -27.938_247),
            (-67.637_682, -33.362_489),
        ],
    );
    assert!((gap.now - gap.then - gap.change.points).abs() < 1e-9);
    // Among eighteen rows a range that just leaves out zero is not enough.
    assert_eq!(executive.evidence, Evidence::Possible);
    assert_eq!(gap.change.evidence, Evidence::Clear);
}

#[test]
fn the_change_of_means_on_a_scale_is_the_one_computed_elsewhere() {
    let then = with(OFTEN, vec![0, 1, 2, 3, 0], vec![6, 9, 8, 5, 2]);
    let now = with(OFTEN, vec![1, 2, 2, 1, 0], vec![2, 5, 9, 9, 5]);

    let row = row(&now, &then, OFTEN);

    near(
        &row.sides.executive.unwrap(),
        -20.833_333,
        [
            (-55.705_034, 14.038_367),
            (-48.168_842, 6.502_176),
            (-40.854_71, -0.811_957),
        ],
    );
    near(
        &row.sides.team.unwrap(),
        18.333_333,
        [
            (2.841_414, 33.825_253),
            (5.463_023, 31.203_643),
            (8.399_669, 28.266_998),
        ],
    );
    near(
        &row.gap.unwrap().change,
        -39.166_667,
        [
            (-77.324_694, -1.008_639),
            (-69.380_487, -8.952_846),
            (-61.516_906, -16.816_427),
        ],
    );
}

#[test]
fn what_did_not_change_is_nowhere_called_a_change() {
    let survey = example::survey();
    let then = with(GUESSED, vec![0, 0, 0, 0, 0, 0, 1, 2, 2, 1, 0], vec![9, 21]);
    let now = with(GUESSED, vec![0, 0, 0, 0, 1, 3, 2, 0, 0, 0, 0], vec![18, 13]);
    let waves = Waves::of((&survey, &now), (&survey, &then)).unwrap();
    assert_eq!((waves.items.len(), waves.dimensions.len()), (18, 6));
    for row in waves.items.iter().filter(|row| row.place != GUESSED) {
        let changes = row.sides.executive.iter().chain(&row.sides.team);
        for change in changes.chain(row.gap.as_ref().map(|gap| &gap.change)) {
            assert!(change.points.abs() < 1e-9 && !change.evidence.has_direction());
        }
    }
    let dimension = &waves.dimensions[1];
    let items: Vec<f64> = waves.items[3..6]
        .iter()
        .map(|row| row.gap.unwrap().change.points)
        .collect();
    let average = items.iter().sum::<f64>() / 3.0;
    assert!((dimension.gap.unwrap().change.points - average).abs() < 1e-9);
}

#[test]
fn what_is_hidden_in_either_tally_is_hidden() {
    let survey = example::survey();
    let shown = with(GUESSED, vec![0, 0, 0, 0, 1, 3, 2, 0, 0, 0, 0], vec![18, 13]);
    let hidden = with(GUESSED, vec![0, 0, 0, 0, 1, 3, 2, 0, 0, 0, 0], vec![2, 2]);
    for (now, then) in [(&shown, &hidden), (&hidden, &shown)] {
        let waves = Waves::of((&survey, now), (&survey, then)).unwrap();
        let row = &waves.items[GUESSED];
        assert!(row.sides.team.is_none() && row.gap.is_none());
        assert!(row.sides.executive.is_some());
        assert!(waves.dimensions[1].gap.is_none());
    }
}

#[test]
fn another_wording_or_scale_is_not_compared_and_named() {
    let now = example::survey();
    let mut then = now.clone();
    let mut dimensions = then.dimensions();
    dimensions[1].items[0].question.team = "Have you got a tool?".into();
    let gone = dimensions[5].items.remove(2);
    dimensions[5].items.push(Item {
        id: "9.9".into(),
        label: "Gone".into(),
        ..gone
    });
    then.wording = Wording::of(dimensions);
    let released = Released::of(&now, &example::tally());

    let waves = Waves::of((&now, &released), (&then, &released)).unwrap();

    assert_eq!(
        (waves.changed, waves.new, waves.gone),
        (vec![3], vec![17], vec!["Gone".to_owned()])
    );
    assert_eq!(waves.items.len(), 16);
    let dimensions: Vec<usize> = waves.dimensions.iter().map(|row| row.place).collect();
    assert_eq!(dimensions, [0, 2, 3, 4]);
}

#[test]
fn the_same_tally_and_other_surveys_are_named() {
    let survey = example::survey();
    let released = Released::of(&survey, &example::tally());
    let now = (&survey, &released);
    assert_eq!(Waves::of(now, now), Err(NotCompared::Same));
    let mut other = survey.clone();
    other.team = "Payments".to_owned();
    assert_eq!(
        Waves::of(now, (&other, &released)),
        Err(NotCompared::OtherTeam)
    );
    let mut foreign = survey.clone();
    let mut dimensions = foreign.dimensions();
    for (place, item) in dimensions
        .iter_mut()
        .flat_map(|dimension| &mut dimension.items)
        .enumerate()
    {
        item.id = format!("x{place}").into();
    }
    foreign.wording = Wording::of(dimensions);
    assert_eq!(
        Waves::of(now, (&foreign, &released)),
        Err(NotCompared::OtherWording)
    );
}

fn near(change: &Change, points: f64, ranges: [(f64, f64); 3]) {
    assert!((change.points - points).abs() < 1e-6, "{change:?}");
    let Ranges {
        at_95,
        at_90,
        at_80,
    } = change.ranges;
    for (range, (low, high)) in [at_95, at_90, at_80].into_iter().zip(ranges) {
        assert!((range.low - low).abs() < 1e-6, "{range:?} is not {low}");
        assert!((range.high - high).abs() < 1e-6, "{range:?} is not {high}");
    }
}

fn row(now: &Released, then: &Released, place: usize) -> Row {
    let survey = example::survey();
    let waves = Waves::of((&survey, now), (&survey, then)).unwrap();
    waves
        .items
        .into_iter()
        .find(|row| row.place == place)
        .unwrap()
}

/// The example with these answers to one item.
fn with(place: usize, executive: Vec<u32>, team: Vec<u32>) -> Released {
    let survey = example::survey();
    let ballots = example::tally().ballots();
    let mut items = example::tally().items().to_vec();
    let counts = |options: Vec<u32>, ballots: u32| {
        let valid: u32 = options.iter().sum();
        Counts::new(options, ballots - valid)
    };
    items[place].executive = counts(executive, ballots.executive);
    items[place].team = counts(team, ballots.team);
    let tally = Tally::with_counts(&survey, ballots, items).unwrap();
    Released::of(&survey, &tally)
}
