//! The two values of one row: where marks, connector and words go.
//!
//! Values stand beside their marks, on the outer side. Marks closer than [`NEAR`] leave the line, the executives' up and
//! the team's down, so that neither hides the other and each keeps its true place on the axis. Words too long for the
//! room beside the axis go above the line (executives) or below it (team).

use plotters_backend::BackendCoord;

use super::{
    Row, Value,
    axis::Axis,
    dot::{Dot, Side, Words},
};
use crate::chart::{
    block::Block,
    canvas::Canvas,
    element::{Drawn, Mark},
    lettering::{Anchor, Lettering},
    metrics::Weight,
    palette::Color,
};

/// Values closer than this many points get their marks off the line.
const NEAR: f64 = 6.0;
/// The middle of the axis, in points.
const MIDDLE: f64 = 50.0;

/// Everything on the line of one row, placed relative to it.
#[derive(Debug, Default)]
pub(super) struct Pair {
    marks: Vec<Mark>,
    words: Vec<Words>,
    /// Upper left and lower right corner.
    connector: Option<[BackendCoord; 2]>,
}

impl Pair {
    /// Plans the line of `row`.
    pub(super) fn plan(row: &Row, axis: &Axis<'_>) -> Self {
        match (row.team.points(), row.executives.points()) {
            (Some(team), Some(executives)) => {
                let is_right = executives >= team;
                let team = Dot::new(Side::Team, team, !is_right, axis);
                let executives = Dot::new(Side::Executives, executives, is_right, axis);
                Self::both(row, &team, &executives, axis)
            }
            (Some(team), None) => {
                let dot = Dot::new(Side::Team, team, team >= MIDDLE, axis);
                Self::alone(&dot, &row.team, &row.executives, axis)
            }
            (None, Some(executives)) => {
                let dot = Dot::new(Side::Executives, executives, executives >= MIDDLE, axis);
                Self::alone(&dot, &row.executives, &row.team, axis)
            }
            (None, None) => Self::hidden(row, axis),
        }
    }

    /// How far the line's content reaches up and down.
    pub(super) fn reach(&self) -> (i32, i32) {
        let marks = self
            .marks
            .iter()
            .map(|mark| (mark.reach - mark.at.1, mark.reach + mark.at.1));
        let words = self.words.iter().map(|words| {
            let [(_, top), (_, bottom)] = words.corners();
            (-top, bottom)
        });
        marks.chain(words).fold((0, 0), |(up, down), next| {
            (up.max(next.0), down.max(next.1))
        })
    }

    /// Where the line's content begins on the left and ends on the right, if it has a mark.
    pub(super) fn edges(&self) -> Option<(i32, i32)> {
        let words = self.words.iter().map(|words| {
            let [(left, _), (right, _)] = words.corners();
            (left, right)
        });
        let marks = self
            .marks
            .iter()
            .map(|mark| (mark.at.0 - mark.reach, mark.at.0 + mark.reach));
        let around = |one: (i32, i32), other: (i32, i32)| (one.0.min(other.0), one.1.max(other.1));
        marks.reduce(around).map(|marks| words.fold(marks, around))
    }

    /// Draws the pair with its line at `y`: the ground behind its words, the connector, the marks, the words.
    pub(super) fn draw(&self, canvas: &Canvas, axis: &Axis<'_>, y: i32) -> Drawn {
        let down = |(x, at): BackendCoord| (x, at + y);
        if let Some(ground) = axis.palette.ground {
            for words in &self.words {
                let [(left, top), (right, bottom)] = words.corners();
                let clear = axis.gauge.clear;
                canvas.rect(
                    [
                        (left - clear, top + y - clear),
                        (right + clear, bottom + y + clear),
                    ],
                    ground,
                )?;
            }
        }
        if let Some([from, to]) = self.connector {
            canvas.rect([down(from), down(to)], axis.palette.rule)?;
        }
        for mark in &self.marks {
            canvas.area.draw(&Mark {
                at: down(mark.at),
                ..*mark
            })?;
        }
        self.words
            .iter()
            .try_for_each(|words| canvas.label(&words.text, words.how, down(words.at)))
    }

    /// Two marks: on the line with a connector between them, or off the line if they are near.
    fn both(row: &Row, team: &Dot, executives: &Dot, axis: &Axis<'_>) -> Self {
        let words = [
            team.value_on_line(&row.team, axis),
            executives.value_on_line(&row.executives, axis),
        ];
        let is_low = words.iter().flatten().all(Words::is_on_line);
        let is_near = (executives.points - team.points).abs() < NEAR;
        if is_near || (axis.is_compact && !is_low) {
            let (up, down) = (-axis.gauge.ride, axis.gauge.ride);
            let words = [
                team.value_off_line(&row.team, down, axis),
                executives.value_off_line(&row.executives, up, axis),
            ];
            return Self {
                marks: vec![team.mark(down), executives.mark(up)],
                words: words.into_iter().flatten().collect(),
                connector: None,
            };
        }
        let is_thin = row.gap.as_ref().is_some_and(|gap| gap.faint);
        Self {
            marks: vec![team.mark(0), executives.mark(0)],
            words: words.into_iter().flatten().collect(),
            connector: connector(team, executives, is_thin, axis),
        }
    }

    /// One mark, and towards the far end of the axis why the other is hidden.
    fn alone(dot: &Dot, value: &Value, other: &Value, axis: &Axis<'_>) -> Self {
        let words = match dot.value_on_line(value, axis) {
            Some(words) if axis.is_compact && !words.is_on_line() => {
                dot.value_off_line(value, 0, axis)
            }
            words => words,
        };
        let mut pair = Self {
            marks: vec![dot.mark(0)],
            words: words.into_iter().collect(),
            connector: None,
        };
        let (from, to) = pair.edges().unwrap_or(axis.ends);
        let (left, right) = axis.ends;
        let is_left_free = dot.points >= MIDDLE;
        let free = match (pair.words.iter().all(Words::is_on_line), is_left_free) {
            (false, _) => (right - left) / 2,
            (true, true) => from - left,
            (true, false) => right - to,
        };
        let (x, anchor) = if is_left_free {
            (left, Anchor::Start)
        } else {
            (right, Anchor::End)
        };
        let color = match dot.side {
            Side::Team => axis.palette.executives,
            Side::Executives => axis.palette.team,
        };
        let room = free - axis.gauge.diamond - axis.gauge.space;
        let block = explanation(other.text(), color, room, 2, axis).anchored(anchor);
        let baseline = block.on_line(axis.gauge.number);
        pair.words.extend(lines(block, (x, baseline)));
        pair
    }

    /// No mark; why each side is hidden, said once if it is the same.
    fn hidden(row: &Row, axis: &Axis<'_>) -> Self {
        let (team, executives) = (row.team.text(), row.executives.text());
        let room = axis.ends.1 - axis.ends.0;
        if team == executives {
            let block = explanation(team, axis.palette.muted, room, 2, axis);
            let baseline = block.on_line(axis.gauge.number);
            return Self {
                words: lines(block, (axis.ends.0, baseline)),
                ..Self::default()
            };
        }
        let above = explanation(executives, axis.palette.executives, room, 1, axis);
        let below = explanation(team, axis.palette.team, room, 1, axis);
        let (middle, half) = (above.centred(), above.leading / 2);
        let mut words = lines(above, (axis.ends.0, middle - half));
        words.extend(lines(below, (axis.ends.0, middle + half)));
        Self {
            words,
            ..Self::default()
        }
    }
}

/// From mark to mark, with a little air at both ends; none if they almost touch.
fn connector(
    team: &Dot,
    executives: &Dot,
    is_thin: bool,
    axis: &Axis<'_>,
) -> Option<[BackendCoord; 2]> {
    let (left, right) = if team.x < executives.x {
        (team, executives)
    } else {
        (executives, team)
    };
    let air = axis.gauge.space / 2;
    let half = if is_thin {
        axis.gauge.thin
    } else {
        axis.gauge.connector
    } / 2;
    let (start, end) = (left.x + left.reach + air, right.x - right.reach - air);
    (start < end).then_some([(start, -half), (end, half)])
}

fn explanation(text: &str, color: Color, room: i32, max_lines: usize, axis: &Axis<'_>) -> Block {
    let how = Lettering::new(axis.gauge.words, Weight::Regular, color);
    Block::filled(text, how, axis.gauge.leading, room, max_lines)
}

fn lines(block: Block, (x, mut y): BackendCoord) -> Vec<Words> {
    let mut words = Vec::new();
    for text in block.lines {
        words.push(Words {
            text,
            how: block.how,
            at: (x, y),
        });
        y += block.leading;
    }
    words
}
