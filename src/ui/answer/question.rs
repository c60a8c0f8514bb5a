//! One question.

use leptos::prelude::*;

use super::{keys, options::Options};
use crate::{
    domain::{
        scale::Scale,
        sheet::{Answer, asked},
        side::Side,
        survey::Item,
    },
    state::{Sitting, Workspace},
    text::answer,
    ui::{
        app::HEADING,
        screen::{Place, Screen, Step},
    },
};

/// The dimension, the question, its options, and the way back and on.
#[component]
pub(super) fn Question(
    /// Where this is.
    place: Place,
    /// Who is answering.
    sitting: Sitting,
    /// Which question, counted from 1.
    number: usize,
) -> impl IntoView {
    let workspace = Workspace::expect();
    let side = sitting.key.side;
    let items = asked(&sitting.invitation.survey, side);
    let of = items.len();
    let index = number - 1;

    let given = Memo::new(move |_| given(workspace, index));
    let on_answer = Callback::new(move |answer| workspace.answer(index, answer));
    let (back, next) = (before(&place, number), after(&place, number, of));
    let Some(item) = items.get(index).cloned() else {
        return ().into_any();
    };
    let dimension = dimension_of(&sitting, &item);
    keys::listen(item.scale, side, given, on_answer, next.clone());

    view! {
        <div class="question">
            <Progress number of/>
            <p class="question__dimension">{dimension}</p>
            <fieldset class="question__body">
                <legend class="question__legend" id=HEADING tabindex="-1">
                    {wording(&item, side)}
                </legend>
                <Options scale=item.scale side given on_answer/>
            </fieldset>
            <Ways back next given is_last=number == of/>
            <p class="question__keys">{answer::KEYS}</p>
        </div>
    }
    .into_any()
}

/// How far one is.
#[component]
fn Progress(
    /// Which question, counted from 1.
    number: usize,
    /// How many there are.
    of: usize,
) -> impl IntoView {
    view! {
        <div class="progress">
            <p class="progress__words" aria-hidden="true">{answer::progress(number, of)}</p>
            <progress
                class="progress__line"
                max=of
                prop:value=number as f64
                aria-label=answer::progress_spoken(number, of)
            ></progress>
        </div>
    }
}

/// Back, and on.
#[component]
fn Ways(
    /// The screen before.
    back: Screen,
    /// The screen after.
    next: Screen,
    /// The answer so far.
    given: Memo<Option<Answer>>,
    /// Whether this is the last question.
    is_last: bool,
) -> impl IntoView {
    let label = move || match (given.get(), is_last) {
        (None, _) => answer::SKIP,
        (Some(_), false) => answer::NEXT,
        (Some(_), true) => answer::REVIEW,
    };
    view! {
        <p class="question__ways">
            <a class="link link--quiet" href=back.href()>{crate::text::common::BACK}</a>
            <a class="button" class:button--quiet=move || given.get().is_none() href=next.href()>{label}</a>
        </p>
    }
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

/// The question; a guess begins with its common lead.
fn wording(item: &Item, side: Side) -> AnyView {
    let words = item.question.of(side).to_string();
    if item.scale == Scale::PeopleInTen && side == Side::Executive {
        return view! {
            <span class="question__lead">{answer::OUT_OF_TEN}</span>
            " "
            {words}
        }
        .into_any();
    }
    words.into_any()
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
