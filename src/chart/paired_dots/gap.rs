//! The gap of one row on its own axis: a mark, and the ranges it could be in.

use plotters::coord::{ranged1d::Ranged as _, types::RangedCoordf64};

use super::{GAP_TICKS, GapCell, axis::Gauge};
use crate::chart::{
    canvas::Canvas,
    element::Drawn,
    lettering::{Anchor, Lettering, fine, whole},
    metrics::Weight,
    palette::Palette,
};

/// Half the thickness of the wide range.
const OUTER: i32 = fine(2);
/// Half the thickness of the narrow range.
const INNER: i32 = fine(7);
/// Half the width of the mark.
const MARK: i32 = fine(2);
/// Half the height of the mark.
const MARK_REACH: i32 = fine(14);
/// Half the width of the zero line.
const ZERO: i32 = fine(1);

/// How the number of `gap` is set.
pub(super) fn number(gap: &GapCell, gauge: &Gauge, palette: &Palette) -> Lettering {
    let (weight, color) = if gap.faint {
        (Weight::Regular, palette.muted)
    } else {
        (Weight::Bold, palette.text)
    };
    Lettering::new(gauge.number, weight, color).anchored(Anchor::End)
}

/// The axis of gaps, from -100 to 100 points, in units of the drawing.
#[derive(Clone, Copy, Debug)]
pub(super) struct GapAxis {
    /// Left and right end.
    pub(super) ends: (i32, i32),
}

impl GapAxis {
    /// Where a gap of `points` lies, on a whole unit of the page.
    pub(super) fn place(self, points: f64) -> i32 {
        whole(RangedCoordf64::from(-100.0..100.0).map(&points.clamp(-100.0, 100.0), self.ends))
    }

    /// Draws the zero line from `top` to `bottom`.
    pub(super) fn draw_zero(self, canvas: &Canvas, (top, bottom): (i32, i32)) -> Drawn {
        let zero = self.place(0.0);
        canvas.rect(
            [(zero - ZERO, top), (zero + ZERO, bottom)],
            canvas.palette.rule,
        )
    }

    /// Writes the numbers of the axis.
    pub(super) fn draw_ticks(
        self,
        canvas: &Canvas,
        ticks: &[String; 3],
        baseline: i32,
        how: Lettering,
    ) -> Drawn {
        let how = how.anchored(Anchor::Middle);
        GAP_TICKS
            .into_iter()
            .zip(ticks)
            .try_for_each(|(points, text)| canvas.label(text, how, (self.place(points), baseline)))
    }

    /// Draws mark and ranges of `gap` on the line at `y`; what is no number is left out.
    pub(super) fn draw_gap(self, canvas: &Canvas, gap: &GapCell, y: i32) -> Drawn {
        let palette = &canvas.palette;
        let (color, mark) = if gap.faint {
            (palette.faint, palette.muted)
        } else {
            (palette.rule, palette.text)
        };
        let (points, range) = (gap.points, gap.range.as_ref());
        let bar = |(from, to): (f64, f64), half: i32| {
            let (left, right) = (self.place(from.min(to)), self.place(from.max(to)));
            let is_drawn = from.is_finite() && to.is_finite();
            is_drawn.then_some(([(left, y - half), (right, y + half)], color))
        };
        let x = self.place(points);
        let tick = [(x - MARK, y - MARK_REACH), (x + MARK, y + MARK_REACH)];
        let shapes = [
            range.and_then(|range| bar(range.outer, OUTER)),
            range.and_then(|range| bar(range.inner, INNER)),
            points.is_finite().then_some((tick, mark)),
        ];
        canvas.rects(&shapes.into_iter().flatten().collect::<Vec<_>>())
    }
}
