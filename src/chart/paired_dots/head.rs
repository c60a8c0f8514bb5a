//! Words with the marks they explain: the heads of the columns, and the signature.

use plotters_backend::BackendCoord;

use crate::chart::{
    block::Block,
    canvas::Canvas,
    element::{Drawn, Mark, Shape},
    lettering::{Lettering, fine},
    metrics::Weight,
    palette::Palette,
    wrap::wrap,
};

/// Between the two marks of the signature, in parts of their reach.
const MARK_STEP: i32 = 5;

/// A mark, and what it means after it.
#[derive(Debug)]
pub(in crate::chart) struct Head {
    shape: Shape,
    reach: i32,
    /// Half the room of the mark, which is in the middle of it.
    slot: i32,
    words: Block,
}

impl Head {
    /// A head with a mark of this reach, at most `max_width` wide.
    pub(in crate::chart) fn new(
        (shape, reach): (Shape, i32),
        text: &str,
        how: Lettering,
        max_width: i32,
    ) -> Self {
        Self::aligned((shape, reach), reach, text, how, max_width)
    }

    /// The same with the mark in the middle of `2 * slot`, so that heads under one another line up.
    pub(in crate::chart) fn aligned(
        (shape, reach): (Shape, i32),
        slot: i32,
        text: &str,
        how: Lettering,
        max_width: i32,
    ) -> Self {
        let words = Block::filled(text, how, 0, max_width - Self::indent(slot), 1);
        Self {
            shape,
            reach,
            slot,
            words,
        }
    }

    /// The same with its words in up to two lines, one `leading` apart.
    pub(in crate::chart) fn in_two_lines(
        (shape, reach): (Shape, i32),
        slot: i32,
        text: &str,
        (how, leading): (Lettering, i32),
        max_width: i32,
    ) -> Self {
        let room = max_width - Self::indent(slot);
        Self {
            shape,
            reach,
            slot,
            words: Block::filled(text, how, leading, room, 2),
        }
    }

    /// Width with the mark.
    pub(in crate::chart) fn width(&self) -> i32 {
        Self::indent(self.slot) + self.words.width()
    }

    /// From the first baseline to the last.
    pub(in crate::chart) fn depth(&self) -> i32 {
        self.words.depth()
    }

    /// Draws the head, its left end and first baseline at `at`.
    pub(in crate::chart) fn draw(&self, canvas: &Canvas, (x, baseline): BackendCoord) -> Drawn {
        if self.words.lines.is_empty() {
            return Ok(());
        }
        let how = self.words.how;
        let at = (x + self.slot, baseline - how.cap_height() / 2);
        canvas.area.draw(&Mark {
            shape: self.shape,
            at,
            reach: self.reach,
            color: how.color,
        })?;
        self.words
            .draw(canvas, (x + Self::indent(self.slot), baseline))
    }

    /// From the left end to the text.
    const fn indent(slot: i32) -> i32 {
        3 * slot
    }
}

/// Who made the picture: a small diamond, a small circle, and a name.
#[derive(Debug)]
pub(in crate::chart) struct Signature {
    name: String,
    how: Lettering,
    reach: i32,
}

impl Signature {
    /// The signature with marks of this reach, at most `max_width` wide.
    pub(in crate::chart) fn new(
        name: &str,
        size: i32,
        reach: i32,
        max_width: i32,
        palette: &Palette,
    ) -> Self {
        let how = Lettering::new(size, Weight::SemiBold, palette.text);
        let room = f64::from(max_width - 2 * MARK_STEP * reach);
        let name = wrap(name, how.weight, f64::from(fine(size)), room, 1)
            .pop()
            .unwrap_or_default();
        Self { name, how, reach }
    }

    /// Width with the marks; nothing without a name.
    pub(in crate::chart) fn width(&self) -> i32 {
        if self.name.is_empty() {
            0
        } else {
            self.marks_width() + self.how.width(&self.name)
        }
    }

    /// Draws the signature, its right end and baseline at `at`.
    pub(in crate::chart) fn draw(&self, canvas: &Canvas, (right, baseline): BackendCoord) -> Drawn {
        if self.name.is_empty() {
            return Ok(());
        }
        let left = right - self.width();
        let (palette, reach) = (&canvas.palette, self.reach);
        let y = baseline - self.how.cap_height() / 2;
        let diamond = Mark {
            shape: Shape::Diamond,
            at: (left + reach, y),
            reach,
            color: palette.executives,
        };
        let circle = Mark {
            shape: Shape::Circle,
            at: (left + reach + reach * MARK_STEP / 2, y),
            reach: reach * 9 / 11,
            color: palette.team,
        };
        canvas.area.draw(&diamond)?;
        canvas.area.draw(&circle)?;
        canvas.label(&self.name, self.how, (left + self.marks_width(), baseline))
    }

    fn marks_width(&self) -> i32 {
        self.reach * (MARK_STEP + 1)
    }
}
