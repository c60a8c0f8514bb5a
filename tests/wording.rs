//! What the results say in sentences: two views, no blame, no cause, and a direction only where the gap points one way.

#![cfg(not(target_arch = "wasm32"))]

#[path = "recovery/random.rs"]
mod random;

use std::collections::BTreeSet;

use plumbline::{
    domain::{
        evidence::Evidence,
        example,
        gap::Gap,
        release::Released,
        results::{Results, Shown, Value},
        side::{BySide, Side},
        survey::{Survey, Wording},
        tally::{Counts, Tally},
    },
    text::finding,
};
use random::Random;

/// Words of blame, of cause, and of statistics.
const FORBIDDEN: [&str; 26] = [
    "wrong",
    "mistake",
    "fail",
    "fault",
    "blame",
    "ignor",
    "blind",
    "should have",
    "naive",
    "overestimat",
    "underestimat",
    "out of touch",
    "because",
    "due to",
    "causes",
    "caused",
    "leads to",
    "therefore",
    "signific",
    "statistic",
    "p-value",
    "p =",
    "confidence",
    "hypothesis",
    "nan",
    "inf",
];
/// Words that point one way.
const DIRECTION: [&str; 7] = [
    " more ",
    " less ",
    "further",
    "higher",
    "lower",
    " than ",
    "optimistic",
];

#[test]
fn no_sentence_blames_or_names_a_cause() {
    let mut seen = BTreeSet::new();
    for_each_result(150, |survey, results| {
        for sentence in sentences(survey, results) {
            let low = format!(" {} ", sentence.text.to_lowercase());
            for word in FORBIDDEN {
                let is_part_of_a_word =
                    matches!(word, "nan" | "inf") && !low.contains(&format!(" {word} "));
                assert!(
                    is_part_of_a_word || !low.contains(word),
                    "{word:?} in {:?}",
                    sentence.text
                );
            }
            assert!(
                sentence.text.len() > 20 && !sentence.text.contains("  "),
                "{:?}",
                sentence.text
            );
            seen.insert(sentence.evidence.map(finding::word));
        }
    });
    assert_eq!(seen.len(), 6, "every word and headlines too: {seen:?}");
}

#[test]
fn only_clear_and_possible_gaps_have_a_direction() {
    for_each_result(150, |survey, results| {
        for sentence in sentences(survey, results) {
            let Some(evidence) = sentence
                .evidence
                .filter(|evidence| !evidence.has_direction())
            else {
                continue;
            };
            if evidence != Evidence::Hidden {
                let said = DIRECTION.iter().find(|word| sentence.text.contains(**word));
                assert_eq!(said, None, "{:?}", sentence.text);
            }
        }
        let has_direction = |gap: Option<Gap>| gap.is_some_and(|gap| gap.evidence.has_direction());
        if !results
            .dimensions
            .iter()
            .any(|dimension| has_direction(dimension.gap))
        {
            let headline = finding::headline(results);
            let said = DIRECTION.iter().find(|word| headline.contains(**word));
            assert_eq!(said, None, "{headline:?}");
        }
    });
}

#[test]
fn every_gap_is_said_with_its_strength() {
    for_each_result(80, |survey, results| {
        for sentence in sentences(survey, results) {
            let strength = match sentence.evidence {
                Some(Evidence::Clear) => "Clear gap: ",
                Some(Evidence::Possible) => "Possible gap: ",
                Some(Evidence::Close) => "Close: ",
                Some(Evidence::CannotTell) => {
                    "Too few answers to tell: the gap could be anywhere from "
                }
                Some(Evidence::Hidden) => "Hidden to protect people: ",
                None => continue,
            };
            assert!(sentence.text.contains(strength), "{:?}", sentence.text);
        }
    });
}

#[test]
fn a_group_of_one_mind_is_never_given_as_a_count() {
    for_each_result(150, |survey, results| {
        for result in results.items() {
            let says = finding::item(result, survey.minimum).replace('\u{A0}', " ");
            let values = Side::ALL.map(|side| value(*result.shown.of(side)));
            let is_end = |points: f64| points <= 0.0 || points >= 100.0;
            let is_counted = |value| matches!(value, Some(Value::Points(points)) if is_end(points));
            let has_words = values
                .iter()
                .any(|value| matches!(value, Some(Value::FewOrNone | Value::NearlyAll)));
            if has_words && !values.into_iter().any(is_counted) {
                assert!(
                    !says.contains("0 in 10") && !says.contains("10 in 10"),
                    "{says}"
                );
                assert!(
                    !says.contains(" 0.0 of 7") && !says.contains(" 7.0 of 7"),
                    "{says}"
                );
            }
        }
    });
}

#[test]
fn the_example_reads_well() {
    let survey = example::survey();
    let results = Results::of(&survey, &Released::of(&survey, &example::tally()));
    let first = &results.dimensions[2].items[0];
    assert_eq!(
        finding::item(first, survey.minimum),
        "Leaders guess 6\u{A0}in\u{A0}10; 2\u{A0}in\u{A0}10 say so. Clear gap: unlikely to be only who happened to answer."
    );
    assert_eq!(
        finding::headline(&results),
        "Clear gap: leaders think people are asked, and success is defined, more than those people say"
    );
}

fn value(shown: Shown) -> Option<Value> {
    match shown {
        Shown::Hidden => None,
        Shown::Group(group) => Some(group.value),
    }
}

struct Sentence {
    text: String,
    /// Of which gap; nothing for what is said of the whole.
    evidence: Option<Evidence>,
}

fn sentences(survey: &Survey, results: &Results) -> Vec<Sentence> {
    let of = |gap: Option<Gap>| Some(gap.map_or(Evidence::Hidden, |gap| gap.evidence));
    let mut sentences = vec![Sentence {
        text: finding::headline(results),
        evidence: None,
    }];
    sentences.extend(finding::others(results).map(|text| Sentence {
        text,
        evidence: None,
    }));
    for dimension in &results.dimensions {
        sentences.push(Sentence {
            text: finding::dimension(dimension, survey.minimum),
            evidence: of(dimension.gap),
        });
        for item in &dimension.items {
            sentences.push(Sentence {
                text: finding::item(item, survey.minimum),
                evidence: of(item.gap),
            });
        }
    }
    sentences
}

/// Random surveys of few and of many people.
fn for_each_result(tallies: u64, mut check: impl FnMut(&Survey, &Results)) {
    let mut survey = example::survey();
    survey.wording = Wording::RealityCheckWithPair;
    for seed in 0..tallies {
        let mut random = Random::new(seed);
        let most = [8, 26, 400][random.place(3)];
        let ballots = BySide::from_fn(|_| random.below(most));
        let mut items: Vec<BySide<Counts>> = survey
            .items()
            .iter()
            .map(|item| {
                BySide::from_fn(|side| {
                    random.counts(usize::from(item.scale.options(side)), *ballots.of(side))
                })
            })
            .collect();
        let days = items[0].team.clone();
        let none = days.options()[0];
        items[4].team = Counts::new(vec![days.valid() - none, none], days.unsure());
        let tally = Tally::with_counts(&survey, ballots, items).unwrap();
        check(
            &survey,
            &Results::of(&survey, &Released::of(&survey, &tally)),
        );
    }
}
