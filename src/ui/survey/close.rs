//! The one deliberate step that opens the box.

use leptos::{prelude::*, task::spawn_local};

use crate::{
    domain::side::{BySide, Side},
    state::{CloseError, Held, RefusedCounts, Workspace, page},
    text::collect,
    ui::{
        kit::{El, HEADING, actions, busy_button, button, el, paragraph, spoken},
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
    opened: RwSignal<(usize, usize)>,
    said: RwSignal<Option<String>>,
}

/// What closing does, and the button that asks once more.
pub(super) fn close_section(id: &str) -> El {
    let workspace = Workspace::expect();
    let held = {
        let id = id.to_owned();
        Memo::new(move |_| workspace.held(&id))
    };
    let is_collecting = Memo::new(move |_| held.get().is_some_and(|held| held.is_collecting()));
    let closing = Closing {
        id: id.to_owned(),
        held,
        is_asking: RwSignal::new(false),
        is_busy: RwSignal::new(false),
        opened: RwSignal::default(),
        said: RwSignal::new(None),
    };
    el("div").live(move || {
        let is_collecting = is_collecting.get();
        is_collecting.then(|| untrack(|| closing.section()))
    })
}

impl Closing {
    fn section(&self) -> El {
        let closing = self.clone();
        let said = self.said;
        el("section")
            .class("step")
            .attr("aria-labelledby", "close")
            .child(el("h2").id("close").text(collect::CLOSE_TITLE))
            .child(paragraph(collect::CLOSE_LEAD))
            .child(spoken().live(move || said.get().map(|words| paragraph(words).class("need"))))
            .live(move || {
                Some(if closing.is_asking.get() {
                    closing.sure()
                } else {
                    closing.ask_button()
                })
            })
    }

    fn ask_button(&self) -> El {
        let closing = self.clone();
        let ask = move || {
            let obstacle = closing.held.get_untracked().as_ref().and_then(obstacle);
            closing.is_asking.set(obstacle.is_none());
            closing.said.set(obstacle);
        };
        actions().child(
            button("button button--quiet")
                .text(collect::CLOSE)
                .on("click", ask),
        )
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
        el("div")
            .class("sure")
            .attr("role", "group")
            .attr("aria-labelledby", "sure")
            .child(el("h3").id("sure").text(collect::CLOSE_SURE))
            .children(self.stays().into_iter().map(paragraph))
            .child(actions().child(yes).child(no))
            .live(self.progress())
    }

    /// How far the opening is, while it takes long enough to be seen.
    fn progress(&self) -> impl Fn() -> Option<El> + 'static {
        let (is_busy, opened) = (self.is_busy, self.opened);
        // The bar stays the same while it moves.
        let is_shown = Memo::new(move |_| is_busy.get() && opened.get().0 > 0);
        move || {
            is_shown.get().then(|| {
                el("progress")
                    .class("progress")
                    .attr("aria-label", collect::CLOSING)
                    .attr("max", opened.get_untracked().1.to_string())
                    .live_attr("value", move || Some(opened.get().0.to_string().into()))
            })
        }
    }

    /// The sides that will not be opened.
    fn stays(&self) -> Vec<String> {
        let Some(held) = self.held.get() else {
            return Vec::new();
        };
        let under = Side::ALL.into_iter().filter(|side| held.needed(*side) > 0);
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
                .close(closing.id.clone(), move |done, of| opened.set((done, of)))
                .await;
            closing.is_busy.set(false);
            closing.is_asking.set(false);
            match outcome {
                Ok(_) if workspace.is_lasting() => Screen::Results(closing.id).go(),
                // The way to the results is there now.
                Ok(_) => page::focus(HEADING),
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

/// Why nothing was opened: what does not open leaves a side with fewer ballots than the box shows.
fn too_few(held: &Held, refused: &BySide<RefusedCounts>) -> String {
    let mut sentences = not_counted(refused);
    for side in Side::ALL {
        let more = held.needed_beside(side, *refused.of(side));
        if more > 0 {
            sentences.push(collect::needs(side, more));
        }
    }
    sentences.join(" ")
}

/// Why there is nothing that closing could open.
fn obstacle(held: &Held) -> Option<String> {
    let open: Vec<Side> = Side::ALL
        .into_iter()
        .filter(|side| !held.is_opened(*side))
        .collect();
    if open.iter().all(|side| *held.ballots.of(*side) == 0) {
        return Some(collect::CLOSE_EMPTY.to_owned());
    }
    let all_need = open.iter().all(|side| held.needed(*side) > 0);
    all_need.then(|| {
        let needs = open
            .iter()
            .map(|side| collect::needs(*side, held.needed(*side)));
        needs.collect::<Vec<_>>().join(" ")
    })
}
