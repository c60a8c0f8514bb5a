//! The opening of a box.

use thiserror::Error;

use super::{
    MOST_TRIES,
    keeping::KeepingError,
    snapshot::{Snapshot, key},
};
use crate::{
    browser::storage::{Shelf, StorageError, Store},
    codec::record::{self, Closed, Entry, Ledger, RefusedCounts},
    domain::{day::Day, side::BySide},
};

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

impl From<StorageError> for CloseError {
    fn from(error: StorageError) -> Self {
        Self::Keeping(KeepingError::Storage(error))
    }
}

/// What came of closing, or of closing again when late ballots have come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Closing {
    /// What is shown now.
    pub closed: Closed,
    /// Items of each side that too few have newly answered: its late ballots are counted, but shown later.
    pub held_back: BySide<usize>,
}

/// Opens every side that has enough new ballots, counts them and drops them, all or nothing. A side with too few stays
/// sealed. The private key stays for late ballots, until [`end`] erases it.
///
/// Every so many ballots it pauses for as long as `pause` does, which learns how many are opened, and of how many.
///
/// # Errors
///
/// Says why nothing was opened.
pub async fn close(
    store: &Store,
    id: &str,
    today: Day,
    pause: &impl AsyncFn(usize, usize),
) -> Result<Closing, CloseError> {
    let mut tries = 0;
    loop {
        let snapshot = Snapshot::read(store, id).await?;
        let opening = snapshot
            .open(today, pause)
            .await
            .map_err(|refused| CloseError::TooFew { refused })?;
        match snapshot.close(store, id, &opening).await {
            Err(StorageError::Changed) if tries < MOST_TRIES => tries += 1,
            outcome => return Ok(outcome.map(|()| opening.closing)?),
        }
    }
}

/// What opening a box gave, at least one side of it.
pub(super) struct Opening {
    pub(super) closing: Closing,
    /// Everything that is counted now or was before.
    pub(super) ledger: Ledger,
    /// Codes of the ballots that were counted or refused.
    pub(super) spent: Vec<String>,
}

impl Snapshot {
    /// Keeps what `opening` gave and drops its ballots, if the box is still as it was.
    pub(super) async fn close(
        &self,
        store: &Store,
        id: &str,
        opening: &Opening,
    ) -> Result<(), StorageError> {
        let ledger = record::encode_ledger(&opening.ledger);
        let put = vec![(Shelf::Tallies, id.to_owned(), ledger)];
        let delete = opening
            .spent
            .iter()
            .map(|code| (Shelf::Ballots, key(id, code)))
            .collect();
        store.change(self.change(id, put, delete)).await
    }

    /// Erases the survey's key, if everything is still as it was.
    pub(super) async fn end(&self, store: &Store, id: &str) -> Result<(), StorageError> {
        let Some(kept) = self.own().filter(|kept| kept.private_key.is_some()) else {
            return Ok(());
        };
        let entry = Entry::Own(record::Kept {
            private_key: None,
            ..kept.clone()
        });
        let put = vec![(Shelf::Surveys, id.to_owned(), record::encode_entry(&entry))];
        store.change(self.change(id, put, Vec::new())).await
    }
}

/// Ends a survey: its private key is erased for good, so that nobody can ever open what is in the box or comes later.
///
/// # Errors
///
/// Says why the key is still there.
pub async fn end(store: &Store, id: &str) -> Result<(), KeepingError> {
    let mut tries = 0;
    loop {
        let snapshot = Snapshot::read(store, id).await?;
        match snapshot.end(store, id).await {
            Err(StorageError::Changed) if tries < MOST_TRIES => tries += 1,
            outcome => return Ok(outcome?),
        }
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests;
