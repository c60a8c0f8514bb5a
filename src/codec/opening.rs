//! Results from whatever file somebody brings: a tally file, or a picture that carries one.

use thiserror::Error;

use super::{
    picture::{self, PictureError},
    tally::{self, LONGEST, Published, TallyError},
};

/// Larger files are not read, in bytes: no tally file or picture of Plumbline's is.
pub const LARGEST: usize = 8_000_000;

/// Why a file shows no results.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum OpeningError {
    /// Neither a tally file nor a picture.
    #[error("another kind of file")]
    OtherKind,
    /// The browser could not read it.
    #[error("unreadable")]
    Unreadable,
    /// It is larger than [`LARGEST`], or a text longer than [`LONGEST`].
    #[error("too large")]
    TooLarge,
    /// A picture, but its numbers cannot be taken from it.
    #[error("a picture: {0}")]
    Picture(#[from] PictureError),
    /// A tally file, or the text in a picture, is wrong.
    #[error("a tally file: {0}")]
    Tally(#[from] TallyError),
}

/// The results in a file.
///
/// # Errors
///
/// Says why there are none.
pub fn open(bytes: &[u8]) -> Result<Published, OpeningError> {
    if bytes.len() > LARGEST {
        return Err(OpeningError::TooLarge);
    }
    if picture::is_png(bytes) {
        return Ok(tally::decode(&picture::from_png(bytes)?)?);
    }
    let text = text_of(bytes).ok_or(OpeningError::OtherKind)?;
    let text = text.trim_start_matches('\u{feff}').trim_start();
    if text.starts_with('<') && text.contains("<svg") {
        return Ok(tally::decode(&picture::from_svg(text)?)?);
    }
    if text.len() > LONGEST {
        return Err(OpeningError::TooLarge);
    }
    match tally::decode(text) {
        Err(TallyError::NotATally) if !text.starts_with('{') => Err(OpeningError::OtherKind),
        read => Ok(read?),
    }
}

/// The bytes as text, without the last letter if that is cut in two; `None` if they are no text.
fn text_of(bytes: &[u8]) -> Option<&str> {
    match str::from_utf8(bytes) {
        Err(error) if error.error_len().is_none() => {
            str::from_utf8(bytes.get(..error.valid_up_to())?).ok()
        }
        read => read.ok(),
    }
}
