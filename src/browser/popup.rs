//! A second window of this page.

use super::window::window;

/// Opens `address` in the window of this name, or shows the window that has it already; says whether the browser let it.
///
/// To be called at once on the person's click: browsers refuse it later.
#[must_use]
pub fn open(address: &str, name: &str) -> bool {
    let Some(window) = window() else {
        return false;
    };
    let opened = window.open_with_url_and_target_and_features(address, name, FEATURES);
    match opened {
        Ok(Some(opened)) => {
            // A window that cannot be brought forward is found by the person.
            let _ = opened.focus();
            true
        }
        Ok(None) | Err(_) => false,
    }
}

/// A window of its own, not a tab.
const FEATURES: &str = "popup,width=1100,height=760";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_window_is_opened_outside_a_browser() {
        assert!(!open("#", "a"));
    }
}
