//! The form that makes a survey: everything is checked as it is typed.

use leptos::{prelude::*, task::spawn_local};

use super::form::{self, Form};
use crate::{
    domain::{draft::Field, side::Side},
    state::{Workspace, page},
    text::{common, start},
    ui::{
        kit::{El, el, heading, lead, notice, small, spoken, tick},
        screen::Screen,
    },
};

/// Names, numbers, and the button that opens the survey.
pub(crate) fn page() -> El {
    page::set_title(&common::title(start::TITLE));
    let workspace = Workspace::expect();
    let form = Form::new();
    let is_refused = RwSignal::new(false);

    el("form")
        .class("form")
        .attr("novalidate", "")
        .on_instead("submit", move || open(workspace, form, is_refused))
        .child(heading(start::TITLE))
        .child(lead(start::TEMPLATE))
        .child(form.field(Field::Team))
        .child(form.field(Field::Company))
        .child(group(start::INVITED).child(pair(form, Field::Invited)))
        .child(minimum(form))
        .child(optional(form))
        .child(end(form, is_refused))
}

fn open(workspace: Workspace, form: Form, is_refused: RwSignal<bool>) {
    form.is_pressed.set(true);
    match form.draft.get_untracked().check() {
        Err(problems) => {
            if let Some(first) = problems.first() {
                page::focus(form::id(first.field));
            }
        }
        Ok(settled) => spawn_local(async move {
            match workspace.create(settled).await {
                Ok(Some(id)) => {
                    form::forget();
                    Screen::Survey(id).replace();
                }
                Ok(None) => page::scroll_to_top(),
                Err(_) => is_refused.set(true),
            }
        }),
    }
}

fn group(title: &'static str) -> El {
    el("fieldset")
        .class("group")
        .child(el("legend").text(title))
}

fn pair(form: Form, field: fn(Side) -> Field) -> El {
    el("div")
        .class("group__pair")
        .children(Side::ALL.map(|side| form.field(field(side))))
}

fn minimum(form: Form) -> El {
    let consent = tick(
        form::CONSENT,
        start::CONSENT,
        move || form.draft.with(|draft| draft.executives_consent),
        move |is_on| {
            form::keep_tick(form::CONSENT, is_on);
            form.draft.update(|draft| draft.executives_consent = is_on);
        },
    );
    group(start::MINIMUM)
        .child(small(start::MINIMUM_HINT))
        .child(pair(form, Field::Minimum))
        .child(consent)
}

fn optional(form: Form) -> El {
    tick(
        form::OPTIONAL,
        start::OPTIONAL,
        move || form.draft.with(|draft| draft.with_optional),
        move |is_on| {
            form::keep_tick(form::OPTIONAL, is_on);
            form.draft.update(|draft| draft.with_optional = is_on);
        },
    )
}

fn end(form: Form, is_refused: RwSignal<bool>) -> El {
    let summary = move || {
        form.summary()
            .map(|words| el("p").class("form__problems").text(words))
    };
    el("div")
        .class("form__end")
        .child(spoken().live(summary))
        .live(move || is_refused.get().then(|| notice(start::NO_RANDOMNESS)))
        .child(
            el("button")
                .class("button")
                .attr("type", "submit")
                .text(start::OPEN),
        )
        .child(small(start::OPEN_HINT))
}
