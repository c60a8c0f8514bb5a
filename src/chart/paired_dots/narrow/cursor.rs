//! Putting blocks of text under one another.

use plotters_backend::BackendCoord;

use crate::chart::{block::Block, canvas::Canvas, element::Drawn, lettering::whole};

/// Where the next thing goes, as a height in units of the drawing.
#[derive(Clone, Copy, Debug)]
pub(super) struct Cursor(pub(super) i32);

impl Cursor {
    /// Puts `block` here, its lines at `x`, and goes down past it and `space`; without lines nothing moves.
    pub(super) fn put(&mut self, block: Block, x: i32, space: i32) -> Placed {
        let first = whole(self.0 + block.how.cap_height());
        if !block.lines.is_empty() {
            self.0 = whole(first + block.depth() + block.how.descent() + space);
        }
        Placed {
            block,
            at: (x, first),
        }
    }

    /// Goes down to `height`, if it is not below already.
    pub(super) fn reach(&mut self, height: i32) {
        self.0 = self.0.max(whole(height));
    }
}

/// Lines of text in their place.
#[derive(Debug)]
pub(super) struct Placed {
    pub(super) block: Block,
    /// Where the first baseline is.
    pub(super) at: BackendCoord,
}

impl Placed {
    /// The last baseline.
    pub(super) fn last(&self) -> i32 {
        self.at.1 + self.block.depth()
    }

    /// Height below the last line.
    pub(super) fn bottom(&self) -> i32 {
        self.last() + self.block.how.descent()
    }

    /// Draws the lines.
    pub(super) fn draw(&self, canvas: &Canvas) -> Drawn {
        self.block.draw(canvas, self.at)
    }
}
