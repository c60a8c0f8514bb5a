//! What stands on every page of paper.

use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::{
    listener::Listener,
    window::{document, window},
};

/// The name under which styles know it.
const FOOT: &str = "--foot";

/// Calls back before the page is laid out for paper, and after it was printed, as long as the page lives.
pub fn watch(callback: impl Fn(bool) + Clone + 'static) {
    let Some(window) = window() else { return };
    for (event, is_printing) in [("beforeprint", true), ("afterprint", false)] {
        let callback = callback.clone();
        Listener::new(&window, event, move |_| callback(is_printing)).keep();
    }
}

/// Gives styles a text in CSS, quotes included, for the foot of printed pages.
pub fn set_foot(css: &str) {
    let root = document().and_then(|document| document.document_element());
    if let Some(root) = root.and_then(|root| root.dyn_into::<HtmlElement>().ok()) {
        // Only a property that nobody may write can be refused, and then paper has no foot.
        let _ = root.style().set_property(FOOT, css);
    }
}
