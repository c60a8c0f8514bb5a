//! After sealing: the code, the ways to hand it in, and the end.

use leptos::{prelude::*, task::spawn_local};

use super::review::words;
use crate::{
    state::{Code, Sitting, Workspace, page},
    text::{common, hand_in},
    ui::{
        app::HEADING,
        copy_button::CopyButton,
        kit::Notice,
        screen::{Place, Screen, Step},
    },
};

/// Where the code stands on the page.
const CODE: &str = "code";

/// The code and what to do with it.
#[component]
pub(super) fn CodeStep(
    /// Where this is.
    place: Place,
    /// Who has answered.
    sitting: Sitting,
) -> impl IntoView {
    page::set_title(&common::title(hand_in::TITLE));
    let Some(Code {
        text,
        is_sheet_erased,
    }) = sitting.code.clone()
    else {
        return ().into_any();
    };
    let erased = if is_sheet_erased {
        hand_in::ERASED
    } else {
        hand_in::NOT_ERASED
    };

    view! {
        <div class="hand-in">
            <h1 id=HEADING tabindex="-1">{hand_in::TITLE}</h1>
            <p class="lead">{erased}</p>
            <h2>{hand_in::SEND}</h2>
            <p class="visually-hidden" id="code-label">{hand_in::CODE}</p>
            <p class="hand-in__code" id=CODE role="textbox" aria-readonly="true" aria-labelledby="code-label" tabindex="0">
                {text.clone()}
            </p>
            <p class="actions">
                <CopyButton label=hand_in::COPY name=hand_in::COPY text=text.clone() shown_in=CODE is_main=true/>
                <Share title=hand_in::share_title(&sitting.invitation.survey) text/>
            </p>
            <p>{hand_in::NAME_TELLS}</p>
            <IntoThisBox place=place.clone()/>
            <Sent place/>
        </div>
    }
    .into_any()
}

/// The device's share sheet, where there is one.
#[component]
fn Share(
    /// What the share sheet calls it.
    title: String,
    /// What is shared.
    text: String,
) -> impl IntoView {
    let has_failed = RwSignal::new(false);
    let share = move |_| {
        let (title, text) = (title.clone(), text.clone());
        spawn_local(async move {
            let done = page::share(title, text).await;
            has_failed.set(!done);
        });
    };
    page::can_share().then(|| {
        view! {
            <button type="button" class="button button--quiet" on:click=share>{hand_in::SHARE}</button>
            {move || has_failed.get().then(|| view! { <Notice words=hand_in::NOT_SHARED/> })}
        }
    })
}

/// Where this device also holds the survey's box, the code can go straight in.
#[component]
fn IntoThisBox(
    /// Where this is.
    place: Place,
) -> impl IntoView {
    let workspace = Workspace::expect();
    let said = RwSignal::new(None::<&'static str>);
    let is_here = {
        let id = place.key.id.clone();
        move || workspace.held(&id).is_some_and(|held| held.is_collecting())
    };
    let put = move |_| {
        let done = place.at(Step::Done);
        spawn_local(async move {
            match workspace.code_into_box().await {
                Ok(()) => done.replace(),
                Err(why) => said.set(Some(words(why))),
            }
        });
    };

    view! {
        <Show when=is_here>
            <p class="actions">
                <button type="button" class="button button--quiet" on:click=put.clone()>
                    {hand_in::INTO_THIS_BOX}
                </button>
            </p>
        </Show>
        <div role="status">{move || said.get().map(|words| view! { <Notice words/> })}</div>
    }
}

/// Removes the code once it was sent.
#[component]
fn Sent(
    /// Where this is.
    place: Place,
) -> impl IntoView {
    let workspace = Workspace::expect();
    let sent = move |_| {
        workspace.remove_code();
        place.at(Step::Done).replace();
    };
    view! {
        <p class="hand-in__end">
            <button type="button" class="link" on:click=sent>{hand_in::SENT}</button>
        </p>
    }
}

/// The end: nothing is left, or the next person's turn.
#[component]
pub(super) fn Done(
    /// Where this is.
    place: Place,
) -> impl IntoView {
    page::set_title(&common::title(hand_in::DONE_TITLE));
    let words = if place.is_kiosk {
        hand_in::KIOSK_DONE
    } else {
        hand_in::DONE
    };
    let ways = place.is_kiosk.then(|| {
        view! {
            <p class="actions">
                <a class="button" href=place.at(Step::Intro).href()>{hand_in::KIOSK_NEXT}</a>
                <a class="link link--quiet" href=Screen::Survey(place.key.id.clone()).href()>
                    {hand_in::KIOSK_END}
                </a>
            </p>
        }
    });

    view! {
        <div class="message">
            <h1 id=HEADING tabindex="-1">{hand_in::DONE_TITLE}</h1>
            <p class="lead">{words}</p>
            {ways}
        </div>
    }
}
