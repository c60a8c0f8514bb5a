//! Lines of text under one another.

use plotters_backend::BackendCoord;

use super::{
    canvas::Canvas,
    element::Drawn,
    lettering::{Anchor, Lettering, fine, whole},
    wrap::{fits, wrap, wrap_balanced},
};

/// Lines of text set alike, one `leading` apart.
#[derive(Clone, Debug)]
pub(super) struct Block {
    pub(super) lines: Vec<String>,
    pub(super) how: Lettering,
    /// From baseline to baseline, in units of the drawing.
    pub(super) leading: i32,
}

impl Block {
    /// `text` in at most `max_lines` lines no wider than `max_width` units of the drawing, each filled as far as it goes.
    pub(super) fn filled(
        text: &str,
        how: Lettering,
        leading: i32,
        max_width: i32,
        max_lines: usize,
    ) -> Self {
        let lines = wrap(
            text,
            how.weight,
            f64::from(fine(how.size)),
            f64::from(max_width),
            max_lines,
        );
        Self {
            lines,
            how,
            leading: fine(leading),
        }
    }

    /// The same with lines of about equal length.
    pub(super) fn balanced(
        text: &str,
        how: Lettering,
        leading: i32,
        max_width: i32,
        max_lines: usize,
    ) -> Self {
        let lines = wrap_balanced(
            text,
            how.weight,
            f64::from(fine(how.size)),
            f64::from(max_width),
            max_lines,
        );
        Self {
            lines,
            how,
            leading: fine(leading),
        }
    }

    /// The same at the first of `sizes` at which nothing is left out, else at the last; each size with its leading.
    pub(super) fn shrunk(
        text: &str,
        how: Lettering,
        sizes: &[(i32, i32)],
        max_width: i32,
        max_lines: usize,
    ) -> Self {
        let is_fitting = |size: i32| {
            fits(
                text,
                how.weight,
                f64::from(fine(size)),
                f64::from(max_width),
                max_lines,
            )
        };
        let &(size, leading) = sizes
            .iter()
            .find(|(size, _)| is_fitting(*size))
            .or(sizes.last())
            .unwrap_or(&(how.size, how.size));
        Self::balanced(
            text,
            Lettering { size, ..how },
            leading,
            max_width,
            max_lines,
        )
    }

    /// The same with its position at `anchor`.
    pub(super) fn anchored(self, anchor: Anchor) -> Self {
        Self {
            how: self.how.anchored(anchor),
            ..self
        }
    }

    /// From the first baseline to the last.
    pub(super) fn depth(&self) -> i32 {
        let leadings = self.lines.len().saturating_sub(1);
        i32::try_from(leadings)
            .unwrap_or(i32::MAX)
            .saturating_mul(self.leading)
    }

    /// The first baseline if the capitals of all lines are to be centred on 0.
    pub(super) fn centred(&self) -> i32 {
        whole((self.how.cap_height() - self.depth()) / 2)
    }

    /// The first baseline on a line at 0: a single line shares its baseline with text of size `beside`.
    pub(super) fn on_line(&self, beside: i32) -> i32 {
        if self.lines.len() == 1 {
            Lettering {
                size: beside,
                ..self.how
            }
            .centred()
        } else {
            self.centred()
        }
    }

    /// Width of the longest line.
    pub(super) fn width(&self) -> i32 {
        self.lines
            .iter()
            .map(|line| self.how.width(line))
            .max()
            .unwrap_or(0)
    }

    /// Draws the lines, the first with its baseline at `at`.
    pub(super) fn draw(&self, canvas: &Canvas, (x, first): BackendCoord) -> Drawn {
        let mut baseline = first;
        for line in &self.lines {
            canvas.label(line, self.how, (x, baseline))?;
            baseline += self.leading;
        }
        Ok(())
    }
}
