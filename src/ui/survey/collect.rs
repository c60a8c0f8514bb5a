//! Gathering ballots: how many there are, and the ways in.

use leptos::prelude::*;

use super::{
    gather::{collector_fold, to_receipts},
    paste::paste,
    round::round,
};
use crate::{
    domain::{closing::Next, side::Side, survey::Survey},
    state::{Held, Workspace},
    text::{collect, common, gather},
    ui::{
        kit::{El, actions, el, link, paragraph, small},
        screen::Screen,
        side_mark::side_mark,
    },
};

/// The counts, the field for pasting, and the way to hand the device round.
pub(super) fn collect_section(id: &str, survey: &Survey) -> El {
    let workspace = Workspace::expect();
    let is_collecting = {
        let id = id.to_owned();
        Memo::new(move |_| workspace.held(&id).is_some_and(|held| held.is_collecting()))
    };
    let (id, survey) = (id.to_owned(), survey.clone());
    el("div").live(move || {
        let is_collecting = is_collecting.get();
        is_collecting.then(|| untrack(|| section(&id, &survey)))
    })
}

fn section(id: &str, survey: &Survey) -> El {
    el("section")
        .class("step")
        .attr("aria-labelledby", "collect")
        .child(el("h2").id("collect").text(collect::TITLE))
        .child(counts(id, survey))
        .child(paste(id))
        .maybe(to_camera(id))
        .maybe(for_organisers(id))
}

/// The way to the camera, which is in another document: it finds the survey where something is kept.
fn to_camera(id: &str) -> Option<El> {
    let camera = Screen::Camera(id.to_owned());
    let is_lasting = Workspace::expect().is_lasting();
    is_lasting.then(|| actions().child(link("link", camera.href(), collect::CAMERA)))
}

/// What whoever gathers for somebody else does not need.
fn for_organisers(id: &str) -> Option<El> {
    let held = Workspace::expect().held(id)?;
    (!held.is_gathered()).then(|| {
        let folds = el("div").class("folds");
        let folds = folds.child(collector_fold(id)).maybe(to_receipts(id));
        el("div").child(round(id)).child(folds)
    })
}

/// How many ballots of each side there are.
fn counts(id: &str, survey: &Survey) -> El {
    let workspace = Workspace::expect();
    let id = id.to_owned();
    let held = Memo::new(move |_| workspace.held(&id));
    let heads = collect::COLUMNS.map(|head| el("th").attr("scope", "col").text(head));
    let rows = Side::ALL.map(|side| count_row(held, survey, side));
    let table = el("table")
        .class("counts")
        .child(el("caption").text(collect::COUNTS))
        .child(el("thead").child(el("tr").children(heads)))
        .child(el("tbody").children(rows));
    el("div")
        .class("tally")
        .child(table)
        .live(move || {
            let held = held.get()?;
            let needs = Side::ALL.into_iter();
            let needs = needs.filter_map(|side| need(side, held.next(side)));
            Some(el("div").class("need").children(needs.map(paragraph)))
        })
        .live(move || {
            let words = match held.get()? {
                held if held.is_gathered() => gather::COLLECTOR_COUNTS,
                Held { closed: None, .. } => collect::NO_RESULTS_YET,
                _ => return None,
            };
            Some(small(words))
        })
}

/// What a side still needs before it can be shown, or shown anew.
pub(super) fn need(side: Side, next: Next) -> Option<String> {
    match next {
        Next::Collecting { more } if more > 0 => Some(collect::needs(side, more)),
        Next::Waiting { new, minimum } => Some(collect::waiting(side, new, minimum)),
        Next::Collecting { .. } | Next::Ready | Next::Over => None,
    }
}

fn count_row(held: Memo<Option<Held>>, survey: &Survey, side: Side) -> El {
    let ballots = move || held.get().map_or(0, |held| *held.ballots.of(side));
    let number = |n: u32| el("td").class("number").text(n.to_string());
    el("tr")
        .child(
            el("th")
                .attr("scope", "row")
                .child(side_mark(side))
                .child(el("span").text(common::side(side))),
        )
        .child(
            el("td")
                .class("number number--strong")
                .live_text(move || ballots().to_string().into()),
        )
        .child(number(*survey.invited.of(side)))
        .child(number(*survey.minimum.of(side)))
}
