//! Word to and from other tabs of this page.

use super::listener::Listener;
use super::window::window;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{BroadcastChannel, MessageEvent};

/// A line between all tabs of this page in one browser; closed when dropped.
#[derive(Debug)]
pub struct Channel {
    line: BroadcastChannel,
    _listener: Listener,
}

impl Channel {
    /// Opens the line of this name, or gives nothing where the browser has none.
    ///
    /// What another tab tells arrives at `on_message`; what this one tells does not.
    pub fn open(name: &str, on_message: impl Fn(String) + 'static) -> Option<Self> {
        window()?;
        let line = BroadcastChannel::new(name).ok()?;
        let listener = Listener::new(&line, "message", move |event| {
            let text = event
                .dyn_into::<MessageEvent>()
                .ok()
                .and_then(|message| message.data().as_string());
            if let Some(text) = text {
                on_message(text);
            }
        });
        Some(Self {
            line,
            _listener: listener,
        })
    }

    /// Tells the other tabs. They may be closed or asleep: never rely on being heard.
    pub fn tell(&self, text: &str) {
        let _ = self.line.post_message(&JsValue::from_str(text));
    }
}

impl Drop for Channel {
    fn drop(&mut self) {
        self.line.close();
    }
}
