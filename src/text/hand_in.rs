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
/// How not to tell who one is.
pub const NAME_TELLS: &str = "Pasting the code with your name on it, in a mail or a chat of your own, tells the receiver whose it is. A shared page where everybody pastes, a paper slip or a trusted colleague does not.";
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
