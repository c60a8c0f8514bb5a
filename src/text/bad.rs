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
/// A changed result link.
pub const RESULT_LINK_DAMAGED: &str = "The link was changed on its way, or is none of Plumbline’s. Copy it again from where you got it, or ask for it again.";
/// A result link with impossible numbers.
pub const RESULT_LINK_IMPOSSIBLE: &str = "This link was not made by Plumbline, or somebody changed it on purpose: no survey has such results. Ask whoever sent it to you.";
/// A file of another kind.
pub const FILE_OTHER: &str = "This file is neither a tally nor a picture of Plumbline’s. Choose a file that was saved with “Download the tally”, “Download SVG” or “Download PNG”.";
/// A file that the browser could not read.
pub const FILE_UNREADABLE: &str =
    "The browser could not read this file. Perhaps it was moved: choose it once more.";
/// A file that is too large.
pub const FILE_LARGE: &str = "This file was not read: a tally of Plumbline’s has less than 2 MB, and a picture less than 8 MB. Choose another one.";
/// A picture without numbers.
pub const PICTURE_FOREIGN: &str = "There are no results in this picture. Either Plumbline did not make it, or a program on its way took them out, as chats and slides do. Ask for the original file or the tally.";
/// A damaged picture.
pub const PICTURE_DAMAGED: &str = "The results in this picture were changed on their way. Ask for the original file or the tally.";
/// A file without its end.
pub const FILE_CUT: &str =
    "The end of this file is missing. Copy it again from where you got it, or ask for it again.";
/// A tally with a slip in it, in a file or in a picture.
pub const TALLY_DAMAGED: &str = "Something in this tally cannot be read, such as a number with too many digits. Ask for the original.";
/// A tally with numbers that no Plumbline publishes.
pub const TALLY_NEVER: &str = "This tally was not made by Plumbline, or somebody changed it: it shows groups that are too small to show, or numbers that contradict each other. Ask for the original.";
/// A tally with too many items.
pub const TALLY_LONG: &str =
    "This tally has more than 200 items, which is more than Plumbline can show.";

/// A tally of a later version.
#[must_use]
pub fn tally_later(version: u64) -> String {
    format!(
        "This tally was written by a later Plumbline (version {version} of the format). Reload this page to get the newest one."
    )
}
/// A number in a tally that is below nobody.
pub const NEGATIVE: &str = "a number of people is negative";
/// A number in a tally that is not whole.
pub const FRACTION: &str = "a number of people is not whole";
/// A number in a tally that is too large.
pub const TOO_LARGE: &str = "a number is larger than any number of people";
/// Counts for options that do not exist.
pub const OPTIONS: &str = "there are counts for more or fewer options than exist";
/// Counts that do not add up.
pub const ADDS_UP: &str = "the counts do not add up to the ballots";
/// A text that is too long.
pub const TEXT_LONG: &str = "a text is too long";
/// A field that is missing.
pub const MISSING: &str = "something is missing, or is of another kind";
/// A field that says something impossible.
pub const UNKNOWN: &str = "something is there that this version does not know";

/// Something in a tally is wrong.
#[must_use]
pub fn tally_wrong(place: &str, field: &str, wrong: &str) -> String {
    format!(
        "This tally cannot be shown: at {place}, {wrong} (“{field}”). Nothing of it was opened. Ask for the original."
    )
}
