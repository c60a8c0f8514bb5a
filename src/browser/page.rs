//! The page as a whole: its first moment, and coming back to it.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::listener::Listener;
use super::window::{document, element, window};

/// Takes away the static element that stood in for the app until it was there.
pub fn shell_gone(element_id: &str) {
    if let Some(shell) = element(element_id) {
        shell.remove();
    }
}

/// Opens the dialogue for printing; where there is none, nothing happens.
pub fn print() {
    if let Some(window) = window() {
        let _ = window.print();
    }
}

/// Gives styles a text in CSS, quotes included, for the foot of printed pages.
pub fn set_foot(css: &str) {
    let root = document().and_then(|document| document.document_element());
    if let Some(root) = root.and_then(|root| root.dyn_into::<HtmlElement>().ok()) {
        // Where it is refused, paper has no foot.
        let _ = root.style().set_property("--foot", css);
    }
}

/// Calls back when the page is left, for another one or with its tab; as long as the result lives.
#[must_use = "listens only as long as it is kept"]
pub fn on_leave(callback: impl Fn() + 'static) -> LeaveListener {
    LeaveListener(window().map(|window| Listener::new(&window, "pagehide", move |_| callback())))
}

/// Listens for the end of the page; taken off when dropped.
#[derive(Debug)]
pub struct LeaveListener(#[expect(dead_code, reason = "listens by being there")] Option<Listener>);

/// Calls back whenever what is kept may have changed without this page: when the person comes Back to it from another
/// document, and when another page of the site has kept or erased something.
///
/// Listens as long as the page lives.
pub fn on_return(callback: impl Fn() + 'static) {
    let Some(window) = window() else { return };
    let callback = Rc::new(callback);
    for event in ["pageshow", "storage"] {
        let callback = Rc::clone(&callback);
        Listener::new(&window, event, move |_| callback()).keep();
    }
}
