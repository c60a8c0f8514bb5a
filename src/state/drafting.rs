//! What somebody types into a form of this tab: still there after a reload, and gone with the tab.

use crate::browser::session;

/// What was typed into the field of this name before; nothing if the browser forbids keeping it.
#[must_use]
pub fn typed_before(field: &str) -> Option<String> {
    session::load(&key(field))
}

/// Keeps what is typed into a field; where the browser forbids it, it is on the screen alone.
pub fn keep_typed(field: &str, text: &str) {
    let _ = session::save(&key(field), text);
}

/// Forgets what was typed into a field.
pub fn forget_typed(field: &str) {
    let _ = session::erase(&key(field));
}

#[inline(never)]
fn key(field: &str) -> String {
    format!("plumbline/typed/{field}")
}
