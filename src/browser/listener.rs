//! A listener that is taken off when dropped.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Event, EventTarget};

/// Hears one kind of event at one place; taken off when dropped.
#[derive(Debug)]
pub(super) struct Listener {
    place: EventTarget,
    event: &'static str,
    callback: Closure<dyn Fn(Event)>,
}

impl Listener {
    pub(super) fn new(
        place: &EventTarget,
        event: &'static str,
        callback: impl Fn(Event) + 'static,
    ) -> Self {
        let callback: Closure<dyn Fn(Event)> = Closure::new(callback);
        // Never throws for a function.
        let _ = place.add_event_listener_with_callback(event, callback.as_ref().unchecked_ref());
        Self {
            place: place.clone(),
            event,
            callback,
        }
    }

    /// Leaves the listener on for as long as the page lives.
    pub(super) fn keep(self) {
        std::mem::forget(self);
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        let callback = self.callback.as_ref().unchecked_ref();
        let _ = self
            .place
            .remove_event_listener_with_callback(self.event, callback);
    }
}
