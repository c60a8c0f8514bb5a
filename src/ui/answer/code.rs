//! After sealing: the code, the ways to hand it in, and the three words.

use leptos::{prelude::*, task::spawn_local};

use super::{review::words, ways};
use crate::{
    domain::receipt::Receipt,
    state::{Sitting, Workspace, page},
    text::{common, hand_in, receipt, ways::Way},
    ui::{
        copy_button::Copyable,
        kit::{El, actions, button, el, heading, lead, notice, paragraph, small, spoken},
        screen::{Place, Step},
    },
};

/// Where the code stands on the page.
const CODE: &str = "code";

/// The code and what to do with it: where the box is here one press, else one way first and the others folded.
pub(super) fn code_step(place: Place, sitting: &Sitting) -> El {
    page::set_title(&common::title(hand_in::TITLE));
    let (Some(code), Some(forms)) = (sitting.code.clone(), sitting.on_its_way()) else {
        return el("div");
    };
    let erased = if code.is_sheet_erased {
        hand_in::ERASED
    } else {
        hand_in::NOT_ERASED
    };
    let survey = &sitting.invitation.survey;
    el("div")
        .class("hand-in")
        .child(heading(hand_in::TITLE))
        .child(lead(erased))
        .maybe((!code.is_kept).then(|| notice(hand_in::NOT_KEPT)))
        .child(into_this_box(place.clone()))
        .child(el("h2").text(hand_in::SEND))
        .child(send(code.text.clone(), hand_in::share_title(survey)))
        .child(small(Way::Pasted.for_respondent()))
        .child(ways::others(&code.text, &forms, survey))
        .child(three_words(forms.receipt))
        .child(sent(place))
}

/// The code, to copy or to share.
fn send(code: String, title: String) -> El {
    let copy = Copyable {
        label: hand_in::COPY,
        name: hand_in::COPY,
        text: code.clone(),
        shown_in: CODE,
        class: "button",
    };
    let share = page::can_share().then(|| share(title, code.clone()));
    el("div")
        .class("hand-in__send")
        .child(code_words(code))
        .child(actions().child(copy.button()).maybe(share))
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
    let put_in = move || {
        let button = button("button").text(hand_in::INTO_THIS_BOX);
        el("div")
            .class("hand-in__here")
            .child(el("h2").text(hand_in::BOX_IS_HERE))
            .child(actions().child(button.on("click", put.clone())))
            .child(small(Way::ThisDevice.for_respondent()))
    };
    el("div")
        .live(move || is_here.get().then(&put_in))
        .child(spoken().live(move || said.get().map(notice)))
}

/// The receipt, and what it is for.
pub(super) fn three_words(ballot: Receipt) -> El {
    el("section")
        .class("receipt")
        .attr("aria-labelledby", "receipt")
        .child(el("h2").id("receipt").text(hand_in::THREE_WORDS))
        .child(el("p").class("receipt__words").text(receipt::words(ballot)))
        .child(small(hand_in::THREE_WORDS_FOR))
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
        .child(paragraph(hand_in::KEEP_UNTIL_SENT))
        .child(button("link").text(hand_in::SENT).on("click", sent))
}
