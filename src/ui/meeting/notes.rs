//! The organiser's notes to the slides that another window shows: what may be said, the clock, what comes next.

use leptos::prelude::*;

use super::deck::{Look, Stage, ask, asked, listen, place, slide, telling};
use crate::{
    domain::deck::{Key, Show},
    state::{Published, page},
    text::{common, deck::presenting as words, meeting},
    ui::{
        kit::{El, actions, button, el, link, notice, small},
        screen::Screen,
        source::{Source, with_results},
    },
};

/// The class of a button here.
const BUTTON: &str = "button button--quiet button--small";
/// Milliseconds in a second.
const SECOND: u64 = 1_000;

/// The organiser's notes to the slides that another window shows.
pub(crate) fn notes_page(source: &Source) -> El {
    page::set_title(&common::title(meeting::NOTES));
    with_results(source, notes)
}

fn notes(source: &Source, published: Published) -> El {
    let stage = Stage::open(source, published, false);
    let asking = listen(stage, RwSignal::new(false));
    let look = Look::of_page().always_whole();
    let shown = move || {
        let Some((number, view)) = stage.slide() else {
            return Some(small(common::OPENING));
        };
        let now = slide(&view, number, "now".to_owned(), look, Some(stage));
        Some(el("div").class("notes__frame").child(now))
    };
    el("div")
        .class("notes")
        .child(
            el("div")
                .class("visually-hidden")
                .attr("role", "status")
                .live_text(telling(stage)),
        )
        .child(
            el("header")
                .class("notes__head")
                // The heading that takes the keyboard is the slide's.
                .child(el("p").class("notes__name").text(meeting::NOTES))
                .child(clock(stage)),
        )
        .child(
            el("div")
                .class("notes__columns")
                .child(
                    el("section")
                        .class("notes__now")
                        .attr("aria-label", words::NOW)
                        .live(shown)
                        .child(steering(stage).child(ask(BUTTON, asking)))
                        .children(asked(stage, asking))
                        .live(move || alone(stage)),
                )
                .child(
                    el("section")
                        .class("notes__said")
                        .attr("aria-label", meeting::NOTES)
                        .live(move || said(stage)),
                )
                .child(
                    el("section")
                        .class("notes__next")
                        .attr("aria-label", words::THEN)
                        .live(move || next(stage, look)),
                ),
        )
}

/// The time of day, and how long the presentation has been going on.
fn clock(stage: Stage) -> El {
    let now = RwSignal::new(page::now());
    page::every_second(move || now.set(page::now()));
    let time = move || {
        now.track();
        let (hour, minute) = page::hour_and_minute();
        words::clock(hour, minute)
    };
    let since = move || words::span(now.get().saturating_sub(stage.started.get()) / SECOND);
    let figure = |label: &'static str, value: El| {
        el("p")
            .class("notes__clock")
            .child(el("span").class("notes__label").text(label))
            .child(value)
    };
    el("div")
        .class("notes__clocks")
        .child(figure(
            words::CLOCK,
            el("span")
                .class("notes__time")
                .live_text(move || time().into()),
        ))
        .child(figure(
            words::SINCE,
            el("span")
                .class("notes__time")
                .live_text(move || since().into()),
        ))
        .child(
            button(BUTTON)
                .text(words::RESTART)
                .on("click", move || stage.restart()),
        )
}

/// Forward and back, from this window.
fn steering(stage: Stage) -> El {
    actions()
        .child(
            button(BUTTON)
                .text(words::PREVIOUS)
                .on("click", move || stage.go(Show::back)),
        )
        .child(
            button("button button--small")
                .text(words::NEXT)
                .on("click", move || stage.go(Show::forward)),
        )
        .child(
            el("p")
                .class("small")
                .live_text(move || place(stage).into()),
        )
}

/// Where this window follows nothing, and what can be done.
fn alone(stage: Stage) -> Option<El> {
    if !stage.is_joined() {
        return Some(notice(words::ALONE));
    }
    (!stage.is_heard.get()).then(|| {
        let slides = stage
            .source
            .with_value(|source| Screen::Deck(source.clone()).href());
        let open = link("link", slides, words::SHOW_SLIDES).attr("target", "_blank");
        notice(words::NO_SLIDES).child(open.attr("rel", "opener"))
    })
}

/// What may be said about the slide that is shown.
fn said(stage: Stage) -> Option<El> {
    let (_, view) = stage.slide()?;
    let lines = view.words.notes.into_iter();
    let lines = lines.map(|line| el("p").attr("dir", "auto").text(line));
    Some(
        el("div")
            .child(el("h2").attr("dir", "auto").text(view.words.title))
            .child(el("div").class("notes__lines").children(lines)),
    )
}

/// The slide that comes, small.
fn next(stage: Stage, look: Look) -> Option<El> {
    let key: Key = stage.now()?.key;
    let show = stage.show()?;
    let place = show.after(&key).and_then(|next| show.place(next));
    let next =
        place.and_then(|place| Some((place + 1, stage.shown.with(|all| all.get(place).cloned())?)));
    let head = el("h2").class("notes__label").text(words::THEN);
    Some(match next {
        Some((number, view)) => {
            let slide = slide(&view, number, "next".to_owned(), look, None);
            el("div").child(head).child(
                el("div")
                    .class("notes__frame notes__frame--next")
                    .attr("aria-hidden", "true")
                    .child(slide),
            )
        }
        None => el("div").child(head).child(small(words::THE_END)),
    })
}
