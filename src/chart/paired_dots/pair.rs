//! The two values of one row: where marks, connector and words go.
//!
//! Values stand beside their marks, on the outer side. Marks closer than [`NEAR`] leave the line, the executives' up and
//! the team's down, so that neither hides the other and each keeps its true place on the axis. Words too long for the
//! room beside the axis go above the line (executives) or below it (team).

use plotters_backend::BackendCoord;

use super::{
    Published, Row, Value,
    axis::Axis,
    dot::{Dot, Side, Words},
};
use crate::chart::{
    block::Block,
    canvas::Canvas,
    element::{Drawn, Mark, Ring, Shape},
    lettering::{Anchor, Lettering, whole},
    metrics::Weight,
    palette::Color,
};

/// Values closer than this many points get their marks off the line.
const NEAR: f64 = 6.0;
/// The sides in the order in which they are shown, with the names of their mark's group and of their value's.
const PARTS: [(Side, &str, &str); 2] = [
    (Side::Team, "team", "team-value"),
    (Side::Executives, "executives", "executives-value"),
];
/// The middle of the axis, in points.
const MIDDLE: f64 = 50.0;

/// Everything on the line of one row, placed relative to it.
#[derive(Debug, Default)]
pub(super) struct Pair {
    marks: Vec<Mark>,
    words: Vec<Words>,
    /// Figures of others, below the line.
    rings: Vec<Ring>,
    /// Upper left and lower right corner.
    connector: Option<[BackendCoord; 2]>,
}

impl Pair {
    /// Plans the line of `row`, and below it the figures of others, unless there is no room for them.
    pub(super) fn plan(row: &Row, axis: &Axis<'_>) -> Self {
        let mut pair = Self::of_values(row, axis);
        if axis.has_rings {
            for published in &row.published {
                pair.publish(published, axis);
            }
        }
        pair
    }

    fn of_values(row: &Row, axis: &Axis<'_>) -> Self {
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
        let rings = self
            .rings
            .iter()
            .map(|ring| (0, ring.mark.at.1 + ring.mark.reach + ring.width));
        marks
            .chain(words)
            .chain(rings)
            .fold((0, 0), |(up, down), next| {
                (up.max(next.0), down.max(next.1))
            })
    }

    /// Whether anything on it has a place on the axis.
    pub(super) const fn is_on_axis(&self) -> bool {
        !self.marks.is_empty() || !self.rings.is_empty()
    }

    /// Whether there is a line between its marks.
    pub(super) const fn has_connector(&self) -> bool {
        self.connector.is_some()
    }

    /// Where the line's content begins on the left and ends on the right, if it has a mark.
    pub(super) fn edges(&self) -> Option<(i32, i32)> {
        // What is said of figures below the line does not stand beside it.
        let words = self.words.iter();
        let words = words.filter(|words| words.side.is_some() || words.is_on_line());
        let words = words.map(|words| {
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
        for words in &self.words {
            let [(left, top), (right, bottom)] = words.corners();
            let clear = axis.gauge.clear;
            let from = (left - clear, top + y - clear);
            canvas.clear([from, (right + clear, bottom + y + clear)])?;
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
        let mut rings = self.rings.iter();
        rings.try_for_each(|ring| {
            let at = down(ring.mark.at);
            let mark = Mark { at, ..ring.mark };
            canvas.ring(&Ring { mark, ..*ring })
        })?;
        self.words
            .iter()
            .try_for_each(|words| canvas.label(&words.text, words.how, down(words.at)))
    }

    /// Draws the pair with its line at `y`, in groups that can be shown one after another: the connector, and for each
    /// side its mark and its value.
    pub(super) fn draw_in_parts(&self, canvas: &Canvas, axis: &Axis<'_>, y: i32) -> Drawn {
        let down = |(x, at): BackendCoord| (x, at + y);
        if let Some([from, to]) = self.connector {
            canvas.group("connector", || {
                canvas.rect([down(from), down(to)], axis.palette.rule)
            })?;
        }
        for (side, name, value) in PARTS {
            let marks = self.marks.iter().filter(|mark| mark.shape == side.shape());
            canvas.group(name, || {
                marks.into_iter().try_for_each(|mark| {
                    let at = down(mark.at);
                    canvas.area.draw(&Mark { at, ..*mark })
                })
            })?;
            let words = self.words.iter().filter(|words| words.side == Some(side));
            canvas.group(value, || {
                words.into_iter().try_for_each(|words| {
                    let [(left, top), (right, bottom)] = words.corners();
                    let clear = axis.gauge.clear;
                    let corners = [
                        (left - clear, top + y - clear),
                        (right + clear, bottom + y + clear),
                    ];
                    canvas.clear(corners)?;
                    canvas.label(&words.text, words.how, down(words.at))
                })
            })?;
        }
        Ok(())
    }

    /// The way from the team's mark to the executives', right and down; none while one has no mark.
    pub(super) fn travel(&self) -> (i32, i32) {
        let of = |side: Side| self.marks.iter().find(|mark| mark.shape == side.shape());
        match (of(Side::Team), of(Side::Executives)) {
            (Some(team), Some(executives)) => {
                (executives.at.0 - team.at.0, executives.at.1 - team.at.1)
            }
            (Some(_) | None, _) => (0, 0),
        }
    }

    /// Puts hollow marks below the line and all that is there, and whose they are where there is the most room: after them,
    /// before them or between them.
    fn publish(&mut self, published: &Published, axis: &Axis<'_>) {
        let Published {
            executives, team, ..
        } = *published;
        if !executives.is_finite() || !team.is_finite() {
            return;
        }
        let gauge = axis.gauge;
        let (reach, width) = (gauge.circle * 3 / 4, gauge.thin);
        let how = Lettering::new(gauge.words, Weight::Regular, axis.palette.muted);
        let half = (how.cap_height() / 2 + how.descent()).max(reach + width);
        let y = whole(self.reach().1 + gauge.clear + half);
        let ring = |points: f64, shape, reach, color| Ring {
            mark: Mark {
                shape,
                at: (axis.place(points.clamp(0.0, 100.0)), y),
                reach,
                color,
            },
            width,
        };
        let rings = [
            ring(team, Shape::Circle, reach, axis.palette.team),
            ring(
                executives,
                Shape::Diamond,
                reach * 5 / 4,
                axis.palette.executives,
            ),
        ];
        let [one, other] = rings.map(|ring| ring.mark.at.0);
        self.rings.extend(rings);
        let (first, last) = (one.min(other), one.max(other));
        let air = reach * 5 / 4 + width + gauge.space / 2;
        let after = (last + air, axis.band.1 - last - air, Anchor::Start);
        let before = (first - air, first - air - axis.band.0, Anchor::End);
        let between = (
            i32::midpoint(first, last),
            last - first - 2 * air,
            Anchor::Middle,
        );
        let needed = how.width(&published.label);
        let place = [after, before, between]
            .into_iter()
            .find(|place| place.1 >= needed);
        let widest = || {
            [after, before, between]
                .into_iter()
                .max_by_key(|place| place.1)
        };
        if let Some((x, room, anchor)) = place.or_else(widest) {
            let block = Block::filled(
                &published.label,
                how.anchored(anchor),
                gauge.leading,
                room,
                1,
            );
            self.words.extend(lines(block, (x, y + how.centred())));
        }
    }

    /// Two marks: on the line with a connector between them, or off the line if they are near.
    fn both(row: &Row, team: &Dot, executives: &Dot, axis: &Axis<'_>) -> Self {
        let needed =
            team.needs_inside(&row.team, axis) + executives.needs_inside(&row.executives, axis);
        let free = (team.x - executives.x).abs() - team.reach - executives.reach;
        let is_free = needed + axis.gauge.space <= free;
        let words = [
            team.value_on_line(&row.team, is_free, axis),
            executives.value_on_line(&row.executives, is_free, axis),
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
                ..Self::default()
            };
        }
        let is_thin = row.gap.as_ref().is_some_and(|gap| gap.faint);
        let words: Vec<Words> = words.into_iter().flatten().collect();
        Self {
            marks: vec![team.mark(0), executives.mark(0)],
            connector: connector(team, executives, &words, is_thin, axis),
            words,
            ..Self::default()
        }
    }

    /// One mark, and towards the far end of the axis why the other is hidden.
    fn alone(dot: &Dot, value: &Value, other: &Value, axis: &Axis<'_>) -> Self {
        let needed = dot.needs_inside(value, axis);
        let is_free = axis.is_compact || needed <= (axis.ends.1 - axis.ends.0) / 2;
        let words = dot.value_on_line(value, is_free, axis);
        let mut pair = Self {
            marks: vec![dot.mark(0)],
            words: words.into_iter().collect(),
            ..Self::default()
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
        // Where rows are low and a value is as long as can be, not even a letter may fit.
        if block.width() <= room {
            let baseline = block.on_line(axis.gauge.number);
            pair.words.extend(lines(block, (x, baseline)));
        }
        pair
    }

    /// No mark; why each side is hidden, said once if it is the same.
    fn hidden(row: &Row, axis: &Axis<'_>) -> Self {
        let (team, executives) = (row.team.text(), row.executives.text());
        let room = axis.ends.1 - axis.ends.0;
        if team == executives || team.is_empty() || executives.is_empty() {
            // Of one side alone the other says nothing.
            let said = if team.is_empty() { executives } else { team };
            let block = explanation(said, axis.palette.muted, room, 2, axis);
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

/// From mark to mark, or to the words beside them, with a little air at both ends; none if they almost touch.
fn connector(
    team: &Dot,
    executives: &Dot,
    words: &[Words],
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
    let (mut start, mut end) = (left.x + left.reach, right.x - right.reach);
    for words in words.iter().filter(|words| words.is_on_line()) {
        let [(from, _), (to, _)] = words.corners();
        if words.how.anchor == Anchor::Start && from < end {
            start = start.max(to);
        }
        if words.how.anchor == Anchor::End && to > start {
            end = end.min(from);
        }
    }
    let (start, end) = (whole(start + air), whole(end - air));
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
            side: None,
            text,
            how: block.how,
            at: (x, y),
        });
        y += block.leading;
    }
    words
}
