//! The first screen: what this is, and three ways on.

use super::{hand_over::open_results, held::held_list, picture::small_picture};
use crate::{
    state::page,
    text::{common, home},
    ui::{
        kit::{El, actions, el, heading, lead, link, notice, small},
        screen::Screen,
    },
};

/// What this is, a small picture, and what this browser holds; first of all something that must be said.
pub(crate) fn page(said: Option<&'static str>) -> El {
    page::set_title(&common::title(home::TITLE));
    let ways = actions()
        .child(link("button", Screen::Start.href(), home::START))
        .child(link("link", Screen::Example.href(), home::EXAMPLE));
    let words = el("div")
        .class("home__words")
        .child(heading(home::TITLE).class("display"))
        .child(lead(home::LEAD))
        .child(ways)
        .child(small(home::STAYS));
    el("div")
        .maybe(said.map(notice))
        .child(el("div").class("home").child(words).child(small_picture()))
        .child(held_list())
        .child(open_results())
}
