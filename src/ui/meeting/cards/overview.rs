//! All cards at one look.

use super::{desk::Desk, sheet};
use crate::{
    domain::card::{Card, State},
    state::page,
    text::card,
    ui::kit::{El, button, el, paragraph},
};

/// The list of all cards, or that there is none.
pub(super) fn overview(desk: Desk) -> El {
    el("section")
        .class("overview not-printed")
        .attr("aria-labelledby", "overview")
        .child(el("h2").id("overview").text(card::OVERVIEW))
        .live(move || {
            let cards = desk.cards().all();
            if cards.is_empty() {
                return Some(paragraph(card::NONE_YET).class("overview__none"));
            }
            let rows = cards.iter().map(row);
            Some(el("ol").class("overview__list").children(rows))
        })
}

fn row(card: &Card) -> El {
    let number = card.number();
    let class = match card.state() {
        State::Agreed => "overview__row overview__row--agreed",
        State::Idea => "overview__row",
    };
    let title = button("link overview__title")
        .attr("dir", "auto")
        .text(card::told(card).title)
        .on("click", move || page::focus(&sheet::title_id(number)));
    el("li").class(class).child(title).child(
        el("span")
            .class("overview__state")
            .text(card::in_overview(card)),
    )
}
