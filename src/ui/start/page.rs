//! The form that makes a survey: everything is checked as it is typed.

use leptos::{prelude::*, task::spawn_local};

use crate::{
    domain::{
        draft::{Draft, Field, Problem},
        side::Side,
    },
    state::{Workspace, page},
    text::{common, start},
    ui::{
        app::HEADING,
        kit::{Notice, TextField},
        screen::Screen,
    },
};

/// The form and what is wrong with it.
#[derive(Clone, Copy)]
struct Form {
    draft: RwSignal<Draft>,
    problems: Memo<Vec<Problem>>,
    /// Fields that were typed in; the others are not called wrong before the button is pressed.
    touched: RwSignal<Vec<Field>>,
    is_pressed: RwSignal<bool>,
}

/// Names, numbers, and the button that opens the survey.
#[component]
pub(crate) fn StartPage() -> impl IntoView {
    page::set_title(&common::title(start::TITLE));
    let workspace = Workspace::expect();
    let form = Form::new();
    let is_refused = RwSignal::new(false);

    let open = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        form.is_pressed.set(true);
        match form.draft.get_untracked().check() {
            Err(problems) => page::focus(first_id(&problems)),
            Ok(settled) => spawn_local(async move {
                match workspace.create(settled).await {
                    Ok(Some(id)) => Screen::Survey(id).replace(),
                    Ok(None) => page::scroll_to_top(),
                    Err(_) => is_refused.set(true),
                }
            }),
        }
    };

    view! {
        <form class="form" novalidate on:submit=open>
            <h1 id=HEADING tabindex="-1">{start::TITLE}</h1>
            <p class="lead">{start::TEMPLATE}</p>
            {form.field("team", start::TEAM, start::TEAM_HINT, Field::Team)}
            {form.field("company", start::COMPANY, "", Field::Company)}
            <fieldset class="group">
                <legend>{start::INVITED}</legend>
                <div class="group__pair">
                    {form.field("invited-executives", start::invited(Side::Executive), "", Field::Invited(Side::Executive))}
                    {form.field("invited-team", start::invited(Side::Team), "", Field::Invited(Side::Team))}
                </div>
            </fieldset>
            <fieldset class="group">
                <legend>{start::MINIMUM}</legend>
                <p class="small">{start::MINIMUM_HINT}</p>
                <div class="group__pair">
                    {form.field("minimum-executives", start::minimum(Side::Executive), "", Field::Minimum(Side::Executive))}
                    {form.field("minimum-team", start::minimum(Side::Team), "", Field::Minimum(Side::Team))}
                </div>
                {form.tick("consent", start::CONSENT, |draft| &mut draft.executives_consent)}
            </fieldset>
            {form.tick("optional", start::OPTIONAL, |draft| &mut draft.with_optional)}
            <div class="form__end">
                <p class="form__problems" role="status">{move || form.summary()}</p>
                {move || is_refused.get().then(|| view! { <Notice words=start::NO_RANDOMNESS/> })}
                <button class="button" type="submit">{start::OPEN}</button>
                <p class="small">{start::OPEN_HINT}</p>
            </div>
        </form>
    }
}

impl Form {
    fn new() -> Self {
        let draft = RwSignal::new(Draft::default());
        Self {
            draft,
            problems: Memo::new(move |_| {
                draft.with(|draft| draft.check().err().unwrap_or_default())
            }),
            touched: RwSignal::default(),
            is_pressed: RwSignal::new(false),
        }
    }

    /// A field with what is wrong with it.
    fn field(
        self,
        id: &'static str,
        label: &'static str,
        hint: &'static str,
        field: Field,
    ) -> impl IntoView {
        let problem = move || self.problem(field);
        let on_input = move |typed: String| {
            self.draft
                .update(|draft| typed.clone_into(slot(draft, field)));
            self.touched.update(|touched| touched.push(field));
        };
        view! {
            <TextField
                id
                label
                hint
                is_number=matches!(field, Field::Invited(_) | Field::Minimum(_))
                value=Signal::derive(move || self.draft.with(|draft| value(draft, field)))
                problem=Signal::derive(problem)
                on_input
            />
        }
    }

    fn tick(
        self,
        id: &'static str,
        label: &'static str,
        slot: fn(&mut Draft) -> &mut bool,
    ) -> impl IntoView {
        let is_ticked = move || self.draft.with(|draft| *slot(&mut draft.clone()));
        view! {
            <p class="tick">
                <input
                    type="checkbox"
                    id=id
                    prop:checked=is_ticked
                    on:change:target=move |event| {
                        self.draft.update(|draft| *slot(draft) = event.target().checked());
                    }
                />
                <label for=id>{label}</label>
            </p>
        }
    }

    fn problem(self, field: Field) -> Option<String> {
        let is_told =
            self.is_pressed.get() || self.touched.with(|touched| touched.contains(&field));
        let problems = self.problems.get();
        let problem = problems.iter().find(|problem| problem.field == field)?;
        is_told.then(|| start::problem(problem.what))
    }

    fn summary(self) -> Option<String> {
        let problems = self.problems.with(Vec::len);
        (self.is_pressed.get() && problems > 0).then(|| start::to_mend(problems))
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

fn first_id(problems: &[Problem]) -> &'static str {
    match problems.first().map(|problem| problem.field) {
        Some(Field::Team) | None => "team",
        Some(Field::Company) => "company",
        Some(Field::Invited(Side::Executive)) => "invited-executives",
        Some(Field::Invited(Side::Team)) => "invited-team",
        Some(Field::Minimum(Side::Executive)) => "minimum-executives",
        Some(Field::Minimum(Side::Team)) => "minimum-team",
    }
}
