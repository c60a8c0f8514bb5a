//! The product's two shapes.

use super::el::{El, el};

const DIAMOND: &str = r#"<svg class="mark mark--diamond" viewBox="0 0 20 20" aria-hidden="true"><path d="M10 0 20 10 10 20 0 10Z"/></svg>"#;
const CIRCLE: &str = r#"<svg class="mark mark--circle" viewBox="0 0 20 20" aria-hidden="true"><circle cx="10" cy="10" r="8.5"/></svg>"#;

/// The executives' mark: a filled diamond.
pub(crate) fn diamond() -> El {
    el("span").class("mark-box").markup(DIAMOND)
}

/// The team's mark: a filled circle.
pub(crate) fn circle() -> El {
    el("span").class("mark-box").markup(CIRCLE)
}

/// Both marks and the name.
pub(crate) fn signature(name: &'static str) -> El {
    el("span")
        .class("signature")
        .child(circle())
        .child(diamond())
        .child(el("span").class("signature__name").text(name))
}
