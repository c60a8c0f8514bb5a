//! The results of a closed survey, or of the made-up example.

use leptos::prelude::*;

use super::{
    chart::{ChartView, Look},
    picture::{Subject, pictures},
    table::ResultsTable,
};
use crate::{
    domain::{example, release::Results, side::Side},
    state::{Closed, Day, RefusedCounts, Workspace, page},
    text::{collect, common, home, results},
    ui::{app::HEADING, kit::Notice, screen::Screen},
};

/// The day of the made-up survey.
const EXAMPLE_DAY: Day = Day {
    year: 2026,
    month: 11,
    day: 20,
};

/// The results of a survey on this device.
#[component]
pub(crate) fn ResultsPage(
    /// The survey's id.
    id: String,
) -> impl IntoView {
    let workspace = Workspace::expect();
    let held = {
        let id = id.clone();
        Memo::new(move |_| workspace.is_ready().then(|| workspace.held(&id)))
    };

    move || match held.get() {
        None => view! { <p class="small">{common::OPENING}</p> }.into_any(),
        Some(None) => view! { <Notice words=home::NOT_HERE/> }.into_any(),
        Some(Some(held)) => match held.closed.clone() {
            None => {
                Screen::Survey(id.clone()).replace();
                ().into_any()
            }
            Some(closed) => {
                let subject = subject(&held.kept.survey, &closed);
                let needs = Side::ALL.map(|side| (side, held.needed(side)));
                let back = held.is_collecting().then(|| Screen::Survey(id.clone()));
                view! {
                    <Article subject>
                        <StillNeeded needs=needs.to_vec() back/>
                        <Refused closed/>
                    </Article>
                }
                .into_any()
            }
        },
    }
}

/// The results of a made-up company.
#[component]
pub(crate) fn ExamplePage() -> impl IntoView {
    let survey = example::survey();
    let subject = Subject {
        results: Results::of(&survey, &example::tally()),
        survey,
        day: EXAMPLE_DAY,
    };
    view! {
        <Article subject>
            <Notice words=results::MADE_UP/>
        </Article>
    }
}

fn subject(survey: &crate::domain::survey::Survey, closed: &Closed) -> Subject {
    let opened = [closed.opened.executive, closed.opened.team];
    Subject {
        survey: survey.clone(),
        results: Results::of(survey, &closed.tally),
        day: opened
            .into_iter()
            .flatten()
            .max()
            .unwrap_or_else(page::today),
    }
}

/// Title, remarks, then each picture with its table.
#[component]
fn Article(
    /// What is shown.
    subject: Subject,
    /// What must be said first.
    children: Children,
) -> impl IntoView {
    page::set_title(&common::title(results::TITLE));
    let look = Look::of_page();
    let who = subject.who();
    let parts = pictures(&subject);
    let figures = parts
        .into_iter()
        .map(|part| {
            let (id, named_by) = (part.id.clone(), part.id.clone());
            let (title, drawn) = (part.title.clone(), part.clone());
            view! {
                <section class="part" aria-labelledby=named_by>
                    <h2 class="part__title" id=id>{title}</h2>
                    <ChartView part=drawn look/>
                    <ResultsTable part/>
                </section>
            }
        })
        .collect_view();

    view! {
        <article class="results">
            <h1 id=HEADING tabindex="-1">{results::TITLE}</h1>
            <p class="lead"><bdi>{who}</bdi></p>
            {children()}
            <p>{results::HOW_TO_READ}</p>
            {figures}
            <p class="small">{results::HIDDEN_WHY}" "{results::CAVEAT}</p>
        </article>
    }
}

/// Sides that are under their minimum.
#[component]
fn StillNeeded(
    /// How many more ballots each side needs.
    needs: Vec<(Side, u32)>,
    /// Back to collecting, while that is possible.
    back: Option<Screen>,
) -> impl IntoView {
    let needs: Vec<_> = needs
        .into_iter()
        .filter(|(_, more)| *more > 0)
        .map(|(side, more)| view! { <Notice words=collect::needs(side, more)/> })
        .collect();
    let back = back.map(|screen| {
        view! {
            <p class="actions"><a class="link" href=screen.href()>{results::GO_ON_COLLECTING}</a></p>
        }
    });
    view! {
        {needs}
        {back}
    }
}

/// Ballots that did not open, named.
#[component]
fn Refused(
    /// What closing left.
    closed: Closed,
) -> impl IntoView {
    let sentences: Vec<String> = Side::ALL
        .into_iter()
        .flat_map(|side| refused(side, *closed.refused.of(side)))
        .collect();
    (!sentences.is_empty()).then(|| {
        view! {
            <div class="notice">
                <h2 class="notice__title">{results::REFUSED}</h2>
                {sentences.into_iter().map(|words| view! { <p>{words}</p> }).collect_view()}
            </div>
        }
    })
}

fn refused(side: Side, counts: RefusedCounts) -> Vec<String> {
    let mut sentences = Vec::new();
    if counts.other_side > 0 {
        sentences.push(results::other_side(side, counts.other_side));
    }
    if counts.does_not_open > 0 {
        sentences.push(results::does_not_open(counts.does_not_open));
    }
    if counts.not_answers > 0 {
        sentences.push(results::not_answers(counts.not_answers));
    }
    sentences
}
