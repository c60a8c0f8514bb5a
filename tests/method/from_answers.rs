//! From how many chose each option to what is shown, against a table of figures that a second program computed.
//!
//! `super::recomputed` starts from steps of a scale; this starts from the options in the order shown, and so tries
//! which of them count as yes, as two hours or more, as within 12 weeks. It adds what is not there: the middle of
//! hours and weeks, groups that do not overlap, shares of a known number of people, the smallest gap that can be seen,
//! and whole surveys with what is hidden and the words of all that is shown together.
//!
//! `fixtures/recomputed_from_answers.json` was written by an independent implementation in arbitrary precision
//! (mpmath, 34 digits; people and ties in exact fractions), made from the words of the method alone, without a look at
//! the formulas of this crate. It gives twelve digits; ranges come as low and high, levels as 95, 90, 80 %.
//!
//! Where those words leave something open, both follow one reading: a single answer on a scale could be anything
//! from 0 to 100; for groups that do not overlap Cliff's delta has the range of the R package effsize, whose variances
//! lie about the eased delta and whose outer end is the delta itself.

use plumbline::domain::{
    gap::{Comparison, Gap, Pair, judge},
    release::Released,
    results::Results,
    scale::Scale,
    side::{BySide, Side},
    statistics::{
        Confidence, Population, Range, Sample, Switches, benjamini_hochberg, consensus, dominance,
        median, smallest_visible_gap, switches, wilson, worst_case,
    },
    survey::{Survey, Wording},
    tally::{Counts, Tally},
};
use serde_json::Value;

use super::cases::{LEVELS, list, numbers, text, whole, word};

const TABLE: &str = include_str!("../fixtures/recomputed_from_answers.json");
/// How far a figure may be off, as a share of its size.
const NEAR: f64 = 1e-9;
/// Smaller figures may be off as far as this one: next to zero a share of the size says nothing.
const SMALL: f64 = 0.1;

/// What was found to differ in one case.
struct Case<'a> {
    name: String,
    given: &'a Value,
    differences: Vec<String>,
}

impl Case<'_> {
    fn same(&mut self, field: &str, found: f64, expected: &Value) {
        let expected = expected.as_f64().unwrap();
        let off = (found - expected).abs() / expected.abs().max(SMALL);
        // Not a number is off too.
        if off.is_nan() || off > NEAR {
            self.differs(field, &found, &expected);
        }
    }

    fn same_range(&mut self, field: &str, found: Range, expected: &Value) {
        self.same(&format!("{field}, low"), found.low, &expected[0]);
        self.same(&format!("{field}, high"), found.high, &expected[1]);
    }

    /// The ranges at the three levels.
    fn same_ranges(&mut self, field: &str, found: impl Fn(Confidence) -> Range, expected: &Value) {
        for ((level, confidence), expected) in LEVELS.into_iter().zip(list(expected)) {
            self.same_range(
                &format!("{field} at {level} %"),
                found(confidence),
                expected,
            );
        }
    }

    fn equal<T: PartialEq + std::fmt::Debug>(&mut self, field: &str, found: &T, expected: &T) {
        if found != expected {
            self.differs(field, found, expected);
        }
    }

    fn differs(
        &mut self,
        field: &str,
        found: &impl std::fmt::Debug,
        expected: &impl std::fmt::Debug,
    ) {
        let name = &self.name;
        self.differences
            .push(format!("{name}, {field}: {found:?} is not {expected:?}"));
    }
}

/// Checks every case of a family, and then tells all that differs.
fn each(family: &str, check: impl Fn(&mut Case<'_>)) {
    let table: Value = serde_json::from_str(TABLE).unwrap();
    let cases = list(&table[family]);
    assert!(!cases.is_empty(), "{family} has no cases");
    let mut differences = Vec::new();
    for (place, given) in cases.iter().enumerate() {
        let mut case = Case {
            name: format!("{family} {place}"),
            given,
            differences: Vec::new(),
        };
        check(&mut case);
        differences.append(&mut case.differences);
    }
    assert!(differences.is_empty(), "{}", differences.join("\n"));
}

#[test]
fn shares() {
    each("wilson", |case| {
        let [x, n] = whole(&case.given["x_n"]);
        let population = case.given["people"]
            .as_u64()
            .map_or(Population::PeopleLikeThese, Population::ThisGroup);
        let range = |confidence| wilson(x, n, confidence, population).unwrap().range;
        case.same_ranges("range", range, &case.given["ranges"]);
    });
}

#[test]
fn items() {
    each("item", |case| {
        let given = case.given;
        let item = Item::of(given);
        let one = Comparison::of(vec![item.pair]).unwrap();
        for (side, place) in [(Side::Executive, 0), (Side::Team, 1)] {
            let sample = item.pair.samples.of(side);
            case.same(
                &format!("{side:?} mean"),
                sample.mean(),
                &given["means"][place],
            );
            let range = |confidence| {
                sample
                    .estimate(confidence, Population::PeopleLikeThese)
                    .range
            };
            case.same_ranges(&format!("{side:?}"), range, &given["sides"][place]);
            let counts = item.options.of(side);
            if !given["consensus"].is_null() {
                let found = consensus(counts).unwrap();
                case.same(
                    &format!("{side:?} consensus"),
                    found,
                    &given["consensus"][place],
                );
            }
            if !given["median"].is_null() {
                let [low, high]: [u64; 2] = whole(&given["median"][place]);
                let found = median(counts).map(|(low, high)| (low as u64, high as u64));
                case.equal(&format!("{side:?} median"), &found, &Some((low, high)));
            }
            if let Some(people) = item.pair.people.of(side) {
                let found = worst_case(sample, *people).unwrap();
                case.same_range(
                    &format!("{side:?} worst case"),
                    found,
                    &given["worst"][place],
                );
            }
        }
        let gap = judge(&[Some(one.clone())])[0].unwrap();
        case.same("gap", gap.points, &given["gap"]);
        case.same_ranges("gap", |confidence| one.range(confidence), &given["ranges"]);
        case.same("chance", one.chance(), &given["chance"]);
        if !given["this_group"].is_null() {
            let range = |confidence| one.range_of_this_group(confidence).unwrap();
            case.same_ranges("this group", range, &given["this_group"]);
        }
        let [executives, team, fewest] = whole(&given["switches"]);
        let expected = Switches {
            executives,
            team,
            fewest,
        };
        case.equal(
            "switches",
            &switches(&item.steps.executive, &item.steps.team),
            &Some(expected),
        );
        if !given["delta"].is_null() {
            let rising = item.options.map(|counts| item.rising(counts));
            let found = dominance(&rising.executive, &rising.team, Confidence::P95).unwrap();
            case.same("delta", found.delta, &given["delta"]);
            if !given["delta_range"].is_null() {
                case.same_range("delta", found.range, &given["delta_range"]);
            }
        }
    });
}

#[test]
fn dimensions() {
    each("dimension", |case| {
        let items = list(&case.given["items"]);
        let pairs = items.iter().map(|item| Item::of(item).pair);
        let all = Comparison::of(pairs.collect()).unwrap();
        case.same("gap", all.points(), &case.given["gap"]);
        case.same_ranges(
            "gap",
            |confidence| all.range(confidence),
            &case.given["ranges"],
        );
        case.same("chance", all.chance(), &case.given["chance"]);
        let range = |confidence| all.range_of_this_group(confidence).unwrap();
        case.same_ranges("this group", range, &case.given["this_group"]);
    });
}

#[test]
fn chances_adjusted_for_being_many() {
    each("adjusted", |case| {
        let chances: Vec<f64> = list(&case.given["chances"])
            .iter()
            .map(|p| p.as_f64().unwrap())
            .collect();
        for (place, found) in benjamini_hochberg(&chances).into_iter().enumerate() {
            case.same(
                &format!("adjusted {place}"),
                found,
                &case.given["adjusted"][place],
            );
        }
    });
}

#[test]
fn the_smallest_gaps_that_can_be_seen() {
    each("sight", |case| {
        let [executives, team] = whole(&case.given["executives_team"]);
        for ((level, confidence), expected) in LEVELS.into_iter().zip(list(&case.given["gaps"])) {
            let found = smallest_visible_gap(executives, team, confidence);
            case.same(&format!("gap at {level} %"), found, expected);
        }
    });
}

#[test]
fn whole_surveys() {
    each("survey", |case| {
        let given = case.given;
        let survey = survey(given);
        let [executive, team] = whole(&given["ballots"]).map(narrow);
        let items = list(&given["answers"]).iter().map(|answers| BySide {
            executive: counts(&answers[0], &answers[2][0]),
            team: counts(&answers[1], &answers[2][1]),
        });
        let tally =
            Tally::with_counts(&survey, BySide { executive, team }, items.collect()).unwrap();
        let results = Results::of(&survey, &Released::of(&survey, &tally));
        for (place, item) in results.items().enumerate() {
            same_gap(
                case,
                &format!("item {place}"),
                item.gap,
                &given["items"][place],
            );
        }
        for (place, dimension) in results.dimensions.iter().enumerate() {
            same_gap(
                case,
                &format!("dimension {place}"),
                dimension.gap,
                &given["dimensions"][place],
            );
        }
    });
}

/// A gap with its range at 95 % and its word; nothing expected where it is hidden.
fn same_gap(case: &mut Case<'_>, field: &str, found: Option<Gap>, expected: &Value) {
    case.equal(
        &format!("{field} is shown"),
        &found.is_some(),
        &!expected.is_null(),
    );
    if let Some(found) = found.filter(|_| !expected.is_null()) {
        case.same(field, found.points, &expected["gap"]);
        case.same_range(field, found.ranges.at_95, &expected["range"]);
        case.equal(
            &format!("{field}, word"),
            &word(found.evidence),
            &text(&expected["word"]),
        );
    }
}

fn survey(given: &Value) -> Survey {
    let by_side = |field: &str| {
        let [executive, team] = whole(&given[field]).map(narrow);
        BySide { executive, team }
    };
    Survey {
        team: "Claims".to_owned(),
        company: None,
        wording: Wording::reality_check(given["with_optional"].as_bool().unwrap()),
        invited: by_side("invited"),
        minimum: by_side("minimum"),
        public_key: [0; 32],
    }
}

fn counts(options: &Value, unsure: &Value) -> Counts {
    let options = numbers(options).into_iter().map(narrow);
    Counts::new(options.collect(), narrow(unsure.as_u64().unwrap()))
}

fn narrow(n: u64) -> u32 {
    u32::try_from(n).unwrap()
}

/// An item as the table has it: its scale, and how many chose each option in the order shown.
struct Item {
    scale: Scale,
    options: BySide<Vec<u64>>,
    steps: BySide<Vec<u64>>,
    pair: Pair,
}

impl Item {
    fn of(given: &Value) -> Self {
        let scale = scale(text(&given["scale"]));
        let options = BySide {
            executive: numbers(&given["executives"]),
            team: numbers(&given["team"]),
        };
        let steps = BySide::from_fn(|side| on_steps(scale, side, options.of(side)));
        let people = list_or_nothing(&given["people"]);
        let pair = Pair {
            samples: steps.map(|steps| Sample::of_counts(steps).unwrap()),
            people: BySide {
                executive: people.map(|[executive, _]| executive),
                team: people.map(|[_, team]| team),
            },
        };
        Self {
            scale,
            options,
            steps,
            pair,
        }
    }

    /// The options from the least capability to the most.
    fn rising(&self, counts: &[u64]) -> Vec<u64> {
        let mut counts = counts.to_vec();
        if !self.scale.is_rising(Side::Team) {
            counts.reverse();
        }
        counts
    }
}

fn list_or_nothing(people: &Value) -> Option<[u64; 2]> {
    (!people.is_null()).then(|| whole(people))
}

fn on_steps(scale: Scale, side: Side, options: &[u64]) -> Vec<u64> {
    assert_eq!(scale.picks(side).count(), options.len());
    let mut steps = vec![0; usize::from(scale.steps(side)) + 1];
    for (pick, count) in scale.picks(side).zip(options) {
        steps[usize::from(scale.step(side, pick))] += count;
    }
    steps
}

/// A scale by its name in the method.
fn scale(name: &str) -> Scale {
    match name {
        "E10" => Scale::PeopleInTen,
        "YN" => Scale::YesNo,
        "OFT" => Scale::Often,
        "DAYS" => Scale::Days,
        "HRS" => Scale::Hours,
        "WKS" => Scale::Weeks,
        "AGR5" => Scale::Agreement,
        _ => panic!("no scale is called {name}"),
    }
}
