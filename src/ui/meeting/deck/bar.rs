//! The buttons under the slides, the keys that do the same, and the way into a second window.

use leptos::{prelude::*, task::spawn_local};

use super::{go_to_arranging, stage::Stage};
use crate::{
    domain::deck::Show,
    state::page,
    text::{deck::presenting as words, meeting},
    ui::{
        kit::{El, button, el, link, notice, small},
        screen::Screen,
    },
};

/// The class of a button here.
const BUTTON: &str = "bar__button";
/// The id of the help.
const HELP: &str = "keys";

/// What is shown besides the buttons.
#[derive(Clone, Copy)]
pub(in crate::ui::meeting) struct Said {
    /// The number that is being typed.
    pub(super) typed: RwSignal<String>,
    /// Whether the keys are shown.
    pub(super) is_help: RwSignal<bool>,
    /// What the browser has refused.
    pub(super) refused: RwSignal<Option<Refused>>,
}

impl Said {
    /// Nothing yet.
    pub(super) fn nothing() -> Self {
        Self {
            typed: RwSignal::default(),
            is_help: RwSignal::new(false),
            refused: RwSignal::new(None),
        }
    }
}

/// What a browser can refuse.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Refused {
    /// The whole screen.
    FullScreen,
    /// A second window.
    Window,
}

/// The buttons under the slides.
pub(super) fn bar(stage: Stage, said: Said) -> El {
    let is_full = page::full_screen();
    let full = move || {
        let words = if is_full.get() {
            words::LEAVE_FULL_SCREEN
        } else {
            words::FULL_SCREEN
        };
        Some(
            button(BUTTON)
                .text(words)
                .on("click", move || turn_full_screen(said)),
        )
    };
    let ways = el("div")
        .class("bar__ways")
        .child(
            button(BUTTON)
                .text(words::NOTES)
                .on("click", move || open_notes(stage, said)),
        )
        .child(
            button(BUTTON)
                .text(words::ARRANGE)
                .on("click", move || go_to_arranging(stage)),
        )
        .child(button(BUTTON).text(words::PRINT).on("click", page::print))
        .child(ask(BUTTON, said))
        .child(link(BUTTON, back(stage), words::RESULTS));
    el("nav")
        .class("bar")
        .attr("aria-label", meeting::DECK)
        .child(steps(stage))
        .child(el("div").class("bar__full").live(full))
        .child(ways)
        .child(
            el("div")
                .class("bar__said")
                .attr("role", "status")
                .live(move || refused(stage, said)),
        )
        .children(asked(stage, said))
}

/// The number that is typed, and the keys when they were asked for.
pub(in crate::ui::meeting) fn asked(stage: Stage, said: Said) -> [El; 2] {
    [
        el("div")
            .class("bar__typed")
            .attr("role", "status")
            .live(move || typed(said)),
        el("div")
            .class("bar__keys")
            .id(HELP)
            .live(move || help(stage, said)),
    ]
}

/// Shows the keys, and hides them.
pub(in crate::ui::meeting) fn ask(class: &'static str, said: Said) -> El {
    button(class)
        .text(words::HELP)
        .attr("aria-controls", HELP)
        .live_attr("aria-expanded", move || {
            Some(said.is_help.get().to_string().into())
        })
        .on("click", move || {
            said.is_help.update(|is_help| *is_help = !*is_help);
        })
}

/// The slide that is shown, and how far it is revealed.
pub(in crate::ui::meeting) fn place(stage: Stage) -> String {
    let Some((number, view)) = stage.slide() else {
        return String::new();
    };
    let place = words::place(number, stage.shown.with(Vec::len));
    match view.steps {
        Some(steps) => {
            let all = u8::try_from(steps.told.len()).unwrap_or(u8::MAX);
            format!("{place}, {}", words::steps(stage.step(), all))
        }
        None => place,
    }
}

/// Forward, back, and where one is.
fn steps(stage: Stage) -> El {
    el("div")
        .class("bar__steps")
        .child(
            button(BUTTON)
                .text(words::PREVIOUS)
                .on("click", move || stage.go(Show::back)),
        )
        .child(
            button("bar__button bar__button--next")
                .text(words::NEXT)
                .on("click", move || stage.go(Show::forward)),
        )
        .child(
            el("p")
                .class("bar__place")
                .live_text(move || place(stage).into()),
        )
}

fn back(stage: Stage) -> String {
    stage.source.with_value(|source| source.article().href())
}

/// Takes the whole screen, or gives it back.
pub(super) fn turn_full_screen(said: Said) {
    if page::has_full_screen() {
        page::leave_full_screen();
        return;
    }
    // Begun at once: later the browser would not take it for the person's wish.
    let entered = page::fill_screen();
    spawn_local(async move {
        let is_refused = !entered.await;
        let _ = said
            .refused
            .try_set(is_refused.then_some(Refused::FullScreen));
    });
}

/// Opens the notes in a second window.
pub(super) fn open_notes(stage: Stage, said: Said) {
    let name = stage.address("notes");
    let is_open = page::open_window(&notes(stage), &name);
    said.refused.set((!is_open).then_some(Refused::Window));
}

fn notes(stage: Stage) -> String {
    stage
        .source
        .with_value(|source| Screen::Notes(source.clone()).href())
}

fn refused(stage: Stage, said: Said) -> Option<El> {
    Some(match said.refused.get()? {
        Refused::FullScreen => notice(words::NO_FULL_SCREEN),
        Refused::Window => notice(words::NO_WINDOW).child(
            link("link", notes(stage), words::NOTES_BY_HAND)
                .attr("target", "_blank")
                .attr("rel", "opener"),
        ),
    })
}

fn typed(said: Said) -> Option<El> {
    let number = said.typed.get();
    (!number.is_empty()).then(|| small(format!("{} {number}", words::GO_TO)))
}

/// The keys, and what they do.
fn help(stage: Stage, said: Said) -> Option<El> {
    said.is_help.get().then(|| {
        let of_slides = words::KEYS_OF_SLIDES.iter();
        let of_slides = of_slides.filter(|_| stage.shows_slides);
        let keys = words::KEYS
            .iter()
            .chain(of_slides)
            .flat_map(|(keys, meaning)| [el("dt").text(*keys), el("dd").text(*meaning)]);
        el("section")
            .class("keys")
            .attr("aria-label", words::KEYS_TITLE)
            .child(el("h2").text(words::KEYS_TITLE))
            .child(el("dl").class("keys__list").children(keys))
            .child(
                button("button button--quiet button--small")
                    .text(words::CLOSE)
                    .on("click", move || said.is_help.set(false)),
            )
    })
}
