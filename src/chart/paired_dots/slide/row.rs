//! One row of a slide.

use super::{
    GRID,
    columns::{Columns, EDGES},
};
use crate::chart::{
    block::Block,
    canvas::Canvas,
    element::Drawn,
    lettering::{Lettering, fine, whole},
    metrics::Weight,
    paired_dots::{
        GapCell, PairedDots, Row,
        axis::{Axis, SLIDE},
        gap::number,
        pair::Pair,
    },
};

/// Text size of headings.
const HEADING: i32 = 24;
/// From a heading's baseline to the label's first.
const HEADING_LEADING: i32 = fine(36);
/// From a label's last baseline to the note's.
const NOTE_LEADING: i32 = fine(32);
/// Between a label and the note beside it, where rows are as low as can be.
const NOTE_SPACE: i32 = fine(14);
/// Text size of the word beside the gap.
const WORD: i32 = 24;
/// Leading of that word.
const WORD_LEADING: i32 = 28;
/// Free of leaders around what they join.
const LEADER_AIR: i32 = fine(10);
/// The shortest leader.
const LEADER_LEAST: i32 = fine(60);
/// From dot to dot of a leader; the dots of all rows stand under one another.
const LEADER_STEP: i32 = fine(10);

/// How large labels are, and how many lines they may take; sizes in units of the page.
#[derive(Clone, Copy, Debug)]
pub(super) struct Labels {
    size: i32,
    leading: i32,
    lines: usize,
}

impl Labels {
    pub(super) const fn new(size: i32, leading: i32, lines: usize) -> Self {
        Self {
            size,
            leading,
            lines,
        }
    }
}

/// One row with its place; heights are relative to its line, where not said otherwise.
#[derive(Debug)]
pub(super) struct PlacedRow<'a> {
    heading: Option<Block>,
    label: Block,
    /// Under the label, or beside it.
    note: Option<Block>,
    /// How far the note is from the left edge, if it is beside the label.
    beside: Option<i32>,
    pair: Pair,
    gap: Option<&'a GapCell>,
    word: Option<Block>,
    /// How far the content reaches above and below the line.
    pub(super) reach: (i32, i32),
    /// The line's own height in the picture.
    pub(super) y: i32,
    /// Height in the picture of the rule above the heading, if there is one.
    pub(super) rule: Option<i32>,
}

/// The rows of `chart` with labels so set, all still at the top.
pub(super) fn plan<'a>(
    chart: &'a PairedDots,
    axis: &Axis<'_>,
    columns: &Columns,
    labels: Labels,
) -> Vec<PlacedRow<'a>> {
    let rows = chart.rows.iter();
    rows.map(|row| PlacedRow::plan(row, axis, columns, labels))
        .collect()
}

impl<'a> PlacedRow<'a> {
    fn plan(row: &'a Row, axis: &Axis<'_>, columns: &Columns, labels: Labels) -> Self {
        let weight = if row.strong {
            Weight::SemiBold
        } else {
            Weight::Regular
        };
        let how = Lettering::new(labels.size, weight, axis.palette.text);
        let muted = |size, weight| Lettering::new(size, weight, axis.palette.muted);
        let heading = |text| {
            let how = muted(HEADING, Weight::SemiBold);
            Block::filled(text, how, 0, columns.label, 1)
        };
        let word = |text| {
            let how = muted(WORD, Weight::Regular);
            Block::filled(text, how, WORD_LEADING, EDGES.1 - columns.word, 2)
        };
        let note = |text| {
            let how = muted(WORD, Weight::Regular);
            Block::filled(text, how, 0, columns.label, 1)
        };
        let gap = row.gap.as_ref();
        let note = row.note.as_deref().map(note);
        let beside = note.as_ref().filter(|_| axis.is_compact);
        let taken = beside.map_or(0, |note| NOTE_SPACE + note.width());
        let room = columns.label - taken;
        let label = Block::balanced(&row.label, how, labels.leading, room, labels.lines);
        let mut planned = Self {
            heading: row.heading.as_deref().map(heading),
            beside: beside.map(|_| label.width() + NOTE_SPACE),
            label,
            note,
            pair: Pair::plan(row, axis),
            gap,
            word: gap.and_then(|gap| gap.word.as_deref()).map(word),
            reach: (0, 0),
            y: 0,
            rule: None,
        };
        planned.reach = planned.measure();
        planned
    }

    /// Whether a group begins with this row.
    pub(super) const fn has_heading(&self) -> bool {
        self.heading.is_some()
    }

    fn measure(&self) -> (i32, i32) {
        let (mut up, mut down) = self.pair.reach();
        for (block, first) in [
            Some((&self.label, self.label_baseline())),
            self.word.as_ref().map(|word| (word, word.centred())),
        ]
        .into_iter()
        .flatten()
        {
            up = up.max(block.how.cap_height() - first);
            down = down.max(first + block.depth() + block.how.descent());
        }
        if let Some(note) = &self.note {
            down = down.max(self.note_baseline() + note.how.descent());
        }
        if let Some(heading) = &self.heading {
            up = up.max(heading.how.cap_height() - self.heading_baseline());
        }
        (up, down)
    }

    fn heading_baseline(&self) -> i32 {
        self.label_baseline() - HEADING_LEADING
    }

    /// From the label's last baseline to the note's.
    fn note_drop(&self) -> i32 {
        let is_below = self.note.is_some() && self.beside.is_none();
        if is_below { NOTE_LEADING } else { 0 }
    }

    /// The label's first baseline; with a note below, both are centred on the line together.
    fn label_baseline(&self) -> i32 {
        whole(self.label.centred() - self.note_drop() / 2)
    }

    fn note_baseline(&self) -> i32 {
        self.label_baseline() + self.label.depth() + self.note_drop()
    }

    /// Draws the row, all but its rule.
    pub(super) fn draw(&self, canvas: &Canvas, axis: &Axis<'_>, columns: &Columns) -> Drawn {
        if let Some(heading) = &self.heading {
            heading.draw(canvas, (EDGES.0, self.y + self.heading_baseline()))?;
        }
        self.label
            .draw(canvas, (EDGES.0, self.y + self.label_baseline()))?;
        if let Some(note) = &self.note {
            let left = EDGES.0 + self.beside.unwrap_or_default();
            note.draw(canvas, (left, self.y + self.note_baseline()))?;
        }
        self.draw_leader(canvas)?;
        self.pair.draw(canvas, axis, self.y)?;
        let Some(gap) = self.gap else { return Ok(()) };
        columns.gap.draw_gap(canvas, gap, self.y)?;
        let how = number(gap, &SLIDE, axis.palette);
        let baseline = self.y + how.centred();
        canvas.label(&gap.text, how, (columns.number, baseline))?;
        self.word.as_ref().map_or(Ok(()), |word| {
            word.draw(canvas, (columns.word, self.y + word.on_line(SLIDE.number)))
        })
    }

    /// Leads the eye from the label to the first mark, if that is far.
    fn draw_leader(&self, canvas: &Canvas) -> Drawn {
        let note = self.note.as_ref().map_or(0, Block::width) + self.beside.unwrap_or_default();
        let from = EDGES.0 + self.label.width().max(note) + LEADER_AIR;
        let from = from - from % LEADER_STEP + LEADER_STEP;
        let Some(to) = self.pair.edges().map(|(left, _)| left - LEADER_AIR) else {
            return Ok(());
        };
        if to - from < LEADER_LEAST {
            return Ok(());
        }
        canvas.dotted((from, self.y), (to, self.y), GRID, LEADER_STEP - GRID)
    }
}
