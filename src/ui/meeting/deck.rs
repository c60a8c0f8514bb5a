//! Results as slides: presented, arranged, printed.

mod arrange;
mod bar;
mod handout;
mod keys;
mod present;
mod reveal;
mod slide;
mod slides;
mod stage;

use leptos::prelude::*;

use crate::{
    state::{Published, page},
    text::{common, meeting, results},
    ui::{
        kit::{El, el, small},
        source::{Source, with_results},
    },
};

pub(super) use {
    bar::{ask, asked, place},
    keys::listen,
    present::telling,
    slide::Look,
    slide::slide,
    slides::SlideView,
    stage::Stage,
};

/// Where all slides are arranged, in the address after the deck's.
const ARRANGE: &str = "/arrange";

/// Results as slides.
pub(crate) fn deck_page(source: &Source) -> El {
    page::set_title(&common::title(meeting::DECK));
    with_results(source, deck)
}

fn deck(source: &Source, published: Published) -> El {
    page::set_foot(&results::foot(
        &published.survey,
        published.day().unwrap_or_else(page::today),
    ));
    let stage = Stage::open(source, published, true);
    let is_arranging = RwSignal::new(is_arranging());
    page::on_change(move |fragment| {
        let now = fragment.ends_with(ARRANGE);
        // The page may show something else by now.
        if is_arranging
            .try_get_untracked()
            .is_some_and(|before| before != now)
        {
            let _ = is_arranging.try_set(now);
        }
        follow(stage, &fragment);
    });
    let said = listen(stage, is_arranging);
    // Not the slides themselves: all fields and pictures would be made anew with every letter typed.
    let is_read = Memo::new(move |_| stage.all.with(|all| !all.is_empty()));
    el("div").class("deck").live(move || {
        Some(match (is_read.get(), is_arranging.get()) {
            (false, _) => small(common::OPENING),
            (true, true) => untrack(|| arrange::arrange(stage)),
            (true, false) => untrack(|| present::present(stage, said)),
        })
    })
}

fn is_arranging() -> bool {
    page::fragment().ends_with(ARRANGE)
}

/// Somebody has changed the address by hand.
fn follow(stage: Stage, fragment: &str) {
    let is_here = stage.started.try_get_untracked().is_some();
    if let Some(key) = is_here.then(|| stage.spot(fragment)).flatten() {
        let is_other = untrack(|| stage.now()).is_some_and(|pose| pose.key != key);
        let is_shown = stage
            .shown
            .with_untracked(|shown| shown.iter().any(|view| view.key == key));
        if is_other && is_shown {
            stage.go_to(&key);
        }
    }
}

/// Where the slides are arranged.
fn go_to_arranging(stage: Stage) {
    page::go(&stage.address(ARRANGE.trim_start_matches('/')));
}
