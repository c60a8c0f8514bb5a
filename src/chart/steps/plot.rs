//! The plot of one panel: grid, names of the steps, both lines, their values and middles.

use plotters::element::PathElement;

use super::{Curve, Panel};
use crate::{
    chart::{
        Format,
        block::Block,
        canvas::{Canvas, HALOS},
        element::{Drawn, Mark, Shape, stroke},
        frame::{Gauge, middle},
        lettering::{Anchor, Lettering, fine, whole},
        metrics::Weight,
        palette::Color,
    },
    domain::side::Side,
};

/// The levels with a grid line, in percent.
const LEVELS: [f64; 3] = [0.0, 50.0, 100.0];
/// The level that is passed at the median.
const HALF: f64 = 50.0;
/// Medians closer than this many steps leave the line of half, the executives' up and the team's down.
const NEAR: f64 = 0.45;

/// The plot of one panel, in units of the drawing.
pub(super) struct Plot<'a> {
    panel: &'a Panel,
    gauge: &'static Gauge,
    /// Left and right end of the steps.
    ends: (i32, i32),
    /// Left edge of the words for levels.
    left: i32,
    /// Heights of 100 % and of 0 %.
    levels: (i32, i32),
    /// Width of the executives' line; the team's is half as wide, so that both are seen where they meet.
    line: i32,
}

impl<'a> Plot<'a> {
    pub(super) fn of(
        panel: &'a Panel,
        format: Format,
        (left, right): (i32, i32),
        (top, bottom): (i32, i32),
    ) -> Self {
        let gauge = format.gauge();
        let (indent, line, ticks) = match format {
            Format::Slide => (fine(96), fine(8), 2),
            Format::Narrow => (fine(54), fine(4), 2),
        };
        // Values stand above the line of 100 % and below that of 0 %.
        let room = fine(gauge.small.1) + gauge.circle / 2;
        let names = fine(gauge.small.1) * ticks;
        Self {
            panel,
            gauge,
            ends: (left + indent, right),
            left,
            levels: (whole(top + room), whole(bottom - room - names)),
            line,
        }
    }

    pub(super) fn draw(&self, canvas: &Canvas) -> Drawn {
        self.draw_grid(canvas)?;
        let steps = 0..self.panel.ticks.len();
        let values: Vec<_> = steps.flat_map(|step| self.values(canvas, step)).collect();
        self.clear(canvas, &values)?;
        let palette = &canvas.palette;
        let sides = [
            (Side::Executive, palette.executives, self.line),
            (Side::Team, palette.team, self.line / 2),
        ];
        // Halos first, so that none of them cuts the other side's line.
        let halos = sides.map(|(side, _, width)| Some((side, palette.halo?, width + HALOS)));
        for (side, color, width) in halos.into_iter().flatten().chain(sides) {
            self.draw_line(canvas, self.panel.sides.of(side), color, width)?;
        }
        for (side, color, _) in sides {
            self.draw_median(canvas, side, color)?;
        }
        let mut values = values.iter();
        values.try_for_each(|(block, at)| block.draw(canvas, *at))
    }

    fn count(&self) -> usize {
        self.panel.ticks.len().max(1)
    }

    /// Where step `at` begins; halves are in the middle of a step.
    fn x(&self, at: f64) -> i32 {
        let count = f64::from(u32::try_from(self.count()).unwrap_or(u32::MAX));
        let part = if at.is_finite() {
            (at / count).clamp(0.0, 1.0)
        } else {
            0.0
        };
        #[expect(clippy::cast_possible_truncation, reason = "between the ends")]
        let along = (f64::from(self.ends.1 - self.ends.0) * part).round() as i32;
        whole(self.ends.0 + along)
    }

    fn y(&self, percent: f64) -> i32 {
        let part = drawn(percent);
        let (top, bottom) = self.levels;
        #[expect(clippy::cast_possible_truncation, reason = "between the levels")]
        let up = (f64::from(bottom - top) * part / 100.0).round() as i32;
        whole(bottom - up)
    }

    fn draw_grid(&self, canvas: &Canvas) -> Drawn {
        let gauge = self.gauge;
        let how = gauge.smalls(Weight::Regular, &canvas.palette);
        let room = self.ends.0 - self.left - gauge.diamond - 4 * gauge.hair;
        for (percent, text) in LEVELS.into_iter().zip(&self.panel.levels) {
            let y = self.y(percent);
            canvas.hairline((self.ends.0, y), (self.ends.1, y), gauge.hair)?;
            let how = how.anchored(Anchor::End);
            let block = Block::filled(text, how, gauge.small.1, room, 1);
            block.draw(canvas, (self.left + room, y + block.centred()))?;
        }
        let first = whole(self.levels.1 + fine(gauge.small.1) + gauge.circle + how.cap_height());
        for (step, text) in self.panel.ticks.iter().enumerate() {
            let (from, to) = (self.x(place(step)), self.x(place(step + 1)));
            let room = to - from - gauge.hair;
            let block = Block::filled(text, middle(how), gauge.small.1, room, 2);
            block.draw(canvas, (i32::midpoint(from, to), first))?;
        }
        Ok(())
    }

    /// The line of `curve`, as far as it has steps with a name.
    fn draw_line(&self, canvas: &Canvas, curve: &Curve, color: Color, width: i32) -> Drawn {
        if curve.shares.is_empty() {
            return Ok(());
        }
        let mut points = Vec::new();
        for (step, share) in curve.shares.iter().take(self.count()).enumerate() {
            let y = self.y(share.percent);
            points.push((self.x(place(step)), y));
            points.push((self.x(place(step + 1)), y));
        }
        points.dedup();
        canvas
            .area
            .draw(&PathElement::new(points, stroke(color, width)))
    }

    /// Where half of a side is passed: its mark on the line of 50 %.
    fn draw_median(&self, canvas: &Canvas, side: Side, color: Color) -> Drawn {
        let median = |side| {
            let curve = self.panel.sides.of(side);
            curve
                .median
                .filter(|at| at.is_finite() && !curve.shares.is_empty())
        };
        let Some(at) = median(side) else {
            return Ok(());
        };
        let other = match side {
            Side::Executive => median(Side::Team),
            Side::Team => median(Side::Executive),
        };
        let (shape, reach, up) = match side {
            Side::Executive => (Shape::Diamond, self.gauge.diamond, -self.gauge.diamond),
            Side::Team => (Shape::Circle, self.gauge.circle, self.gauge.diamond),
        };
        let is_near = other.is_some_and(|other| (other - at).abs() < NEAR);
        let down = if is_near { up } else { 0 };
        let (x, y) = (self.x(at), self.y(HALF) + down);
        // A ring of the ground lifts the mark off its line.
        if let Some(color) = canvas.palette.ground {
            let reach = reach + self.gauge.hair;
            canvas.area.draw(&Mark {
                shape,
                at: (x, y),
                reach,
                color,
            })?;
        }
        canvas.area.draw(&Mark {
            shape,
            at: (x, y),
            reach,
            color,
        })
    }

    /// The values at one step with the first baseline of each: the higher over its line, the lower under it.
    fn values(&self, canvas: &Canvas, step: usize) -> Vec<(Block, (i32, i32))> {
        let value = |side| self.panel.sides.of(side).shares.get(step);
        let percent = |side| value(side).map(|level| drawn(level.percent));
        let is_team_higher = percent(Side::Team) > percent(Side::Executive);
        let (from, to) = (self.x(place(step)), self.x(place(step + 1)));
        let block = |side| {
            let level = value(side).filter(|level| !level.text.is_empty())?;
            let color = match side {
                Side::Executive => canvas.palette.executives,
                Side::Team => canvas.palette.team,
            };
            let how = Lettering::new(self.gauge.small.0, Weight::Bold, color);
            let is_over = (side == Side::Team) == is_team_higher;
            let away = self.line / 2 + self.gauge.circle / 2 + self.lift(step, level.percent);
            let line = self.y(level.percent);
            let baseline = if is_over {
                line - away
            } else {
                line + away + how.cap_height()
            };
            let block = Block::filled(&level.text, middle(how), 0, to - from, 1);
            Some((block, (i32::midpoint(from, to), whole(baseline))))
        };
        Side::ALL.into_iter().filter_map(block).collect()
    }

    /// Keeps grid lines away from values.
    fn clear(&self, canvas: &Canvas, values: &[(Block, (i32, i32))]) -> Drawn {
        let air = self.gauge.hair;
        values.iter().try_for_each(|(block, (x, y))| {
            let half = block.width() / 2 + 2 * air;
            let top = y - block.how.cap_height() - air;
            canvas.clear([(x - half, top), (x + half, y + air)])
        })
    }
}

impl Plot<'_> {
    /// How much further a value is from its line where a median's mark stands in the middle of its step.
    fn lift(&self, step: usize, percent: f64) -> i32 {
        let is_here = |side: &Side| {
            let at = self.panel.sides.of(*side).median.unwrap_or(f64::NAN);
            (at - place(step) - 0.5).abs() < NEAR / 2.0
        };
        let is_level = (percent - HALF).abs() < HALF / 4.0;
        if is_level && Side::ALL.iter().any(is_here) {
            2 * self.gauge.diamond
        } else {
            0
        }
    }
}

/// The percentage that is drawn: what is no number is drawn as 0.
fn drawn(percent: f64) -> f64 {
    if percent.is_finite() {
        percent.clamp(0.0, 100.0)
    } else {
        0.0
    }
}

fn place(step: usize) -> f64 {
    f64::from(u32::try_from(step).unwrap_or(u32::MAX))
}
