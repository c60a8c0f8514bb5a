//! Whether the browser keeps what it has.

use leptos::{prelude::*, task::spawn_local};

use crate::{
    state::{Promise, promise},
    text::{common, device},
    ui::kit::{El, actions, button, el, paragraph, small, spoken},
};

/// What the browser says, and the button that asks it.
pub(super) fn lasting_section() -> El {
    let said = RwSignal::new(None::<Promise>);
    let ask = move |is_asked| spawn_local(async move { said.set(Some(promise(is_asked).await)) });
    ask(false);
    el("section")
        .class("step")
        .attr("aria-labelledby", "lasting")
        .child(el("h2").id("lasting").text(device::LASTING))
        .child(spoken().live(move || Some(said.get().map_or(small(common::OPENING), words))))
        .live(move || {
            let is_open = said.get() == Some(Promise::MayDrop);
            is_open.then(|| {
                let quiet = button("button button--quiet").text(device::ASK);
                actions().child(quiet.on("click", move || ask(true)))
            })
        })
        .child(paragraph(device::SAFARI))
}

fn words(promise: Promise) -> El {
    paragraph(match promise {
        Promise::Keeps => device::KEEPS,
        Promise::MayDrop => device::MAY_DROP,
        Promise::Unknown => device::UNKNOWN,
    })
}
