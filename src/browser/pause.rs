//! A pause in long work, in which the browser draws and hears.

use super::listener::Listener;
use super::once::once;
use super::window::window;
use wasm_bindgen::JsValue;
use web_sys::MessageChannel;

/// Lets the browser do what waits; returns at once outside a browser.
///
/// By a message, because browsers hold up timers that follow one another.
pub async fn pause() {
    if window().is_none() {
        return;
    }
    let Ok(channel) = MessageChannel::new() else {
        return;
    };
    let (giver, awaited) = once();
    let port = channel.port1();
    let _listener = Listener::new(&port, "message", move |_| {
        let _ = giver.give(());
    });
    port.start();
    if channel.port2().post_message(&JsValue::NULL).is_ok() {
        awaited.await;
    }
    port.close();
}
