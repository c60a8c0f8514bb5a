//! Then and now: for each row an arrow of each side from its earlier value, a hollow mark, to its present one, a filled
//! mark; beside it the gap then and now, and how sure its change is.

mod lane;

use super::{
    ChartError, Format, Frame, MAX_ROWS, Picture, Theme,
    block::Block,
    canvas::Canvas,
    element::Drawn,
    frame::{Framed, Gauge, below, put},
    lettering::{Anchor, Lettering, fine, whole},
    metrics::Weight,
    paired_dots::Head,
};
use crate::domain::side::{BySide, Side};
use lane::Lane;

/// Everything that such a chart says; all words are given, in the reader's language.
#[derive(Clone, Debug, PartialEq)]
pub struct Arrows {
    /// What stands around it.
    pub frame: Frame,
    /// Who each side is.
    pub heads: BySide<String>,
    /// Above the gaps.
    pub gap: String,
    /// Above the words and ranges of their changes, where these have columns of their own.
    pub change: String,
    /// The rows, first on top.
    pub rows: Vec<ArrowRow>,
    /// Words for 0, 25, 50, 75 and 100 on the axis.
    pub ticks: [String; 5],
}

/// One row.
#[derive(Clone, Debug, PartialEq)]
pub struct ArrowRow {
    /// What was asked, in a few words.
    pub label: String,
    /// Each side's values.
    pub sides: BySide<Arrow>,
    /// The gap then and now, such as "+48, now +20".
    pub gap: String,
    /// Where its change could be, such as "−52 to −3"; may be empty.
    pub range: String,
    /// How sure its change is, in a word.
    pub word: String,
    /// Whether the change says little, and is to be drawn so.
    pub faint: bool,
}

/// One side of a row.
#[derive(Clone, Debug, PartialEq)]
pub enum Arrow {
    /// Places on the axis, 0 to 100; what is beyond is drawn at its end.
    Shown {
        /// The earlier value.
        then: f64,
        /// The present value.
        now: f64,
        /// The present value as text.
        text: String,
        /// The earlier value in words, said where its mark would lie under the present one.
        before: String,
    },
    /// No arrow; these words say why.
    Hidden(String),
}

/// Lengths of one format, in units of the drawing.
#[derive(Debug)]
struct Lengths {
    /// Left and right end of the axis.
    axis: (i32, i32),
    /// The same with the room for values beyond the ends.
    band: (i32, i32),
    /// Width of labels, and of gaps.
    label: i32,
    gap: i32,
    /// Right of the gap stand the word and the range of its change, on its line; under it if there is no room.
    change: i32,
    /// From there to the word, and the room for it.
    word: (i32, i32),
    /// From a row's middle to the line of a side.
    lane: i32,
    /// Between rows: the least, and the most.
    between: (i32, i32),
    /// Whether labels stand above their lines.
    is_label_above: bool,
    /// Between heads, and below them.
    head: i32,
}

const SLIDE: Lengths = Lengths {
    axis: (fine(660), fine(1160)),
    band: (fine(590), fine(1300)),
    label: fine(480),
    gap: fine(230),
    change: fine(300),
    word: (fine(12), fine(128)),
    lane: fine(13),
    between: (fine(6), fine(44)),
    is_label_above: false,
    head: fine(44),
};

const NARROW: Lengths = Lengths {
    axis: (fine(46), fine(326)),
    band: (fine(16), fine(374)),
    label: fine(226),
    gap: fine(126),
    change: 0,
    word: (0, fine(126)),
    lane: fine(11),
    between: (fine(22), fine(22)),
    is_label_above: true,
    head: fine(8),
};

/// Where the axis has a line, in points.
const TICKS: [f64; 5] = [0.0, 25.0, 50.0, 75.0, 100.0];

impl ArrowRow {
    /// Whether a side has an arrow; where none has, what stands for the gap says why.
    pub(crate) fn is_shown(&self) -> bool {
        let mut sides = Side::ALL.iter().map(|side| self.sides.of(*side));
        sides.any(|arrow| matches!(arrow, Arrow::Shown { .. }))
    }
}

impl Arrows {
    /// Draws the chart.
    ///
    /// # Errors
    ///
    /// Returns [`ChartError::TooManyRows`] if there are more than [`MAX_ROWS`] for a slide.
    pub fn draw(&self, format: Format, theme: Theme) -> Result<Picture, ChartError> {
        if format == Format::Slide && self.rows.len() > MAX_ROWS {
            return Err(ChartError::TooManyRows(self.rows.len()));
        }
        let framed = Framed::of(&self.frame, format, theme);
        let sketch = Canvas::new((1, 1), theme)?;
        let mut plan = Plan::of(format);
        let least = plan.rows(self, &sketch, framed.top, None)?;
        // Below the numbers of the axis half of the room around is enough.
        let spare = framed
            .limit
            .map_or(0, |limit| limit + plan.gauge.space / 2 - least);
        plan.use_room(spare, self.rows.len());
        let bottom = plan.rows(self, &sketch, framed.top, None)?;
        let canvas = Canvas::new(framed.size(bottom), theme)?;
        framed.draw(&canvas, bottom)?;
        plan.rows(self, &sketch, framed.top, Some(&canvas))?;
        Ok(framed.finish(canvas, bottom))
    }
}

/// How high things are.
struct Plan {
    gauge: &'static Gauge,
    lengths: &'static Lengths,
    between: i32,
}

impl Plan {
    const fn of(format: Format) -> Self {
        let lengths = match format {
            Format::Slide => &SLIDE,
            Format::Narrow => &NARROW,
        };
        Self {
            gauge: format.gauge(),
            lengths,
            between: lengths.between.0,
        }
    }

    fn use_room(&mut self, spare: i32, rows: usize) {
        let rows = i32::try_from(rows.max(1)).unwrap_or(i32::MAX);
        let most = self.lengths.between.1 - self.lengths.between.0;
        self.between += whole((spare / rows).clamp(0, most) - fine(1)).max(0);
    }

    /// Heads, rows and the axis' numbers below `top`; returns where they end. Draws only with a canvas.
    fn rows(
        &self,
        chart: &Arrows,
        sketch: &Canvas,
        top: i32,
        to: Option<&Canvas>,
    ) -> Result<i32, ChartError> {
        let mut y = self.heads(chart, sketch, top, to)?;
        for (number, row) in chart.rows.iter().enumerate() {
            let mut end = y;
            let mut draw = || {
                end = self.row(row, sketch, y, to)?;
                Ok(())
            };
            match to {
                Some(canvas) => canvas.group(&format!("row-{number}"), draw)?,
                None => draw()?,
            }
            y = end + self.between;
        }
        if !chart.rows.iter().any(ArrowRow::is_shown) {
            return Ok(y - self.between);
        }
        let how = self.gauge.smalls(Weight::Regular, &sketch.palette);
        let baseline = whole(y + how.cap_height());
        if let Some(canvas) = to {
            canvas.group("axes", || self.ticks(chart, canvas, baseline))?;
        }
        Ok(baseline + how.descent())
    }

    fn ticks(&self, chart: &Arrows, canvas: &Canvas, baseline: i32) -> Drawn {
        let how = self.gauge.smalls(Weight::Regular, &canvas.palette);
        let how = how.anchored(Anchor::Middle);
        let mut ticks = TICKS.into_iter().zip(&chart.ticks);
        ticks.try_for_each(|(points, text)| canvas.label(text, how, (self.place(points), baseline)))
    }

    fn heads(
        &self,
        chart: &Arrows,
        sketch: &Canvas,
        top: i32,
        to: Option<&Canvas>,
    ) -> Result<i32, ChartError> {
        let (gauge, palette, lengths) = (self.gauge, &sketch.palette, self.lengths);
        let how = |color| Lettering::new(gauge.label.0, Weight::Bold, color);
        let right = gauge.edges.1 - lengths.change;
        let room = (right - lengths.band.0) / if lengths.is_label_above { 1 } else { 2 };
        let head = |side| {
            let (mark, color) = lane::mark(side, gauge, palette);
            Head::aligned(mark, gauge.diamond, chart.heads.of(side), how(color), room)
        };
        let heads = [head(Side::Executive), head(Side::Team)];
        let first = whole(top + how(palette.text).cap_height());
        let second = if lengths.is_label_above {
            (lengths.band.0, first + fine(gauge.label.1))
        } else {
            (lengths.band.0 + heads[0].width() + lengths.head, first)
        };
        let gap = Block::filled(
            &chart.gap,
            how(palette.text).anchored(Anchor::End),
            0,
            lengths.gap,
            1,
        );
        let room = lengths.change - lengths.word.0;
        let has_changes = chart.rows.iter().any(|row| !row.range.is_empty());
        let change = if lengths.change > 0 && has_changes {
            chart.change.as_str()
        } else {
            ""
        };
        let ends = how(palette.text).anchored(Anchor::End);
        let change = Block::filled(change, ends, 0, room, 1);
        // Beside a head that leaves too little room the gaps' head stands a line lower.
        let taken = second.0 + heads[1].width() + gap.width();
        let free = right - taken;
        let last = if free < gauge.space {
            second.1 + fine(gauge.label.1)
        } else {
            second.1
        };
        if let Some(canvas) = to {
            canvas.group("heads", || {
                heads[0].draw(canvas, (lengths.band.0, first))?;
                heads[1].draw(canvas, second)?;
                gap.draw(canvas, (right, last))?;
                change.draw(canvas, (gauge.edges.1, last))
            })?;
        }
        let space = if lengths.is_label_above {
            gauge.space
        } else {
            gauge.space / 2
        };
        Ok(whole(last + space))
    }

    fn row(
        &self,
        row: &ArrowRow,
        sketch: &Canvas,
        top: i32,
        to: Option<&Canvas>,
    ) -> Result<i32, super::element::DrawingError> {
        let (gauge, lengths) = (self.gauge, self.lengths);
        let how = gauge.labels(Weight::Regular, &sketch.palette);
        let lines = if lengths.is_label_above { 4 } else { 2 };
        let label = Block::balanced(&row.label, how, gauge.label.1, lengths.label, lines);
        let high = lengths.lane + gauge.diamond;
        let above = if lengths.is_label_above {
            let end = put(&label, to, (gauge.edges.0, top))?;
            end.max(self.gap(row, sketch, top, to)?) + fine(6)
        } else {
            top
        };
        if lengths.is_label_above && !row.is_shown() {
            return Ok(above);
        }
        let needed = i32::midpoint(label.depth(), how.cap_height()) + how.descent();
        let reach = if lengths.is_label_above {
            high
        } else {
            high.max(needed)
        };
        let y = whole(above + reach);
        if let Some(canvas) = to.filter(|_| row.is_shown()) {
            self.lanes(row, canvas, y)?;
        }
        if !lengths.is_label_above {
            if let Some(canvas) = to {
                label.draw(canvas, (gauge.edges.0, y + label.centred()))?;
            }
            let top = y - how.cap_height() / 2;
            self.gap(row, sketch, top, to)?;
        }
        Ok(y + reach)
    }

    fn lanes(&self, row: &ArrowRow, canvas: &Canvas, y: i32) -> Drawn {
        let (gauge, lengths) = (self.gauge, self.lengths);
        let high = lengths.lane + gauge.diamond;
        for points in TICKS {
            let x = whole(self.place(points));
            canvas.hairline((x, y - high), (x, y + high), gauge.hair)?;
        }
        for (side, down) in [(Side::Executive, -lengths.lane), (Side::Team, lengths.lane)] {
            let lane = Lane {
                plan: self,
                side,
                y: y + down,
            };
            lane.draw(row.sides.of(side), canvas)?;
        }
        Ok(())
    }

    /// The gap, and the word for its change and where that could be, at the right edge; returns where they end.
    fn gap(
        &self,
        row: &ArrowRow,
        sketch: &Canvas,
        top: i32,
        to: Option<&Canvas>,
    ) -> Result<i32, super::element::DrawingError> {
        let (gauge, palette, lengths) = (self.gauge, &sketch.palette, self.lengths);
        let (weight, color) = if row.faint {
            (Weight::Regular, palette.muted)
        } else {
            (Weight::Bold, palette.text)
        };
        let how = Lettering::new(gauge.label.0, weight, color).anchored(Anchor::End);
        let gap = Block::filled(&row.gap, how, 0, lengths.gap, 1);
        let small = gauge.smalls(Weight::Regular, palette);
        let ends = small.anchored(Anchor::End);
        let (space, room) = lengths.word;
        let is_beside = lengths.change > 0;
        let how_word = if is_beside { small } else { ends };
        let word = Block::filled(&row.word, how_word, gauge.small.1, room, 2);
        let left = if is_beside {
            lengths.change - space - room
        } else {
            room
        };
        let range = Block::filled(&row.range, ends, gauge.small.1, left, 1);
        let first = whole(top + how.cap_height());
        let right = gauge.edges.1 - lengths.change;
        let under = |first: i32, above: &Block| {
            if is_beside || above.lines.is_empty() {
                first
            } else {
                first + above.depth() + fine(gauge.small.1)
            }
        };
        let word_at = under(first, &gap);
        let range_at = under(word_at, &word);
        if let Some(canvas) = to {
            gap.draw(canvas, (right, first))?;
            word.draw(canvas, (right + space, word_at))?;
            range.draw(canvas, (gauge.edges.1, range_at))?;
        }
        let gap = below(&gap, first, top);
        Ok(below(&range, range_at, below(&word, word_at, gap)))
    }

    /// Where `points` lie.
    fn place(&self, points: f64) -> i32 {
        let (left, right) = self.lengths.axis;
        let part = points.clamp(0.0, 100.0) / 100.0 * f64::from(right - left);
        #[expect(clippy::cast_possible_truncation, reason = "within the picture")]
        let part = part.round() as i32;
        left + part
    }
}
