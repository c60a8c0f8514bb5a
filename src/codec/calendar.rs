//! A day in a calendar as an `.ics` file (RFC 5545).
//!
//! Written here, not by a crate: it is one event without times, zones or repetition. `icalendar`, the well-kept one, brings
//! chrono (16 KB of the page) for what a day's eight digits say; `ics` has not been released since 2022.

use crate::domain::day::Day;

/// Longest line, in bytes, without its end (RFC 5545, section 3.1).
const LONGEST_LINE: usize = 75;
/// What ends a line.
const END: &str = "\r\n";

/// A whole day, with a reminder on its morning.
#[derive(Clone, Copy, Debug)]
pub struct Event<'a> {
    /// Tells it from every other, in every calendar: importing it again changes it instead of adding one more.
    pub uid: &'a str,
    /// The day on which the file is made.
    pub made: Day,
    /// The day.
    pub day: Day,
    /// In a few words.
    pub title: &'a str,
    /// All about it; lines end with `\n`.
    pub description: &'a str,
}

/// The file. The same event gives the same bytes.
#[must_use]
pub fn encode(event: &Event<'_>) -> String {
    let title = escaped(event.title);
    let lines = [
        "BEGIN:VCALENDAR".to_owned(),
        "VERSION:2.0".to_owned(),
        "PRODID:-//Plumbline//Experiment cards//EN".to_owned(),
        "CALSCALE:GREGORIAN".to_owned(),
        "BEGIN:VEVENT".to_owned(),
        format!("UID:{}", escaped(event.uid)),
        // To the day: what is made twice on one day is the same file.
        format!("DTSTAMP:{}T000000Z", digits(event.made)),
        format!("DTSTART;VALUE=DATE:{}", digits(event.day)),
        format!("DTEND;VALUE=DATE:{}", digits(event.day.plus(1))),
        format!("SUMMARY:{title}"),
        format!("DESCRIPTION:{}", escaped(event.description)),
        // Nobody is busy all day.
        "TRANSP:TRANSPARENT".to_owned(),
        "BEGIN:VALARM".to_owned(),
        "ACTION:DISPLAY".to_owned(),
        format!("DESCRIPTION:{title}"),
        "TRIGGER:PT9H".to_owned(),
        "END:VALARM".to_owned(),
        "END:VEVENT".to_owned(),
        "END:VCALENDAR".to_owned(),
    ];
    lines.iter().map(|line| folded(line)).collect()
}

fn digits(day: Day) -> String {
    let Day { year, month, day } = day;
    format!("{year:04}{month:02}{day:02}")
}

/// Text as a value (RFC 5545, section 3.3.11); other control characters than ends of lines are left out.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '\\' | ';' | ',' => escaped.extend(['\\', letter]),
            '\n' => escaped.push_str("\\n"),
            letter if letter.is_control() => {}
            letter => escaped.push(letter),
        }
    }
    escaped
}

/// A line with its end, folded where it is too long, never within a character.
fn folded(line: &str) -> String {
    let mut folded = String::with_capacity(line.len() + line.len() / 25 + END.len());
    let mut length = 0;
    for letter in line.chars() {
        if length + letter.len_utf8() > LONGEST_LINE {
            folded.push_str(END);
            folded.push(' ');
            length = 1;
        }
        folded.push(letter);
        length += letter.len_utf8();
    }
    folded.push_str(END);
    folded
}
