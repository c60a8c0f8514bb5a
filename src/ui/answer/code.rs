//! After sealing: the code, the ways to hand it in, and the end.

use leptos::{prelude::*, task::spawn_local};

use super::review::words;
use crate::{
    state::{Sitting, Workspace, page},
    text::{common, hand_in},
    ui::{
        copy_button::Copyable,
        kit::{El, actions, button, el, heading, lead, link, notice, paragraph, spoken},
        screen::{Place, Screen, Step},
    },
};

/// Where the code stands on the page.
const CODE: &str = "code";

/// The code and what to do with it.
pub(super) fn code_step(place: Place, sitting: &Sitting) -> El {
    page::set_title(&common::title(hand_in::TITLE));
    let Some(code) = sitting.code.clone() else {
        return el("div");
    };
    let erased = if code.is_sheet_erased {
        hand_in::ERASED
    } else {
        hand_in::NOT_ERASED
    };
    let copy = Copyable {
        label: hand_in::COPY,
        name: hand_in::COPY,
        text: code.text.clone(),
        shown_in: CODE,
        class: "button",
    };
    let title = hand_in::share_title(&sitting.invitation.survey);
    el("div")
        .class("hand-in")
        .child(heading(hand_in::TITLE))
        .child(lead(erased))
        .maybe((!code.is_kept).then(|| notice(hand_in::NOT_KEPT)))
        .child(el("h2").text(hand_in::SEND))
        .child(code_words(code.text.clone()))
        .child(
            actions()
                .child(copy.button())
                .maybe(page::can_share().then(|| share(title, code.text))),
        )
        .child(paragraph(hand_in::NAME_TELLS))
        .child(into_this_box(place.clone()))
        .child(sent(place))
}

fn code_words(code: String) -> El {
    el("p")
        .class("hand-in__code")
        .id(CODE)
        .attr("role", "group")
        .attr("aria-label", hand_in::CODE)
        .attr("tabindex", "0")
        .text(code)
}

/// The device's share sheet.
fn share(title: String, text: String) -> El {
    let has_failed = RwSignal::new(false);
    let share = move || {
        let (title, text) = (title.clone(), text.clone());
        spawn_local(async move {
            let done = page::share(title, text).await;
            has_failed.set(!done);
        });
    };
    el("div")
        .class("copy")
        .child(
            button("button button--quiet")
                .text(hand_in::SHARE)
                .on("click", share),
        )
        .child(spoken().live(move || has_failed.get().then(|| notice(hand_in::NOT_SHARED))))
}

/// Where this device also holds the survey's box, the code can go straight in.
fn into_this_box(place: Place) -> El {
    let workspace = Workspace::expect();
    let said = RwSignal::new(None::<&'static str>);
    spawn_local(workspace.open_if_present());
    let is_here = {
        let id = place.key.id.clone();
        Memo::new(move |_| workspace.held(&id).is_some_and(|held| held.is_collecting()))
    };
    let put = move || {
        let done = place.at(Step::Done);
        spawn_local(async move {
            match workspace.code_into_box().await {
                Ok(()) => done.replace(),
                Err(why) => said.set(Some(words(why))),
            }
        });
    };
    let put_button = move || {
        let put = put.clone();
        let button = button("button button--quiet").text(hand_in::INTO_THIS_BOX);
        actions().child(button.on("click", put))
    };
    el("div")
        .live(move || is_here.get().then(&put_button))
        .child(spoken().live(move || said.get().map(notice)))
}

/// Removes the code once it was sent.
fn sent(place: Place) -> El {
    let workspace = Workspace::expect();
    let sent = move || {
        workspace.remove_code();
        place.at(Step::Done).replace();
    };
    el("div")
        .class("hand-in__end")
        .child(button("link").text(hand_in::SENT).on("click", sent))
}

/// The end: nothing is left, or the next person's turn.
pub(super) fn done(place: &Place) -> El {
    page::set_title(&common::title(hand_in::DONE_TITLE));
    let words = if place.is_kiosk {
        hand_in::KIOSK_DONE
    } else {
        hand_in::DONE
    };
    let ways = place.is_kiosk.then(|| {
        let end = Screen::Survey(place.key.id.clone()).href();
        actions()
            .child(link(
                "button",
                place.at(Step::Intro).href(),
                hand_in::KIOSK_NEXT,
            ))
            .child(link("link link--quiet", end, hand_in::KIOSK_END))
    });
    el("div")
        .class("message")
        .child(heading(hand_in::DONE_TITLE))
        .child(lead(words))
        .maybe(ways)
}
