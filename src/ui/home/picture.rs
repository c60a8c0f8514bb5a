//! The two marks as a picture: five rows of a made-up company.

use leptos::prelude::*;

use crate::text::home;

/// Width of the axis in the drawing, in units of a hundredth of it.
const HUNDREDTH: i32 = 5;
/// Height of a row in the drawing.
const ROW: i32 = 84;
/// Half the size of a diamond.
const DIAMOND: i32 = 11;

/// A small chart that shows what a gap looks like.
#[component]
pub(super) fn SmallPicture() -> impl IntoView {
    let rows = home::PICTURE_ROWS;
    let height = ROW * i32::try_from(rows.len()).unwrap_or_default() + 10;
    let view_box = format!("0 0 540 {height}");
    let lines = (0..5).map(|step| {
        let x = 8 + step * 25 * HUNDREDTH;
        view! { <line class="gap-picture__grid" x1=x x2=x y1="0" y2=height/> }
    });

    view! {
        <figure class="gap-picture">
            <svg viewBox=view_box role="img" aria-label=home::PICTURE>
                {lines.collect_view()}
                {rows.into_iter().zip(0..).map(|(row, place)| one_row(row, place)).collect_view()}
            </svg>
            <figcaption class="small">{home::PICTURE_NOTE}</figcaption>
        </figure>
    }
}

fn one_row((label, executives, team): (&'static str, u8, u8), place: i32) -> impl IntoView {
    let x = |value: u8| 8 + i32::from(value) * HUNDREDTH;
    let (top, y) = (place * ROW + 24, place * ROW + 56);
    let diamond = format!(
        "M{} {y}l{DIAMOND} {DIAMOND} {DIAMOND} -{DIAMOND} -{DIAMOND} -{DIAMOND}Z",
        x(executives) - DIAMOND
    );
    view! {
        <text class="gap-picture__label" x="10" y=top>{label}</text>
        <line class="gap-picture__line" x1=x(team) + 14 x2=x(executives) - 15 y1=y y2=y/>
        <circle class="mark--circle" cx=x(team) cy=y r="9"/>
        <text class="gap-picture__team" x=x(team) - 18 y=y + 6 text-anchor="end">{team}</text>
        <path class="mark--diamond" d=diamond/>
        <text class="gap-picture__executives" x=x(executives) + 19 y=y + 6>{executives}</text>
    }
}
