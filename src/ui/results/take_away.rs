//! The files and the link under the results.

use leptos::prelude::*;

use super::picture::Subject;
use crate::{
    state::{self, Words, page, result_address, tally_file},
    text::{bad, files, finding, results, table},
    ui::{
        copy_button::Copyable,
        kit::{El, actions, button, el, notice, small, spoken},
    },
};

/// The type of a CSV file.
const CSV: &str = "text/csv;charset=utf-8";
/// The type of a tally file.
const JSON: &str = "application/json";
/// The element that shows the link.
const LINK: &str = "result-link";
/// The words in the table.
const WORDS: Words = Words {
    columns: table::COLUMNS,
    shown: results::shown,
    evidence: finding::word,
};

/// The buttons that save all numbers.
pub(super) fn take_away(subject: &Subject) -> El {
    let said = RwSignal::new(None::<&'static str>);
    let saved = |label, what, ending, kind, content: String| {
        let name = format!("{}.{ending}", subject.file_name(what));
        let content = StoredValue::new(content);
        let save = move || {
            let is_saved =
                content.with_value(|content| page::save(&name, kind, content.as_bytes()));
            said.set((!is_saved).then_some(bad::NO_FILE));
        };
        button("button button--quiet button--small")
            .text(label)
            .on("click", save)
    };
    let csv = state::csv(&subject.results, &WORDS);
    let tally = tally_file(&subject.published);
    let buttons = actions()
        .child(saved(files::CSV, table::TITLE, "csv", CSV, csv))
        .child(saved(files::TALLY, files::TALLY_TITLE, "json", JSON, tally));
    el("section")
        .class("part")
        .child(el("h2").text(files::TAKE))
        .child(small(files::TAKE_LEAD))
        .child(buttons)
        .maybe(result_address(&subject.published).map(link))
        .child(spoken().live(move || said.get().map(notice)))
}

fn link(address: String) -> El {
    let shown = el("p").class("card__link").id(LINK).text(address.clone());
    let copy = Copyable {
        label: files::LINK,
        name: files::LINK,
        text: address,
        shown_in: LINK,
        class: "button button--quiet button--small",
    };
    el("div").child(copy.button()).child(
        el("details")
            .class("card__more")
            .child(el("summary").text(files::LINK_SHOWN))
            .child(shown),
    )
}
