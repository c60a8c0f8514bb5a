//! The two marks as a picture: five rows of a made-up company.

use std::fmt::Write;

use crate::{
    text::home,
    ui::kit::{El, el, small},
};

/// Width of a point in the drawing.
const POINT: i32 = 5;
/// Where 0 points are.
const ZERO: i32 = 8;
/// Height of a row in the drawing.
const ROW: i32 = 84;

/// A small chart that shows what a gap looks like.
pub(super) fn small_picture() -> El {
    el("figure")
        .class("gap-picture")
        .child(el("div").markup(drawing()))
        .child(el("figcaption").child(small(home::PICTURE_NOTE)))
}

/// Only numbers and our own words go into this markup.
fn drawing() -> String {
    let rows = home::PICTURE_ROWS;
    let height = ROW * i32::try_from(rows.len()).unwrap_or_default() + 10;
    let mut svg = format!(
        r#"<svg viewBox="0 0 540 {height}" role="img" aria-label="{}">"#,
        home::PICTURE
    );
    for step in 0..5 {
        let x = ZERO + step * 25 * POINT;
        // Writing to a string cannot fail.
        let _ = write!(
            svg,
            r#"<path class="gap-picture__grid" d="M{x} 0v{height}"/>"#
        );
    }
    for (row, place) in rows.into_iter().zip(0..) {
        let _ = write!(svg, "{}", one_row(row, place * ROW));
    }
    svg.push_str("</svg>");
    svg
}

fn one_row((label, executives, team): (&str, u8, u8), top: i32) -> String {
    let [from, to] = [team, executives].map(|points| ZERO + i32::from(points) * POINT);
    let (label_y, y, text_y) = (top + 24, top + 56, top + 62);
    format!(
        r#"<text x="10" y="{label_y}">{label}</text><path class="gap-picture__line" d="M{} {y}H{}"/><circle class="mark--circle" cx="{from}" cy="{y}" r="9"/><text class="gap-picture__team" x="{}" y="{text_y}" text-anchor="end">{team}</text><path class="mark--diamond" d="M{} {y}l11 11 11-11-11-11z"/><text class="gap-picture__executives" x="{}" y="{text_y}">{executives}</text>"#,
        from + 13,
        to - 15,
        from - 18,
        to - 11,
        to + 19,
    )
}
