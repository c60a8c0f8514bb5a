//! Keys pressed anywhere on the page.

use super::listener::Listener;
use super::window::document;
use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent};

/// A key that went down, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own")]
pub struct Key {
    /// What the key writes or is called: `a`, `4`, `Enter`, `ArrowLeft`.
    pub name: String,
    /// The focus is where keys write text or choose by first letter.
    pub in_text_field: bool,
    /// Control, Alt or Command is held too, so the browser or the system may want the key.
    pub with_modifier: bool,
    /// The focus is on something that Enter or Space presses.
    pub on_button_or_link: bool,
    /// The key is held down and repeats itself.
    pub is_repeated: bool,
}

/// Whether a key was taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Handled {
    /// Taken: the browser does nothing more with it.
    Yes,
    /// Left to the browser.
    No,
}

/// Hears keys until it is dropped.
#[derive(Debug)]
pub struct KeyListener(#[expect(dead_code, reason = "listens by being there")] Option<Listener>);

/// Calls back for every key that goes down on the page, as long as the result lives.
#[must_use = "listens only as long as it is kept"]
pub fn on_key(callback: impl Fn(Key) -> Handled + 'static) -> KeyListener {
    let on_event = move |event: web_sys::Event| {
        // Filling in a form by itself, Chromium sends events of this name that are none.
        let Ok(event) = event.dyn_into::<KeyboardEvent>() else {
            return;
        };
        if !event.is_composing() && callback(key(&event)) == Handled::Yes {
            event.prevent_default();
        }
    };
    KeyListener(document().map(|document| Listener::new(&document, "keydown", on_event)))
}

fn key(event: &KeyboardEvent) -> Key {
    let place = event.target().and_then(|place| place.dyn_into().ok());
    Key {
        name: event.key(),
        in_text_field: is_inside(place.as_ref(), TEXT_FIELDS),
        with_modifier: event.ctrl_key() || event.alt_key() || event.meta_key(),
        on_button_or_link: is_inside(place.as_ref(), BUTTONS_AND_LINKS),
        is_repeated: event.repeat(),
    }
}

fn is_inside(place: Option<&Element>, selector: &str) -> bool {
    place.is_some_and(|place| matches!(place.closest(selector), Ok(Some(_))))
}

const TEXT_FIELDS: &str = "textarea, select, [contenteditable]:not([contenteditable='false']), \
    input:not([type=radio], [type=checkbox], [type=button], [type=submit], [type=reset], [type=file], [type=range])";

const BUTTONS_AND_LINKS: &str = "button, a[href], summary, [role=button], [role=link], \
    input:is([type=button], [type=submit], [type=reset], [type=file])";
