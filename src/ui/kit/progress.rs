//! How far something is that takes long enough to be seen.

use leptos::prelude::*;

use super::{El, el};

/// How much of it is done, and of how much; `None` while nothing goes on.
pub(crate) type Progress = RwSignal<Option<(usize, usize)>>;

/// Whether something goes on; the bar stays the same while it moves.
#[inline(never)]
pub(crate) fn is_under_way(progress: Progress) -> Memo<bool> {
    Memo::new(move |_| progress.get().is_some())
}

/// A bar that moves.
#[inline(never)]
pub(crate) fn bar(label: &'static str, progress: Progress) -> El {
    el("progress")
        .class("progress")
        .attr("aria-label", label)
        .attr("max", "100")
        .live_attr("value", move || {
            let (done, of) = progress.get()?;
            Some((done * 100 / of.max(1)).to_string().into())
        })
}
