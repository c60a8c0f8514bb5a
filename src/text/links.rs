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
pub fn invitation(survey: &Survey, side: Side, link: &str, setting: Setting) -> String {
    let (what, group) = asked(survey, side);
    let minimum = survey.minimum.of(side);
    let way = way(setting);
    format!(
        "{what}\n\n{link}\n\nNo name and no account. {way} I see results only once I close the survey, all at once, and only if at least {minimum} {group} answered. Then you will see them too."
    )
}

/// Where people answer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Setting {
    /// Anywhere, by mail or chat.
    #[default]
    Remote,
    /// All in one room, each on a device of their own.
    Room,
    /// One device that goes from hand to hand.
    Shared,
}

impl Setting {
    /// Every setting.
    pub const ALL: [Self; 3] = [Self::Remote, Self::Room, Self::Shared];

    /// The setting of this name; the usual one for any other.
    #[must_use]
    pub fn named(name: &str) -> Self {
        let named = Self::ALL.into_iter().find(|one| one.name() == name);
        named.unwrap_or_default()
    }

    /// Its name in the page's choice and in addresses.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Remote => "remote",
            Self::Room => "room",
            Self::Shared => "shared",
        }
    }
}

/// The choice of a setting.
pub const SETTING: &str = "Where will people answer?";

/// A setting in the choice.
#[must_use]
pub const fn setting(setting: Setting) -> &'static str {
    match setting {
        Setting::Remote => "Anywhere, by mail or chat",
        Setting::Room => "In one room, on their phones",
        Setting::Shared => "In turn, on one device",
    }
}

/// The best way to hand in, in each setting, with who could know what.
const fn way(setting: Setting) -> &'static str {
    match setting {
        Setting::Remote => {
            "At the end you get a code that holds your answers, sealed. I could open a single code, so send it in a way that does not show who you are, or give it to somebody you trust to combine it with others."
        }
        Setting::Room => {
            "At the end you get a code that holds your answers, sealed. I could open a single code, so please do not give it to me: show it as a picture to the camera of the person whom the group trusts to gather all codes, or put it into the note that all of us in the room write into. Only then do they come to me, together."
        }
        Setting::Shared => {
            "The easiest way is the device that goes round: there your answers are sealed into a box with the others’ at once, and nobody sees a code of yours. The link is for those who cannot be there; their code goes to somebody they trust, not to me."
        }
    }
}

/// The picture, for people who do not see it, and its files.
#[must_use]
pub const fn qr_name(side: Side) -> &'static str {
    match side {
        Side::Executive => "QR picture of the link for executives",
        Side::Team => "QR picture of the link for the team",
    }
}

/// To the printed invitation.
#[must_use]
pub const fn poster(side: Side) -> &'static str {
    match side {
        Side::Executive => "QR picture and poster for executives",
        Side::Team => "QR picture and poster for the team",
    }
}

/// A button.
pub const PRINT: &str = "Print";
/// Under the picture.
pub const POSTER_SCAN: &str = "Point your phone’s camera at it, or type the address below.";

/// Over the buttons that save the picture alone.
pub const PICTURE_ALONE: &str = "The QR picture alone";
/// The poster's title.
#[must_use]
pub fn poster_title(survey: &Survey) -> String {
    format!("How do we really use AI in {}?", survey.team)
}

/// Under it.
#[must_use]
pub const fn poster_lead(side: Side) -> &'static str {
    match side {
        Side::Executive => {
            "Four minutes: answer for yourself, and guess how it looks in the team. No name, no account."
        }
        Side::Team => "Four minutes, answered for yourself. No name, no account, no right answers.",
    }
}

/// The best way to hand in as the invitation has it, in a line and a half: one sheet holds the whole poster.
#[must_use]
pub const fn poster_way(setting: Setting) -> &'static str {
    match setting {
        Setting::Remote => {
            "Whoever runs the survey could open a single one: send it without your name, or through somebody you trust."
        }
        Setting::Room => {
            "Whoever runs the survey could open a single one: show it to the camera of somebody the group trusts."
        }
        Setting::Shared => {
            "The easiest way is the device that goes round: nobody sees a code there. Otherwise give yours to somebody you trust."
        }
    }
}

/// The poster's last words.
#[must_use]
pub fn poster_end(survey: &Survey, side: Side, setting: Setting) -> String {
    let (_, group) = asked(survey, side);
    let minimum = survey.minimum.of(side);
    let way = poster_way(setting);
    format!(
        "Your answers leave your phone only as a sealed code. {way} Results come all at once when the survey is closed, and only if at least {minimum} {group} answered."
    )
}

/// What is asked of a side, and what its people are called.
fn asked(survey: &Survey, side: Side) -> (String, &'static str) {
    let team = &survey.team;
    match side {
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
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{domain::example, text::ways::Way};

    #[test]
    fn the_invitation_and_the_ways_recommend_the_same_in_a_room() {
        let invited = way(Setting::Room);
        let told = Way::Camera.for_organiser();
        assert!(told.contains("Best for a room"), "{told}");
        for words in ["camera", "the group trusts"] {
            assert!(invited.contains(words), "{words:?} is not in {invited:?}");
            assert!(told.contains(words), "{words:?} is not in {told:?}");
        }
    }

    #[test]
    fn the_poster_recommends_what_the_invitation_does() {
        let survey = example::survey();
        for (setting, same) in [
            (
                Setting::Remote,
                ["could open a single", "somebody you trust"],
            ),
            (Setting::Room, ["could open a single", "the group trusts"]),
            (
                Setting::Shared,
                [
                    "The easiest way is the device that goes round",
                    "nobody sees a code",
                ],
            ),
        ] {
            for side in Side::ALL {
                let poster = poster_end(&survey, side, setting);
                for words in same {
                    assert!(poster.contains(words), "{words:?} is not in {poster:?}");
                    let invited = way(setting);
                    assert!(invited.contains(words), "{words:?} is not in {invited:?}");
                }
            }
            assert_eq!(Setting::named(setting.name()), setting);
        }
        assert_eq!(Setting::named(""), Setting::Remote);
    }

    #[test]
    fn an_invitation_says_how_long_it_takes_who_can_read_and_when_results_come() {
        let survey = example::survey();
        let link = "https://example.org/#s=abc";
        for side in Side::ALL {
            let people = match side {
                Side::Executive => "only if at least 5 executives answered",
                Side::Team => "only if at least 5 people in the team answered",
            };
            for setting in Setting::ALL {
                let said = invitation(&survey, side, link, setting);
                let who_reads = match setting {
                    Setting::Remote | Setting::Room => "I could open a single code",
                    Setting::Shared => "nobody sees a code of yours",
                };
                for words in [
                    "four minutes",
                    &format!("\n\n{link}\n\n"),
                    "No name and no account.",
                    who_reads,
                    "I see results only once I close the survey, all at once",
                    people,
                    "Then you will see them too.",
                ] {
                    assert!(said.contains(words), "{words:?} is not in {said:?}");
                }
            }
        }
    }
}
