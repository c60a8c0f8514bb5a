//! The rows of a picture answer the pointer and the keyboard: over each lies a button that says what the row says, and
//! opens what stands behind it.
//!
//! Real buttons over the picture instead of parts of the SVG: the picture stays one image with a name and a description,
//! as its files are, and every browser and screen reader knows what a button is. Tab comes to one row of a picture, the
//! arrow keys go through them, Escape comes back from what was opened.

use leptos::{
    prelude::*,
    task::{spawn_local, tick},
};

use super::{
    chart::Look,
    details::behind,
    line::Line,
    picture::{Part, Subject},
};
use crate::{
    chart::Band,
    state::page::{self, Handled, Key},
    text::results,
    ui::kit::{El, button, el},
};

/// Which row of a picture has the keyboard, and which one is open.
#[derive(Clone, Copy, Debug)]
pub(super) struct Rows {
    subject: StoredValue<Subject>,
    look: Look,
    /// The row that Tab comes to.
    current: RwSignal<usize>,
    opened: RwSignal<Option<usize>>,
    /// Whether the keyboard is on a row.
    is_on_row: RwSignal<bool>,
    /// Whether it is on a row or in what stands behind one.
    is_inside: RwSignal<bool>,
}

impl Rows {
    /// The rows of this picture, all closed; they hear keys until the present component is gone.
    pub(super) fn of(subject: StoredValue<Subject>, part: &Part, look: Look) -> Self {
        let rows = Self {
            subject,
            look,
            current: RwSignal::new(0),
            opened: RwSignal::new(None),
            is_on_row: RwSignal::new(false),
            is_inside: RwSignal::new(false),
        };
        let (id, last) = (part.id.clone(), part.rows.len().saturating_sub(1));
        page::on_key(move |key| rows.hear(&key, &id, last));
        rows
    }

    /// Tells the rows whether the keyboard is somewhere in `figure`.
    pub(super) fn within(self, figure: El) -> El {
        figure
            .on("focusin", move || self.is_inside.set(true))
            .on("focusout", move || self.is_inside.set(false))
    }

    /// The buttons over the picture.
    pub(super) fn over(self, part: &Part, bands: &[Band]) -> El {
        let rows = part.rows.iter().zip(bands).zip(0..);
        let rows = rows.map(|((line, band), place)| self.row(&part.id, line, *band, place));
        el("div")
            .class("chart__rows")
            .attr("role", "group")
            .attr("aria-label", results::ROWS)
            .on("focusin", move || self.is_on_row.set(true))
            .on("focusout", move || self.is_on_row.set(false))
            .children(rows)
    }

    fn row(self, picture: &str, line: &Line, (top, end): Band, place: usize) -> El {
        let id = picture.to_owned();
        let is_open = move || self.opened.get() == Some(place);
        let is_current = move || self.current.get() == place;
        button("chart__row")
            .id(button_id(picture, place))
            .attr("aria-label", line.in_words())
            .live_attr("aria-expanded", move || Some(is_open().to_string().into()))
            .live_attr("tabindex", move || {
                Some(if is_current() { "0" } else { "-1" }.into())
            })
            .placed(format!(
                "top:{};height:{}",
                percent(top),
                percent(end - top)
            ))
            .on("focus", move || self.current.set(place))
            .on("click", move || self.press(&id, place))
    }

    /// What stands behind the row that is open.
    pub(super) fn opened(self, part: &Part) -> Option<El> {
        let line = part.rows.get(self.opened.get()?)?;
        let (id, title) = (part.id.clone(), title_id(&part.id));
        let inside = self.subject.with_value(|subject| {
            let ids = format!("{id}-answers");
            behind(
                subject,
                (line.behind, line.is_of_this_group),
                ids,
                self.look,
            )
        });
        let close = button("button button--quiet button--small")
            .text(results::BACK_TO_ROW)
            .on("click", move || self.close(&id));
        let name = el("h3")
            .id(title.clone())
            .attr("tabindex", "-1")
            .attr("dir", "auto")
            .text(line.label.clone());
        Some(
            el("section")
                .class("behind")
                .attr("aria-labelledby", title)
                .child(name)
                .maybe(inside)
                .child(el("div").child(close)),
        )
    }

    /// Opens the row and goes to what stands behind it; closes it if it is open.
    fn press(self, picture: &str, place: usize) {
        if self.opened.get_untracked() == Some(place) {
            self.close(picture);
            return;
        }
        self.opened.set(Some(place));
        let title = title_id(picture);
        spawn_local(async move {
            // It is on the page only when signals have done their work.
            tick().await;
            page::focus(&title);
        });
    }

    /// Closes what is open and goes back to its row.
    fn close(self, picture: &str) {
        if let Some(place) = self.opened.get_untracked() {
            page::focus(&button_id(picture, place));
            self.opened.set(None);
        }
    }

    fn hear(self, key: &Key, picture: &str, last: usize) -> Handled {
        if key.with_modifier {
            return Handled::No;
        }
        let is_open = self.opened.get_untracked().is_some();
        if key.name == "Escape" && is_open && self.is_inside.get_untracked() {
            self.close(picture);
            return Handled::Yes;
        }
        let current = self.current.get_untracked();
        let Some(next) = next(&key.name, current, last).filter(|_| self.is_on_row.get_untracked())
        else {
            return Handled::No;
        };
        page::focus(&button_id(picture, next));
        Handled::Yes
    }
}

/// The row that a key goes to.
fn next(key: &str, current: usize, last: usize) -> Option<usize> {
    match key {
        "ArrowDown" => Some((current + 1).min(last)),
        "ArrowUp" => Some(current.saturating_sub(1)),
        "Home" => Some(0),
        "End" => Some(last),
        _ => None,
    }
}

fn button_id(picture: &str, place: usize) -> String {
    format!("{picture}-press-{place}")
}

fn title_id(picture: &str) -> String {
    format!("{picture}-behind")
}

/// Ten-thousandths as CSS says percent.
fn percent(part: i32) -> String {
    format!("{}.{:02}%", part / 100, part % 100)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arrow_keys_stay_within_the_picture() {
        assert_eq!(next("ArrowDown", 0, 2), Some(1));
        assert_eq!(next("ArrowDown", 2, 2), Some(2));
        assert_eq!(next("ArrowUp", 0, 2), Some(0));
        assert_eq!(next("End", 0, 2), Some(2));
        assert_eq!(next("Home", 2, 2), Some(0));
        assert_eq!(next("Enter", 1, 2), None);
    }

    #[test]
    fn a_place_is_said_as_css_says_it() {
        assert_eq!(percent(1_205), "12.05%");
        assert_eq!(percent(10_000), "100.00%");
    }
}
