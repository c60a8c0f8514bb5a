//! The chart on a slide.

mod columns;
mod layout;
mod row;
mod stack;

use columns::{Columns, EDGES};
use layout::{BOTTOM, Layout, TICKS, TITLE};

use super::{PairedDots, axis::SLIDE, head::Head};
use crate::chart::{
    ChartError, Picture, Theme,
    block::Block,
    canvas::Canvas,
    element::{Drawn, Shape},
    lettering::{Anchor, Lettering, fine},
    metrics::Weight,
};

/// Width and height of a slide.
const SIZE: (u32, u32) = (1920, 1080);
/// Text size of heads.
const HEAD: i32 = 28;
/// Between two heads.
const HEAD_SPACE: i32 = fine(44);
/// Text size of the axis' numbers.
const TICK: i32 = 24;
/// Width of grid lines.
const GRID: i32 = fine(2);

/// Draws `chart` on a slide, or on the part of it that is below a title of this height.
pub(super) fn draw(
    chart: &PairedDots,
    theme: Theme,
    above: Option<u32>,
) -> Result<Picture, ChartError> {
    let canvas = Canvas::new(SIZE, theme)?;
    let columns = Columns::of(chart);
    let under = above.map(|above| fine(above.cast_signed()));
    let layout = Layout::fit(chart, &canvas.palette, &columns, under);
    let slide = Slide {
        chart,
        columns,
        layout,
        canvas: &canvas,
    };
    slide.draw()?;
    let rows = slide.layout.bands();
    let body = canvas.finish();
    let picture = Picture::new(&chart.title, &chart.description, SIZE, body);
    let picture = picture.without_top(above.unwrap_or_default());
    Ok(picture.with_rows(rows))
}

/// A slide being drawn.
struct Slide<'a> {
    chart: &'a PairedDots,
    columns: Columns,
    layout: Layout<'a>,
    canvas: &'a Canvas,
}

impl Slide<'_> {
    fn draw(&self) -> Drawn {
        self.draw_titles()?;
        self.draw_heads()?;
        self.draw_axes()?;
        let axis = self.columns.axis(&self.canvas.palette, false);
        for (number, row) in self.layout.rows.iter().enumerate() {
            self.canvas.group(&format!("row-{number}"), || {
                row.draw(self.canvas, &axis, &self.columns)
            })?;
        }
        self.draw_footer()
    }

    fn draw_titles(&self) -> Drawn {
        let Layout {
            title, subtitle, ..
        } = &self.layout;
        self.canvas.group("titles", || {
            title.draw(self.canvas, (EDGES.0, TITLE))?;
            subtitle.draw(self.canvas, (EDGES.0, self.layout.subtitle_first()))
        })
    }

    /// Draws what stands above the columns. The heads of the sides begin with the axis, or further left if they are long.
    fn draw_heads(&self) -> Drawn {
        let baseline = self.layout.heads;
        let (palette, heads, columns) = (&self.canvas.palette, &self.chart.heads, &self.columns);
        let how = |color| Lettering::new(HEAD, Weight::Bold, color);
        let room = (columns.band.1 - EDGES.0 - HEAD_SPACE) / 2;
        let team = Head::new(
            (Shape::Circle, SLIDE.circle),
            &heads.team,
            how(palette.team),
            room,
        );
        let mark = (Shape::Diamond, SLIDE.diamond);
        let executives = Head::new(mark, &heads.executives, how(palette.executives), room);
        let second = team.width() + HEAD_SPACE;
        let start =
            (columns.axis.0 - SLIDE.circle).min(columns.band.1 - second - executives.width());
        let zero = columns.gap.place(0.0);
        let room = 2 * (zero - columns.band.1).min(EDGES.1 - zero);
        let text = if self.chart.has_gaps() {
            heads.gap.as_str()
        } else {
            ""
        };
        let gap = Block::filled(text, how(palette.text).anchored(Anchor::Middle), 0, room, 1);
        self.canvas.group("heads", || {
            team.draw(self.canvas, (start, baseline))?;
            executives.draw(self.canvas, (start + second, baseline))?;
            gap.draw(self.canvas, (zero, baseline))
        })
    }

    fn draw_footer(&self) -> Drawn {
        let Layout {
            footer, signature, ..
        } = &self.layout;
        self.canvas.group("footer", || {
            footer.draw(self.canvas, (EDGES.0, self.layout.footer_first()))?;
            signature.draw(self.canvas, (EDGES.1, BOTTOM))
        })
    }

    /// Draws the rules between groups of rows, and both axes.
    fn draw_axes(&self) -> Drawn {
        let (canvas, columns, plot) = (self.canvas, &self.columns, self.layout.plot);
        let axis = columns.axis(&canvas.palette, false);
        let how = Lettering::new(TICK, Weight::Regular, canvas.palette.muted);
        let baseline = plot.1 + TICKS;
        canvas.group("axes", || {
            for rule in self.layout.rows.iter().filter_map(|row| row.rule) {
                canvas.hairline((EDGES.0, rule), (EDGES.1, rule), GRID)?;
            }
            axis.draw_grid(canvas, plot, GRID)?;
            axis.draw_ticks(canvas, &self.chart.ticks, baseline, how)?;
            if !self.chart.has_gaps() {
                return Ok(());
            }
            columns.gap.draw_zero(canvas, plot)?;
            columns
                .gap
                .draw_ticks(canvas, &self.chart.gap_ticks, baseline, how)
        })
    }
}
