//! Small texts kept as long as the tab is open, also when the page is loaded again; other tabs do not see them.

use super::{kept::KeepError, window::window};
use web_sys::Storage;

/// The text kept under `key`; `None` if there is none, or the browser does not let the page look.
#[must_use]
pub fn load(key: &str) -> Option<String> {
    drawer()?.get_item(key).ok().flatten()
}

/// Keeps `text` under `key`, in place of what was there.
///
/// # Errors
///
/// Returns [`KeepError::Forbidden`] if the text is not kept.
pub fn save(key: &str, text: &str) -> Result<(), KeepError> {
    let drawer = drawer().ok_or(KeepError::Forbidden)?;
    drawer.set_item(key, text).map_err(|_| KeepError::Forbidden)
}

/// Forgets the text kept under `key`, if there is one.
///
/// # Errors
///
/// Returns [`KeepError::Forbidden`] if the browser forbids it.
pub fn erase(key: &str) -> Result<(), KeepError> {
    let drawer = drawer().ok_or(KeepError::Forbidden)?;
    drawer.remove_item(key).map_err(|_| KeepError::Forbidden)
}

/// All keys that start with `prefix`; none if the browser does not let the page look.
#[must_use]
pub fn keys(prefix: &str) -> Vec<String> {
    let Some(drawer) = drawer() else {
        return Vec::new();
    };
    let keys = (0..drawer.length().unwrap_or_default()).filter_map(|at| drawer.key(at).ok()?);
    keys.filter(|key| key.starts_with(prefix)).collect()
}

fn drawer() -> Option<Storage> {
    window()?.session_storage().ok().flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_kept_outside_a_browser() {
        assert_eq!(load("a"), None);
        assert_eq!(save("a", "b"), Err(KeepError::Forbidden));
        assert_eq!(erase("a"), Err(KeepError::Forbidden));
        assert_eq!(keys("a"), [""; 0]);
    }
}
