//! A question before something that cannot be undone.

use crate::ui::kit::{El, actions, el, paragraph};

/// The question, what it means, and the two answers.
pub(crate) fn sure(
    id: &'static str,
    title: &'static str,
    words: impl IntoIterator<Item = String>,
    [yes, no]: [El; 2],
) -> El {
    el("div")
        .class("sure")
        .attr("role", "group")
        .attr("aria-labelledby", id)
        .child(el("h3").id(id).text(title))
        .children(words.into_iter().map(paragraph))
        .child(actions().child(yes).child(no))
}
