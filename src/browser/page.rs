//! The page as a whole: its first and its last moment.

use super::listener::Listener;
use super::window::{document, element, window};
use std::rc::Rc;

/// Takes away the static element that stood in for the app until it was there.
pub fn shell_gone(element_id: &str) {
    if let Some(shell) = element(element_id) {
        shell.remove();
    }
}

/// Calls back whenever the page may be seen for the last time: it is closed, left, or out of sight.
///
/// May come several times, and there is no time left to wait for anything. Listens as long as the page lives.
pub fn on_leaving(callback: impl Fn() + 'static) {
    let (Some(window), Some(page)) = (window(), document()) else {
        return;
    };
    let callback = Rc::new(callback);
    let on_hidden = {
        let (callback, page) = (Rc::clone(&callback), page.clone());
        move |_| {
            if page.hidden() {
                callback();
            }
        }
    };
    Listener::new(&page, "visibilitychange", on_hidden).keep();
    Listener::new(&window, "pagehide", move |_| callback()).keep();
}
