//! Shares that add up along a scale, such as "at least so many hours": a line of steps for each side, with a mark where
//! half of the side is passed.

mod plot;

use super::{
    ChartError, Format, Frame, Picture, Theme,
    block::Block,
    canvas::Canvas,
    element::{DrawingError, Shape},
    frame::{Framed, put},
    lettering::{Lettering, fine, whole},
    metrics::Weight,
    paired_dots::Head,
};
use crate::domain::side::{BySide, Side};
use plot::Plot;

/// The most panels a slide can show.
pub const MAX_PANELS: usize = 2;
/// Between two panels of a slide.
const BETWEEN: i32 = fine(88);
/// The most that the plot of a slide is high.
const HIGHEST: i32 = fine(520);
/// How high the plot of a phone's picture is.
const NARROW_PLOT: i32 = fine(190);

/// Everything a chart of steps says; all words are given, in the reader's language.
#[derive(Clone, Debug, PartialEq)]
pub struct StepCurves {
    /// What stands around it.
    pub frame: Frame,
    /// One for each item.
    pub panels: Vec<Panel>,
}

/// One item.
#[derive(Clone, Debug, PartialEq)]
pub struct Panel {
    /// What was asked.
    pub label: String,
    /// What the steps mean.
    pub caption: String,
    /// What each step is called.
    pub ticks: Vec<String>,
    /// Words for 0, 50 and 100 %.
    pub levels: [String; 3],
    /// Each side's line.
    pub sides: BySide<Curve>,
    /// What stands in place of the plot where neither side has a line.
    pub nothing: String,
}

/// One side's line.
#[derive(Clone, Debug, PartialEq)]
pub struct Curve {
    /// Who it is, and where its middle lies.
    pub head: String,
    /// The shares, one for each step; empty if there is nothing to draw.
    pub shares: Vec<Level>,
    /// Where half is passed, counted in steps from the start.
    pub median: Option<f64>,
}

/// The share at one step.
#[derive(Clone, Debug, PartialEq)]
pub struct Level {
    /// 0 to 100; what is no number is drawn as 0.
    pub percent: f64,
    /// The same as text; empty where no figure may stand at the line.
    pub text: String,
}

impl StepCurves {
    /// Draws the chart.
    ///
    /// # Errors
    ///
    /// Returns [`ChartError::TooManyRows`] if there are more than [`MAX_PANELS`].
    pub fn draw(&self, format: Format, theme: Theme) -> Result<Picture, ChartError> {
        if self.panels.len() > MAX_PANELS {
            return Err(ChartError::TooManyRows(self.panels.len()));
        }
        let framed = Framed::of(&self.frame, format, theme);
        let sketch = Canvas::new((1, 1), theme)?;
        let bottom = self.run(&framed, format, &sketch, false)?;
        let canvas = Canvas::new(framed.size(bottom), theme)?;
        framed.draw(&canvas, bottom)?;
        self.run(&framed, format, &canvas, true)?;
        Ok(framed.finish(canvas, bottom))
    }

    /// Puts the panels beside one another on a slide, under one another on a phone; returns where they end.
    fn run(
        &self,
        framed: &Framed<'_>,
        format: Format,
        canvas: &Canvas,
        is_drawn: bool,
    ) -> Result<i32, DrawingError> {
        let (left, right) = format.gauge().edges;
        let width = (right - left - BETWEEN) / 2;
        let to = is_drawn.then_some(canvas);
        let mut y = framed.top;
        let heads = self.panels.iter().map(|panel| {
            let place = Place {
                format,
                canvas,
                to: None,
                edges: (left, left + width),
            };
            panel.words(&place, framed.top)
        });
        let level = heads.collect::<Result<Vec<_>, _>>()?;
        let level = level.into_iter().max().unwrap_or(framed.top);
        for (number, panel) in self.panels.iter().enumerate() {
            let is_right = number % 2 == 1;
            let edges = match format {
                Format::Narrow => (left, right),
                Format::Slide if is_right => (right - width, right),
                Format::Slide => (left, left + width),
            };
            let place = Place {
                format,
                canvas,
                to,
                edges,
            };
            let mut end = y;
            canvas.group(&format!("panel-{number}"), || {
                end = match framed.limit {
                    None => {
                        let top = panel.words(&place, y)?;
                        panel.plot(&place, (top, None))?
                    }
                    Some(limit) => {
                        panel.words(&place, framed.top)?;
                        let limit = limit.min(level + HIGHEST);
                        panel.plot(&place, (level, Some(limit)))?
                    }
                };
                Ok(())
            })?;
            if format == Format::Narrow {
                y = end + format.gauge().space;
            } else {
                y = y.max(end);
            }
        }
        let is_narrow = format == Format::Narrow && !self.panels.is_empty();
        Ok(y - if is_narrow { format.gauge().space } else { 0 })
    }
}

/// Where a panel goes; it is only measured if there is nothing to draw to.
struct Place<'a> {
    format: Format,
    canvas: &'a Canvas,
    to: Option<&'a Canvas>,
    edges: (i32, i32),
}

impl Panel {
    /// The words over the plot; returns where they end.
    fn words(&self, place: &Place<'_>, top: i32) -> Result<i32, DrawingError> {
        let (gauge, palette) = (place.format.gauge(), &place.canvas.palette);
        let (left, right) = place.edges;
        let space = gauge.diamond;
        let bold = gauge.labels(Weight::SemiBold, palette);
        let lines = match place.format {
            Format::Slide => 2,
            Format::Narrow => 4,
        };
        let label = Block::balanced(&self.label, bold, gauge.label.1, right - left, lines);
        let mut y = put(&label, place.to, (left, top))? + space;
        let muted = gauge.smalls(Weight::Regular, palette);
        let caption = Block::filled(&self.caption, muted, gauge.small.1, right - left, 2);
        y = put(&caption, place.to, (left, y))? + 2 * space;
        for side in Side::ALL {
            let (shape, color) = match side {
                Side::Executive => ((Shape::Diamond, gauge.diamond), palette.executives),
                Side::Team => ((Shape::Circle, gauge.circle), palette.team),
            };
            let how = Lettering::new(gauge.small.0, Weight::Bold, color);
            let words = &self.sides.of(side).head;
            let how = (how, gauge.small.1);
            let head = Head::in_two_lines(shape, gauge.diamond, words, how, right - left);
            let line = whole(y + how.0.cap_height());
            if let Some(canvas) = place.to {
                head.draw(canvas, (left, line))?;
            }
            y = whole(line + head.depth() + how.0.descent() + space);
        }
        Ok(y + space)
    }

    /// The plot from `top` down to a limit, or as high as a phone's; returns where it ends.
    fn plot(
        &self,
        place: &Place<'_>,
        (top, limit): (i32, Option<i32>),
    ) -> Result<i32, DrawingError> {
        if Side::ALL
            .iter()
            .all(|side| self.sides.of(*side).shares.is_empty())
        {
            return self.no_plot(place, top);
        }
        let limit = limit.unwrap_or(top + NARROW_PLOT);
        let plot = Plot::of(self, place.format, place.edges, (top, limit));
        if let Some(canvas) = place.to {
            plot.draw(canvas)?;
        }
        Ok(limit)
    }

    /// Axes without a line would look like a mistake.
    fn no_plot(&self, place: &Place<'_>, top: i32) -> Result<i32, DrawingError> {
        let gauge = place.format.gauge();
        let muted = gauge.smalls(Weight::Regular, &place.canvas.palette);
        let (left, right) = place.edges;
        let words = Block::filled(&self.nothing, muted, gauge.small.1, right - left, 3);
        put(&words, place.to, (left, top + gauge.diamond))
    }
}
