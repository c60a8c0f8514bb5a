//! What stands around every screen: the way home, what must be said at the top, and where the keyboard goes.

use leptos::{prelude::*, task::spawn_local};

use super::{
    kit::{El, HEADING, el, link, notice, signature},
    screen::{self, Screen},
};
use crate::{
    chart::{FONT_FAMILY, FONT_WOFF2},
    state::{Trouble, Workspace, page},
    text::{self, bad, common},
};

/// The part of the page that changes with the screen.
const CONTENT: &str = "content";

/// The whole page, with the screen that its address asks for as `show` makes it.
pub(super) fn framed(workspace: Workspace, show: fn(Screen) -> El) -> El {
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
