//! Handing this device round.

use crate::{
    domain::side::Side,
    state::{SheetKey, Workspace},
    text::{collect, round},
    ui::{
        kit::{El, actions, el, link, notice, paragraph},
        screen::{Place, Screen, Step},
    },
};

/// What handing round is for, and the ways into it; where the other document finds nothing of the survey, why not.
pub(super) fn round(id: &str) -> El {
    let workspace = Workspace::expect();
    let part = el("div")
        .class("round")
        .child(el("h3").text(collect::KIOSK));
    if !workspace.is_lasting() {
        return part.child(notice(round::NOT_HERE));
    }
    part.child(paragraph(collect::KIOSK_HINT))
        .child(actions().children(Side::ALL.map(|side| way_in(id, side))))
}

fn way_in(id: &str, side: Side) -> El {
    let place = Place {
        key: SheetKey {
            id: id.to_owned(),
            side,
        },
        is_kiosk: true,
        step: Step::Intro,
    };
    let href = Screen::Answer(place).href();
    link("button button--quiet", href, collect::kiosk(side))
}
