//! One side's bar, or its marks.

use super::{
    Answers, Bar, Plan, Share,
    scale::{column, outlined, step},
};
use crate::{
    chart::{
        block::Block,
        canvas::Canvas,
        element::{DrawingError, Drawn, Mark, Shape},
        frame::middle,
        lettering::{Lettering, fine, whole},
        metrics::Weight,
        palette::{Color, Palette, Steps},
    },
    domain::side::Side,
};

/// Between two parts of a bar.
const GAP: i32 = fine(2);
/// The most marks beside one another.
const IN_A_LINE: i32 = 5;
/// The most marks of one option; there are fewer than ten answers where marks are drawn.
const MOST_MARKS: u32 = 10;

/// Where one side's bar goes.
pub(super) struct Band<'a> {
    pub(super) plan: &'a Plan,
    pub(super) side: Side,
    pub(super) color: Color,
    pub(super) top: i32,
}

/// A part of a bar: its ends, its place on the scale, its text.
struct Part<'a> {
    ends: (i32, i32),
    color: Color,
    ink: Color,
    text: &'a str,
}

impl Band<'_> {
    /// Draws the bar; returns the height of its middle, and where it ends.
    pub(super) fn draw(
        &self,
        bar: &Bar,
        to: Option<&Canvas>,
        palette: &Palette,
    ) -> Result<(i32, i32), DrawingError> {
        let (height, lane) = (self.plan.height, self.plan.lengths.lane);
        let parts = match &bar.answers {
            Answers::Shares(shares) => self.parts(shares),
            Answers::Marks(_) | Answers::Words(_) => Vec::new(),
        };
        let how = self.plan.gauge.smalls(Weight::Bold, palette);
        let has_lane = parts.iter().any(|part| !part.has_room(&how));
        let above = if has_lane && self.side == Side::Executive {
            lane
        } else {
            0
        };
        let below = if has_lane && self.side == Side::Team {
            lane
        } else {
            0
        };
        let top = self.top + above;
        let (middle, bottom) = (whole(top + height / 2), top + height);
        let Some(canvas) = to else {
            return Ok((middle, bottom + below));
        };
        match &bar.answers {
            Answers::Shares(_) => self.draw_parts(canvas, &parts, (top, bottom))?,
            Answers::Marks(counts) => self.draw_marks(canvas, counts, middle)?,
            Answers::Words(words) => {
                let (left, right) = self.plan.lengths.bars;
                let how = self.plan.gauge.smalls(Weight::Regular, palette);
                let block = Block::filled(words, how, self.plan.gauge.small.1, right - left, 1);
                block.draw(canvas, (left, middle + block.centred()))?;
            }
        }
        Ok((middle, bottom + below))
    }

    /// The parts that there are; each ends where the next begins, whatever was rounded.
    fn parts<'a>(&self, shares: &'a [Share]) -> Vec<Part<'a>> {
        let sizes: Vec<f64> = shares
            .iter()
            .map(|share| share.percent)
            .map(|size| {
                if size.is_finite() {
                    size.clamp(0.0, 100.0)
                } else {
                    0.0
                }
            })
            .collect();
        let all: f64 = sizes.iter().sum();
        let (left, right) = self.plan.lengths.bars;
        let mut before = 0.0;
        let mut parts = Vec::new();
        for (place, (share, size)) in shares.iter().zip(&sizes).enumerate() {
            if *size <= 0.0 {
                continue;
            }
            let from = along((left, right), before / all).min(right - GAP);
            before += size;
            let to = along((left, right), before / all);
            let to = if to >= right { right } else { to - GAP };
            parts.push(Part {
                ends: (from, to.max(from + GAP)),
                color: step(place, shares.len()),
                ink: Steps::ink(step(place, shares.len())),
                text: &share.text,
            });
        }
        parts
    }

    fn draw_parts(&self, canvas: &Canvas, parts: &[Part<'_>], (top, bottom): (i32, i32)) -> Drawn {
        let gauge = self.plan.gauge;
        let rects: Vec<_> = parts
            .iter()
            .flat_map(|part| {
                let corners = [(part.ends.0, top), (part.ends.1, bottom)];
                outlined(corners, part.color, canvas.palette.text, gauge.hair)
            })
            .collect();
        canvas.rects(&rects)?;
        let how = middle(Lettering::new(
            gauge.small.0,
            Weight::Bold,
            canvas.palette.text,
        ));
        let baseline = whole(i32::midpoint(top, bottom)) + how.centred();
        canvas.bare(|| {
            let mut inside = parts.iter().filter(|part| part.has_room(&how));
            inside.try_for_each(|part| {
                let how = Lettering {
                    color: part.ink,
                    ..how
                };
                canvas.label(part.text, how, (part.middle(), baseline))
            })
        })?;
        let line = match self.side {
            Side::Executive => top - fine(2) - how.descent(),
            Side::Team => bottom + fine(7) + how.cap_height(),
        };
        let outside: Vec<&Part<'_>> = parts.iter().filter(|part| !part.has_room(&how)).collect();
        let places = apart(&outside, &how, self.plan.lengths.bars);
        let mut labels = outside.iter().zip(places);
        labels.try_for_each(|(part, x)| canvas.label(part.text, how, (x, whole(line))))
    }

    /// One mark for each answer, in lines of five around the middle of its option's column.
    fn draw_marks(&self, canvas: &Canvas, counts: &[u32], y: i32) -> Drawn {
        let lengths = self.plan.lengths;
        let shape = match self.side {
            Side::Executive => Shape::Diamond,
            Side::Team => Shape::Circle,
        };
        let (left, right) = lengths.bars;
        canvas.hairline((left, y), (right, y), self.plan.gauge.hair)?;
        for (place, count) in counts.iter().enumerate() {
            let (from, to) = column(lengths.bars, place, counts.len());
            let count = (*count).min(MOST_MARKS).cast_signed();
            let lines = (count + IN_A_LINE - 1) / IN_A_LINE;
            let width = (count + lines - 1) / lines.max(1);
            for mark in 0..count {
                let line = mark / width;
                let in_line = width.min(count - line * width);
                let at = 2 * (mark % width) - in_line + 1;
                let down = (2 * line - lines + 1) * (lengths.reach + fine(1));
                canvas.area.draw(&Mark {
                    shape,
                    at: (i32::midpoint(from, to) + at * lengths.step / 2, y + down),
                    reach: lengths.reach,
                    color: self.color,
                })?;
            }
        }
        Ok(())
    }
}

impl Part<'_> {
    fn middle(&self) -> i32 {
        i32::midpoint(self.ends.0, self.ends.1)
    }

    fn has_room(&self, how: &Lettering) -> bool {
        how.width(self.text) + fine(8) <= self.ends.1 - self.ends.0
    }
}

/// Where `part` of the whole ends, on a whole unit of the page.
fn along((left, right): (i32, i32), part: f64) -> i32 {
    #[expect(clippy::cast_possible_truncation, reason = "between the ends")]
    let at = (f64::from(right - left) * part.clamp(0.0, 1.0)).round() as i32;
    whole(left + at)
}

/// The middles of the texts of `parts`, moved so that none touches another and all stay between the ends.
fn apart(parts: &[&Part<'_>], how: &Lettering, (left, right): (i32, i32)) -> Vec<i32> {
    let halves: Vec<i32> = parts.iter().map(|part| how.width(part.text) / 2).collect();
    let space = fine(8);
    let mut places: Vec<i32> = parts.iter().map(|part| part.middle()).collect();
    let mut free = left;
    for (place, half) in places.iter_mut().zip(&halves) {
        *place = (*place).max(free + half);
        free = *place + half + space;
    }
    let mut free = right;
    for (place, half) in places.iter_mut().zip(&halves).rev() {
        *place = (*place).min(free - half);
        free = *place - half - space;
    }
    places
}
