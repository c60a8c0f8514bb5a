//! What lasts on the organiser's device, each record with its version as first byte.
//!
//! | shelf | key | record |
//! |---|---|---|
//! | surveys | the survey's id | wording, rules, both sides' secrets, the private key while it exists |
//! | ballots | the survey's id, `/`, the code | the version only: the code says it all |
//! | ballots | the survey's id | a number that every change to the box counts up |
//! | tallies | the survey's id | which sides were opened and when, the counts, how many ballots were refused and why |
//! | tallies | the results' id, `/`, `cards` | the experiment cards ([`encode_cards`]) |
//! | tallies | the results' id, `/`, `deck` | what was changed about the slides ([`encode_deck`]) |
//!
//! [`Ledger`] is version 2 of the third record: it says too which ballots were counted, as marks that nothing can be
//! told from, and what of the counts was shown. [`Entry`] is version 2 of the first record, for somebody else's survey
//! that is gathered for here.
//!
//! Version 3 of both, and of the slides' record, ends with a checksum over all before it, so that bytes that changed
//! where they lie are never taken for other secrets, another key or other counts. It is what is written; the versions
//! before it are read, and stay as they are until something of theirs changes.
//!
//! There is nothing else: no time of a ballot, no name, no address, no device.

mod cards;
mod deck;
mod entry;
mod ledger;
mod summed;

use serde::{Deserialize, Serialize, de::DeserializeOwned};
use thiserror::Error;

use super::{
    ballot::Refused,
    sealing::KEY,
    wire::{DayV1, SurveyV1},
};
use crate::domain::{
    day::Day,
    side::{BySide, Side},
    survey::Survey,
    tally::{Counts, Tally},
};

pub use cards::{decode_cards, encode_cards};
pub use deck::{decode_deck, encode_deck};
pub use entry::{Entry, decode_entry, decode_kept, encode_entry, encode_kept};
pub use ledger::{Ledger, Mark, decode_ledger, encode_ledger, mark};

/// The version that is written.
const VERSION: u8 = 1;

/// Why a record cannot be read. It is kept as it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum RecordError {
    /// Written by a later version of Plumbline.
    #[error("written by version {0}")]
    Newer(u8),
    /// Not what any version writes.
    #[error("damaged")]
    Damaged,
}

/// A survey as its organiser keeps it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// The survey.
    pub survey: Survey,
    /// What stands in each side's link.
    pub secrets: BySide<[u8; KEY]>,
    /// Opens ballots; gone for good once both sides are closed.
    pub private_key: Option<[u8; KEY]>,
}

/// What closing left: the only thing that results are made of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Closed {
    /// When each side was opened; `None` while it is under its minimum and goes on collecting.
    pub opened: BySide<Option<Day>>,
    /// The counts of the sides that were opened.
    pub tally: Tally,
    /// Ballots of each side that were not counted.
    pub refused: BySide<RefusedCounts>,
}

/// How many ballots were not counted, and why.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct RefusedCounts {
    /// Made with the other side's link.
    pub other_side: u32,
    /// The seal does not open.
    pub does_not_open: u32,
    /// Opened, but answers something else.
    pub not_answers: u32,
}

impl RefusedCounts {
    /// Counts one more.
    pub fn note(&mut self, why: Refused) {
        let count = match why {
            Refused::OtherSide => &mut self.other_side,
            Refused::DoesNotOpen => &mut self.does_not_open,
            Refused::NotAnswers => &mut self.not_answers,
        };
        *count = count.saturating_add(1);
    }

    /// How many there are, whatever the reason.
    #[must_use]
    pub fn total(self) -> u32 {
        let Self {
            other_side,
            does_not_open,
            not_answers,
        } = self;
        other_side
            .saturating_add(does_not_open)
            .saturating_add(not_answers)
    }

    /// Counts those of `more` too.
    pub fn add(&mut self, more: Self) {
        self.other_side = self.other_side.saturating_add(more.other_side);
        self.does_not_open = self.does_not_open.saturating_add(more.does_not_open);
        self.not_answers = self.not_answers.saturating_add(more.not_answers);
    }
}

#[derive(Serialize, Deserialize)]
struct KeptV1 {
    survey: SurveyV1,
    executive_secret: [u8; KEY],
    team_secret: [u8; KEY],
    private_key: Option<[u8; KEY]>,
}

#[derive(Serialize, Deserialize)]
struct ClosedV1 {
    opened: [Option<DayV1>; 2],
    ballots: [u32; 2],
    items: Vec<[CountsV1; 2]>,
    refused: [RefusedCounts; 2],
}

#[derive(Clone, Serialize, Deserialize)]
struct CountsV1 {
    options: Vec<u32>,
    unsure: u32,
}

impl KeptV1 {
    fn from_domain(kept: &Kept) -> Self {
        Self {
            survey: SurveyV1::from_domain(&kept.survey),
            executive_secret: kept.secrets.executive,
            team_secret: kept.secrets.team,
            private_key: kept.private_key,
        }
    }

    fn into_domain(self) -> Option<Kept> {
        Some(Kept {
            survey: self.survey.into_domain()?,
            secrets: BySide {
                executive: self.executive_secret,
                team: self.team_secret,
            },
            private_key: self.private_key,
        })
    }
}

/// The record of a closed survey's tally, as the first version wrote it.
#[must_use]
pub fn encode_closed(closed: &Closed) -> Vec<u8> {
    encode(&ClosedV1 {
        opened: days(&closed.opened),
        refused: pair(&closed.refused),
        ..ClosedV1::counts(&closed.tally)
    })
}

impl ClosedV1 {
    /// The counts of `tally`, and nothing else.
    fn counts(tally: &Tally) -> Self {
        let counts = |counts: &Counts| CountsV1 {
            options: counts.options().to_vec(),
            unsure: counts.unsure(),
        };
        let items = tally.items().iter();
        Self {
            opened: [None; 2],
            ballots: pair(&tally.ballots()),
            items: items.map(|item| pair(&item.map(counts))).collect(),
            refused: [RefusedCounts::default(); 2],
        }
    }
}

/// These counts as a tally, if they fit the survey.
fn tally(survey: &Survey, ballots: [u32; 2], items: Vec<[CountsV1; 2]>) -> Option<Tally> {
    let counts = |counts: CountsV1| Counts::new(counts.options, counts.unsure);
    let items = items.into_iter();
    let items = items.map(|item| unpair(item.map(counts))).collect();
    Tally::with_counts(survey, unpair(ballots), items)
}

/// Reads the record of a closed survey's tally.
///
/// # Errors
///
/// Says why it cannot be read.
pub fn decode_closed(survey: &Survey, bytes: &[u8]) -> Result<Closed, RecordError> {
    let record: ClosedV1 = decode(bytes)?;
    Ok(Closed {
        opened: of_days(record.opened),
        tally: tally(survey, record.ballots, record.items).ok_or(RecordError::Damaged)?,
        refused: unpair(record.refused),
    })
}

/// The record of a ballot: its code is its key, and says version and checksum itself.
#[must_use]
pub fn encode_ballot() -> Vec<u8> {
    vec![VERSION]
}

fn encode(record: &impl Serialize) -> Vec<u8> {
    encode_version(VERSION, record)
}

fn encode_version(version: u8, record: &impl Serialize) -> Vec<u8> {
    // Serialising plain fields into a growing vector has nothing that could fail.
    let mut bytes = vec![version];
    bytes.extend(postcard::to_allocvec(record).unwrap_or_default());
    bytes
}

fn decode<T: Serialize + DeserializeOwned>(bytes: &[u8]) -> Result<T, RecordError> {
    decode_version(VERSION, bytes)
}

/// Reads only what [`encode_version`] writes: nothing is left over, and no number is longer than it needs to be.
fn decode_version<T: Serialize + DeserializeOwned>(
    version: u8,
    bytes: &[u8],
) -> Result<T, RecordError> {
    match bytes.split_first() {
        Some((found, record)) if *found == version => postcard::from_bytes(record)
            .ok()
            .filter(|record| encode_version(version, record) == bytes)
            .ok_or(RecordError::Damaged),
        Some((found, _)) if *found > version => Err(RecordError::Newer(*found)),
        Some(_) | None => Err(RecordError::Damaged),
    }
}

/// The days of both sides as they are written down.
fn days(days: &BySide<Option<Day>>) -> [Option<DayV1>; 2] {
    pair(&days.map(|day| day.map(DayV1::from)))
}

fn of_days(days: [Option<DayV1>; 2]) -> BySide<Option<Day>> {
    unpair(days.map(|day| day.map(Day::from)))
}

fn pair<T: Clone>(sides: &BySide<T>) -> [T; 2] {
    Side::ALL.map(|side| sides.of(side).clone())
}

fn unpair<T>([executive, team]: [T; 2]) -> BySide<T> {
    BySide { executive, team }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use data_encoding::HEXLOWER;
    use proptest::prelude::*;

    use super::*;
    use crate::domain::example;

    #[test]
    fn what_is_written_is_read_back() {
        assert_eq!(
            decode_closed(&example::survey(), &encode_closed(&closed())),
            Ok(closed())
        );
    }

    #[test]
    fn a_later_version_is_not_read() {
        let mut bytes = encode_closed(&closed());
        bytes[0] = 2;
        let read = decode_closed(&example::survey(), &bytes);
        assert_eq!(read, Err(RecordError::Newer(2)));
    }

    /// As version 1 wrote it; never made anew by `encode_closed`.
    #[test]
    fn version_1_is_still_read() {
        let text = include_str!("../../tests/fixtures/closed_v1.hex");
        let bytes = HEXLOWER.decode(text.trim().as_bytes()).unwrap();
        assert_eq!(decode_closed(&example::survey(), &bytes), Ok(closed()));
    }

    proptest! {
        #[test]
        fn any_record_is_read_without_harm(bytes: Vec<u8>) {
            let mut bytes = bytes;
            bytes.insert(0, VERSION);
            let _ = decode_closed(&example::survey(), &bytes);
        }
    }

    fn closed() -> Closed {
        Closed {
            opened: BySide {
                executive: None,
                team: Some(Day {
                    year: 2026,
                    month: 11,
                    day: 22,
                }),
            },
            tally: example::tally(),
            refused: BySide {
                executive: RefusedCounts::default(),
                team: RefusedCounts {
                    other_side: 1,
                    does_not_open: 2,
                    not_answers: 0,
                },
            },
        }
    }
}
