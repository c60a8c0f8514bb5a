//! One device from hand to hand: who is quiet for too long is asked, and gone if nobody answers.

use std::{cell::Cell, rc::Rc};

use leptos::prelude::*;

use crate::{
    state::{
        Presence, Quiet, Workspace,
        page::{self, Heard, Sign},
        quiet,
    },
    text::round,
    ui::{
        kit::{El, HEADING, button, el, paragraph, small, spoken},
        screen::{Place, Step},
    },
};

/// The button that says that somebody is there.
const STAY: &str = "stay";
/// The heading and the words of the question.
const TITLE: &str = "still-title";
const WORDS: &str = "still-words";

/// Watches over somebody's turn, as long as there is something of them on the screen; `over` ends it.
pub(super) fn watch(place: &Place, over: impl Fn() + 'static) -> Option<El> {
    let workspace = Workspace::expect();
    let is_begun = workspace
        .sitting()
        .is_some_and(|sitting| sitting.sheet.answered() > 0);
    let watching = match place.step {
        Step::Done => end_of_turn(over),
        Step::Intro if !is_begun => return None,
        Step::Intro | Step::Question(_) | Step::Review | Step::HandedIn => turn(over),
    };
    Some(
        el("div")
            .child(watching)
            .child(screen(workspace, place.step)),
    )
}

/// Says that the page is without the whole screen during a turn, and gives it back. At the first question it is only on its
/// way: there it is missed once it was there.
fn screen(workspace: Workspace, step: Step) -> El {
    let is_on = page::full_screen();
    let is_missed = Memo::new(move |before: Option<&bool>| {
        let is_away = !is_on.get();
        let may_be_missed = before.is_some() || step != Step::Question(1);
        is_away && may_be_missed && !workspace.lacks_full_screen()
    });
    let again = move || {
        button("button button--quiet button--small")
            .text(round::SCREEN_AGAIN)
            .on("click", move || workspace.fill_screen())
    };
    spoken().live(move || {
        is_missed.get().then(|| {
            el("div")
                .class("screen-away")
                .child(small(round::SCREEN_LEFT))
                .child(again())
        })
    })
}

/// Asks whoever is quiet for two minutes.
fn turn(over: impl Fn() + 'static) -> El {
    let quiet = Rc::new(Cell::new(Quiet::new(
        page::now(),
        quiet::PATIENCE,
        quiet::GRACE,
    )));
    let presence = RwSignal::new(Presence::There);
    page::on_presence({
        let quiet = Rc::clone(&quiet);
        move |sign| {
            let is_asked = presence.get_untracked() != Presence::There;
            // A finger stays by lifting off the question: what lies under it must not be pressed.
            if is_asked && sign == Sign::Touch {
                return Heard::ByTheWay;
            }
            give_sign(&quiet, presence);
            if is_asked {
                Heard::ForUs
            } else {
                Heard::ByTheWay
            }
        }
    });
    page::every_second({
        let quiet = Rc::clone(&quiet);
        move || match at(&quiet) {
            Presence::Gone => over(),
            now if now != presence.get_untracked() => ask(presence, now),
            Presence::There | Presence::Asked(_) => {}
        }
    });
    let is_asked = Memo::new(move |_| presence.get() != Presence::There);
    el("div").live(move || {
        let quiet = Rc::clone(&quiet);
        is_asked
            .get()
            .then(|| still_there(presence, move || give_sign(&quiet, presence)))
    })
}

fn ask(presence: RwSignal<Presence>, now: Presence) {
    let is_new = presence.get_untracked() == Presence::There;
    presence.set(now);
    if is_new {
        page::focus(STAY);
    }
}

fn give_sign(quiet: &Cell<Quiet>, presence: RwSignal<Presence>) {
    let mut now = quiet.get();
    now.sign(page::now());
    quiet.set(now);
    if presence.get_untracked() != Presence::There {
        presence.set(Presence::There);
        page::focus(HEADING);
    }
}

fn at(quiet: &Cell<Quiet>) -> Presence {
    let mut now = quiet.get();
    let presence = now.at(page::now());
    quiet.set(now);
    presence
}

/// The question, over everything else.
fn still_there(presence: RwSignal<Presence>, stay: impl Fn() + 'static) -> El {
    let left = move || match presence.get() {
        Presence::Asked(seconds) => round::gone_in(seconds),
        Presence::There | Presence::Gone => String::new(),
    };
    let question = el("div")
        .class("still__box")
        .child(el("h2").id(TITLE).text(round::STILL_THERE))
        .child(paragraph(round::STILL_WHY).id(WORDS))
        .child(
            el("p")
                .class("still__left")
                .live_text(move || left().into()),
        )
        .child(button("button").id(STAY).text(round::STAY));
    el("div")
        .class("still")
        .attr("role", "alertdialog")
        .attr("aria-modal", "true")
        .attr("aria-labelledby", TITLE)
        .attr("aria-describedby", WORDS)
        .child(question)
        .on("click", stay)
}

/// After handing in the next person's turn comes by itself.
fn end_of_turn(over: impl Fn() + 'static) -> El {
    let quiet = Rc::new(Cell::new(Quiet::new(page::now(), quiet::END_OF_TURN, 0)));
    let seconds = RwSignal::new(quiet.get().seconds_left(page::now()));
    page::on_presence({
        let quiet = Rc::clone(&quiet);
        move |_| {
            let mut now = quiet.get();
            now.sign(page::now());
            quiet.set(now);
            Heard::ByTheWay
        }
    });
    page::every_second(move || {
        if at(&quiet) == Presence::Gone {
            over();
        } else {
            seconds.set(quiet.get().seconds_left(page::now()));
        }
    });
    el("div")
        .class("turn-ends")
        .live(move || Some(small(round::next_turn_in(seconds.get()))))
}
