//! Reading codes with the camera, and from pictures.

use super::common::count;
use crate::domain::side::{BySide, Side};

/// The screen's title.
pub const TITLE: &str = "Read codes with the camera";
/// What happens.
pub const LEAD: &str = "People hold the QR picture of their code in front of this device’s camera, one after another. Each new ballot goes into the box at once.";
/// The button that starts.
pub const START: &str = "Start the camera";
/// While it starts.
pub const STARTING: &str = "Starting the camera…";
/// What to expect of it.
pub const START_HINT: &str = "Your browser asks whether this page may use the camera. What it sees is read on this device; nothing is recorded, and nothing is sent.";
/// The button that ends.
pub const STOP: &str = "Stop the camera";
/// The live picture.
pub const SEES: &str = "What the camera sees";
/// As long as there was none.
pub const WAITING: &str = "Looking for a code. Hold it so that it fills about half of the picture.";
/// A choice.
pub const SOUND: &str = "A tone for each new ballot";
/// Over the counts.
pub const IN_THE_BOX: &str = "In the box";

/// The page did not come over https.
pub const INSECURE: &str =
    "Browsers give the camera only to pages opened over https, and this one was not.";
/// The browser has none for pages.
pub const UNKNOWN: &str = "This browser gives pages no camera.";
/// The person or the device's owner does not allow it.
pub const REFUSED: &str = "The camera was refused. To allow it, look for a camera sign beside this page’s address or in the browser’s settings, and start again.";
/// None there.
pub const MISSING: &str = "No camera was found on this device.";
/// Does not start.
pub const BUSY: &str =
    "The camera does not start. Another program may be using it: close that one, and start again.";
/// It has ended by itself.
pub const LOST: &str = "The camera has stopped by itself: another program took it, or it was unplugged. What is in the box stays there. You can start it again.";
/// Nothing can come in any more.
pub const OVER: &str = "This survey takes no more ballots.";
/// What else can be done.
pub const OTHERWISE: &str = "It works without, too: choose pictures of codes below, or go back and paste codes, choose files, or hand this device round.";

/// The field for pictures.
pub const PICTURES: &str = "Or choose pictures of codes";
/// What they may be.
pub const PICTURES_HINT: &str = "Photos and screenshots, several at once, with one code or many in each (PNG, JPEG, WebP). You can also drop them, or marked text with codes, anywhere on this page. They are read here, and sent nowhere.";
/// While they are read.
pub const READING: &str = "Reading the pictures…";
/// The way back, and what is there.
pub const BACK: &str = "Back to the survey and the other ways in";
/// The ballot that was shown could not be kept.
pub const NOT_KEPT: &str =
    "This ballot is not in the box: the browser did not keep it. Show it again.";

/// A ballot is in the box, and it makes so many since the page was opened.
#[must_use]
pub fn kept(new: &BySide<usize>, all: usize) -> String {
    let what = match (new.executive, new.team) {
        (1, 0) => "A new ballot of an executive is in the box".to_owned(),
        (0, 1) => "A new ballot of the team is in the box".to_owned(),
        (executive, team) => format!("{} new ballots are in the box", executive + team),
    };
    if all == new.executive + new.team {
        return format!("{what}.");
    }
    format!("{what}: {all} since this page was opened.")
}

/// Ballots that were in the box before.
#[must_use]
pub fn known(n: usize) -> String {
    match n {
        1 => "This ballot is in the box already. It counts once.".to_owned(),
        _ => format!("{n} of these ballots are in the box already. Each counts once."),
    }
}

/// Ballots that were counted before.
#[must_use]
pub fn counted(n: usize) -> String {
    match n {
        1 => "This ballot was counted before. It counts once.".to_owned(),
        _ => format!("{n} of these ballots were counted before. Each counts once."),
    }
}

/// Ballots of another survey.
#[must_use]
pub fn of_another_survey(n: usize) -> String {
    format!(
        "{} to another survey and stayed out.",
        count(n, "code belongs", "codes belong")
    )
}

/// Ballots that nobody can open.
#[must_use]
pub fn late(n: usize) -> String {
    format!(
        "{} too late: no key is left that could open what comes now.",
        count(n, "code came", "codes came")
    )
}

/// The link to a survey was shown.
#[must_use]
pub const fn invitation(side: Option<Side>) -> &'static str {
    match side {
        Some(Side::Executive) => {
            "That is the link for executives, not a ballot. Whoever answers gets a code at the end; that is what belongs here."
        }
        Some(Side::Team) => {
            "That is the link for the team, not a ballot. Whoever answers gets a code at the end; that is what belongs here."
        }
        None => {
            "That is a link to answer a survey, not a ballot. Whoever answers gets a code at the end; that is what belongs here."
        }
    }
}

/// A link to results was shown.
pub const RESULTS: &str = "That is a link to results, not a ballot.";
/// A link for collectors was shown.
pub const COLLECTOR: &str = "That is a link for collectors, not a ballot.";
/// A code without its end.
pub const CUT_OFF: &str =
    "This code is cut off. Ask for it again, whole: it has 100 letters and digits.";
/// A code that is not as it was made.
pub const DAMAGED: &str = "This code was changed on its way. Ask for it again.";
/// A code of another version.
pub const OTHER_VERSION: &str = "This code was made by another version of Plumbline. Reload this page to get the newest one, then show it again.";
/// Something else.
pub const OTHER: &str = "That QR picture is not one of Plumbline’s.";

/// A picture without a code.
#[must_use]
pub fn no_code(name: &str) -> String {
    format!(
        "No code was found in the picture “{name}”. Take it again: closer, sharper, without glare."
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_new_ballot_is_said_in_words_of_its_own() {
        let team = BySide {
            executive: 0,
            team: 1,
        };
        assert_eq!(kept(&team, 1), "A new ballot of the team is in the box.");
        assert_eq!(
            kept(&team, 4),
            "A new ballot of the team is in the box: 4 since this page was opened."
        );
        let both = BySide {
            executive: 1,
            team: 2,
        };
        assert_eq!(kept(&both, 3), "3 new ballots are in the box.");
    }
}
