//! The method's numbers beside those of another program, in arithmetic of 30 digits, that was written from the method's
//! text alone: 251 pairs of groups of every kind of question, from one person to two million; averages of them as
//! dimensions have them; words for 18 shown together; Student's quantiles.

use plumbline::domain::{
    evidence::Ranges,
    gap::{Comparison, Pair, judge},
    side::BySide,
    statistics::{
        Confidence, Population, Range, Sample, benjamini_hochberg, consensus, dominance, switches,
        worst_case,
    },
};
use serde_json::Value;

use super::cases::{LEVELS, list, numbers, text, word};

const RECOMPUTED: &str = include_str!("../fixtures/recomputed.json");
/// How far a number may be from the other one, as a part of itself, and of 1 where it is smaller.
const CLOSE: f64 = 1e-9;

#[test]
fn pairs_of_groups() {
    for (place, case) in list(&recomputed()["cases"]).iter().enumerate() {
        let what = |field: &str| format!("case {place}, a {}: {field}", text(&case["kind"]));
        let counts = [numbers(&case["executives"]), numbers(&case["team"])];
        let [executive, team] = counts.each_ref().map(|counts| sample(counts));
        for (side, sample) in [executive, team].into_iter().enumerate() {
            close(sample.mean(), &case["means"][side], &what("mean"));
            for (level, (name, confidence)) in LEVELS.into_iter().enumerate() {
                let found = sample.estimate(confidence, Population::PeopleLikeThese);
                let expected = &case["ranges"][side][level];
                close_range(found.range, expected, &what(name));
            }
        }
        let comparison = comparison(case);
        close(comparison.points(), &case["gap"], &what("gap"));
        close(comparison.chance(), &case["chance"], &what("chance"));
        let gap = judge(&[Some(comparison)])[0].expect("both sides are there");
        close_ranges(gap.ranges, &case["gap_ranges"], &what("gap"));
        if !case["people"].is_null() {
            let group = gap.this_group.expect("the people are counted");
            close_ranges(group, &case["this_group"], &what("this group"));
            for (side, sample) in [executive, team].into_iter().enumerate() {
                let people = case["people"][side].as_u64().expect("people are counted");
                let worst = worst_case(&sample, people).expect("they are enough");
                close_range(worst, &case["worst"][side], &what("worst case"));
            }
        }
        let [executives, team] = &counts;
        if !case["fewest"].is_null() {
            let found = switches(executives, team).expect("both sides are there");
            assert_eq!(found.fewest, case["fewest"], "{}", what("fewest switches"));
        }
        if !case["delta"].is_null() {
            let found = dominance(executives, team, Confidence::P95).expect("the same options");
            close(found.delta, &case["delta"], &what("delta"));
            if !case["delta_range"].is_null() {
                close_range(found.range, &case["delta_range"], &what("delta's range"));
            }
        }
        for (side, counts) in counts.iter().enumerate() {
            if !case["consensus"][side].is_null() {
                let found = consensus(counts).expect("somebody answered");
                close(found, &case["consensus"][side], &what("consensus"));
            }
        }
    }
}

#[test]
fn averages_of_pairs() {
    let all = recomputed();
    for (place, dimension) in list(&all["dimensions"]).iter().enumerate() {
        let items = items(&all, dimension).into_iter();
        let pairs = items.flat_map(pairs).collect();
        let comparison = Comparison::of(pairs).expect("it has items");
        let what = format!("dimension {place}");
        close(comparison.points(), &dimension["gap"], &what);
        close(comparison.chance(), &dimension["chance"], &what);
        let gap = judge(&[Some(comparison)])[0].expect("both sides are there");
        close_ranges(gap.ranges, &dimension["gap_ranges"], &what);
    }
}

#[test]
fn words_for_what_is_shown_together() {
    let all = recomputed();
    for shown in list(&all["shown"]) {
        let items = items(&all, shown);
        let comparisons = items.iter().map(|item| Some(comparison(item)));
        let comparisons: Vec<Option<Comparison>> = comparisons.collect();
        let chances = comparisons.iter().flatten().map(Comparison::chance);
        let adjusted = benjamini_hochberg(&chances.collect::<Vec<f64>>());
        for (place, gap) in judge(&comparisons).into_iter().enumerate() {
            let item = &shown["items"][place];
            let what = format!("case {item} among others");
            close(adjusted[place], &shown["adjusted"][place], &what);
            let gap = gap.expect("both sides are there");
            assert_eq!(word(gap.evidence), text(&shown["words"][place]), "{what}");
        }
    }
}

#[test]
fn quantiles_of_student() {
    for row in list(&recomputed()["student"]) {
        let degrees = row[0].as_u64().expect("degrees are whole");
        for (place, (level, confidence)) in LEVELS.into_iter().enumerate() {
            let what = format!("{degrees} degrees, {level}");
            close(confidence.t(degrees), &row[place + 1], &what);
        }
    }
}

fn recomputed() -> Value {
    serde_json::from_str(RECOMPUTED).expect("it is JSON")
}

fn items<'a>(all: &'a Value, of: &Value) -> Vec<&'a Value> {
    let places = list(&of["items"]).iter();
    let places = places.map(|place| place.as_u64().and_then(|place| usize::try_from(place).ok()));
    places
        .map(|place| &all["cases"][place.expect("a place is whole")])
        .collect()
}

fn comparison(case: &Value) -> Comparison {
    Comparison::of(pairs(case)).expect("there is one pair")
}

fn pairs(case: &Value) -> Vec<Pair> {
    let samples = BySide {
        executive: sample(&numbers(&case["executives"])),
        team: sample(&numbers(&case["team"])),
    };
    let people = BySide {
        executive: case["people"][0].as_u64(),
        team: case["people"][1].as_u64(),
    };
    vec![Pair { samples, people }]
}

fn sample(counts: &[u64]) -> Sample {
    Sample::of_counts(counts).expect("somebody answered")
}

fn close_ranges(found: Ranges, expected: &Value, what: &str) {
    let found = [found.at_95, found.at_90, found.at_80];
    for (place, found) in found.into_iter().enumerate() {
        close_range(found, &expected[place], what);
    }
}

fn close_range(found: Range, expected: &Value, what: &str) {
    close(found.low, &expected[0], what);
    close(found.high, &expected[1], what);
}

fn close(found: f64, expected: &Value, what: &str) {
    let expected = expected.as_f64().expect("it is a number");
    let off = (found - expected).abs() / expected.abs().max(1.0);
    assert!(off < CLOSE, "{what}: {found} is not {expected}");
}
