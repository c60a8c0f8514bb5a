//! How the rows of a slide share its height.

use super::row::PlacedRow;
use crate::chart::lettering::{fine, whole};

/// The most from one row's line to the next, in units of the page.
const MAX_PITCH: i32 = 104;
/// More room above a row with a heading than above others, if there is enough.
const HEADING_ROOM: i32 = fine(30);

/// The least height of `rows`, with `clear` between the contents of two.
pub(super) fn least_height(rows: &[PlacedRow<'_>], clear: i32) -> i32 {
    stack(rows, 0, clear).1
}

/// Gives `rows` their places between `top` and the bottom that they need, which it returns.
///
/// All lines are equally far apart, as far as there is room down to `limit` and at most
/// [`MAX_PITCH`], with more before a heading; but never so close that rows touch.
pub(super) fn spread(rows: &mut [PlacedRow<'_>], (top, limit): (i32, i32), clear: i32) -> i32 {
    let is_fitting = |pitch: &i32| stack(rows, *pitch, clear).1 <= limit - top;
    let pitch = (0..=MAX_PITCH).rev().map(fine).find(is_fitting);
    let (lines, height) = stack(rows, pitch.unwrap_or(0), clear);
    let mut above = None;
    for (row, line) in rows.iter_mut().zip(lines) {
        row.y = top + line;
        let (up, down) = row.reach;
        row.rule = above
            .filter(|_| row.has_heading())
            .map(|bottom| whole(i32::midpoint(bottom, row.y - up)));
        above = Some(row.y + down);
    }
    top + height
}

/// The lines of `rows` at least `pitch` apart, and the height of all.
fn stack(rows: &[PlacedRow<'_>], pitch: i32, clear: i32) -> (Vec<i32>, i32) {
    let mut lines = Vec::new();
    let (mut line, mut below) = (-pitch / 2, 0);
    for row in rows {
        let (up, down) = row.reach;
        let extra = if row.has_heading() && pitch > 0 {
            HEADING_ROOM
        } else {
            0
        };
        line = whole(line + (pitch + extra).max(below + clear + up));
        below = down;
        lines.push(line);
    }
    (lines, whole(line + below.max(pitch / 2)))
}
