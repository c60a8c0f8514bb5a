//! What sinks experiments: a card without a measure, without a rule for stopping, without a date, without the people who
//! do the work.

use super::{Card, Field, LONGEST, LONGEST_BOX};
use crate::domain::day::Day;

/// One thing that a card needs before it can be agreed, with the field that it stands beside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hole {
    /// Where.
    pub field: Field,
    /// What.
    pub what: What,
}

/// What is the matter with a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// Nothing there.
    Missing,
    /// More characters than [`LONGEST`]: so many.
    TooLong(usize),
    /// Not a day of the calendar.
    NotADay,
    /// Not a whole number from 1.
    NotANumber,
    /// A time box of more than [`LONGEST_BOX`] days.
    TooMuchTime,
    /// The day to look again is before the start.
    BeforeStart,
    /// The day to look again is before the end of the time box, which is this day.
    BeforeEnd(Day),
}

/// The holes of a card, in the order of its fields.
pub(super) fn of(card: &Card) -> Vec<Hole> {
    let hole = |field| {
        let what = what(card, field)?;
        Some(Hole { field, what })
    };
    Field::ALL.into_iter().filter_map(hole).collect()
}

fn what(card: &Card, field: Field) -> Option<What> {
    let text = card.text(field);
    let length = text.chars().count();
    if length == 0 {
        return Some(What::Missing);
    }
    if length > LONGEST {
        return Some(What::TooLong(length));
    }
    match field {
        Field::Start => card.day(field).is_none().then_some(What::NotADay),
        Field::LookAgain => look_again(card),
        Field::TimeBox => time_box(card),
        Field::Title
        | Field::Problem
        | Field::Belief
        | Field::Steps
        | Field::Measure
        | Field::Today
        | Field::Who
        | Field::Said
        | Field::Stop => None,
    }
}

fn look_again(card: &Card) -> Option<What> {
    let Some(day) = card.day(Field::LookAgain) else {
        return Some(What::NotADay);
    };
    if card.day(Field::Start).is_some_and(|start| day < start) {
        return Some(What::BeforeStart);
    }
    let end = card.end().filter(|end| day < *end);
    end.map(What::BeforeEnd)
}

fn time_box(card: &Card) -> Option<What> {
    let text = card.text(Field::TimeBox);
    let is_number = text.bytes().all(|digit| digit.is_ascii_digit());
    if !is_number || text.bytes().all(|digit| digit == b'0') {
        return Some(What::NotANumber);
    }
    // A number too large to be counted is too much time as well.
    let fits = card.days().is_some_and(|days| days <= LONGEST_BOX);
    (!fits).then_some(What::TooMuchTime)
}
