//! How the answers lie on their scale: for each item two bars of 100 %, executives above team; few answers are one mark
//! each, in the columns of the scale.

mod bar;
mod scale;

use super::{
    ChartError, Format, Frame, Picture, Theme,
    block::Block,
    canvas::Canvas,
    element::{DrawingError, Shape},
    frame::{Framed, Gauge, below, put},
    lettering::{Anchor, Lettering, fine, whole},
    metrics::Weight,
    paired_dots::Head,
};
use crate::domain::side::{BySide, Side};
use bar::Band;

/// The most items a slide can show; more belong on several slides.
pub const MAX_ITEMS: usize = 3;

/// Everything a distribution says; all words are given, in the reader's language.
#[derive(Clone, Debug, PartialEq)]
pub struct Distribution {
    /// What stands around it.
    pub frame: Frame,
    /// The items, first on top.
    pub items: Vec<ItemBars>,
}

/// One item: a bar of each side.
#[derive(Clone, Debug, PartialEq)]
pub struct ItemBars {
    /// What was asked.
    pub label: String,
    /// What each side answered.
    pub sides: BySide<Bar>,
}

/// One side's answers.
#[derive(Clone, Debug, PartialEq)]
pub struct Bar {
    /// Who answered, and how many.
    pub name: String,
    /// What the groups of options are called, lowest first.
    pub options: Vec<String>,
    /// The answers in these groups.
    pub answers: Answers,
    /// How many did not know, in words.
    pub apart: String,
}

/// Answers in groups, as many as there are options.
#[derive(Clone, Debug, PartialEq)]
pub enum Answers {
    /// The share of each group.
    Shares(Vec<Share>),
    /// How many answers are in each group, every one a mark.
    Marks(Vec<u32>),
    /// Nothing to be drawn; these words say why.
    Words(String),
}

/// A part of a bar.
#[derive(Clone, Debug, PartialEq)]
pub struct Share {
    /// How much of the whole, 0 to 100; what is no number counts as nothing.
    pub percent: f64,
    /// The same as text.
    pub text: String,
}

/// Lengths of one format, in units of the drawing.
#[derive(Debug)]
struct Lengths {
    /// Left and right end of the bars.
    bars: (i32, i32),
    /// Whether labels stand over the bars, and not left of them.
    is_label_above: bool,
    /// Width of labels, and of names; on a phone with what is apart beside them.
    label: i32,
    name: i32,
    /// Where names begin.
    names: i32,
    /// Width of what is apart, which ends at the right edge.
    apart: i32,
    /// Height of a bar: the least, and the most if there is room.
    height: (i32, i32),
    /// For values that have no room in their part.
    lane: i32,
    /// Between the parts of an item.
    gap: i32,
    /// Between the sides of an item.
    sides: i32,
    /// Between items: the least, and the most.
    between: (i32, i32),
    /// Height of the strip of colours over the names of options.
    strip: i32,
    option_lines: usize,
    /// From mark to mark.
    step: i32,
    reach: i32,
}

const SLIDE: Lengths = Lengths {
    bars: (fine(752), fine(1642)),
    is_label_above: false,
    label: fine(364),
    name: fine(264),
    names: fine(472),
    apart: fine(168),
    height: (fine(36), fine(112)),
    lane: fine(30),
    gap: fine(10),
    sides: fine(10),
    between: (fine(16), fine(84)),
    strip: fine(18),
    option_lines: 2,
    step: fine(30),
    reach: fine(11),
};

/// A slide with one item, which has the room of its label for the bars.
const ALONE: Lengths = Lengths {
    bars: (fine(440), fine(1642)),
    is_label_above: true,
    label: fine(1744),
    name: fine(336),
    names: fine(88),
    height: (fine(36), fine(144)),
    ..SLIDE
};

const NARROW: Lengths = Lengths {
    bars: (fine(16), fine(374)),
    is_label_above: true,
    label: fine(358),
    name: fine(350),
    names: fine(16),
    apart: fine(140),
    height: (fine(32), fine(32)),
    lane: fine(20),
    gap: fine(8),
    sides: fine(18),
    between: (fine(28), fine(28)),
    strip: fine(10),
    option_lines: 3,
    step: fine(13),
    reach: fine(5),
};

impl Distribution {
    /// Draws the chart.
    ///
    /// # Errors
    ///
    /// Returns [`ChartError::TooManyRows`] if there are more than [`MAX_ITEMS`] for a slide.
    pub fn draw(&self, format: Format, theme: Theme) -> Result<Picture, ChartError> {
        if format == Format::Slide && self.items.len() > MAX_ITEMS {
            return Err(ChartError::TooManyRows(self.items.len()));
        }
        let framed = Framed::of(&self.frame, format, theme);
        let sketch = Canvas::new((1, 1), theme)?;
        let mut plan = Plan::new(format, self.items.len());
        let least = plan.run(self, &sketch, framed.top, false)?;
        if let Some(limit) = framed.limit {
            plan.use_room(limit - least, self.items.len());
        }
        let top = plan.top(framed.top, framed.limit, self, &sketch)?;
        let bottom = plan.run(self, &sketch, top, false)?;
        let canvas = Canvas::new(framed.size(bottom), theme)?;
        framed.draw(&canvas, bottom)?;
        plan.run(self, &canvas, top, true)?;
        Ok(framed.finish(canvas, bottom))
    }
}

impl Bar {
    /// Whether the options are named over the bar: two parts carry their names themselves.
    fn needs_scale(&self) -> bool {
        match self.answers {
            Answers::Marks(_) => true,
            Answers::Shares(_) => self.options.len() > 2,
            Answers::Words(_) => false,
        }
    }
}

/// How high things are.
struct Plan {
    gauge: &'static Gauge,
    lengths: &'static Lengths,
    height: i32,
    between: i32,
}

impl Plan {
    fn new(format: Format, items: usize) -> Self {
        let lengths = match format {
            Format::Slide if items == 1 => &ALONE,
            Format::Slide => &SLIDE,
            Format::Narrow => &NARROW,
        };
        Self {
            gauge: format.gauge(),
            lengths,
            height: lengths.height.0,
            between: lengths.between.0,
        }
    }

    /// Makes bars higher, and then the room between items larger, as far as there is `spare` height.
    fn use_room(&mut self, spare: i32, items: usize) {
        let items = i32::try_from(items.max(1)).unwrap_or(i32::MAX);
        let more = (spare / (2 * items)).clamp(0, self.lengths.height.1 - self.lengths.height.0);
        self.height += whole(more) - fine(1);
        self.height = self.height.max(self.lengths.height.0);
        let left = spare - 2 * items * (self.height - self.lengths.height.0);
        let more = (left / items).clamp(0, self.lengths.between.1 - self.lengths.between.0);
        self.between += more / fine(1) * fine(1);
    }

    /// Where the content begins: lower if there is still room.
    fn top(
        &self,
        top: i32,
        limit: Option<i32>,
        chart: &Distribution,
        sketch: &Canvas,
    ) -> Result<i32, DrawingError> {
        let bottom = self.run(chart, sketch, top, false)?;
        let spare = limit.map_or(0, |limit| (limit - bottom).max(0));
        Ok(whole(top + spare / 3))
    }

    /// Puts everything below `top`, and returns where it ends; draws only if `is_drawn`.
    fn run(
        &self,
        chart: &Distribution,
        canvas: &Canvas,
        top: i32,
        is_drawn: bool,
    ) -> Result<i32, DrawingError> {
        let mut y = top;
        let mut before: Option<&ItemBars> = None;
        for (number, item) in chart.items.iter().enumerate() {
            y += before.map_or(0, |_| self.between);
            let mut end = y;
            canvas.group(&format!("item-{number}"), || {
                end = self.item(item, before, is_drawn.then_some(canvas), canvas, y)?;
                Ok(())
            })?;
            y = end;
            before = Some(item);
        }
        Ok(y)
    }

    fn item(
        &self,
        item: &ItemBars,
        before: Option<&ItemBars>,
        to: Option<&Canvas>,
        canvas: &Canvas,
        top: i32,
    ) -> Result<i32, DrawingError> {
        let (gauge, palette) = (self.gauge, &canvas.palette);
        let Lengths {
            is_label_above,
            label,
            gap,
            ..
        } = *self.lengths;
        let how = gauge.labels(Weight::SemiBold, palette);
        let block = Block::balanced(&item.label, how, gauge.label.1, label, 4);
        let mut y = top;
        if is_label_above {
            y = put(&block, to, (gauge.edges.0, y))? + 2 * gap;
        }
        let BySide { executive, team } = &item.sides;
        let is_alike = executive.options == team.options;
        let is_known = before
            .is_some_and(|before| is_alike && before.sides.executive.options == executive.options);
        let is_needed = executive.needs_scale() || (is_alike && team.needs_scale());
        let is_needed = is_needed && !is_known;
        // On a phone, what only the executives' bar is read by stands under their name.
        let is_theirs = is_needed && !is_alike && gauge.format == Format::Narrow;
        if is_needed && !is_theirs {
            y = self.options(executive, to, canvas, y)? + gap;
        }
        let bars = y;
        y = self.side((Side::Executive, executive), is_theirs, to, canvas, y)? + self.lengths.sides;
        y = self.side((Side::Team, team), false, to, canvas, y)?;
        if !is_label_above {
            let first = whole(i32::midpoint(bars, y) + block.centred());
            if let Some(canvas) = to {
                block.draw(canvas, (gauge.edges.0, first))?;
            }
            y = y.max(below(&block, first, y));
        }
        if is_alike || !team.needs_scale() {
            Ok(y)
        } else {
            self.options(team, to, canvas, y + gap)
        }
    }

    /// One side: its name, its options if it `has_options` of its own, its bar, and what is apart.
    fn side(
        &self,
        (side, bar): (Side, &Bar),
        has_options: bool,
        to: Option<&Canvas>,
        canvas: &Canvas,
        top: i32,
    ) -> Result<i32, DrawingError> {
        let (gauge, palette, lengths) = (self.gauge, &canvas.palette, self.lengths);
        let (mark, color) = match side {
            Side::Executive => ((Shape::Diamond, gauge.diamond), palette.executives),
            Side::Team => ((Shape::Circle, gauge.circle), palette.team),
        };
        let how = Lettering::new(gauge.small.0, Weight::Bold, color);
        let apart = gauge.smalls(Weight::Regular, palette).anchored(Anchor::End);
        let lines = if gauge.format == Format::Slide { 2 } else { 1 };
        let apart = Block::filled(&bar.apart, apart, gauge.small.1, lengths.apart, lines);
        let room = match gauge.format {
            Format::Slide => lengths.name,
            Format::Narrow => lengths.name - apart.width(),
        };
        let (slot, words) = (gauge.diamond, (how, gauge.small.1));
        let head = match gauge.format {
            Format::Slide => Head::in_two_lines(mark, slot, &bar.name, words, room),
            Format::Narrow => Head::aligned(mark, slot, &bar.name, how, room),
        };
        let mut y = top;
        if gauge.format == Format::Narrow {
            let line = whole(y + how.cap_height());
            if let Some(canvas) = to {
                head.draw(canvas, (lengths.names, line))?;
                apart.draw(canvas, (gauge.edges.1, line))?;
            }
            y = whole(line + how.descent() + lengths.gap);
        }
        if has_options {
            y = self.options(bar, to, canvas, y)? + lengths.gap;
        }
        let band = Band {
            plan: self,
            side,
            color,
            top: y,
        };
        let (middle, end) = band.draw(bar, to, palette)?;
        if let (Format::Slide, Some(canvas)) = (gauge.format, to) {
            let first = middle + whole(how.centred() - head.depth() / 2);
            head.draw(canvas, (lengths.names, first))?;
            let first = middle + apart.centred();
            apart.draw(canvas, (gauge.edges.1, first))?;
        }
        Ok(end)
    }
}
