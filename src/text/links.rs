//! The two links and the invitations.

use crate::domain::{side::Side, survey::Survey};

/// The section's title.
pub const TITLE: &str = "Invite";
/// What to do with them.
pub const LEAD: &str = "Two links: one for executives, one for the team. Each holds the whole survey, so nobody needs an account.";
/// A button.
pub const COPY_LINK: &str = "Copy link";
/// A button.
pub const COPY_INVITATION: &str = "Copy invitation";
/// Where the key is.
pub const KEY_IS_HERE: &str = "Only this browser, on this device, can open the answers. Do not clear its data, and do not use a private window, until the survey is closed.";

/// The label of a link.
#[must_use]
pub const fn link(side: Side) -> &'static str {
    match side {
        Side::Executive => "Executive link",
        Side::Team => "Team link",
    }
}

/// A button's full name, for people who do not see where it stands.
#[must_use]
pub const fn copy_link(side: Side) -> &'static str {
    match side {
        Side::Executive => "Copy link for executives",
        Side::Team => "Copy link for the team",
    }
}

/// A button's full name.
#[must_use]
pub const fn copy_invitation(side: Side) -> &'static str {
    match side {
        Side::Executive => "Copy invitation for executives",
        Side::Team => "Copy invitation for the team",
    }
}

/// The fold that shows the invitation.
#[must_use]
pub const fn show_invitation(side: Side) -> &'static str {
    match side {
        Side::Executive => "Read the invitation for executives",
        Side::Team => "Read the invitation for the team",
    }
}

/// The invitation to paste into mail or chat.
#[must_use]
pub fn invitation(survey: &Survey, side: Side, link: &str) -> String {
    let team = &survey.team;
    let minimum = survey.minimum.of(side);
    let (what, group) = match side {
        Side::Executive => (
            format!(
                "How do we really use AI in {team}? Please take four minutes: answer for yourself, and guess how it looks in the team. A guess is what is wanted; nobody is marked."
            ),
            "executives",
        ),
        Side::Team => (
            format!(
                "How do we really use AI in {team}? Please take four minutes and answer for yourself. There are no right answers."
            ),
            "people in the team",
        ),
    };
    format!(
        "{what}\n\n{link}\n\nNo name and no account. At the end you get a code that holds your answers, sealed. I could open a single code, so send it in a way that does not show who you are, or give it to somebody you trust to combine it with others. I see results only once I close the survey, all at once, and only if at least {minimum} {group} answered. Then you will see them too."
    )
}
