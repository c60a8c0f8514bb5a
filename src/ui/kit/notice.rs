//! Something the person must know.

use leptos::prelude::*;

/// A short text in a box of its own.
#[component]
pub(crate) fn Notice(
    /// What must be known.
    #[prop(into)]
    words: String,
) -> impl IntoView {
    view! { <p class="notice">{words}</p> }
}
