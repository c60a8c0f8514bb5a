//! What leads from results into the meeting: the deck, its notes and the cards.

/// The document's title, and the way to it.
pub const DECK: &str = "Present";
/// The organiser's window beside the one that is projected.
pub const NOTES: &str = "Speaker notes";
/// Experiments that come out of the meeting.
pub const CARDS: &str = "Experiment cards";
