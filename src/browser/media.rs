//! What the person's screen and settings are like.

use super::listener::Listener;
use super::window::window;
use web_sys::MediaQueryList;

/// Whether a CSS media query holds now; calls back whenever that changes, as long as the page lives.
pub fn watch(query: &str, callback: impl Fn(bool) + 'static) -> bool {
    let list = window().and_then(|window| window.match_media(query).ok().flatten());
    let Some(list) = list else { return false };
    let holds = list.matches();
    listen(&list, callback);
    holds
}

fn listen(list: &MediaQueryList, callback: impl Fn(bool) + 'static) {
    let watched = list.clone();
    Listener::new(list, "change", move |_| callback(watched.matches())).keep();
}
