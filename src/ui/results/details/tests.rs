//! Whole lists of what is said behind a row.

use super::*;
use crate::{
    domain::{
        example,
        tally::{Counts, Tally},
    },
    text::article,
    ui::results::every_picture::of as subject,
};

/// Places of items: a guess, yes or no, five options, hours.
const GUESS: usize = 3;
const YES_NO: usize = 1;
const FIVE: usize = 2;
const HOURS: usize = 5;

#[test]
fn of_the_example_all_that_stands_behind_an_item_is_said() {
    let subject = subject(example::survey(), &example::tally());
    assert_eq!(
        said(&subject, HOURS),
        [
            "Two hours a week or more: 8\u{A0}in\u{A0}10 leaders expect it; 2\u{A0}in\u{A0}10 in the team say so. Clear gap: unlikely to be only who happened to answer.",
            "Executives n 6, team n 29. Gap, 95 % range: +19 to +80.",
            "4 people would have to change their answer to close the gap.",
            "Describing exactly this group, the gap lies between +46 and +73.",
            "More executive answers would sharpen this; more team answers would not.",
            "Leaders’ answers are mixed: consensus 0.73 over the options, where 1 is all alike; standard deviation 41 points of 100.",
            "The team mostly agrees: consensus 0.76 over the options, where 1 is all alike; standard deviation 41 points of 100.",
            "Median: executives about 4 hours; team under 2 hours.",
            "Of every 100 pairs of a leader and a team member, those in which the leader answers higher, less those in which the team member does: +79, range +39 to +94 (Cliff’s delta).",
        ]
    );
    assert_eq!(
        said(&subject, GUESS),
        [
            "Too few answers to tell: the gap could be anywhere from −7 to +22.",
            "Executives n 6, team n 31. Gap, 95 % range: −7 to +22.",
            "1 person would have to change their answer to close the gap.",
            "Describing exactly this group, the gap lies between −1 and +11.",
            "More executive answers would sharpen this; more team answers would not.",
            "Leaders mostly agree: consensus 0.92 over the options, where 1 is all alike; standard deviation 8 points of 100.",
            "The team’s answers: consensus 0.45 over the options, where 1 is all alike; standard deviation 34 points of 100.",
        ]
    );
}

#[test]
fn where_everyone_answered_one_person_stands_instead_of_a_range() {
    let mut survey = example::survey();
    survey.invited = example::tally().ballots();
    assert_eq!(
        said(&subject(survey, &example::tally()), YES_NO),
        [
            "Of the leaders, 7\u{A0}in\u{A0}10 say yes; of the team, 2\u{A0}in\u{A0}10. Clear gap: unlikely to be only who happened to answer.",
            "Executives n 6, team n 30. Gap, 95 % range: +3 to +70.",
            "All 6 executives answered. One person changing their answer moves their figure by up to 17 points; 3 people would have to change to close the gap.",
            "All 31 team members answered. One person changing their answer moves their figure by up to 3 points; 3 people would have to change to close the gap.",
            "Describing exactly this group, the gap has no range: everyone answered.",
            "Leaders’ answers: consensus 0.08 over the options, where 1 is all alike; standard deviation 52 points of 100.",
            "The team’s answers: consensus 0.22 over the options, where 1 is all alike; standard deviation 43 points of 100.",
            "Of every 100 pairs of a leader and a team member, those in which the leader answers higher, less those in which the team member does: +43, range −7 to +76 (Cliff’s delta).",
        ]
    );
}

#[test]
fn of_exactly_this_group_nothing_of_people_like_these_stands_behind_an_item() {
    let subject = subject(example::survey(), &example::tally());
    let item = subject.results.items().nth(HOURS).unwrap();
    assert_eq!(
        sentences(&subject, item, true),
        [
            "Two hours a week or more: 8\u{A0}in\u{A0}10 leaders expect it; 2\u{A0}in\u{A0}10 in the team say so.",
            "Executives n 6, team n 29.",
            "4 people would have to change their answer to close the gap.",
            "Describing exactly this group, the gap lies between +46 and +73.",
            "Leaders’ answers are mixed: consensus 0.73 over the options, where 1 is all alike; standard deviation 41 points of 100.",
            "The team mostly agrees: consensus 0.76 over the options, where 1 is all alike; standard deviation 41 points of 100.",
            "Median: executives about 4 hours; team under 2 hours.",
        ]
    );
    assert_eq!(
        named(item, true),
        format!(
            "{}: {}",
            item.item.label,
            "+63, range of exactly this group +46 to +73, 4 people would have to change to close it"
        )
    );
    for dimension in &subject.results.dimensions {
        let said = of_dimension(&subject, dimension, true).join(" ");
        assert!(!said.contains("clear") && !said.contains("95 %"), "{said}");
        assert!(said.contains("Describing exactly this group"), "{said}");
    }
}

#[test]
fn where_under_80_percent_answered_the_silent_are_told_of() {
    let mut survey = example::survey();
    survey.invited = BySide {
        executive: 9,
        team: 62,
    };
    assert_eq!(
        said(&subject(survey, &example::tally()), GUESS),
        [
            "Too few answers to tell: the gap could be anywhere from −7 to +22.",
            "Executives n 6, team n 31. Gap, 95 % range: −7 to +22.",
            "1 person would have to change their answer to close the gap.",
            "Describing exactly this group, the gap lies between −3 and +16.",
            "More executive answers would sharpen this; more team answers would not.",
            "Leaders mostly agree: consensus 0.92 over the options, where 1 is all alike; standard deviation 8 points of 100.",
            "The team’s answers: consensus 0.45 over the options, where 1 is all alike; standard deviation 34 points of 100.",
            "3 executives did not answer and may differ. If all of them were at the low end, the figure would be 61; if all were at the high end, 94.",
            "31 team members did not answer and may differ. If none of them would say yes, the figure would be 44; if all would, 94.",
        ]
    );
}

#[test]
fn a_side_that_is_split_is_said_to_share_no_view() {
    let split = with(FIVE, [vec![3, 0, 0, 0, 3], vec![15, 0, 0, 1, 15]]);
    assert_eq!(
        said(&split, FIVE),
        [
            "Too few answers to tell: the gap could be anywhere from −54 to +52.",
            "Executives n 6, team n 31. Gap, 95 % range: −54 to +52.",
            "1 person would have to change their answer to close the gap.",
            "Describing exactly this group, the gap lies between −24 and +22.",
            "More executive answers would sharpen this; more team answers would not.",
            "Leaders do not share one view: consensus 0.00 over the options, where 1 is all alike; standard deviation 55 points of 100.",
            "The team does not share one view: consensus 0.02 over the options, where 1 is all alike; standard deviation 50 points of 100.",
            "Of the leaders 50 % and of the team 52 % chose one of the two highest options; the difference lies between −37 and +34 points.",
            "Of every 100 pairs of a leader and a team member, those in which the leader answers higher, less those in which the team member does: 0, range −45 to +45 (Cliff’s delta).",
        ]
    );
}

#[test]
fn of_five_options_the_two_highest_are_told() {
    assert_eq!(
        said(&subject(example::survey(), &example::tally()), FIVE),
        [
            "From never, 0, to always, 100: leaders are at 63, the team at 33. Clear gap: unlikely to be only who happened to answer.",
            "Executives n 6, team n 28. Gap, 95 % range: +1 to +58.",
            "3 people would have to change their answer to close the gap.",
            "Describing exactly this group, the gap lies between +18 and +41.",
            "More executive answers would sharpen this; more team answers would not.",
            "Leaders’ answers are mixed: consensus 0.65 over the options, where 1 is all alike; standard deviation 26 points of 100.",
            "The team’s answers are mixed: consensus 0.68 over the options, where 1 is all alike; standard deviation 23 points of 100.",
            "Of the leaders 50 % and of the team 11 % chose one of the two highest options; the difference lies between +4 and +71 points.",
            "Of every 100 pairs of a leader and a team member, those in which the leader answers higher, less those in which the team member does: +60, range +8 to +86 (Cliff’s delta).",
        ]
    );
}

#[test]
fn a_hidden_side_does_not_silence_the_other() {
    let hidden = with(HOURS, [vec![0, 1, 2, 2, 1, 0], vec![4, 0, 0, 0, 0, 0]]);
    assert_eq!(
        said(&hidden, HOURS),
        [
            "Hidden to protect people: fewer than 5 answers.",
            "Executives n 6, team n –.",
            "Leaders’ answers are mixed: consensus 0.73 over the options, where 1 is all alike; standard deviation 41 points of 100.",
            "Median: executives about 4 hours.",
        ]
    );
    let item = hidden.results.items().nth(HOURS).unwrap();
    assert_eq!(
        sentences(&hidden, item, true)[0],
        "Hidden to protect people: fewer than 5 answers."
    );
}

#[test]
fn the_article_says_which_answers_would_sharpen_the_headline() {
    let of_executives = |executives: u32| {
        let mut survey = example::survey();
        survey.invited.executive = executives;
        let subject = subject(survey, &example::tally());
        article::sure(&subject.survey, &subject.results).remove(0)
    };
    let gap = "The headline is about a gap of 45 points, with a range of +12 to +67. It is clear: unlikely to be only who happened to answer.";
    assert_eq!(
        of_executives(7),
        format!("{gap} More executive answers would sharpen this; more team answers would not.")
    );
    // All executives answered already.
    assert_eq!(of_executives(6), gap);
}

fn said(subject: &Subject, place: usize) -> Vec<String> {
    let item = subject.results.items().nth(place).unwrap();
    sentences(subject, item, false)
}

/// The example with other answers to one item; who is not among them did not know.
fn with(place: usize, counts: [Vec<u32>; 2]) -> Subject {
    let tally = example::tally();
    let ballots = tally.ballots();
    let mut items = tally.items().to_vec();
    for (side, counts) in Side::ALL.into_iter().zip(counts) {
        let valid: u32 = counts.iter().sum();
        *items[place].of_mut(side) = Counts::new(counts, ballots.of(side) - valid);
    }
    let survey = example::survey();
    let tally = Tally::with_counts(&survey, ballots, items).unwrap();
    subject(survey, &tally)
}
