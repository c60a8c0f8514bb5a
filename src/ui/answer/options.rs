//! The options of a question: radio buttons, "don't know" last and set apart.

use leptos::prelude::*;

use crate::{
    domain::{
        scale::{Pick, Scale},
        sheet::Answer,
        side::Side,
    },
    text::scale,
};

/// All options of a scale.
#[component]
pub(super) fn Options(
    /// How the item is answered.
    scale: Scale,
    /// Who answers.
    side: Side,
    /// The answer so far.
    given: Memo<Option<Answer>>,
    /// Called with the answer that the person chooses.
    on_answer: Callback<Answer>,
) -> impl IntoView {
    let is_numbers = scale::is_numbers(scale, side);
    let pick = move |pick: Pick| {
        let words = scale::option(scale, side, pick);
        view! { <OneOption id=id(pick) words answer=Answer::Picked(pick) given on_answer/> }
    };
    let unit = scale::unit(scale);

    view! {
        <div class="options" class:options--numbers=is_numbers>
            {scale.picks(side).map(pick).collect_view()}
        </div>
        {is_numbers.then(|| view! { <p class="options__unit small" aria-hidden="true">{unit}</p> })}
        <div class="options__apart">
            <OneOption
                id=UNSURE.to_owned()
                words=scale::unsure(scale, side).to_owned()
                answer=Answer::Unsure
                given
                on_answer
            />
        </div>
    }
}

/// The id of "don't know".
const UNSURE: &str = "option-unsure";

fn id(pick: Pick) -> String {
    format!("option-{}", pick.index())
}

/// The id of an answer's radio button.
pub(super) fn id_of(answer: Answer) -> String {
    match answer {
        Answer::Picked(pick) => id(pick),
        Answer::Unsure => UNSURE.to_owned(),
    }
}

/// One radio button.
#[component]
fn OneOption(
    /// Its id on the page.
    id: String,
    /// What it says.
    words: String,
    /// What it means.
    answer: Answer,
    /// The answer so far.
    given: Memo<Option<Answer>>,
    /// Called when it is chosen.
    on_answer: Callback<Answer>,
) -> impl IntoView {
    let for_id = id.clone();

    view! {
        <label class="option" for=for_id>
            <input
                type="radio"
                name="answer"
                id=id
                prop:checked=move || given.get() == Some(answer)
                on:change=move |_| on_answer.run(answer)
            />
            <span class="option__words">{words}</span>
        </label>
    }
}
