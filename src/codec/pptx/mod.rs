//! Slides as a `PowerPoint` file: a package of XML parts as ECMA-376 has it, with everything that a program needs to open
//! it without offering to repair it, and nothing else. Titles, lines and notes are real text in placeholders, so that
//! they can be edited, searched and read aloud.
//!
//! The parts that are the same in every file stand as files beside this one.

mod fit;
mod package;
mod slide;

use thiserror::Error;

use crate::domain::day::Day;

/// The most bytes of a file: 5 MB, each of a million bytes, as mail counts what it takes.
pub const MOST_BYTES: usize = 5_000_000;
/// The most slides of a file.
pub const MOST_SLIDES: usize = 200;

/// What a file is made of. All words are data: whatever is in them is shown and nothing more.
#[derive(Clone, Debug, PartialEq)]
pub struct Deck {
    /// The title of the whole, which programs show and search for.
    pub title: String,
    /// The day of the results, which becomes the file's own; no other time is in it.
    pub day: Day,
    /// What stands at the foot of every slide: whose results, when, n.
    pub footer: String,
    /// The colours of the theme.
    pub colours: Colours,
    /// The slides in order.
    pub slides: Vec<Slide>,
}

/// Colours as red, green and blue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Colours {
    /// Letters.
    pub ink: [u8; 3],
    /// Small print.
    pub muted: [u8; 3],
    /// The theme's first accent.
    pub executives: [u8; 3],
    /// The theme's second accent.
    pub team: [u8; 3],
}

/// One slide.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Slide {
    /// Whether it opens the deck and has its title in the middle.
    pub is_opening: bool,
    /// What kind of slide it is, in small print above the title.
    pub kicker: String,
    /// Its title; what of it has no room stands in the notes.
    pub title: String,
    /// What else it says, a paragraph each, of which there are few; what of them has no room stands in the notes.
    pub body: Vec<String>,
    /// Its picture.
    pub picture: Option<Picture>,
    /// The speaker's notes, a paragraph each.
    pub notes: Vec<String>,
}

/// A picture of a slide.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// The bytes of a PNG file.
    pub png: Vec<u8>,
    /// How many pixels it is wide and high.
    pub size: (u32, u32),
    /// What it shows, in words.
    pub description: String,
}

/// Why there is no file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum PptxError {
    /// Too many slides.
    #[error("more than {MOST_SLIDES} slides")]
    TooManySlides,
    /// Too many bytes.
    #[error("larger than {MOST_BYTES} bytes")]
    TooLarge,
    /// The container could not be written.
    #[error("the container cannot be written")]
    Container,
}

impl Deck {
    /// The file; the same deck gives the same bytes.
    ///
    /// # Errors
    ///
    /// Returns an error if there are more than [`MOST_SLIDES`] slides, or the file would be larger than [`MOST_BYTES`].
    pub fn to_file(&self) -> Result<Vec<u8>, PptxError> {
        if self.slides.len() > MOST_SLIDES {
            return Err(PptxError::TooManySlides);
        }
        let file = package::package(self)?;
        if file.len() > MOST_BYTES {
            return Err(PptxError::TooLarge);
        }
        Ok(file)
    }
}
