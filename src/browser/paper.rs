//! What stands on every page of paper.

use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::window::document;

/// The name under which styles know it.
const FOOT: &str = "--foot";

/// Gives styles a text in CSS, quotes included, for the foot of printed pages.
pub fn set_foot(css: &str) {
    let root = document().and_then(|document| document.document_element());
    if let Some(root) = root.and_then(|root| root.dyn_into::<HtmlElement>().ok()) {
        // Only a property that nobody may write can be refused, and then paper has no foot.
        let _ = root.style().set_property(FOOT, css);
    }
}
