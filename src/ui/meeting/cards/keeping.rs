//! How it stands with what was changed, and what cannot be read.

use leptos::prelude::*;

use super::desk::Desk;
use crate::{
    state::{Keeping, UnreadCards, page},
    text::{bad, card},
    ui::kit::{El, actions, button, el, notice, small, spoken},
};

/// What is said about keeping; what is only on its way is not read aloud.
pub(super) fn keeping(desk: Desk, id: String) -> El {
    el("div")
        .class("keeping not-printed")
        .live(move || status(desk).filter(|_| desk.edited.get().is_none()))
        .child(spoken().live(move || said(desk)))
        .live(move || {
            desk.cards()
                .unread()
                .map(|unread| unread_part(desk, &id, unread))
        })
}

/// Whether everything is kept, in a few words; it stands under the form while a card is edited.
pub(super) fn status(desk: Desk) -> Option<El> {
    quiet(desk.cards().keeping()).map(small)
}

fn quiet(keeping: Keeping) -> Option<&'static str> {
    match keeping {
        Keeping::Working => Some(card::KEEPING),
        Keeping::Kept => Some(card::KEPT),
        Keeping::Unchanged | Keeping::OnlyHere | Keeping::NotKept | Keeping::NotTaken(_) => None,
    }
}

fn said(desk: Desk) -> Option<El> {
    match desk.cards().keeping() {
        Keeping::Unchanged | Keeping::Working | Keeping::Kept => None,
        Keeping::OnlyHere => Some(notice(card::ONLY_HERE)),
        Keeping::NotTaken(why) => Some(notice(card::not_taken(why))),
        Keeping::NotKept => {
            let words = if desk.cards().is_read() {
                card::NOT_KEPT
            } else {
                card::CANNOT_LOOK
            };
            let again = button("button button--quiet button--small").text(card::TRY_AGAIN);
            let again = again.on("click", move || desk.cards().try_again());
            Some(
                el("div")
                    .class("keeping__again")
                    .child(notice(words))
                    .child(again),
            )
        }
    }
}

fn unread_part(desk: Desk, id: &str, unread: UnreadCards) -> El {
    let name = card::unread_file(id);
    let save = move || {
        let is_saved = page::save(&name, "application/octet-stream", &unread.bytes);
        desk.said.set((!is_saved).then_some(bad::NO_FILE));
    };
    let save = button("button button--quiet")
        .text(card::SAVE_UNREAD)
        .on("click", save);
    el("div")
        .class("keeping__again")
        .child(notice(card::NOT_READ))
        .child(actions().child(save))
}
