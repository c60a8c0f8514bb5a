//! A field of a card, with its hint and its hole beside it.

use leptos::prelude::*;

use super::desk::Desk;
use crate::{
    domain::{
        card::{Card, Edit, Field, Unit},
        draft::tidy,
    },
    text::card,
    ui::kit::{El, button, el},
};

/// The id of a field on the page.
pub(super) fn id(field: Field) -> &'static str {
    match field {
        Field::Title => "card-title",
        Field::Problem => "card-problem",
        Field::Belief => "card-belief",
        Field::Steps => "card-steps",
        Field::Measure => "card-measure",
        Field::Today => "card-today",
        Field::Who => "card-who",
        Field::Said => "card-said",
        Field::Start => "card-start",
        Field::TimeBox => "card-time-box",
        Field::Stop => "card-stop",
        Field::LookAgain => "card-look-again",
    }
}

/// Lines that a field shows.
fn lines(field: Field) -> Option<&'static str> {
    match field {
        Field::Problem | Field::Belief | Field::Said | Field::Stop | Field::Measure => Some("3"),
        Field::Steps => Some("4"),
        Field::Title
        | Field::Today
        | Field::Who
        | Field::Start
        | Field::TimeBox
        | Field::LookAgain => None,
    }
}

/// A field of the card of this number.
pub(super) fn field(desk: Desk, number: u32, field: Field) -> El {
    let id = id(field);
    let hole = Memo::new(move |_| {
        let card = desk.cards().get(number)?;
        let holes = card.holes();
        let hole = holes.iter().find(|hole| hole.field == field)?;
        Some(card::hole(field, hole.what))
    });
    let hint = desk
        .cards()
        .get(number)
        .map_or("", |card| hint(&card, field));
    let (hint_id, hole_id) = (format!("{id}-hint"), format!("{id}-hole"));
    let input = input(desk, number, field)
        .id(id)
        .attr("autocomplete", "off")
        .attr("aria-describedby", format!("{hint_id} {hole_id}"))
        .live_attr("aria-invalid", move || hole.get().map(|_| "true".into()));
    let input = if field == Field::TimeBox {
        el("div")
            .class("edit__time")
            .child(input)
            .child(unit(desk, number))
    } else {
        input
    };
    el("div")
        .class("field")
        .child(
            el("label")
                .class("field__label")
                .attr("for", id)
                .text(card::label(field)),
        )
        .child(el("span").class("field__hint").id(hint_id).text(hint))
        .child(input)
        .child(
            el("span")
                .class("field__problem")
                .id(hole_id)
                .live(move || hole.get().map(|words| el("span").text(words))),
        )
        .live(move || (field == Field::LookAgain).then(|| end(desk, number))?)
}

/// Why today's figure is not there says more than what it is.
fn hint(card: &Card, field: Field) -> &'static str {
    if field == Field::Today && card.text(field).is_empty() {
        card::TODAY_HIDDEN
    } else {
        card::hint(field)
    }
}

fn input(desk: Desk, number: u32, field: Field) -> El {
    let kept = Memo::new(move |_| {
        let card = desk.cards().get(number);
        card.map(|card| card.text(field).to_owned())
            .unwrap_or_default()
    });
    let typed = StoredValue::new(kept.get_untracked());
    // Follows what comes from elsewhere only: what is typed is left to the field, spaces at its end included.
    let shown = RwSignal::new(kept.get_untracked());
    Effect::new(move |_| {
        let kept = kept.get();
        if typed.with_value(|typed| tidy(typed) != kept) {
            typed.set_value(kept.clone());
            shown.set(kept);
        }
    });
    let input = match lines(field) {
        Some(lines) => el("textarea")
            .class("field__input edit__area")
            .attr("rows", lines),
        None => el("input").class("field__input").attr("type", kind(field)),
    };
    let input = if field == Field::TimeBox {
        input.attr("inputmode", "numeric")
    } else {
        input
    };
    input
        .attr("dir", "auto")
        .live_value(move || shown.get())
        .on_text(move |text| {
            typed.set_value(text.clone());
            desk.edit(Edit::Say(number, field, text));
        })
}

fn kind(field: Field) -> &'static str {
    if field.is_day() { "date" } else { "text" }
}

/// Days or weeks.
fn unit(desk: Desk, number: u32) -> El {
    let is_picked = move |unit| {
        desk.cards()
            .get(number)
            .is_some_and(|card| card.unit() == unit)
    };
    let option = |unit: Unit| {
        el("label")
            .class("edit__unit")
            .child(
                el("input")
                    .attr("type", "radio")
                    .attr("name", "card-unit")
                    .live_switch("checked", move || is_picked(unit))
                    .on_tick(move |_| desk.edit(Edit::Count(number, unit))),
            )
            .child(el("span").text(card::unit(unit)))
    };
    el("fieldset")
        .class("edit__units")
        .child(el("legend").class("visually-hidden").text(card::UNIT))
        .child(option(Unit::Days))
        .child(option(Unit::Weeks))
}

/// The button that takes the end of the time box as the day to look again.
fn end(desk: Desk, number: u32) -> Option<El> {
    let card = desk.cards().get(number)?;
    let end = card
        .end()
        .filter(|end| card.day(Field::LookAgain) != Some(*end))?;
    let take = button("link link--quiet").text(card::take_day(end));
    Some(take.on("click", move || {
        desk.edit(Edit::Say(number, Field::LookAgain, end.to_text()));
    }))
}
