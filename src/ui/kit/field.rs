//! Labelled fields.

use leptos::prelude::*;

use super::el::{El, el};

/// A one-line field with its hint and its problem beside it.
pub(crate) struct Field {
    /// The field's id on the page.
    pub(crate) id: &'static str,
    /// What is to be filled in.
    pub(crate) label: &'static str,
    /// How, if that needs words.
    pub(crate) hint: &'static str,
    /// Whether it takes a whole number.
    pub(crate) is_number: bool,
    /// What is in it.
    pub(crate) value: Signal<String>,
    /// What is wrong with it.
    pub(crate) problem: Signal<Option<String>>,
    /// Called with every change.
    pub(crate) on_input: Callback<String>,
}

impl Field {
    /// The field on the page.
    pub(crate) fn view(self) -> El {
        let Self {
            id, value, problem, ..
        } = self;
        let (hint_id, problem_id) = (format!("{id}-hint"), format!("{id}-problem"));
        let on_input = self.on_input;
        let input = el("input")
            .class("field__input")
            .id(id)
            .attr("type", "text")
            .attr("inputmode", if self.is_number { "numeric" } else { "text" })
            .attr("autocomplete", "off")
            .attr("aria-describedby", format!("{hint_id} {problem_id}"))
            .live_attr("aria-invalid", move || problem.get().map(|_| "true".into()))
            .live_value(move || value.get())
            .on_text(move |typed| on_input.run(typed));
        let class = if self.is_number {
            "field field--number"
        } else {
            "field"
        };
        el("div")
            .class(class)
            .child(
                el("label")
                    .class("field__label")
                    .attr("for", id)
                    .text(self.label),
            )
            .child(el("span").class("field__hint").id(hint_id).text(self.hint))
            .child(input)
            .child(
                el("span")
                    .class("field__problem")
                    .id(problem_id)
                    .attr("aria-live", "polite")
                    .live(move || problem.get().map(|words| el("span").text(words))),
            )
    }
}

/// A box to tick.
pub(crate) fn tick(
    id: &'static str,
    label: &'static str,
    is_ticked: impl Fn() -> bool + Send + 'static,
    on_tick: impl Fn(bool) + 'static,
) -> El {
    el("p")
        .class("tick")
        .child(
            el("input")
                .attr("type", "checkbox")
                .id(id)
                .live_switch("checked", is_ticked)
                .on_tick(on_tick),
        )
        .child(el("label").attr("for", id).text(label))
}
