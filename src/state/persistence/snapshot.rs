//! All records of one survey at one moment, and the change that only goes through while they are as they were.

use super::{
    held::{Held, own},
    keeping::KeepingError,
};
use crate::{
    browser::storage::{Change, Expect, Shelf, Store},
    codec::{
        ballot::Ballot,
        code,
        fingerprint::Fingerprint,
        record::{self, Entry, Kept, Ledger},
    },
    domain::{
        side::{BySide, Side},
        survey::Survey,
    },
};

/// All records of one survey at one moment.
pub(super) struct Snapshot {
    pub(super) entry: Entry,
    pub(super) ledger: Ledger,
    /// The ballots, in order.
    pub(super) codes: Vec<String>,
    pub(super) expected: Vec<Expect>,
    pub(super) number: u64,
}

impl Snapshot {
    pub(super) async fn read(store: &Store, id: &str) -> Result<Self, KeepingError> {
        let prefix = key(id, "");
        let entry_record = store.read(Shelf::Surveys, id).await?;
        let ledger_record = store.read(Shelf::Tallies, id).await?;
        let number_record = store.read(Shelf::Ballots, id).await?;
        let codes = store.keys(Shelf::Ballots, &prefix).await?;
        let (entry, ledger) = entry_record
            .as_deref()
            .and_then(|survey| read(id, survey, ledger_record.as_deref()))
            .ok_or(KeepingError::NotHere)?;
        Ok(Self {
            number: number(number_record.as_deref()),
            expected: vec![
                expect(Shelf::Surveys, id, entry_record),
                expect(Shelf::Tallies, id, ledger_record),
                expect(Shelf::Ballots, id, number_record),
            ],
            codes: codes
                .into_iter()
                .filter_map(|found| found.strip_prefix(&prefix).map(str::to_owned))
                .collect(),
            ledger,
            entry,
        })
    }

    pub(super) fn held(self) -> Held {
        // Only what a backup holds and a closing opens is a ballot, not every key.
        let mut ballots = BySide::default();
        for ballot in self.ballots() {
            *ballots.of_mut(ballot.side) += 1;
        }
        let is_shown = |side: &Side| self.ledger.shown.of(*side).is_some();
        let closed = Side::ALL.iter().any(is_shown);
        Held {
            ballots,
            kept: self.entry,
            closed: closed.then(|| self.ledger.to_closed()),
            ledger: self.ledger,
        }
    }

    pub(super) fn survey(&self) -> &Survey {
        self.entry.survey()
    }

    pub(super) fn own(&self) -> Option<&Kept> {
        own(&self.entry)
    }

    /// The change that also counts the box's number up.
    pub(super) fn change(
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

    pub(super) fn ballots(&self) -> impl Iterator<Item = Ballot> {
        self.codes
            .iter()
            .filter_map(|code| code::decode(code.as_bytes()))
    }

    /// Whether the box takes ballots of `side`.
    pub(super) fn takes(&self, side: Side) -> bool {
        self.own()
            .is_none_or(|kept| kept.private_key.is_some() && self.ledger.takes(side))
    }
}

/// A survey's own record and its counts; `None` if one of the two cannot be read.
pub(super) fn read(id: &str, survey: &[u8], counted: Option<&[u8]>) -> Option<(Entry, Ledger)> {
    let entry = record::decode_entry(survey)
        .ok()
        // Bytes that changed where they lay are another survey, whose ballots would not open.
        .filter(|entry| Fingerprint::of(entry.survey()).id() == id)?;
    let ledger = match counted {
        Some(bytes) => record::decode_ledger(entry.survey(), bytes).ok()?,
        None => Ledger::empty(entry.survey()),
    };
    Some((entry, ledger))
}

pub(super) fn key(id: &str, code: &str) -> String {
    format!("{id}/{code}")
}

pub(super) fn expect(shelf: Shelf, key: &str, value: Option<Vec<u8>>) -> Expect {
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
