//! Which step of answering is shown.

use leptos::{prelude::*, task::spawn_local};

use super::{code::code_step, done::done, intro::intro, question::question, review::review, round};
use crate::{
    state::{SheetKey, Sitting, Workspace, page},
    text::{answer, common, device},
    ui::{
        kit::{El, el, link, notice, small},
        message::nothing,
        screen::{Place, Screen, Step},
    },
};

/// The step in the address, of the sheet in the address.
pub(crate) fn page(place: Place) -> El {
    let workspace = Workspace::expect();
    // A round needs the survey from this device's storage, which takes a moment to read.
    let needs_storage = place.is_kiosk;
    if needs_storage {
        spawn_local(workspace.open_for_round());
    }
    let is_ready = Memo::new(move |_| !needs_storage || workspace.is_ready());
    // Whose turn it is at a device that is handed round, counted from 0.
    let turn = RwSignal::new(0_u32);
    el("div").class("fill").live(move || {
        turn.track();
        workspace.track_overtaken();
        Some(if is_ready.get() {
            untrack(|| watched(&place, turn))
        } else {
            small(common::OPENING)
        })
    })
}

/// The step; in a round with somebody who sees that a turn ends.
fn watched(place: &Place, turn: RwSignal<u32>) -> El {
    let shown = step(place);
    if !place.is_kiosk {
        return shown;
    }
    let workspace = Workspace::expect();
    let start = place.at(Step::Intro);
    let over = move || {
        workspace.end_round();
        start.replace();
        // The start looks the same in the address if that is where somebody has left.
        let _ = turn.try_update(|turn| *turn += 1);
    };
    el("div")
        .class("fill")
        .child(shown)
        .maybe(round::watch(place, over))
}

fn step(place: &Place) -> El {
    if place.step == Step::Done {
        return done(place);
    }
    let workspace = Workspace::expect();
    let sitting = if place.is_kiosk {
        workspace.begin_round(&place.key)
    } else {
        workspace.resume(&place.key)
    };
    match sitting {
        Some(sitting) => {
            page::set_title(&common::title(&sitting.invitation.survey.team));
            known_step(place.clone(), &sitting)
        }
        None => no_sheet(&place.key),
    }
}

fn known_step(place: Place, sitting: &Sitting) -> El {
    let questions = sitting.sheet.answers().len();
    match (place.step, sitting.code.is_some()) {
        // A sealed sheet cannot be changed any more, whatever Back or a bookmark says.
        (_, true) => code_step(place, sitting),
        (Step::Intro, false) => intro(&place, sitting),
        (Step::Question(number), false) if (1..=questions).contains(&number) => {
            question(&place, sitting, number)
        }
        (Step::Question(_) | Step::Review | Step::HandedIn, false) => review(place, sitting),
        (Step::Done, false) => done(&place),
    }
}

/// That something of this survey is kept which cannot be read, if so.
pub(super) fn unread(key: &SheetKey) -> Option<El> {
    let to_device = || link("link", Screen::Device.href(), device::TITLE);
    let words = || notice(format!("{} ", answer::UNREAD)).child(to_device());
    Workspace::expect().has_unread(key).then(words)
}

/// There is nothing under that address.
fn no_sheet(key: &SheetKey) -> El {
    nothing(answer::NO_SHEET).maybe(unread(key))
}
