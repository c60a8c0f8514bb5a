//! One row on a phone: its label, and the gap as text, above its line.

use super::{
    AXIS, EDGES, GRID, LABEL, LABEL_LEADING, SMALL_LEADING,
    cursor::{Cursor, Placed},
    small,
};
use crate::chart::{
    block::Block,
    canvas::Canvas,
    element::Drawn,
    lettering::{Anchor, Lettering, fine, whole},
    metrics::Weight,
    paired_dots::{
        GapCell, Row,
        axis::{Axis, NARROW},
        gap::number,
        pair::Pair,
    },
};

/// The most lines of a label.
const LABEL_LINES: usize = 4;
/// The most lines of a heading or a word.
const WORD_LINES: usize = 2;
/// Room at the right of labels for the gap.
const GAP: i32 = fine(100);
/// From the gap's baseline to that of its word, or of its range: a note below a label of one line stands as high.
const WORD_DROP: i32 = fine(18);
/// Free of everything around the gap.
const GAP_AIR: i32 = fine(8);
/// Between a rule and the heading below it.
const RULE_SPACE: i32 = fine(14);
/// Between a heading and the label below it.
const HEADING_SPACE: i32 = fine(8);
/// Between a label and the note below it.
const NOTE_SPACE: i32 = fine(4);
/// Between a label and what is on the line below it.
const LABEL_SPACE: i32 = fine(11);
/// How far a line's content reaches up and down at the least.
const LINE_REACH: i32 = fine(12);
/// Between rows.
const ROW_SPACE: i32 = fine(20);
/// How far grid lines reach from a row's line.
const GRID_REACH: i32 = fine(7);

/// One row with its place.
#[derive(Debug)]
pub(super) struct PlacedRow<'a> {
    /// The rule above the heading; none for the first row.
    rule: Option<i32>,
    heading: Option<Placed>,
    label: Placed,
    note: Option<Placed>,
    gap: Option<&'a GapCell>,
    word: Option<Placed>,
    range: Option<Placed>,
    pub(super) pair: Pair,
    /// The row's line.
    y: i32,
    /// Top and bottom, with half of what is free around it.
    pub(super) band: (i32, i32),
}

impl<'a> PlacedRow<'a> {
    /// Puts `row` where `cursor` is; `before` says whether there is a row above, and `has_gaps` whether labels leave
    /// room for gaps.
    pub(super) fn put(
        row: &'a Row,
        axis: &Axis<'_>,
        before: bool,
        has_gaps: bool,
        cursor: &mut Cursor,
    ) -> Self {
        let heading = row.heading.as_deref();
        let rule = heading.filter(|_| before).map(|_| cursor.0);
        let top = cursor.0 + rule.map_or(-ROW_SPACE, |_| RULE_SPACE) / 2;
        cursor.0 += rule.map_or(0, |_| RULE_SPACE);
        let heading = heading.map(|text| put_heading(text, axis, cursor));
        let label = put_label(row, axis, has_gaps, cursor);
        let note = row.note.as_deref();
        let note = note.map(|text| put_note(text, axis, has_gaps, cursor));
        let gap = row.gap.as_ref();
        let word = gap.and_then(|gap| gap.word.as_deref());
        let word = word.map(|text| put_word(text, axis, label.at.1 + WORD_DROP, cursor));
        let range = gap.and_then(|gap| gap.range.as_ref());
        let range = range.map(|range| {
            let below = word.as_ref().map(Placed::last);
            let first = below.map_or(label.at.1 + WORD_DROP, |last| last + fine(SMALL_LEADING));
            put_word(&range.text, axis, first, cursor)
        });
        let pair = Pair::plan(row, axis);
        let (up, down) = pair.reach();
        let y = whole(cursor.0 + LABEL_SPACE + up.max(LINE_REACH));
        cursor.0 = whole(y + down.max(LINE_REACH) + ROW_SPACE);
        Self {
            rule,
            heading,
            label,
            note,
            gap,
            word,
            range,
            pair,
            y,
            band: (top, cursor.0 - ROW_SPACE / 2),
        }
    }

    /// Whether its marks are joined by the line of a gap that says little.
    pub(super) fn has_thin_line(&self) -> bool {
        self.pair.has_connector() && self.gap.is_some_and(|gap| gap.faint)
    }

    /// Draws the row.
    pub(super) fn draw(&self, canvas: &Canvas, axis: &Axis<'_>) -> Drawn {
        if let Some(rule) = self.rule {
            canvas.hairline((EDGES.0, rule), (EDGES.1, rule), GRID)?;
        }
        for text in [
            self.heading.as_ref(),
            Some(&self.label),
            self.note.as_ref(),
            self.word.as_ref(),
            self.range.as_ref(),
        ]
        .into_iter()
        .flatten()
        {
            text.draw(canvas)?;
        }
        if let Some(gap) = self.gap {
            canvas.label(
                &gap.text,
                number(gap, &NARROW, axis.palette),
                (EDGES.1, self.label.at.1),
            )?;
        }
        if self.pair.is_on_axis() {
            axis.draw_grid(canvas, (self.y - GRID_REACH, self.y + GRID_REACH), GRID)?;
            canvas.hairline((AXIS.0, self.y), (AXIS.1, self.y), GRID)?;
        }
        self.pair.draw(canvas, axis, self.y)
    }
}

fn put_heading(text: &str, axis: &Axis<'_>, cursor: &mut Cursor) -> Placed {
    let how = Lettering {
        weight: Weight::SemiBold,
        ..small(axis.palette)
    };
    let block = Block::filled(text, how, SMALL_LEADING, EDGES.1 - EDGES.0, WORD_LINES);
    cursor.put(block, EDGES.0, HEADING_SPACE)
}

/// The label takes the room of one line at the least, for the gap beside it.
fn put_label(row: &Row, axis: &Axis<'_>, has_gaps: bool, cursor: &mut Cursor) -> Placed {
    let weight = if row.strong {
        Weight::SemiBold
    } else {
        Weight::Regular
    };
    let how = Lettering::new(LABEL, weight, axis.palette.text);
    let width = EDGES.1 - EDGES.0 - if has_gaps { GAP } else { 0 };
    let label = cursor.put(
        Block::balanced(&row.label, how, LABEL_LEADING, width, LABEL_LINES),
        EDGES.0,
        0,
    );
    cursor.reach(label.bottom());
    label
}

fn put_note(text: &str, axis: &Axis<'_>, has_gaps: bool, cursor: &mut Cursor) -> Placed {
    let width = EDGES.1 - EDGES.0 - if has_gaps { GAP } else { 0 };
    cursor.0 += NOTE_SPACE;
    let block = Block::filled(text, small(axis.palette), SMALL_LEADING, width, WORD_LINES);
    let note = cursor.put(block, EDGES.0, 0);
    cursor.reach(note.bottom());
    note
}

/// The word stands below the gap's number, which is beside the label's first line, and the range below the word.
fn put_word(text: &str, axis: &Axis<'_>, first: i32, cursor: &mut Cursor) -> Placed {
    let how = small(axis.palette).anchored(Anchor::End);
    let block = Block::filled(text, how, SMALL_LEADING, GAP - GAP_AIR, WORD_LINES);
    let word = Placed {
        block,
        at: (EDGES.1, first),
    };
    cursor.reach(word.bottom());
    word
}
