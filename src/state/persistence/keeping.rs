//! Surveys kept and brought back.

use thiserror::Error;

use super::{
    held::Held,
    snapshot::{Snapshot, expect},
};
use crate::{
    browser::storage::{Change, Shelf, StorageError, Store},
    codec::{
        fingerprint::Fingerprint,
        record::{self, Kept},
    },
};

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

impl KeepingError {
    /// Whether another tab was quicker, so that trying again helps.
    #[must_use]
    pub fn is_from_another_tab(self) -> bool {
        matches!(self, Self::NotHere | Self::Storage(StorageError::Changed))
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

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::{
        super::{
            add, close,
            sample::{
                TODAY, at_once, everyone, everything, example_kept, held, kept_survey, record_of,
            },
        },
        *,
    };
    use crate::browser::storage::now::now;
    use crate::{codec::record::Entry, domain::side::Side};

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
        assert_eq!(survey.kept, Entry::Own(example_kept()));
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
    fn what_cannot_be_read_is_counted_and_kept() {
        let newer = |mut bytes: Vec<u8>| {
            bytes[0] = 4;
            bytes
        };
        let (sound, id) = kept_survey();
        let kept = record::encode_kept(&example_kept());
        for (shelf, bytes) in [
            (Shelf::Surveys, vec![]),
            (Shelf::Surveys, vec![1, 255]),
            (Shelf::Surveys, newer(kept)),
            (Shelf::Tallies, vec![1, 9]),
            (Shelf::Tallies, vec![3, 1, 1]),
            (Shelf::Tallies, vec![4, 1, 1]),
        ] {
            now(sound.change(record_of(shelf, &id, bytes))).unwrap();
            let before = everything(&sound);

            assert_eq!(now(load(&sound)), Ok((Vec::new(), 1)));
            let added = now(add(&sound, &id, &everyone()));
            assert_eq!(added, Err(KeepingError::NotHere));
            let closed = now(close(&sound, &id, TODAY, &at_once));
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
}
