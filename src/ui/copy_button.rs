//! A button that copies a text, and helps where the browser refuses.

use leptos::{prelude::*, task::spawn_local};

use super::kit::Notice;
use crate::{state::page, text::common};

/// What became of the last press.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Copied {
    NotYet,
    Yes,
    Refused,
}

/// Copies `text`; where the browser refuses, selects it where it stands so that it can be copied by hand.
#[component]
pub(crate) fn CopyButton(
    /// What the button shows.
    label: &'static str,
    /// The button's full name.
    #[prop(into)]
    name: String,
    /// What is copied.
    text: String,
    /// The element that shows the text.
    #[prop(into)]
    shown_in: String,
    /// Whether it is the screen's main button.
    #[prop(default = false)]
    is_main: bool,
) -> impl IntoView {
    let copied = RwSignal::new(Copied::NotYet);

    let copy = move |_| {
        let (text, shown_in) = (text.clone(), shown_in.clone());
        spawn_local(async move {
            let done = page::copy(text).await;
            if !done {
                page::select(&shown_in);
            }
            copied.set(if done { Copied::Yes } else { Copied::Refused });
        });
    };
    let class = if is_main {
        "button"
    } else {
        "button button--quiet"
    };

    view! {
        <button type="button" class=class aria-label=name on:click=copy>{label}</button>
        <span class="copied" role="status">
            {move || (copied.get() == Copied::Yes).then_some(common::COPIED)}
        </span>
        {move || {
            (copied.get() == Copied::Refused).then(|| view! { <Notice words=common::NOT_COPIED/> })
        }}
    }
}
