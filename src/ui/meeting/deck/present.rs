//! The slides, one at a time.

use std::borrow::Cow;

use leptos::prelude::*;

use super::{
    bar::{Said, bar},
    handout::handout,
    reveal::WORD,
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
pub(super) fn present(stage: Stage, said: Said) -> El {
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
                .live_text(telling(stage)),
        )
        .child(bar(stage, said))
        .child(handout(stage))
}

/// What a screen reader says of what is shown, and of the slide's place when it comes.
pub(in crate::ui::meeting) fn telling(stage: Stage) -> impl Fn() -> Cow<'static, str> + Copy {
    // The step at which the slide has come: back into a gap that is told, that is its last.
    let came = Memo::new(move |before: Option<&Option<(usize, Key)>>| {
        let pose = stage.now()?;
        let is_same = |(_, key): &&(usize, Key)| *key == pose.key;
        let before = before.and_then(Option::as_ref).filter(is_same);
        let now = || (usize::from(pose.step), pose.key.clone());
        Some(before.cloned().unwrap_or_else(now))
    });
    move || {
        let step = usize::from(stage.step());
        let has_come = came.get().is_some_and(|(at, _)| at == step);
        told(stage, step, has_come).into()
    }
}

fn told(stage: Stage, step: usize, has_come: bool) -> String {
    let Some((number, view)) = stage.slide() else {
        return String::new();
    };
    let all = stage.shown.with(Vec::len);
    let Some(steps) = view.steps else {
        return presenting::arrived(number, all, &view.words.title);
    };
    let said = steps.told.get(step).cloned().unwrap_or_default();
    let is_own = usize::from(WORD) == step && view.words.title != view.made_title;
    let said = if is_own {
        reveal::found(&view.words.title, &said)
    } else {
        said
    };
    match (step, stage.guesses().points()) {
        (0, []) => presenting::arrived(number, all, &said),
        (0, guesses) => reveal::guessed(guesses),
        (_, _) if has_come => presenting::arrived(number, all, &said),
        (_, _) => said,
    }
}
