//! What must last: records in a database of the browser.
//!
//! Records stand on [shelves](Shelf) under a key each. A [change](Store::change) is done wholly or not at all, and once
//! it is acknowledged not even a crash of the browser takes it back. Where the browser forbids its database, a store
//! in memory does the same for as long as the page lives; [`open`](Store::open) says so.

mod change;
mod connection;
mod indexed;
mod memory;
#[cfg(test)]
pub(crate) mod now;
mod present;
mod request;

pub use change::{Change, Expect};
pub use present::is_present;

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

    /// Erases the browser's database where this store is in memory, as it is when that is of a newer version or does not
    /// open; a store that lasts stays as it is.
    ///
    /// # Errors
    ///
    /// Returns [`StorageProblem::Broken`] if the browser does not do it in a few seconds.
    pub async fn erase_unopened(&self) -> Result<(), StorageProblem> {
        match self.0 {
            Place::Lasting(_) => Ok(()),
            Place::Memory(_) => match connection::erase().await {
                // Where the browser forbids its database, there is none.
                Err(StorageProblem::Forbidden) | Ok(()) => Ok(()),
                problem => problem,
            },
        }
    }

    /// Whether what is changed lasts beyond this visit.
    #[must_use]
    pub fn is_lasting(&self) -> bool {
        matches!(self.0, Place::Lasting(_))
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

    /// The keys of a shelf that start with `prefix`, in order: of thousands of records a fraction of what all would take.
    ///
    /// # Errors
    ///
    /// Returns a [`StorageError`] if the browser does not let the page look.
    pub async fn keys(&self, from: Shelf, prefix: &str) -> Result<Vec<String>, StorageError> {
        match &self.0 {
            Place::Lasting(indexed) => indexed.keys(from, prefix).await,
            Place::Memory(memory) => Ok(memory.keys(from, prefix)),
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
