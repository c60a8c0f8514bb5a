//! The words of the ballots in the box, so that anyone can see that theirs is in.

use leptos::{prelude::*, task::spawn_local};

use crate::{
    state::{Workspace, page},
    text::{common, gather, receipt},
    ui::kit::{El, el, paragraph, small},
};

/// Receipts put into words without a pause.
const PIECE: usize = 100;

/// A fold; its list is made when it is opened, and anew whenever the box changes.
pub(super) fn receipts(id: &str) -> El {
    let workspace = Workspace::expect();
    let words = RwSignal::new(None::<Vec<String>>);
    let is_open = RwSignal::new(false);
    let id = id.to_owned();
    let ballots = Memo::new({
        let id = id.clone();
        move |_| workspace.held(&id).map(|held| held.ballots)
    });
    Effect::new(move |_| {
        ballots.track();
        if is_open.get() {
            let id = id.clone();
            spawn_local(async move { words.set(Some(sorted(workspace, id).await)) });
        }
    });
    el("details")
        .class("card__more")
        .child(
            el("summary")
                .text(gather::RECEIPTS)
                .on("click", move || is_open.update(|open| *open = !*open)),
        )
        .child(paragraph(gather::RECEIPTS_LEAD))
        .live(move || {
            Some(match words.get() {
                None => small(common::OPENING),
                Some(words) if words.is_empty() => small(gather::NO_RECEIPTS),
                Some(words) => el("p").class("receipts").text(words.join("\n")),
            })
        })
}

async fn sorted(workspace: Workspace, id: String) -> Vec<String> {
    let receipts = workspace.receipts(id).await;
    let mut words = Vec::new();
    for some in receipts.chunks(PIECE) {
        words.extend(some.iter().map(|one| receipt::words(*one)));
        page::pause().await;
    }
    words.sort_unstable();
    words
}
