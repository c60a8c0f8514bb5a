//! The first screen of a respondent: what this is, who asks, how long, who could read what.

use leptos::prelude::*;

use crate::{
    domain::side::Side,
    state::{Sitting, Workspace},
    text::answer,
    ui::{
        app::HEADING,
        kit::{Circle, Diamond, Notice},
        screen::{Place, Step},
    },
};

/// Everything to know before the first question.
#[component]
pub(super) fn Intro(
    /// Where this is.
    place: Place,
    /// Who is answering.
    sitting: Sitting,
) -> impl IntoView {
    let survey = sitting.invitation.survey.clone();
    let side = sitting.key.side;
    let questions = sitting.sheet.answers().len();
    let who_reads = if place.is_kiosk {
        answer::WHO_READS_KIOSK
    } else {
        answer::WHO_READS_CODE
    };
    let mark = match side {
        Side::Executive => view! { <Diamond/> }.into_any(),
        Side::Team => view! { <Circle/> }.into_any(),
    };

    view! {
        <div class="intro">
            <p class="intro__mark">{mark}</p>
            <h1 id=HEADING tabindex="-1" dir="auto">{answer::title(&survey, side)}</h1>
            <p class="lead" dir="auto">{answer::lead(&survey, side, questions)}</p>
            <h2>{answer::WHO_READS}</h2>
            {who_reads.iter().map(|words| view! { <p>{*words}</p> }).collect_view()}
            <p>{answer::when_shown(&survey, side)}</p>
            <Begin place sitting/>
        </div>
    }
}

/// The consent question where there is one, and the way on.
#[component]
fn Begin(
    /// Where this is.
    place: Place,
    /// Who is answering.
    sitting: Sitting,
) -> impl IntoView {
    let survey = &sitting.invitation.survey;
    let asks_consent = sitting.key.side == Side::Executive && survey.needs_executive_consent();
    let begun = sitting.sheet.answered() > 0;
    let agreed = RwSignal::new(if asks_consent && !begun {
        None
    } else {
        Some(true)
    });
    let consent = asks_consent.then(|| answer::consent(survey));
    let start = match sitting.sheet.first_open() {
        Some(open) => Step::Question(open + 1),
        None => Step::Review,
    };
    let (kept, way_on) = (
        kept_words(&sitting),
        if begun { answer::GO_ON } else { answer::BEGIN },
    );
    let href = place.at(start).href();

    view! {
        {consent.filter(|_| !begun).map(|words| view! { <Consent words agreed/> })}
        {move || (agreed.get() == Some(false)).then(|| view! { <Notice words=answer::DISAGREED/> })}
        <Show when=move || agreed.get() == Some(true)>
            <p class="actions">
                <a class="button" href=href.clone()>{way_on}</a>
                {begun.then(|| view! { <Erase/> })}
            </p>
        </Show>
        <p class="small">{kept}</p>
    }
}

fn kept_words(sitting: &Sitting) -> &'static str {
    match (sitting.is_kiosk, sitting.is_kept) {
        (true, _) => "",
        (false, true) => answer::KEPT_HERE,
        (false, false) => answer::NOT_KEPT,
    }
}

/// Whether executives agree to a smaller group.
#[component]
fn Consent(
    /// The question.
    words: String,
    /// The answer.
    agreed: RwSignal<Option<bool>>,
) -> impl IntoView {
    let choice = move |id: &'static str, label: &'static str, value: bool| {
        view! {
            <label class="option" for=id>
                <input
                    type="radio"
                    name="consent"
                    id=id
                    prop:checked=move || agreed.get() == Some(value)
                    on:change=move |_| agreed.set(Some(value))
                />
                <span class="option__words">{label}</span>
            </label>
        }
    };
    view! {
        <fieldset class="consent">
            <legend>{words}</legend>
            {choice("agree", answer::AGREE, true)}
            {choice("disagree", answer::DISAGREE, false)}
        </fieldset>
    }
}

/// Erases what was answered so far.
#[component]
fn Erase() -> impl IntoView {
    let workspace = Workspace::expect();
    let is_erased = RwSignal::new(false);
    let erase = move |_| {
        workspace.erase_sheet();
        is_erased.set(true);
        crate::ui::screen::Screen::Home.go();
    };
    view! {
        <button type="button" class="link" prop:disabled=is_erased on:click=erase>{answer::ERASE}</button>
    }
}
