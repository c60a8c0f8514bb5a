//! After sealing.

use crate::domain::survey::Survey;

/// The screen's title.
pub const TITLE: &str = "Your answers are sealed";
/// The unfinished sheet is gone.
pub const ERASED: &str = "Your unfinished sheet has been erased from this device. What is left is this code; it cannot be opened here.";
/// The unfinished sheet could not be erased.
pub const NOT_ERASED: &str = "The browser did not let the page erase your unfinished sheet. Please clear this site’s data in the browser’s settings.";
/// The code could not be kept.
pub const NOT_KEPT: &str = "The browser could not keep this code. Copy it, or hand it in, before you close or reload the page.";
/// What to do now.
pub const SEND: &str = "Send this code to whoever asked you";
/// The code's label.
pub const CODE: &str = "Your code";
/// Copies.
pub const COPY: &str = "Copy the code";
/// The device's share sheet.
pub const SHARE: &str = "Share…";
/// The share sheet failed.
pub const NOT_SHARED: &str = "Sharing did not work. Copy the code instead.";
/// Over the other ways.
pub const OTHER_WAYS: &str = "Or hand it in another way";
/// The picture for a camera.
pub const BY_CAMERA: &str = "In the same room: show it to a camera";
/// What the picture is, for people who do not see it.
pub const QR: &str = "Your code as a QR picture";
/// How to show it.
pub const QR_HINT: &str = "Turn the screen’s brightness up, and hold it about an arm’s length from the camera of whoever collects the codes.";
/// The link.
pub const BY_LINK: &str = "As a link";
/// What the link does.
pub const LINK_HINT: &str = "Opened on the device on which the survey was made, it puts your ballot into the box. Opened anywhere else, it says so and tells nothing.";
/// Copies it.
pub const COPY_LINK: &str = "Copy the link";
/// The file.
pub const BY_FILE: &str = "As a file";
/// What the file is for.
pub const FILE_HINT: &str =
    "For a shared folder, or a USB stick: whoever collects drops it into the box.";
/// Saves it.
pub const SAVE_FILE: &str = "Save the file";
/// The receipt.
pub const THREE_WORDS: &str = "Your three words";
/// What it is for.
pub const THREE_WORDS_FOR: &str = "Note them if you like: whoever runs the survey can show the words of all ballots in the box, sorted. So you can check that yours is in, and nobody can tell whose is which.";
/// The device holds the box too.
pub const BOX_IS_HERE: &str = "The box is on this device";
/// Why the code is still here.
pub const KEEP_UNTIL_SENT: &str =
    "The code stays on this device until you say that you have sent it.";
/// Puts it into this device's box.
pub const INTO_THIS_BOX: &str = "Put it into this device’s box";
/// It is done.
pub const SENT: &str = "I have sent it: remove it from this device";
/// After removing.
pub const DONE_TITLE: &str = "Thank you";
/// After removing.
pub const DONE: &str = "Nothing of your answers is left on this device. You can close this page.";
/// In kiosk mode.
pub const KIOSK_DONE: &str = "Your ballot is sealed in the box, and nothing of your answers is left on the screen. Please hand the device to the next person.";
/// The next person.
pub const KIOSK_NEXT: &str = "Next person";
/// The end of the round.
pub const KIOSK_END: &str = "End the round";
/// The survey's key is bad.
pub const CANNOT_SEAL: &str = "Your answers could not be sealed: this browser gives no random numbers. Nothing is lost; please open the link in another browser.";
/// The box could not take it.
pub const NOT_IN_BOX: &str = "The box on this device could not keep your ballot. Nothing is lost: your answers are still here. Make room on the device, or ask whoever runs the survey.";
/// The survey was closed meanwhile.
pub const CLOSED_MEANWHILE: &str =
    "This survey was closed in the meantime, so its box takes no more ballots.";

/// What the share sheet calls it.
#[must_use]
pub fn share_title(survey: &Survey) -> String {
    format!("A sealed code for {}", survey.team)
}
