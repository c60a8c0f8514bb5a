//! What this browser already holds.

use leptos::prelude::*;

use crate::{
    domain::survey::Survey,
    state::{Held, SheetKey, Workspace},
    text::{collect, common, home},
    ui::screen::{Place, Screen, Step},
};

/// Surveys made here, and sheets and codes that were not handed in or sent yet.
#[component]
pub(super) fn HeldList() -> impl IntoView {
    let workspace = Workspace::expect();

    let surveys = move || workspace.all_held();
    let sheets = move || workspace.unfinished();
    let is_empty = move || surveys().is_empty() && sheets().is_empty();

    view! {
        <section class="held" aria-labelledby="held">
            <h2 id="held">{home::HELD}</h2>
            <Show
                when=move || workspace.is_ready()
                fallback=|| view! { <p class="small">{common::OPENING}</p> }
            >
                {move || is_empty().then(|| view! { <p class="small">{home::NOTHING_HELD}</p> })}
                <ul class="held__list">
                    {move || surveys().into_iter().map(survey_entry).collect_view()}
                    {move || sheets().into_iter().map(sheet_entry).collect_view()}
                </ul>
            </Show>
        </section>
    }
}

fn survey_entry((id, held): (String, Held)) -> impl IntoView {
    let (screen, state) = if held.is_collecting() {
        (Screen::Survey(id), home::COLLECTING)
    } else {
        (Screen::Results(id), home::CLOSED)
    };
    entry(&screen, &held.kept.survey, state)
}

fn sheet_entry((key, survey, is_code): (SheetKey, Survey, bool)) -> impl IntoView {
    let place = Place {
        key,
        is_kiosk: false,
        step: Step::Intro,
    };
    let (screen, state) = if is_code {
        (place.at(Step::HandedIn), home::UNSENT)
    } else {
        (place.at(Step::Intro), home::UNFINISHED)
    };
    entry(&screen, &survey, state)
}

fn entry(screen: &Screen, survey: &Survey, state: &'static str) -> impl IntoView + use<> {
    view! {
        <li>
            <a class="held__entry" href=screen.href()>
                <bdi class="held__name">{survey.team.clone()}</bdi>
                <span class="small">{collect::about(survey)}" · "{state}</span>
            </a>
        </li>
    }
}
