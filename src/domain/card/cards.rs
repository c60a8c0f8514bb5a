//! All cards of the same results, and every change to them.

use super::{Card, Field, MOST_KEPT, Unit};
use crate::domain::draft::tidy;

/// Most cards of the same results that can be made.
pub const MOST_CARDS: usize = 60;
/// Most text of all of them together, in bytes.
pub const MOST_TEXT: usize = 1_000_000;

/// The cards of the same results, in the order in which they were made.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cards {
    /// The team that the results are about.
    team: String,
    /// The last number that was given to a card.
    last: u32,
    all: Vec<Card>,
}

/// A change to one card.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Edit {
    /// One more; it gets a number of its own.
    Add(Box<Card>),
    /// A field says something else.
    Say(u32, Field, String),
    /// The time box is counted in something else.
    Count(u32, Unit),
    /// It is agreed, or an idea again.
    Agree(u32, bool),
    /// It is thrown away.
    Remove(u32),
}

/// Why a change was not taken. The cards are as they were.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotTaken {
    /// There is no such card any more.
    Gone,
    /// More than [`MOST_KEPT`] characters, or with all others more than [`MOST_TEXT`].
    TooLong,
    /// There are [`MOST_CARDS`] already.
    TooMany,
}

impl Edit {
    /// One more card.
    #[must_use]
    pub fn add(card: Card) -> Self {
        Self::Add(Box::new(card))
    }
}

impl Cards {
    /// No cards yet, for results about this team.
    #[must_use]
    pub fn none(team: &str) -> Self {
        Self {
            team: team.to_owned(),
            ..Self::default()
        }
    }

    /// Cards as an earlier visit has left them; `None` if no visit could: each has a number of its own up to `last`, and
    /// every text is as it is kept.
    #[must_use]
    pub fn restore(team: String, last: u32, cards: Vec<Card>) -> Option<Self> {
        let numbers = cards.iter().map(|card| card.number);
        let is_sound = numbers.is_sorted_by(|one, next| one < next)
            && cards.iter().all(|card| (1..=last).contains(&card.number))
            && cards.iter().all(is_as_kept)
            && tidy(&team) == team;
        is_sound.then_some(Self {
            team,
            last,
            all: cards,
        })
    }

    /// The team that the results are about.
    #[must_use]
    pub fn team(&self) -> &str {
        &self.team
    }

    /// The last number that was given.
    #[must_use]
    pub fn last(&self) -> u32 {
        self.last
    }

    /// All cards, in the order in which they were made.
    #[must_use]
    pub fn all(&self) -> &[Card] {
        &self.all
    }

    /// The card of this number.
    #[must_use]
    pub fn get(&self, number: u32) -> Option<&Card> {
        self.all.iter().find(|card| card.number == number)
    }

    /// Makes a change.
    ///
    /// # Errors
    ///
    /// Says why it was not taken; then nothing has changed.
    pub fn apply(&mut self, edit: &Edit) -> Result<(), NotTaken> {
        match edit {
            Edit::Add(card) => return self.add(card.as_ref().clone()),
            Edit::Say(number, field, text) => return self.say(*number, *field, text),
            Edit::Count(number, unit) => self.card(*number)?.unit = *unit,
            Edit::Agree(number, is_agreed) => self.card(*number)?.is_agreed = *is_agreed,
            Edit::Remove(number) => self.all.retain(|card| card.number != *number),
        }
        Ok(())
    }

    /// Brings in the cards of `other`: what says the same is here already, everything else is added, under its own
    /// number where that is free. Nothing that is here changes. Returns how many were added.
    pub fn join(&mut self, other: &Self) -> usize {
        let before = self.all.len();
        self.last = self.last.max(other.last);
        for card in &other.all {
            if !self.all.iter().any(|here| here.says_the_same(card)) {
                let is_free = self.get(card.number).is_none();
                let number = if is_free { card.number } else { self.next() };
                self.all.push(card.clone().kept_as(number, card.is_agreed));
            }
        }
        self.all.sort_by_key(|card| card.number);
        self.all.len() - before
    }

    fn add(&mut self, card: Card) -> Result<(), NotTaken> {
        if self.all.len() >= MOST_CARDS {
            return Err(NotTaken::TooMany);
        }
        if self.size() + card.size() > MOST_TEXT {
            return Err(NotTaken::TooLong);
        }
        let number = self.next();
        self.all.push(card.kept_as(number, false));
        Ok(())
    }

    fn say(&mut self, number: u32, field: Field, text: &str) -> Result<(), NotTaken> {
        let others = self.size() - self.card(number)?.text(field).len();
        let text = tidy(text);
        if text.chars().count() > MOST_KEPT || others + text.len() > MOST_TEXT {
            return Err(NotTaken::TooLong);
        }
        self.card(number)?.put(field, &text);
        Ok(())
    }

    fn card(&mut self, number: u32) -> Result<&mut Card, NotTaken> {
        let mut cards = self.all.iter_mut();
        let card = cards.find(|card| card.number == number);
        card.ok_or(NotTaken::Gone)
    }

    fn next(&mut self) -> u32 {
        self.last = self.last.saturating_add(1);
        self.last
    }

    fn size(&self) -> usize {
        self.all.iter().map(Card::size).sum()
    }
}

fn is_as_kept(card: &Card) -> bool {
    let is_kept = |text: &String| text.chars().count() <= MOST_KEPT && tidy(text) == *text;
    card.texts.iter().all(is_kept) && tidy(&card.item) == card.item && !card.item.is_empty()
}
