//! The page as a whole: its first moment.

use super::window::element;

/// Takes away the static element that stood in for the app until it was there.
pub fn shell_gone(element_id: &str) {
    if let Some(shell) = element(element_id) {
        shell.remove();
    }
}
