//! The day to look again as a file for a calendar.

use leptos::prelude::*;

use super::desk::Desk;
use crate::{
    domain::{
        card::{Card, Field},
        day::Day,
    },
    state::{Event, calendar_file, page},
    text::{bad, card, files},
    ui::kit::{El, button, small},
};

/// What such a file is (RFC 5545, section 8.1).
const MIME: &str = "text/calendar;charset=utf-8";

/// The button, or why there is none.
pub(super) fn calendar(desk: Desk, card: &Card) -> El {
    let Some(day) = card.day(Field::LookAgain) else {
        return small(card::NO_CALENDAR);
    };
    let number = card.number();
    button("button button--quiet")
        .text(card::CALENDAR)
        .on("click", move || {
            let card = untrack(|| desk.cards().get(number));
            let is_saved = card.is_some_and(|card| save(desk, &card, day));
            desk.said.set((!is_saved).then_some(bad::NO_FILE));
        })
}

fn save(desk: Desk, card: &Card, day: Day) -> bool {
    let (title, name) = desk.with(|published, _| {
        let survey = &published.survey;
        let name = files::file_name(survey, &card::event_file(card), &day.to_text());
        (card::event(card, &survey.team), name)
    });
    let event = Event {
        uid: &desk.cards().uid(card),
        made: page::today(),
        day,
        title: &title,
        description: &card::event_about(card),
    };
    let file = calendar_file(&event);
    page::save(&format!("{name}.ics"), MIME, file.as_bytes())
}
