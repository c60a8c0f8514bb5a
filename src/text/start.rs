//! Making a survey.

use crate::domain::{draft::What, side::Side};

/// The screen's title.
pub const TITLE: &str = "Start a survey";
/// What is asked.
pub const TEMPLATE: &str = "AI reality check: 18 questions in six groups, about four minutes. Executives and team get matching questions.";
/// The field.
pub const TEAM: &str = "The team’s name";
/// Its hint.
pub const TEAM_HINT: &str = "As people call it, such as “Claims platform team”.";
/// The field.
pub const COMPANY: &str = "The company’s name, if you want it to appear";
/// Heading of the invited fields.
pub const INVITED: &str = "How many people will you invite?";
/// Heading of the minimum fields.
pub const MINIMUM: &str = "Show a group from how many answers?";
/// Why there is a minimum.
pub const MINIMUM_HINT: &str = "Below this number nothing of a group is shown, to protect people. It cannot be changed once the survey is open.";
/// Consent for smaller executive groups.
pub const CONSENT: &str =
    "Ask every executive for consent before the first question, so that 3 or 4 answers are enough";
/// The optional pair.
pub const OPTIONAL: &str =
    "Ask two more: are the goals clear, and can people say that a plan is not working?";
/// Opens the survey.
pub const OPEN: &str = "Open the survey and get the links";
/// What opening does.
pub const OPEN_HINT: &str = "The wording and these numbers are then fixed.";
/// No key without randomness.
pub const NO_RANDOMNESS: &str =
    "This browser gives no random numbers, so no safe key can be made. Please use another browser.";
/// Above the button while something is wrong.
#[must_use]
pub fn to_mend(problems: usize) -> String {
    match problems {
        1 => "One thing to mend first.".to_owned(),
        n => format!("{n} things to mend first."),
    }
}

/// The label of the invited field.
#[must_use]
pub const fn invited(side: Side) -> &'static str {
    match side {
        Side::Executive => "Executives invited",
        Side::Team => "Team members invited",
    }
}

/// The label of the minimum field.
#[must_use]
pub const fn minimum(side: Side) -> &'static str {
    match side {
        Side::Executive => "Fewest executive answers",
        Side::Team => "Fewest team answers",
    }
}

/// What is wrong with a field.
#[must_use]
pub fn problem(what: What) -> String {
    match what {
        What::Missing => "Please fill this in.".to_owned(),
        What::TooLong(most) => format!("Please use at most {most} characters, so that links stay short."),
        What::NotANumber => "Please write a whole number in digits.".to_owned(),
        What::OutOfRange(least, most) => format!("Please choose a number from {least} to {most}."),
        What::UnderMinimum(least) => format!(
            "Invite at least {least}: with fewer people, this side could never be shown."
        ),
        What::NeedsConsent => {
            "For 3 or 4, executives must be asked for their consent: tick the box below, or choose 5 or more."
                .to_owned()
        }
    }
}
