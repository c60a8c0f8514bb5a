//! The slides, one at a time.

use leptos::prelude::*;

use super::{
    bar::bar,
    handout::handout,
    slide::{Look, slide},
    stage::Stage,
};
use crate::{
    domain::deck::{Key, Show},
    state::page::{self, Swipe},
    text::deck::{presenting, reveal},
    ui::kit::{El, el},
};

/// The slides, one at a time, with the buttons below them and, for paper only, all of them.
pub(super) fn present(stage: Stage) -> El {
    let look = Look::of_page();
    let shown: Memo<Option<(usize, Key)>> = Memo::new(move |_| {
        let (number, view) = stage.slide()?;
        Some((number, view.key))
    });
    Effect::new(move |_| {
        // A memo that is only tracked is never made, and so never says that it has changed.
        let _ = shown.get();
        stage.remember();
    });
    page::on_swipe(move |swipe| match swipe {
        Swipe::Left => stage.go(Show::forward),
        Swipe::Right => stage.go(Show::back),
    });
    let present = move || {
        let _ = (shown.get(), stage.all.with(Vec::len));
        let (number, view) = untrack(|| stage.slide())?;
        Some(slide(&view, number, "slide".to_owned(), look, Some(stage)))
    };
    el("div")
        .class("present")
        .child(
            el("section")
                .class("stage")
                .attr("aria-label", presenting::SLIDES)
                .child(el("div").class("stage__frame").live(present)),
        )
        .child(
            el("div")
                .class("visually-hidden")
                .attr("role", "status")
                .live_text(move || told(stage).into()),
        )
        .child(bar(stage))
        .child(handout(stage))
}

/// What a screen reader says of what is shown now.
pub(in crate::ui::meeting) fn told(stage: Stage) -> String {
    let Some((number, view)) = stage.slide() else {
        return String::new();
    };
    let all = stage.shown.with(Vec::len);
    let Some(steps) = view.steps else {
        return presenting::arrived(number, all, &view.words.title);
    };
    let (step, guesses) = (stage.step(), stage.guesses());
    let said = steps
        .told
        .get(usize::from(step))
        .cloned()
        .unwrap_or_default();
    match (step, guesses.points()) {
        (0, []) => presenting::arrived(number, all, &said),
        (0, guesses) => reveal::guessed(guesses),
        (_, _) => said,
    }
}
