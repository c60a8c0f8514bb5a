//! The deck as a `PowerPoint` file: the button, how far it is, and what went wrong.

use crate::text::common::count;

/// The button.
pub const SAVE: &str = "Save as PowerPoint";
/// The button while the file is being made.
pub const MAKING: &str = "Making the file…";
/// What the file is called.
pub const FILE: &str = "slides";
/// When the file is there.
pub const SAVED: &str = "Saved. Every slide has its text, its picture and its notes.";
/// When the file would be too large to send around.
pub const TOO_LARGE: &str =
    "The file would be larger than 5 MB. Leave a few slides out, then save it again.";
/// When the file could not be made.
pub const NOT_MADE: &str = "The file could not be made. The slides are still here: print them, or try again in another browser.";

/// How far it is.
#[must_use]
pub fn drawing(number: usize, all: usize) -> String {
    format!("Drawing picture {number} of {all}…")
}

/// When the file is there, but some pictures are not.
#[must_use]
pub fn without(pictures: usize) -> String {
    format!(
        "Saved, but the browser could not draw {}. In the file, words stand in their place.",
        count(pictures, "picture", "pictures")
    )
}
