//! A survey on the organiser's device, from its links to its closing.

use leptos::prelude::*;

use super::{
    close::close_section, collect::collect_section, gather::collector_sections,
    links::links_section, over::over_section,
};
use crate::{
    domain::survey::Survey,
    state::{Workspace, page},
    text::{collect, common},
    ui::{
        kit::{El, actions, el, heading, lead, link, small},
        message,
        screen::Screen,
    },
};

/// The survey's name, then invite, collect and close.
pub(crate) fn page(id: String) -> El {
    let workspace = Workspace::expect();
    // Only whether it is here: the sections follow their own changes, and a half-typed text stays.
    let found = Memo::new({
        let id = id.clone();
        move |_| {
            let survey = workspace
                .held(&id)
                .map(|held| (held.survey().clone(), held.is_gathered()));
            workspace.is_ready().then_some(survey)
        }
    });
    el("div").live(move || {
        Some(match found.get() {
            None => small(common::OPENING),
            Some(None) => message::not_here(),
            // What a section reads, it follows itself.
            Some(Some((survey, true))) => untrack(|| collector_sections(&id, &survey)),
            Some(Some((survey, false))) => untrack(|| sections(&id, &survey)),
        })
    })
}

fn sections(id: &str, survey: &Survey) -> El {
    page::set_title(&common::title(&survey.team));
    el("div")
        .class("survey")
        .child(heading(survey.team.clone()))
        .child(lead(collect::about(survey)))
        .child(results_link(id))
        .child(links_section(id, survey))
        .child(collect_section(id, survey))
        .child(close_section(id))
        .child(over_section(id))
}

/// The way to the results, as soon as a side was opened.
fn results_link(id: &str) -> El {
    let workspace = Workspace::expect();
    let id = id.to_owned();
    let is_closed = Memo::new({
        let id = id.clone();
        move |_| {
            let held = workspace.held(&id);
            held.is_some_and(|held| held.closed.is_some())
        }
    });
    el("div").live(move || {
        let is_closed = is_closed.get();
        is_closed.then(|| untrack(|| actions().child(to_results(workspace, &id))))
    })
}

/// Where nothing is kept they open beside this page, which holds them as long as it is there.
fn to_results(workspace: Workspace, id: &str) -> El {
    if let Some(address) = workspace.results_beside(id) {
        return link("button", address, collect::RESULTS_BESIDE).attr("target", "_blank");
    }
    let results = Screen::Results(id.to_owned());
    link("button", results.href(), collect::RESULTS)
}
