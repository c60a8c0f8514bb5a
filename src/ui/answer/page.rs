//! Which step of answering is shown.

use leptos::prelude::*;

use super::{
    code::{CodeStep, Done},
    intro::Intro,
    question::Question,
    review::Review,
};
use crate::{
    state::{Sitting, Workspace, page},
    text::{answer, common},
    ui::{
        app::HEADING,
        screen::{Place, Screen, Step},
    },
};

/// The step in the address, of the sheet in the address.
#[component]
pub(crate) fn AnswerPage(
    /// Which sheet, and how far.
    place: Place,
) -> impl IntoView {
    let workspace = Workspace::expect();
    let is_needed = place.is_kiosk;

    // A round needs the survey from this device's storage, which takes a moment to read.
    view! {
        <Show
            when=move || !is_needed || workspace.is_ready()
            fallback=|| view! { <p class="small">{common::OPENING}</p> }
        >
            {step(&place)}
        </Show>
    }
}

fn step(place: &Place) -> AnyView {
    if place.step == Step::Done {
        return view! { <Done place=place.clone()/> }.into_any();
    }
    let workspace = Workspace::expect();
    let sitting = if place.is_kiosk {
        workspace.begin_round(&place.key)
    } else {
        workspace.resume(&place.key)
    };
    let Some(sitting) = sitting else {
        return view! { <NoSheet/> }.into_any();
    };
    page::set_title(&common::title(&sitting.invitation.survey.team));
    known_step(place.clone(), sitting)
}

fn known_step(place: Place, sitting: Sitting) -> AnyView {
    let questions = sitting.sheet.answers().len();
    let step = match (place.step, sitting.code.is_some()) {
        // A sealed sheet cannot be changed any more, whatever Back or a bookmark says.
        (_, true) => Step::HandedIn,
        (Step::HandedIn, false) => Step::Review,
        (Step::Question(number), false) if number == 0 || number > questions => Step::Review,
        (step, false) => step,
    };
    match step {
        Step::Intro => view! { <Intro place sitting/> }.into_any(),
        Step::Question(number) => view! { <Question place sitting number/> }.into_any(),
        Step::Review => view! { <Review place sitting/> }.into_any(),
        Step::HandedIn => view! { <CodeStep place sitting/> }.into_any(),
        Step::Done => view! { <Done place/> }.into_any(),
    }
}

/// There is nothing under that address.
#[component]
fn NoSheet() -> impl IntoView {
    view! {
        <div class="message">
            <h1 id=HEADING tabindex="-1">{common::NAME}</h1>
            <p class="lead">{answer::NO_SHEET}</p>
            <p class="actions"><a class="link" href=Screen::Home.href()>{common::HOME}</a></p>
        </div>
    }
}
