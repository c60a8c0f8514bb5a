//! The meeting: results as slides, the organiser's notes to them, and the experiments that come out of it.

mod cards;
mod deck;
mod notes;
mod powerpoint;

pub(crate) use cards::cards_page;
pub(crate) use deck::deck_page;
pub(crate) use notes::notes_page;
