//! Experiments that come out of results.

use crate::{
    state::{Published, page},
    text::{common, meeting},
    ui::{
        kit::{El, el, heading, link},
        source::{Source, with_results},
    },
};

/// Experiments that come out of results.
pub(crate) fn cards_page(source: &Source) -> El {
    page::set_title(&common::title(meeting::CARDS));
    with_results(source, cards)
}

fn cards(source: &Source, published: Published) -> El {
    el("div")
        .class("cards")
        .child(heading(meeting::CARDS))
        .child(link("link", source.article().href(), published.survey.team))
}
