//! The whole page: providers, the frame and the current screen.

use leptos::{mount::mount_to_body, prelude::*, task::spawn_local};

use super::{
    answer, camera, device, home, how,
    kit::{El, HEADING, el, link, notice, signature, small},
    meeting, poster, receipts, results,
    screen::{self, Document, Screen},
    start, survey,
};
use crate::{
    chart::{FONT_FAMILY, FONT_WOFF2},
    state::{Trouble, Workspace, page},
    text::{self, bad, common},
};

/// The element of `index.html` that stands in until the app is there.
const SHELL: &str = "shell";
/// The part of the page that changes with the screen.
const CONTENT: &str = "content";

/// Shows what organisers need: `index.html`.
pub fn mount() {
    Document::Organising.is_here();
    mount_to_body(|| app(opened(), show).show());
    page::shell_gone(SHELL);
}

/// Shows what respondents need: `answer.html`.
pub fn mount_answering() {
    Document::Answering.is_here();
    mount_to_body(|| app(Workspace::new(), show_answering).show());
    page::shell_gone(SHELL);
}

/// Shows results: `results.html`.
pub fn mount_showing() {
    Document::Showing.is_here();
    mount_to_body(|| {
        let app = app(opened(), show_results);
        results::take_what_is_dropped();
        app.show();
    });
    page::shell_gone(SHELL);
}

/// Shows what this device keeps: `device.html`.
pub fn mount_keeping() {
    Document::Keeping.is_here();
    mount_to_body(|| app(opened(), show_device).show());
    page::shell_gone(SHELL);
}

/// Shows the meeting: `meeting.html`.
pub fn mount_meeting() {
    Document::Meeting.is_here();
    mount_to_body(|| app(opened(), show_meeting).show());
    page::shell_gone(SHELL);
}

/// Reads codes with the camera: `camera.html`.
pub fn mount_scanning() {
    Document::Scanning.is_here();
    mount_to_body(|| app(opened(), show_camera).show());
    page::shell_gone(SHELL);
}

/// A workspace with what this browser holds.
fn opened() -> Workspace {
    let workspace = Workspace::new();
    spawn_local(workspace.open());
    workspace
}

fn app(workspace: Workspace, show: fn(Screen) -> El) -> El {
    provide_context(workspace);
    let screen = screen::current();
    spawn_local(page::install_font(FONT_FAMILY, FONT_WOFF2));
    move_focus_with(screen);

    el("div")
        .class("page")
        .child(
            el("a")
                .class("skip")
                .attr("href", "#content")
                .text(common::SKIP)
                .on_instead("click", || page::focus(CONTENT)),
        )
        .live(move || Some(top(&screen.get())))
        .child(troubles(workspace))
        .child(
            el("main")
                .class("content")
                .id(CONTENT)
                .attr("tabindex", "-1")
                .live(move || {
                    let screen = screen.get();
                    // Only the address makes a screen anew; what the screen reads, it follows itself.
                    Some(untrack(|| show(screen)))
                }),
        )
}

/// The frame; a device that is handed round offers no way out of the round.
fn top(screen: &Screen) -> El {
    let top = el("header").class("top");
    if matches!(screen, Screen::Answer(place) if place.is_kiosk) {
        return top.child(signature(common::NAME));
    }
    let home = el("a")
        .class("top__home")
        .attr("href", Screen::Home.href())
        .attr("aria-label", common::HOME)
        .child(signature(common::NAME));
    let how = link("top__link", Screen::How.href(), text::home::HOW);
    // Whoever only answers is not to think about it.
    let device = !screen::is_answering();
    let device = device.then(|| link("top__link", Screen::Device.href(), text::device::TITLE));
    let ways = el("nav").class("top__ways").maybe(device).child(how);
    top.child(home).child(ways)
}

fn show(screen: Screen) -> El {
    match screen {
        Screen::Home => home::page(None),
        Screen::How => how::page(),
        Screen::Start => start::page(),
        Screen::Survey(id) => survey::page(id),
        Screen::Collector(fragment) => survey::collector_link_page(fragment),
        Screen::Unknown => home::page(Some(text::home::UNKNOWN_ADDRESS)),
        Screen::Answer(_)
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
        Screen::Unknown => notice(text::home::UNKNOWN_ADDRESS),
        Screen::Home
        | Screen::Start
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
        Screen::Unknown => notice(text::home::UNKNOWN_ADDRESS),
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
        Screen::Poster(id, side) => poster::poster_page(id, side),
        Screen::Receipts(id) => receipts::receipts_page(id),
        Screen::Device => device::page(),
        Screen::How => how::page(),
        Screen::Unknown => notice(text::home::UNKNOWN_ADDRESS),
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
        Screen::Unknown => notice(text::home::UNKNOWN_ADDRESS),
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
        Screen::Unknown => notice(text::home::UNKNOWN_ADDRESS),
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

fn troubles(workspace: Workspace) -> El {
    let trouble = move || {
        workspace.trouble().map(|trouble| {
            notice(match trouble {
                Trouble::Forbidden => bad::STORAGE_FORBIDDEN,
                Trouble::Newer => bad::STORAGE_NEWER,
                Trouble::Broken => bad::STORAGE_BROKEN,
                Trouble::Full => bad::STORAGE_FULL,
                Trouble::NotKept => bad::STORAGE_FAILED,
            })
        })
    };
    let unreadable = move || match workspace.unreadable() {
        0 => None,
        records => Some(notice(bad::unreadable(records))),
    };
    el("div")
        .class("troubles")
        .attr("role", "status")
        .live(trouble)
        .live(unreadable)
}

/// Who changes the screen begins at its heading, with the keyboard and with a screen reader.
fn move_focus_with(screen: ReadSignal<Screen>) {
    Effect::new(move |before: Option<Screen>| {
        let now = screen.get();
        if before.is_some_and(|before| before != now) {
            page::scroll_to_top();
            page::focus(HEADING);
        }
        now
    });
}
