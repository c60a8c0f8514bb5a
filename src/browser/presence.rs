//! Signs that somebody is at the device.

use super::window::window;
use std::cell::Cell;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Event, MouseEvent, Window};

/// A sign of somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sign {
    /// A key went down.
    Key,
    /// A finger, a pen or a mouse touched the page or moved over it.
    Touch,
}

/// Whether nobody else is to hear of a sign.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Heard {
    /// It meant only this.
    ForUs,
    /// It goes on to what it was meant for.
    ByTheWay,
}

/// Watches until it is dropped.
#[derive(Debug)]
pub struct Watch(Option<(Window, Hearing)>);

/// What the browser calls.
type Hearing = Closure<dyn Fn(Event)>;

/// What tells of somebody, before anything else on the page hears of it.
const EVENTS: [&str; 4] = ["keydown", "pointerdown", "pointermove", "wheel"];

/// Calls back for every sign, as long as the result lives.
#[must_use = "watches only as long as it is kept"]
pub fn watch(callback: impl Fn(Sign) -> Heard + 'static) -> Watch {
    let Some(window) = window() else {
        return Watch(None);
    };
    let place = Cell::new(None);
    let heard: Hearing = Closure::new(move |event: Event| {
        if event.type_() == "pointermove" && !is_moved(&event, &place) {
            return;
        }
        let sign = if event.type_() == "keydown" {
            Sign::Key
        } else {
            Sign::Touch
        };
        if callback(sign) == Heard::ForUs {
            event.stop_propagation();
            event.prevent_default();
        }
    });
    for event in EVENTS {
        let heard = heard.as_ref().unchecked_ref();
        // Never throws for a function.
        let _ = window.add_event_listener_with_callback_and_bool(event, heard, true);
    }
    Watch(Some((window, heard)))
}

/// Whether the pointer is at another place of the screen than before. Browsers tell of a move also when the page changes
/// under a pointer that nobody touches.
fn is_moved(event: &Event, place: &Cell<Option<(i32, i32)>>) -> bool {
    let now = event
        .dyn_ref::<MouseEvent>()
        .map(|event| (event.screen_x(), event.screen_y()));
    let before = place.replace(now);
    before.is_some() && before != now
}

impl Drop for Watch {
    fn drop(&mut self) {
        let Some((window, heard)) = self.0.take() else {
            return;
        };
        for event in EVENTS {
            let heard = heard.as_ref().unchecked_ref();
            let _ = window.remove_event_listener_with_callback_and_bool(event, heard, true);
        }
    }
}
