//! Storage, codec and domain joined: what the organiser's browser holds.
//!
//! Beside the records of [`record`], each survey has a number among the ballots, under its bare id, that every change
//! to its box counts up. Whoever changes a box says which number they saw, so that two tabs can never undo one another,
//! and a box cannot be closed past a ballot that is just arriving.

use std::collections::{BTreeMap, BTreeSet};

use thiserror::Error;

use crate::{
    browser::storage::{Change, Expect, Shelf, StorageError, Store},
    codec::{
        ballot::{self, Ballot, Refused},
        code,
        fingerprint::Fingerprint,
        record::{self, Closed, Day, Kept, RefusedCounts},
    },
    domain::{
        side::{BySide, Side},
        survey::Survey,
        tally::Tally,
    },
};

/// How often a change is tried anew when other tabs are changing the same box.
const MOST_TRIES: usize = 1_000;

/// A survey as this device holds it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Held {
    /// The survey, its secrets, and its key while it exists.
    pub kept: Kept,
    /// Sealed ballots in the box.
    pub ballots: BySide<usize>,
    /// What closing left.
    pub closed: Option<Closed>,
}

/// What came of putting ballots into a box.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Added {
    /// Ballots that were not there before.
    pub new: BySide<usize>,
    /// Ballots that were.
    pub known: usize,
    /// Ballots of another survey.
    pub other_survey: usize,
    /// Ballots of a side that was opened before.
    pub late: usize,
}

/// Why something was not kept. What was kept before is as it was.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum KeepingError {
    /// The browser's storage.
    #[error(transparent)]
    Storage(#[from] StorageError),
    /// The survey is not on this device, or its record cannot be read.
    #[error("the survey is not here")]
    NotHere,
}

/// Why a survey was not closed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum CloseError {
    /// What was opened could not be kept, so nothing was dropped.
    #[error(transparent)]
    Keeping(#[from] KeepingError),
    /// Neither side has enough ballots, so nothing was opened.
    #[error("no side has enough ballots")]
    TooFew,
}

impl From<StorageError> for CloseError {
    fn from(error: StorageError) -> Self {
        Self::Keeping(KeepingError::Storage(error))
    }
}

impl Held {
    /// Whether `side` was opened.
    #[must_use]
    pub fn is_opened(&self, side: Side) -> bool {
        self.closed
            .as_ref()
            .is_some_and(|closed| closed.opened.of(side).is_some())
    }

    /// Whether the box still takes ballots of some side.
    #[must_use]
    pub fn is_collecting(&self) -> bool {
        self.kept.private_key.is_some() && Side::ALL.iter().any(|side| !self.is_opened(*side))
    }

    /// How many more ballots `side` needs before it can be shown; none once it was opened.
    #[must_use]
    pub fn needed(&self, side: Side) -> u32 {
        let have = u32::try_from(*self.ballots.of(side)).unwrap_or(u32::MAX);
        if self.is_opened(side) {
            return 0;
        }
        self.kept.survey.minimum.of(side).saturating_sub(have)
    }
}

/// Everything on this device: the surveys by id, and how many records could not be read.
///
/// # Errors
///
/// Returns the storage's error if it does not let the page look.
pub async fn load(store: &Store) -> Result<(BTreeMap<String, Held>, usize), StorageError> {
    let mut surveys = BTreeMap::new();
    let mut unreadable = 0;
    for (id, _) in store.all(Shelf::Surveys, "").await? {
        match load_one(store, &id).await {
            Ok(held) => {
                surveys.insert(id, held);
            }
            Err(KeepingError::NotHere) => unreadable += 1,
            Err(KeepingError::Storage(error)) => return Err(error),
        }
    }
    Ok((surveys, unreadable))
}

/// One survey.
///
/// # Errors
///
/// Says if it is not here, cannot be read, or cannot be looked for.
pub async fn load_one(store: &Store, id: &str) -> Result<Held, KeepingError> {
    Ok(Snapshot::read(store, id).await?.held())
}

/// Keeps a new survey and gives its id.
///
/// # Errors
///
/// Returns the storage's error; then there is no survey.
pub async fn keep(store: &Store, kept: &Kept) -> Result<String, StorageError> {
    let id = Fingerprint::of(&kept.survey).id();
    let put = vec![(Shelf::Surveys, id.clone(), record::encode_kept(kept))];
    let change = Change {
        put,
        ..Change::default()
    };
    store.change(change).await?;
    Ok(id)
}

/// Puts ballots into a survey's box. Once this returns, those that are new last.
///
/// # Errors
///
/// Says why nothing was kept.
pub async fn add(store: &Store, id: &str, ballots: &[Ballot]) -> Result<Added, KeepingError> {
    let mut tries = 0;
    loop {
        let snapshot = Snapshot::read(store, id).await?;
        let (added, codes) = snapshot.sort(ballots);
        if codes.is_empty() {
            return Ok(added);
        }
        let put = codes
            .into_iter()
            .map(|code| (Shelf::Ballots, key(id, &code), record::encode_ballot()))
            .collect();
        match store.change(snapshot.change(id, put, Vec::new())).await {
            Ok(()) => return Ok(added),
            Err(StorageError::Changed) if tries < MOST_TRIES => tries += 1,
            Err(error) => return Err(error.into()),
        }
    }
}

/// Opens every side that has enough ballots, counts them and drops them, all or nothing. A side under its minimum
/// stays sealed. Once both sides are opened the private key is gone for good.
///
/// # Errors
///
/// Says why nothing was opened.
pub async fn close(store: &Store, id: &str, today: Day) -> Result<Closed, CloseError> {
    let mut tries = 0;
    loop {
        let snapshot = Snapshot::read(store, id).await?;
        let opening = snapshot.open(today).ok_or(CloseError::TooFew)?;
        let delete = opening
            .spent
            .iter()
            .map(|code| (Shelf::Ballots, key(id, code)))
            .collect();
        let mut put = Vec::new();
        if let Some(closed) = &opening.closed {
            let finished = Side::ALL
                .iter()
                .all(|side| closed.opened.of(*side).is_some());
            let mut kept = snapshot.kept.clone();
            kept.private_key = kept.private_key.filter(|_| !finished);
            put.push((Shelf::Surveys, id.to_owned(), record::encode_kept(&kept)));
            put.push((Shelf::Tallies, id.to_owned(), record::encode_closed(closed)));
        }
        match store.change(snapshot.change(id, put, delete)).await {
            Ok(()) => return opening.closed.ok_or(CloseError::TooFew),
            Err(StorageError::Changed) if tries < MOST_TRIES => tries += 1,
            Err(error) => return Err(error.into()),
        }
    }
}

/// Forgets a survey with everything that belongs to it.
///
/// # Errors
///
/// Returns the storage's error; then everything is still there.
pub async fn forget(store: &Store, id: &str) -> Result<(), StorageError> {
    let mut delete = vec![
        (Shelf::Surveys, id.to_owned()),
        (Shelf::Tallies, id.to_owned()),
        (Shelf::Ballots, id.to_owned()),
    ];
    for (key, _) in store.all(Shelf::Ballots, &key(id, "")).await? {
        delete.push((Shelf::Ballots, key));
    }
    let change = Change {
        delete,
        ..Change::default()
    };
    store.change(change).await
}

/// All records of one survey at one moment.
struct Snapshot {
    kept: Kept,
    closed: Option<Closed>,
    codes: BTreeSet<String>,
    expected: Vec<Expect>,
    number: u64,
}

/// What opening a box gave.
struct Opening {
    /// The counts, or `None` if no side had enough ballots that open.
    closed: Option<Closed>,
    /// Codes of the ballots that were counted or refused.
    spent: Vec<String>,
}

impl Snapshot {
    async fn read(store: &Store, id: &str) -> Result<Self, KeepingError> {
        let kept_record = store.read(Shelf::Surveys, id).await?;
        let closed_record = store.read(Shelf::Tallies, id).await?;
        let number_record = store.read(Shelf::Ballots, id).await?;
        let codes = store.all(Shelf::Ballots, &key(id, "")).await?;
        let kept = kept_record
            .as_deref()
            .and_then(|bytes| record::decode_kept(bytes).ok())
            .ok_or(KeepingError::NotHere)?;
        let closed = closed_record
            .as_deref()
            .map(|bytes| record::decode_closed(&kept.survey, bytes))
            .transpose()
            .map_err(|_| KeepingError::NotHere)?;
        let expect = |shelf, value| Expect {
            shelf,
            key: id.to_owned(),
            value,
        };
        Ok(Self {
            number: number(number_record.as_deref()),
            expected: vec![
                expect(Shelf::Surveys, kept_record),
                expect(Shelf::Tallies, closed_record),
                expect(Shelf::Ballots, number_record),
            ],
            codes: codes
                .into_iter()
                .filter_map(|(found, _)| found.strip_prefix(&key(id, "")).map(str::to_owned))
                .collect(),
            kept,
            closed,
        })
    }

    fn held(self) -> Held {
        let of = |side| self.ballots().filter(|ballot| ballot.side == side).count();
        Held {
            ballots: BySide::from_fn(of),
            kept: self.kept,
            closed: self.closed,
        }
    }

    /// The change that also counts the box's number up.
    fn change(
        &self,
        id: &str,
        mut put: Vec<(Shelf, String, Vec<u8>)>,
        delete: Vec<(Shelf, String)>,
    ) -> Change {
        let next = self.number.wrapping_add(1).to_le_bytes().to_vec();
        put.push((Shelf::Ballots, id.to_owned(), next));
        Change {
            only_if: self.expected.clone(),
            put,
            delete,
        }
    }

    fn ballots(&self) -> impl Iterator<Item = Ballot> {
        self.codes
            .iter()
            .filter_map(|code| code::decode(code.as_bytes()))
    }

    fn is_opened(&self, side: Side) -> bool {
        self.closed
            .as_ref()
            .is_some_and(|closed| closed.opened.of(side).is_some())
    }

    /// Which of `ballots` the box takes, as codes.
    fn sort(&self, ballots: &[Ballot]) -> (Added, BTreeSet<String>) {
        let tag = Fingerprint::of(&self.kept.survey).tag();
        let mut added = Added::default();
        let mut codes = BTreeSet::new();
        for ballot in ballots {
            let code = code::encode(ballot);
            if ballot.tag != tag {
                added.other_survey += 1;
            } else if self.is_opened(ballot.side) {
                added.late += 1;
            } else if self.codes.contains(&code) || !codes.insert(code) {
                added.known += 1;
            } else {
                *added.new.of_mut(ballot.side) += 1;
            }
        }
        (added, codes)
    }

    /// Opens all ballots and counts the sides that have enough; `None` if no side could have.
    fn open(&self, today: Day) -> Option<Opening> {
        let private = self.kept.private_key?;
        let survey = &self.kept.survey;
        let mut counted = Counted::none(survey);
        for ballot in self.ballots().filter(|ballot| !self.is_opened(ballot.side)) {
            let answers = ballot::open(survey, &private, &self.kept.secrets, &ballot);
            counted.take(survey, &ballot, answers);
        }
        let enough = |side: &Side| counted.tally.ballots().of(*side) >= survey.minimum.of(*side);
        let sides: Vec<Side> = Side::ALL.into_iter().filter(enough).collect();
        let mut spent = counted.refused_codes.clone();
        for side in &sides {
            spent.extend(counted.codes.of(*side).iter().cloned());
        }
        if sides.is_empty() && spent.is_empty() {
            return None;
        }
        let closed = self.with_sides(&sides, counted, today);
        Some(Opening {
            closed: (!sides.is_empty()).then_some(closed),
            spent,
        })
    }

    /// What was counted before, with these sides added.
    fn with_sides(&self, sides: &[Side], counted: Counted, today: Day) -> Closed {
        let mut closed = self.closed.clone().unwrap_or_else(|| Closed {
            opened: BySide::default(),
            tally: Tally::empty(&self.kept.survey),
            refused: BySide::default(),
        });
        for side in Side::ALL {
            closed.refused.of_mut(side).add(*counted.refused.of(side));
        }
        for side in sides {
            *closed.opened.of_mut(*side) = Some(today);
            closed.tally = closed.tally.with_side_of(*side, &counted.tally);
        }
        closed
    }
}

/// Ballots as they are opened one after another.
struct Counted {
    tally: Tally,
    codes: BySide<Vec<String>>,
    refused: BySide<RefusedCounts>,
    refused_codes: Vec<String>,
}

impl Counted {
    fn none(survey: &Survey) -> Self {
        Self {
            tally: Tally::empty(survey),
            codes: BySide::default(),
            refused: BySide::default(),
            refused_codes: Vec::new(),
        }
    }

    fn take(
        &mut self,
        survey: &Survey,
        ballot: &Ballot,
        answers: Result<crate::domain::sheet::Answers, Refused>,
    ) {
        let code = code::encode(ballot);
        match answers {
            Ok(answers) => {
                self.tally.add(survey, &answers);
                self.codes.of_mut(ballot.side).push(code);
            }
            Err(refused) => {
                self.refused.of_mut(ballot.side).note(refused);
                self.refused_codes.push(code);
            }
        }
    }
}

fn key(id: &str, code: &str) -> String {
    format!("{id}/{code}")
}

fn number(record: Option<&[u8]>) -> u64 {
    record
        .and_then(|bytes| bytes.try_into().ok())
        .map_or(0, u64::from_le_bytes)
}
