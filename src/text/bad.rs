//! What went wrong, and what to do.

/// The title over a link that cannot be opened.
pub const LINK_TITLE: &str = "This link cannot be opened";
/// A link without its end.
pub const LINK_CUT: &str = "The end of the link is missing. Mail and chat sometimes cut long links: copy the whole link, up to its last letter, or ask for it again.";
/// A changed link.
pub const LINK_DAMAGED: &str =
    "The link was changed on its way. Copy it again from where you got it, or ask for it again.";
/// A link of another version.
pub const LINK_VERSION: &str = "The link was made by another version of Plumbline. Reload this page to get the newest one; if that does not help, ask whoever sent you the link.";
/// A forged link.
pub const LINK_IMPOSSIBLE: &str = "This link was not made by Plumbline, or somebody changed it on purpose. Do not answer; ask whoever sent it to you.";
/// Storage is forbidden.
pub const STORAGE_FORBIDDEN: &str = "This browser keeps nothing for this page (a private window, or a setting). Everything works, but is gone when the page is closed or reloaded.";
/// Storage was written by a newer version.
pub const STORAGE_NEWER: &str = "A newer version of Plumbline has stored data in this browser. This version leaves it untouched and works without keeping anything. Reload the page to get the newest version.";
/// Storage does not work.
pub const STORAGE_BROKEN: &str = "This browser’s storage could not be opened. What is in it was left untouched. Everything works, but is gone when the page is closed or reloaded.";
/// Storage is full.
pub const STORAGE_FULL: &str = "This device has no room left, so the last change was not kept. What was kept before is unharmed. Make room, then try again.";
/// Storage failed.
pub const STORAGE_FAILED: &str = "The browser could not keep the last change. What was kept before is unharmed. Please try again.";
/// A record could not be read.
#[must_use]
pub fn unreadable(records: usize) -> String {
    match records {
        1 => "One survey on this device could not be read. It was left as it is.".to_owned(),
        n => format!("{n} surveys on this device could not be read. They were left as they are."),
    }
}
/// A file could not be made.
pub const NO_PICTURE: &str =
    "The browser could not make the picture. The SVG file holds the same chart.";
/// A file could not be saved.
pub const NO_FILE: &str = "The browser did not let the page save the file.";
