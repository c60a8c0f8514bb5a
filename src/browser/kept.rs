//! Small texts kept between visits, such as an unfinished sheet and the person's preferences.
//!
//! Written at once, also while the page is being closed, but lost if the browser is killed within a minute. What must
//! last goes to [`storage`](super::storage).

#[cfg(test)]
pub mod twin;

use super::window::{is_called, window};
use gloo_storage::{LocalStorage, Storage as _};
use wasm_bindgen::JsValue;
use web_sys::Storage;

/// Why a text could not be kept or read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum KeepError {
    /// The browser forbids the page to keep anything.
    #[error("the browser forbids keeping texts")]
    Forbidden,
    /// There is no room left; what was kept before is still there.
    #[error("there is no room for another text")]
    Full,
}

/// The text kept under `key`, or `None` if there is none.
///
/// # Errors
///
/// Returns [`KeepError::Forbidden`] if the browser does not let the page look.
pub fn load(key: &str) -> Result<Option<String>, KeepError> {
    #[cfg(test)]
    if let Some(loaded) = twin::load(key) {
        return loaded;
    }
    drawer()?.get_item(key).map_err(|thrown| reason(&thrown))
}

/// Keeps `text` under `key`, in place of what was there.
///
/// # Errors
///
/// Returns a [`KeepError`] if the text is not kept; then the one before is still there.
pub fn save(key: &str, text: &str) -> Result<(), KeepError> {
    #[cfg(test)]
    if let Some(saved) = twin::save(key, text) {
        return saved;
    }
    drawer()?
        .set_item(key, text)
        .map_err(|thrown| reason(&thrown))
}

/// Forgets the text kept under `key`, if there is one.
///
/// # Errors
///
/// Returns [`KeepError::Forbidden`] if the browser forbids it.
pub fn erase(key: &str) -> Result<(), KeepError> {
    #[cfg(test)]
    if let Some(erased) = twin::erase(key) {
        return erased;
    }
    drawer()?.remove_item(key).map_err(|thrown| reason(&thrown))
}

/// All keys that start with `prefix`, in order.
///
/// # Errors
///
/// Returns [`KeepError::Forbidden`] if the browser does not let the page look.
pub fn keys(prefix: &str) -> Result<Vec<String>, KeepError> {
    #[cfg(test)]
    if let Some(keys) = twin::keys(prefix) {
        return keys;
    }
    let drawer = drawer()?;
    let length = drawer.length().map_err(|thrown| reason(&thrown))?;
    let found = (0..length)
        .filter_map(|index| drawer.key(index).ok().flatten())
        .filter(|key| key.starts_with(prefix));
    // Each put in its place: they are few, and the standard sort is 1.6 KB of the page.
    let mut keys: Vec<String> = Vec::new();
    for key in found {
        let place = keys.partition_point(|present| *present < key);
        keys.insert(place, key);
    }
    Ok(keys)
}

// `LocalStorage::raw` panics where storage is forbidden, so ask first.
fn drawer() -> Result<Storage, KeepError> {
    match window().map(|window| window.local_storage()) {
        Some(Ok(Some(_))) => Ok(LocalStorage::raw()),
        Some(Ok(None) | Err(_)) | None => Err(KeepError::Forbidden),
    }
}

fn reason(thrown: &JsValue) -> KeepError {
    if is_called(thrown, "QuotaExceededError") {
        KeepError::Full
    } else {
        KeepError::Forbidden
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_kept_outside_a_browser() {
        assert_eq!(load("a"), Err(KeepError::Forbidden));
        assert_eq!(save("a", "b"), Err(KeepError::Forbidden));
        assert_eq!(erase("a"), Err(KeepError::Forbidden));
        assert_eq!(keys(""), Err(KeepError::Forbidden));
    }
}
