//! The chart on a phone: labels above their lines, as high as it needs to be.

mod cursor;
mod row;

use cursor::{Cursor, Placed};
use row::PlacedRow;

use super::{
    PairedDots,
    axis::{Axis, NARROW},
    head::{Head, Signature},
};
use crate::chart::{
    ChartError, Picture, Theme,
    block::Block,
    canvas::Canvas,
    element::{Drawn, Shape},
    lettering::{Anchor, Lettering, fine, whole},
    metrics::Weight,
    palette::Palette,
};

/// Width of the picture.
const WIDTH: u32 = 390;
/// Left and right edge of everything.
const EDGES: (i32, i32) = (fine(16), fine(374));
/// Left and right end of the axis.
const AXIS: (i32, i32) = (fine(46), fine(326));
/// Above the first line of text and below the last.
const MARGIN: i32 = fine(18);
/// Between the parts of the picture.
const SPACE: i32 = fine(22);
/// Between title and subtitle, and between footer and signature.
const NARROW_SPACE: i32 = fine(11);
/// Sizes and leadings of the title, the first that fits is taken.
const TITLE_SIZES: [(i32, i32); 3] = [(24, 29), (22, 27), (20, 25)];
/// The most lines of the title.
const TITLE_LINES: usize = 5;
/// The most lines of the subtitle.
const SUBTITLE_LINES: usize = 8;
/// The most lines of the footer.
const FOOTER_LINES: usize = 24;
/// Text size of everything small: subtitle, axis numbers, footer.
const SMALL: i32 = 15;
/// Its leading.
const SMALL_LEADING: i32 = 20;
/// Text size of labels and heads.
const LABEL: i32 = 16;
/// Its leading.
const LABEL_LEADING: i32 = 21;
/// Half the diagonal of the diamond in the signature.
const SIGNATURE: i32 = fine(6);
/// Width of grid lines.
const GRID: i32 = fine(1);

/// The whole picture, placed; heights without a name of their own are baselines.
struct Plan<'a> {
    title: Placed,
    subtitle: Placed,
    heads: i32,
    rows: Vec<PlacedRow<'a>>,
    /// None where nothing has a place on the axis.
    ticks: Option<i32>,
    footer: Placed,
    signature: i32,
    /// In units of the page.
    height: i32,
}

/// Draws `chart` for a phone.
pub(super) fn draw(chart: &PairedDots, theme: Theme) -> Result<Picture, ChartError> {
    let palette = theme.palette();
    let axis = Axis {
        ends: AXIS,
        band: EDGES,
        gauge: &NARROW,
        palette: &palette,
        is_compact: false,
        has_rings: true,
    };
    let plan = Plan::of(chart, &axis);
    let size = (WIDTH, plan.height.unsigned_abs());
    let canvas = Canvas::new(size, theme)?;

    canvas.group("titles", || {
        plan.title.draw(&canvas)?;
        plan.subtitle.draw(&canvas)
    })?;
    draw_heads(&canvas, chart, plan.heads)?;
    for (number, row) in plan.rows.iter().enumerate() {
        canvas.group(&format!("row-{number}"), || row.draw(&canvas, &axis))?;
    }
    if let Some(baseline) = plan.ticks {
        canvas.group("axes", || {
            axis.draw_ticks(&canvas, &chart.ticks, baseline, small(&palette))
        })?;
    }
    canvas.group("footer", || {
        plan.footer.draw(&canvas)?;
        let signature = Signature::new(
            &chart.signature,
            SMALL,
            SIGNATURE,
            EDGES.1 - EDGES.0,
            &palette,
        );
        signature.draw(&canvas, (EDGES.1, plan.signature))
    })?;
    let bands: Vec<_> = plan.rows.iter().map(|row| row.band).collect();
    let body = canvas.finish();
    let picture = Picture::new(&chart.title, &chart.description, size, body);
    Ok(picture.with_rows(bands))
}

impl<'a> Plan<'a> {
    fn of(chart: &'a PairedDots, axis: &Axis<'_>) -> Self {
        let width = EDGES.1 - EDGES.0;
        let how = small(axis.palette);
        let mut cursor = Cursor(MARGIN);
        let title = Lettering::new(0, Weight::Bold, axis.palette.text);
        let title = Block::shrunk(&chart.title, title, &TITLE_SIZES, width, TITLE_LINES);
        let title = cursor.put(title, EDGES.0, NARROW_SPACE);
        let subtitle = chart.subtitle_after(axis.has_rings);
        let subtitle = Block::balanced(&subtitle, how, SMALL_LEADING, width, SUBTITLE_LINES);
        let subtitle = cursor.put(subtitle, EDGES.0, SPACE);
        let heads = whole(cursor.0 + head(axis.palette).cap_height());
        cursor.0 = heads + fine(LABEL_LEADING) + SPACE;

        let has_gaps = chart.has_gaps();
        let rows = chart.rows.iter().enumerate();
        let rows: Vec<_> = rows
            .map(|(number, row)| PlacedRow::put(row, axis, number > 0, has_gaps, &mut cursor))
            .collect();

        let has_axis = rows.iter().any(|row| row.pair.is_on_axis());
        let ticks = has_axis.then(|| whole(cursor.0 + how.cap_height()));
        cursor.0 = ticks.map_or(cursor.0, |ticks| ticks + SPACE);
        let has_thin = rows.iter().any(PlacedRow::has_thin_line);
        let has_ranges = chart.has_ranges();
        let meanings = [
            (chart.ranges.written.as_str(), has_ranges),
            (&chart.thin, has_thin),
        ];
        let footer = chart.footer_around(&meanings, axis.has_rings);
        let footer = Block::balanced(&footer, how, SMALL_LEADING, width, FOOTER_LINES);
        let footer = cursor.put(footer, EDGES.0, NARROW_SPACE);
        let signature = whole(cursor.0 + how.cap_height());
        let end = if chart.signature.is_empty() {
            cursor.0
        } else {
            signature
        };
        let height = (end + MARGIN + fine(1) - 1) / fine(1);
        Self {
            title,
            subtitle,
            heads,
            rows,
            ticks,
            footer,
            signature,
            height,
        }
    }
}

fn small(palette: &Palette) -> Lettering {
    Lettering::new(SMALL, Weight::Regular, palette.muted)
}

fn head(palette: &Palette) -> Lettering {
    Lettering::new(LABEL, Weight::Bold, palette.text)
}

/// Draws the heads of the two sides under one another, the first with its baseline at `first`, and beside the second
/// the head of the gaps.
fn draw_heads(canvas: &Canvas, chart: &PairedDots, first: i32) -> Drawn {
    let palette = &canvas.palette;
    let how = head(palette);
    let width = EDGES.1 - EDGES.0;
    let gap = if chart.has_gaps() {
        chart.heads.gap.as_str()
    } else {
        ""
    };
    let gap = Block::filled(gap, how.anchored(Anchor::End), 0, width / 2, 1);
    let team = Lettering {
        color: palette.team,
        ..how
    };
    let mark = (Shape::Circle, NARROW.circle);
    let room = width - gap.width() - SPACE;
    let team = Head::aligned(mark, NARROW.diamond, &chart.heads.team, team, room);
    let executives = Lettering {
        color: palette.executives,
        ..how
    };
    let executives = Head::new(
        (Shape::Diamond, NARROW.diamond),
        &chart.heads.executives,
        executives,
        width,
    );
    let second = if chart.heads.executives.is_empty() {
        first
    } else {
        first + fine(LABEL_LEADING)
    };
    canvas.group("heads", || {
        executives.draw(canvas, (EDGES.0, first))?;
        team.draw(canvas, (EDGES.0, second))?;
        gap.draw(canvas, (EDGES.1, second))
    })
}
