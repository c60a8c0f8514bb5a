//! A screen that only says something.

use std::borrow::Cow;

use super::{
    kit::{El, actions, el, heading, lead, link},
    screen::Screen,
};
use crate::text::{collect, common, home, results};

/// A title, what there is to say, and the way from here.
#[inline(never)]
pub(crate) fn message(title: &'static str, words: impl Into<Cow<'static, str>>, way: El) -> El {
    el("div")
        .class("message")
        .child(heading(title))
        .child(lead(words))
        .child(actions().child(way))
}

/// The way to how it works, for who came by a link.
pub(crate) fn to_how() -> El {
    link("link", Screen::How.href(), home::HOW)
}

/// Nothing is shown under this address, and why.
pub(crate) fn nothing(words: &'static str) -> El {
    message(common::NAME, words, to_home())
}

/// The way to the first screen.
pub(crate) fn to_home() -> El {
    link("link", Screen::Home.href(), common::HOME)
}

/// The survey of this address is not on this device.
pub(crate) fn not_here() -> El {
    nothing(home::NOT_HERE)
}

/// Nobody knows this address.
pub(crate) fn unknown() -> El {
    nothing(home::UNKNOWN_ADDRESS)
}

/// The survey of this id is still gathering.
pub(crate) fn not_closed(id: &str) -> El {
    let survey = Screen::Survey(id.to_owned()).href();
    let on = link("link", survey, results::GO_ON_COLLECTING);
    message(common::NAME, collect::NO_RESULTS_YET, on)
}
