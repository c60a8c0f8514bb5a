use super::connection::Connection;
use super::{Change, Expect, Shelf, StorageError, StorageProblem};
use crate::browser::once::once;
use crate::browser::window::is_called;
use indexed_db_futures::database::Database;
use indexed_db_futures::error::{DomException, Error};
use indexed_db_futures::internals::SystemRepr;
use indexed_db_futures::prelude::*;
use indexed_db_futures::transaction::{
    Transaction, TransactionDurability, TransactionMode, TransactionOptions,
};
use js_sys::Uint8Array;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::spawn_local;

/// Records in the browser's own database.
#[derive(Clone, Debug)]
pub(super) struct Indexed(Rc<RefCell<Rc<Connection>>>);

impl Indexed {
    pub(super) async fn open() -> Result<Self, StorageProblem> {
        let connection = Connection::open().await?;
        Ok(Self(Rc::new(RefCell::new(Rc::new(connection)))))
    }

    pub(super) async fn read(
        &self,
        from: Shelf,
        key: &str,
    ) -> Result<Option<Vec<u8>>, StorageError> {
        let found = self.with(async |database| record(database, from, key).await);
        found.await?.map(bytes).transpose()
    }

    pub(super) async fn all(
        &self,
        from: Shelf,
        prefix: &str,
    ) -> Result<Vec<(String, Vec<u8>)>, StorageError> {
        let found = self.with(async |database| records(database, from, prefix).await);
        found
            .await?
            .into_iter()
            .map(|(key, value)| Ok((key, bytes(value)?)))
            .collect()
    }

    pub(super) async fn change(&self, change: Change) -> Result<(), StorageError> {
        if change.is_empty() {
            return Ok(());
        }
        let indexed = self.clone();
        let (giver, awaited) = once();
        // On its own, because a transaction that nobody polls is undone.
        spawn_local(async move {
            let made = indexed.with(async |database| make(database, &change).await);
            let _ = giver.give(made.await);
        });
        match awaited.await.unwrap_or(Err(StorageError::Failed))? {
            Made::Yes => Ok(()),
            Made::NotAsExpected => Err(StorageError::Changed),
        }
    }

    // A connection can be closed without a word, and after a full one Firefox lets the next transaction only delete.
    // In both cases nothing was done and a fresh connection helps.
    async fn with<T>(
        &self,
        act: impl AsyncFn(&Database) -> Result<T, Error>,
    ) -> Result<T, StorageError> {
        let connection = self.connection().await?;
        let done = match act(connection.database()).await {
            Err(error) if is_invalid_state(&error) => {
                let fresh = self.reconnected().await?;
                act(fresh.database()).await
            }
            done => done,
        };
        done.map_err(|error| reason(&error))
    }

    async fn connection(&self) -> Result<Rc<Connection>, StorageError> {
        let present = Rc::clone(&self.0.borrow());
        if present.is_open() {
            Ok(present)
        } else {
            self.reconnected().await
        }
    }

    async fn reconnected(&self) -> Result<Rc<Connection>, StorageError> {
        let fresh = Connection::open().await.map_err(reopening)?;
        let fresh = Rc::new(fresh);
        self.0.replace(Rc::clone(&fresh));
        Ok(fresh)
    }
}

async fn record(database: &Database, shelf: Shelf, key: &str) -> Result<Option<JsValue>, Error> {
    let transaction = database.transaction(shelf.name()).build()?;
    let store = transaction.object_store(shelf.name())?;
    store.get(key).primitive()?.await
}

async fn records(
    database: &Database,
    shelf: Shelf,
    prefix: &str,
) -> Result<Vec<(String, JsValue)>, Error> {
    let transaction = database.transaction(shelf.name()).build()?;
    let store = transaction.object_store(shelf.name())?;
    let range = || prefix.to_owned()..=format!("{prefix}{HIGHEST}");
    // Both asked before either is awaited, in one transaction: they are of the same moment.
    let keys = store
        .get_all_keys::<String>()
        .with_query::<String, _>(range())
        .primitive()?;
    let values = store
        .get_all::<JsValue>()
        .with_query::<String, _>(range())
        .primitive()?;
    keys.await?
        .zip(values.await?)
        .map(|(key, value)| Ok((key?, value?)))
        .collect()
}

/// Sorts after every character that keys have.
const HIGHEST: char = '\u{ffff}';

/// How a change that did not fail ended.
#[derive(Clone, Copy, Debug)]
enum Made {
    Yes,
    NotAsExpected,
}

async fn make(database: &Database, change: &Change) -> Result<Made, Error> {
    let transaction = database
        .transaction(Shelf::ALL.map(Shelf::name))
        .with_mode(TransactionMode::Readwrite)
        .with_options(TransactionOptions::new().with_durability(TransactionDurability::Strict))
        .build()?;
    let handle = transaction.as_sys().clone();
    let made = attempt(transaction, change).await;
    // Why a commit failed stands in the transaction, not in the error.
    made.map_err(|error| handle.error().map_or(error, Error::from))
}

// Says yes only after the `complete` event.
async fn attempt(transaction: Transaction<'_>, change: &Change) -> Result<Made, Error> {
    for expect in &change.only_if {
        if !is_so(&transaction, expect).await? {
            return Ok(Made::NotAsExpected);
        }
    }
    for (shelf, key) in &change.delete {
        let store = transaction.object_store(shelf.name())?;
        store.delete(key.as_str()).primitive()?;
    }
    for (shelf, key, value) in &change.put {
        let store = transaction.object_store(shelf.name())?;
        let value = JsValue::from(Uint8Array::from(value.as_slice()));
        store
            .put(value)
            .with_key(key.as_str())
            .without_key_type()
            .primitive()?;
    }
    transaction.commit().await?;
    Ok(Made::Yes)
}

async fn is_so(transaction: &Transaction<'_>, expect: &Expect) -> Result<bool, Error> {
    let store = transaction.object_store(expect.shelf.name())?;
    let found: Option<JsValue> = store.get(expect.key.as_str()).primitive()?.await?;
    Ok(match (found, &expect.value) {
        (None, None) => true,
        (Some(found), Some(expected)) => bytes(found).as_ref() == Ok(expected),
        (None, Some(_)) | (Some(_), None) => false,
    })
}

fn bytes(value: JsValue) -> Result<Vec<u8>, StorageError> {
    value
        .dyn_into::<Uint8Array>()
        .map(|bytes| bytes.to_vec())
        .map_err(|_| StorageError::Failed)
}

fn reopening(problem: StorageProblem) -> StorageError {
    match problem {
        StorageProblem::Forbidden => StorageError::Forbidden,
        StorageProblem::Newer | StorageProblem::Broken => StorageError::Failed,
    }
}

fn is_invalid_state(error: &Error) -> bool {
    matches!(
        error,
        Error::DomException(DomException::InvalidStateError(_))
    )
}

fn reason(error: &Error) -> StorageError {
    match error {
        Error::DomException(exception) => named(exception.as_ref()),
        Error::Serialisation(_) | Error::MissingData(_) | Error::Unknown(_) => StorageError::Failed,
    }
}

fn named(exception: &JsValue) -> StorageError {
    if is_called(exception, "QuotaExceededError") {
        StorageError::Full
    } else if is_called(exception, "SecurityError") {
        StorageError::Forbidden
    } else {
        StorageError::Failed
    }
}
