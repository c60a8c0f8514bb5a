//! What a respondent reads before, during and at the end of answering.

use crate::domain::{scale::Scale, side::Side, survey::Survey};

/// The common beginning of every guess about the team.
#[must_use]
pub fn opening(scale: Scale, side: Side) -> Option<&'static str> {
    let is_guess = scale == Scale::PeopleInTen && side == Side::Executive;
    is_guess.then_some("Out of every 10 people in this team, how many")
}

/// Starts answering.
pub const BEGIN: &str = "Begin";
/// Goes on answering.
pub const GO_ON: &str = "Go on where you stopped";
/// The next question.
pub const NEXT: &str = "Next";
/// The next question, leaving this one open.
pub const SKIP: &str = "Skip";
/// To the page with all answers.
pub const REVIEW: &str = "Look over";
/// How to answer with a keyboard.
pub const KEYS: &str = "Number keys and arrows choose, Enter goes on.";
/// The title of the page with all answers.
pub const REVIEW_TITLE: &str = "Look over your answers";
/// What can be done there.
pub const REVIEW_LEAD: &str = "Choose a question to change its answer. Nothing is handed in yet.";
/// A question without an answer.
pub const OPEN: &str = "Not answered";
/// Hands in.
pub const HAND_IN: &str = "Seal and hand in";
/// While it is being sealed.
pub const SEALING: &str = "Sealing…";
/// In kiosk mode.
pub const HAND_IN_KIOSK: &str = "Seal into this device’s box";
/// The consent question's answers.
pub const AGREE: &str = "I agree";
/// The consent question's answers.
pub const DISAGREE: &str = "I do not agree";
/// After disagreeing.
pub const DISAGREED: &str =
    "Then please do not answer. Nothing was kept, and nobody is told. You can close this page.";
/// No answer at all.
pub const ALL_OPEN: &str = "You have not answered anything yet. You can still hand in: every question then counts as “don’t know”.";
/// Answers are kept.
pub const KEPT_HERE: &str =
    "Your answers stay on this device until you hand them in. You can stop and come back.";
/// Answers cannot be kept.
pub const NOT_KEPT: &str = "This browser does not let the page keep your answers. Please finish without closing or reloading the page.";
/// Nothing there to go on with.
pub const NO_SHEET: &str = "There is no sheet of this survey on this device. It may have been handed in already. To answer, open the link that you were sent.";
/// Something is kept that cannot be read.
pub const UNREAD: &str = "This browser keeps something of this survey that this page cannot read, perhaps from a later version. It stays as it is, so what you answer here is not kept: hand in before you close the page. To save or erase what is there:";
/// Stops answering and erases.
pub const ERASE: &str = "Erase my answers from this device";
/// It was erased.
pub const ERASED: &str = "Your answers were erased from this device.";

/// The first screen's title.
#[must_use]
pub fn title(survey: &Survey, side: Side) -> String {
    match side {
        Side::Executive => format!("AI in {}: what do you expect?", survey.team),
        Side::Team => format!("AI in {}: how is it for you?", survey.team),
    }
}

/// What this is, and how long it takes.
#[must_use]
pub fn lead(side: Side, questions: usize) -> String {
    match side {
        Side::Executive => format!(
            "{questions} questions, about four minutes. Answer for yourself, then guess how it looks in the team. A guess is what is wanted."
        ),
        Side::Team => format!(
            "{questions} questions, about four minutes. Answer for yourself. There are no right answers."
        ),
    }
}

/// Who asks, and what for.
#[must_use]
pub fn who_asks(survey: &Survey, side: Side) -> String {
    let whose = match &survey.company {
        Some(company) => format!("{} at {company}", survey.team),
        None => survey.team.clone(),
    };
    let others = match side {
        Side::Executive => "People in the team answer the same questions about themselves.",
        Side::Team => "Executives guess the same things about the team.",
    };
    format!(
        "This is a survey about {whose}, asked by whoever sent you the link or handed you this device. {others} The two views are put side by side."
    )
}

/// The heading over who can read what.
pub const WHO_READS: &str = "Who could read your answers";

/// Who can read what when a code is sent.
pub const WHO_READS_CODE: &[&str] = &[
    "Your code contains your answers, without your name. The person you send it to could read it. Send it in a way that does not show who you are, or to someone you trust to combine it.",
    "Until then everything stays on this device. The page sends nothing by itself.",
];

/// Who can read what when the device is handed round.
pub const WHO_READS_KIOSK: &[&str] = &[
    "Your answers are sealed into this device’s box together with all others, without your name, without a time, and leave the screen. Nobody can tell from the box which ballot is whose.",
    "Whoever runs the survey could look into the box as soon as there is one ballot in it. Answer when others have answered before you, or will soon after.",
];

/// When results come.
#[must_use]
pub fn when_shown(survey: &Survey, side: Side) -> String {
    let minimum = survey.minimum.of(side);
    let group = match side {
        Side::Executive => "executives",
        Side::Team => "people in the team",
    };
    format!(
        "Results are shown once, when the survey is closed, and only if at least {minimum} {group} answered; each question only if that many could answer it."
    )
}

/// The consent question (method, section 3.2).
#[must_use]
pub fn consent(survey: &Survey) -> String {
    format!(
        "Executives are few here. This survey shows the executives’ answers from {} answers on, instead of 5, so your view is easier to guess. Do you agree to that?",
        survey.minimum.executive
    )
}

/// Where one is, such as "7 of 17".
#[must_use]
pub fn progress(place: usize, of: usize) -> String {
    format!("{place} of {of}")
}

/// The same for people who do not see where it stands.
#[must_use]
pub fn progress_spoken(place: usize, of: usize) -> String {
    format!("Question {place} of {of}")
}

/// A button on the page with all answers.
#[must_use]
pub fn change(place: usize) -> String {
    format!("Change question {place}")
}

/// How many are open.
#[must_use]
pub fn still_open(open: usize) -> String {
    match open {
        0 => "Every question has an answer.".to_owned(),
        1 => "One question is not answered. It will count as “don’t know”.".to_owned(),
        n => format!("{n} questions are not answered. They will count as “don’t know”."),
    }
}
