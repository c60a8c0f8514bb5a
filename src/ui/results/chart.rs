//! A chart on the page.

use leptos::prelude::*;

use super::{picture::Part, rows::Rows, save::save};
use crate::{
    chart::{Format, Theme},
    state::page,
    text::files,
    ui::kit::{El, el},
};

/// On paper it is never so. Below this width a slide's text is too small to read, so the chart has one column.
const NARROW: &str = "screen and (max-width: 860px)";
/// The person's setting.
const DARK: &str = "screen and (prefers-color-scheme: dark)";

/// How charts look on this page, now.
#[derive(Clone, Copy, Debug)]
pub(super) struct Look {
    /// Always so, if there is nothing to follow.
    is_narrow: Option<ReadSignal<bool>>,
    is_dark: ReadSignal<bool>,
}

impl Look {
    /// Follows the page's width and the person's setting.
    pub(super) fn of_page() -> Self {
        Self {
            is_narrow: Some(page::media(NARROW)),
            is_dark: page::media(DARK),
        }
    }

    /// The same in one column on a wide page too, for a picture beside its words.
    pub(super) fn always_narrow(self) -> Self {
        Self {
            is_narrow: None,
            ..self
        }
    }

    /// For a slide, or for a phone.
    pub(super) fn format(self) -> Format {
        if self.is_narrow.is_none_or(|is_narrow| is_narrow.get()) {
            Format::Narrow
        } else {
            Format::Slide
        }
    }

    /// Light or dark.
    pub(super) fn theme(self) -> Theme {
        if self.is_dark.get() {
            Theme::Dark
        } else {
            Theme::Light
        }
    }
}

/// The chart, what stands behind the row that was pressed, and the buttons that save the chart.
pub(super) fn chart(part: Part, look: Look, rows: Option<Rows>) -> El {
    let shown = {
        let part = part.clone();
        move || picture(&part, look, rows)
    };
    let figure = el("figure").class("chart").live(shown);
    let figure = match rows {
        None => figure,
        Some(rows) => {
            let part = part.clone();
            rows.within(figure).live(move || rows.opened(&part))
        }
    };
    let is_beside_words = part.is_beside_words;
    let save = save(part);
    if is_beside_words {
        // The same buttons under every gap would be louder than the gaps.
        let fold = el("details").class("card__more");
        return figure.child(fold.child(el("summary").text(files::SAVE)).child(save));
    }
    figure.child(save)
}

fn picture(part: &Part, look: Look, rows: Option<Rows>) -> Option<El> {
    let picture = if part.is_beside_words {
        part.chart.draw_bare(look.theme()).ok()?
    } else {
        part.chart.draw(look.format(), look.theme()).ok()?
    };
    // Our own SVG: the backend escapes every text in it.
    let svg = el("div").markup(picture.on_page(&part.id));
    let bands = picture.rows();
    let rows = rows.filter(|_| !bands.is_empty());
    let rows = rows.map(|rows| rows.over(part, bands));
    Some(el("div").class("chart__picture").child(svg).maybe(rows))
}
