//! The page as a whole: its first moment, and coming back to it.

use std::rc::Rc;

use super::listener::Listener;
use super::window::{element, window};

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
