//! All slides, for paper only: one a page, everything shown.

use leptos::prelude::*;

use super::{
    slide::{Look, slide},
    slides::SlideView,
    stage::Stage,
};
use crate::{
    domain::deck::Key,
    ui::kit::{El, el},
};

/// All slides for paper; on a screen they are not to be seen.
pub(super) fn handout(stage: Stage) -> El {
    let keys = keys_of(stage.shown);
    el("div")
        .class("handout")
        .attr("aria-hidden", "true")
        .live(move || {
            let pages = keys.get().into_iter().zip(1..);
            let pages = pages.map(|(key, number)| page(stage, key, number));
            Some(el("div").class("handout__pages").children(pages))
        })
}

/// One page. While somebody types a title, only the page of that slide is drawn anew.
fn page(stage: Stage, key: Key, number: usize) -> El {
    let view = view_of(stage.shown, key);
    el("div").class("handout__page").live(move || {
        let id = format!("print-{number}");
        Some(slide(&view.get()?, number, id, Look::of_paper(), None))
    })
}

/// What these slides are found by, in order; it changes where one comes, goes or moves, and not with its words.
pub(super) fn keys_of(slides: Memo<Vec<SlideView>>) -> Memo<Vec<Key>> {
    Memo::new(move |_| {
        slides.with(|slides| {
            let keys = slides.iter().map(|view| view.key.clone());
            keys.collect()
        })
    })
}

/// The slide that is found by `key`, as long as it is among these.
pub(super) fn view_of(slides: Memo<Vec<SlideView>>, key: Key) -> Memo<Option<SlideView>> {
    Memo::new(move |_| slides.with(|slides| slides.iter().find(|view| view.key == key).cloned()))
}
