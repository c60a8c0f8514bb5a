//! The product's two shapes.

use leptos::prelude::*;

/// The executives' mark: a filled diamond.
#[component]
pub(crate) fn Diamond() -> impl IntoView {
    view! {
        <svg class="mark mark--diamond" viewBox="0 0 20 20" aria-hidden="true" focusable="false">
            <path d="M10 0 20 10 10 20 0 10Z"/>
        </svg>
    }
}

/// The team's mark: a filled circle.
#[component]
pub(crate) fn Circle() -> impl IntoView {
    view! {
        <svg class="mark mark--circle" viewBox="0 0 20 20" aria-hidden="true" focusable="false">
            <circle cx="10" cy="10" r="8.5"/>
        </svg>
    }
}

/// Both marks and the name.
#[component]
pub(crate) fn Signature() -> impl IntoView {
    view! {
        <span class="signature">
            <Circle/>
            <Diamond/>
            <span class="signature__name">"Plumbline"</span>
        </span>
    }
}
