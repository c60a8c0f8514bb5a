//! A survey on the organiser's device, from its links to its closing.

use leptos::prelude::*;

use super::{close::CloseSection, collect::CollectSection, links::LinksSection};
use crate::{
    state::{Workspace, page},
    text::{collect, common, home},
    ui::{app::HEADING, kit::Notice, screen::Screen},
};

/// The survey's name, then invite, collect and close.
#[component]
pub(crate) fn SurveyPage(
    /// The survey's id.
    id: String,
) -> impl IntoView {
    let workspace = Workspace::expect();

    // Only whether it is here: the sections follow their own changes, and a half-typed text stays.
    let found = Memo::new({
        let id = id.clone();
        move |_| {
            let survey = workspace.held(&id).map(|held| held.kept.survey);
            workspace.is_ready().then_some(survey)
        }
    });

    move || match found.get() {
        None => view! { <p class="small">{common::OPENING}</p> }.into_any(),
        Some(None) => view! { <Notice words=home::NOT_HERE/> }.into_any(),
        Some(Some(survey)) => {
            page::set_title(&common::title(&survey.team));
            let about = collect::about(&survey);
            view! {
                <div class="survey">
                    <h1 id=HEADING tabindex="-1"><bdi>{survey.team.clone()}</bdi></h1>
                    <p class="lead">{about}</p>
                    <ResultsLink id=id.clone()/>
                    <LinksSection id=id.clone() survey=survey.clone()/>
                    <CollectSection id=id.clone() survey=survey.clone()/>
                    <CloseSection id=id.clone()/>
                </div>
            }
            .into_any()
        }
    }
}

/// The way to the results, as soon as a side was opened.
#[component]
fn ResultsLink(
    /// The survey's id.
    id: String,
) -> impl IntoView {
    let workspace = Workspace::expect();
    let results = Screen::Results(id.clone()).href();

    let is_closed = move || {
        let held = workspace.held(&id);
        held.is_some_and(|held| held.closed.is_some())
    };

    view! {
        <Show when=is_closed>
            <p class="actions"><a class="button" href=results.clone()>{collect::RESULTS}</a></p>
        </Show>
    }
}
