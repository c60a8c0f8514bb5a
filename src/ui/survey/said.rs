//! What came of gathering, in sentences.

use crate::{
    state::{CollectOutcome, Unread, Why},
    text::{
        carried,
        collect::{self, Brought},
        gather,
    },
};

/// Unread codes that are told one by one.
const MOST_TOLD: usize = 5;

/// What one paste, or some files, brought.
pub(crate) fn sentences(outcome: &CollectOutcome) -> Vec<String> {
    if outcome.is_stopped {
        return vec![gather::STOPPED.to_owned()];
    }
    let mut said = Vec::new();
    if let Ok(added) = outcome.added {
        let brought = Brought {
            new: added.new,
            known: added.known,
            other_survey: added.other_survey,
            counted: added.counted,
            late: added.late,
        };
        let is_nothing = brought == Brought::default() && outcome.unread.is_empty();
        if is_nothing && outcome.unopened.is_empty() {
            said.push(collect::NOTHING_FOUND.to_owned());
        } else if !is_nothing {
            said.push(collect::brought(&brought));
        }
    }
    said.extend(outcome.unread.iter().take(MOST_TOLD).map(unread));
    if outcome.unread.len() > MOST_TOLD {
        said.push(collect::more_unread(outcome.unread.len() - MOST_TOLD));
    }
    if outcome.missing > 0 {
        said.push(carried::box_lacks(outcome.missing));
    }
    said.extend(outcome.unopened.iter().map(|name| gather::unopened(name)));
    said
}

fn unread(unread: &Unread) -> String {
    match unread.why {
        Why::CutOff => collect::cut_off(&unread.start),
        Why::Damaged => collect::damaged(&unread.start),
        Why::OtherVersion => collect::other_version(&unread.start),
    }
}
