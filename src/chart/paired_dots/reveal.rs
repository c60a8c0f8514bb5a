//! One row, large, in parts that can be shown one after another: the room's guess, the executives' mark, the team's,
//! and the gap.
//!
//! The parts are groups named `guess`, `executives`, `executives-value`, `team`, `team-value`, `connector` and `gap`;
//! with all of them shown it is the main chart's row.

use super::{
    Heads, Row,
    axis::{Axis, Gauge},
    gap::GapAxis,
    head::Head,
    pair::Pair,
};
use crate::chart::{
    ChartError, Format, Picture, Theme,
    block::Block,
    canvas::Canvas,
    element::{Drawn, Shape},
    lettering::{Anchor, Lettering, fine},
    metrics::Weight,
};

/// One row, shown step by step; all words are given, in the reader's language.
#[derive(Clone, Debug, PartialEq)]
pub struct Reveal {
    /// What the picture shows, for who cannot see it.
    pub title: String,
    /// The whole picture in words.
    pub description: String,
    /// What stands above the columns.
    pub heads: Heads,
    /// The two values and their gap.
    pub row: Row,
    /// Words for 0, 25, 50, 75 and 100 on the axis of values.
    pub ticks: [String; 5],
    /// Words for -50, 0 and 50 on the axis of gaps.
    pub gap_ticks: [String; 3],
    /// What people in the room have guessed, 0 to 100, the lowest first.
    pub guesses: Vec<u8>,
    /// What stands beside the guesses.
    pub guess: String,
}

/// The way from the team's mark to the executives', right and down, in units of the drawing.
pub type Travel = (i32, i32);

/// What stands where; text sizes in units of the page, all else in units of the drawing.
struct Stage {
    /// In units of the page.
    size: (u32, u32),
    edges: (i32, i32),
    gauge: Gauge,
    /// The heads' baselines: team, executives, gap.
    heads: [i32; 3],
    head: i32,
    /// Left and right end of the axis of values.
    axis: (i32, i32),
    /// Top and bottom of its grid.
    plot: (i32, i32),
    /// The baseline of the guess' words.
    guess: i32,
    /// Left and right end of the axis of gaps.
    gap: (i32, i32),
    /// Top and bottom of its zero line.
    gap_plot: (i32, i32),
    /// Text size of the gap's number, and of its word under it.
    gap_words: (i32, i32),
    /// Text size of the axes' numbers, and how far below they stand.
    tick: (i32, i32),
    grid: i32,
}

const SLIDE: Stage = Stage {
    size: (1920, 470),
    edges: (fine(88), fine(1832)),
    gauge: Gauge {
        circle: fine(24),
        diamond: fine(59) / 2,
        ride: fine(31),
        space: fine(18),
        connector: fine(10),
        thin: fine(4),
        clear: fine(6),
        number: 56,
        words: 40,
        leading: 46,
    },
    heads: [fine(40); 3],
    head: 30,
    axis: (fine(160), fine(1160)),
    plot: (fine(112), fine(376)),
    guess: fine(98),
    gap: (fine(1360), fine(1800)),
    gap_plot: (fine(112), fine(376)),
    gap_words: (56, 34),
    tick: (26, fine(40)),
    grid: fine(2),
};

const NARROW: Stage = Stage {
    size: (390, 372),
    edges: (fine(16), fine(374)),
    gauge: Gauge {
        circle: fine(10),
        diamond: fine(12),
        ride: fine(13),
        space: fine(8),
        connector: fine(5),
        thin: fine(2),
        clear: fine(3),
        number: 24,
        words: 18,
        leading: 22,
    },
    heads: [fine(24), fine(48), fine(238)],
    head: 17,
    axis: (fine(46), fine(326)),
    plot: (fine(88), fine(172)),
    guess: fine(80),
    gap: (fine(46), fine(344)),
    gap_plot: (fine(254), fine(328)),
    gap_words: (26, 17),
    tick: (15, fine(22)),
    grid: fine(1),
};

impl Reveal {
    /// Draws the row for a slide or a phone, and says how far the team's mark is from the executives'.
    ///
    /// # Errors
    ///
    /// Returns [`ChartError::Drawing`] if the drawing library gives up.
    pub fn draw(&self, format: Format, theme: Theme) -> Result<(Picture, Travel), ChartError> {
        let stage = match format {
            Format::Slide => &SLIDE,
            Format::Narrow => &NARROW,
        };
        let canvas = Canvas::new(stage.size, theme)?;
        let axis = Axis {
            ends: stage.axis,
            band: (stage.edges.0, stage.axis.1 + stage.axis.0 - stage.edges.0),
            gauge: &stage.gauge,
            palette: &canvas.palette,
            is_compact: false,
            has_rings: true,
        };
        let pair = Pair::plan(&self.row, &axis);
        self.draw_guess(stage, &canvas, &axis)?;
        self.draw_axes(stage, &canvas, &axis)?;
        self.draw_heads(stage, &canvas)?;
        let line = i32::midpoint(stage.plot.0, stage.plot.1);
        pair.draw_in_parts(&canvas, &axis, line)?;
        canvas.group("gap", || self.draw_gap(stage, &canvas))?;
        let travel = pair.travel();
        let body = canvas.finish();
        let picture = Picture::new(&self.title, &self.description, stage.size, body);
        Ok((picture, travel))
    }

    /// A band from the lowest guess to the highest, and a line at each.
    fn draw_guess(&self, stage: &Stage, canvas: &Canvas, axis: &Axis<'_>) -> Drawn {
        let (top, bottom) = stage.plot;
        let place = |guess: u8| axis.place(f64::from(guess.min(100)));
        let (Some(&lowest), Some(&highest)) = (self.guesses.first(), self.guesses.last()) else {
            return Ok(());
        };
        let (from, to) = (place(lowest), place(highest));
        canvas.group("guess", || {
            canvas.rect([(from, top), (to, bottom)], canvas.palette.grid)?;
            for guess in &self.guesses {
                let (x, half) = (place(*guess), stage.grid);
                canvas.rect([(x - half, top), (x + half, bottom)], canvas.palette.faint)?;
            }
            let how = Lettering::new(stage.tick.0, Weight::Regular, canvas.palette.muted);
            let half = how.width(&self.guess) / 2;
            let (left, right) = (axis.band.0 + half, axis.band.1 - half);
            let middle = i32::midpoint(from, to).clamp(left, right.max(left));
            canvas.label(
                &self.guess,
                how.anchored(Anchor::Middle),
                (middle, stage.guess),
            )
        })
    }

    fn draw_axes(&self, stage: &Stage, canvas: &Canvas, axis: &Axis<'_>) -> Drawn {
        let how = Lettering::new(stage.tick.0, Weight::Regular, canvas.palette.muted);
        canvas.group("axes", || {
            axis.draw_grid(canvas, stage.plot, stage.grid)?;
            axis.draw_ticks(canvas, &self.ticks, stage.plot.1 + stage.tick.1, how)
        })
    }

    fn draw_heads(&self, stage: &Stage, canvas: &Canvas) -> Drawn {
        let palette = &canvas.palette;
        let how = |color| Lettering::new(stage.head, Weight::Bold, color);
        let [first, second, _] = stage.heads;
        let room = (stage.axis.1 - stage.edges.0) / if first == second { 2 } else { 1 };
        let (circle, diamond) = (fine(stage.head * 2 / 5), fine(stage.head * 49 / 100));
        let team = Head::aligned(
            (Shape::Circle, circle),
            diamond,
            &self.heads.team,
            how(palette.team),
            room,
        );
        let executives = Head::new(
            (Shape::Diamond, diamond),
            &self.heads.executives,
            how(palette.executives),
            room,
        );
        let left = stage.axis.0 - diamond;
        let beside = if first == second {
            left + team.width() + fine(stage.head)
        } else {
            left
        };
        canvas.group("heads", || {
            team.draw(canvas, (left, first))?;
            executives.draw(canvas, (beside, second))
        })
    }

    /// The gap on its own axis, with its number and word in the half that it leaves free.
    fn draw_gap(&self, stage: &Stage, canvas: &Canvas) -> Drawn {
        let Some(gap) = &self.row.gap else {
            return Ok(());
        };
        let palette = &canvas.palette;
        let axis = GapAxis { ends: stage.gap };
        let zero = axis.place(0.0);
        let head = Lettering::new(stage.head, Weight::Bold, palette.text);
        let head = head.anchored(Anchor::Middle);
        canvas.label(&self.heads.gap, head, (zero, stage.heads[2]))?;
        axis.draw_zero(canvas, stage.gap_plot)?;
        let tick = Lettering::new(stage.tick.0, Weight::Regular, palette.muted);
        axis.draw_ticks(
            canvas,
            &self.gap_ticks,
            stage.gap_plot.1 + stage.tick.1,
            tick,
        )?;
        let line = i32::midpoint(stage.gap_plot.0, stage.gap_plot.1);
        axis.draw_gap(canvas, gap, line)?;
        let (x, anchor) = if gap.points > 0.0 {
            (stage.gap.0, Anchor::Start)
        } else {
            (stage.gap.1, Anchor::End)
        };
        let (size, under) = stage.gap_words;
        let number = Lettering::new(size, Weight::Bold, palette.text).anchored(anchor);
        let word = Lettering::new(under, Weight::Regular, palette.muted).anchored(anchor);
        let room = (stage.gap.1 - stage.gap.0) / 2 - stage.gauge.space;
        canvas.label(&gap.text, number, (x, line))?;
        let said = gap.word.as_deref().unwrap_or_default();
        let said = Block::filled(said, word, under, room, 1);
        said.draw(canvas, (x, line + fine(under) * 13 / 10))
    }
}
