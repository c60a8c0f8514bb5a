//! The field for files with results, and files that are dropped anywhere on the page.

use leptos::{prelude::*, task::spawn_local};

use super::kit::{El, el, notice, small, spoken};
use crate::{
    state::{ReadError, Workspace, page},
    text::files,
};

/// The field's id.
const FIELD: &str = "open-results";
/// Files that the browser offers first.
const KINDS: &str = ".json,.svg,.png,application/json,image/svg+xml,image/png";

/// What is said about the last file.
pub(crate) type Said = RwSignal<Option<String>>;

/// Takes a file, and says what is wrong with it.
pub(crate) type Bring = fn(Workspace, Result<Vec<u8>, ReadError>, Said);

/// From now on, until the present screen or document is gone, `bring` takes what is dropped anywhere.
pub(crate) fn listen(said: Said, bring: Bring) {
    let workspace = Workspace::expect();
    page::on_drop(move |file| bring(workspace, file, said));
}

/// The field; `bring` takes what is picked.
pub(crate) fn field(said: Said, bring: Bring) -> El {
    let workspace = Workspace::expect();
    let pick = move || {
        said.set(Some(files::READING.to_owned()));
        spawn_local(async move {
            match page::picked(FIELD).await {
                Some(file) => bring(workspace, file, said),
                None => said.set(None),
            }
        });
    };
    let label = el("label").attr("for", FIELD).text(files::OPEN);
    let input = el("input")
        .class("field__input")
        .id(FIELD)
        .attr("type", "file")
        .attr("accept", KINDS)
        .attr("aria-describedby", "open-hint")
        .on("change", pick);
    el("section")
        .class("open-results")
        .child(el("h2").child(label))
        .child(small(files::OPEN_HINT).id("open-hint"))
        .child(input)
}

/// What is said about the last file.
pub(crate) fn last(said: Said) -> El {
    spoken().live(move || said.get().map(notice))
}
