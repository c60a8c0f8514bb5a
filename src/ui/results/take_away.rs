//! The files and the link under the results.

use leptos::prelude::*;

use super::{one_file::one_file, picture::Subject};
use crate::{
    state::{self, Words, page, result_address},
    text::{article, bad, files, finding, results, spread, table},
    ui::{
        copy_button::Copyable,
        kit::{El, actions, button, el, notice, small, spoken},
    },
};

/// The type of a CSV file.
const CSV: &str = "text/csv;charset=utf-8";
/// The type of an HTML file.
const HTML: &str = "text/html;charset=utf-8";
/// The type of a tally file.
const JSON: &str = "application/json";
/// The element that shows the link.
const LINK: &str = "result-link";
/// The words in the table.
const WORDS: Words = Words {
    columns: table::COLUMNS,
    shown: results::shown,
    evidence: finding::word,
    median: spread::median,
};

/// The buttons that save all numbers.
pub(super) fn take_away(subject: &Subject) -> El {
    let said = RwSignal::new(None::<&'static str>);
    let subject = StoredValue::new(subject.clone());
    // Made when the button is pressed: most readers take nothing away.
    let saved = |label, what, ending, kind, content: fn(&Subject) -> String| {
        let save = move || {
            let is_saved = subject.with_value(|subject| {
                let name = format!("{}.{ending}", subject.file_name(what));
                page::save(&name, kind, content(subject).as_bytes())
            });
            said.set((!is_saved).then_some(bad::NO_FILE));
        };
        button("button button--quiet button--small")
            .text(label)
            .on("click", save)
    };
    let csv = |subject: &Subject| state::csv(&subject.survey, &subject.results, &WORDS);
    let tally = |subject: &Subject| subject.tally.to_string();
    let html = |subject: &Subject| one_file(subject);
    let buttons = actions()
        .child(saved(files::HTML, results::TITLE, "html", HTML, html))
        .child(saved(files::CSV, table::TITLE, "csv", CSV, csv))
        .child(saved(files::TALLY, files::TALLY_TITLE, "json", JSON, tally));
    let address = subject.with_value(|subject| result_address(&subject.published));
    el("div")
        .class("part")
        .child(small(files::TAKE_LEAD))
        .child(buttons)
        .child(address.map_or_else(|| small(files::NO_LINK), link))
        .child(spoken().live(move || said.get().map(notice)))
}

fn link(address: String) -> El {
    let shown = el("p").class("card__link").id(LINK).text(address.clone());
    let preview = el("a")
        .class("button button--quiet button--small")
        .attr("href", address.clone())
        .attr("target", "_blank")
        .attr("rel", "noopener")
        .text(article::PREVIEW);
    let copy = Copyable {
        label: files::LINK,
        name: files::LINK,
        text: address,
        shown_in: LINK,
        class: "button button--quiet button--small",
    };
    let buttons = actions().child(copy.button()).child(preview);
    el("div").child(buttons).child(
        el("details")
            .class("card__more")
            .child(el("summary").text(files::LINK_SHOWN))
            .child(shown),
    )
}
