//! Everything that an organiser's device holds, as one file, version 1 or 2.
//!
//! | bytes | what |
//! |---|---|
//! | 16 | `plumbline backup` |
//! | 1 | the version: 1, or 2 if anything lies beside results |
//! | 1 | 0: open; 1: under a passphrase |
//! | 4 | how many bytes follow, least significant first |
//! | | open: the content; under a passphrase: what `seal.rs` beside this writes |
//! | 8 | the beginning of SHA-256 over everything before |
//!
//! The content, by postcard: the day, and for each survey its id, its record and the record of what was counted, both as
//! they are stored ([`record`](super::record)), and its ballots, each as a byte for the side (0 executive, 1 team), two
//! for the tag, and what is sealed. Records that only a later version can read travel along unread.
//!
//! Version 2 goes on with what lies beside results, such as experiment cards: a list of the results' id, the record's name, and
//! its bytes as they are stored. Without any, version 1 is written, so that an earlier Plumbline can read it.
//!
//! An open backup holds private keys: whoever has it can open the ballots in it.

mod beside;
mod joining;
mod plan;
mod seal;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use thiserror::Error;

use super::{
    ballot::{Ballot, SEALED},
    wire::DayV1,
};
use crate::domain::{day::Day, side::Side};

use beside::BesideV2;

pub use beside::Beside;
pub use joining::{CARDS, Joined, NotJoined, What, join};
pub use plan::{Here, Plan, Step, Tally, Unreadable, plan};
pub use seal::{NONCE, Passphrase, SALT};

/// Larger files are not read, in bytes: 300,000 ballots.
pub const LARGEST: usize = 20_000_000;
/// What every backup begins with.
const FORMAT: &[u8; 16] = b"plumbline backup";
/// The version that is written where nothing lies beside results.
const VERSION: u8 = 1;
/// The version that is written otherwise.
const WITH_BESIDE: u8 = 2;
/// Anybody can read it.
const OPEN: u8 = 0;
/// Only who knows the passphrase can.
const UNDER_PASSPHRASE: u8 = 1;
/// Bytes before the content.
const HEAD: usize = FORMAT.len() + 2 + 4;
/// Bytes of the checksum.
const SUM: usize = 8;
/// Bytes of one ballot.
const BALLOT: usize = 3 + SEALED;

/// What a backup holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Backup {
    /// The day on which it was made.
    pub made: Day,
    /// Every survey, in the order of their ids.
    pub surveys: Vec<Saved>,
    /// What lies beside results, in the order of ids and names.
    pub beside: Vec<Beside>,
}

/// A survey with all that belongs to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Saved {
    /// Its id ([`Fingerprint::id`](super::fingerprint::Fingerprint::id)).
    pub id: String,
    /// Its record, as it is stored.
    pub survey: Vec<u8>,
    /// The record of what was counted, as it is stored.
    pub counted: Option<Vec<u8>>,
    /// The ballots in its box.
    pub ballots: Vec<Ballot>,
}

/// Why a backup cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum BackupError {
    /// It is something else.
    #[error("not a backup")]
    NotABackup,
    /// It is larger than [`LARGEST`].
    #[error("too large")]
    TooLarge,
    /// Its end is missing.
    #[error("cut short")]
    CutShort,
    /// It was changed on its way.
    #[error("damaged")]
    Damaged,
    /// Written by a later version of Plumbline.
    #[error("written by version {0}")]
    Later(u8),
    /// It is under a passphrase, and none was given.
    #[error("needs its passphrase")]
    NeedsPassphrase,
    /// The passphrase is another one.
    #[error("wrong passphrase")]
    WrongPassphrase,
}

#[derive(Serialize, Deserialize)]
struct BackupV1 {
    made: DayV1,
    surveys: Vec<SavedV1>,
}

#[derive(Serialize, Deserialize)]
struct SavedV1 {
    id: String,
    survey: Vec<u8>,
    counted: Option<Vec<u8>>,
    ballots: Vec<u8>,
}

/// The file, which anybody can read.
#[must_use]
pub fn encode(backup: &Backup) -> Vec<u8> {
    let content = content(backup);
    let head = head(backup, OPEN, content.len() + SUM);
    file(head, &content)
}

/// The file under a passphrase.
#[must_use]
pub fn encode_under(passphrase: &Passphrase<'_>, backup: &Backup) -> Vec<u8> {
    let content = content(backup);
    let length = seal::length(content.len()) + SUM;
    let head = head(backup, UNDER_PASSPHRASE, length);
    let sealed = passphrase.seal(&head, &content);
    file(head, &sealed)
}

fn content(backup: &Backup) -> Vec<u8> {
    // Serialising plain fields into a growing vector has nothing that could fail.
    let mut content = postcard::to_allocvec(&BackupV1::from_domain(backup)).unwrap_or_default();
    if !backup.beside.is_empty() {
        let beside: Vec<BesideV2> = backup.beside.iter().map(BesideV2::from_domain).collect();
        content.extend(postcard::to_allocvec(&beside).unwrap_or_default());
    }
    content
}

/// Reads a backup; a passphrase is not looked at if none is needed.
///
/// # Errors
///
/// Says why it cannot be read.
pub fn decode(bytes: &[u8], passphrase: Option<&str>) -> Result<Backup, BackupError> {
    let (head, kind, content) = checked(bytes)?;
    let has_beside = head.get(FORMAT.len()) == Some(&WITH_BESIDE);
    match (kind, passphrase) {
        (OPEN, _) => read(content, has_beside),
        (UNDER_PASSPHRASE, None) => Err(BackupError::NeedsPassphrase),
        (UNDER_PASSPHRASE, Some(passphrase)) => {
            read(&seal::open(passphrase, head, content)?, has_beside)
        }
        _ => Err(BackupError::Damaged),
    }
}

/// The head, the kind and the content of a whole file.
fn checked(bytes: &[u8]) -> Result<(&[u8], u8, &[u8]), BackupError> {
    let common = bytes.len().min(FORMAT.len());
    if bytes.is_empty() || bytes.get(..common) != FORMAT.get(..common) {
        return Err(BackupError::NotABackup);
    }
    match bytes.get(FORMAT.len()) {
        None => return Err(BackupError::CutShort),
        Some(&(VERSION | WITH_BESIDE)) => {}
        Some(version) => return Err(BackupError::Later(*version)),
    }
    if bytes.len() > LARGEST {
        return Err(BackupError::TooLarge);
    }
    let (head, rest) = bytes.split_at_checked(HEAD).ok_or(BackupError::CutShort)?;
    let &[.., kind, a, b, c, d] = head else {
        return Err(BackupError::Damaged);
    };
    let length = usize::try_from(u32::from_le_bytes([a, b, c, d])).unwrap_or(usize::MAX);
    if rest.len() < length {
        return Err(BackupError::CutShort);
    }
    let body = bytes.len().saturating_sub(SUM);
    let is_whole = bytes.get(body..) == Some(&sum(bytes.get(..body).unwrap_or_default()));
    let content = rest.len().checked_sub(SUM).and_then(|end| rest.get(..end));
    match content {
        Some(content) if is_whole && rest.len() == length => Ok((head, kind, content)),
        Some(_) | None => Err(BackupError::Damaged),
    }
}

fn read(content: &[u8], has_beside: bool) -> Result<Backup, BackupError> {
    let damaged = |_| BackupError::Damaged;
    let (record, rest) = postcard::take_from_bytes::<BackupV1>(content).map_err(damaged)?;
    let mut backup = record.into_domain().ok_or(BackupError::Damaged)?;
    if has_beside {
        let beside: Vec<BesideV2> = postcard::from_bytes(rest).map_err(damaged)?;
        backup.beside = beside.into_iter().map(BesideV2::into_domain).collect();
        let key = |beside: &Beside| (beside.id.clone(), beside.name.clone());
        let is_id = |beside: &Beside| !beside.id.is_empty() && !beside.id.contains('/');
        let is_sound = backup.beside.is_sorted_by(|one, next| key(one) < key(next))
            && backup.beside.iter().all(is_id);
        if backup.beside.is_empty() || !is_sound {
            return Err(BackupError::Damaged);
        }
    }
    Ok(backup)
}

fn file(head: Vec<u8>, content: &[u8]) -> Vec<u8> {
    let mut bytes = head;
    bytes.extend(content);
    let sum = sum(&bytes);
    bytes.extend(sum);
    bytes
}

fn head(backup: &Backup, kind: u8, length: usize) -> Vec<u8> {
    let version = if backup.beside.is_empty() {
        VERSION
    } else {
        WITH_BESIDE
    };
    let mut head = FORMAT.to_vec();
    head.extend([version, kind]);
    head.extend(u32::try_from(length).unwrap_or(u32::MAX).to_le_bytes());
    head
}

fn sum(bytes: &[u8]) -> [u8; SUM] {
    let digest: [u8; 32] = Sha256::digest(bytes).into();
    digest.first_chunk().copied().unwrap_or_default()
}

impl BackupV1 {
    fn from_domain(backup: &Backup) -> Self {
        let saved = |saved: &Saved| SavedV1 {
            id: saved.id.clone(),
            survey: saved.survey.clone(),
            counted: saved.counted.clone(),
            ballots: saved.ballots.iter().flat_map(packed).collect(),
        };
        Self {
            made: backup.made.into(),
            surveys: backup.surveys.iter().map(saved).collect(),
        }
    }

    fn into_domain(self) -> Option<Backup> {
        let saved = |saved: SavedV1| {
            let (ballots, rest) = saved.ballots.as_chunks::<BALLOT>();
            Some(Saved {
                id: saved.id,
                survey: saved.survey,
                counted: saved.counted,
                ballots: ballots.iter().map(unpacked).collect::<Option<_>>()?,
            })
            .filter(|_| rest.is_empty())
        };
        let surveys: Option<Vec<Saved>> = self.surveys.into_iter().map(saved).collect();
        Some(Backup {
            made: self.made.into(),
            surveys: surveys.filter(|s| s.is_sorted_by(|one, next| one.id < next.id))?,
            beside: Vec::new(),
        })
    }
}

fn packed(ballot: &Ballot) -> Vec<u8> {
    let side = match ballot.side {
        Side::Executive => 0,
        Side::Team => 1,
    };
    let [high, low] = ballot.tag.to_be_bytes();
    let mut bytes = vec![side, high, low];
    bytes.extend(ballot.sealed);
    bytes
}

fn unpacked(bytes: &[u8; BALLOT]) -> Option<Ballot> {
    let ([side, high, low], sealed) = bytes.split_first_chunk::<3>()?;
    Some(Ballot {
        side: match side {
            0 => Side::Executive,
            1 => Side::Team,
            _ => return None,
        },
        tag: u16::from_be_bytes([*high, *low]),
        sealed: sealed.try_into().ok()?,
    })
}

#[cfg(test)]
mod tests;
