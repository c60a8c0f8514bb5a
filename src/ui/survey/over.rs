//! The one deliberate step that ends a survey for good.

use leptos::{prelude::*, task::spawn_local};

use super::sure::sure;
use crate::{
    domain::side::Side,
    state::{Held, Workspace, page},
    text::over,
    ui::kit::{El, HEADING, actions, busy_button, button, el, notice, paragraph},
};

/// What ending does and the button that asks once more; once the survey is over, that it is.
pub(super) fn over_section(id: &str) -> El {
    let workspace = Workspace::expect();
    let id = id.to_owned();
    let state = Memo::new({
        let id = id.clone();
        move |_| workspace.held(&id).and_then(|held| State::of(&held))
    });
    el("div").live(move || match state.get()? {
        State::Over { sealed } => Some(notice(over::is_over(sealed))),
        State::CanEnd => untrack(|| Some(section(&id))),
    })
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    /// Results were shown, and late ballots are waited for.
    CanEnd,
    Over {
        sealed: usize,
    },
}

impl State {
    fn of(held: &Held) -> Option<Self> {
        if held.is_gathered() {
            return None;
        }
        if !held.has_key() {
            let sealed = sealed(held);
            return Some(Self::Over { sealed });
        }
        held.closed.is_some().then_some(Self::CanEnd)
    }
}

fn sealed(held: &Held) -> usize {
    Side::ALL.iter().map(|side| *held.ballots.of(*side)).sum()
}

fn section(id: &str) -> El {
    let is_asking = RwSignal::new(false);
    let id = id.to_owned();
    el("section")
        .class("step")
        .attr("aria-labelledby", "over")
        .child(el("h2").id("over").text(over::TITLE))
        .child(paragraph(over::LEAD))
        .live(move || {
            Some(if is_asking.get() {
                question(&id, is_asking)
            } else {
                let ask = button("button button--quiet")
                    .text(over::END)
                    .on("click", move || is_asking.set(true));
                actions().child(ask)
            })
        })
}

fn question(id: &str, is_asking: RwSignal<bool>) -> El {
    let workspace = Workspace::expect();
    let is_busy = RwSignal::new(false);
    let sealed = workspace.held(id).map_or(0, |held| sealed(&held));
    let id = id.to_owned();
    let end = move || {
        is_busy.set(true);
        let id = id.clone();
        spawn_local(async move {
            let has_ended = workspace.end(id).await;
            is_busy.set(false);
            is_asking.set(false);
            if has_ended {
                page::focus(HEADING);
            }
            // What came of it, or why it failed, stands at the top.
            page::scroll_to_top();
        });
    };
    let yes = busy_button("button", is_busy, over::END_YES, over::ENDING).on("click", end);
    let no = button("button button--quiet")
        .text(over::END_NO)
        .on("click", move || is_asking.set(false));
    sure(
        "over-sure",
        over::SURE,
        over::what_it_does(sealed),
        [yes, no],
    )
}
