//! The organiser's notes to the slides that another window shows.

use crate::{
    state::{Published, page},
    text::{common, meeting},
    ui::{
        kit::{El, el, heading, link},
        source::{Source, with_results},
    },
};

/// The organiser's notes to the slides that another window shows.
pub(crate) fn notes_page(source: &Source) -> El {
    page::set_title(&common::title(meeting::NOTES));
    with_results(source, notes)
}

fn notes(source: &Source, published: Published) -> El {
    el("div")
        .class("notes")
        .child(heading(meeting::NOTES))
        .child(link("link", source.article().href(), published.survey.team))
}
