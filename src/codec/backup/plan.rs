//! What bringing a backup back would do: it joins, and replaces nothing that is here.

use super::{Backup, Beside, Joined, NotJoined, Saved, join};
use crate::codec::{
    ballot::Ballot,
    fingerprint::Fingerprint,
    record::{Entry, Ledger, RecordError, decode_entry, decode_ledger},
};

/// What this device holds of a survey.
pub type Here = Saved;

/// What bringing a backup back would do, survey by survey.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// The surveys of the backup, in order.
    pub steps: Vec<Result<Step, Unreadable>>,
    /// What lies beside results, in order.
    pub beside: Vec<Result<Joined, NotJoined>>,
}

/// What would change for one survey.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// Its id.
    pub id: String,
    /// The team that it is about.
    pub team: String,
    /// Its record, if it is not here yet, or only gathered for while the backup holds its key. Otherwise the one that
    /// is here stays as it is: a key that was erased does not come back.
    pub survey: Option<Vec<u8>>,
    /// What was counted.
    pub tally: Tally,
    /// Ballots that are neither here nor counted.
    pub new: Vec<Ballot>,
    /// How many of the backup's ballots are here already.
    pub known: usize,
    /// How many of the backup's ballots were counted meanwhile.
    pub counted: usize,
    /// Ballots here that the backup's tally has counted: they leave the box.
    pub spent: Vec<Ballot>,
}

/// What would become of what was counted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Tally {
    /// Nothing was counted in the backup.
    None,
    /// What is here stays: it is the same, or has counted all of it and more.
    Here,
    /// The backup has counted all that is counted here, and more.
    Backup(Vec<u8>),
    /// Both have counted what the other has not; what is here stays, and the backup should be kept.
    Differ,
}

/// A survey that is left out, as a later version wrote it or it is damaged; the backup should be kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unreadable {
    /// Its id.
    pub id: String,
    /// Whether it is this device's record that cannot be read.
    pub is_here: bool,
    /// Why.
    pub why: RecordError,
}

/// What bringing back `backup` would do where `here` is all that this device holds, and `beside` what lies beside results.
#[must_use]
pub fn plan(here: &[Here], beside: &[Beside], backup: &Backup) -> Plan {
    let step = |saved: &Saved| step(here.iter().find(|here| here.id == saved.id), saved);
    let joined = |brought: &Beside| {
        let is_same = |here: &&Beside| here.id == brought.id && here.name == brought.name;
        let here = beside.iter().find(is_same);
        join(here.map(|here| here.bytes.as_slice()), brought)
    };
    Plan {
        steps: backup.surveys.iter().map(step).collect(),
        beside: backup.beside.iter().map(joined).collect(),
    }
}

/// A survey whose records could be read.
struct Read<'a> {
    entry: Entry,
    ledger: Option<Ledger>,
    saved: &'a Saved,
}

impl<'a> Read<'a> {
    fn of(saved: &'a Saved, is_here: bool) -> Result<Self, Unreadable> {
        let unreadable = |why| Unreadable {
            id: saved.id.clone(),
            is_here,
            why,
        };
        let entry = decode_entry(&saved.survey).map_err(unreadable)?;
        if Fingerprint::of(entry.survey()).id() != saved.id {
            return Err(unreadable(RecordError::Damaged));
        }
        let ledger = saved.counted.as_deref();
        let ledger = ledger
            .map(|bytes| decode_ledger(entry.survey(), bytes))
            .transpose()
            .map_err(unreadable)?;
        Ok(Self {
            entry,
            ledger,
            saved,
        })
    }

    fn has_counted(&self, ballot: &Ballot) -> bool {
        let ledger = self.ledger.as_ref();
        ledger.is_some_and(|ledger| ledger.has_counted(ballot))
    }
}

fn step(here: Option<&Here>, saved: &Saved) -> Result<Step, Unreadable> {
    let brought = Read::of(saved, false)?;
    let here = here.map(|here| Read::of(here, true)).transpose()?;
    let tally = tally(here.as_ref(), &brought);
    let mut held: Vec<&Ballot> = here.iter().flat_map(|here| &here.saved.ballots).collect();
    held.sort_unstable();
    let holds = |ballot: &Ballot| held.binary_search(&ballot).is_ok();
    let keeper = match &tally {
        Tally::Backup(_) => Some(&brought),
        Tally::None | Tally::Here | Tally::Differ => here.as_ref(),
    };
    let is_counted = |ballot: &Ballot| keeper.is_some_and(|keeper| keeper.has_counted(ballot));
    let tag = Fingerprint::of(brought.entry.survey()).tag();
    let ballots = || saved.ballots.iter().filter(|ballot| ballot.tag == tag);
    let is_new = |ballot: &&Ballot| !holds(ballot) && !is_counted(ballot);
    let in_box = here.iter().flat_map(|here| &here.saved.ballots);
    let takes_backup = matches!(tally, Tally::Backup(_));
    Ok(Step {
        id: saved.id.clone(),
        team: brought.entry.survey().team.clone(),
        survey: survey(here.as_ref(), &brought),
        new: ballots().filter(is_new).cloned().collect(),
        known: ballots().filter(|ballot| holds(ballot)).count(),
        counted: ballots().filter(|b| !holds(b) && is_counted(b)).count(),
        spent: in_box
            .filter(|ballot| takes_backup && is_counted(ballot))
            .cloned()
            .collect(),
        tally,
    })
}

fn survey(here: Option<&Read<'_>>, brought: &Read<'_>) -> Option<Vec<u8>> {
    let takes = match (here.map(|here| &here.entry), &brought.entry) {
        (None, _) | (Some(Entry::Gathered(_)), Entry::Own(_)) => true,
        (Some(_), _) => false,
    };
    takes.then(|| brought.saved.survey.clone())
}

fn tally(here: Option<&Read<'_>>, brought: &Read<'_>) -> Tally {
    let (Some(theirs), Some(bytes)) = (&brought.ledger, &brought.saved.counted) else {
        return Tally::None;
    };
    let ours = here.and_then(|here| here.ledger.as_ref());
    if ours.is_some_and(|ours| ours.includes(theirs)) {
        return Tally::Here;
    }
    // Where it cannot be told which ballots were counted, those in the box here could be among them or not.
    let in_box = here.iter().flat_map(|here| &here.saved.ballots);
    let can_tell = in_box.into_iter().all(|ballot| theirs.takes(ballot.side));
    if can_tell && ours.is_none_or(|ours| theirs.includes(ours)) {
        Tally::Backup(bytes.clone())
    } else {
        Tally::Differ
    }
}
