//! Something done again and again.

use super::window::window;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

/// Ticks until it is dropped.
#[derive(Debug)]
pub struct Ticking {
    number: Option<i32>,
    _action: Closure<dyn Fn()>,
}

/// Does something every so many milliseconds, as long as the result lives; never outside a browser.
#[must_use = "ticks only as long as it is kept"]
pub fn every(milliseconds: i32, action: impl Fn() + 'static) -> Ticking {
    let action: Closure<dyn Fn()> = Closure::new(action);
    let number = window().and_then(|window| {
        let action = action.as_ref().unchecked_ref();
        window
            .set_interval_with_callback_and_timeout_and_arguments_0(action, milliseconds)
            .ok()
    });
    Ticking {
        number,
        _action: action,
    }
}

impl Drop for Ticking {
    fn drop(&mut self) {
        if let (Some(window), Some(number)) = (window(), self.number) {
            window.clear_interval_with_handle(number);
        }
    }
}
