//! Gathering by several people: the organiser's link for them, and what they see.

use leptos::{prelude::*, task::spawn_local};

use super::{backup::backup_part, collect::collect_section};
use crate::{
    domain::survey::Survey,
    state::{LinkError, Workspace, page},
    text::{bad, carried, collect, common, gather},
    ui::{
        copy_button::Copyable,
        kit::{El, actions, button, el, heading, lead, link, paragraph, small, spoken},
        message::{message, to_home},
        screen::Screen,
    },
};

/// The fold with the collector's link.
pub(super) fn collector_fold(id: &str) -> El {
    let link = Workspace::expect().collector_link(id).unwrap_or_default();
    let copy = Copyable {
        label: gather::COPY,
        name: gather::COPY,
        text: link.clone(),
        shown_in: "collector-link",
        class: "button button--quiet",
    };
    el("details")
        .class("card__more")
        .child(el("summary").text(gather::TITLE))
        .child(paragraph(gather::LEAD))
        .child(small(gather::LINK))
        .child(el("p").class("card__link").id("collector-link").text(link))
        .child(actions().child(copy.button()))
}

/// What a collector sees: the numbers, the ways in, and the box to send.
pub(super) fn collector_sections(id: &str, survey: &Survey) -> El {
    page::set_title(&common::title(&survey.team));
    el("div")
        .class("survey")
        .child(heading(survey.team.clone()))
        .child(lead(collect::about(survey)))
        .child(paragraph(gather::COLLECTOR_LEAD))
        .child(collect_section(id, survey))
        .child(box_section(id, survey))
        .child(backup_part(id, RwSignal::new(false)))
}

fn box_section(id: &str, survey: &Survey) -> El {
    let workspace = Workspace::expect();
    let said = RwSignal::new(None::<String>);
    let (box_id, survey) = (id.to_owned(), survey.clone());
    let save = move || {
        let name = format!("{}.txt", carried::box_file(&survey, &page::date()));
        let id = box_id.clone();
        spawn_local(async move {
            let file = workspace.box_file(id).await.unwrap_or_default();
            let is_saved = page::save(&name, "text/plain", file.as_bytes());
            let words = if is_saved {
                gather::BOX_SAVED
            } else {
                bad::NO_FILE
            };
            said.set(Some(words.to_owned()));
        });
    };
    el("section")
        .class("step")
        .attr("aria-labelledby", "box")
        .child(el("h2").id("box").text(gather::BOX_TITLE))
        .child(paragraph(gather::BOX_LEAD))
        .child(actions().child(button("button").text(gather::BOX_SAVE).on("click", save)))
        .child(spoken().live(move || said.get().map(small)))
        .maybe(to_receipts(id))
}

/// A collector's link was opened: its survey is kept here to gather for, or what is wrong with the link is said.
pub(crate) fn collector_link_page(fragment: String) -> El {
    let workspace = Workspace::expect();
    let wrong = RwSignal::new(None::<String>);
    spawn_local(async move {
        match workspace.gather(fragment).await {
            Ok(Some(id)) => Screen::Survey(id).replace(),
            // Why it was not kept stands at the top of the page.
            Ok(None) => page::scroll_to_top(),
            Err(error) => wrong.set(Some(sentence(error).to_owned())),
        }
    });
    el("div").class("message").live(move || {
        Some(match wrong.get() {
            None => small(common::OPENING),
            Some(words) => message(bad::LINK_TITLE, words, to_home()),
        })
    })
}

fn sentence(error: LinkError) -> &'static str {
    match error {
        LinkError::CutShort => bad::LINK_CUT,
        LinkError::Damaged => bad::LINK_DAMAGED,
        LinkError::OtherVersion(_) => bad::LINK_VERSION,
        LinkError::Impossible => bad::LINK_IMPOSSIBLE,
    }
}

/// To the words of all ballots, on a page of its own, which cannot find them where nothing is kept.
pub(super) fn to_receipts(id: &str) -> Option<El> {
    let receipts = Screen::Receipts(id.to_owned()).href();
    let is_lasting = Workspace::expect().is_lasting();
    is_lasting.then(|| el("p").child(link("link", receipts, gather::RECEIPTS)))
}
