//! All cards of these results, and where a card begins.

use leptos::prelude::*;

use super::{
    choose::choose, desk::Desk, form::form, keeping::keeping, overview::overview, sheet::sheet,
};
use crate::{
    state::{CardBox, Published, Workspace, page},
    text::{card, common, meeting},
    ui::{
        kit::{El, actions, button, el, heading, lead, link, notice, small, spoken},
        source::{Source, with_results},
    },
};

/// Experiments that come out of results.
pub(crate) fn cards_page(source: &Source) -> El {
    page::set_title(&common::title(meeting::CARDS));
    with_results(source, cards)
}

fn cards(source: &Source, published: Published) -> El {
    let whose = source.whose(&published);
    let team = published.survey.team.clone();
    let cards = CardBox::open(Workspace::expect(), whose.clone());
    let desk = Desk::new(published, cards);
    let is_read = Memo::new(move |_| cards.is_read());
    let back = link("link", source.article().href(), "").child(el("bdi").text(team));
    el("div")
        .class("cards")
        .child(
            el("header")
                .class("cards__head not-printed")
                .child(back)
                .child(heading(meeting::CARDS))
                .child(lead(card::LEAD)),
        )
        .child(keeping(desk, whose.id().to_owned()))
        .child(
            spoken()
                .class("spoken not-printed")
                .live(move || desk.said.get().map(notice)),
        )
        .live(move || {
            Some(if is_read.get() {
                untrack(|| read(desk))
            } else {
                small(common::OPENING)
            })
        })
}

/// What is shown once the cards have been read.
fn read(desk: Desk) -> El {
    let numbers = Memo::new(move |_| {
        let cards = desk.cards().all();
        cards.iter().map(|card| card.number()).collect::<Vec<u32>>()
    });
    let sheets = move || {
        let numbers = numbers.get();
        let places = numbers.into_iter().map(|number| place(desk, number));
        Some(el("div").class("cards__sheets").children(places))
    };
    el("div")
        .class("cards__all")
        .child(overview(desk))
        .live(sheets)
        .live(move || numbers.with(|numbers| !numbers.is_empty()).then(print))
        .child(choose(desk))
}

/// Where a card is read or edited.
fn place(desk: Desk, number: u32) -> El {
    el("div").class("cards__place").live(move || {
        let is_edited = desk.edited.get() == Some(number);
        Some(untrack(|| {
            if is_edited {
                form(desk, number)
            } else {
                sheet(desk, number)
            }
        }))
    })
}

fn print() -> El {
    let print = button("button button--quiet").text(card::PRINT);
    actions()
        .class("actions not-printed")
        .child(print.on("click", page::print))
}
