//! Half a page for leaders, about a gap.

use super::kit::{El, el, paragraph};
use crate::text::topic::{EDUCATE_UP, HalfPage, MONDAY};

/// The half page in a fold, closed at first.
pub(crate) fn topic_fold(page: &HalfPage) -> El {
    el("details")
        .class("topic")
        .child(
            el("summary")
                .class("topic__summary")
                .child(el("span").class("topic__kind").text(EDUCATE_UP))
                .child(el("span").class("topic__title").text(page.title)),
        )
        .child(topic(page))
}

/// The half page without its title: paragraphs, and what to do on Monday.
pub(crate) fn topic(page: &HalfPage) -> El {
    let words = page.paragraphs.iter().cloned().map(paragraph);
    let monday = el("p")
        .class("topic__monday")
        .child(el("strong").text(MONDAY))
        .text(" ")
        .text(page.monday);
    el("div").class("topic__page").children(words).child(monday)
}
