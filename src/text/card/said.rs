//! A card as labels and texts in order: what every export shows of it.

use super::label;
use crate::{
    domain::{
        card::{Card, Field, State, Unit},
        day::Day,
        survey::Survey,
    },
    text::{common::count, results},
};

/// What is shown of a card: data, never markup.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// The experiment in a few words.
    pub title: String,
    /// Whether it is agreed, in a word.
    pub state: &'static str,
    /// Labels and texts, in order; fields without a text are left out.
    pub rows: Vec<(&'static str, String)>,
}

/// What is shown of a card.
#[must_use]
pub fn told(card: &Card) -> Told {
    let rows = Field::ALL
        .into_iter()
        .filter(|field| *field != Field::Title);
    let rows = rows.map(|field| (label(field), text(card, field)));
    Told {
        title: title(card),
        state: state(card.state()),
        rows: rows.filter(|(_, text)| !text.is_empty()).collect(),
    }
}

/// A card's title; words for it where it has none.
#[must_use]
pub(super) fn title(card: &Card) -> String {
    match card.text(Field::Title) {
        "" => "Experiment without a title".to_owned(),
        title => title.to_owned(),
    }
}

/// Whether a card is agreed, in a word.
#[must_use]
pub const fn state(state: State) -> &'static str {
    match state {
        State::Idea => "Idea",
        State::Agreed => "Agreed",
    }
}

/// A field as it is read: days and time boxes in words.
#[must_use]
pub fn text(card: &Card, field: Field) -> String {
    let typed = card.text(field);
    match field {
        Field::Start | Field::LookAgain => card.day(field).map_or_else(|| typed.to_owned(), day),
        Field::TimeBox if !typed.is_empty() => time_box(typed, card.unit()),
        Field::TimeBox
        | Field::Title
        | Field::Problem
        | Field::Belief
        | Field::Steps
        | Field::Measure
        | Field::Today
        | Field::Who
        | Field::Said
        | Field::Stop => typed.to_owned(),
    }
}

/// A day, such as "29 December 2026".
#[must_use]
pub fn day(day: Day) -> String {
    format!("{} {}", day.day, results::month(day.year, day.month))
}

/// Under a card: whose results it comes from, and of which day.
#[must_use]
pub fn footer(survey: &Survey, closed: Option<Day>) -> String {
    let whose = match &survey.company {
        Some(company) => format!("{}, {company}", survey.team),
        None => survey.team.clone(),
    };
    match closed {
        Some(closed) => format!("{whose}. From the results of {}. Plumbline.", day(closed)),
        None => format!("{whose}. Plumbline."),
    }
}

fn time_box(typed: &str, unit: Unit) -> String {
    let (one, many) = match unit {
        Unit::Days => ("day", "days"),
        Unit::Weeks => ("week", "weeks"),
    };
    match typed.parse() {
        Ok(number) => count(number, one, many),
        Err(_) => format!("{typed} {many}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_card_is_told_in_the_order_of_its_fields_and_without_empty_ones() {
        let card = Card::blank("3.1")
            .with(Field::LookAgain, "2026-12-29")
            .with(Field::TimeBox, "1")
            .with(Field::Problem, "<b>Tips</b> stay.");
        let rows = [
            ("Problem", "<b>Tips</b> stay."),
            ("Time box", "1 week"),
            ("Look again on", "29 December 2026"),
        ];
        let expected = Told {
            title: "Experiment without a title".to_owned(),
            state: "Idea",
            rows: rows.map(|(label, text)| (label, text.to_owned())).to_vec(),
        };
        assert_eq!(told(&card), expected);
        let typed = card.with(Field::LookAgain, "soon");
        assert_eq!(text(&typed, Field::LookAgain), "soon");
    }
}
