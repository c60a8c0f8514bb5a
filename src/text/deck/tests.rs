//! Tests of what slides say.

use std::{collections::HashSet, mem::discriminant};

use super::*;
use crate::domain::{
    deck::{Deck, Shape},
    evidence::Evidence,
    example,
    release::Released,
    tally::Tally,
};

/// Words that point one way.
const DIRECTION: [&str; 8] = [
    " more ",
    " less ",
    "further",
    "higher",
    "lower",
    "guess ",
    "expect",
    "optimistic",
];

/// How many kinds of slides there are.
const KINDS: usize = 12;

/// Words that object or blame, in lower case.
const BLAME: [&str; 13] = [
    "are wrong",
    "is wrong",
    "wrong about",
    "should have",
    "fault",
    "fail to",
    "failed to",
    "refuse",
    "ignore",
    "blame",
    "you must",
    "ought to",
    "objection",
];

#[test]
fn what_cannot_be_told_has_no_direction_in_any_title() {
    for evidence in [Evidence::CannotTell, Evidence::Close] {
        for (slide, words) in deck_of_nothing_but(evidence) {
            for pointing in DIRECTION {
                assert!(
                    !words.title.to_lowercase().contains(pointing),
                    "{slide:?}: {}",
                    words.title
                );
            }
        }
    }
}

#[test]
fn possible_gaps_are_called_so() {
    let (mut results, survey, released) = example();
    let items = results.dimensions.iter_mut();
    for item in items.flat_map(|dimension| &mut dimension.items) {
        item.gap.as_mut().unwrap().evidence = Evidence::Possible;
    }
    let slides = deck(&results, &survey, &released);
    let gaps: Vec<_> = slides
        .iter()
        .filter(|(slide, _)| matches!(slide.content, Content::Gap(_)))
        .collect();
    assert_eq!(gaps.len(), 4);
    for (_, words) in gaps {
        assert!(words.title.starts_with("Possible gap: "), "{}", words.title);
        assert!(words.body[1].contains("a few different answers could undo it"));
        assert!(
            words
                .notes
                .iter()
                .any(|line| line.starts_with("Call it a possible gap"))
        );
    }
}

#[test]
fn every_slide_has_a_title_and_notes_that_say_what_can_and_cannot_be_claimed() {
    let all = decks();
    let kinds = all.iter().map(|(slide, _)| discriminant(&slide.content));
    let kinds: HashSet<_> = kinds.collect();
    assert_eq!(kinds.len(), KINDS);
    for (slide, words) in all {
        assert!(
            !words.title.is_empty() && !words.kicker.is_empty(),
            "{slide:?}"
        );
        assert!(
            !words.body.is_empty() || slide.key.text() == "overview",
            "{slide:?}"
        );
        let notes = words.notes.join("\n");
        assert!(
            notes.contains("You can say") && notes.contains("You cannot say"),
            "{notes}"
        );
        let asks = if matches!(slide.content, Content::Questions(_)) {
            // The slide itself asks, and nothing else.
            words.body.iter().all(|line| line.ends_with('?'))
        } else {
            notes.contains("Ask: ")
        };
        assert!(asks, "{slide:?}: {notes}");
    }
}

#[test]
fn neither_notes_nor_questions_object_or_blame() {
    let notes = decks().into_iter().flat_map(|(_, words)| words.notes);
    let moves = moves::ALL.into_iter().chain([moves::GENERAL]);
    let questions = moves.map(|moves| moves.question.to_owned());
    for said in notes.chain(questions) {
        let said = said.to_lowercase();
        for blaming in BLAME {
            assert!(!said.contains(blaming), "“{blaming}” in “{said}”");
        }
        let mut sentences = said.split(['.', '?', '!', ':', '“']);
        assert!(
            !sentences.any(|sentence| sentence.trim_start().starts_with("but ")),
            "{said}"
        );
    }
}

#[test]
fn where_everything_is_hidden_no_figure_of_a_side_is_told() {
    let survey = example::survey();
    let empty = Released::of(&survey, &Tally::empty(&survey));
    let slides = deck(&Results::of(&survey, &empty), &survey, &empty);
    let who = &slides[1].1;
    assert_eq!(who.title, "Too few answers to show anything yet");
    assert_eq!(
        who.body[0],
        "Of 7 executives too few have answered: a group is shown from 5 answers."
    );
    let questions: usize = slides
        .iter()
        .filter(|(slide, _)| matches!(slide.content, Content::Questions(_)))
        .map(|(_, words)| words.body.len())
        .sum();
    assert_eq!(questions, 6);
}

#[test]
fn agreed_experiments_stand_in_place_of_fitting_ones_each_on_its_slide() {
    let told = deck_with_agreed();
    assert!(
        told.iter()
            .all(|(slide, _)| slide.content != Content::Experiments)
    );
    let tried = told.iter().map(|(_, words)| words);
    let tried = tried.filter(|words| words.title.starts_with("Try "));
    let tried: Vec<&Words> = tried.collect();
    assert_eq!(tried.len(), 2);
    assert_eq!(tried[1].title, "Try 2");
    assert_eq!(tried[1].body, ["Who does the work: Ana"]);
    assert_eq!(tried[1].notes[0], "Problem: tips stay");
    for says in ["You can say: ", "You cannot say ", "Ask: "] {
        let mut notes = tried[1].notes.iter();
        assert!(notes.any(|line| line.starts_with(says)), "{says}");
    }
}

#[test]
fn every_step_of_a_reveal_is_one_thing_said() {
    let (results, survey, released) = example();
    let story = Story::of(&results, &released);
    let place = story.gaps[0];
    let item = results.items().nth(place).unwrap();
    let dimension = results.dimension_name(place);
    let said: Vec<String> = (0..5)
        .map(|step| reveal::step(step, item, dimension, survey.minimum))
        .collect();
    assert!(said[0].starts_with("In a normal week") && said[0].contains(reveal::GUESS));
    assert_eq!(said[1], "Executives: 83.");
    assert_eq!(said[2], "Team: 21.");
    assert!(said[3].contains("Clear gap") && said[3].contains("anywhere from"));
    assert!(said[4].starts_with("Ask: ") && said[4].ends_with('?'));
}

fn example() -> (Results, Survey, Released) {
    let survey = example::survey();
    let released = Released::of(&survey, &example::tally());
    (Results::of(&survey, &released), survey, released)
}

/// The slides of all decks that there are tests of: every kind of slide is among them.
fn decks() -> Vec<(Slide, Words)> {
    let (results, survey, released) = example();
    let empty = Released::of(&survey, &Tally::empty(&survey));
    let hidden = Results::of(&survey, &empty);
    let decks = [
        deck(&results, &survey, &released),
        deck_with_agreed(),
        deck_of_nothing_but(Evidence::CannotTell),
        deck_of_nothing_but(Evidence::Close),
        deck(&hidden, &survey, &empty),
    ];
    decks.into_iter().flatten().collect()
}

/// The example's, as if all its gaps had come out so.
fn deck_of_nothing_but(evidence: Evidence) -> Vec<(Slide, Words)> {
    let (mut results, survey, released) = example();
    for dimension in &mut results.dimensions {
        for item in &mut dimension.items {
            item.gap.as_mut().unwrap().evidence = evidence;
        }
        dimension.gap.as_mut().unwrap().evidence = evidence;
    }
    deck(&results, &survey, &released)
}

/// The example's, after two experiments were agreed.
fn deck_with_agreed() -> Vec<(Slide, Words)> {
    let (results, survey, released) = example();
    let agreed = [1, 2].map(|number| Experiment {
        number,
        title: format!("Try {number}"),
        lines: vec!["Who does the work: Ana".to_owned()],
        whole: vec!["Problem: tips stay".to_owned()],
    });
    deck_with(&results, &survey, &released, &agreed)
}

fn deck(results: &Results, survey: &Survey, released: &Released) -> Vec<(Slide, Words)> {
    deck_with(results, survey, released, &[])
}

fn deck_with(
    results: &Results,
    survey: &Survey,
    released: &Released,
    experiments: &[Experiment],
) -> Vec<(Slide, Words)> {
    let story = Story::of(results, released);
    let shape = Shape {
        has_of_ten: true,
        agreed: experiments.iter().map(|agreed| agreed.number).collect(),
        asking: (0..results.dimensions.len()).collect(),
    };
    let matter = Matter {
        survey,
        results,
        story: &story,
        when: "November 2026",
        experiments,
    };
    let slides = Deck::of(results, &story, &shape).slides.into_iter();
    slides
        .map(|slide| {
            let words = words(&slide, &matter);
            (slide, words)
        })
        .collect()
}
