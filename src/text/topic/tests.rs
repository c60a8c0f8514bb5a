//! Every topic is half a page, blames nobody, and has a direction only where the gap has one.

use super::*;
use crate::domain::{
    evidence::Evidence, example, release::Released, survey::Wording, tally::Tally,
    template::ai_reality_check,
};

/// Words of blame.
const BLAME: [&str; 11] = [
    "wrong",
    "fault",
    "blame",
    "ignor",
    "blind",
    "should have",
    "naive",
    "overestimat",
    "underestimat",
    "out of touch",
    "resist",
];

/// Fewest and most words of a half page.
const WORDS: std::ops::RangeInclusive<usize> = 150..=240;

#[test]
fn every_dimension_that_ships_has_half_a_page_of_its_own() {
    let dimensions = ai_reality_check(true);
    assert_eq!(dimensions.len(), TOPICS.len());
    for (dimension, topic) in dimensions.iter().zip(&TOPICS) {
        assert_eq!(dimension.name, topic.dimension);
    }
    for topic in TOPICS.iter().chain([&GENERAL]) {
        for direction in topic.directions {
            let all = [&[direction], topic.body.as_slice(), &[topic.monday]]
                .concat()
                .join(" ");
            let words = all.split_whitespace().count();
            assert!(WORDS.contains(&words), "{words} words: {}", topic.dimension);
            let low = all.to_lowercase();
            let blame = BLAME.iter().find(|word| low.contains(**word));
            assert_eq!(blame, None, "{}", topic.dimension);
        }
    }
}

#[test]
fn the_gap_at_hand_is_told_with_its_own_two_values() {
    let results = results();
    let page = of_item(&results, 6, false).unwrap();
    assert_eq!(
        page.title,
        "Why single tries do not add up without time, a place and credit"
    );
    assert!(
        page.paragraphs[0].starts_with(
            "Shared an AI tip in the past 30 days: Leaders guess 6\u{A0}in\u{A0}10; 2\u{A0}in\u{A0}10 say so. From above,"
        ),
        "{}",
        page.paragraphs[0]
    );
    assert!(
        page.plain()
            .last()
            .unwrap()
            .starts_with("On Monday: Put twenty minutes")
    );
    assert_eq!(of_item(&results, 18, false), None);
}

#[test]
fn nothing_points_one_way_where_the_gap_does_not() {
    let directions: Vec<&str> = TOPICS.iter().flat_map(|topic| topic.directions).collect();
    for evidence in [Evidence::Close, Evidence::CannotTell] {
        let mut results = results();
        for item in results.dimensions.iter_mut().flat_map(|one| &mut one.items) {
            item.gap.as_mut().unwrap().evidence = evidence;
        }
        for place in 0..results.items().count() {
            let first = &of_item(&results, place, false).unwrap().paragraphs[0];
            assert!(
                directions.iter().all(|words| !first.contains(words)),
                "{first}"
            );
            assert!(!first.contains("in\u{A0}10"), "{first}");
        }
    }
    let survey = example::survey();
    let hidden = Released::of(&survey, &Tally::empty(&survey));
    let hidden = Results::of(&survey, &hidden);
    let first = &of_item(&hidden, 0, false).unwrap().paragraphs[0];
    assert!(
        first.ends_with("hidden to protect people, so ask before anything else."),
        "{first}"
    );
}

#[test]
fn of_exactly_this_group_a_gap_is_as_it_is_however_sure_it_is_of_others() {
    let sure = of_item(&results(), 6, true);
    for evidence in [Evidence::Possible, Evidence::CannotTell] {
        let mut results = results();
        for item in results.dimensions.iter_mut().flat_map(|one| &mut one.items) {
            item.gap.as_mut().unwrap().evidence = evidence;
        }
        assert_eq!(of_item(&results, 6, true), sure);
    }
}

#[test]
fn a_dimension_of_other_wording_gets_what_fits_every_gap() {
    let mut results = results();
    results.dimensions[0].dimension.name = "Something else".into();
    let page = of_item(&results, 0, false).unwrap();
    assert_eq!(page.paragraphs[1..], general().paragraphs);
}

fn results() -> Results {
    let mut survey = example::survey();
    survey.wording = Wording::RealityCheck;
    Results::of(&survey, &Released::of(&survey, &example::tally()))
}
