//! Tests of what slides say.

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

#[test]
fn what_cannot_be_told_has_no_direction_in_any_title() {
    for evidence in [Evidence::CannotTell, Evidence::Close] {
        let (mut results, survey, released) = example();
        for dimension in &mut results.dimensions {
            for item in &mut dimension.items {
                item.gap.as_mut().unwrap().evidence = evidence;
            }
            dimension.gap.as_mut().unwrap().evidence = evidence;
        }
        for (slide, words) in deck(&results, &survey, &released) {
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
    let (results, survey, released) = example();
    let empty = Released::of(&survey, &Tally::empty(&survey));
    let hidden = Results::of(&survey, &empty);
    let mut all = deck(&results, &survey, &released);
    all.extend(deck(&hidden, &survey, &empty));
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
        let is_questions = matches!(slide.content, Content::Questions(_));
        assert!(is_questions || notes.contains("Ask: "), "{notes}");
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
    let (results, survey, released) = example();
    let story = Story::of(&results, &released);
    let agreed = [1, 2].map(|number| Experiment {
        number,
        title: format!("Try {number}"),
        lines: vec!["Who does the work: Ana".to_owned()],
        whole: vec!["Problem: tips stay".to_owned()],
    });
    let matter = Matter {
        experiments: &agreed,
        ..matter(&results, &survey, &story)
    };
    let shape = Shape {
        agreed: agreed.iter().map(|agreed| agreed.number).collect(),
        ..Shape::default()
    };
    let slides = Deck::of(&results, &story, &shape).slides;
    let told = slides.iter().map(|slide| words(slide, &matter));
    let told: Vec<Words> = told.collect();

    assert!(
        slides
            .iter()
            .all(|slide| slide.content != Content::Experiments)
    );
    let tried = told.iter().filter(|words| words.title.starts_with("Try "));
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

fn matter<'a>(results: &'a Results, survey: &'a Survey, story: &'a Story) -> Matter<'a> {
    Matter {
        survey,
        results,
        story,
        when: "November 2026",
        experiments: &[],
    }
}

fn deck(results: &Results, survey: &Survey, released: &Released) -> Vec<(Slide, Words)> {
    let story = Story::of(results, released);
    let shape = Shape {
        has_of_ten: true,
        agreed: Vec::new(),
        asking: (0..results.dimensions.len()).collect(),
    };
    let matter = matter(results, survey, &story);
    let slides = Deck::of(results, &story, &shape).slides.into_iter();
    slides
        .map(|slide| {
            let words = words(&slide, &matter);
            (slide, words)
        })
        .collect()
}
