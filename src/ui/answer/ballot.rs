//! A ballot link was opened: on the device of its survey, or on any other.

use leptos::{prelude::*, task::spawn_local};

use crate::{
    state::{Brought, Came, LinkError, Workspace, page},
    text::{bad, carried, common},
    ui::{
        copy_button::Copyable,
        kit::{El, actions, el, heading, lead, link, paragraph, small},
        message::{message, to_how},
        screen::Screen,
    },
};

/// Where the link stands on the page.
const LINK: &str = "ballot-link";

/// Brings the ballot into its box, or says what to do with it.
pub(crate) fn ballot_page(fragment: String) -> El {
    let workspace = Workspace::expect();
    page::set_title(&common::title(carried::BALLOT_TITLE));
    let address = format!("{}#{fragment}", page::beside(page::ANSWERING));
    let said = RwSignal::new(None::<Brought>);
    spawn_local(async move {
        match workspace.bring_ballot(&fragment).await {
            // In place of the link: it has done what it was for.
            Brought::Here(id, came) => Screen::CameIn(id, came).replace(),
            other @ (Brought::Elsewhere(_) | Brought::NotKept(_) | Brought::Broken(_)) => {
                said.set(Some(other));
            }
        }
    });
    el("div").live(move || {
        Some(match said.get() {
            None | Some(Brought::Here(..)) => small(carried::BALLOT_LOOKING),
            Some(Brought::Elsewhere(whose)) => elsewhere(whose, address.clone()),
            Some(Brought::NotKept(_)) => {
                message(carried::BALLOT_TITLE, carried::BALLOT_NOT_KEPT, to_how())
            }
            Some(Brought::Broken(why)) => message(bad::LINK_TITLE, broken(why), to_how()),
        })
    })
}

fn broken(why: LinkError) -> &'static str {
    match why {
        LinkError::CutShort => carried::BALLOT_CUT,
        LinkError::Damaged | LinkError::Impossible => carried::BALLOT_DAMAGED,
        LinkError::OtherVersion(_) => bad::LINK_VERSION,
    }
}

/// Not the device of its survey: whose it is for, and how to send it there.
fn elsewhere(whose: Option<(String, Option<String>)>, address: String) -> El {
    let words = match whose {
        Some((team, company)) => carried::ballot_is_for(&team, company.as_deref()),
        None => carried::BALLOT_IS_FOR_SOMEBODY.to_owned(),
    };
    let copy = Copyable {
        label: carried::COPY_BALLOT,
        name: carried::COPY_BALLOT,
        text: address.clone(),
        shown_in: LINK,
        class: "button",
    };
    el("div")
        .class("message")
        .child(heading(carried::BALLOT_TITLE))
        .child(lead(words))
        .child(el("p").class("way__link").id(LINK).text(address))
        .child(actions().child(copy.button()))
        .child(paragraph(carried::BALLOT_TELLS_NOTHING))
}

/// A ballot came in, in words that stay after a reload.
pub(crate) fn came_in(id: String, came: Came) -> El {
    let workspace = Workspace::expect();
    spawn_local(workspace.open_if_present());
    let (title, words): (_, fn(&str) -> String) = match came {
        Came::New => (carried::BALLOT_CAME, carried::ballot_came),
        Came::Again => (carried::BALLOT_CAME_AGAIN, carried::ballot_came),
        Came::Late => (carried::BALLOT_CAME_LATE, carried::ballot_came_late),
    };
    page::set_title(&common::title(title));
    // All at once: a button that moves on when the words above it come is missed.
    el("div").live(move || {
        let held = workspace.held(&id)?;
        let survey = Screen::Survey(id.clone()).href();
        let to_survey = link("button", survey, carried::TO_SURVEY);
        let said = el("div")
            .class("message")
            .child(heading(title))
            .child(lead(words(&held.survey().team)))
            .child(actions().child(to_survey));
        Some(said)
    })
}
