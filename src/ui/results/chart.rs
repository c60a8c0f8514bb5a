//! A chart on the page, and its files.

use leptos::{prelude::*, task::spawn_local};

use super::picture::Part;
use crate::{
    chart::{Format, Theme},
    state::page,
    text::{bad, results},
    ui::kit::{El, actions, busy_button, button, el, notice, spoken},
};

/// Below this width a slide's text is too small to read, so the chart has one column.
const NARROW: &str = "(max-width: 860px)";
/// The person's setting.
const DARK: &str = "(prefers-color-scheme: dark)";
/// The type of an SVG file.
const SVG: &str = "image/svg+xml";
/// The type of a PNG file.
const PNG: &str = "image/png";

/// How charts look on this page, now.
#[derive(Clone, Copy, Debug)]
pub(super) struct Look {
    is_narrow: ReadSignal<bool>,
    is_dark: ReadSignal<bool>,
}

impl Look {
    /// Follows the page's width and the person's setting.
    pub(super) fn of_page() -> Self {
        Self {
            is_narrow: page::media(NARROW),
            is_dark: page::media(DARK),
        }
    }

    fn format(self) -> Format {
        if self.is_narrow.get() {
            Format::Narrow
        } else {
            Format::Slide
        }
    }

    fn theme(self) -> Theme {
        if self.is_dark.get() {
            Theme::Dark
        } else {
            Theme::Light
        }
    }
}

/// The chart, and the buttons that save it.
pub(super) fn chart(part: Part, look: Look) -> El {
    // Our own SVG: the backend escapes every text in it.
    let drawn = {
        let part = part.clone();
        move || svg(&part, look.format(), look.theme())
    };
    el("figure")
        .class("chart")
        .child(el("div").class("chart__picture").live_markup(drawn))
        .child(save(part))
}

/// The buttons that save the picture.
fn save(part: Part) -> El {
    let said = RwSignal::new(None::<&'static str>);
    let is_busy = RwSignal::new(false);
    let part = StoredValue::new(part);
    let class = "button button--quiet button--small";
    let svg = button(class)
        .text(results::SVG)
        .on("click", move || said.set(part.with_value(save_svg)));
    let save_as_png = move || {
        is_busy.set(true);
        let part = part.get_value();
        spawn_local(async move {
            said.set(save_png(&part).await);
            is_busy.set(false);
        });
    };
    let png =
        busy_button(class, is_busy, results::PNG, results::MAKING_PNG).on("click", save_as_png);
    el("figcaption")
        .child(actions().child(svg).child(png))
        .child(spoken().live(move || said.get().map(notice)))
}

/// Saves the picture as SVG; says what went wrong.
fn save_svg(part: &Part) -> Option<&'static str> {
    let file = format!("{}.svg", part.file_name);
    let saved = page::save(&file, SVG, slide(part).as_bytes());
    (!saved).then_some(bad::NO_FILE)
}

/// Saves the picture as PNG; says what went wrong.
async fn save_png(part: &Part) -> Option<&'static str> {
    let file = format!("{}.png", part.file_name);
    match page::slide_png(slide(part)).await {
        Some(png) if page::save(&file, PNG, &png) => None,
        Some(_) => Some(bad::NO_FILE),
        None => Some(bad::NO_PICTURE),
    }
}

fn svg(part: &Part, format: Format, theme: Theme) -> String {
    part.chart
        .draw(format, theme)
        .map(|picture| picture.on_page(&part.id))
        .unwrap_or_default()
}

/// The picture as a file for a slide, always light.
fn slide(part: &Part) -> String {
    part.chart
        .draw(Format::Slide, Theme::Light)
        .map(|picture| picture.to_file())
        .unwrap_or_default()
}
