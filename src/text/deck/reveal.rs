//! The steps of a gap slide: the question, the two values, the word, and the question to ask.

use crate::{
    domain::{
        results::ItemResult,
        results::Shown,
        scale::Scale,
        side::{BySide, Side},
    },
    text::{common::list, finding, moves, results, views},
};

/// Over the guess.
pub const GUESS: &str = "What would you guess?";
/// What to press.
pub const HOW_TO_GUESS: &str = "Press up to three: the room’s low, middle and high guess.";
/// The name of the row of buttons.
pub const GUESSES: &str = "The room’s guess, from 0 to 100";
/// Beside the marks of the guess.
pub const ROOM: &str = "the room’s guess";
/// Before the question to ask.
pub const ASK: &str = "Ask";

/// The question, as the team was asked.
#[must_use]
pub fn asked(item: &ItemResult) -> String {
    format!("The team was asked: “{}”", item.item.question.team)
}

/// What there is to guess on this scale.
#[must_use]
pub const fn to_guess(scale: Scale) -> &'static str {
    match scale {
        Scale::PeopleInTen | Scale::YesNo => "How many of every 100 in the team say yes?",
        Scale::Hours => "How many of every 100 in the team say two hours or more?",
        Scale::Weeks => "How many of every 100 in the team say within 12 weeks?",
        Scale::Days => "Where is the team, from no day, 0, to all 7 days, 100?",
        Scale::Often => "Where is the team, from never, 0, to always, 100?",
        Scale::Agreement => "Where is the team, from disagreeing, 0, to agreeing, 100?",
    }
}

/// What stands on the axis of this scale at 0, 25, 50, 75 and 100 points.
#[must_use]
pub const fn ticks(scale: Scale) -> [&'static str; 5] {
    match scale {
        Scale::Days => ["0 · no day", "25", "50", "75", "100 · all 7 days"],
        Scale::Often => ["0 · never", "25", "50", "75", "100 · always"],
        Scale::Agreement => ["0 · disagree", "25", "50", "75", "100 · agree"],
        Scale::PeopleInTen | Scale::YesNo | Scale::Hours | Scale::Weeks => results::AXIS,
    }
}

/// The room's guesses, lowest first.
#[must_use]
pub fn guessed(guesses: &[u8]) -> String {
    let told: Vec<String> = guesses.iter().map(ToString::to_string).collect();
    match guesses {
        [] => "The room has not guessed.".to_owned(),
        _ => format!("The room guesses {}.", list(&told)),
    }
}

/// One side's value, as it is said when its mark appears.
#[must_use]
pub fn value(item: &ItemResult, side: Side) -> String {
    let shown = results::shown(*item.shown.of(side));
    match side {
        Side::Executive => format!("Executives: {shown}."),
        Side::Team => format!("Team: {shown}."),
    }
}

/// How sure the gap is, with its range.
#[must_use]
pub fn word(item: &ItemResult, minimum: BySide<u32>) -> String {
    let said = finding::item(item, minimum);
    match item.gap {
        Some(gap) if gap.evidence.has_direction() => format!(
            "{said} The gap is {} points; it could be anywhere from {}.",
            results::gap(gap.points),
            finding::range(gap.ranges.at_95)
        ),
        Some(_) | None => said,
    }
}

/// What was found, under a title of the organiser's own.
#[must_use]
pub fn found(title: &str, word: &str) -> String {
    format!("{title}: {word}")
}

/// The question to ask about a dimension.
#[must_use]
pub fn ask(dimension: &str) -> &'static str {
    moves::of(dimension).question
}

/// Both values as a sentence; nothing while one is hidden.
#[must_use]
pub fn views(item: &ItemResult) -> Option<String> {
    let (Shown::Group(executive), Shown::Group(team)) = (item.shown.executive, item.shown.team)
    else {
        return None;
    };
    Some(views::item(item.item.scale, BySide { executive, team }))
}

/// What a screen reader says at a step of the slide, counted from 0.
#[must_use]
pub fn step(step: u8, item: &ItemResult, dimension: &str, minimum: BySide<u32>) -> String {
    match step {
        0 => format!(
            "{} {GUESS} {}",
            item.item.question.team,
            to_guess(item.item.scale)
        ),
        1 => value(item, Side::Executive),
        2 => value(item, Side::Team),
        3 => word(item, minimum),
        _ => format!("{ASK}: {}", ask(dimension)),
    }
}
