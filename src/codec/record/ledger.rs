//! What was counted of a survey: also which ballots, so that none counts twice, and what of it was shown.
//!
//! Version 3 is version 2 with a checksum. Version 1 ([`Closed`]) is read too. It does not say which ballots it counted, so a side that was opened under it
//! takes no late ones.

use serde::{Deserialize, Serialize};

use super::{
    Closed, ClosedV1, CountsV1, RecordError, RefusedCounts, VERSION, days, decode_closed,
    decode_version, of_days, pair, summed, unpair,
};
use crate::{
    codec::{
        ballot::{self, Ballot},
        wire::DayV1,
    },
    domain::{
        closing::{Counted, Next, Outcome},
        day::Day,
        side::{BySide, Side},
        survey::Survey,
        tally::Tally,
    },
};

/// The version before there were checksums.
const UNSUMMED: u8 = 2;
/// What the digest that tells one counted ballot from another is for.
const PURPOSE: &[u8] = b"plumbline/counted/1\0";

/// Tells a counted ballot again: the first 8 bytes of a digest of its code. Nothing that was answered is in it.
pub type Mark = [u8; 8];

/// Everything that was counted of a survey.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ledger {
    /// When each side was shown last; `None` while it never was.
    pub shown: BySide<Option<Day>>,
    /// The counts.
    pub counted: Counted,
    /// Ballots of each side that were not counted.
    pub refused: BySide<RefusedCounts>,
    /// The counted ballots in order; `None` where version 1 counted them, and which they were is not known.
    marks: BySide<Option<Vec<Mark>>>,
}

#[derive(Serialize, Deserialize)]
struct LedgerV2 {
    shown_on: [Option<DayV1>; 2],
    all: TallyV2,
    shown: TallyV2,
    refused: [RefusedCounts; 2],
    marks: [Option<Vec<Mark>>; 2],
}

#[derive(Serialize, Deserialize)]
struct TallyV2 {
    ballots: [u32; 2],
    items: Vec<[CountsV1; 2]>,
}

impl Ledger {
    /// Nothing was counted yet.
    #[must_use]
    pub fn empty(survey: &Survey) -> Self {
        Self {
            shown: BySide::default(),
            counted: Counted::none(survey),
            refused: BySide::default(),
            marks: BySide::from_fn(|_| Some(Vec::new())),
        }
    }

    /// What version 1 kept.
    #[must_use]
    pub fn of_closed(closed: Closed) -> Self {
        let ballots = closed.tally.ballots();
        let is_untouched = |side| closed.opened.of(side).is_none() && *ballots.of(side) == 0;
        Self {
            marks: BySide::from_fn(|side| is_untouched(side).then(Vec::new)),
            shown: closed.opened,
            counted: Counted::shown_at_once(closed.tally),
            refused: closed.refused,
        }
    }

    /// What results are made of.
    #[must_use]
    pub fn to_closed(&self) -> Closed {
        Closed {
            opened: self.shown,
            tally: self.counted.shown().clone(),
            refused: self.refused,
        }
    }

    /// Whether `ballot` was counted before. Where that cannot be told, it is taken for counted.
    #[must_use]
    pub fn has_counted(&self, ballot: &Ballot) -> bool {
        let marks = self.marks.of(ballot.side).as_ref();
        marks.is_none_or(|marks| marks.binary_search(&mark(ballot)).is_ok())
    }

    /// Whether ballots of `side` can still be counted without counting one twice.
    #[must_use]
    pub fn takes(&self, side: Side) -> bool {
        self.marks.of(side).is_some()
    }

    /// Whether everything that `other` has counted was counted here too.
    #[must_use]
    pub fn includes(&self, other: &Self) -> bool {
        Side::ALL
            .iter()
            .all(|side| self.includes_side(other, *side))
    }

    fn includes_side(&self, other: &Self, side: Side) -> bool {
        match (self.marks.of(side), other.marks.of(side)) {
            (_, Some(theirs)) if theirs.is_empty() => true,
            (Some(ours), Some(theirs)) => {
                theirs.iter().all(|mark| ours.binary_search(mark).is_ok())
            }
            (None, None) => {
                let counts = |ledger: &Self| {
                    let items = ledger.counted.all().items().iter();
                    items.map(|item| item.of(side).clone()).collect::<Vec<_>>()
                };
                counts(self) == counts(other)
            }
            (Some(_), None) | (None, Some(_)) => false,
        }
    }

    /// What comes next for `side` with so many sealed ballots in the box that were not counted; `has_key` says whether
    /// the survey's private key still exists.
    #[must_use]
    pub fn next(&self, survey: &Survey, side: Side, sealed: u32, has_key: bool) -> Next {
        if has_key && self.takes(side) {
            self.counted.next(survey, side, sealed)
        } else {
            Next::Over
        }
    }

    /// Counts `ballots` of `side`, which gave `more`, and shows them if that may be. `None` if one of them was counted
    /// before or stands there twice; then nothing has changed.
    pub fn count(
        &mut self,
        survey: &Survey,
        side: Side,
        ballots: &[Ballot],
        more: &Tally,
        today: Day,
    ) -> Option<Outcome> {
        if ballots.iter().any(|ballot| ballot.side != side) {
            return None;
        }
        let marks: Vec<Mark> = ballots.iter().map(mark).collect();
        self.count_marked(survey, side, &marks, more, today)
    }

    /// The same for ballots of `side` with these [marks](mark), which take a while to make for thousands.
    pub fn count_marked(
        &mut self,
        survey: &Survey,
        side: Side,
        new: &[Mark],
        more: &Tally,
        today: Day,
    ) -> Option<Outcome> {
        let mut marks = self.marks.of(side).clone()?;
        marks.extend(new);
        marks.sort_unstable();
        let is_new = is_strictly_sorted(&marks);
        let is_all = usize::try_from(*more.ballots().of(side)) == Ok(new.len());
        if !is_new || !is_all {
            return None;
        }
        *self.marks.of_mut(side) = Some(marks);
        let outcome = self.counted.count(survey, side, more);
        if outcome == Outcome::Shown {
            *self.shown.of_mut(side) = Some(today);
        }
        Some(outcome)
    }
}

/// The record of what was counted.
#[must_use]
pub fn encode_ledger(ledger: &Ledger) -> Vec<u8> {
    let record = LedgerV2 {
        shown_on: days(&ledger.shown),
        all: TallyV2::from_domain(ledger.counted.all()),
        shown: TallyV2::from_domain(ledger.counted.shown()),
        refused: pair(&ledger.refused),
        marks: pair(&ledger.marks),
    };
    summed::encode(&record)
}

/// Reads the record of what was counted, of this version or one before.
///
/// # Errors
///
/// Says why it cannot be read.
pub fn decode_ledger(survey: &Survey, bytes: &[u8]) -> Result<Ledger, RecordError> {
    let record: LedgerV2 = match bytes.first() {
        Some(&VERSION) => return decode_closed(survey, bytes).map(Ledger::of_closed),
        Some(&UNSUMMED) => decode_version(UNSUMMED, bytes)?,
        Some(_) | None => summed::decode(bytes)?,
    };
    record.into_domain(survey).ok_or(RecordError::Damaged)
}

impl LedgerV2 {
    fn into_domain(self, survey: &Survey) -> Option<Ledger> {
        let ledger = Ledger {
            shown: of_days(self.shown_on),
            counted: Counted::restore(
                self.all.into_domain(survey)?,
                self.shown.into_domain(survey)?,
            )?,
            refused: unpair(self.refused),
            marks: unpair(self.marks),
        };
        Side::ALL
            .iter()
            .all(|side| ledger.is_sound(*side))
            .then_some(ledger)
    }
}

impl Ledger {
    /// As many marks as ballots, each once.
    fn is_sound(&self, side: Side) -> bool {
        let all = usize::try_from(*self.counted.all().ballots().of(side));
        let marks = self.marks.of(side).as_ref();
        marks.is_none_or(|marks| is_strictly_sorted(marks) && all == Ok(marks.len()))
    }
}

impl TallyV2 {
    fn from_domain(tally: &Tally) -> Self {
        let ClosedV1 { ballots, items, .. } = ClosedV1::counts(tally);
        Self { ballots, items }
    }

    fn into_domain(self, survey: &Survey) -> Option<Tally> {
        super::tally(survey, self.ballots, self.items)
    }
}

/// The mark of a ballot.
#[must_use]
pub fn mark(ballot: &Ballot) -> Mark {
    let digest = ballot::digest(PURPOSE, ballot);
    digest.first_chunk().copied().unwrap_or_default()
}

fn is_strictly_sorted(marks: &[Mark]) -> bool {
    marks.is_sorted_by(|one, next| one < next)
}

#[cfg(test)]
mod tests;
