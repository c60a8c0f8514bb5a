//! One mark with its value.

use plotters_backend::BackendCoord;

use super::{Value, axis::Axis};
use crate::chart::{
    element::{Mark, Shape},
    lettering::{Anchor, Lettering, fine},
    metrics::Weight,
    palette::Color,
    wrap::wrap,
};

/// One line of words, placed relative to the row's line.
#[derive(Debug)]
pub(super) struct Words {
    /// Whose value it is, if it is one.
    pub(super) side: Option<Side>,
    pub(super) text: String,
    pub(super) how: Lettering,
    pub(super) at: BackendCoord,
}

impl Words {
    /// Upper left and lower right corner.
    pub(super) fn corners(&self) -> [BackendCoord; 2] {
        let (x, width) = (self.at.0, self.how.width(&self.text));
        let left = match self.how.anchor {
            Anchor::Start => x,
            Anchor::Middle => x - width / 2,
            Anchor::End => x - width,
        };
        let (top, bottom) = (
            self.at.1 - self.how.cap_height(),
            self.at.1 + self.how.descent(),
        );
        [(left, top), (left + width, bottom)]
    }

    /// Whether the words are on the line and not above or below it.
    pub(super) fn is_on_line(&self) -> bool {
        let [(_, top), (_, bottom)] = self.corners();
        top < 0 && bottom > 0
    }
}

/// Which side of the survey a mark stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    Team,
    Executives,
}

impl Side {
    /// The shape that stands for it.
    pub(super) const fn shape(self) -> Shape {
        match self {
            Self::Team => Shape::Circle,
            Self::Executives => Shape::Diamond,
        }
    }
}

/// A mark on the row's line, before it is known where its value goes.
#[derive(Debug)]
pub(super) struct Dot {
    pub(super) side: Side,
    /// The value, 0 to 100.
    pub(super) points: f64,
    pub(super) x: i32,
    pub(super) reach: i32,
    /// Whether the outer side of the mark, where the value stands, is the right.
    is_right: bool,
    color: Color,
}

impl Dot {
    pub(super) fn new(side: Side, points: f64, is_right: bool, axis: &Axis<'_>) -> Self {
        let (reach, color) = match side {
            Side::Team => (axis.gauge.circle, axis.palette.team),
            Side::Executives => (axis.gauge.diamond, axis.palette.executives),
        };
        Self {
            side,
            points,
            x: axis.place(points),
            reach,
            is_right,
            color,
        }
    }

    /// The mark, `y` below the line.
    pub(super) fn mark(&self, y: i32) -> Mark {
        Mark {
            shape: self.side.shape(),
            at: (self.x, y),
            reach: self.reach,
            color: self.color,
        }
    }

    /// How much room the value's words need on the inner side of the mark: none if there is room on the outer.
    pub(super) fn needs_inside(&self, value: &Value, axis: &Axis<'_>) -> i32 {
        let width = self
            .lettering(value, axis)
            .map(|(text, how)| how.width(&text));
        let width = width.filter(|width| !self.has_room(*width, axis));
        width.map_or(0, |width| width + 2 * axis.gauge.space)
    }

    /// The value's words, for a mark on the line: beside it on the outer side, or if there is no room, on the inner where
    /// that is free, or off the line.
    pub(super) fn value_on_line(
        &self,
        value: &Value,
        is_inside_free: bool,
        axis: &Axis<'_>,
    ) -> Option<Words> {
        let (text, how) = self.lettering(value, axis)?;
        let has_room = self.has_room(how.width(&text), axis);
        if has_room || is_inside_free {
            return Some(self.beside(text, how, self.is_right == has_room, 0, axis));
        }
        // Words end where the band does.
        let (x, anchor) = if self.is_right {
            (axis.band.1, Anchor::End)
        } else {
            (axis.band.0, Anchor::Start)
        };
        let clear = axis.gauge.diamond + axis.gauge.space / 4;
        let baseline = match self.side {
            Side::Executives => -clear - how.descent(),
            Side::Team => clear + how.cap_height(),
        };
        Some(Words {
            side: Some(self.side),
            text,
            how: how.anchored(anchor),
            at: (x, baseline),
        })
    }

    /// The value's words, for a mark `y` below the line: beside it on the outer side, or if there is no room, the inner.
    pub(super) fn value_off_line(&self, value: &Value, y: i32, axis: &Axis<'_>) -> Option<Words> {
        let (text, how) = self.lettering(value, axis)?;
        let is_right = self.is_right == self.has_room(how.width(&text), axis);
        Some(self.beside(text, how, is_right, y, axis))
    }

    fn beside(
        &self,
        text: String,
        how: Lettering,
        is_right: bool,
        y: i32,
        axis: &Axis<'_>,
    ) -> Words {
        // Off the line the two values stand one above the other, and begin alike.
        let reach = if y == 0 {
            self.reach
        } else {
            axis.gauge.diamond
        };
        let offset = reach + axis.gauge.space;
        let (x, anchor) = if is_right {
            (self.x + offset, Anchor::Start)
        } else {
            (self.x - offset, Anchor::End)
        };
        Words {
            side: Some(self.side),
            text,
            how: how.anchored(anchor),
            at: (x, y + how.centred()),
        }
    }

    fn has_room(&self, width: i32, axis: &Axis<'_>) -> bool {
        let needed = axis.gauge.diamond + axis.gauge.space + width;
        if self.is_right {
            self.x + needed <= axis.band.1
        } else {
            self.x - needed >= axis.band.0
        }
    }

    /// The value shortened so that it fits on one side of any mark, and how it is set; nothing if it has no letters.
    fn lettering(&self, value: &Value, axis: &Axis<'_>) -> Option<(String, Lettering)> {
        let is_number = value
            .text()
            .contains(|letter: char| letter.is_ascii_digit());
        let size = if is_number {
            axis.gauge.number
        } else {
            axis.gauge.words
        };
        let how = Lettering::new(size, Weight::Bold, self.color);
        let room = (axis.band.1 - axis.band.0) / 2 - axis.gauge.diamond - axis.gauge.space;
        let text = wrap(
            value.text(),
            how.weight,
            f64::from(fine(size)),
            f64::from(room),
            1,
        )
        .pop()?;
        Some((text, how))
    }
}
