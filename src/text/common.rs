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

/// A whole number as people write it: 1,250,000.
#[must_use]
pub fn number(n: u64) -> String {
    let digits = n.to_string();
    let first = (digits.len() + 2) % 3 + 1;
    let mut written = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place >= first && (place - first).is_multiple_of(3) {
            written.push(',');
        }
        written.push(digit);
    }
    written
}

/// `n` of something, with its plural.
#[must_use]
pub fn count(n: usize, one: &str, many: &str) -> String {
    let written = number(n as u64);
    match n {
        1 => format!("1 {one}"),
        _ => format!("{written} {many}"),
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn large_numbers_are_written_in_groups_of_three() {
        for (n, written) in [
            (0, "0"),
            (7, "7"),
            (999, "999"),
            (1_000, "1,000"),
            (12_345, "12,345"),
            (999_999, "999,999"),
            (2_000_000, "2,000,000"),
        ] {
            assert_eq!(number(n), written);
        }
        assert_eq!(count(1, "person", "people"), "1 person");
        assert_eq!(count(10_000, "person", "people"), "10,000 people");
    }
}
