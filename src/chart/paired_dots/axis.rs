//! The axis of values, and the sizes on it.

use plotters::coord::{ranged1d::Ranged as _, types::RangedCoordf64};

use super::TICKS;
use crate::chart::{
    canvas::Canvas,
    element::Drawn,
    lettering::{Anchor, Lettering, fine, whole},
    palette::Palette,
};

/// Sizes of marks, letters and distances; text sizes in units of the page, all others in units of the drawing.
#[derive(Debug)]
pub(super) struct Gauge {
    /// Radius of the circle.
    pub(super) circle: i32,
    /// Half the diagonal of the diamond; larger than the circle, so that both weigh the same.
    pub(super) diamond: i32,
    /// How far marks that are close together leave the line, one up, one down: half a mark.
    pub(super) ride: i32,
    /// Between a mark and its value.
    pub(super) space: i32,
    /// Thickness of the connector.
    pub(super) connector: i32,
    /// Thickness of the connector of a row that says little.
    pub(super) thin: i32,
    /// Around a value, free of grid lines.
    pub(super) clear: i32,
    /// Text size of values.
    pub(super) number: i32,
    /// Text size of values in words, and of what stands for hidden values.
    pub(super) words: i32,
    /// Leading of what stands for hidden values.
    pub(super) leading: i32,
}

/// The axis of values: where it lies, and the room that words around it have, in units of the drawing.
#[derive(Clone, Copy, Debug)]
pub(super) struct Axis<'a> {
    /// Left and right end.
    pub(super) ends: (i32, i32),
    /// The same with the room for values beyond the ends.
    pub(super) band: (i32, i32),
    pub(super) gauge: &'a Gauge,
    pub(super) palette: &'a Palette,
    /// Whether rows are to be as low as can be: no words above or below the line.
    pub(super) is_compact: bool,
    /// Whether figures of others stand below the line.
    pub(super) has_rings: bool,
}

impl Axis<'_> {
    /// Where `points` lie.
    pub(super) fn place(&self, points: f64) -> i32 {
        RangedCoordf64::from(0.0..100.0).map(&points, self.ends)
    }

    /// Draws the grid lines from `top` to `bottom`.
    pub(super) fn draw_grid(
        &self,
        canvas: &Canvas,
        (top, bottom): (i32, i32),
        width: i32,
    ) -> Drawn {
        TICKS.into_iter().try_for_each(|points| {
            let x = whole(self.place(points));
            canvas.hairline((x, top), (x, bottom), width)
        })
    }

    /// Writes the numbers of the axis, centred on their digits so that a sign after them hangs.
    pub(super) fn draw_ticks(
        &self,
        canvas: &Canvas,
        ticks: &[String; 5],
        baseline: i32,
        how: Lettering,
    ) -> Drawn {
        let centred = how.anchored(Anchor::Middle);
        let named = TICKS.into_iter().zip(ticks);
        let mut named = named.filter(|(_, text)| !text.is_empty());
        named.try_for_each(|(points, text)| {
            let digits = text.trim_end_matches(|letter: char| !letter.is_ascii_digit());
            let hang = if digits.is_empty() {
                0
            } else {
                (how.width(text) - how.width(digits)) / 2
            };
            canvas.label(text, centred, (self.place(points) + hang, baseline))
        })
    }
}

/// For 1920 by 1080.
pub(super) const SLIDE: Gauge = Gauge {
    circle: fine(11),
    diamond: fine(27) / 2,
    ride: fine(14),
    space: fine(9),
    connector: fine(6),
    thin: fine(2),
    clear: fine(4),
    number: 28,
    words: 24,
    leading: 29,
};

/// For 390 wide.
pub(super) const NARROW: Gauge = Gauge {
    circle: fine(13) / 2,
    diamond: fine(8),
    ride: fine(9),
    space: fine(6),
    connector: fine(4),
    thin: fine(2),
    clear: fine(3),
    number: 17,
    words: 15,
    leading: 18,
};
