//! What this device keeps, backups, and erasing.

use super::common::count;

/// The screen's title, and the way to it.
pub const TITLE: &str = "This device";
/// What the screen shows.
pub const LEAD: &str = "Everything that Plumbline keeps in this browser, on this device. Nothing of it is anywhere else, unless you have saved a backup.";
/// The section that lists.
pub const KEPT: &str = "What is kept here";
/// Nothing.
pub const NOTHING: &str = "Nothing is kept here.";
/// The browser does not let the page look.
pub const CANNOT_LOOK: &str = "The browser does not let the page look at what it keeps.";
/// There is more, which it cannot look at.
pub const PARTIAL: &str = "There is more, which this page cannot open, list or save: a newer version has kept it, or it is damaged. “Erase everything” erases that too.";
/// A button that asks first.
pub const ERASE: &str = "Erase…";
/// The button that does it.
pub const ERASE_YES: &str = "Erase for good";
/// While it does.
pub const ERASING: &str = "Erasing…";
/// The button that does not.
pub const ERASE_NO: &str = "Keep it";
/// The question.
pub const SURE: &str = "Erase it for good?";
/// What it means.
pub const SURE_SURVEY: &str = "Its links, its key, its ballots, its counts, its experiment cards and what you changed in its slides are removed from this device. Ballots that are only here are lost. Save a backup first if you may need them.";
/// What it means for all.
pub const SURE_ALL: &str = "All surveys with their keys, ballots and counts, all experiment cards and slides, all unfinished answers and codes, and all preferences are removed from this device. Save a backup first if you may need them.";
/// What it means for cards of results that are not kept here.
pub const SURE_BESIDE: &str = "Experiment cards and changed slides of results that are not kept here are removed from this device. Save a backup first if you may need them.";
/// What it means for answers.
pub const SURE_SHEETS: &str =
    "Answers that were not handed in and codes that were not sent are removed from this device.";
/// A button that asks first.
pub const ERASE_ALL: &str = "Erase everything…";
/// Everything is gone.
pub const ERASED: &str = "It is erased.";
/// Not all of it is gone.
pub const NOT_ERASED: &str = "The browser did not let the page erase all of it. Try again, or clear this site’s data in the browser’s settings.";
/// A record that cannot be read.
pub const ASIDE: &str = "A survey that this version cannot read. It was left as it is.";
/// A text that cannot be read.
pub const UNREAD: &str =
    "An unfinished sheet or a code that this version cannot read. It was left as it is.";
/// A ballot that cannot be read.
pub const UNREAD_BALLOT: &str = "A ballot that cannot be read: it was damaged on this device, or a later version has kept it. It is not counted and is in no backup.";
/// What erasing it means.
pub const SURE_UNREAD: &str =
    "It is removed from this device. Save it as a file first if you may need it.";
/// A button.
pub const ASIDE_SAVE: &str = "Save it as a file";
/// Under it.
pub const ASIDE_HINT: &str = "Keep the file: a later version of Plumbline may read it.";

/// The section on lasting.
pub const LASTING: &str = "Will it last?";
/// A button.
pub const ASK: &str = "Ask the browser to keep it";
/// The browser agreed.
pub const KEEPS: &str =
    "This browser has agreed to keep it until you erase it or clear this site’s data.";
/// The browser did not agree.
pub const MAY_DROP: &str = "This browser has not agreed to keep it: when the device runs out of room, it may throw everything away at once. Save a backup.";
/// The browser says nothing.
pub const UNKNOWN: &str = "This browser does not say whether it keeps it. Save a backup.";
/// What Safari does.
pub const SAFARI: &str = "Safari, on iPhone, iPad and Mac, erases what a site keeps once you have used the browser for seven days without opening that site. Open your survey at least once a week, add Plumbline to the home screen, or save a backup after every visit.";

/// What that means for one survey.
#[must_use]
pub fn in_safari(from: &str, new: Option<usize>, ballots: usize) -> String {
    let saved = match new {
        None => "There is no backup of it.".to_owned(),
        Some(_) => {
            since(new, ballots).unwrap_or_else(|| "Your last backup holds all of it.".to_owned())
        }
    };
    format!(
        "In Safari it could be gone from {from} on, if nobody opens Plumbline here before. {saved}"
    )
}

/// The section on backups.
pub const BACKUP: &str = "Backup";
/// What it holds.
pub const BACKUP_LEAD: &str = "One file with all surveys, keys, ballots, counts, experiment cards and changed slides of this device. Whoever has it can open the ballots in it, unless it is under a passphrase.";
/// The field.
pub const PASSPHRASE: &str = "Passphrase, if you want one";
/// About it.
pub const PASSPHRASE_HINT: &str = "Nobody can bring the backup back without it, not even Plumbline. Four random words are good; leave it empty for none.";
/// A button.
pub const SAVE: &str = "Save a backup";
/// While it is made.
pub const SAVING: &str = "Making the backup…";
/// It was offered.
pub const SAVED: &str = "The backup was given to your browser to save. Look that it has arrived.";
/// It was not made.
pub const NOT_SAVED: &str = "The backup could not be made. What is on this device is unharmed.";
/// It would be too large.
pub const NOT_SAVED_LARGE: &str =
    "A backup holds 20 MB, and more is kept here. Close or erase surveys first.";

/// The section on bringing back.
pub const RESTORE: &str = "Bring a backup back";
/// What it does.
pub const RESTORE_LEAD: &str = "On this or any other device. It joins what is here and replaces nothing. You see what it would do before anything is done.";
/// The field for the file.
pub const FILE: &str = "Backup file";
/// The field for its passphrase.
pub const ITS_PASSPHRASE: &str = "The passphrase of this backup";
/// A button.
pub const OPEN: &str = "Open the backup";
/// While it is opened.
pub const OPENING: &str = "Opening…";
/// Over the plan.
pub const PLAN: &str = "What bringing it back would do";
/// A backup without surveys.
pub const PLAN_EMPTY: &str = "There is no survey in this backup.";
/// A button.
pub const DO_IT: &str = "Bring it back";
/// While it does.
pub const DOING: &str = "Bringing back…";
/// It is done.
pub const DONE: &str = "It is back.";
/// Not all of it is done.
pub const NOT_DONE: &str =
    "Not all of it could be kept. What was here before is unharmed. Make room, then try again.";
/// A survey of the backup that cannot be read.
pub const PLAN_UNREADABLE: &str =
    "One survey of the backup cannot be read by this version and is left out. Keep the backup.";
/// A survey here that cannot be read.
pub const PLAN_UNREADABLE_HERE: &str = "One survey is on this device in a form that this version cannot read. It stays as it is, and the backup’s is left out. Keep the backup.";

/// The size of something, in words.
#[must_use]
pub fn size(bytes: usize) -> String {
    match bytes {
        0..1_000 => count(bytes, "byte", "bytes"),
        1_000..1_000_000 => format!("{} KB", bytes.div_ceil(1_000)),
        _ => format!("{} MB", bytes.div_ceil(1_000_000)),
    }
}

/// A survey on this device, in words.
#[must_use]
pub fn survey(ballots: usize, has_tally: bool, cards: usize, bytes: usize) -> String {
    let counts = if has_tally { ", counts" } else { "" };
    let cards = match cards {
        0 => String::new(),
        cards => format!(", {}", self::cards(cards)),
    };
    format!(
        "Survey{counts}{cards}, {}, {}",
        count(ballots, "sealed ballot", "sealed ballots"),
        size(bytes)
    )
}

fn cards(cards: usize) -> String {
    count(cards, "experiment card", "experiment cards")
}

/// What lies beside results that are not kept here, in words.
#[must_use]
pub fn beside(cards: usize, bytes: usize) -> String {
    let what = match cards {
        0 => "Changed slides".to_owned(),
        cards => self::cards(cards),
    };
    format!("{what} for results that are not kept here, {}", size(bytes))
}

/// The name of what lies beside results whose team cannot be read.
pub const NAMELESS: &str = "Results opened here";

/// Unfinished sheets and codes.
#[must_use]
pub fn sheets(n: usize, bytes: usize) -> String {
    format!(
        "{}, {}",
        count(
            n,
            "unfinished answer sheet or code not sent yet",
            "unfinished answer sheets and codes not sent yet"
        ),
        size(bytes)
    )
}

/// Preferences and notes.
#[must_use]
pub fn texts(n: usize, bytes: usize) -> String {
    format!(
        "{} such as when you last saved a backup, {}",
        count(n, "small note", "small notes"),
        size(bytes)
    )
}

/// What goes with the tab.
#[must_use]
pub fn tab(n: usize, bytes: usize) -> String {
    format!(
        "{} of this tab alone, such as words typed into a form, {}; gone when the tab is closed",
        count(n, "small note", "small notes"),
        size(bytes)
    )
}

/// What bringing back does to one survey.
#[must_use]
pub fn step(team: &str, is_new: bool, new: usize, known: usize, counted: usize) -> String {
    let survey = if is_new {
        "is added"
    } else {
        "is here already and stays"
    };
    let mut words = vec![format!(
        "{team}: the survey {survey}. {} added",
        count(new, "ballot is", "ballots are")
    )];
    if known > 0 {
        words.push(format!("{} here already", count(known, "is", "are")));
    }
    if counted > 0 {
        let were = count(counted, "was", "were");
        words.push(format!("{were} counted meanwhile"));
    }
    words.join(", ") + "."
}

/// What bringing back does to experiment cards.
#[must_use]
pub fn step_cards(team: &str, added: usize, known: usize) -> String {
    let here = match known {
        0 => String::new(),
        known => format!(", {} here already", count(known, "is", "are")),
    };
    let added = count(added, "experiment card is", "experiment cards are");
    format!("{team}: {added} added{here}. None that is here changes.")
}

/// What bringing back does to changed slides.
pub const STEP_SLIDES: &str = "What was changed in slides is added.";
/// Slides that are the same.
pub const STEP_SLIDES_HERE: &str = "What was changed in slides is here already.";
/// Slides that were changed otherwise.
pub const STEP_SLIDES_DIFFER: &str =
    "Slides were changed otherwise here. What is here stays; keep the backup.";
/// Cards of the backup that cannot be read.
pub const STEP_CARDS_UNREADABLE: &str = "Experiment cards of the backup cannot be read by this version and are left out. Keep the backup.";
/// Cards here that cannot be read.
pub const STEP_CARDS_UNREADABLE_HERE: &str = "Experiment cards are on this device in a form that this version cannot read. They stay as they are, and the backup’s are left out. Keep the backup.";

/// What bringing back does to the counts of a survey.
pub const STEP_TALLY: &str = "Its counts are added.";
/// Counts that cannot be joined.
pub const STEP_DIFFER: &str = "Both have counted ballots that the other has not. The counts that are here stay; keep the backup.";

/// How urgent a backup is: how many ballots have come since the last one, or that there was none.
#[must_use]
pub fn since(new: Option<usize>, ballots: usize) -> Option<String> {
    match (new, ballots) {
        (None, 0) => Some(
            "No backup of this survey yet. Without one, whoever loses this browser’s data loses the survey: save one before people answer.".to_owned(),
        ),
        (None, n) => Some(format!(
            "No backup yet, and {} only here.",
            count(n, "ballot is", "ballots are")
        )),
        (Some(0), _) => None,
        (Some(n), _) => Some(format!(
            "{} since your last backup.",
            count(n, "ballot has come", "ballots have come")
        )),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_are_rounded_up() {
        assert_eq!(size(1), "1 byte");
        assert_eq!(size(999), "999 bytes");
        assert_eq!(size(1_001), "2 KB");
        assert_eq!(size(2_000_001), "3 MB");
    }

    #[test]
    fn a_survey_is_told_from_when_on_safari_could_have_erased_it_and_what_a_backup_holds() {
        let words = |new| in_safari("4 December 2026", new, 9);
        assert!(
            words(None)
                .ends_with(" on, if nobody opens Plumbline here before. There is no backup of it.")
        );
        assert!(words(Some(0)).ends_with("Your last backup holds all of it."));
        assert!(words(Some(2)).ends_with("2 ballots have come since your last backup."));
    }

    #[test]
    fn the_reminder_grows_with_the_ballots() {
        assert_eq!(since(Some(0), 40), None);
        let some = since(Some(3), 9).unwrap();
        assert_eq!(some, "3 ballots have come since your last backup.");
        assert!(since(None, 1).unwrap().ends_with("1 ballot is only here."));
        let words = step("Claims", false, 1, 2, 0);
        assert!(words.ends_with("1 ballot is added, 2 are here already."));
    }
}
