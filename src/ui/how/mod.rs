//! How it works, and who can read what.

use crate::{
    state::page,
    text::{common, home, how},
    ui::{
        kit::{El, actions, el, heading, link, paragraph},
        screen::Screen,
    },
};

/// The explanation, one short part after another.
pub(crate) fn page() -> El {
    page::set_title(&common::title(how::TITLE));
    let ways = actions()
        .child(link("button", Screen::Start.href(), home::START))
        .child(link("link", Screen::Example.href(), home::EXAMPLE));
    el("article")
        .class("prose")
        .child(heading(how::TITLE))
        .children(how::PARTS.iter().map(part))
        .child(ways)
}

fn part((title, sentences): &how::Part) -> El {
    el("section")
        .child(el("h2").text(*title))
        .children(sentences.iter().map(|words| paragraph(*words)))
}
