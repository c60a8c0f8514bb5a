//! A card thrown away, after a question.

use leptos::prelude::*;

use super::desk::Desk;
use crate::{
    domain::card::Edit,
    text::card,
    ui::{
        kit::{El, button, el},
        survey::sure,
    },
};

/// The button, and the question once it was pressed.
pub(super) fn removing(desk: Desk, number: u32) -> El {
    let is_asked = RwSignal::new(false);
    el("div").class("removing not-printed").live(move || {
        if is_asked.get() {
            return Some(question(desk, number, is_asked));
        }
        let ask = button("link link--quiet").text(card::REMOVE);
        Some(el("div").child(ask.on("click", move || is_asked.set(true))))
    })
}

fn question(desk: Desk, number: u32, is_asked: RwSignal<bool>) -> El {
    let yes = button("button").text(card::REMOVE_YES);
    let yes = yes.on("click", move || desk.edit(Edit::Remove(number)));
    let no = button("button button--quiet").text(card::REMOVE_NO);
    let no = no.on("click", move || is_asked.set(false));
    el("div").child(sure(
        "remove-sure",
        card::SURE,
        [card::SURE_WORDS.to_owned()],
        [yes, no],
    ))
}
