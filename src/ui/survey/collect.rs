//! Gathering codes into the box.

use leptos::{prelude::*, task::spawn_local};

use crate::{
    domain::{side::Side, survey::Survey},
    state::{CollectOutcome, SheetKey, Unread, Why, Workspace},
    text::{
        collect::{self, Brought},
        common,
    },
    ui::{
        kit::{Circle, Diamond},
        screen::{Place, Screen, Step},
    },
};

/// Unread codes that are told one by one.
const MOST_TOLD: usize = 5;

/// The field for pasting, what the last paste brought, and how many ballots there are.
#[component]
pub(super) fn CollectSection(
    /// The survey's id.
    id: String,
    /// The survey.
    survey: Survey,
) -> impl IntoView {
    let workspace = Workspace::expect();
    let is_collecting = {
        let id = id.clone();
        Memo::new(move |_| workspace.held(&id).is_some_and(|held| held.is_collecting()))
    };

    view! {
        <Show when=move || is_collecting.get()>
            <section class="step" aria-labelledby="collect">
                <h2 id="collect">{collect::TITLE}</h2>
                <Counts id=id.clone() survey=survey.clone()/>
                <Paste id=id.clone()/>
                <h3>{collect::KIOSK}</h3>
                <p>{collect::KIOSK_HINT}</p>
                <p class="actions">
                    {Side::ALL.map(|side| kiosk_link(&id, side)).collect_view()}
                </p>
            </section>
        </Show>
    }
}

/// The field for pasting.
#[component]
fn Paste(
    /// The survey's id.
    id: String,
) -> impl IntoView {
    let workspace = Workspace::expect();
    let text = RwSignal::new(String::new());
    let is_busy = RwSignal::new(false);
    let said = RwSignal::new(Vec::<String>::new());

    let add = move |_| {
        let pasted = text.get_untracked();
        if pasted.trim().is_empty() {
            said.set(vec![collect::NOTHING_PASTED.to_owned()]);
            return;
        }
        is_busy.set(true);
        let id = id.clone();
        spawn_local(async move {
            let outcome = workspace.collect(id, pasted).await;
            if outcome.added.is_ok() {
                text.set(String::new());
            }
            said.set(sentences(&outcome));
            is_busy.set(false);
        });
    };

    view! {
        <p>{collect::LEAD}</p>
        <label class="field__label" for="codes">{collect::FIELD}</label>
        <textarea
            class="paste"
            id="codes"
            rows="5"
            autocomplete="off"
            spellcheck="false"
            prop:value=text
            on:input:target=move |event| text.set(event.target().value())
        ></textarea>
        <p class="actions">
            <button type="button" class="button" prop:disabled=is_busy on:click=add>
                {move || if is_busy.get() { collect::ADDING } else { collect::ADD }}
            </button>
        </p>
        <div class="said" role="status">
            {move || said.get().into_iter().map(|words| view! { <p>{words}</p> }).collect_view()}
        </div>
    }
}

/// How many ballots of each side there are.
#[component]
fn Counts(
    /// The survey's id.
    id: String,
    /// The survey.
    survey: Survey,
) -> impl IntoView {
    let workspace = Workspace::expect();
    let held = Memo::new(move |_| workspace.held(&id));
    let row = move |side: Side| {
        let ballots = move || held.get().map_or(0, |held| *held.ballots.of(side));
        let mark = match side {
            Side::Executive => view! { <Diamond/> }.into_any(),
            Side::Team => view! { <Circle/> }.into_any(),
        };
        view! {
            <tr>
                <th scope="row">{mark}{common::side(side)}</th>
                <td class="number number--strong">{ballots}</td>
                <td class="number">{*survey.invited.of(side)}</td>
                <td class="number">{*survey.minimum.of(side)}</td>
            </tr>
        }
    };
    let needs = move || {
        let held = held.get()?;
        Some(
            Side::ALL
                .map(|side| need(side, held.needed(side)))
                .collect_view(),
        )
    };

    view! {
        <table class="counts">
            <caption>{collect::COUNTS}</caption>
            <thead>
                <tr>{collect::COLUMNS.map(|head| view! { <th scope="col">{head}</th> }).collect_view()}</tr>
            </thead>
            <tbody aria-live="polite">{Side::ALL.map(row).collect_view()}</tbody>
        </table>
        {needs}
        <p class="small">{collect::NO_RESULTS_YET}</p>
    }
}

fn need(side: Side, more: u32) -> impl IntoView {
    (more > 0).then(|| view! { <p class="need">{collect::needs(side, more)}</p> })
}

fn kiosk_link(id: &str, side: Side) -> impl IntoView + use<> {
    let place = Place {
        key: SheetKey {
            id: id.to_owned(),
            side,
        },
        is_kiosk: true,
        step: Step::Intro,
    };
    view! {
        <a class="button button--quiet" href=Screen::Answer(place).href()>{collect::kiosk(side)}</a>
    }
}

/// What one paste brought, in sentences.
fn sentences(outcome: &CollectOutcome) -> Vec<String> {
    let mut said = Vec::new();
    if let Ok(added) = outcome.added {
        let brought = Brought {
            new: added.new,
            known: added.known,
            other_survey: added.other_survey,
            late: added.late,
        };
        if brought == Brought::default() && outcome.unread.is_empty() {
            said.push(collect::NOTHING_FOUND.to_owned());
        } else {
            said.push(collect::brought(&brought));
        }
    }
    said.extend(outcome.unread.iter().take(MOST_TOLD).map(unread));
    if outcome.unread.len() > MOST_TOLD {
        said.push(collect::more_unread(outcome.unread.len() - MOST_TOLD));
    }
    said
}

fn unread(unread: &Unread) -> String {
    match unread.why {
        Why::CutOff => collect::cut_off(&unread.start),
        Why::Damaged => collect::damaged(&unread.start),
    }
}
