//! Around the slides: buttons, help, the organiser's window, and changing the deck.

use crate::text::common::count;

/// The name of the slides for screen readers.
pub const SLIDES: &str = "Slides";
/// The buttons.
pub const NEXT: &str = "Next";
/// The buttons.
pub const PREVIOUS: &str = "Previous";
/// The buttons.
pub const FULL_SCREEN: &str = "Full screen";
/// The buttons.
pub const LEAVE_FULL_SCREEN: &str = "Leave full screen";
/// The buttons.
pub const NOTES: &str = "Speaker notes";
/// The buttons.
pub const ARRANGE: &str = "Arrange";
/// The buttons.
pub const PRINT: &str = "Print or PDF";
/// The buttons.
pub const HELP: &str = "Keys";
/// The buttons.
pub const CLOSE: &str = "Close";
/// The way back.
pub const RESULTS: &str = "Results";
/// The way back from arranging.
pub const PRESENT: &str = "Present";
/// Where the browser refuses full screen.
pub const NO_FULL_SCREEN: &str =
    "This browser does not give the page the whole screen. Press F11, or present as it is.";
/// Where the browser refuses a second window.
pub const NO_WINDOW: &str = "This browser did not open a window. Open the speaker notes by hand: ";
/// The link that opens it by hand.
pub const NOTES_BY_HAND: &str = "speaker notes in a window of their own";
/// While a number is typed.
pub const GO_TO: &str = "Go to slide";
/// Over the help.
pub const KEYS_TITLE: &str = "Keys while presenting";
/// The keys that also work in the window of the notes, and what they do.
pub const KEYS: [(&str, &str); 7] = [
    ("→  Space  Page Down", "next step or slide"),
    ("←  Page Up", "one step or slide back"),
    ("Home  End", "first and last slide"),
    ("Number, then Enter", "to the slide of this number"),
    ("0 to 9", "on a question: a guess of the room, 7 is 70"),
    ("Backspace", "on a question: takes the guesses back"),
    ("?", "these keys"),
];
/// Those of the window that shows the slides.
pub const KEYS_OF_SLIDES: [(&str, &str); 3] = [
    ("F", "full screen"),
    ("N", "speaker notes in a second window"),
    (
        "Escape",
        "leaves full screen or this list; then shows all slides",
    ),
];

/// The place of the present slide.
#[must_use]
pub fn place(number: usize, all: usize) -> String {
    format!("Slide {number} of {all}")
}

/// What a screen reader says when a slide comes.
#[must_use]
pub fn arrived(number: usize, all: usize, title: &str) -> String {
    format!("{}: {title}", place(number, all))
}

/// Beside the place while a slide is shown step by step.
#[must_use]
pub fn steps(step: u8, all: u8) -> String {
    format!("step {} of {all}", step + 1)
}

/// The notes' window: what is shown now.
pub const NOW: &str = "Now";
/// What comes.
pub const THEN: &str = "Next slide";
/// After the last slide.
pub const THE_END: &str = "This is the last slide.";
/// The clock.
pub const CLOCK: &str = "Time";
/// How long it has been going on.
pub const SINCE: &str = "Since the start";
/// Lets the time begin anew.
pub const RESTART: &str = "Start again from 0:00";
/// Where windows cannot speak with each other.
pub const ALONE: &str = "This browser does not let two windows of the page speak with each other, so this one does not follow the slides.";
/// While no slides are shown in another window.
pub const NO_SLIDES: &str = "No other window shows these slides. ";
/// Opens them.
pub const SHOW_SLIDES: &str = "Open the slides";

/// Over the arranging.
pub const ARRANGE_TITLE: &str = "Arrange the slides";
/// What can be done there.
pub const ARRANGE_LEAD: &str = "Leave slides out, change their order, their titles and your notes. Changes are kept on this device.";
/// Once a change is kept.
pub const KEPT: &str = "Kept on this device.";
/// Where nothing can be kept.
pub const NOT_LASTING: &str =
    "This browser keeps nothing beyond this visit, so changes last as long as this page.";
/// Where changes were not kept.
pub const NOT_KEPT: &str = "The change could not be kept. It holds until this page is closed.";
/// Where what was kept cannot be read.
pub const UNREADABLE: &str = "What was kept about these slides cannot be read by this version. It stays as it is, and changes made now hold until this page is closed.";
/// Moves a slide.
pub const UP: &str = "Move up";
/// Moves a slide.
pub const DOWN: &str = "Move down";
/// Leaves a slide out.
pub const DROP: &str = "Leave out";
/// Takes it in again.
pub const RESTORE: &str = "Take in again";
/// Opens the fields.
pub const EDIT: &str = "Title and notes";
/// A field.
pub const TITLE_FIELD: &str = "Title";
/// A field.
pub const NOTES_FIELD: &str = "Your notes";
/// Under the title's field.
pub const TITLE_HINT: &str = "Left empty, the title is made from the results.";
/// Under the notes' field.
pub const NOTES_HINT: &str = "Left empty, the notes say what can and cannot be claimed.";
/// Takes every change back.
pub const AS_MADE: &str = "Take all changes back";
/// A slide that is left out.
pub const LEFT_OUT: &str = "left out";
/// Presents from a slide on.
pub const FROM_HERE: &str = "Present from here";

/// A button about one slide, for who hears it without seeing where it stands.
#[must_use]
pub fn of_slide(action: &str, title: &str) -> String {
    format!("{action}: {title}")
}

/// What a screen reader says after a slide was moved.
#[must_use]
pub fn moved(title: &str, number: usize, all: usize) -> String {
    format!("{title}: now {number} of {all}")
}

/// How many slides are left out.
#[must_use]
pub fn dropped(n: usize) -> String {
    count(n, "slide is left out", "slides are left out")
}

/// A time span in minutes and seconds, such as "12:07".
#[must_use]
pub fn span(seconds: u64) -> String {
    format!("{}:{:02}", seconds / 60, seconds % 60)
}

/// A time of day, such as "09:05".
#[must_use]
pub fn clock(hour: u32, minute: u32) -> String {
    format!("{hour:02}:{minute:02}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_span_has_two_digits_of_seconds_and_as_many_minutes_as_it_takes() {
        for (seconds, said) in [
            (0, "0:00"),
            (9, "0:09"),
            (59, "0:59"),
            (60, "1:00"),
            (727, "12:07"),
            (7_384, "123:04"),
        ] {
            assert_eq!(span(seconds), said);
        }
    }

    #[test]
    fn a_time_of_day_has_two_digits_of_hours_and_of_minutes() {
        for (hour, minute, said) in [(0, 0, "00:00"), (9, 5, "09:05"), (23, 59, "23:59")] {
            assert_eq!(clock(hour, minute), said);
        }
    }
}
