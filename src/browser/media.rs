//! What the person's screen and settings are like.

use std::rc::Rc;

use super::listener::Listener;
use super::window::window;

/// Whether a CSS media query holds now; calls back whenever that changes, as long as the page lives.
///
/// While the page is printed, none holds: paper is wide and light, and is laid out before queries hear of it.
pub fn watch(query: &str, callback: impl Fn(bool) + 'static) -> bool {
    let Some(window) = window() else { return false };
    let Ok(Some(list)) = window.match_media(query) else {
        return false;
    };
    let holds = list.matches();
    let callback: Rc<dyn Fn(bool)> = Rc::new(callback);
    for (place, event) in [
        (list.as_ref(), "change"),
        (window.as_ref(), "beforeprint"),
        (window.as_ref(), "afterprint"),
    ] {
        let (callback, list) = (Rc::clone(&callback), list.clone());
        let heard = move |_| callback(event != "beforeprint" && list.matches());
        Listener::new(place, event, heard).keep();
    }
    holds
}
