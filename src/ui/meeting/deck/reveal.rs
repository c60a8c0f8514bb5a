//! A gap's slide: the question first, then the two values, the word, and the question to ask.

use leptos::prelude::*;

use super::{
    slide::{Look, heading_of},
    slides::{SlideView, Steps},
    stage::Stage,
};
use crate::{
    chart::{Picture, Reveal, Travel},
    domain::deck::GAP_STEPS,
    text::deck::reveal as words,
    ui::kit::{El, button, el},
};

/// From this step on the word is shown, and the title says what was found.
pub(super) const WORD: u8 = 3;
/// From this step on the question to ask is shown.
const ASK: u8 = GAP_STEPS - 1;
/// The guesses that can be pressed, in points.
const GUESSES: [u8; 11] = [0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100];

/// How far it is shown; everything without a stage.
fn step(stage: Option<Stage>) -> u8 {
    stage.map_or(ASK, Stage::step)
}

/// The question, and once it is answered what was found.
pub(super) fn title(view: &SlideView, steps: &Steps, stage: Option<Stage>) -> El {
    let (question, found) = (steps.question.clone(), view.words.title.clone());
    let longest = if question.len() > found.len() {
        &question
    } else {
        &found
    };
    heading_of(stage, longest).live_text(move || {
        if step(stage) < WORD {
            question.clone().into()
        } else {
            found.clone().into()
        }
    })
}

/// The chart. Its parts are there from the beginning; the step says which are to be seen.
///
/// On a stage the drawing says nothing of itself: its title would give the answer away, under the pointer and to who
/// cannot see it. `question` is what it is called until the answer is there.
pub(super) fn figure(
    chart: &Reveal,
    question: String,
    id: String,
    look: Look,
    stage: Option<Stage>,
) -> El {
    let name = format!("{} {}", chart.title, chart.description);
    let chart = StoredValue::new(chart.clone());
    let guesses = Memo::new(move |_| stage.map(Stage::guesses).unwrap_or_default());
    let drawn = move || {
        let chart = chart.with_value(|chart| Reveal {
            guesses: guesses.with(|guesses| guesses.points().to_vec()),
            ..chart.clone()
        });
        chart.draw(look.format(), look.theme()).ok()
    };
    let travel = move || drawn().map_or((0, 0), |(_, travel)| travel);
    let markup = move || {
        let picture = drawn().map(|(picture, _)| picture);
        let picture = match stage {
            Some(_) => picture.map(Picture::silent),
            None => picture,
        };
        picture.map_or_else(String::new, |picture| picture.on_page(&id))
    };
    let called = move || {
        let known = if step(stage) < WORD { &question } else { &name };
        Some(known.clone().into())
    };
    let figure = el("figure").class("slide__picture reveal");
    let figure = match stage {
        Some(_) => figure.attr("role", "img").live_attr("aria-label", called),
        None => figure,
    };
    figure
        .live_attr("data-step", move || Some(step(stage).to_string().into()))
        .child(
            el("div")
                .class("reveal__drawing")
                .placed(way(travel()))
                .live_markup(markup),
        )
}

/// How far the circle has to go, as CSS declarations in units of the drawing.
fn way((right, down): Travel) -> String {
    format!("--right: {right}px; --down: {down}px")
}

/// What stands under the chart: what to guess, then the word, then the question.
pub(super) fn said(steps: &Steps, stage: Option<Stage>) -> El {
    let Steps {
        to_guess,
        word,
        ask,
        ..
    } = steps.clone();
    let guessing = move || match stage {
        Some(stage) if stage.step() == 0 => Some(guess(to_guess, stage)),
        Some(_) | None => None,
    };
    let told = move || {
        let word = word.clone();
        (step(stage) >= WORD).then(|| el("p").class("slide__line").text(word))
    };
    let asked = move || {
        (step(stage) >= ASK).then(|| {
            el("p")
                .class("reveal__ask")
                .child(el("span").class("reveal__ask-label").text(words::ASK))
                .child(el("span").text(ask))
        })
    };
    el("div")
        .class("reveal__said")
        .live(guessing)
        .live(told)
        .live(asked)
}

/// What there is to guess, and a button for each guess.
fn guess(to_guess: &'static str, stage: Stage) -> El {
    let buttons = GUESSES.map(|points| {
        let is_pressed = move || stage.guesses().points().contains(&points);
        button("guess")
            .live_attr("aria-pressed", move || {
                Some(is_pressed().to_string().into())
            })
            .text(points.to_string())
            // A press leaves the keyboard where it is, so that space goes on and takes no guess back.
            .on_instead("mousedown", || {})
            .on("click", move || {
                let mut guesses = untrack(|| stage.guesses());
                guesses.press(points);
                stage.guess(guesses);
            })
    });
    el("div")
        .class("reveal__guess")
        .child(el("p").class("reveal__question").text(words::GUESS))
        .child(el("p").class("slide__line").text(to_guess))
        .child(
            el("div")
                .class("guesses")
                .attr("role", "group")
                .attr("aria-label", words::GUESSES)
                .children(buttons),
        )
        .child(el("p").class("slide__small").text(words::HOW_TO_GUESS))
}
