//! A labelled field with its hint and its problem beside it.

use leptos::prelude::*;

/// A one-line field.
#[component]
pub(crate) fn TextField(
    /// The field's id on the page.
    id: &'static str,
    /// What is to be filled in.
    label: &'static str,
    /// How, if that needs words.
    #[prop(default = "")]
    hint: &'static str,
    /// Whether it takes a whole number.
    #[prop(default = false)]
    is_number: bool,
    /// What is in it.
    #[prop(into)]
    value: Signal<String>,
    /// What is wrong with it.
    #[prop(into)]
    problem: Signal<Option<String>>,
    /// Called with every change.
    #[prop(into)]
    on_input: Callback<String>,
) -> impl IntoView {
    let hint_id = format!("{id}-hint");
    let problem_id = format!("{id}-problem");
    let described_by = format!("{hint_id} {problem_id}");
    let mode = if is_number { "numeric" } else { "text" };

    view! {
        <div class="field" class:field--number=is_number>
            <label class="field__label" for=id>{label}</label>
            <span class="field__hint" id=hint_id>{hint}</span>
            <input
                class="field__input"
                id=id
                type="text"
                inputmode=mode
                autocomplete="off"
                prop:value=value
                aria-describedby=described_by
                aria-invalid=move || problem.with(Option::is_some).to_string()
                on:input:target=move |event| on_input.run(event.target().value())
            />
            <span class="field__problem" id=problem_id aria-live="polite">{problem}</span>
        </div>
    }
}
