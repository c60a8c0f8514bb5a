//! The end: nothing is left, or the next person's turn.

use super::{code::three_words, way_out::way_out};
use crate::{
    state::{Workspace, page},
    text::{common, hand_in, round},
    ui::{
        kit::{El, actions, el, heading, lead, link, small},
        screen::{Place, Step},
    },
};

/// Says that it is over.
pub(super) fn done(place: &Place) -> El {
    page::set_title(&common::title(hand_in::DONE_TITLE));
    let words = if place.is_kiosk {
        hand_in::KIOSK_DONE
    } else {
        hand_in::DONE
    };
    let end = el("div")
        .class("message")
        .child(heading(hand_in::DONE_TITLE))
        .child(lead(words));
    if place.is_kiosk {
        next_person(end, place)
    } else {
        end
    }
}

fn next_person(end: El, place: &Place) -> El {
    let workspace = Workspace::expect();
    let next = link("button", place.at(Step::Intro).href(), hand_in::KIOSK_NEXT);
    end.maybe(workspace.receipt().map(three_words))
        .child(actions().child(next).child(way_out(place)))
        .live(move || {
            workspace
                .lacks_full_screen()
                .then(|| small(round::NO_FULL_SCREEN))
        })
}
