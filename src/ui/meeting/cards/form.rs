//! A card as it is edited: every hole stands beside its field as it is typed.

use leptos::prelude::*;

use super::{desk::Desk, fields::field, keeping, sheet};
use crate::{
    domain::card::{Edit, Field, State},
    state::page,
    text::{card, topic},
    ui::{
        kit::{El, actions, button, el, small, spoken},
        topic::topic_fold,
    },
};

/// The form of the card of this number; what is printed meanwhile is its page.
pub(super) fn form(desk: Desk, number: u32) -> El {
    let id = sheet::title_id(number);
    let focused = id.clone();
    Effect::new(move |_| page::focus(&focused));
    let about = desk.cards().get(number).map(|card| desk.subject(&card));
    let title = move || desk.cards().get(number).map(|card| card::told(&card).title);
    let printed = move || {
        let card = desk.cards().get(number)?;
        Some(
            el("div")
                .class("only-printed")
                .attr("aria-hidden", "true")
                .child(sheet::printed(desk, &card)),
        )
    };
    el("div")
        .class("cards__form")
        .child(
            el("form")
                .class("edit not-printed")
                .attr("novalidate", "")
                .attr("aria-labelledby", id.clone())
                .on_instead("submit", move || desk.close())
                .child(
                    el("p")
                        .class("experiment__for")
                        .child(el("bdi").text(about.unwrap_or_default())),
                )
                .child(
                    el("h2")
                        .id(id)
                        .attr("tabindex", "-1")
                        .attr("dir", "auto")
                        .live_text(move || title().unwrap_or_default().into()),
                )
                .maybe(half_page(desk, number))
                .child(parts(desk, number))
                .child(end(desk, number)),
        )
        .live(printed)
}

fn half_page(desk: Desk, number: u32) -> Option<El> {
    let card = desk.cards().get(number)?;
    let place = desk.place(&card)?;
    let page = desk.with(|_, results| topic::of_item(results, place, false))?;
    Some(topic_fold(&page))
}

fn parts(desk: Desk, number: u32) -> El {
    let field = |one| field(desk, number, one);
    let pair = || el("div").class("edit__pair");
    el("div")
        .class("edit__parts")
        .child(field(Field::Title))
        .child(field(Field::Problem))
        .child(field(Field::Belief))
        .child(field(Field::Steps))
        .child(field(Field::Measure))
        .child(field(Field::Today))
        .child(field(Field::Who))
        .child(field(Field::Said))
        .child(
            pair()
                .child(field(Field::Start))
                .child(field(Field::TimeBox)),
        )
        .child(field(Field::LookAgain))
        .child(field(Field::Stop))
}

/// How many holes there are, and the buttons.
fn end(desk: Desk, number: u32) -> El {
    let holes = Memo::new(move |_| {
        desk.cards()
            .get(number)
            .map_or(0, |card| card.holes().len())
    });
    let state = Memo::new(move |_| desk.cards().get(number).map(|card| card.state()));
    let done = el("button")
        .class("button button--quiet")
        .attr("type", "submit")
        .text(card::CLOSE);
    el("div")
        .class("edit__end")
        .child(spoken().live(move || {
            let words = card::holes(holes.get());
            Some(small(words).class("small experiment__holes"))
        }))
        .child(
            actions()
                .live(move || {
                    Some(match state.get() {
                        Some(State::Agreed) => sheet::agree(
                            desk,
                            number,
                            false,
                            "button button--quiet",
                            card::NOT_AGREED,
                        ),
                        Some(State::Idea) | None => button("button")
                            .text(card::AGREE)
                            .on("click", move || agree(desk, number)),
                    })
                })
                .child(done),
        )
        .live(move || keeping::status(desk))
}

/// Agrees on a card without holes; otherwise goes to the first one.
fn agree(desk: Desk, number: u32) {
    let Some(card) = untrack(|| desk.cards().get(number)) else {
        return;
    };
    if let Some(hole) = card.holes().first() {
        page::focus(super::fields::id(hole.field));
    } else {
        desk.edit(Edit::Agree(number, true));
        desk.close();
    }
}
