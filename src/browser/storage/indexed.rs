//! Records in the browser's database.

use super::connection::Connection;
use super::request::{answer, completed};
use super::{Change, Expect, Shelf, StorageError, StorageProblem};
use crate::browser::once::once;
use crate::browser::pause::pause;
use crate::browser::window::is_called;
use js_sys::{Array, Function, Object, Reflect, Uint8Array};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::spawn_local;
use web_sys::{IdbDatabase, IdbKeyRange, IdbRequest, IdbTransaction};

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
        let (keys, values) = found.await?;
        let mut records = Vec::new();
        for place in 0..keys.length() {
            if let Some(key) = keys.get(place).as_string() {
                records.push((key, bytes(values.get(place))?));
            }
            breathe(place).await;
        }
        Ok(records)
    }

    pub(super) async fn keys(
        &self,
        from: Shelf,
        prefix: &str,
    ) -> Result<Vec<String>, StorageError> {
        let found = self.with(async |database| keys(database, from, prefix).await);
        let found = found.await?;
        let mut keys = Vec::new();
        for place in 0..found.length() {
            keys.extend(found.get(place).as_string());
            breathe(place).await;
        }
        Ok(keys)
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
        act: impl AsyncFn(&IdbDatabase) -> Result<T, JsValue>,
    ) -> Result<T, StorageError> {
        let connection = self.connection().await?;
        let done = match act(connection.database()).await {
            Err(error) if is_called(&error, "InvalidStateError") => {
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

async fn record(
    database: &IdbDatabase,
    from: Shelf,
    key: &str,
) -> Result<Option<JsValue>, JsValue> {
    let transaction = database.transaction_with_str(from.name())?;
    found(&transaction, from, key).await
}

async fn found(
    transaction: &IdbTransaction,
    on: Shelf,
    key: &str,
) -> Result<Option<JsValue>, JsValue> {
    let store = transaction.object_store(on.name())?;
    let value = answer(&store.get(&key.into())?).await?;
    Ok((!value.is_undefined()).then_some(value))
}

async fn keys(database: &IdbDatabase, from: Shelf, prefix: &str) -> Result<Array, JsValue> {
    let transaction = database.transaction_with_str(from.name())?;
    let store = transaction.object_store(from.name())?;
    let range = range(prefix)?;
    let keys = store.get_all_keys_with_key(&range)?;
    Ok(Array::from(&answer(&keys).await?))
}

fn range(prefix: &str) -> Result<IdbKeyRange, JsValue> {
    IdbKeyRange::bound(&prefix.into(), &format!("{prefix}{HIGHEST}").into())
}

async fn records(
    database: &IdbDatabase,
    from: Shelf,
    prefix: &str,
) -> Result<(Array, Array), JsValue> {
    let transaction = database.transaction_with_str(from.name())?;
    let store = transaction.object_store(from.name())?;
    let range = range(prefix)?;
    // Both asked before either is awaited, in one transaction: they are of the same moment.
    let keys = store.get_all_keys_with_key(&range)?;
    let values = store.get_all_with_key(&range)?;
    let values = Array::from(&answer(&values).await?);
    Ok((Array::from(&keys.result()?), values))
}

/// Records taken over from the browser without a pause: ten thousand at once would hold up the page.
const WITHOUT_PAUSE: u32 = 1_000;

async fn breathe(place: u32) {
    if place % WITHOUT_PAUSE == WITHOUT_PAUSE - 1 {
        pause().await;
    }
}

/// Sorts after every character that keys have.
const HIGHEST: char = '\u{ffff}';

/// How a change that did not fail ended.
#[derive(Clone, Copy, Debug)]
enum Made {
    Yes,
    NotAsExpected,
}

async fn make(database: &IdbDatabase, change: &Change) -> Result<Made, JsValue> {
    let transaction = strict_transaction(database)?;
    let made = attempt(&transaction, change).await;
    if !matches!(made, Ok(Made::Yes)) {
        let _ = transaction.abort();
    }
    made
}

// By hand: in `web_sys` the options of a transaction still count as unstable.
fn strict_transaction(database: &IdbDatabase) -> Result<IdbTransaction, JsValue> {
    let options = Object::new();
    Reflect::set(&options, &"durability".into(), &"strict".into())?;
    let shelves: Array = Shelf::ALL
        .into_iter()
        .map(|shelf| JsValue::from_str(shelf.name()))
        .collect();
    let begin: Function = Reflect::get(database, &"transaction".into())?.dyn_into()?;
    begin
        .call3(database, &shelves, &"readwrite".into(), &options)?
        .dyn_into()
}

// Says yes only after the `complete` event.
async fn attempt(transaction: &IdbTransaction, change: &Change) -> Result<Made, JsValue> {
    for expect in &change.only_if {
        if !is_so(transaction, expect).await? {
            return Ok(Made::NotAsExpected);
        }
    }
    for keys in change.delete.chunks(AT_ONCE) {
        let asked = keys.iter().map(|(shelf, key)| {
            let store = transaction.object_store(shelf.name())?;
            store.delete(&key.into())
        });
        ask(transaction, asked).await?;
    }
    for records in change.put.chunks(AT_ONCE) {
        let asked = records.iter().map(|(shelf, key, value)| {
            let store = transaction.object_store(shelf.name())?;
            store.put_with_key(&Uint8Array::from(value.as_slice()), &key.into())
        });
        ask(transaction, asked).await?;
    }
    completed(transaction).await?;
    Ok(Made::Yes)
}

/// Requests made without a pause: thousands at once would hold up the page.
const AT_ONCE: usize = 250;

// Waits for the last of as many as are made at once, which keeps the transaction open.
async fn ask(
    transaction: &IdbTransaction,
    asked: impl Iterator<Item = Result<IdbRequest, JsValue>>,
) -> Result<(), JsValue> {
    let asked: Vec<IdbRequest> = asked.collect::<Result<_, _>>()?;
    match asked.last() {
        Some(last) if asked.len() == AT_ONCE => {
            let waited = answer(last).await;
            // Why the whole was undone says more than that this request was.
            waited.map_err(|thrown| transaction.error().map_or(thrown, JsValue::from))?;
            Ok(())
        }
        Some(_) | None => Ok(()),
    }
}

async fn is_so(transaction: &IdbTransaction, expect: &Expect) -> Result<bool, JsValue> {
    let found = found(transaction, expect.shelf, &expect.key).await?;
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

fn reason(thrown: &JsValue) -> StorageError {
    if is_called(thrown, "QuotaExceededError") {
        StorageError::Full
    } else if is_called(thrown, "SecurityError") {
        StorageError::Forbidden
    } else {
        StorageError::Failed
    }
}
