//! Headings, paragraphs, buttons and links.

use std::borrow::Cow;

use leptos::prelude::*;

use super::el::{El, el};

/// The id of the heading of every screen, which takes the focus when the screen changes.
pub(crate) const HEADING: &str = "heading";

/// The heading of a screen.
#[inline(never)]
pub(crate) fn heading(words: impl Into<Cow<'static, str>>) -> El {
    el("h1")
        .id(HEADING)
        .attr("tabindex", "-1")
        .attr("dir", "auto")
        .text(words)
}

/// A paragraph.
#[inline(never)]
pub(crate) fn paragraph(words: impl Into<Cow<'static, str>>) -> El {
    el("p").attr("dir", "auto").text(words)
}

/// The first paragraph of a screen.
#[inline(never)]
pub(crate) fn lead(words: impl Into<Cow<'static, str>>) -> El {
    paragraph(words).class("lead")
}

/// A remark.
#[inline(never)]
pub(crate) fn small(words: impl Into<Cow<'static, str>>) -> El {
    paragraph(words).class("small")
}

/// Something the person must know.
#[inline(never)]
pub(crate) fn notice(words: impl Into<Cow<'static, str>>) -> El {
    paragraph(words).class("notice")
}

/// A place where words appear that a screen reader says at once.
#[inline(never)]
pub(crate) fn spoken() -> El {
    el("div").class("spoken").attr("role", "status")
}

/// A row of buttons and links.
#[inline(never)]
pub(crate) fn actions() -> El {
    el("div").class("actions")
}

/// A button.
#[inline(never)]
pub(crate) fn button(class: &'static str) -> El {
    el("button").attr("type", "button").class(class)
}

/// A button that cannot be pressed and says `busy` while something goes on.
#[inline(never)]
pub(crate) fn busy_button(
    class: &'static str,
    is_busy: RwSignal<bool>,
    idle: &'static str,
    busy: &'static str,
) -> El {
    let words = move || if is_busy.get() { busy } else { idle };
    button(class)
        .live_switch("disabled", move || is_busy.get())
        .live_text(move || words().into())
}

/// A link to another screen.
#[inline(never)]
pub(crate) fn link(class: &'static str, href: String, words: impl Into<Cow<'static, str>>) -> El {
    el("a").class(class).attr("href", href).text(words)
}
