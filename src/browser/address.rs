//! The page's own address and the history of its screens.
//!
//! What comes after `#` never leaves the browser, so a screen or a whole survey can stand there.

use super::listener::Listener;
use super::window::window;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsValue;
use web_sys::{Event, Location, Window};

/// Everything after `#` in the page's address, as it stands there; empty if there is none.
#[must_use]
pub fn fragment() -> String {
    let full = full();
    full.split_once('#')
        .map_or_else(String::new, |(_, fragment)| fragment.to_owned())
}

/// The page's whole address.
#[must_use]
pub fn full() -> String {
    location()
        .and_then(|location| location.href().ok())
        .unwrap_or_default()
}

/// The page's address without question mark and fragment: what every link to this page starts with.
///
/// Works in any folder and from a file; an `index.html` in the address stays.
#[must_use]
pub fn without_fragment() -> String {
    base(&full()).to_owned()
}

/// Changes what stands after `#` as a new step of the history, so that Back returns to the step before.
///
/// Does nothing if the fragment is the same already.
pub fn go(fragment: &str) {
    change(fragment, |window, address| {
        let history = window.history()?;
        history.push_state_with_url(&JsValue::NULL, "", Some(address))
    });
}

/// Goes to another document, in place of the present one in the history.
pub fn leave(address: &str) {
    if let Some(location) = location() {
        // What cannot be gone to leaves the person where they are.
        let _ = location.replace(address);
    }
}

/// Goes to another document as a new step of the history, so that Back returns to the present one.
pub fn visit(address: &str) {
    if let Some(location) = location() {
        // What cannot be gone to leaves the person where they are.
        let _ = location.assign(address);
    }
}

/// Changes what stands after `#` in the present step of the history.
///
/// Use it to take a secret off the address as soon as it is read.
pub fn replace(fragment: &str) {
    change(fragment, |window, address| {
        let history = window.history()?;
        history.replace_state_with_url(&JsValue::NULL, "", Some(address))
    });
}

/// Calls back with the new fragment whenever it changes, once for each change, whoever made it: a link, Back, the
/// person in the address bar, [`go`] or [`replace`] (these before they return).
///
/// Listens as long as the page lives.
pub fn on_change(callback: impl Fn(String) + 'static) {
    let Some(window) = window() else { return };
    let known = RefCell::new(fragment());
    let report = Rc::new(move |_: Event| {
        let now = fragment();
        if known.replace(now.clone()) != now {
            callback(now);
        }
    });
    for event in ["popstate", CHANGED] {
        let report = Rc::clone(&report);
        Listener::new(&window, event, move |event| report(event)).keep();
    }
}

// The browser sends it when the person changes the fragment, `change` when we do.
const CHANGED: &str = "hashchange";

fn change(fragment: &str, make: impl Fn(&Window, &str) -> Result<(), JsValue>) {
    let Some(window) = window() else { return };
    if fragment == self::fragment() {
        return;
    }
    if make(&window, &with_fragment(&full(), fragment)).is_err() {
        // WebKit refuses more than 100 of these in ten seconds (older ones: in thirty). The address itself can still be set,
        // and says so.
        let _ = window.location().set_hash(fragment);
        return;
    }
    if let Ok(event) = Event::new(CHANGED) {
        let _ = window.dispatch_event(&event);
    }
}

fn location() -> Option<Location> {
    Some(window()?.location())
}

fn base(address: &str) -> &str {
    address
        .split_once(['#', '?'])
        .map_or(address, |(base, _)| base)
}

// An empty fragment leaves no lonely `#`; the query stays, or the browser would take it for another page.
fn with_fragment(address: &str, fragment: &str) -> String {
    let page = address.split_once('#').map_or(address, |(page, _)| page);
    if fragment.is_empty() {
        page.to_owned()
    } else {
        format!("{page}#{fragment}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_starts_with_the_address_without_query_and_fragment() {
        for address in [
            "https://a.example/x/index.html",
            "https://a.example/x/index.html?y=1#z?z",
            "https://a.example/x/index.html#z?y#",
        ] {
            assert_eq!(base(address), "https://a.example/x/index.html");
        }
        assert_eq!(base("file:///x/y/a.html#b"), "file:///x/y/a.html");
    }

    #[test]
    fn a_new_fragment_replaces_the_old() {
        assert_eq!(with_fragment("https://a/?q#x#y", "z"), "https://a/?q#z");
        assert_eq!(with_fragment("https://a/?q", "z"), "https://a/?q#z");
        assert_eq!(with_fragment("https://a/#x", ""), "https://a/");
    }

    #[test]
    fn there_is_no_address_outside_a_browser() {
        go("x");
        replace("y");
        on_change(|_| ());
        assert_eq!(
            (fragment(), without_fragment()),
            (String::new(), String::new())
        );
    }
}
