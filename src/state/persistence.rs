//! Storage, codec and domain joined: what the organiser's browser holds.
//!
//! Beside the records of [`record`], each survey has a number among the ballots, under its bare id, that every change
//! to its box counts up. Whoever changes a box says which number they saw, so that two tabs can never undo one another,
//! and a box cannot be closed past a ballot that is just arriving.

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
        sheet::Answers,
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
    /// No side has enough ballots that open, so nothing was opened. What does not open is still in the box.
    #[error("no side has enough ballots")]
    TooFew {
        /// Ballots that do not open, of each side.
        refused: BySide<RefusedCounts>,
    },
}

impl KeepingError {
    /// Whether another tab was quicker, so that trying again helps.
    #[must_use]
    pub fn is_from_another_tab(self) -> bool {
        matches!(self, Self::NotHere | Self::Storage(StorageError::Changed))
    }
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
        self.needed_beside(side, RefusedCounts::default())
    }

    /// The same where these ballots of the box are known not to open.
    #[must_use]
    pub fn needed_beside(&self, side: Side, refused: RefusedCounts) -> u32 {
        if self.is_opened(side) {
            return 0;
        }
        let have = u32::try_from(*self.ballots.of(side)).unwrap_or(u32::MAX);
        let sound = have.saturating_sub(refused.total());
        self.kept.survey.minimum.of(side).saturating_sub(sound)
    }
}

/// Everything on this device: the surveys in the order of their ids, and how many records could not be read.
///
/// # Errors
///
/// Returns the storage's error if it does not let the page look.
pub async fn load(store: &Store) -> Result<(Vec<(String, Held)>, usize), StorageError> {
    let mut surveys = Vec::new();
    let mut unreadable = 0;
    for (id, _) in store.all(Shelf::Surveys, "").await? {
        match load_one(store, &id).await {
            Ok(held) => surveys.push((id, held)),
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
    let change = Change {
        only_if: vec![expect(Shelf::Surveys, &id, None)],
        put: vec![(Shelf::Surveys, id.clone(), record::encode_kept(kept))],
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
        match snapshot.add(store, id, ballots).await {
            Err(StorageError::Changed) if tries < MOST_TRIES => tries += 1,
            outcome => return Ok(outcome?),
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
        let opening = snapshot
            .open(today)
            .map_err(|refused| CloseError::TooFew { refused })?;
        match snapshot.close(store, id, &opening).await {
            Err(StorageError::Changed) if tries < MOST_TRIES => tries += 1,
            outcome => return Ok(outcome.map(|()| opening.closed)?),
        }
    }
}

/// Forgets a survey with everything that belongs to it.
///
/// # Errors
///
/// Returns the storage's error; then everything is still there.
pub async fn forget(store: &Store, id: &str) -> Result<(), StorageError> {
    let mut tries = 0;
    loop {
        // A ballot that arrives meanwhile counts the number up, so none is left behind.
        let number = store.read(Shelf::Ballots, id).await?;
        let ballots = store.all(Shelf::Ballots, &key(id, "")).await?;
        let mut delete = Shelf::ALL.map(|shelf| (shelf, id.to_owned())).to_vec();
        delete.extend(ballots.into_iter().map(|(key, _)| (Shelf::Ballots, key)));
        let change = Change {
            only_if: vec![expect(Shelf::Ballots, id, number)],
            delete,
            ..Change::default()
        };
        match store.change(change).await {
            Err(StorageError::Changed) if tries < MOST_TRIES => tries += 1,
            outcome => return outcome,
        }
    }
}

/// All records of one survey at one moment.
struct Snapshot {
    kept: Kept,
    closed: Option<Closed>,
    /// The ballots, in order.
    codes: Vec<String>,
    expected: Vec<Expect>,
    number: u64,
}

/// What opening a box gave, at least one side of it.
struct Opening {
    /// The counts of every side that is opened now or was before.
    closed: Closed,
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
        Ok(Self {
            number: number(number_record.as_deref()),
            expected: vec![
                expect(Shelf::Surveys, id, kept_record),
                expect(Shelf::Tallies, id, closed_record),
                expect(Shelf::Ballots, id, number_record),
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

    /// Puts those of `ballots` into the box that it takes, if it is still as it was.
    async fn add(
        &self,
        store: &Store,
        id: &str,
        ballots: &[Ballot],
    ) -> Result<Added, StorageError> {
        let (added, codes) = self.sort(ballots);
        if codes.is_empty() {
            return Ok(added);
        }
        let put = codes
            .into_iter()
            .map(|code| (Shelf::Ballots, key(id, &code), record::encode_ballot()))
            .collect();
        store.change(self.change(id, put, Vec::new())).await?;
        Ok(added)
    }

    /// Keeps what `opening` gave and drops its ballots, if the box is still as it was.
    async fn close(&self, store: &Store, id: &str, opening: &Opening) -> Result<(), StorageError> {
        let Opening { closed, spent } = opening;
        let finished = Side::ALL
            .iter()
            .all(|side| closed.opened.of(*side).is_some());
        let mut kept = self.kept.clone();
        kept.private_key = kept.private_key.filter(|_| !finished);
        let put = vec![
            (Shelf::Surveys, id.to_owned(), record::encode_kept(&kept)),
            (Shelf::Tallies, id.to_owned(), record::encode_closed(closed)),
        ];
        let delete = spent
            .iter()
            .map(|code| (Shelf::Ballots, key(id, code)))
            .collect();
        store.change(self.change(id, put, delete)).await
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
    fn sort(&self, ballots: &[Ballot]) -> (Added, Vec<String>) {
        let tag = Fingerprint::of(&self.kept.survey).tag();
        let mut added = Added::default();
        let mut codes = Vec::new();
        for ballot in ballots {
            let code = code::encode(ballot);
            if ballot.tag != tag {
                added.other_survey += 1;
            } else if self.is_opened(ballot.side) {
                added.late += 1;
            } else if self.codes.binary_search(&code).is_ok() {
                added.known += 1;
            } else if let Err(place) = codes.binary_search(&code) {
                codes.insert(place, code);
                *added.new.of_mut(ballot.side) += 1;
            } else {
                added.known += 1;
            }
        }
        (added, codes)
    }

    /// Opens all ballots and counts the sides that have enough. If no side has, nothing is spent, not even what does
    /// not open, which is only told.
    fn open(&self, today: Day) -> Result<Opening, BySide<RefusedCounts>> {
        let private = self.kept.private_key.ok_or_else(BySide::default)?;
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
        if sides.is_empty() {
            return Err(counted.refused);
        }
        Ok(Opening {
            closed: self.with_sides(&sides, &counted, today),
            spent,
        })
    }

    /// What was counted before, with these sides added.
    fn with_sides(&self, sides: &[Side], counted: &Counted, today: Day) -> Closed {
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

    fn take(&mut self, survey: &Survey, ballot: &Ballot, answers: Result<Answers, Refused>) {
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

fn expect(shelf: Shelf, key: &str, value: Option<Vec<u8>>) -> Expect {
    Expect {
        shelf,
        key: key.to_owned(),
        value,
    }
}

fn number(record: Option<&[u8]>) -> u64 {
    record
        .and_then(|bytes| bytes.try_into().ok())
        .map_or(0, u64::from_le_bytes)
}

/// The made-up survey with keys, for tests.
#[cfg(test)]
pub(super) fn example_kept() -> Kept {
    let keys = crate::codec::sealing::key_pair(&[4; 32]);
    Kept {
        survey: Survey {
            public_key: keys.public,
            ..crate::domain::example::survey()
        },
        secrets: BySide {
            executive: [1; 32],
            team: [2; 32],
        },
        private_key: Some(keys.private),
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use std::{collections::BTreeSet, sync::OnceLock};

    use proptest::prelude::*;

    use super::*;
    use crate::{
        browser::storage::now::now,
        codec::{ballot::SEALED, sealing},
        domain::sheet::{Answer, Sheet},
    };

    const TODAY: Day = Day {
        year: 2026,
        month: 11,
        day: 22,
    };

    const TOO_FEW: CloseError = CloseError::TooFew {
        refused: BySide {
            executive: NONE_REFUSED,
            team: NONE_REFUSED,
        },
    };
    const NONE_REFUSED: RefusedCounts = RefusedCounts {
        other_side: 0,
        does_not_open: 0,
        not_answers: 0,
    };

    #[test]
    fn a_full_store_is_not_called_the_work_of_another_tab() {
        assert!(KeepingError::NotHere.is_from_another_tab());
        assert!(KeepingError::Storage(StorageError::Changed).is_from_another_tab());
        assert!(!KeepingError::Storage(StorageError::Full).is_from_another_tab());
    }

    #[test]
    fn what_is_kept_is_loaded() {
        let (store, id) = kept_survey();

        let (surveys, unreadable) = now(load(&store)).unwrap();

        assert_eq!(unreadable, 0);
        let [(its_id, survey)] = surveys.as_slice() else {
            panic!("there is one survey");
        };
        assert_eq!((its_id, survey), (&id, &held(&store, &id)));
        assert_eq!(survey.kept, example_kept());
        assert!(survey.is_collecting());
        assert_eq!(survey.needed(Side::Team), 5);
    }

    #[test]
    fn a_survey_is_never_kept_over_another_record() {
        let (store, id) = kept_survey();
        now(store.change(record_of(Shelf::Surveys, &id, vec![2, 7]))).unwrap();

        assert_eq!(
            now(keep(&store, &example_kept())),
            Err(StorageError::Changed)
        );

        assert_eq!(now(store.read(Shelf::Surveys, &id)), Ok(Some(vec![2, 7])));
    }

    #[test]
    fn the_same_ballots_are_taken_once() {
        let (store, id) = kept_survey();
        let team = ballots(Side::Team, 0..3);

        assert_eq!(now(add(&store, &id, &team)), Ok(added(Side::Team, 3)));
        let before = everything(&store);
        let again = now(add(&store, &id, &team)).unwrap();

        assert_eq!(again.known, 3);
        assert_eq!(again.new, BySide::default());
        assert_eq!(everything(&store), before);
    }

    #[test]
    fn a_box_is_the_same_whatever_came_first() {
        let (store, id) = kept_survey();
        let (other, _) = kept_survey();
        let mut all = everyone();

        now(add(&store, &id, &all)).unwrap();
        all.reverse();
        for ballot in all {
            now(add(&other, &id, &[ballot])).unwrap();
        }

        let codes = |store: &Store| now(store.all(Shelf::Ballots, &key(&id, ""))).unwrap();
        assert_eq!(codes(&store), codes(&other));
        assert_eq!(
            now(close(&store, &id, TODAY)),
            now(close(&other, &id, TODAY))
        );
    }

    #[test]
    fn ballots_of_another_survey_stay_out() {
        let (store, id) = kept_survey();
        let before = everything(&store);
        let mut other = ballots(Side::Team, 0..2);
        for ballot in &mut other {
            ballot.tag ^= 1;
        }

        let added = now(add(&store, &id, &other)).unwrap();

        assert_eq!(added.other_survey, 2);
        assert_eq!(everything(&store), before);
    }

    #[test]
    fn closing_counts_exactly_and_drops_ballots_and_key() {
        let (store, id) = kept_survey();
        now(add(&store, &id, &everyone())).unwrap();

        let closed = now(close(&store, &id, TODAY)).unwrap();

        assert_eq!(closed.tally, counted(&everyone()));
        assert_eq!(closed.opened, BySide::from_fn(|_| Some(TODAY)));
        assert_eq!(closed.refused, BySide::default());
        let held = held(&store, &id);
        assert_eq!(held.closed, Some(closed));
        assert_eq!(held.kept.private_key, None);
        assert_eq!(held.ballots, BySide::default());
        assert!(!held.is_collecting());
        assert_eq!(now(store.all(Shelf::Ballots, &key(&id, ""))), Ok(vec![]));
        assert_eq!(now(close(&store, &id, TODAY)), Err(TOO_FEW));
    }

    #[test]
    fn a_side_under_its_minimum_stays_sealed_and_can_be_closed_later() {
        let (store, id) = kept_survey();
        let (few, more) = (
            ballots(Side::Executive, 0..4),
            ballots(Side::Executive, 4..6),
        );
        let team = ballots(Side::Team, 0..8);
        now(add(&store, &id, &few)).unwrap();
        now(add(&store, &id, &team)).unwrap();

        let first = now(close(&store, &id, TODAY)).unwrap();

        assert_eq!(first.tally, counted(&team));
        assert_eq!(first.opened.executive, None);
        let between = held(&store, &id);
        assert_eq!(between.kept.private_key, example_kept().private_key);
        assert_eq!(between.ballots.executive, 4);
        assert_eq!(between.needed(Side::Executive), 1);
        assert_eq!(between.needed(Side::Team), 0);

        now(add(&store, &id, &more)).unwrap();
        let second = now(close(&store, &id, TODAY)).unwrap();

        let all = [ballots(Side::Executive, 0..6), team].concat();
        assert_eq!(second.tally, counted(&all));
        assert_eq!(held(&store, &id).kept.private_key, None);
    }

    #[test]
    fn ballots_that_come_after_the_opening_are_told() {
        let (store, id) = kept_survey();
        now(add(&store, &id, &ballots(Side::Team, 0..5))).unwrap();
        now(close(&store, &id, TODAY)).unwrap();
        let before = everything(&store);

        let late = now(add(&store, &id, &ballots(Side::Team, 4..7))).unwrap();

        assert_eq!(late.late, 3);
        assert_eq!(late.new, BySide::default());
        assert_eq!(everything(&store), before);
    }

    #[test]
    fn ballots_that_do_not_open_are_counted_and_named() {
        let (store, id) = kept_survey();
        now(add(&store, &id, &everyone())).unwrap();
        let wrong = [relabelled(9), unopenable(1), unopenable(2), not_answers()];
        assert_eq!(now(add(&store, &id, &wrong)).unwrap().new.executive, 3);

        let closed = now(close(&store, &id, TODAY)).unwrap();

        assert_eq!(closed.tally, counted(&everyone()));
        let expected = BySide {
            executive: RefusedCounts {
                other_side: 1,
                does_not_open: 2,
                not_answers: 0,
            },
            team: RefusedCounts {
                not_answers: 1,
                ..RefusedCounts::default()
            },
        };
        assert_eq!(closed.refused, expected);
        assert_eq!(held(&store, &id).closed.unwrap().refused, expected);
        assert_eq!(held(&store, &id).ballots, BySide::default());
    }

    #[test]
    fn what_does_not_open_makes_no_group() {
        let (store, id) = kept_survey();
        now(add(&store, &id, &ballots(Side::Executive, 0..4))).unwrap();
        now(add(&store, &id, &[relabelled(9), unopenable(1)])).unwrap();
        let before = everything(&store);

        let refused = BySide {
            executive: RefusedCounts {
                other_side: 1,
                does_not_open: 1,
                not_answers: 0,
            },
            team: RefusedCounts::default(),
        };
        let closed = now(close(&store, &id, TODAY));
        assert_eq!(closed, Err(CloseError::TooFew { refused }));
        let held = held(&store, &id);
        assert_eq!(held.needed(Side::Executive), 0);
        assert_eq!(held.needed_beside(Side::Executive, refused.executive), 1);

        assert_eq!(everything(&store), before);
    }

    #[test]
    fn what_does_not_open_is_named_once_when_the_other_side_is_opened() {
        let (store, id) = kept_survey();
        now(add(&store, &id, &[unopenable(1)])).unwrap();
        now(add(&store, &id, &ballots(Side::Team, 0..5))).unwrap();
        assert_eq!(
            now(close(&store, &id, TODAY))
                .unwrap()
                .refused
                .executive
                .does_not_open,
            1
        );

        now(add(&store, &id, &ballots(Side::Executive, 0..5))).unwrap();
        let closed = now(close(&store, &id, TODAY)).unwrap();

        assert_eq!(closed.refused.executive.does_not_open, 1);
        assert_eq!(closed.tally.ballots().executive, 5);
    }

    #[test]
    fn nothing_to_open_changes_nothing() {
        let (store, id) = kept_survey();
        for few in [0, 4] {
            now(add(&store, &id, &ballots(Side::Team, 0..few))).unwrap();
            let before = everything(&store);
            assert_eq!(now(close(&store, &id, TODAY)), Err(TOO_FEW));
            assert_eq!(everything(&store), before);
        }
    }

    #[test]
    fn a_full_store_changes_nothing() {
        let full = KeepingError::Storage(StorageError::Full);
        let room = record::encode_kept(&example_kept()).len() + 200;
        let store = Store::in_memory_with_room(room);
        let id = now(keep(&store, &example_kept())).unwrap();
        now(add(&store, &id, &ballots(Side::Team, 0..1))).unwrap();
        let before = everything(&store);

        assert_eq!(now(add(&store, &id, &everyone())), Err(full));

        assert_eq!(everything(&store), before);
        let tiny = Store::in_memory_with_room(10);
        assert_eq!(now(keep(&tiny, &example_kept())), Err(StorageError::Full));
        assert_eq!(everything(&tiny), []);
    }

    #[test]
    fn what_cannot_be_read_is_counted_and_kept() {
        let newer = |mut bytes: Vec<u8>| {
            bytes[0] = 2;
            bytes
        };
        let (sound, id) = kept_survey();
        let kept = record::encode_kept(&example_kept());
        for (shelf, bytes) in [
            (Shelf::Surveys, vec![]),
            (Shelf::Surveys, vec![1, 255]),
            (Shelf::Surveys, newer(kept)),
            (Shelf::Tallies, vec![1, 9]),
            (Shelf::Tallies, vec![2, 1, 1]),
        ] {
            now(sound.change(record_of(shelf, &id, bytes))).unwrap();
            let before = everything(&sound);

            assert_eq!(now(load(&sound)), Ok((Vec::new(), 1)));
            let added = now(add(&sound, &id, &everyone()));
            assert_eq!(added, Err(KeepingError::NotHere));
            let closed = now(close(&sound, &id, TODAY));
            assert_eq!(closed, Err(KeepingError::NotHere.into()));

            assert_eq!(everything(&sound), before);
            now(sound.change(record_of(
                Shelf::Surveys,
                &id,
                record::encode_kept(&example_kept()),
            )))
            .unwrap();
        }
    }

    #[test]
    fn a_forgotten_survey_leaves_nothing_behind() {
        let (store, id) = kept_survey();
        let neighbour = Kept {
            survey: Survey {
                team: "Next door".to_owned(),
                ..example_kept().survey
            },
            ..example_kept()
        };
        let next = now(keep(&store, &neighbour)).unwrap();
        now(add(&store, &id, &everyone())).unwrap();
        now(close(&store, &id, TODAY)).unwrap();

        now(forget(&store, &id)).unwrap();

        let left: Vec<String> = everything(&store).into_iter().map(|(key, _)| key).collect();
        assert_eq!(left, [next]);
        assert_eq!(now(load_one(&store, &id)), Err(KeepingError::NotHere));
    }

    /// What one of two tabs does next, with what it saw last.
    #[derive(Clone, Copy, Debug)]
    enum Step {
        Look,
        Add(usize),
        Close,
    }

    proptest! {
        #[test]
        fn no_acknowledged_ballot_is_ever_lost(steps in proptest::collection::vec((0_usize..2, step()), 1..24)) {
            let (store, id) = kept_survey();
            let mut tabs: [Option<Snapshot>; 2] = [None, None];
            let mut acknowledged = BTreeSet::new();
            for (tab, step) in steps {
                let seen = &mut tabs[tab];
                match (step, seen.as_ref()) {
                    (Step::Look, _) | (_, None) => *seen = now(Snapshot::read(&store, &id)).ok(),
                    (Step::Add(from), Some(snapshot)) => {
                        let group = everyone()[from..from + 4].to_vec();
                        let (_, taken) = snapshot.sort(&group);
                        if now(snapshot.add(&store, &id, &group)).is_ok() {
                            acknowledged.extend(taken);
                        }
                    }
                    (Step::Close, Some(snapshot)) => {
                        if let Ok(opening) = snapshot.open(TODAY) {
                            let _ = now(snapshot.close(&store, &id, &opening));
                        }
                    }
                }
            }
            check(&store, &id, acknowledged)?;
        }
    }

    fn step() -> impl Strategy<Value = Step> {
        prop_oneof![
            3 => Just(Step::Look),
            4 => (0_usize..10).prop_map(Step::Add),
            2 => Just(Step::Close),
        ]
    }

    fn check(
        store: &Store,
        id: &str,
        mut acknowledged: BTreeSet<String>,
    ) -> Result<(), TestCaseError> {
        for (code, _) in now(store.all(Shelf::Ballots, &key(id, ""))).unwrap() {
            let code = code.strip_prefix(&key(id, "")).unwrap();
            prop_assert!(acknowledged.remove(code), "nobody put {code} there");
            let side = code::decode(code.as_bytes()).unwrap().side;
            prop_assert!(!held(store, id).is_opened(side), "{code} came too late");
        }
        // What is not in the box any more was counted.
        let spent: Vec<Ballot> = acknowledged
            .iter()
            .filter_map(|code| code::decode(code.as_bytes()))
            .collect();
        let tally = held(store, id).closed.map(|closed| closed.tally);
        prop_assert_eq!(
            tally.unwrap_or_else(|| Tally::empty(&example_kept().survey)),
            counted(&spent)
        );
        Ok(())
    }

    fn kept_survey() -> (Store, String) {
        let store = Store::in_memory();
        let id = now(keep(&store, &example_kept())).unwrap();
        (store, id)
    }

    /// Six executives' and eight team members' ballots.
    fn everyone() -> Vec<Ballot> {
        static EVERYONE: OnceLock<Vec<Ballot>> = OnceLock::new();
        let all = || [ballots(Side::Executive, 0..6), ballots(Side::Team, 0..8)].concat();
        EVERYONE.get_or_init(all).clone()
    }

    fn ballots(side: Side, people: std::ops::Range<u8>) -> Vec<Ballot> {
        people.map(|person| sealed(side, side, person)).collect()
    }

    fn sealed(answered_as: Side, secret_of: Side, person: u8) -> Ballot {
        let Kept {
            survey, secrets, ..
        } = example_kept();
        let mut sheet = Sheet::blank(&survey, answered_as);
        let days = survey.items()[0].scale;
        let pick = days
            .pick(answered_as, usize::from(person))
            .map_or(Answer::Unsure, Answer::Picked);
        sheet.answer(0, pick);
        let randomness = [person + 1; 32];
        ballot::seal(&survey, secrets.of(secret_of), &sheet.finish(), randomness).unwrap()
    }

    /// Says that it is an executive's, but was made with the team's link.
    fn relabelled(person: u8) -> Ballot {
        Ballot {
            side: Side::Executive,
            ..sealed(Side::Team, Side::Team, person)
        }
    }

    /// Carries the survey's tag, but nobody has sealed it to the survey's key.
    fn unopenable(seed: u8) -> Ballot {
        Ballot {
            sealed: [seed; SEALED],
            ..sealed(Side::Executive, Side::Executive, 9)
        }
    }

    /// Properly sealed by somebody with the team's link, but no sheet is like that.
    fn not_answers() -> Ballot {
        let Kept {
            survey, secrets, ..
        } = example_kept();
        let honest = sealed(Side::Team, Side::Team, 9);
        let purpose = [
            b"plumbline/ballot/1\0".as_slice(),
            Fingerprint::of(&survey).bytes(),
        ]
        .concat();
        let binding = sealing::Binding {
            info: &purpose,
            secret: &secrets.team,
            secret_id: b"team",
            beside: b"team",
        };
        let bytes = sealing::seal(&survey.public_key, binding, &[0xff; 8], [77; 32]).unwrap();
        Ballot {
            sealed: bytes.try_into().unwrap(),
            ..honest
        }
    }

    /// The tally of these ballots, from their answers.
    fn counted(ballots: &[Ballot]) -> Tally {
        let Kept {
            survey,
            secrets,
            private_key,
        } = example_kept();
        let mut tally = Tally::empty(&survey);
        for ballot in ballots {
            let answers = ballot::open(&survey, &private_key.unwrap(), &secrets, ballot).unwrap();
            tally.add(&survey, &answers);
        }
        tally
    }

    fn added(side: Side, n: usize) -> Added {
        let mut added = Added::default();
        *added.new.of_mut(side) = n;
        added
    }

    fn held(store: &Store, id: &str) -> Held {
        now(load_one(store, id)).unwrap()
    }

    fn everything(store: &Store) -> Vec<(String, Vec<u8>)> {
        Shelf::ALL
            .into_iter()
            .flat_map(|shelf| now(store.all(shelf, "")).unwrap())
            .collect()
    }

    fn record_of(shelf: Shelf, id: &str, bytes: Vec<u8>) -> Change {
        Change {
            put: vec![(shelf, id.to_owned(), bytes)],
            ..Change::default()
        }
    }
}
