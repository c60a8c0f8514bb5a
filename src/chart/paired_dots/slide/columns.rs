//! Where the columns of a slide are.

use crate::chart::{
    lettering::fine,
    paired_dots::{
        PairedDots,
        axis::{Axis, SLIDE},
        gap::GapAxis,
    },
    palette::Palette,
};

/// Left and right edge of everything.
pub(super) const EDGES: (i32, i32) = (fine(88), fine(1832));
/// Between the gap's number and its word.
const WORD_SPACE: i32 = fine(12);

/// The columns, in units of the drawing.
#[derive(Clone, Copy, Debug)]
pub(super) struct Columns {
    /// Width of the labels, which begin at the left edge.
    pub(super) label: i32,
    /// Left and right end of the axis of values.
    pub(super) axis: (i32, i32),
    /// The same with the room for values beside it.
    pub(super) band: (i32, i32),
    pub(super) gap: GapAxis,
    /// Right edge of the gap's number.
    pub(super) number: i32,
    /// Left edge of the gap's word, which ends at the right edge.
    pub(super) word: i32,
}

impl Columns {
    /// Columns for what `chart` has: gaps with words, gaps, or neither.
    ///
    /// A point on the axis of values is a whole number of page units wide, 5 or 7.
    pub(super) fn of(chart: &PairedDots) -> Self {
        match (chart.has_gaps(), chart.has_words()) {
            (true, true) => Self::new(632, (700, 1200), (652, 1280), (1320, 1592), 1682),
            (true, false) => Self::new(714, (784, 1284), (736, 1364), (1404, 1740), 1832),
            (false, _) => Self::new(976, (1056, 1756), (1000, 1832), (1832, 1832), 1832),
        }
    }

    /// The axis of values.
    pub(super) const fn axis<'a>(&self, palette: &'a Palette, is_compact: bool) -> Axis<'a> {
        Axis {
            ends: self.axis,
            band: self.band,
            gauge: &SLIDE,
            palette,
            is_compact,
            has_rings: true,
        }
    }

    /// The right edge of the labels, the axis, its band, the axis of gaps, and the right edge of their numbers, all in
    /// units of the page.
    const fn new(
        label: i32,
        axis: (i32, i32),
        band: (i32, i32),
        gap: (i32, i32),
        number: i32,
    ) -> Self {
        Self {
            label: fine(label) - EDGES.0,
            axis: (fine(axis.0), fine(axis.1)),
            band: (fine(band.0), fine(band.1)),
            gap: GapAxis {
                ends: (fine(gap.0), fine(gap.1)),
            },
            number: fine(number),
            word: fine(number) + WORD_SPACE,
        }
    }
}
