//! A survey link was opened.

use leptos::prelude::*;

use crate::{
    state::{LinkError, Workspace, page},
    text::{bad, common, home},
    ui::{
        app::HEADING,
        screen::{Place, Screen, Step},
    },
};

use super::intro::Intro;

/// Goes on to the sheet, or says what is wrong with the link.
#[component]
pub(crate) fn LinkPage(
    /// The part of the address after `#`.
    fragment: String,
) -> impl IntoView {
    let workspace = Workspace::expect();

    match workspace.open_link(&fragment) {
        Ok(sitting) => {
            let step = if sitting.code.is_some() {
                Step::HandedIn
            } else {
                Step::Intro
            };
            let place = Place {
                key: sitting.key.clone(),
                is_kiosk: false,
                step,
            };
            // Where nothing can be kept the link stays in the address, so that a reload can open it again.
            if sitting.is_kept || sitting.code.is_some() {
                let screen = Screen::Answer(place.clone());
                leptos::task::spawn_local(async move { screen.replace() });
            }
            view! { <Intro place sitting/> }.into_any()
        }
        Err(error) => bad_link(error).into_any(),
    }
}

fn bad_link(error: LinkError) -> impl IntoView {
    page::set_title(&common::title(bad::LINK_TITLE));
    let words = match error {
        LinkError::CutShort => bad::LINK_CUT,
        LinkError::Damaged => bad::LINK_DAMAGED,
        LinkError::OtherVersion(_) => bad::LINK_VERSION,
        LinkError::Impossible => bad::LINK_IMPOSSIBLE,
    };
    view! {
        <div class="message">
            <h1 id=HEADING tabindex="-1">{bad::LINK_TITLE}</h1>
            <p class="lead">{words}</p>
            <p class="actions">
                <a class="link" href=Screen::How.href()>{home::HOW}</a>
            </p>
        </div>
    }
}
