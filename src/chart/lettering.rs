//! Units of a drawing, and how text is set in it.

use super::{
    metrics::{CAP_HEIGHT, DESCENT, Weight, extent},
    palette::Color,
};

/// Units of a drawing in one unit of the page.
pub const FINE: i32 = 8;

/// `units` of the page in units of the drawing.
#[must_use]
pub const fn fine(units: i32) -> i32 {
    units * FINE
}

/// `units` of the drawing moved to the nearest whole unit of the page, where lines are sharp.
#[must_use]
pub const fn whole(units: i32) -> i32 {
    (units + FINE / 2).div_euclid(FINE) * FINE
}

/// `corners` (upper left and lower right) moved apart to whole units of the page, where edges are sharp.
#[must_use]
pub const fn outward([(left, top), (right, bottom)]: [(i32, i32); 2]) -> [(i32, i32); 2] {
    const fn up(units: i32) -> i32 {
        -down(-units)
    }
    const fn down(units: i32) -> i32 {
        units.div_euclid(FINE) * FINE
    }
    [(down(left), down(top)), (up(right), up(bottom))]
}

/// Which end of a text its position is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// The left end.
    Start,
    /// The middle.
    Middle,
    /// The right end.
    End,
}

/// How a text is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lettering {
    /// Size in units of the page.
    pub size: i32,
    /// How bold.
    pub weight: Weight,
    /// Colour of the letters.
    pub color: Color,
    /// Which end the position is.
    pub anchor: Anchor,
}

impl Lettering {
    /// Text beginning at its position.
    #[must_use]
    pub const fn new(size: i32, weight: Weight, color: Color) -> Self {
        Self {
            size,
            weight,
            color,
            anchor: Anchor::Start,
        }
    }

    /// The same, with its position at `anchor`.
    #[must_use]
    pub const fn anchored(self, anchor: Anchor) -> Self {
        Self { anchor, ..self }
    }

    /// Width of `text` so set, in units of the drawing.
    #[must_use]
    pub fn width(&self, text: &str) -> i32 {
        extent(text, self.weight, fine(self.size))
    }

    /// Height of a capital so set, in units of the drawing.
    #[must_use]
    pub const fn cap_height(&self) -> i32 {
        fine(self.size) * CAP_HEIGHT / 1000
    }

    /// The baseline of text so set if its capitals are to be centred on 0.
    #[must_use]
    pub const fn centred(&self) -> i32 {
        whole(self.cap_height() / 2)
    }

    /// How far letters so set reach below their baseline, in units of the drawing.
    #[must_use]
    pub const fn descent(&self) -> i32 {
        fine(self.size) * DESCENT / 1000
    }
}
