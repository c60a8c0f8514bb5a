//! What is typed into the form, and what is wrong with it.

use leptos::prelude::*;

use crate::{
    domain::{
        draft::{Draft, Field, Problem},
        side::Side,
    },
    state::{forget_typed, keep_typed, typed_before},
    text::start,
    ui::kit::{self, El},
};

/// The form and what is wrong with it.
#[derive(Clone, Copy)]
pub(super) struct Form {
    /// What is typed.
    pub(super) draft: RwSignal<Draft>,
    /// Whether the button was pressed: then every problem is told.
    pub(super) is_pressed: RwSignal<bool>,
    problems: Memo<Vec<Problem>>,
    /// Fields that were typed in; the others are not called wrong before the button is pressed.
    touched: RwSignal<Vec<Field>>,
}

impl Form {
    /// The form with what was typed into it in this tab.
    pub(super) fn new() -> Self {
        let draft = RwSignal::new(typed());
        let check =
            move |_: Option<&_>| draft.with(|draft| draft.check().err().unwrap_or_default());
        Self {
            draft,
            is_pressed: RwSignal::new(false),
            problems: Memo::new(check),
            touched: RwSignal::default(),
        }
    }

    /// A field with what is wrong with it.
    pub(super) fn field(self, field: Field) -> El {
        let (label, hint) = words(field);
        let on_input = move |typed: String| {
            keep_typed(id(field), &typed);
            self.draft
                .update(|draft| typed.clone_into(slot(draft, field)));
            self.touched.update(|touched| touched.push(field));
        };
        kit::Field {
            id: id(field),
            label,
            hint,
            is_number: matches!(field, Field::Invited(_) | Field::Minimum(_)),
            value: Signal::derive(move || self.draft.with(|draft| value(draft, field))),
            problem: Signal::derive(move || self.problem(field)),
            on_input: Callback::new(on_input),
        }
        .view()
    }

    /// How many things are to be mended, once the button was pressed.
    pub(super) fn summary(self) -> Option<String> {
        let problems = self.problems.with(Vec::len);
        (self.is_pressed.get() && problems > 0).then(|| start::to_mend(problems))
    }

    fn problem(self, field: Field) -> Option<String> {
        let is_told =
            self.is_pressed.get() || self.touched.with(|touched| touched.contains(&field));
        let problems = self.problems.get();
        let problem = problems.iter().find(|problem| problem.field == field)?;
        is_told.then(|| start::problem(problem.what))
    }
}

/// All fields of text.
const FIELDS: [Field; 6] = [
    Field::Team,
    Field::Company,
    Field::Invited(Side::Executive),
    Field::Invited(Side::Team),
    Field::Minimum(Side::Executive),
    Field::Minimum(Side::Team),
];
/// The id of the tick for smaller groups of executives.
pub(super) const CONSENT: &str = "consent";
/// The id of the tick for the optional questions.
pub(super) const OPTIONAL: &str = "optional";

/// What was typed in this tab before.
fn typed() -> Draft {
    let mut draft = Draft::default();
    for field in FIELDS {
        if let Some(text) = typed_before(id(field)) {
            *slot(&mut draft, field) = text;
        }
    }
    draft.executives_consent = typed_before(CONSENT).is_some();
    draft.with_optional = typed_before(OPTIONAL).is_some();
    draft
}

/// Keeps whether something is ticked.
pub(super) fn keep_tick(id: &str, is_ticked: bool) {
    if is_ticked {
        keep_typed(id, "");
    } else {
        forget_typed(id);
    }
}

/// The survey is made.
pub(super) fn forget() {
    for field in FIELDS {
        forget_typed(id(field));
    }
    forget_typed(CONSENT);
    forget_typed(OPTIONAL);
}

/// The id of a field on the page.
pub(super) fn id(field: Field) -> &'static str {
    match field {
        Field::Team => "team",
        Field::Company => "company",
        Field::Invited(Side::Executive) => "invited-executives",
        Field::Invited(Side::Team) => "invited-team",
        Field::Minimum(Side::Executive) => "minimum-executives",
        Field::Minimum(Side::Team) => "minimum-team",
    }
}

fn words(field: Field) -> (&'static str, &'static str) {
    match field {
        Field::Team => (start::TEAM, start::TEAM_HINT),
        Field::Company => (start::COMPANY, ""),
        Field::Invited(side) => (start::invited(side), ""),
        Field::Minimum(side) => (start::minimum(side), ""),
    }
}

fn value(draft: &Draft, field: Field) -> String {
    slot(&mut draft.clone(), field).clone()
}

fn slot(draft: &mut Draft, field: Field) -> &mut String {
    match field {
        Field::Team => &mut draft.team,
        Field::Company => &mut draft.company,
        Field::Invited(side) => draft.invited.of_mut(side),
        Field::Minimum(side) => draft.minimum.of_mut(side),
    }
}
