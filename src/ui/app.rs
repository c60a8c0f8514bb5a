//! The documents of the site: how each begins, and the screens that each shows.

use leptos::{mount::mount_to_body, task::spawn_local};

use super::{
    answer, camera, device,
    frame::framed,
    home, how,
    kit::{El, small},
    meeting, message, poster, receipts, results,
    screen::{Document, Screen, follow_query},
    start, survey,
};
use crate::{
    state::{Workspace, page},
    text::{self, bad, common},
};

/// The element of `index.html` that stands in until the app is there.
const SHELL: &str = "shell";
/// Shows what organisers need: `index.html`.
pub fn mount() {
    Document::Organising.is_here();
    mount_to_body(|| framed(opened(), show).show());
    page::shell_gone(SHELL);
}

/// Shows what respondents need: `answer.html`.
pub fn mount_answering() {
    Document::Answering.is_here();
    mount_to_body(|| {
        let workspace = Workspace::new();
        // The same sheet may be open in another tab.
        page::on_return(move || workspace.catch_up());
        framed(workspace, show_answering).show();
    });
    page::shell_gone(SHELL);
}

/// Shows results: `results.html`.
pub fn mount_showing() {
    Document::Showing.is_here();
    mount_to_body(|| {
        follow_query();
        let page = framed(opened(), show_results);
        results::take_what_is_dropped();
        page.show();
    });
    page::shell_gone(SHELL);
}

/// Shows what this device keeps: `device.html`.
pub fn mount_keeping() {
    Document::Keeping.is_here();
    mount_to_body(|| framed(opened(), show_device).show());
    page::shell_gone(SHELL);
}

/// Shows the meeting: `meeting.html`.
pub fn mount_meeting() {
    Document::Meeting.is_here();
    mount_to_body(|| framed(opened(), show_meeting).show());
    page::shell_gone(SHELL);
}

/// Reads codes with the camera: `camera.html`.
pub fn mount_scanning() {
    Document::Scanning.is_here();
    mount_to_body(|| framed(opened(), show_camera).show());
    page::shell_gone(SHELL);
}

/// A workspace with what this browser holds.
fn opened() -> Workspace {
    let workspace = Workspace::new();
    spawn_local(workspace.open());
    workspace
}

fn show(screen: Screen) -> El {
    match screen {
        Screen::Home => home::page(None),
        Screen::Start => start::page(),
        Screen::Survey(id) => survey::page(id),
        Screen::Collector(fragment) => survey::collector_link_page(fragment),
        Screen::Unknown => home::page(Some(text::home::UNKNOWN_ADDRESS)),
        Screen::How
        | Screen::Answer(_)
        | Screen::Link(_)
        | Screen::Ballot(_)
        | Screen::CameIn(..)
        | Screen::Results(_)
        | Screen::Example
        | Screen::ResultLink(_)
        | Screen::Opened
        | Screen::Poster(..)
        | Screen::Receipts(_)
        | Screen::Camera(_)
        | Screen::Deck(_)
        | Screen::Notes(_)
        | Screen::Cards(_)
        | Screen::Device => elsewhere(&screen),
    }
}

fn show_answering(screen: Screen) -> El {
    if !matches!(&screen, Screen::Answer(place) if place.is_kiosk) {
        Workspace::expect().end_round();
    }
    match screen {
        Screen::Answer(place) => answer::page(place),
        Screen::Link(fragment) => answer::link_page(&fragment),
        Screen::Ballot(fragment) => answer::ballot_page(fragment),
        Screen::CameIn(id, came) => answer::came_in(id, came),
        Screen::How => how::page(),
        Screen::Unknown => message::unknown(),
        // Whoever comes here without anything has lost all that was after the link’s `#`.
        Screen::Home => message::message(bad::LINK_TITLE, bad::LINK_CUT, message::to_how()),
        Screen::Start
        | Screen::Survey(_)
        | Screen::Results(_)
        | Screen::Example
        | Screen::ResultLink(_)
        | Screen::Collector(_)
        | Screen::Poster(..)
        | Screen::Receipts(_)
        | Screen::Camera(_)
        | Screen::Device
        | Screen::Deck(_)
        | Screen::Notes(_)
        | Screen::Cards(_)
        | Screen::Opened => elsewhere(&screen),
    }
}

fn show_results(screen: Screen) -> El {
    match screen {
        Screen::Results(id) => results::page(id),
        Screen::Example => results::example_page(),
        Screen::ResultLink(fragment) => results::link_page(&fragment),
        Screen::Opened => results::opened_page(),
        Screen::How => how::page(),
        Screen::Unknown => message::unknown(),
        Screen::Home
        | Screen::Start
        | Screen::Survey(_)
        | Screen::Collector(_)
        | Screen::Poster(..)
        | Screen::Receipts(_)
        | Screen::Camera(_)
        | Screen::Device
        | Screen::Answer(_)
        | Screen::Link(_)
        | Screen::Ballot(_)
        | Screen::Deck(_)
        | Screen::Notes(_)
        | Screen::Cards(_)
        | Screen::CameIn(..) => elsewhere(&screen),
    }
}

fn show_device(screen: Screen) -> El {
    match screen {
        Screen::Poster(id, side, setting) => poster::poster_page(id, side, setting),
        Screen::Receipts(id) => receipts::receipts_page(id),
        Screen::Device => device::page(),
        Screen::How => how::page(),
        Screen::Unknown => message::unknown(),
        Screen::Home
        | Screen::Start
        | Screen::Survey(_)
        | Screen::Collector(_)
        | Screen::Camera(_)
        | Screen::Results(_)
        | Screen::Example
        | Screen::ResultLink(_)
        | Screen::Opened
        | Screen::Answer(_)
        | Screen::Link(_)
        | Screen::Ballot(_)
        | Screen::Deck(_)
        | Screen::Notes(_)
        | Screen::Cards(_)
        | Screen::CameIn(..) => elsewhere(&screen),
    }
}

fn show_meeting(screen: Screen) -> El {
    match screen {
        Screen::Deck(source) => meeting::deck_page(&source),
        Screen::Notes(source) => meeting::notes_page(&source),
        Screen::Cards(source) => meeting::cards_page(&source),
        Screen::How => how::page(),
        Screen::Unknown => message::unknown(),
        Screen::Home
        | Screen::Start
        | Screen::Survey(_)
        | Screen::Collector(_)
        | Screen::Results(_)
        | Screen::Example
        | Screen::ResultLink(_)
        | Screen::Opened
        | Screen::Poster(..)
        | Screen::Receipts(_)
        | Screen::Camera(_)
        | Screen::Device
        | Screen::Answer(_)
        | Screen::Link(_)
        | Screen::Ballot(_)
        | Screen::CameIn(..) => elsewhere(&screen),
    }
}

fn show_camera(screen: Screen) -> El {
    match screen {
        Screen::Camera(id) => camera::page(id),
        Screen::How => how::page(),
        Screen::Unknown => message::unknown(),
        Screen::Home
        | Screen::Start
        | Screen::Survey(_)
        | Screen::Collector(_)
        | Screen::Results(_)
        | Screen::Example
        | Screen::ResultLink(_)
        | Screen::Opened
        | Screen::Answer(_)
        | Screen::Link(_)
        | Screen::Ballot(_)
        | Screen::CameIn(..)
        | Screen::Poster(..)
        | Screen::Receipts(_)
        | Screen::Deck(_)
        | Screen::Notes(_)
        | Screen::Cards(_)
        | Screen::Device => elsewhere(&screen),
    }
}

/// Another document shows this screen.
fn elsewhere(screen: &Screen) -> El {
    screen.leave_for();
    small(common::OPENING)
}
