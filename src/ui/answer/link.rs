//! A survey link was opened.

use leptos::task::spawn_local;

use super::{code::code_step, intro::intro};
use crate::{
    state::{LinkError, Sitting, Workspace, page},
    text::{bad, common},
    ui::{
        kit::El,
        message::{message, to_how},
        screen::{Place, Screen, Step},
    },
};

/// Goes on to the sheet, or says what is wrong with the link.
pub(crate) fn link_page(fragment: &str) -> El {
    match Workspace::expect().open_link(fragment) {
        Ok(sitting) => sheet(&sitting),
        Err(error) => bad_link(error),
    }
}

fn sheet(sitting: &Sitting) -> El {
    let is_sealed = sitting.code.is_some();
    let place = Place {
        key: sitting.key.clone(),
        is_kiosk: false,
        step: if is_sealed {
            Step::HandedIn
        } else {
            Step::Intro
        },
    };
    // Where nothing can be kept the link stays in the address, so that a reload can open it again.
    if sitting.is_kept || is_sealed {
        let screen = Screen::Answer(place.clone());
        spawn_local(async move { screen.replace() });
    }
    if is_sealed {
        code_step(place, sitting)
    } else {
        intro(&place, sitting)
    }
}

fn bad_link(error: LinkError) -> El {
    page::set_title(&common::title(bad::LINK_TITLE));
    let words = match error {
        LinkError::CutShort => bad::LINK_CUT,
        LinkError::Damaged => bad::LINK_DAMAGED,
        LinkError::OtherVersion(_) => bad::LINK_VERSION,
        LinkError::Impossible => bad::LINK_IMPOSSIBLE,
    };
    message(bad::LINK_TITLE, words, to_how())
}
