//! Whether the browser keeps what it has.

use leptos::{prelude::*, task::spawn_local};

use crate::{
    domain::{day::Day, side::Side},
    state::{Promise, Workspace, page, promise},
    text::{common, device, results::month},
    ui::kit::{El, actions, button, el, paragraph, small, spoken},
};

/// Days of use without a visit after which Safari erases what a site keeps.
const SAFARI_KEEPS: u32 = 7;

/// What the browser says, and the button that asks it.
pub(super) fn lasting_section() -> El {
    let workspace = Workspace::expect();
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
        .live(move || in_safari(workspace))
}

/// What Safari's rule means for each survey.
fn in_safari(workspace: Workspace) -> Option<El> {
    let Day { year, month, day } = page::today().plus(SAFARI_KEEPS);
    let from = format!("{day} {}", self::month(year, month));
    let surveys = workspace.all_held();
    let rows = surveys.iter().map(|(id, held)| {
        let ballots = Side::ALL.iter().map(|side| *held.ballots.of(*side)).sum();
        let words = device::in_safari(&from, workspace.since_backup(id), ballots);
        let team = held.survey().team.clone();
        let words = el("div")
            .child(el("bdi").class("kept__name").text(team))
            .child(small(words));
        el("li").class("kept__row").child(words)
    });
    let list = el("ul").class("kept__list").children(rows);
    (!surveys.is_empty()).then(|| el("div").class("kept").child(list))
}

fn words(promise: Promise) -> El {
    paragraph(match promise {
        Promise::Keeps => device::KEEPS,
        Promise::MayDrop => device::MAY_DROP,
        Promise::Unknown => device::UNKNOWN,
    })
}
