//! Results that somebody brought: from a file or a link, to look at.

use leptos::{prelude::*, task::spawn_local};

use super::{
    bring::{bring, open_results},
    page::article_of,
};
use crate::{
    state::{Published, Workspace, page, result_address, result_of},
    text::{common, files, results},
    ui::{
        kit::{El, el, heading, lead, notice, small},
        opening::{self, Said},
        source::{Source, bad_link},
    },
};

/// The results of the file that was brought last, here or to another document.
pub(crate) fn opened_page() -> El {
    let workspace = Workspace::expect();
    page::set_title(&common::title(files::OPEN));
    let said: Said = expect_context();
    let is_looking = RwSignal::new(true);
    spawn_local(async move {
        if let Some(file) = workspace.take_over().await {
            bring(workspace, Ok(file), said);
        }
        is_looking.set(false);
    });
    let shown = move || {
        Some(match workspace.brought() {
            Some(published) => untrack(|| {
                // Though other documents find it in a link: who has the file may leave questions out of it.
                let source = in_link(&published);
                article_of(&source, published, vec![notice(files::FROM_FILE)], true)
            }),
            None if is_looking.get() => small(common::OPENING),
            None => el("div")
                .child(heading(results::TITLE))
                .child(lead(files::NOTHING_OPENED)),
        })
    };
    el("div")
        .child(opening::last(said))
        .live(shown)
        .child(open_results(said))
}

/// The results in a link.
pub(crate) fn link_page(fragment: &str) -> El {
    match result_of(fragment) {
        Ok(published) => {
            let source = Source::Link(fragment.to_owned());
            article_of(&source, published, vec![notice(files::FROM_LINK)], false)
        }
        Err(error) => bad_link(error),
    }
}

/// Where other documents find the results of a file: in a link that holds them, if they fit into one.
fn in_link(published: &Published) -> Source {
    let fragment =
        result_address(published).and_then(|address| Some(address.split_once('#')?.1.to_owned()));
    fragment.map_or(Source::Opened, Source::Link)
}
