//! What is said where one device goes from hand to hand.

use super::common::count;

/// Where the browser keeps nothing, people have no box to answer into.
pub const NOT_HERE: &str = "This browser keeps nothing for this page, so this device cannot be handed round: the page for answering would not find the survey. Send the links instead, or open one of them here in a new tab and paste each code above.";
/// The PIN, when a round is started.
pub const PIN: &str = "PIN to end the round";
/// What it is good for.
pub const PIN_HINT: &str = "Four digits, or nothing. Until it is typed, this tab shows nothing but the round. It is forgotten when the tab is closed.";
/// It has not four digits.
pub const PIN_FORM: &str = "A PIN has four digits";
/// The browser does not keep it.
pub const PIN_NOT_KEPT: &str = "This browser does not keep the PIN. Start the round without one";
/// Asks for it.
pub const PIN_ASKED: &str = "The PIN of this round";
/// It is another one.
pub const PIN_WRONG: &str = "That is not the PIN of this round";
/// What whoever has forgotten it can do.
pub const PIN_FORGOTTEN: &str =
    "Only whoever started the round knows it. If it is forgotten, close this tab.";
/// Ends the round.
pub const LEAVE: &str = "End the round now";
/// The browser does not give the whole screen.
pub const NO_FULL_SCREEN: &str = "This browser does not give the page the whole screen. The round works without; keep to this page.";

/// The page is without the whole screen, though the browser would give it.
pub const SCREEN_LEFT: &str =
    "The page does not have the whole screen. Your answers are still here.";
/// Gives it back.
pub const SCREEN_AGAIN: &str = "Whole screen again";

/// Asks whoever is quiet.
pub const STILL_THERE: &str = "Are you still there?";
/// Why.
pub const STILL_WHY: &str =
    "Nobody has touched this device for two minutes. Touch the screen or press any key to go on.";
/// Goes on.
pub const STAY: &str = "I am still here";

/// What happens otherwise.
#[must_use]
pub fn gone_in(seconds: u64) -> String {
    format!(
        "Otherwise your answers are erased in {}.",
        in_seconds(seconds)
    )
}

/// How long the end of a turn stays.
#[must_use]
pub fn next_turn_in(seconds: u64) -> String {
    format!(
        "This page turns to the next person in {}; touch it to keep it longer.",
        in_seconds(seconds)
    )
}

fn in_seconds(seconds: u64) -> String {
    count(
        usize::try_from(seconds).unwrap_or(usize::MAX),
        "second",
        "seconds",
    )
}
