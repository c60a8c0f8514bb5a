//! The options of a question: radio buttons, "don't know" last and set apart.

use leptos::prelude::*;

use crate::{
    domain::{
        scale::{Pick, Scale},
        sheet::Answer,
        side::Side,
    },
    text::scale,
    ui::kit::{El, el, small},
};

/// The id of "don't know".
const UNSURE: &str = "option-unsure";

/// All options of a scale; `on_answer` is called with the one that the person chooses.
pub(super) fn options(
    scale: Scale,
    side: Side,
    given: Memo<Option<Answer>>,
    on_answer: Callback<Answer>,
) -> El {
    let is_numbers = scale::is_numbers(scale, side);
    let class = if is_numbers {
        "options options--numbers"
    } else {
        "options"
    };
    let picks = scale.picks(side).map(|pick| {
        let words = scale::option(scale, side, pick);
        option(words, Answer::Picked(pick), given, on_answer)
    });
    let unsure = scale::unsure(scale, side).to_owned();
    el("div")
        .class("options-box")
        .child(el("div").class(class).children(picks))
        .maybe(is_numbers.then(|| {
            el("div")
                .class("options__unit")
                .attr("aria-hidden", "true")
                .child(small(scale::unit(scale)))
        }))
        .child(el("div").class("options__apart").child(option(
            unsure,
            Answer::Unsure,
            given,
            on_answer,
        )))
}

/// A radio button.
pub(super) fn radio(name: &'static str, id: impl Into<std::borrow::Cow<'static, str>>) -> El {
    el("input").attr("type", "radio").attr("name", name).id(id)
}

/// The id of an answer's radio button.
pub(super) fn id_of(answer: Answer) -> String {
    match answer {
        Answer::Picked(pick) => id(pick),
        Answer::Unsure => UNSURE.to_owned(),
    }
}

fn id(pick: Pick) -> String {
    format!("option-{}", pick.index())
}

fn option(
    words: String,
    answer: Answer,
    given: Memo<Option<Answer>>,
    on_answer: Callback<Answer>,
) -> El {
    let id = id_of(answer);
    let input = radio("answer", id.clone())
        .live_switch("checked", move || given.get() == Some(answer))
        .on("change", move || on_answer.run(answer));
    el("label")
        .class("option")
        .attr("for", id)
        .child(input)
        .child(el("span").text(words))
}
