//! Words that several screens share.

use crate::domain::side::Side;

/// The product's name.
pub const NAME: &str = "Plumbline";
/// The way back to the first screen.
pub const HOME: &str = "Plumbline, home";
/// The first thing for people who use a keyboard.
pub const SKIP: &str = "Skip to the content";
/// One step back.
pub const BACK: &str = "Back";
/// While stored data is being read.
pub const OPENING: &str = "Opening what this browser holds…";
/// What the page does when a button has copied something.
pub const COPIED: &str = "Copied";
/// When the clipboard was refused.
pub const NOT_COPIED: &str = "This browser does not let the page copy. The text is selected: copy it with your keyboard or by a long press.";

/// The two groups, as a reader of results knows them.
#[must_use]
pub const fn side(side: Side) -> &'static str {
    match side {
        Side::Executive => "Executives",
        Side::Team => "Team",
    }
}

/// `n` of something, with its plural.
#[must_use]
pub fn count(n: usize, one: &str, many: &str) -> String {
    match n {
        1 => format!("1 {one}"),
        _ => format!("{n} {many}"),
    }
}

/// The page's title in the browser's tab.
#[must_use]
pub fn title(screen: &str) -> String {
    format!("{screen} · {NAME}")
}

/// A list in words: "a, b and c".
#[must_use]
pub fn list(parts: &[String]) -> String {
    match parts {
        [] => String::new(),
        [only] => only.clone(),
        [start @ .., last] => format!("{} and {last}", start.join(", ")),
    }
}
