//! Where on the page the person is.

use super::window::{document, element, window};

/// Moves the keyboard, and what a screen reader reads next, to an element.
///
/// Works for headings and other elements that Tab does not reach.
pub fn focus(element_id: &str) {
    let Some(element) = element(element_id) else {
        return;
    };
    if element.tab_index() < 0 && !element.has_attribute("tabindex") {
        element.set_tab_index(-1);
    }
    let _ = element.focus();
}

/// Shows the top of the page.
pub fn scroll_to_top() {
    if let Some(window) = window() {
        window.scroll_to_with_x_and_y(0.0, 0.0);
    }
}

/// Names the page, in its tab and for screen readers.
pub fn set_title(text: &str) {
    if let Some(document) = document() {
        document.set_title(text);
    }
}
