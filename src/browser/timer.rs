//! Something done later.

use super::once::once;
use super::window::window;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

/// Does something after so many milliseconds; never outside a browser.
pub(super) fn after(milliseconds: i32, action: impl FnOnce() + 'static) {
    let Some(window) = window() else { return };
    let action = Closure::once_into_js(action);
    // Refuses only handlers that are text, which a policy may forbid.
    let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(
        action.unchecked_ref(),
        milliseconds,
    );
}

/// Waits so many milliseconds; not at all outside a browser.
pub async fn wait(milliseconds: i32) {
    let (giver, awaited) = once();
    after(milliseconds, move || {
        let _ = giver.give(());
    });
    awaited.await;
}
