//! Gathering codes, and closing.

use super::common::{count, list};
use crate::domain::{
    side::{BySide, Side},
    survey::Survey,
};

/// The section's title.
pub const TITLE: &str = "Collect";
/// How.
pub const LEAD: &str = "Paste anything that holds codes: one code, many, a whole chat or mail thread. Every code in it is found.";
/// The field.
pub const FIELD: &str = "Codes, or text with codes in it";
/// The button.
pub const ADD: &str = "Put into the box";
/// While a long text is read.
pub const ADDING: &str = "Looking for codes…";
/// Nothing was pasted.
pub const NOTHING_PASTED: &str = "There is nothing in the field yet.";
/// No code at all.
pub const NOTHING_FOUND: &str =
    "No code was found in this text. A code is 100 letters and digits and begins with PE or PT.";
/// The way to the camera.
pub const CAMERA: &str = "Or read codes with the camera, or from pictures";
/// The other way.
pub const KIOSK: &str = "Or hand this device round";
/// What it does.
pub const KIOSK_HINT: &str = "One person after another answers here. Each sheet is sealed into this device’s box at once, and nothing of it stays on the screen.";
/// The table of counts.
pub const COUNTS: &str = "Sealed ballots in the box";
/// Its columns.
pub const COLUMNS: [&str; 4] = ["Side", "In the box", "Invited", "Needed to show"];
/// No results yet.
pub const NO_RESULTS_YET: &str = "Nothing is shown before the survey is closed, not even to you.";
/// The section's title.
pub const CLOSE_TITLE: &str = "Close";
/// What closing does.
pub const CLOSE_LEAD: &str = "Closing opens all ballots at once, counts them and drops them. From then on there are only counts, and it cannot be undone. Codes that arrive later stay sealed until enough of them have come to be shown together.";
/// The section's title once results were shown.
pub const AGAIN_TITLE: &str = "Late ballots";
/// What opening them does.
pub const AGAIN_LEAD: &str = "Ballots that arrive now stay sealed. Once a side has as many new ones as its minimum asks for, you can open them together and add them to the results.";
/// A button that asks first.
pub const AGAIN: &str = "Add late ballots to the results…";
/// No late ballot yet.
pub const AGAIN_EMPTY: &str = "There is no new ballot in the box, so there is nothing to add.";
/// A button that asks first.
pub const CLOSE: &str = "Close the survey…";
/// The question.
pub const CLOSE_SURE: &str = "Close now?";
/// The button that does it.
pub const CLOSE_YES: &str = "Open, count and drop the ballots";
/// The button that does not.
pub const CLOSE_NO: &str = "Keep collecting";
/// An empty box.
pub const CLOSE_EMPTY: &str = "There is no ballot in the box yet, so there is nothing to close.";
/// While it opens.
pub const CLOSING: &str = "Opening and counting…";
/// To the results.
pub const RESULTS: &str = "See the results";
/// A link, where this page alone holds the survey.
pub const RESULTS_BESIDE: &str = "See the results in a new tab; keep this one open";
/// The survey was closed in another tab.
pub const CHANGED_ELSEWHERE: &str = "This survey was changed in another tab of this browser. The page now shows how it stands; please try again.";

/// The button that starts the kiosk.
#[must_use]
pub const fn kiosk(side: Side) -> &'static str {
    match side {
        Side::Executive => "Start with executives",
        Side::Team => "Start with the team",
    }
}

/// What one paste brought.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Brought {
    /// New ballots.
    pub new: BySide<usize>,
    /// Those that were there already, or stood twice in the text.
    pub known: usize,
    /// Those of another survey.
    pub other_survey: usize,
    /// Those that were counted already.
    pub counted: usize,
    /// Those that nobody can open any more.
    pub late: usize,
}

/// One sentence about what came in.
#[must_use]
pub fn brought(brought: &Brought) -> String {
    let mut parts: Vec<String> = Vec::new();
    if brought.new.executive > 0 {
        parts.push(count(
            brought.new.executive,
            "new ballot of executives",
            "new ballots of executives",
        ));
    }
    if brought.new.team > 0 {
        parts.push(count(
            brought.new.team,
            "new ballot of the team",
            "new ballots of the team",
        ));
    }
    if parts.is_empty() {
        parts.push("No new ballot".to_owned());
    }
    let mut sentences = vec![format!("{} came in.", list(&parts))];
    if brought.known > 0 {
        sentences.push(format!(
            "{} in the box already; each counts once.",
            count(brought.known, "code was", "codes were")
        ));
    }
    if brought.other_survey > 0 {
        sentences.push(format!(
            "{} to another survey and stayed out.",
            count(brought.other_survey, "code belongs", "codes belong")
        ));
    }
    if brought.counted > 0 {
        sentences.push(format!(
            "{} counted before; each counts once.",
            count(brought.counted, "code was", "codes were")
        ));
    }
    if brought.late > 0 {
        sentences.push(format!(
            "{} too late: no key is left that could open what comes now.",
            count(brought.late, "code came", "codes came")
        ));
    }
    sentences.join(" ")
}

/// A code that is too short.
#[must_use]
pub fn cut_off(start: &str) -> String {
    format!(
        "The code that begins with {start} is cut off. Ask for it again, whole: it has 100 letters and digits."
    )
}

/// A code that was changed.
#[must_use]
pub fn damaged(start: &str) -> String {
    format!(
        "The code that begins with {start} was changed on its way. Ask for it again, copied rather than typed."
    )
}

/// A code of another version.
#[must_use]
pub fn other_version(start: &str) -> String {
    format!(
        "The code that begins with {start} was made by another version of Plumbline. Reload this page to get the newest one, then paste it again."
    )
}

/// More unread codes than are listed one by one.
#[must_use]
pub fn more_unread(n: usize) -> String {
    format!(
        "And {} that could not be read.",
        count(n, "more code", "more codes")
    )
}

/// How many ballots a side still needs.
#[must_use]
pub fn needs(side: Side, more: u32) -> String {
    let people = match (side, more) {
        (Side::Executive, 1) => "1 more executive is".to_owned(),
        (Side::Executive, n) => format!("{n} more executives are"),
        (Side::Team, 1) => "1 more team member is".to_owned(),
        (Side::Team, n) => format!("{n} more team members are"),
    };
    format!("{people} needed before this side can be shown.")
}

/// Late ballots that wait for more.
#[must_use]
pub fn waiting(side: Side, new: u32, minimum: u32) -> String {
    let whose = whose(side);
    if new >= minimum {
        return held_back(side);
    }
    format!(
        "{new} of {minimum} new ballots of {whose}. They stay sealed until there are {minimum}: shown one by one, each would tell what one person answered."
    )
}

/// Late ballots that are counted and not shown yet.
#[must_use]
pub fn held_back(side: Side) -> String {
    let whose = whose(side);
    format!(
        "The new ballots of {whose} are counted, but too few of them answered one of the questions. What was shown before stays until more have come."
    )
}

const fn whose(side: Side) -> &'static str {
    match side {
        Side::Executive => "executives",
        Side::Team => "the team",
    }
}

/// What closing will do to a side that is under its minimum.
#[must_use]
pub fn stays_sealed(side: Side, ballots: usize) -> String {
    let whose = whose(side);
    format!(
        "{} of {whose} {} under the minimum: {} sealed, and this side can go on collecting.",
        count(ballots, "ballot", "ballots"),
        if ballots == 1 { "is" } else { "are" },
        if ballots == 1 {
            "it stays"
        } else {
            "they stay"
        },
    )
}

/// The line under a survey's name.
#[must_use]
pub fn about(survey: &Survey) -> String {
    match &survey.company {
        Some(company) => format!("AI reality check, {company}"),
        None => "AI reality check".to_owned(),
    }
}
