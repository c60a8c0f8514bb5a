//! All records of one survey at one moment, and the change that only goes through while they are as they were.

use super::{held::Held, keeping::KeepingError};
use crate::{
    browser::storage::{Change, Expect, Shelf, Store},
    codec::{
        ballot::Ballot,
        code,
        fingerprint::Fingerprint,
        record::{self, Closed, Kept},
    },
    domain::side::{BySide, Side},
};

/// All records of one survey at one moment.
pub(super) struct Snapshot {
    pub(super) kept: Kept,
    pub(super) closed: Option<Closed>,
    /// The ballots, in order.
    pub(super) codes: Vec<String>,
    pub(super) expected: Vec<Expect>,
    pub(super) number: u64,
}

impl Snapshot {
    pub(super) async fn read(store: &Store, id: &str) -> Result<Self, KeepingError> {
        let kept_record = store.read(Shelf::Surveys, id).await?;
        let closed_record = store.read(Shelf::Tallies, id).await?;
        let number_record = store.read(Shelf::Ballots, id).await?;
        let codes = store.all(Shelf::Ballots, &key(id, "")).await?;
        let kept = kept_record
            .as_deref()
            .and_then(|bytes| record::decode_kept(bytes).ok())
            // Bytes that changed where they lay are another survey, whose ballots would not open.
            .filter(|kept| Fingerprint::of(&kept.survey).id() == id)
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

    pub(super) fn held(self) -> Held {
        let of = |side| self.ballots().filter(|ballot| ballot.side == side).count();
        Held {
            ballots: BySide::from_fn(of),
            kept: self.kept,
            closed: self.closed,
        }
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

    pub(super) fn is_opened(&self, side: Side) -> bool {
        self.closed
            .as_ref()
            .is_some_and(|closed| closed.opened.of(side).is_some())
    }
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
