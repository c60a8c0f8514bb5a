//! What people carry from one device to another: ballots, boxes and backups as files, and links to gather with.

use super::{common::count, files, receipt};
use crate::domain::{closing::Next, receipt::Receipt, survey::Survey};

/// The name of a ballot's file: with its three words, and without a day, which would say something about who made it.
#[must_use]
pub fn ballot_file(survey: &Survey, words: Receipt) -> String {
    files::file_name(survey, "ballot", &receipt::words(words).replace(' ', "-"))
}

/// The name of a box's file.
#[must_use]
pub fn box_file(survey: &Survey, date: &str) -> String {
    files::file_name(survey, "box", date)
}

/// The name of a backup's file, which holds every survey.
#[must_use]
pub fn backup_file(date: &str) -> String {
    format!("plumbline_backup_{date}")
}

/// Whose survey a ballot is for, on a device that does not hold it.
#[must_use]
pub fn ballot_is_for(team: &str, company: Option<&str>) -> String {
    let whose = company.map_or_else(|| team.to_owned(), |company| format!("{team}, {company}"));
    format!(
        "This link brings a sealed ballot to the survey about {whose}. That survey is not on this device. Send the link to whoever runs the survey, and have it opened there."
    )
}

/// The same where the link has lost the name.
pub const BALLOT_IS_FOR_SOMEBODY: &str = "This link brings a sealed ballot to a survey that is not on this device. Send the link to whoever asked you to answer, and have it opened there.";
/// The heading over a ballot that came as a link.
pub const BALLOT_TITLE: &str = "A sealed ballot";
/// What it does not tell.
pub const BALLOT_TELLS_NOTHING: &str = "Nothing of the answers can be read here: only the device on which the survey was made can open it, once it is closed.";
/// Copies the link, to send it on.
pub const COPY_BALLOT: &str = "Copy the link";
/// While the box is being looked for.
pub const BALLOT_LOOKING: &str = "Looking for the survey on this device…";
/// The box could not keep it.
pub const BALLOT_NOT_KEPT: &str = "The survey is on this device, but its box could not keep the ballot. Nothing is lost: make room, then open the link once more.";
/// To the survey's page.
pub const TO_SURVEY: &str = "To the survey";
/// The ballot is in the box.
pub const BALLOT_CAME: &str = "The ballot is in the box";
/// It was there before.
pub const BALLOT_CAME_AGAIN: &str = "This ballot was in the box already";
/// The survey is over.
pub const BALLOT_CAME_LATE: &str = "This ballot came too late";

/// What came of a ballot, by the name of its survey.
#[must_use]
pub fn ballot_came(team: &str) -> String {
    format!("It is sealed, and counts once when the survey about {team} is closed.")
}

/// The same where it is over.
#[must_use]
pub fn ballot_came_late(team: &str) -> String {
    format!(
        "The survey about {team} is over, and its key is erased: nobody can open another ballot, so this one was not taken."
    )
}

/// A ballot link without its end.
pub const BALLOT_CUT: &str =
    "The end of this ballot’s link is missing. Copy the whole link, or ask for it again.";
/// A changed ballot link.
pub const BALLOT_DAMAGED: &str = "This ballot’s link was changed on its way. Copy it again from where you got it, or ask for it again.";

/// A box that lost some of its ballots.
#[must_use]
pub fn box_lacks(missing: usize) -> String {
    format!(
        "{} of this box did not arrive. What arrived is in; ask for the file again.",
        count(missing, "ballot", "ballots")
    )
}

/// A file that is no backup.
pub const BACKUP_OTHER: &str = "This file is no backup of Plumbline’s. Choose a file whose name begins with “plumbline_backup”.";
/// A backup without its end.
pub const BACKUP_CUT: &str =
    "The end of this backup is missing. Nothing was brought back. Copy the file again.";
/// A changed backup.
pub const BACKUP_DAMAGED: &str = "This backup was changed since it was written. Nothing was brought back. Copy the file again, or take an earlier backup.";
/// A backup of a later version.
pub const BACKUP_LATER: &str = "This backup was written by a later Plumbline. Nothing was brought back. Reload this page to get the newest one.";
/// A backup under a passphrase.
pub const BACKUP_LOCKED: &str =
    "This backup is under a passphrase. Type it as it was typed when the backup was made.";
/// The passphrase does not open it.
pub const BACKUP_WRONG: &str = "That is not this backup’s passphrase. Capital letters and spaces count. Without it nobody can open the backup, not even Plumbline.";
/// A backup that is too large.
pub const BACKUP_LARGE: &str =
    "This file was not read: it is larger than 20 MB, and no backup is. Choose another one.";

/// How far a side is from being shown, or shown anew.
#[must_use]
pub fn next(next: Next) -> String {
    match next {
        Next::Collecting { more } => format!(
            "{} needed before anything can be shown.",
            count(more as usize, "more ballot is", "more ballots are")
        ),
        Next::Waiting { new, minimum } => format!(
            "{new} of {minimum} new ballots. They stay sealed until there are {minimum}: shown one by one, each would tell what one person answered."
        ),
        Next::Ready => "There are enough ballots to open.".to_owned(),
        Next::Over => {
            "This survey is over. Its key is erased, and nobody can open another ballot.".to_owned()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::example;

    #[test]
    fn files_say_what_they_are() {
        let survey = example::survey();
        let receipt = Receipt::of_digest(&[0; 32]);
        assert_eq!(
            ballot_file(&survey, receipt),
            "plumbline_claims-platform-team_ballot_acorn-acorn-acorn"
        );
        assert_eq!(
            box_file(&survey, "2026-11-23"),
            "plumbline_claims-platform-team_box_2026-11-23"
        );
        assert_eq!(backup_file("2026-11-23"), "plumbline_backup_2026-11-23");
    }

    #[test]
    fn numbers_agree_with_their_words() {
        let one = next(Next::Collecting { more: 1 });
        assert_eq!(one, "1 more ballot is needed before anything can be shown.");
        assert!(box_lacks(1).starts_with("1 ballot of"));
        assert!(box_lacks(2).starts_with("2 ballots of"));
    }
}
