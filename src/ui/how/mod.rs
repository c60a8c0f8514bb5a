//! How it works, and who can read what.

use leptos::prelude::*;

use crate::{
    state::page,
    text::{common, home, how},
    ui::{app::HEADING, screen::Screen},
};

/// The explanation, one short part after another.
#[component]
pub(crate) fn HowPage() -> impl IntoView {
    page::set_title(&common::title(how::TITLE));

    view! {
        <article class="prose">
            <h1 id=HEADING tabindex="-1">{how::TITLE}</h1>
            {how::PARTS.iter().map(part).collect_view()}
            <p class="actions">
                <a class="button" href=Screen::Start.href()>{home::START}</a>
                <a class="link" href=Screen::Example.href()>{home::EXAMPLE}</a>
            </p>
        </article>
    }
}

fn part((heading, sentences): &how::Part) -> impl IntoView + use<> {
    view! {
        <section>
            <h2>{*heading}</h2>
            {sentences.iter().map(|words| view! { <p>{*words}</p> }).collect_view()}
        </section>
    }
}
