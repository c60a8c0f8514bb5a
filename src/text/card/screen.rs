//! The screen with the cards: its sections, buttons, hints, and what stands beside a hole.

use super::said;
use crate::{
    domain::{
        card::{Card, Field, LONGEST, LONGEST_BOX, MOST_CARDS, NotTaken, Unit, What},
        day::Day,
    },
    text::common::count,
};

/// The first paragraph.
pub const LEAD: &str = "One page for each try: what we believe, one measure, the people who do the work, and a day to look again. Choose a gap, fill the holes, agree. Only agreed cards go into the article, its HTML file, slides and PowerPoint.";
/// The section with all cards.
pub const OVERVIEW: &str = "The cards so far";
/// Where there is none.
pub const NONE_YET: &str =
    "No card yet. Start with a gap below: most of the page is filled in for you.";
/// The section to begin a card.
pub const START: &str = "Start a card";
/// Over the gaps, where they are clear.
pub const CLEAR_GAPS: &str = "The largest clear gaps";
/// Over the gaps, where they are only possible.
pub const POSSIBLE_GAPS: &str = "The largest possible gaps";
/// Where there is no gap that points one way.
pub const NO_GAPS: &str = "No gap points one way in these results. A question that matters to you is as good a place to start.";
/// The fold with every other item.
pub const OTHERS: &str = "Any other question of the survey";
/// A button.
pub const MAKE: &str = "Start a card";
/// A button.
pub const EDIT: &str = "Edit";
/// A button.
pub const CLOSE: &str = "Done editing";
/// A button.
pub const AGREE: &str = "We agree on this card";
/// A button.
pub const NOT_AGREED: &str = "Make it an idea again";
/// A button.
pub const REMOVE: &str = "Throw the card away…";
/// The question.
pub const SURE: &str = "Throw this card away?";
/// What it means.
pub const SURE_WORDS: &str =
    "It is removed from this device for good. A day that is already in a calendar stays there.";
/// The button that does it.
pub const REMOVE_YES: &str = "Throw it away";
/// The button that does not.
pub const REMOVE_NO: &str = "Keep the card";
/// A button.
pub const CALENDAR: &str = "Calendar file for the day to look again";
/// In place of the button.
pub const NO_CALENDAR: &str = "With a day to look again there is a calendar file, too.";
/// A button.
pub const PRINT: &str = "Print the cards, one a page";
/// A field without a text.
pub const OPEN: &str = "still open";
/// The unit of a time box.
pub const UNIT: &str = "Counted in";
/// Cards that cannot be read.
pub const NOT_READ: &str = "Cards were kept here in a form that this version of Plumbline cannot read. They stay as they are. Reload the page to get the newest version, or save them as a file.";
/// A button.
pub const SAVE_UNREAD: &str = "Save them as a file";
/// The cards cannot be looked for.
pub const CANNOT_LOOK: &str = "The browser does not let the page look for cards that it keeps.";
/// A button.
pub const TRY_AGAIN: &str = "Try again";
/// While a change is being kept.
pub const KEEPING: &str = "Keeping…";
/// All of it is kept.
pub const KEPT: &str = "Everything is kept on this device.";
/// Nothing lasts.
pub const ONLY_HERE: &str = "These cards are only on this page: this browser keeps nothing. Print them or copy them before you close it.";
/// Not all of it is kept.
pub const NOT_KEPT: &str = "The last changes are not kept yet. They are still on this page.";

/// The options of the unit.
#[must_use]
pub const fn unit(unit: Unit) -> &'static str {
    match unit {
        Unit::Days => "days",
        Unit::Weeks => "weeks",
    }
}

/// Why a change was not taken.
#[must_use]
pub fn not_taken(why: NotTaken) -> String {
    match why {
        NotTaken::Gone => "This card was thrown away in another window.".to_owned(),
        NotTaken::TooLong => "That is more text than a card can keep. It is still in its field; what was kept before stays. Shorten it.".to_owned(),
        NotTaken::TooMany => format!("There are {MOST_CARDS} cards, and no more can be kept. Throw one away first."),
    }
}

/// How a field is filled in.
#[must_use]
pub const fn hint(field: Field) -> &'static str {
    match field {
        Field::Title => "In a few words.",
        Field::Problem => "Two views and what stands in the way. No blame, no cause.",
        Field::Belief => "If we do this, then that will change.",
        Field::Steps => "Who does what, how often.",
        Field::Measure => "One. A second measure is a second card.",
        Field::Today => "The figure before anything is changed.",
        Field::Who => "Names or a group. Nobody can promise other people’s work.",
        Field::Said => "Ask them first, and write down their words, doubts included.",
        Field::Start => "The first day.",
        Field::TimeBox => "At most 90 days.",
        Field::Stop => "What would make us stop before the time is over?",
        Field::LookAgain => "Everybody looks at the measure on this day.",
    }
}

/// Why today's figure of a new card is not filled in.
pub const TODAY_HIDDEN: &str =
    "Hidden in the results to protect people. Count it before you start.";

/// What stands beside a hole.
#[must_use]
pub fn hole(field: Field, what: What) -> String {
    match what {
        What::Missing => missing(field).to_owned(),
        What::TooLong(length) => {
            format!(
                "{length} characters. A card is one page: {LONGEST} at most. All of it is kept until you shorten it."
            )
        }
        What::NotADay => "No such day. Write it as 2026-12-31.".to_owned(),
        What::NotANumber => "A whole number, 1 or more.".to_owned(),
        What::TooMuchTime => {
            format!(
                "More than {LONGEST_BOX} days. Cut it down until an answer comes within a quarter."
            )
        }
        What::BeforeStart => "This day is before the start.".to_owned(),
        What::BeforeEnd(end) => {
            format!(
                "The time box ends on {}. Look again then, or later.",
                said::day(end)
            )
        }
    }
}

const fn missing(field: Field) -> &'static str {
    match field {
        Field::Title => "Missing: a few words to call it by.",
        Field::Problem => "Missing: the problem. Without one, there is nothing to solve.",
        Field::Belief => "Missing: what we believe. Without it, nothing can turn out otherwise.",
        Field::Steps => "Missing: what is done.",
        Field::Measure => "Missing: the measure. Without one, nobody can tell whether it worked.",
        Field::Today => "Missing: today’s figure. Without it, nobody can tell whether it moved.",
        Field::Who => "Missing: who does the work. Without them, it is a wish.",
        Field::Said => "Missing: what they said. Ask before you agree.",
        Field::Start => "Missing: the first day.",
        Field::TimeBox => "Missing: how long it may take. Without an end, it never ends.",
        Field::Stop => "Missing: when to stop early. Without it, nobody will.",
        Field::LookAgain => "Missing: the day to look again. Without one, nobody looks.",
    }
}

/// How many holes a card has.
#[must_use]
pub fn holes(holes: usize) -> String {
    match holes {
        0 => "No holes: it can be agreed.".to_owned(),
        holes => format!(
            "{} before it can be agreed.",
            count(holes, "hole to fill", "holes to fill")
        ),
    }
}

/// A button that takes this day.
#[must_use]
pub fn take_day(end: Day) -> String {
    format!("Look again on {}", said::day(end))
}

/// A card in the overview, after its title.
#[must_use]
pub fn in_overview(card: &Card) -> String {
    let state = said::state(card.state());
    match (card.holes().len(), card.day(Field::LookAgain)) {
        (0, Some(day)) => format!("{state}. Look again on {}.", said::day(day)),
        (0, None) => format!("{state}."),
        (holes, _) => format!(
            "{state}, {}.",
            count(holes, "hole to fill", "holes to fill")
        ),
    }
}

/// A button's full name, where several are called the same.
#[must_use]
pub fn named(button: &str, what: &str) -> String {
    format!("{button}: {what}")
}

/// The title of a day in a calendar.
#[must_use]
pub fn event(card: &Card, team: &str) -> String {
    format!("Look again: {} ({team})", said::title(card))
}

/// What stands in the calendar about it.
#[must_use]
pub fn event_about(card: &Card) -> String {
    let fields = [
        Field::Problem,
        Field::Belief,
        Field::Measure,
        Field::Today,
        Field::Who,
        Field::Stop,
    ];
    let rows = fields.map(|field| (super::label(field), said::text(card, field)));
    let rows = rows.iter().filter(|(_, text)| !text.is_empty());
    let rows: Vec<String> = rows
        .map(|(label, text)| format!("{label}: {text}"))
        .collect();
    rows.join("\n")
}

/// What a calendar's file is about, for its name.
#[must_use]
pub fn event_file(card: &Card) -> String {
    format!("card {} {}", card.number(), short(&said::title(card)))
}

/// The first words of a title; of one long word the first letters.
fn short(title: &str) -> String {
    const MOST: usize = 40;
    let start: String = title.chars().take(MOST).collect();
    if start.len() == title.len() {
        return start;
    }
    let words = start.rsplit_once(' ').map(|(words, _)| words.to_owned());
    words.unwrap_or(start)
}

/// The name of the file with cards that cannot be read.
#[must_use]
pub fn unread_file(id: &str) -> String {
    format!("plumbline_cards_{id}.bin")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_calendar_s_file_is_named_after_whole_words() {
        assert_eq!(short("Twenty minutes a week"), "Twenty minutes a week");
        let long = "A start session for one group, three weeks before the other";
        assert_eq!(short(long), "A start session for one group, three");
        assert_eq!(short(&"毎".repeat(90)), "毎".repeat(40));
    }

    #[test]
    fn every_hole_of_every_field_has_its_own_words() {
        let mut all: Vec<String> = Field::ALL
            .into_iter()
            .map(|field| hole(field, What::Missing))
            .collect();
        all.sort_unstable();
        all.dedup();
        assert_eq!(all.len(), Field::ALL.len());
        assert!(all.iter().all(|words| words.starts_with("Missing: ")));
        let end = Day::parse("2026-12-29").map(What::BeforeEnd).unwrap();
        assert_eq!(
            hole(Field::LookAgain, end),
            "The time box ends on 29 December 2026. Look again then, or later."
        );
        assert_eq!(holes(1), "1 hole to fill before it can be agreed.");
    }

    #[test]
    fn the_overview_and_the_calendar_say_what_is_to_come() {
        let card = Card::blank("3.1").with(Field::LookAgain, "2026-12-29");
        assert_eq!(in_overview(&card), "Idea, 11 holes to fill.");
        let card = card
            .with(Field::Title, "Tips")
            .with(Field::Stop, "Nobody comes");
        assert_eq!(event(&card, "Claims"), "Look again: Tips (Claims)");
        assert_eq!(event_about(&card), "Stop early if: Nobody comes");
        assert_eq!(event_file(&card), "card 0 Tips");
    }
}
