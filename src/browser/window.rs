//! The window and the document, if there is a browser.

use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, DomException, HtmlElement, Window};

/// The window the page runs in, or nothing outside a browser.
///
/// The one door to the browser: everything else in this module starts here, because asking natively would panic.
pub(super) fn window() -> Option<Window> {
    if cfg!(target_arch = "wasm32") {
        web_sys::window()
    } else {
        None
    }
}

/// The page, or nothing outside a browser.
pub(super) fn document() -> Option<Document> {
    window()?.document()
}

/// The element with this id, if it is on the page.
pub(super) fn element(id: &str) -> Option<HtmlElement> {
    document()?.get_element_by_id(id)?.dyn_into().ok()
}

/// Whether an older or more guarded browser lacks this part of a value.
pub(super) fn lacks(value: &JsValue, part: &str) -> bool {
    js_sys::Reflect::get(value, &JsValue::from_str(part)).map_or(true, |part| part.is_undefined())
}

/// Whether what was thrown is the browser's exception of this name.
pub(super) fn is_called(thrown: &JsValue, name: &str) -> bool {
    thrown
        .dyn_ref::<DomException>()
        .is_some_and(|exception| exception.name() == name)
}
