//! A survey forgotten.

use super::{
    MOST_TRIES, beside,
    snapshot::{expect, key},
};
use crate::browser::storage::{Change, Shelf, StorageError, Store};

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
        // Nothing can be kept beside a survey that is gone.
        delete.extend(beside::keys(id).map(|key| (Shelf::Tallies, key)));
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

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::{
        super::{
            CARDS, DECK, KeepingError, Owner, add, change_beside, close, keep, load_one,
            sample::{TODAY, at_once, everyone, everything, example_kept, kept_survey},
        },
        *,
    };
    use crate::browser::storage::now::now;
    use crate::{codec::record::Kept, domain::survey::Survey};

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
        now(close(&store, &id, TODAY, &at_once)).unwrap();
        let owner = Owner::Survey(id.clone());
        let put = |_: Option<&[u8]>| Ok::<_, ()>(vec![7]);
        now(change_beside(&store, &owner, CARDS, put))
            .unwrap()
            .unwrap();
        now(change_beside(&store, &owner, DECK, put))
            .unwrap()
            .unwrap();

        now(forget(&store, &id)).unwrap();

        let left: Vec<String> = everything(&store).into_iter().map(|(key, _)| key).collect();
        assert_eq!(left, [next]);
        assert_eq!(now(load_one(&store, &id)), Err(KeepingError::NotHere));
        let late = now(change_beside(&store, &owner, CARDS, put));
        assert_eq!(late, Err(KeepingError::NotHere));
    }
}
