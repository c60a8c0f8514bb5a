//! Files with codes, gathering for somebody else, boxes, and receipts.

/// The field for files.
pub const FILES: &str = "Or choose files";
/// What they may be.
pub const FILES_HINT: &str = "Exported chats and mails, tables, pages, boxes of other collectors: several at once, up to 50 MB in all. Or drop them, or marked text, on this page. All is read here and sent nowhere.";
/// A button.
pub const STOP: &str = "Stop";
/// After that.
pub const STOPPED: &str = "Stopped. Nothing of it was put into the box.";
/// Something was dropped or chosen in the meantime.
pub const MISSED: &str = "What you brought meanwhile was left out. Bring it again.";

/// The fold with the collector's link.
pub const TITLE: &str = "Let somebody else gather too";
/// What the link does.
pub const LEAD: &str = "Send this link to people who gather codes for you: an assistant, a works council, a colleague at another site. With it they can tell this survey’s codes from others and keep them sealed. They can open none, see no results, and make no ballot with it. In the end they send you their box, a file; choose it above, and the boxes join.";
/// A button.
pub const COPY: &str = "Copy link for collectors";
/// Over the link.
pub const LINK: &str = "Collector link";

/// What a collector's device is for.
pub const COLLECTOR_LEAD: &str = "You gather sealed codes for whoever runs this survey. You cannot open them, and neither can Plumbline: the key is on another device.";
/// How.
pub const COLLECTOR_COUNTS: &str = "Only the numbers are shown here. Results are seen by whoever runs the survey, once it is closed.";
/// The section that gives the box away.
pub const BOX_TITLE: &str = "Send the box";
/// What to do with it.
pub const BOX_LEAD: &str = "Save the box as a file and send it to whoever runs the survey. Sending it twice does no harm: each ballot counts once, and boxes join in any order. Whoever sees the file learns how many ballots there are, and nothing else.";
/// A button.
pub const BOX_SAVE: &str = "Save the box";
/// It was offered.
pub const BOX_SAVED: &str = "The box was given to your browser to save.";

/// The page with the receipts, and the way to it.
pub const RECEIPTS: &str = "Check that a ballot is in: the three words of each";
/// What they are for.
pub const RECEIPTS_LEAD: &str = "Everybody who answers gets three words. Read these out or show them: whoever finds theirs knows that their ballot is in, and nobody can tell from them whose is which or what was answered.";
/// The box is empty.
pub const NO_RECEIPTS: &str = "There is no ballot in the box.";

/// A file that was not read.
#[must_use]
pub fn unopened(name: &str) -> String {
    format!(
        "The file “{name}” was not read: the browser could not, or all files together are larger than 50 MB."
    )
}
