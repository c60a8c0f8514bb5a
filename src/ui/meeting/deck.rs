//! Results as slides.

mod slides;

pub(crate) use slides::{Illustration, SlideView, TITLE_HEIGHT, slides};

use crate::{
    state::{Published, page},
    text::{common, meeting},
    ui::{
        kit::{El, el, heading, link},
        source::{Source, with_results},
    },
};

/// Results as slides.
pub(crate) fn deck_page(source: &Source) -> El {
    page::set_title(&common::title(meeting::DECK));
    with_results(source, deck)
}

fn deck(source: &Source, published: Published) -> El {
    el("div")
        .class("deck")
        .child(heading(meeting::DECK))
        .child(link("link", source.article().href(), published.survey.team))
}
