//! What charts are composed of: plotters elements that know our backend.

use std::convert::Infallible;
use std::iter::{Once, once};

use plotters::{
    coord::Shift,
    drawing::{DrawingArea, DrawingAreaErrorKind},
    element::{Drawable, PointCollection},
    style::{Color as _, RGBColor, ShapeStyle},
};
use plotters_backend::{BackendCoord, DrawingBackend, DrawingErrorKind};

use super::{backend::SvgBackend, lettering::Lettering, palette::Color};

/// A drawing area in units of the drawing.
pub(super) type Area = DrawingArea<SvgBackend, Shift>;
/// What plotters says if drawing fails.
pub(super) type DrawingError = DrawingAreaErrorKind<Infallible>;
/// The outcome of drawing on an area.
pub(super) type Drawn = Result<(), DrawingError>;
/// The outcome of drawing on the backend.
pub(super) type Written = Result<(), DrawingErrorKind<Infallible>>;

/// A line of this colour and width.
pub(super) fn stroke(color: Color, width: i32) -> ShapeStyle {
    fill(color).stroke_width(width.unsigned_abs())
}

/// A surface of this colour.
pub(super) fn fill(Color(red, green, blue): Color) -> ShapeStyle {
    RGBColor(red, green, blue).filled()
}

/// One line of text, its baseline at `at`.
#[derive(Clone, Copy, Debug)]
pub(super) struct Label<'a> {
    pub(super) text: &'a str,
    pub(super) how: Lettering,
    pub(super) at: BackendCoord,
}

impl<'a> PointCollection<'a, BackendCoord> for &'a Label<'_> {
    type Point = &'a BackendCoord;
    type IntoIter = Once<&'a BackendCoord>;

    fn point_iter(self) -> Self::IntoIter {
        once(&self.at)
    }
}

impl Drawable<SvgBackend> for Label<'_> {
    fn draw<I: Iterator<Item = BackendCoord>>(
        &self,
        mut at: I,
        backend: &mut SvgBackend,
        _: (u32, u32),
    ) -> Written {
        if let Some(at) = at.next() {
            backend.letter(self.text, &self.how, at);
        }
        Ok(())
    }
}

/// The shape that stands for a side.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// The team.
    Circle,
    /// The executives.
    Diamond,
    /// The head of an arrow whose tip is to the left.
    Left,
    /// The head of an arrow whose tip is to the right.
    Right,
}

/// A mark: a shape with its centre at `at`, reaching `reach` to each side.
#[derive(Clone, Copy, Debug)]
pub(super) struct Mark {
    pub(super) shape: Shape,
    pub(super) at: BackendCoord,
    pub(super) reach: i32,
    pub(super) color: Color,
}

/// The outline of a mark.
#[derive(Clone, Copy, Debug)]
pub(super) struct Ring {
    pub(super) mark: Mark,
    /// How thick the line is.
    pub(super) width: i32,
}

impl<'a> PointCollection<'a, BackendCoord> for &'a Ring {
    type Point = &'a BackendCoord;
    type IntoIter = Once<&'a BackendCoord>;

    fn point_iter(self) -> Self::IntoIter {
        once(&self.mark.at)
    }
}

impl Drawable<SvgBackend> for Ring {
    fn draw<I: Iterator<Item = BackendCoord>>(
        &self,
        mut at: I,
        backend: &mut SvgBackend,
        _: (u32, u32),
    ) -> Written {
        let Some((x, y)) = at.next() else {
            return Ok(());
        };
        let (reach, style) = (self.mark.reach, stroke(self.mark.color, self.width));
        match self.mark.shape {
            Shape::Circle => backend.draw_circle((x, y), reach.unsigned_abs(), &style, false),
            Shape::Diamond | Shape::Left | Shape::Right => {
                // A little past its beginning, so that the line meets itself in a corner.
                let end = [(x, y - reach), (x + reach / 2, y - reach / 2)];
                backend.draw_path(diamond((x, y), reach).into_iter().chain(end), &style)
            }
        }
    }
}

impl<'a> PointCollection<'a, BackendCoord> for &'a Mark {
    type Point = &'a BackendCoord;
    type IntoIter = Once<&'a BackendCoord>;

    fn point_iter(self) -> Self::IntoIter {
        once(&self.at)
    }
}

impl Drawable<SvgBackend> for Mark {
    fn draw<I: Iterator<Item = BackendCoord>>(
        &self,
        mut at: I,
        backend: &mut SvgBackend,
        _: (u32, u32),
    ) -> Written {
        let Some((x, y)) = at.next() else {
            return Ok(());
        };
        let (reach, style) = (self.reach, fill(self.color));
        match self.shape {
            Shape::Circle => backend.draw_circle((x, y), reach.unsigned_abs(), &style, true),
            Shape::Diamond => backend.fill_polygon(diamond((x, y), reach), &style),
            Shape::Left => backend.fill_polygon(head((x, y), -reach), &style),
            Shape::Right => backend.fill_polygon(head((x, y), reach), &style),
        }
    }
}

/// The corners of an arrow's head, its tip at `reach`; the tip stands twice, so that there are as many as of a diamond.
fn head((x, y): BackendCoord, reach: i32) -> [BackendCoord; 4] {
    [
        (x, y - reach),
        (x + reach, y),
        (x + reach, y),
        (x, y + reach),
    ]
}

/// The corners of a diamond, the upper one first.
fn diamond((x, y): BackendCoord, reach: i32) -> [BackendCoord; 4] {
    [
        (x, y - reach),
        (x + reach, y),
        (x, y + reach),
        (x - reach, y),
    ]
}
