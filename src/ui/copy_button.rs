//! A button that copies a text, and helps where the browser refuses.

use leptos::{prelude::*, task::spawn_local};

use super::kit::{El, button, el, notice, spoken};
use crate::{state::page, text::common};

/// What became of the last press.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Copied {
    NotYet,
    Yes,
    Refused,
}

/// A text that can be copied with a button, or by hand from where it stands.
pub(crate) struct Copyable {
    /// What the button shows.
    pub(crate) label: &'static str,
    /// The button's full name.
    pub(crate) name: &'static str,
    /// What is copied.
    pub(crate) text: String,
    /// The element that shows the text, which is selected where the browser refuses to copy.
    pub(crate) shown_in: &'static str,
    /// The button's class.
    pub(crate) class: &'static str,
}

impl Copyable {
    /// The button, and what it says after a press.
    pub(crate) fn button(self) -> El {
        let copied = RwSignal::new(Copied::NotYet);
        let Self { text, shown_in, .. } = self;
        let copy = move || {
            let text = text.clone();
            spawn_local(async move {
                let done = page::copy(text).await;
                if !done {
                    page::select(shown_in);
                }
                copied.set(if done { Copied::Yes } else { Copied::Refused });
            });
        };
        let said = move || match copied.get() {
            Copied::NotYet => None,
            Copied::Yes => Some(el("span").class("copied").text(common::COPIED)),
            Copied::Refused => Some(notice(common::NOT_COPIED)),
        };
        el("div")
            .class("copy")
            .child(
                button(self.class)
                    .attr("aria-label", self.name)
                    .text(self.label)
                    .on("click", copy),
            )
            .child(spoken().live(said))
    }
}
