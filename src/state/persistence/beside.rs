//! What a meeting leaves beside the results: records on the shelf of tallies, under the results' id, `/` and a name.
//!
//! Results are those of a survey on this device, by its id, or others, by a digest of their numbers.

use super::{
    MOST_TRIES,
    keeping::KeepingError,
    snapshot::{expect, key},
};
use crate::{
    browser::storage::{Change, Shelf, StorageError, Store},
    codec::backup::{self, Beside, NotJoined},
};

pub use crate::codec::backup::CARDS;

/// What was changed in the slides.
pub const DECK: &str = "deck";
/// Every such record.
const NAMES: [&str; 2] = [CARDS, DECK];

/// Whose record it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Owner {
    /// A survey's on this device: nothing is kept for one that is not here any more.
    Survey(String),
    /// That of results which belong to no survey on this device.
    Results(String),
}

impl Owner {
    /// The id in the record's key.
    #[must_use]
    pub fn id(&self) -> &str {
        match self {
            Self::Survey(id) | Self::Results(id) => id,
        }
    }
}

/// The record of this name; `None` if there is none.
///
/// # Errors
///
/// Returns the storage's error if it does not let the page look.
pub async fn read_beside(
    store: &Store,
    id: &str,
    name: &str,
) -> Result<Option<Vec<u8>>, StorageError> {
    store.read(Shelf::Tallies, &key(id, name)).await
}

/// Changes the record of this name: `change` makes of the present one what is to be kept, and is asked again where another
/// tab was quicker. Returns what is kept.
///
/// # Errors
///
/// Returns the error of `change` inside; and outside the storage's, or that the survey is not here. Then nothing has changed.
pub async fn change_beside<E>(
    store: &Store,
    owner: &Owner,
    name: &str,
    change: impl Fn(Option<&[u8]>) -> Result<Vec<u8>, E>,
) -> Result<Result<Vec<u8>, E>, KeepingError> {
    let place = key(owner.id(), name);
    let mut tries = 0;
    loop {
        let mut only_if = Vec::new();
        if let Owner::Survey(id) = owner {
            let survey = store.read(Shelf::Surveys, id).await?;
            let survey = survey.ok_or(KeepingError::NotHere)?;
            only_if.push(expect(Shelf::Surveys, id, Some(survey)));
        }
        let before = store.read(Shelf::Tallies, &place).await?;
        let after = match change(before.as_deref()) {
            Ok(after) => after,
            Err(error) => return Ok(Err(error)),
        };
        only_if.push(expect(Shelf::Tallies, &place, before));
        let change = Change {
            only_if,
            put: vec![(Shelf::Tallies, place.clone(), after.clone())],
            ..Change::default()
        };
        match store.change(change).await {
            Err(StorageError::Changed) if tries < MOST_TRIES => tries += 1,
            outcome => return Ok(outcome.map(|()| Ok(after))?),
        }
    }
}

/// Brings back one record beside results: joins it with what is here now.
///
/// # Errors
///
/// Returns the storage's error; then it is as it was. Inside, that one of the two cannot be read, and both are as they were.
pub async fn restore_beside(
    store: &Store,
    brought: &Beside,
) -> Result<Result<(), NotJoined>, KeepingError> {
    // Kept also where its survey is not: whoever has lost that still has what was agreed.
    let owner = Owner::Results(brought.id.clone());
    let joined = change_beside(store, &owner, &brought.name, |here| {
        let joined = backup::join(here, brought)?;
        Ok(joined
            .bytes
            .or(here.map(<[u8]>::to_vec))
            .unwrap_or_default())
    });
    Ok(joined.await?.map(|_| ()))
}

/// Everything that lies beside results, in the order of ids and names.
///
/// # Errors
///
/// Returns the storage's error if it does not let the page look.
pub async fn all_beside(store: &Store) -> Result<Vec<Beside>, StorageError> {
    let all = store.all(Shelf::Tallies, "").await?.into_iter();
    let beside = all.filter_map(|(key, bytes)| {
        let (id, name) = key.split_once('/')?;
        Some(Beside {
            id: id.to_owned(),
            name: name.to_owned(),
            bytes,
        })
    });
    Ok(beside.collect())
}

/// Forgets all that lies beside results which belong to no survey.
///
/// # Errors
///
/// Returns the storage's error; then everything is still there.
pub async fn forget_beside(store: &Store, id: &str) -> Result<(), StorageError> {
    let change = Change {
        delete: keys(id).map(|key| (Shelf::Tallies, key)).to_vec(),
        ..Change::default()
    };
    store.change(change).await
}

/// The keys of all that can lie beside the results of this id.
pub(super) fn keys(id: &str) -> [String; NAMES.len()] {
    NAMES.map(|name| key(id, name))
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::{super::sample::kept_survey, *};
    use crate::{
        browser::storage::now::now,
        codec::record,
        domain::card::{Card, Cards, Edit},
    };

    #[test]
    fn cards_come_back_joined_and_none_is_lost() {
        let (store, id) = kept_survey();
        let owner = Owner::Survey(id.clone());
        now(change_beside(&store, &owner, CARDS, |_| {
            Ok::<_, ()>(with_card("4.1", None))
        }))
        .unwrap()
        .unwrap();
        now(change_beside(&store, &owner, DECK, |_| {
            Ok::<_, ()>(vec![1, 2])
        }))
        .unwrap()
        .unwrap();
        let saved = now(all_beside(&store)).unwrap();
        now(change_beside(&store, &owner, CARDS, |_| {
            Ok::<_, ()>(with_card("6.1", None))
        }))
        .unwrap()
        .unwrap();
        now(change_beside(&store, &owner, DECK, |_| {
            Ok::<_, ()>(vec![3])
        }))
        .unwrap()
        .unwrap();

        for _ in 0..2 {
            for beside in &saved {
                assert_eq!(now(restore_beside(&store, beside)), Ok(Ok(())));
            }
        }

        let record = now(read_beside(&store, &id, CARDS)).unwrap().unwrap();
        let cards = record::decode_cards(&record).unwrap();
        let items: Vec<&str> = cards.all().iter().map(Card::item).collect();
        assert_eq!(items, ["6.1", "4.1"]);
        assert_eq!(
            now(read_beside(&store, &id, DECK)),
            Ok(Some(vec![3])),
            "what is here stays"
        );
        let empty = Store::in_memory();
        for beside in &saved {
            assert_eq!(now(restore_beside(&empty, beside)), Ok(Ok(())));
        }
        assert_eq!(now(all_beside(&empty)), Ok(saved));
    }

    #[test]
    fn cards_of_a_later_version_are_left_as_they_are() {
        let (store, id) = kept_survey();
        let owner = Owner::Survey(id.clone());
        now(change_beside(&store, &owner, CARDS, |_| {
            Ok::<_, ()>(with_card("4.1", None))
        }))
        .unwrap()
        .unwrap();
        let saved = now(all_beside(&store)).unwrap();
        now(change_beside(&store, &owner, CARDS, |_| {
            Ok::<_, ()>(vec![9, 1])
        }))
        .unwrap()
        .unwrap();

        let refused = now(restore_beside(&store, &saved[0])).unwrap();

        assert!(refused.is_err_and(|not| not.is_here));
        assert_eq!(now(read_beside(&store, &id, CARDS)), Ok(Some(vec![9, 1])));
    }

    fn with_card(item: &str, here: Option<&[u8]>) -> Vec<u8> {
        let here = here.map(|bytes| record::decode_cards(bytes).unwrap());
        let mut cards = here.unwrap_or_else(|| Cards::none("Claims"));
        cards.apply(&Edit::add(Card::blank(item))).unwrap();
        record::encode_cards(&cards)
    }
}
