//! The whole screen for the page.

use std::rc::Rc;

use super::listener::Listener;
use super::window::{document, lacks};
use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// The browser does not give the page the whole screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("full screen was refused")]
pub struct Refused;

/// How browsers call it; the second is Safari's on tablets. Telephones often have neither.
const NAMES: [&str; 2] = ["requestFullscreen", "webkitRequestFullscreen"];

/// Whether the browser knows full screen at all.
#[must_use]
pub fn is_known() -> bool {
    page().is_some_and(|page| NAMES.iter().any(|name| !lacks(&page, name)))
}

/// Asks for the whole screen; nothing changes if the page has it already.
///
/// To be called at once on the person's click, and the future awaited after that: browsers refuse it later.
///
/// # Errors
///
/// The future gives [`Refused`] if the browser does not let the page.
pub fn enter() -> impl Future<Output = Result<(), Refused>> {
    let asked = ask();
    async move {
        // Older browsers give no promise, and do not say what came of it.
        match asked.ok_or(Refused)?.dyn_into::<Promise>() {
            Ok(promise) => JsFuture::from(promise).await.map_err(|_| Refused).map(drop),
            Err(_) => Ok(()),
        }
    }
}

/// How browsers call leaving it.
const LEAVE_NAMES: [&str; 2] = ["exitFullscreen", "webkitExitFullscreen"];
/// What the document says once it has it, or has it no more.
const CHANGES: [&str; 2] = ["fullscreenchange", "webkitfullscreenchange"];

/// Whether the page has the whole screen.
#[must_use]
pub fn is_on() -> bool {
    let names = ["fullscreenElement", "webkitFullscreenElement"];
    let has = |document: &JsValue, name: &str| {
        Reflect::get(document, &JsValue::from_str(name)).is_ok_and(|element| !element.is_falsy())
    };
    document().is_some_and(|document| names.iter().any(|name| has(&document, name)))
}

/// Gives the whole screen back.
pub fn leave() {
    let Some(document) = document().map(JsValue::from) else {
        return;
    };
    let Some(name) = LEAVE_NAMES.iter().find(|name| !lacks(&document, name)) else {
        return;
    };
    let leave = Reflect::get(&document, &JsValue::from_str(name)).ok();
    if let Some(leave) = leave.and_then(|leave| leave.dyn_into::<Function>().ok()) {
        // What is not given back is left by the person, with Escape.
        if let Ok(Ok(promise)) = leave.call0(&document).map(JsCast::dyn_into::<Promise>) {
            wasm_bindgen_futures::spawn_local(async {
                let _ = JsFuture::from(promise).await;
            });
        }
    }
}

/// Hears whether the page has the whole screen until it is dropped.
#[derive(Debug)]
pub struct Watch(#[expect(dead_code, reason = "listens by being there")] Vec<Listener>);

/// Calls back whenever the page gets the whole screen or gives it back, as long as the result lives.
#[must_use = "listens only as long as it is kept"]
pub fn watch(callback: impl Fn(bool) + 'static) -> Watch {
    let Some(document) = document() else {
        return Watch(Vec::new());
    };
    let callback = Rc::new(callback);
    let listeners = CHANGES.map(|change| {
        let callback = Rc::clone(&callback);
        Listener::new(&document, change, move |_| callback(is_on()))
    });
    Watch(listeners.into())
}

fn ask() -> Option<JsValue> {
    let has_it = document()?.fullscreen_element().is_some();
    if has_it {
        return Some(JsValue::UNDEFINED);
    }
    let page = page()?;
    let name = NAMES.iter().find(|name| !lacks(&page, name))?;
    let enter = Reflect::get(&page, &JsValue::from_str(name)).ok()?;
    enter.dyn_into::<Function>().ok()?.call0(&page).ok()
}

fn page() -> Option<JsValue> {
    Some(document()?.document_element()?.into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_is_no_screen_outside_a_browser() {
        assert!(!is_known() && !is_on());
        leave();
    }
}
