//! The words of the ballots in the box, so that anyone can see that theirs is in.

use leptos::{prelude::*, task::spawn_local};

use crate::{
    state::{Workspace, page},
    text::{common, gather, home, receipt},
    ui::{
        kit::{El, actions, el, heading, lead, link, notice, small},
        screen::Screen,
    },
};

/// Receipts put into words without a pause.
const PIECE: usize = 100;

/// The list, made anew whenever the box changes.
pub(crate) fn receipts_page(id: String) -> El {
    let workspace = Workspace::expect();
    page::set_title(&common::title(gather::RECEIPTS));
    let words = RwSignal::new(None::<Vec<String>>);
    let back = Screen::Survey(id.clone()).href();
    let ballots = Memo::new({
        let id = id.clone();
        move |_| {
            let ballots = workspace.held(&id).map(|held| held.ballots);
            workspace.is_ready().then_some(ballots)
        }
    });
    Effect::new(move |_| {
        if let Some(Some(_)) = ballots.get() {
            let id = id.clone();
            spawn_local(async move { words.set(Some(in_words(workspace, id).await)) });
        }
    });
    el("div")
        .class("survey")
        .child(heading(gather::RECEIPTS))
        .child(lead(gather::RECEIPTS_LEAD))
        .live(move || {
            Some(match (ballots.get(), words.get()) {
                (Some(None), _) => notice(home::NOT_HERE),
                (_, None) => small(common::OPENING),
                (_, Some(words)) if words.is_empty() => small(gather::NO_RECEIPTS),
                (_, Some(words)) => el("p").class("receipts").text(words.join("\n")),
            })
        })
        .child(actions().child(link("link", back, common::BACK)))
}

async fn in_words(workspace: Workspace, id: String) -> Vec<String> {
    let receipts = workspace.receipts(id).await;
    let mut words = Vec::new();
    for some in receipts.chunks(PIECE) {
        words.extend(some.iter().map(|one| receipt::words(*one)));
        page::pause().await;
    }
    words
}
