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

/// A line with its end, folded where it is too long, never within a character, and not beside a space where that can be
/// helped: some readers take away more than the one space that a fold adds.
fn folded(line: &str) -> String {
    let mut folded = String::with_capacity(line.len() + line.len() / 25 + END.len());
    let mut here = String::new();
    for letter in line.chars() {
        if here.len() + letter.len_utf8() > LONGEST_LINE {
            let rest = here.split_off(stays(&here, letter));
            folded.extend([&here, END]);
            here = format!(" {rest}");
        }
        here.push(letter);
    }
    folded.extend([&here, END]);
    folded
}

/// How many bytes of this line stay on it if `next` would come after it.
fn stays(line: &str, next: char) -> usize {
    let mut after = next;
    for (place, letter) in line.char_indices().rev() {
        if after != ' ' && letter != ' ' && place > 1 {
            return place + letter.len_utf8();
        }
        after = letter;
    }
    line.len()
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use ical::{IcalParser, parser::ical::component::IcalEvent};
    use proptest::prelude::*;

    use super::*;

    const DAY: Day = Day {
        year: 2026,
        month: 12,
        day: 31,
    };

    #[test]
    fn another_reader_finds_the_day_and_all_that_is_about_it() {
        let event = Event {
            uid: "3f9a3f9a3f9a3f9a-1@plumbline",
            made: Day::parse("2026-11-25").unwrap(),
            day: DAY,
            title: "Look again: tips; notes, “all” of them",
            description: "Problem: 毎週二十分 \\ 日本語のとても長い行です。\nStop early if: فريق المنتج 👩‍👧; none, at all",
        };
        let read = read(&encode(&event));
        for (name, value) in [
            ("UID", event.uid),
            ("DTSTAMP", "20261125T000000Z"),
            ("DTSTART", "20261231"),
            ("DTEND", "20270101"),
            ("SUMMARY", "Look again: tips\\; notes\\, “all” of them"),
            (
                "DESCRIPTION",
                "Problem: 毎週二十分 \\\\ 日本語のとても長い行です。\\nStop early if: فريق المنتج 👩‍👧\\; none\\, at all",
            ),
        ] {
            assert_eq!(property(&read, name).as_deref(), Some(value), "{name}");
        }
        let [alarm] = read.alarms.as_slice() else {
            panic!("there is one reminder");
        };
        let trigger = alarm.properties.iter().find(|one| one.name == "TRIGGER");
        assert_eq!(trigger.unwrap().value.as_deref(), Some("PT9H"));
    }

    #[test]
    fn a_text_cannot_add_a_line_of_its_own() {
        let event = Event {
            title: "x\r\nBEGIN:VALARM\rEND:VEVENT",
            description: "a\nATTENDEE:mailto:b@example.com",
            ..plain()
        };
        let file = encode(&event);
        assert_eq!(file.matches("\r\nBEGIN:VALARM\r\n").count(), 1);
        assert!(!file.contains("\r\nATTENDEE"));
        assert_eq!(read(&file).alarms.len(), 1);
    }

    #[test]
    fn no_fold_stands_beside_a_space() {
        for length in 1..90 {
            let title = format!("{} and so on", "x".repeat(length));
            let event = Event {
                title: &title,
                ..plain()
            };
            let file = encode(&event);
            assert!(
                !file.contains(" \r\n ") && !file.contains("\r\n  "),
                "{file}"
            );
            assert_eq!(property(&read(&file), "SUMMARY"), Some(title));
        }
    }

    proptest! {
        #[test]
        fn lines_end_as_they_must_and_none_is_longer_than_75_bytes(title: String, description: String) {
            let event = Event { title: &title, description: &description, ..plain() };
            let file = encode(&event);
            prop_assert!(file.ends_with("END:VCALENDAR\r\n"));
            for line in file.trim_end_matches("\r\n").split("\r\n") {
                prop_assert!(line.len() <= LONGEST_LINE && !line.contains(char::is_control), "{line:?}");
            }
            let unfolded = file.replace("\r\n ", "");
            let about = format!("\r\nDESCRIPTION:{}\r\n", escaped(&description));
            prop_assert!(unfolded.contains(&about));
        }
    }

    fn plain() -> Event<'static> {
        Event {
            uid: "1@plumbline",
            made: DAY,
            day: DAY,
            title: "Look again",
            description: "",
        }
    }

    fn read(file: &str) -> IcalEvent {
        let mut calendars = IcalParser::new(file.as_bytes());
        let calendar = calendars.next().unwrap().unwrap();
        assert!(calendars.next().is_none());
        assert_eq!(calendar.events.len(), 1);
        calendar.events[0].clone()
    }

    fn property(event: &IcalEvent, name: &str) -> Option<String> {
        let found = event.properties.iter().find(|one| one.name == name)?;
        found.value.clone()
    }
}
