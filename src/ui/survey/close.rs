//! The one deliberate step that opens the box.

use leptos::{prelude::*, task::spawn_local};

use super::{collect::need, sure::sure};
use crate::{
    domain::{
        closing::Next,
        side::{BySide, Side},
    },
    state::{CloseError, Closing as Closed, Held, RefusedCounts, Workspace, page},
    text::collect,
    ui::{
        kit::{
            El, HEADING, Progress, actions, bar, busy_button, button, el, is_under_way, paragraph,
            spoken,
        },
        results::not_counted,
        screen::Screen,
    },
};

/// Asking, closing, and what is said about it.
#[derive(Clone)]
struct Closing {
    id: String,
    held: Memo<Option<Held>>,
    is_asking: RwSignal<bool>,
    is_busy: RwSignal<bool>,
    /// How many ballots are opened, and of how many.
    opened: Progress,
    said: RwSignal<Option<String>>,
}

/// What closing does, and the button that asks once more.
pub(super) fn close_section(id: &str) -> El {
    let workspace = Workspace::expect();
    let held = {
        let id = id.to_owned();
        Memo::new(move |_| workspace.held(&id))
    };
    let can_open = |held: &Held| held.has_key() && held.is_collecting();
    let state = Memo::new(move |_| {
        let held = held.get().filter(can_open)?;
        Some(held.closed.is_some())
    });
    let closing = Closing {
        id: id.to_owned(),
        held,
        is_asking: RwSignal::new(false),
        is_busy: RwSignal::new(false),
        opened: RwSignal::default(),
        said: RwSignal::new(None),
    };
    el("div").live(move || {
        let is_again = state.get()?;
        Some(untrack(|| closing.section(is_again)))
    })
}

impl Closing {
    /// The first time, and again when late ballots have come.
    fn section(&self, is_again: bool) -> El {
        let closing = self.clone();
        let said = self.said;
        let (title, lead) = if is_again {
            (collect::AGAIN_TITLE, collect::AGAIN_LEAD)
        } else {
            (collect::CLOSE_TITLE, collect::CLOSE_LEAD)
        };
        el("section")
            .class("step")
            .attr("aria-labelledby", "close")
            .child(el("h2").id("close").text(title))
            .child(paragraph(lead))
            .child(spoken().live(move || said.get().map(|words| paragraph(words).class("need"))))
            .live(move || {
                Some(if closing.is_asking.get() {
                    closing.sure()
                } else {
                    closing.ask_button(is_again)
                })
            })
    }

    fn ask_button(&self, is_again: bool) -> El {
        let words = if is_again {
            collect::AGAIN
        } else {
            collect::CLOSE
        };
        let closing = self.clone();
        let ask = move || {
            let obstacle = closing.held.get_untracked().as_ref().and_then(obstacle);
            closing.is_asking.set(obstacle.is_none());
            closing.said.set(obstacle);
        };
        actions().child(button("button button--quiet").text(words).on("click", ask))
    }

    /// The question before closing.
    fn sure(&self) -> El {
        let (is_busy, is_asking) = (self.is_busy, self.is_asking);
        let closing = self.clone();
        let yes = busy_button("button", is_busy, collect::CLOSE_YES, collect::CLOSING)
            .on("click", move || closing.close());
        let no = button("button button--quiet")
            .text(collect::CLOSE_NO)
            .on("click", move || is_asking.set(false));
        let opened = self.opened;
        let is_shown = is_under_way(opened);
        sure("sure", collect::CLOSE_SURE, self.stays(), [yes, no])
            .live(move || is_shown.get().then(|| bar(collect::CLOSING, opened)))
    }

    /// The sides that will not be opened.
    fn stays(&self) -> Vec<String> {
        let Some(held) = self.held.get() else {
            return Vec::new();
        };
        let under = Side::ALL.into_iter().filter(|side| {
            let is_under = held.next(*side) != Next::Ready;
            is_under && (held.needed(*side) > 0 || *held.ballots.of(*side) > 0)
        });
        under
            .map(|side| collect::stays_sealed(side, *held.ballots.of(side)))
            .collect()
    }

    fn close(&self) {
        self.is_busy.set(true);
        let (workspace, closing) = (Workspace::expect(), self.clone());
        let opened = self.opened;
        spawn_local(async move {
            let outcome = workspace
                .close(closing.id.clone(), move |done, of| {
                    opened.set((done > 0).then_some((done, of)));
                })
                .await;
            opened.set(None);
            closing.is_busy.set(false);
            closing.is_asking.set(false);
            match outcome {
                Ok(closed) => closing.has_closed(&closed, workspace.is_lasting()),
                Err(CloseError::TooFew { refused }) => {
                    let held = closing.held.get_untracked();
                    closing.said.set(held.map(|held| too_few(&held, &refused)));
                }
                Err(CloseError::Keeping(error)) if error.is_from_another_tab() => {
                    closing
                        .said
                        .set(Some(collect::CHANGED_ELSEWHERE.to_owned()));
                }
                // A full or failing storage is told at the top of the page.
                Err(CloseError::Keeping(_)) => page::scroll_to_top(),
            }
        });
    }
}

impl Closing {
    /// Goes to what is shown now, unless there is something to say first.
    fn has_closed(&self, closed: &Closed, is_lasting: bool) {
        let held_back = |side: &Side| *closed.held_back.of(*side) > 0;
        let sides: Vec<Side> = Side::ALL.into_iter().filter(held_back).collect();
        if !sides.is_empty() {
            let words: Vec<String> = sides.into_iter().map(collect::held_back).collect();
            self.said.set(Some(words.join(" ")));
        } else if is_lasting {
            Screen::Results(self.id.clone()).go();
        } else {
            // The way to the results is there now.
            page::focus(HEADING);
        }
    }
}

/// Why nothing was opened: what does not open leaves a side with fewer ballots than the box shows.
fn too_few(held: &Held, refused: &BySide<RefusedCounts>) -> String {
    let mut sentences = not_counted(refused);
    for side in Side::ALL {
        sentences.extend(need(side, held.next_beside(side, *refused.of(side))));
    }
    sentences.join(" ")
}

/// Why there is nothing that closing could open.
fn obstacle(held: &Held) -> Option<String> {
    if Side::ALL.iter().all(|side| *held.ballots.of(*side) == 0) {
        let words = match held.closed {
            Some(_) => collect::AGAIN_EMPTY,
            None => collect::CLOSE_EMPTY,
        };
        return Some(words.to_owned());
    }
    let next = Side::ALL.map(|side| (side, held.next(side)));
    let is_ready = next.iter().any(|(_, next)| *next == Next::Ready);
    (!is_ready).then(|| {
        let needs = next.into_iter().filter_map(|(side, next)| need(side, next));
        needs.collect::<Vec<_>>().join(" ")
    })
}
