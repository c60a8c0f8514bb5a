//! What stands where on a slide, from top to bottom.

use super::{
    columns::{Columns, EDGES},
    row::{Labels, PlacedRow, plan},
    stack::{least_height, spread},
};
use crate::chart::{
    block::Block,
    lettering::{Lettering, fine},
    metrics::Weight,
    paired_dots::{PairedDots, axis::Axis, head::Signature},
    palette::Palette,
};

/// The title's first baseline.
pub(super) const TITLE: i32 = fine(128);
/// The footer's last baseline.
pub(super) const BOTTOM: i32 = fine(1014);
/// From the bottom of the plot to the baseline of the axis' numbers.
pub(super) const TICKS: i32 = fine(36);
/// Sizes and leadings of the title, the first that fits is taken.
const TITLE_SIZES: [(i32, i32); 4] = [(54, 60), (50, 56), (45, 50), (40, 45)];
/// Sizes and leadings of the subtitle.
const SUBTITLE_SIZES: [(i32, i32); 2] = [(28, 36), (24, 31)];
/// From the title's last baseline to the subtitle's first.
const SUBTITLE: i32 = fine(50);
/// From a title that is text of its own to the heads' baseline.
const HEADS: i32 = fine(44);
/// Text size of the footer and the signature.
const FOOT: i32 = 24;
/// The footer's leading.
const FOOT_LEADING: i32 = 32;
/// The most lines that the footer may take more where it tells of figures of others.
const TOLD_LINES: usize = 4;
/// Half the diagonal of the diamond in the signature.
const SIGNATURE: i32 = fine(9);
/// Between the footer and the signature.
const FOOTER_SPACE: i32 = fine(64);

/// How the height is shared out.
#[derive(Clone, Copy, Debug)]
struct Attempt {
    air: Air,
    labels: Labels,
    /// The most lines of title and subtitle each; the footer may take two more.
    lines: usize,
    /// Whether rows are to be as low as can be.
    is_compact: bool,
    /// Whether figures of others are drawn.
    has_rings: bool,
}

/// The room between the parts of a slide, in units of the drawing.
#[derive(Clone, Copy, Debug)]
struct Air {
    /// From the subtitle's last baseline to the heads'.
    heads: i32,
    /// From the heads' baseline to the top of the plot.
    plot: i32,
    /// From the baseline of the axis' numbers to the footer's first, at the least.
    footer: i32,
    /// Between the contents of two rows, at the least.
    clear: i32,
}

const ROOMY: Air = Air {
    heads: fine(84),
    plot: fine(30),
    footer: fine(56),
    clear: fine(18),
};
const TIGHT: Air = Air {
    heads: fine(68),
    plot: fine(22),
    footer: fine(46),
    clear: fine(18),
};

const BEST: Attempt = Attempt {
    air: ROOMY,
    labels: Labels::new(28, 34, 2),
    lines: 2,
    is_compact: false,
    has_rings: true,
};
const TIGHTER: Attempt = Attempt { air: TIGHT, ..BEST };
const DENSE: Attempt = Attempt {
    labels: Labels::new(24, 29, 1),
    air: Air {
        clear: fine(8),
        ..TIGHT
    },
    ..TIGHTER
};
const COMPACT: Attempt = Attempt {
    is_compact: true,
    ..DENSE
};
/// How to make room for rows, step by step: less air, smaller labels, shorter labels, less air between rows, and when
/// nothing helps lower rows, then no figures of others, then shorter titles; at the last, eight rows fit whatever they
/// hold.
const ATTEMPTS: [Attempt; 9] = [
    BEST,
    TIGHTER,
    Attempt {
        labels: Labels::new(24, 29, 2),
        ..TIGHTER
    },
    Attempt {
        labels: Labels::new(28, 34, 1),
        ..TIGHTER
    },
    Attempt {
        labels: Labels::new(24, 29, 1),
        ..TIGHTER
    },
    DENSE,
    COMPACT,
    Attempt {
        has_rings: false,
        ..COMPACT
    },
    Attempt {
        lines: 1,
        has_rings: false,
        ..COMPACT
    },
];

/// What stands where; heights in units of the drawing.
#[derive(Debug)]
pub(super) struct Layout<'a> {
    pub(super) title: Block,
    pub(super) subtitle: Block,
    /// The baseline of the heads.
    pub(super) heads: i32,
    /// Top and bottom of the plot.
    pub(super) plot: (i32, i32),
    pub(super) rows: Vec<PlacedRow<'a>>,
    pub(super) footer: Block,
    pub(super) signature: Signature,
}

impl<'a> Layout<'a> {
    /// The roomiest layout that `chart` fits in.
    ///
    /// Where the title is text of its own, the drawing begins `under` it.
    pub(super) fn fit(
        chart: &'a PairedDots,
        palette: &Palette,
        columns: &Columns,
        under: Option<i32>,
    ) -> Self {
        let [first, others @ ..] = ATTEMPTS;
        let attempt = |attempt| Self::attempt(chart, palette, columns, attempt, under);
        others
            .into_iter()
            .fold(
                attempt(first),
                |tried, next| if tried.1 { tried } else { attempt(next) },
            )
            .0
    }

    /// The layout of one attempt, and whether everything fits.
    fn attempt(
        chart: &'a PairedDots,
        palette: &Palette,
        columns: &Columns,
        attempt: Attempt,
        under: Option<i32>,
    ) -> (Self, bool) {
        let Attempt {
            air,
            labels,
            lines,
            is_compact,
            has_rings,
        } = attempt;
        let width = EDGES.1 - EDGES.0;
        let how = Lettering::new(0, Weight::Bold, palette.text);
        let [title, subtitle] = match under {
            None => [chart.title.clone(), chart.subtitle_after(has_rings)],
            Some(_) => [const { String::new() }; 2],
        };
        let title = Block::shrunk(&title, how, &TITLE_SIZES, width, lines);
        let muted = Lettering::new(FOOT, Weight::Regular, palette.muted);
        let subtitle = Block::shrunk(&subtitle, muted, &SUBTITLE_SIZES, width, lines);
        let signature = Signature::new(&chart.signature, FOOT, SIGNATURE, width / 3, palette);
        let footer_width = width - signature.width() - FOOTER_SPACE;
        let meanings = [(chart.ranges.drawn.as_str(), chart.has_ranges())];
        let footer = chart.footer_around(&meanings, has_rings);
        let mut footer_lines = lines + 2;
        if has_rings && chart.has_published() {
            footer_lines += TOLD_LINES;
        }
        let footer = Block::balanced(&footer, muted, FOOT_LEADING, footer_width, footer_lines);
        let axis = Axis {
            has_rings,
            ..columns.axis(palette, is_compact)
        };
        let rows = plan(chart, &axis, columns, labels);
        let mut layout = Self {
            title,
            subtitle,
            heads: 0,
            plot: (0, 0),
            rows,
            footer,
            signature,
        };
        let is_fitting = layout.settle(air, under);
        (layout, is_fitting)
    }

    /// Puts everything in its place; says whether it fits.
    fn settle(&mut self, air: Air, under: Option<i32>) -> bool {
        self.heads = under.map_or_else(|| self.titles_end() + air.heads, |under| under + HEADS);
        let top = self.heads + air.plot;
        let limit = self.footer_first() - air.footer - TICKS;
        self.plot = (top, spread(&mut self.rows, (top, limit), air.clear));
        least_height(&self.rows, air.clear) <= limit - top
    }

    /// The last baseline of title and subtitle.
    fn titles_end(&self) -> i32 {
        self.subtitle_first()
            + if self.subtitle.lines.is_empty() {
                -SUBTITLE
            } else {
                self.subtitle.depth()
            }
    }

    /// Top and bottom of each row: between two rows, half of what is free.
    pub(super) fn bands(&self) -> Vec<(i32, i32)> {
        let tops = self.rows.iter().map(|row| row.y - row.reach.0);
        let ends = self.rows.iter().map(|row| row.y + row.reach.1);
        let borders = tops.skip(1).zip(ends);
        let mut borders: Vec<i32> = borders.map(|(top, end)| i32::midpoint(end, top)).collect();
        borders.insert(0, self.plot.0);
        borders.push(self.plot.1);
        let bands = borders.windows(2).take(self.rows.len());
        bands.map(|ends| (ends[0], ends[1])).collect()
    }

    /// The subtitle's first baseline.
    pub(super) fn subtitle_first(&self) -> i32 {
        TITLE + self.title.depth() + SUBTITLE
    }

    /// The footer's first baseline.
    pub(super) fn footer_first(&self) -> i32 {
        BOTTOM - self.footer.depth()
    }
}
