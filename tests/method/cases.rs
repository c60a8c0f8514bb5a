//! Reading the worked cases, and comparing with them.

use plumbline::domain::{
    evidence::Evidence,
    gap::{Comparison, Gap, Pair, judge},
    side::BySide,
    statistics::{Confidence, Range, Sample},
};
use serde_json::Value;

const CASES: &str = include_str!("../fixtures/stats_examples.json");
/// Half of the last decimal that is given.
pub(crate) const SIX_DECIMALS: f64 = 5.1e-7;
/// The three levels by their names in the cases.
pub(crate) const LEVELS: [(&str, Confidence); 3] = [
    ("95", Confidence::P95),
    ("90", Confidence::P90),
    ("80", Confidence::P80),
];

/// The whole file.
pub(crate) fn cases() -> Value {
    serde_json::from_str(CASES).unwrap()
}

/// Yes-or-no and five-step groups with these counts at either end.
pub(crate) fn samples(counts: &[u64]) -> Vec<Sample> {
    let ends = counts
        .iter()
        .flat_map(|low| counts.iter().map(move |high| (*low, *high)));
    let both = ends.flat_map(|(low, high)| {
        [
            Sample::of_counts(&[low, high]),
            Sample::of_counts(&[low, 0, 1, 0, high]),
        ]
    });
    both.flatten().collect()
}

pub(crate) fn case(id: &str) -> (Value, Value) {
    let mut cases = cases();
    let cases = cases["cases"].as_array_mut().unwrap();
    let mut case = cases
        .iter_mut()
        .find(|case| case["id"] == id)
        .unwrap()
        .take();
    (case["inputs"].take(), case["outputs"].take())
}

pub(crate) fn share(pair: &Value) -> Sample {
    let [yes, n] = whole(pair);
    Sample::share(yes, n).unwrap()
}

/// Answers as they are listed, on a scale of so many steps.
pub(crate) fn on_steps(answers: &Value, steps: usize, step: impl Fn(u64) -> u64) -> Sample {
    let mut counts = vec![0; steps + 1];
    for answer in list(answers) {
        counts[usize::try_from(step(answer.as_u64().unwrap())).unwrap()] += 1;
    }
    Sample::of_counts(&counts).unwrap()
}

pub(crate) fn one(executive: Sample, team: Sample) -> Gap {
    let samples = BySide { executive, team };
    let people = BySide::default();
    judge(&[Comparison::of(vec![Pair { samples, people }])])[0].unwrap()
}

/// Shares as x1, n1, x2, n2, averaged.
pub(crate) fn comparison(items: &[&Value]) -> Option<Comparison> {
    let pairs = items.iter().map(|item| {
        let [x1, n1, x2, n2] = whole(item);
        Pair {
            samples: BySide {
                executive: Sample::share(x1, n1).unwrap(),
                team: Sample::share(x2, n2).unwrap(),
            },
            people: BySide::default(),
        }
    });
    Comparison::of(pairs.collect())
}

pub(crate) fn word(evidence: Evidence) -> &'static str {
    match evidence {
        Evidence::Clear => "clear",
        Evidence::Possible => "possible",
        Evidence::Close => "close",
        Evidence::CannotTell => "cannot_tell",
        Evidence::Hidden => "hidden",
    }
}

pub(crate) fn same_ranges(gap: &Gap, expected: &Value, ending: &str) {
    let ranges = [gap.ranges.at_95, gap.ranges.at_90, gap.ranges.at_80];
    for (range, (level, _)) in ranges.into_iter().zip(LEVELS) {
        same_range(range, &expected[format!("ci{level}{ending}")]);
    }
}

pub(crate) fn same_range(found: Range, expected: &Value) {
    same(found.low, &expected[0]);
    same(found.high, &expected[1]);
}

pub(crate) fn same(found: f64, expected: &Value) {
    let expected = expected.as_f64().unwrap();
    assert!(
        (found - expected).abs() < SIX_DECIMALS,
        "{found} is not {expected}"
    );
}

pub(crate) fn whole<const N: usize>(list_of_numbers: &Value) -> [u64; N] {
    numbers(list_of_numbers).try_into().unwrap()
}

pub(crate) fn numbers(list_of_numbers: &Value) -> Vec<u64> {
    let numbers = list(list_of_numbers).iter();
    numbers.map(|n| n.as_u64().unwrap()).collect()
}

pub(crate) fn list(value: &Value) -> &[Value] {
    value.as_array().unwrap()
}

pub(crate) fn text(value: &Value) -> &str {
    value.as_str().unwrap()
}
