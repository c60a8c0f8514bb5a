//! Charts as SVG text: the same input draws the same bytes, natively and in the browser.
//!
//! A chart takes numbers and finished words, and gives a [`Picture`]. No word of any language is written here, nothing
//! is read from a screen, a clock or a random source. plotters does the coordinates, drawing areas and elements, over a
//! backend of our own (`backend.rs`).
//!
//! Lengths are whole numbers: sizes in units of the page (1920 by 1080 on a slide), places in units of the drawing,
//! [`lettering::FINE`] times finer.

pub mod arrows;
pub mod backend;
mod block;
mod canvas;
pub mod distribution;
mod element;
mod frame;
pub mod lettering;
mod markup;
pub mod metrics;
pub mod paired_dots;
pub mod palette;
mod picture;
mod qr;
pub mod steps;
pub mod wrap;

use element::DrawingError;
use thiserror::Error;

pub use arrows::{Arrow, ArrowRow, Arrows};
pub use distribution::Distribution;
pub use frame::Frame;
pub use paired_dots::{
    GapCell, GapRange, Heads, MAX_ROWS, Meaning, PairedDots, Published, Reveal, Row, Travel, Value,
};
pub use palette::Theme;
pub use picture::{Band, FONT_FAMILY, FONT_WOFF2, Picture};
pub use qr::Qr;
pub use steps::StepCurves;

/// The shape of the picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// 1920 by 1080, for a slide or a wide screen.
    Slide,
    /// 390 wide and as high as needed, for a phone.
    Narrow,
}

/// Why a chart could not be drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum ChartError {
    /// There are more rows than fit on a slide.
    #[error("{0} rows do not fit on a slide")]
    TooManyRows(usize),
    /// The drawing library gave up.
    #[error("the drawing library gave up")]
    Drawing,
}

impl From<DrawingError> for ChartError {
    fn from(_: DrawingError) -> Self {
        Self::Drawing
    }
}
