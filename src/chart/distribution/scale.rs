//! The options over or under the bars: a strip of their colours, and their names.

use super::{Bar, Plan};
use crate::chart::{
    block::Block,
    canvas::Canvas,
    element::DrawingError,
    frame::{middle, put},
    metrics::Weight,
    palette::{Color, Steps},
};

impl Plan {
    /// Draws the options of `bar` in columns, each in the middle of where its marks stand.
    pub(super) fn options(
        &self,
        bar: &Bar,
        to: Option<&Canvas>,
        canvas: &Canvas,
        top: i32,
    ) -> Result<i32, DrawingError> {
        let (gauge, palette) = (self.gauge, &canvas.palette);
        let how = middle(gauge.smalls(Weight::Regular, palette));
        let names = top + self.lengths.strip + self.lengths.gap;
        let count = bar.options.len();
        let mut end = top;
        for (place, option) in bar.options.iter().enumerate() {
            let (left, right) = column(self.lengths.bars, place, count);
            if let Some(canvas) = to {
                let corners = [(left, top), (right, top + self.lengths.strip)];
                canvas.rects(&outlined(
                    corners,
                    step(place, count),
                    palette.text,
                    gauge.hair,
                ))?;
            }
            let room = right - left - gauge.hair;
            let block =
                Block::balanced(option, how, gauge.small.1, room, self.lengths.option_lines);
            end = end.max(put(&block, to, (i32::midpoint(left, right), names))?);
        }
        Ok(end)
    }
}

/// Left and right end of the column of option `place` of `count`, with a gap before the next.
pub(super) fn column((left, right): (i32, i32), place: usize, count: usize) -> (i32, i32) {
    let width = right - left;
    let at = |place: usize| {
        let part = i64::from(width) * i64::try_from(place).unwrap_or(0);
        let part = part / i64::try_from(count.max(1)).unwrap_or(1);
        left + i32::try_from(part).unwrap_or(0) / 8 * 8
    };
    (
        at(place),
        at(place + 1) - if place + 1 < count { 16 } else { 0 },
    )
}

/// The colour of option `place` of `count`: the ends of the scale are the ends of the colours.
pub(super) fn step(place: usize, count: usize) -> Color {
    let last = count.saturating_sub(1).max(1);
    let places = Steps::COLORS.len() - 1;
    let at = (place * places + last / 2) / last;
    Steps::COLORS[at.min(places)]
}

/// A surface with an outline of this colour and width inside it; that of the highest option has a light line inside the
/// outline, since without colour it is the same grey as the lowest.
pub(super) fn outlined(
    [(left, top), (right, bottom)]: [(i32, i32); 2],
    color: Color,
    outline: Color,
    width: i32,
) -> Vec<([(i32, i32); 2], Color)> {
    let layers = [outline, color, Steps::ink(color), color];
    let [.., last] = Steps::COLORS;
    let count = if color == last { layers.len() } else { 2 };
    let mut rects = Vec::new();
    for (color, depth) in layers.into_iter().take(count).zip(0..) {
        let inset = depth * width;
        let (from, to) = ((left + inset, top + inset), (right - inset, bottom - inset));
        if depth == 0 || (from.0 < to.0 && from.1 < to.1) {
            rects.push(([from, to], color));
        }
    }
    rects
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn without_colour_the_two_ends_differ() {
        let [lowest, .., highest] = Steps::COLORS;
        let layers = |color| outlined([(0, 0), (160, 160)], color, Color(0, 0, 0), 8).len();
        assert_eq!((layers(lowest), layers(highest)), (2, 4));
        let sliver = outlined([(0, 0), (16, 160)], highest, Color(0, 0, 0), 8);
        assert_eq!(sliver.len(), 1);
    }
}
