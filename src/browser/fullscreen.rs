//! The whole screen for the page.

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
        assert!(!is_known());
    }
}
