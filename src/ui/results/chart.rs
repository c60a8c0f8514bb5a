//! A chart on the page, and its files.

use leptos::{prelude::*, task::spawn_local};

use super::picture::Part;
use crate::{
    chart::{Format, Theme},
    state::page,
    text::{bad, results},
    ui::kit::Notice,
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
#[component]
pub(super) fn ChartView(
    /// The picture.
    part: Part,
    /// How charts look now.
    look: Look,
) -> impl IntoView {
    let drawn = {
        let part = part.clone();
        move || svg(&part, look.format(), look.theme())
    };

    view! {
        <figure class="chart">
            // Our own SVG: the backend escapes every text in it.
            <div class="chart__picture" inner_html=drawn></div>
            <Save part/>
        </figure>
    }
}

/// The buttons that save the picture.
#[component]
fn Save(
    /// The picture.
    part: Part,
) -> impl IntoView {
    let said = RwSignal::new(None::<&'static str>);
    let is_busy = RwSignal::new(false);
    let part = StoredValue::new(part);

    let save_svg = move |_| {
        let saved = part.with_value(|part| {
            let file = format!("{}.svg", part.file_name);
            page::save(&file, SVG, slide(part).as_bytes())
        });
        said.set((!saved).then_some(bad::NO_FILE));
    };
    let save_png = move |_| {
        is_busy.set(true);
        let (file, svg) = part.with_value(|part| (format!("{}.png", part.file_name), slide(part)));
        spawn_local(async move {
            let problem = match page::slide_png(svg).await {
                Some(png) if page::save(&file, PNG, &png) => None,
                Some(_) => Some(bad::NO_FILE),
                None => Some(bad::NO_PICTURE),
            };
            said.set(problem);
            is_busy.set(false);
        });
    };

    view! {
        <figcaption class="chart__ways actions">
            <button type="button" class="button button--quiet button--small" on:click=save_svg>
                {results::SVG}
            </button>
            <button type="button" class="button button--quiet button--small" prop:disabled=is_busy on:click=save_png>
                {move || if is_busy.get() { results::MAKING_PNG } else { results::PNG }}
            </button>
            <span role="status">{move || said.get().map(|words| view! { <Notice words/> })}</span>
        </figcaption>
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
