//! What must last: records in a database of the browser.
//!
//! Records stand on [shelves](Shelf) under a key each. A [change](Store::change) is done wholly or not at all, and once
//! it is acknowledged not even a crash of the browser takes it back. Where the browser forbids its database, a store
//! in memory does the same for as long as the page lives; [`open`](Store::open) says so.

mod change;
mod connection;
mod indexed;
mod memory;
mod protection;

pub use change::{Change, Expect};
pub use protection::protect;

use indexed::Indexed;
use memory::Memory;

/// Where a record stands. Each shelf has keys of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Shelf {
    /// Surveys that were made or joined here.
    Surveys,
    /// Ballots collected here, one record each.
    Ballots,
    /// Tallies received or counted here.
    Tallies,
}

/// A handle to everything stored; clones share the same records.
#[derive(Clone, Debug)]
pub struct Store(Place);

/// A store, and what the person must know about it.
#[derive(Clone, Debug)]
pub struct Opened {
    /// Works in any case, in memory if there is a problem.
    pub store: Store,
    /// Why nothing will last beyond this visit, if so.
    pub problem: Option<StorageProblem>,
}

/// Why the browser's database cannot be used at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum StorageProblem {
    /// The browser has none or forbids it.
    #[error("the browser forbids its database")]
    Forbidden,
    /// A newer version of this app has stored there; it is left untouched.
    #[error("the database belongs to a newer version")]
    Newer,
    /// It does not open, or not in time.
    #[error("the database does not open")]
    Broken,
}

/// Why something was not read or not changed. In every case the records are as they were.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum StorageError {
    /// There is no room left.
    #[error("there is no room left")]
    Full,
    /// A record is not as [expected](Expect): another tab has changed it.
    #[error("a record is not as expected")]
    Changed,
    /// The browser forbids it.
    #[error("the browser forbids its database")]
    Forbidden,
    /// The browser failed.
    #[error("the database failed")]
    Failed,
}

#[derive(Clone, Debug)]
enum Place {
    Lasting(Indexed),
    Memory(Memory),
}

impl Shelf {
    /// Every shelf.
    pub const ALL: [Self; 3] = [Self::Surveys, Self::Ballots, Self::Tallies];

    fn name(self) -> &'static str {
        match self {
            Self::Surveys => "surveys",
            Self::Ballots => "ballots",
            Self::Tallies => "tallies",
        }
    }
}

impl Store {
    /// Opens what was stored on earlier visits.
    ///
    /// Always gives a store, and always in a few seconds: one in memory if the database cannot be used.
    pub async fn open() -> Opened {
        match Indexed::open().await {
            Ok(indexed) => Opened {
                store: Self(Place::Lasting(indexed)),
                problem: None,
            },
            Err(problem) => Opened {
                store: Self::in_memory(),
                problem: Some(problem),
            },
        }
    }

    /// A new, empty store that lasts as long as its handles.
    #[must_use]
    pub fn in_memory() -> Self {
        Self::in_memory_with_room(usize::MAX)
    }

    /// A store in memory that is full beyond so many bytes of keys and values, for tests.
    #[must_use]
    pub fn in_memory_with_room(bytes: usize) -> Self {
        Self(Place::Memory(Memory::with_room(bytes)))
    }

    /// The record under `key`, or `None` if there is none.
    ///
    /// # Errors
    ///
    /// Returns a [`StorageError`] if the browser does not let the page look.
    pub async fn read(&self, from: Shelf, key: &str) -> Result<Option<Vec<u8>>, StorageError> {
        match &self.0 {
            Place::Lasting(indexed) => indexed.read(from, key).await,
            Place::Memory(memory) => Ok(memory.read(from, key)),
        }
    }

    /// Every record of a shelf whose key starts with `prefix`, in the order of their keys.
    ///
    /// # Errors
    ///
    /// Returns a [`StorageError`] if the browser does not let the page look.
    pub async fn all(
        &self,
        from: Shelf,
        prefix: &str,
    ) -> Result<Vec<(String, Vec<u8>)>, StorageError> {
        match &self.0 {
            Place::Lasting(indexed) => indexed.all(from, prefix).await,
            Place::Memory(memory) => Ok(memory.all(from, prefix)),
        }
    }

    /// Makes a change wholly or not at all. Once this returns `Ok`, the change lasts.
    ///
    /// It is carried through even if nobody waits for it any more.
    ///
    /// # Errors
    ///
    /// Returns [`StorageError::Changed`] if a record is not as expected and [`StorageError::Full`] if there is no room;
    /// whatever the error, nothing was changed.
    pub async fn change(&self, change: Change) -> Result<(), StorageError> {
        match &self.0 {
            Place::Lasting(indexed) => indexed.change(change).await,
            Place::Memory(memory) => memory.change(change),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::future::Future;
    use std::pin::pin;
    use std::task::{Context, Poll, Waker};

    #[test]
    fn what_is_put_is_read_back() {
        let store = Store::in_memory();

        now(store.change(put(&[("a", "1"), ("b", "2")]))).unwrap();

        assert_eq!(read(&store, "a").as_deref(), Some("1"));
        assert_eq!(read(&store, "b").as_deref(), Some("2"));
        assert_eq!(read(&store, "c"), None);
    }

    #[test]
    fn clones_share_their_records() {
        let store = Store::in_memory();

        now(store.clone().change(put(&[("a", "1")]))).unwrap();

        assert_eq!(read(&store, "a").as_deref(), Some("1"));
    }

    #[test]
    fn each_shelf_has_keys_of_its_own() {
        let store = Store::in_memory();

        now(store.change(put(&[("a", "1")]))).unwrap();

        assert_eq!(now(store.read(Shelf::Surveys, "a")), Ok(None));
        assert_eq!(now(store.all(Shelf::Tallies, "")), Ok(Vec::new()));
    }

    #[test]
    fn records_come_in_the_order_of_their_keys() {
        let store = Store::in_memory();

        now(store.change(put(&[("b", "2"), ("c", "3"), ("a", "1")]))).unwrap();

        assert_eq!(keys(&store, ""), ["a", "b", "c"]);
    }

    #[test]
    fn a_prefix_finds_only_its_own() {
        let store = Store::in_memory();

        now(store.change(put(&[
            ("a", ""),
            ("a/", ""),
            ("a/1", ""),
            ("a/2", ""),
            ("a0", ""),
        ])))
        .unwrap();

        assert_eq!(keys(&store, "a/"), ["a/", "a/1", "a/2"]);
        assert_eq!(keys(&store, "b"), [""; 0]);
    }

    #[test]
    fn what_is_deleted_is_gone_and_what_is_not_there_is_no_error() {
        let store = Store::in_memory();
        now(store.change(put(&[("a", "1"), ("b", "2")]))).unwrap();

        now(store.change(delete(&["a", "z"]))).unwrap();

        assert_eq!(keys(&store, ""), ["b"]);
    }

    #[test]
    fn what_is_both_deleted_and_put_is_there() {
        let store = Store::in_memory();
        now(store.change(put(&[("a", "1")]))).unwrap();

        let change = Change {
            delete: delete(&["a"]).delete,
            ..put(&[("a", "2")])
        };
        now(store.change(change)).unwrap();

        assert_eq!(read(&store, "a").as_deref(), Some("2"));
    }

    #[test]
    fn a_change_happens_only_if_every_record_is_as_expected() {
        let store = Store::in_memory();
        now(store.change(put(&[("a", "1")]))).unwrap();

        for (expected, outcome) in [
            (vec![expect("a", Some("0"))], Err(StorageError::Changed)),
            (vec![expect("a", None)], Err(StorageError::Changed)),
            (
                vec![expect("a", Some("1")), expect("b", Some("1"))],
                Err(StorageError::Changed),
            ),
            (vec![expect("a", Some("1")), expect("b", None)], Ok(())),
        ] {
            let change = Change {
                only_if: expected,
                ..put(&[("c", "3")])
            };
            assert_eq!(now(store.change(change)), outcome);
            assert_eq!(read(&store, "c").is_some(), outcome.is_ok());
        }
    }

    #[test]
    fn of_two_who_saw_the_same_only_one_changes_it() {
        let store = Store::in_memory();
        let see_nothing_and_put = |value| Change {
            only_if: vec![expect("a", None)],
            ..put(&[("a", value)])
        };

        assert_eq!(now(store.change(see_nothing_and_put("1"))), Ok(()));
        let second = now(store.change(see_nothing_and_put("2")));

        assert_eq!(second, Err(StorageError::Changed));
        assert_eq!(read(&store, "a").as_deref(), Some("1"));
    }

    #[test]
    fn a_full_store_keeps_what_it_had() {
        let store = Store::in_memory_with_room(6);
        now(store.change(put(&[("a", "12")]))).unwrap();

        let too_much = Change {
            delete: delete(&["a"]).delete,
            ..put(&[("b", "12"), ("c", "123")])
        };

        assert_eq!(now(store.change(too_much)), Err(StorageError::Full));
        assert_eq!(read(&store, "a").as_deref(), Some("12"));
        assert_eq!(keys(&store, ""), ["a"]);
    }

    #[test]
    fn deleting_makes_room() {
        let store = Store::in_memory_with_room(3);
        now(store.change(put(&[("a", "12")]))).unwrap();

        let swap = Change {
            delete: delete(&["a"]).delete,
            ..put(&[("b", "12")])
        };

        assert_eq!(now(store.change(swap)), Ok(()));
    }

    #[test]
    fn without_a_browser_a_store_opens_in_memory_and_says_so() {
        let opened = now(Store::open());

        assert_eq!(opened.problem, Some(StorageProblem::Forbidden));
        now(opened.store.change(put(&[("a", "1")]))).unwrap();
        assert_eq!(read(&opened.store, "a").as_deref(), Some("1"));
    }

    fn put(records: &[(&str, &str)]) -> Change {
        let record = |(key, value): &(&str, &str)| {
            (Shelf::Ballots, (*key).to_owned(), value.as_bytes().to_vec())
        };
        Change {
            put: records.iter().map(record).collect(),
            ..Change::default()
        }
    }

    fn delete(keys: &[&str]) -> Change {
        let place = |key: &&str| (Shelf::Ballots, (*key).to_owned());
        Change {
            delete: keys.iter().map(place).collect(),
            ..Change::default()
        }
    }

    fn expect(key: &str, value: Option<&str>) -> Expect {
        Expect {
            shelf: Shelf::Ballots,
            key: key.to_owned(),
            value: value.map(|value| value.as_bytes().to_vec()),
        }
    }

    fn read(store: &Store, key: &str) -> Option<String> {
        let value = now(store.read(Shelf::Ballots, key)).unwrap();
        value.map(|value| String::from_utf8(value).unwrap())
    }

    fn keys(store: &Store, prefix: &str) -> Vec<String> {
        let records = now(store.all(Shelf::Ballots, prefix)).unwrap();
        records.into_iter().map(|(key, _)| key).collect()
    }

    // Nothing in memory ever waits.
    fn now<T>(future: impl Future<Output = T>) -> T {
        match pin!(future).poll(&mut Context::from_waker(Waker::noop())) {
            Poll::Ready(value) => value,
            Poll::Pending => panic!("a store in memory waits"),
        }
    }
}
