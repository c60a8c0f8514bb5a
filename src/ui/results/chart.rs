//! A chart on the page.

use leptos::prelude::*;

use super::{picture::Part, save::save};
use crate::{
    chart::{Format, Theme},
    state::page,
    ui::kit::{El, el},
};

/// Below this width a slide's text is too small to read, so the chart has one column.
const NARROW: &str = "(max-width: 860px)";
/// The person's setting.
const DARK: &str = "(prefers-color-scheme: dark)";

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

fn svg(part: &Part, format: Format, theme: Theme) -> String {
    part.chart
        .draw(format, theme)
        .map(|picture| picture.on_page(&part.id))
        .unwrap_or_default()
}
