//! One question.

use leptos::prelude::*;

use super::{keys, options::options};
use crate::{
    domain::{
        sheet::{Answer, asked},
        survey::Item,
    },
    state::{Sitting, Workspace},
    text::{answer, common},
    ui::{
        kit::{El, HEADING, el, link, paragraph},
        screen::{Place, Screen, Step},
    },
};

/// The dimension, the question, its options, and the way back and on.
pub(super) fn question(place: &Place, sitting: &Sitting, number: usize) -> El {
    let workspace = Workspace::expect();
    let side = sitting.key.side;
    let items = asked(&sitting.invitation.survey, side);
    let (of, index) = (items.len(), number - 1);
    let given = Memo::new(move |_| given(workspace, index));
    let on_answer = Callback::new(move |answer| workspace.answer(index, answer));
    let (back, next) = (before(place, number), after(place, number, of));
    let Some(item) = items.get(index) else {
        return el("div");
    };
    keys::listen(item.scale, side, given, on_answer, next.clone());

    let words = el("h1")
        .class("question__words")
        .id(HEADING)
        .attr("tabindex", "-1")
        .maybe(answer::opening(item.scale, side).map(|words| {
            el("span")
                .class("question__lead")
                .text(format!("{words}… "))
        }))
        .text(item.question.of(side).clone());
    let body = el("div")
        .class("question__body")
        .attr("role", "radiogroup")
        .attr("aria-labelledby", HEADING)
        .child(words)
        .child(options(item.scale, side, given, on_answer));
    el("div")
        .class("question")
        .child(progress(number, of))
        .child(paragraph(dimension_of(sitting, item)).class("question__dimension"))
        .child(body)
        .child(ways(&back, &next, given, number == of))
        .child(paragraph(answer::KEYS).class("question__keys"))
}

/// How far one is.
fn progress(number: usize, of: usize) -> El {
    let line = el("progress")
        .class("progress__line")
        .attr("max", of.to_string())
        .attr("value", number.to_string())
        .attr("aria-label", answer::progress_spoken(number, of));
    el("div")
        .class("progress")
        .child(
            paragraph(answer::progress(number, of))
                .class("progress__words")
                .attr("aria-hidden", "true"),
        )
        .child(line)
}

/// Back, and on.
fn ways(back: &Screen, next: &Screen, given: Memo<Option<Answer>>, is_last: bool) -> El {
    let next = next.href();
    let on = move || {
        let (class, label) = match (given.get(), is_last) {
            (None, _) => ("button button--quiet", answer::SKIP),
            (Some(_), false) => ("button", answer::NEXT),
            (Some(_), true) => ("button", answer::REVIEW),
        };
        Some(link(class, next.clone(), label))
    };
    el("div")
        .class("question__ways")
        .child(link("link link--quiet", back.href(), common::BACK))
        .live(on)
}

fn given(workspace: Workspace, index: usize) -> Option<Answer> {
    let sitting = workspace.sitting()?;
    sitting.sheet.answers().get(index).copied().flatten()
}

fn dimension_of(sitting: &Sitting, item: &Item) -> String {
    let dimensions = sitting.invitation.survey.dimensions();
    dimensions
        .into_iter()
        .find(|dimension| dimension.items.contains(item))
        .map_or_else(String::new, |dimension| dimension.name.into_owned())
}

fn before(place: &Place, number: usize) -> Screen {
    match number {
        1 => place.at(Step::Intro),
        _ => place.at(Step::Question(number - 1)),
    }
}

fn after(place: &Place, number: usize, of: usize) -> Screen {
    if number < of {
        place.at(Step::Question(number + 1))
    } else {
        place.at(Step::Review)
    }
}
