//! The way out of a round, with its PIN where it has one.

use leptos::prelude::*;

use crate::{
    state::{locked_into, page, unlock},
    text::{hand_in, round},
    ui::{
        kit::{El, Field, actions, button, el, link, small},
        screen::{Place, Screen},
    },
};

/// The field for the PIN.
const PIN: &str = "pin";

/// The link back to the survey, or the question for the PIN.
pub(super) fn way_out(place: &Place) -> El {
    let out = Screen::Survey(place.key.id.clone());
    if locked_into().is_none() {
        return link("link link--quiet", out.href(), hand_in::KIOSK_END);
    }
    let asks = RwSignal::new(false);
    let end = move || {
        asks.set(true);
        page::focus(PIN);
    };
    el("div").class("way-out").live(move || {
        Some(if asks.get() {
            untrack(|| question(out.clone()))
        } else {
            button("link link--quiet")
                .text(hand_in::KIOSK_END)
                .on("click", end)
        })
    })
}

fn question(out: Screen) -> El {
    let typed = RwSignal::new(String::new());
    let problem = RwSignal::new(None::<String>);
    let field = Field {
        id: PIN,
        label: round::PIN_ASKED,
        hint: "",
        is_number: true,
        value: typed.into(),
        problem: problem.into(),
        on_input: Callback::new(move |text| {
            problem.set(None);
            typed.set(text);
        }),
    };
    let leave = move || {
        if unlock(&typed.get_untracked()) {
            out.go();
        } else {
            typed.set(String::new());
            problem.set(Some(round::PIN_WRONG.to_owned()));
        }
    };
    el("div")
        .class("way-out__pin")
        .child(field.view())
        .child(
            actions().child(
                button("button button--quiet")
                    .text(round::LEAVE)
                    .on("click", leave),
            ),
        )
        .child(small(round::PIN_FORGOTTEN))
}
