//! A card as it is read and printed.

use leptos::prelude::*;

use super::{calendar::calendar, desk::Desk, removing::removing};
use crate::{
    domain::card::{Card, Edit, Field, State},
    state::page,
    text::card,
    ui::kit::{El, actions, button, el, paragraph, small},
};

/// The id of a card's title, in whichever form it is shown.
pub(super) fn title_id(number: u32) -> String {
    format!("card-{number}")
}

/// The card of this number, and what can be done with it.
pub(super) fn sheet(desk: Desk, number: u32) -> El {
    if desk.left.get_value() == Some(number) {
        desk.left.set_value(None);
        Effect::new(move |_| page::focus(&title_id(number)));
    }
    el("div")
        .class("cards__sheet")
        .live(move || desk.cards().get(number).map(|card| printed(desk, &card)))
        .live(move || desk.cards().get(number).map(|card| ways(desk, &card)))
        .child(removing(desk, number))
}

/// The page itself.
pub(super) fn printed(desk: Desk, card: &Card) -> El {
    let told = card::told(card);
    let class = match card.state() {
        State::Agreed => "experiment__state experiment__state--agreed",
        State::Idea => "experiment__state",
    };
    let id = title_id(card.number());
    let part = |field| part(card, field);
    el("article")
        .class("experiment")
        .attr("aria-labelledby", id.clone())
        .child(
            el("p")
                .class("experiment__for")
                .child(el("span").class(class).text(told.state))
                .child(el("bdi").text(desk.subject(card))),
        )
        .child(
            el("h2")
                .id(id)
                .attr("tabindex", "-1")
                .attr("dir", "auto")
                .text(told.title),
        )
        .child(
            group("experiment__pair")
                .child(part(Field::Problem))
                .child(part(Field::Belief)),
        )
        .child(group("experiment__one").child(part(Field::Steps)))
        .child(
            group("experiment__measure")
                .child(part(Field::Measure))
                .child(part(Field::Today)),
        )
        .child(
            group("experiment__pair")
                .child(part(Field::Who))
                .child(part(Field::Said)),
        )
        .child(
            group("experiment__days")
                .child(part(Field::Start))
                .child(part(Field::TimeBox))
                .child(part(Field::LookAgain)),
        )
        .child(group("experiment__one").child(part(Field::Stop)))
        .child(footer(desk))
}

fn group(class: &'static str) -> El {
    el("dl").class(class)
}

/// A label and its text, or that it is still open.
fn part(card: &Card, field: Field) -> El {
    let text = card::text(card, field);
    let is_open = text.is_empty();
    let class = if is_open {
        "experiment__text experiment__text--open"
    } else {
        "experiment__text"
    };
    let text = if is_open { card::OPEN.to_owned() } else { text };
    el("div")
        .class("experiment__part")
        .child(el("dt").class("experiment__label").text(card::label(field)))
        .child(el("dd").class(class).attr("dir", "auto").text(text))
}

/// Whose results it comes from, for whoever finds the printed page.
fn footer(desk: Desk) -> El {
    let words = desk.with(|published, _| card::footer(&published.survey, published.day()));
    paragraph(words).class("experiment__footer")
}

fn ways(desk: Desk, card: &Card) -> El {
    let number = card.number();
    let title = card::told(card).title;
    let edit = button("button button--quiet")
        .attr("aria-label", card::named(card::EDIT, &title))
        .text(card::EDIT)
        .on("click", move || desk.edited.set(Some(number)));
    let holes = card.holes().len();
    let agree = match (card.state(), holes) {
        (State::Agreed, _) => Some(agree(
            desk,
            number,
            false,
            "button button--quiet",
            card::NOT_AGREED,
        )),
        (State::Idea, 0) => Some(agree(desk, number, true, "button", card::AGREE)),
        (State::Idea, _) => None,
    };
    let open = (holes > 0).then(|| small(card::holes(holes)).class("small experiment__holes"));
    el("div")
        .class("experiment__ways not-printed")
        .maybe(open)
        .child(
            actions()
                .maybe(agree)
                .child(edit)
                .child(calendar(desk, card)),
        )
}

/// The button that says that the card is agreed, or no longer.
pub(super) fn agree(
    desk: Desk,
    number: u32,
    is_agreed: bool,
    class: &'static str,
    words: &'static str,
) -> El {
    button(class)
        .text(words)
        .on("click", move || desk.edit(Edit::Agree(number, is_agreed)))
}
