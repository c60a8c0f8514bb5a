//! What this browser already holds.

use crate::{
    domain::{side::Side, survey::Survey},
    state::{Held, SheetKey, Workspace},
    text::{collect, common, home},
    ui::{
        kit::{El, el, small},
        screen::{Place, Screen, Step},
    },
};

/// Surveys made here, and sheets and codes that were not handed in or sent yet.
pub(super) fn held_list() -> El {
    let workspace = Workspace::expect();
    el("section")
        .class("held")
        .attr("aria-labelledby", "held")
        .child(el("h2").id("held").text(home::HELD))
        .live(move || Some(entries(workspace)))
}

fn entries(workspace: Workspace) -> El {
    if !workspace.is_ready() {
        return small(common::OPENING);
    }
    let is_lasting = workspace.is_lasting();
    let surveys = workspace.all_held().into_iter();
    let surveys = surveys.map(|(id, held)| survey_entry(id, &held, is_lasting));
    let sheets = workspace.unfinished().into_iter().map(sheet_entry);
    let entries: Vec<El> = surveys.chain(sheets).collect();
    if entries.is_empty() {
        return small(home::NOTHING_HELD);
    }
    el("ul").class("held__list").children(entries)
}

fn survey_entry(id: String, held: &Held, is_lasting: bool) -> El {
    let is_shown = |side: &Side| held.is_opened(*side);
    let is_collecting = held.is_collecting() && !Side::ALL.iter().all(is_shown);
    let state = if held.is_gathered() {
        home::GATHERED
    } else if is_collecting {
        home::COLLECTING
    } else if held.closed.is_none() {
        home::OVER
    } else {
        home::CLOSED
    };
    // What this page alone holds no other document can show.
    let screen = if is_collecting || held.closed.is_none() || !is_lasting {
        Screen::Survey(id)
    } else {
        Screen::Results(id)
    };
    entry(&screen, held.survey(), state)
}

fn sheet_entry((key, survey, is_code): (SheetKey, Survey, bool)) -> El {
    let place = Place {
        key,
        is_kiosk: false,
        step: Step::Intro,
    };
    if is_code {
        entry(&place.at(Step::HandedIn), &survey, home::UNSENT)
    } else {
        entry(&place.at(Step::Intro), &survey, home::UNFINISHED)
    }
}

fn entry(screen: &Screen, survey: &Survey, state: &'static str) -> El {
    let about = format!("{} · {state}", collect::about(survey));
    let link = el("a")
        .class("held__entry")
        .attr("href", screen.href())
        .child(el("bdi").class("held__name").text(survey.team.clone()))
        .child(el("span").class("small").text(about));
    el("li").child(link)
}
