//! Pictures of codes, chosen or dropped.

use leptos::{prelude::*, task::spawn_local};

use super::{page::Reading, said::Said};
use crate::{
    state::{Picked, ShownFiles, Watch, page},
    text::{camera, gather},
    ui::{
        kit::{El, el, small, spoken},
        survey::sentences,
    },
};

/// The field for pictures.
const FILES: &str = "code-pictures";

/// The field.
pub(super) fn pictures(reading: &Reading) -> El {
    let (is_busy, has_missed) = (RwSignal::new(false), RwSignal::new(false));
    let take = {
        let reading = reading.clone();
        move |files| reading.take(files, is_busy, has_missed)
    };
    page::on_drop_all(take.clone());
    let pick = move || {
        let take = take.clone();
        spawn_local(async move { take(page::all_picked(FILES).await) });
    };
    let label = el("label")
        .class("field__label")
        .attr("for", FILES)
        .text(camera::PICTURES);
    let input = el("input")
        .class("field__input")
        .id(FILES)
        .attr("type", "file")
        .attr("multiple", "")
        .attr("accept", "image/*")
        .attr("aria-describedby", "code-pictures-hint")
        .live_switch("disabled", move || is_busy.get())
        .on("change", pick);
    el("div")
        .class("field paste")
        .child(label)
        .child(small(camera::PICTURES_HINT).id("code-pictures-hint"))
        .child(input)
        .child(spoken().live(move || is_busy.get().then(|| small(camera::READING))))
        .child(spoken().live(move || has_missed.get().then(|| small(gather::MISSED))))
}

impl Reading {
    fn take(&self, files: Vec<Picked>, is_busy: RwSignal<bool>, has_missed: RwSignal<bool>) {
        if files.is_empty() {
            return;
        }
        has_missed.set(is_busy.get_untracked());
        if has_missed.get_untracked() {
            return;
        }
        is_busy.set(true);
        let reading = self.clone();
        spawn_local(async move {
            let shown = reading
                .workspace
                .show_files(&reading.id, files, Watch::new())
                .await;
            let said = reading.tell_of_files(&shown);
            reading.said.set(said);
            is_busy.set(false);
        });
    }

    fn tell_of_files(&self, files: &ShownFiles) -> Said {
        let (_, said) = self.tell(&files.shown);
        let empty = files.empty.iter().map(|name| camera::no_code(name));
        let others = files.others.as_ref();
        if let Some(Ok(added)) = others.map(|others| &others.added) {
            self.new
                .update(|all| *all += added.new.executive + added.new.team);
        }
        let others = others.map(sentences).unwrap_or_default();
        said.and(empty.chain(others).collect())
    }
}
