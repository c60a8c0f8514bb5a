//! The screen with the cards.
