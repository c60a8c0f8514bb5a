//! An experiment that comes out of a gap, on one page: what is tried, how it will be told whether it worked, and when.

mod cards;
mod holes;

use super::{day::Day, draft::tidy};

pub use cards::{Cards, Edit, MOST_CARDS, MOST_TEXT, NotTaken};
pub use holes::{Hole, What};

/// Longest text of a field of an agreed card, in characters: a card is one page.
pub const LONGEST: usize = 600;
/// Longest text that is kept all the same, in characters, so that nothing pasted is lost before it is shortened.
pub const MOST_KEPT: usize = 12_000;
/// Longest time box, in days: after a quarter nobody remembers what was agreed.
pub const LONGEST_BOX: u32 = 90;

/// A field of a card.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Field {
    /// The experiment in a few words.
    Title,
    /// What stands in the way, for whom.
    Problem,
    /// What we believe will happen, and why: the hypothesis.
    Belief,
    /// What is done.
    Steps,
    /// The one measure.
    Measure,
    /// The measure's figure today.
    Today,
    /// Who does the work.
    Who,
    /// What they said about it.
    Said,
    /// The first day, as `2026-11-25`.
    Start,
    /// How long it may take: a whole number of the card's [`Unit`].
    TimeBox,
    /// When it is stopped early.
    Stop,
    /// The day on which everybody looks at the measure again, as `2026-11-25`.
    LookAgain,
}

impl Field {
    /// Every field, in the order in which a card shows them.
    pub const ALL: [Self; 12] = [
        Self::Title,
        Self::Problem,
        Self::Belief,
        Self::Steps,
        Self::Measure,
        Self::Today,
        Self::Who,
        Self::Said,
        Self::Start,
        Self::TimeBox,
        Self::Stop,
        Self::LookAgain,
    ];

    /// Whether it holds a day.
    #[must_use]
    pub fn is_day(self) -> bool {
        matches!(self, Self::Start | Self::LookAgain)
    }

    fn place(self) -> usize {
        let place = Self::ALL.iter().position(|field| *field == self);
        place.unwrap_or_default()
    }
}

/// What a time box is counted in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Unit {
    /// Days.
    Days,
    /// Weeks.
    #[default]
    Weeks,
}

impl Unit {
    /// Days in one of it.
    #[must_use]
    pub fn days(self) -> u32 {
        match self {
            Self::Days => 1,
            Self::Weeks => 7,
        }
    }
}

/// Whether it was agreed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// Somebody's idea.
    Idea,
    /// Agreed on; only a card without holes is.
    Agreed,
}

/// An experiment card.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Card {
    number: u32,
    item: String,
    texts: [String; Field::ALL.len()],
    unit: Unit,
    is_agreed: bool,
}

impl Card {
    /// A card without any text for the gap in the item of this id, such as "3.1".
    #[must_use]
    pub fn blank(item: &str) -> Self {
        Self {
            item: item.to_owned(),
            ..Self::default()
        }
    }

    /// The same card with a text.
    #[must_use]
    pub fn with(mut self, field: Field, text: &str) -> Self {
        self.put(field, text);
        self
    }

    /// The same card with its time box counted in another unit.
    #[must_use]
    pub fn with_unit(mut self, unit: Unit) -> Self {
        self.unit = unit;
        self
    }

    /// The same card as an earlier visit has left it: with its number, agreed or not.
    #[must_use]
    pub fn kept_as(mut self, number: u32, is_agreed: bool) -> Self {
        self.number = number;
        self.is_agreed = is_agreed;
        self
    }

    /// Its number among the cards of the same results, which no other card ever gets; 0 before it is among them.
    #[must_use]
    pub fn number(&self) -> u32 {
        self.number
    }

    /// The id of the item whose gap it is for.
    #[must_use]
    pub fn item(&self) -> &str {
        &self.item
    }

    /// What is in a field, on one line.
    #[must_use]
    pub fn text(&self, field: Field) -> &str {
        self.texts.get(field.place()).map_or("", String::as_str)
    }

    /// What the time box is counted in.
    #[must_use]
    pub fn unit(&self) -> Unit {
        self.unit
    }

    /// Whether somebody has said that it is agreed, holes or not.
    #[must_use]
    pub fn is_said_agreed(&self) -> bool {
        self.is_agreed
    }

    /// Whether it is agreed: that takes somebody who said so, and no hole.
    #[must_use]
    pub fn state(&self) -> State {
        if self.is_agreed && self.holes().is_empty() {
            State::Agreed
        } else {
            State::Idea
        }
    }

    /// The day in a field, if there is one.
    #[must_use]
    pub fn day(&self, field: Field) -> Option<Day> {
        Day::parse(self.text(field))
    }

    /// How many days the time box has, if that is a whole number.
    #[must_use]
    pub fn days(&self) -> Option<u32> {
        let number: u32 = self.text(Field::TimeBox).parse().ok()?;
        number.checked_mul(self.unit.days())
    }

    /// The day after the last one of the time box, if start and time box are known and sound.
    #[must_use]
    pub fn end(&self) -> Option<Day> {
        let days = self
            .days()
            .filter(|days| (1..=LONGEST_BOX).contains(days))?;
        Some(self.day(Field::Start)?.plus(days))
    }

    /// What is missing or cannot be, at most one hole for each field, in their order.
    #[must_use]
    pub fn holes(&self) -> Vec<Hole> {
        holes::of(self)
    }

    fn put(&mut self, field: Field, text: &str) {
        if let Some(place) = self.texts.get_mut(field.place()) {
            *place = tidy(text);
        }
    }

    /// Bytes of all its texts.
    fn size(&self) -> usize {
        self.texts.iter().map(String::len).sum()
    }

    /// Whether both say the same, whatever their numbers and whether they are agreed.
    fn says_the_same(&self, other: &Self) -> bool {
        self.item == other.item && self.texts == other.texts && self.unit == other.unit
    }
}

#[cfg(test)]
mod tests;
