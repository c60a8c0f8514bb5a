//! The invitation of one side on a sheet of paper.

use leptos::prelude::*;

use super::save::saving;
use crate::{
    chart::Qr,
    domain::{side::Side, survey::Survey},
    state::{Workspace, page},
    text::{
        common,
        links::{self, Setting},
    },
    ui::{
        kit::{El, actions, button, el, heading, link, paragraph, small},
        message,
        screen::Screen,
        side_mark::side_mark,
    },
};

/// The sheet, and the button that prints it.
pub(crate) fn poster_page(id: String, side: Side, setting: Setting) -> El {
    let workspace = Workspace::expect();
    let found = Memo::new({
        let id = id.clone();
        move |_| {
            let own = workspace.held(&id).filter(|held| !held.is_gathered());
            workspace
                .is_ready()
                .then(|| own.map(|held| held.survey().clone()))
        }
    });
    el("div").live(move || {
        Some(match found.get() {
            None => small(common::OPENING),
            Some(None) => message::not_here(),
            Some(Some(survey)) => untrack(|| poster(&id, &survey, side, setting)),
        })
    })
}

fn poster(id: &str, survey: &Survey, side: Side, setting: Setting) -> El {
    page::set_title(&common::title(&survey.team));
    let address = Workspace::expect().link(id, side).unwrap_or_default();
    let qr = Qr::of(&address);
    let saving = qr.as_ref().map(|qr| saving(qr, survey, side));
    let picture = qr.map(|qr| qr.on_page(links::qr_name(side)));
    let print = button("button").text(links::PRINT).on("click", page::print);
    let back = Screen::Survey(id.to_owned()).href();
    let ways = actions()
        .class("actions not-printed")
        .child(print)
        .child(link("link", back, common::BACK));
    // What belongs together stands without a space between it: a sheet of Letter has none to spare for a long name.
    let title = el("header")
        .child(
            el("p")
                .class("poster__side")
                .child(side_mark(side))
                .child(el("span").text(common::side(side))),
        )
        .child(heading(links::poster_title(survey)));
    let scan = el("div")
        .child(paragraph(links::POSTER_SCAN).class("need"))
        .child(el("p").class("poster__link").text(address));
    let sheet = el("article")
        .class("poster")
        .child(title)
        .child(paragraph(links::poster_lead(side)).class("lead"))
        .maybe(picture.map(|svg| el("div").class("poster__qr").markup(svg)))
        .child(scan)
        .child(paragraph(links::poster_end(survey, side, setting)));
    let saving = saving.map(|buttons| {
        el("section")
            .class("not-printed")
            .attr("aria-labelledby", "picture")
            .child(el("h2").id("picture").text(links::PICTURE_ALONE))
            .child(buttons)
    });
    el("div")
        .class("survey")
        .child(ways)
        .child(sheet)
        .maybe(saving)
}
