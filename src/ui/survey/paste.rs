//! The field for pasting codes, and what the last paste brought.

use leptos::{prelude::*, task::spawn_local};

use crate::{
    state::{CollectOutcome, Unread, Why, Workspace, page},
    text::collect::{self, Brought},
    ui::kit::{El, actions, busy_button, el, paragraph, spoken},
};

/// Unread codes that are told one by one.
const MOST_TOLD: usize = 5;

/// The field and its button.
pub(super) fn paste(id: &str) -> El {
    let workspace = Workspace::expect();
    let id = id.to_owned();
    let text = RwSignal::new(String::new());
    let is_busy = RwSignal::new(false);
    let said = RwSignal::new(Vec::<String>::new());
    let add = move || {
        let pasted = text.get_untracked();
        if pasted.trim().is_empty() {
            said.set(vec![collect::NOTHING_PASTED.to_owned()]);
            return;
        }
        is_busy.set(true);
        let id = id.clone();
        spawn_local(async move {
            let outcome = workspace.collect(id, pasted).await;
            match outcome.added {
                Ok(_) => text.set(String::new()),
                // A full or failing storage is told at the top of the page.
                Err(_) => page::scroll_to_top(),
            }
            said.set(sentences(&outcome));
            is_busy.set(false);
        });
    };
    let add_button = busy_button("button", is_busy, collect::ADD, collect::ADDING).on("click", add);
    el("div")
        .class("paste")
        .child(paragraph(collect::LEAD))
        .child(field(text))
        .child(actions().child(add_button))
        .child(spoken().live(move || {
            let said = said.get();
            (!said.is_empty()).then(|| {
                el("div")
                    .class("said")
                    .children(said.into_iter().map(paragraph))
            })
        }))
}

fn field(text: RwSignal<String>) -> El {
    let label = el("label")
        .class("field__label")
        .attr("for", "codes")
        .text(collect::FIELD);
    let area = el("textarea")
        .class("field__input paste__field")
        .id("codes")
        .attr("rows", "5")
        .attr("autocomplete", "off")
        .attr("spellcheck", "false")
        .live_value(move || text.get())
        .on_text(move |typed| text.set(typed));
    el("div").class("field").child(label).child(area)
}

/// What one paste brought, in sentences.
fn sentences(outcome: &CollectOutcome) -> Vec<String> {
    let mut said = Vec::new();
    if let Ok(added) = outcome.added {
        let brought = Brought {
            new: added.new,
            known: added.known,
            other_survey: added.other_survey,
            late: added.late,
        };
        if brought == Brought::default() && outcome.unread.is_empty() {
            said.push(collect::NOTHING_FOUND.to_owned());
        } else {
            said.push(collect::brought(&brought));
        }
    }
    said.extend(outcome.unread.iter().take(MOST_TOLD).map(unread));
    if outcome.unread.len() > MOST_TOLD {
        said.push(collect::more_unread(outcome.unread.len() - MOST_TOLD));
    }
    said
}

fn unread(unread: &Unread) -> String {
    match unread.why {
        Why::CutOff => collect::cut_off(&unread.start),
        Why::Damaged => collect::damaged(&unread.start),
        Why::OtherVersion => collect::other_version(&unread.start),
    }
}
