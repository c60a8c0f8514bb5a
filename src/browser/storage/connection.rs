use super::{Shelf, StorageProblem};
use crate::browser::listener::Listener;
use crate::browser::once::{Giver, once};
use crate::browser::timer;
use crate::browser::window::{is_called, window};
use indexed_db_futures::database::Database;
use indexed_db_futures::error::{Error, OpenDbError};
use indexed_db_futures::internals::SystemRepr;
use indexed_db_futures::prelude::*;
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;

const NAME: &str = "plumbline";
const VERSION: u32 = 1;

/// How long a database may take to open. Browsers have been seen not to answer at all.
const PATIENCE_MS: i32 = 5_000;

type Outcome = Result<Database, StorageProblem>;

/// The open database. Steps aside when a newer version of the app wants to change it.
#[derive(Debug)]
pub(super) struct Connection {
    database: Database,
    is_open: Rc<Cell<bool>>,
    _listeners: [Listener; 2],
}

impl Connection {
    pub(super) async fn open() -> Result<Self, StorageProblem> {
        window().ok_or(StorageProblem::Forbidden)?;
        let (giver, awaited) = once();
        let impatient = giver.clone();
        timer::after(PATIENCE_MS, move || {
            let _ = impatient.give(Err(StorageProblem::Broken));
        });
        spawn_local(open_into(giver));
        let database = awaited.await.unwrap_or(Err(StorageProblem::Broken))?;
        Ok(Self::with(database))
    }

    pub(super) fn database(&self) -> &Database {
        &self.database
    }

    /// Whether nobody has closed the database meanwhile: the person by clearing the browser, a newer version of the
    /// app, a phone while the page was asleep.
    pub(super) fn is_open(&self) -> bool {
        self.is_open.get()
    }

    fn with(database: Database) -> Self {
        let is_open = Rc::new(Cell::new(true));
        let close_on = |event| {
            let (database, is_open) = (database.clone(), Rc::clone(&is_open));
            Listener::new(&database.clone().into_sys(), event, move |_| {
                is_open.set(false);
                database.clone().close();
            })
        };
        let listeners = [close_on("versionchange"), close_on("close")];
        Self {
            database,
            is_open,
            _listeners: listeners,
        }
    }
}

impl Drop for Connection {
    fn drop(&mut self) {
        self.database.clone().close();
    }
}

// Goes on after everybody stopped waiting: an upgrade must not be left half done.
async fn open_into(giver: Giver<Outcome>) {
    let outcome = asked(giver.clone()).await;
    if let Err(Ok(late)) = giver.give(outcome) {
        late.close();
    }
}

async fn asked(giver: Giver<Outcome>) -> Outcome {
    let database = Database::open(NAME)
        .with_version(VERSION)
        .with_on_blocked(move |_| {
            let _ = giver.give(Err(StorageProblem::Broken));
            Ok(())
        })
        .with_on_upgrade_needed(|_, database| make_shelves(&database))
        .await
        .map_err(|error| problem(&error))?;
    if Shelf::ALL.into_iter().all(|shelf| has(&database, shelf)) {
        Ok(database)
    } else {
        database.close();
        Err(StorageProblem::Broken)
    }
}

fn make_shelves(database: &Database) -> Result<(), Error> {
    for shelf in Shelf::ALL {
        database.create_object_store(shelf.name()).build()?;
    }
    Ok(())
}

fn has(database: &Database, shelf: Shelf) -> bool {
    database
        .object_store_names()
        .any(|name| name == shelf.name())
}

fn problem(error: &OpenDbError) -> StorageProblem {
    match error {
        // The crate says `VersionZero` whenever opening throws; ours is not zero, so it is the browser that refuses.
        OpenDbError::VersionZero
        | OpenDbError::UnsupportedEnvironment
        | OpenDbError::NullFactory => StorageProblem::Forbidden,
        OpenDbError::Base(Error::DomException(exception)) => named(exception.as_ref()),
        OpenDbError::Base(Error::Serialisation(_) | Error::MissingData(_) | Error::Unknown(_)) => {
            StorageProblem::Broken
        }
    }
}

fn named(exception: &wasm_bindgen::JsValue) -> StorageProblem {
    if is_called(exception, "VersionError") {
        StorageProblem::Newer
    } else if is_called(exception, "SecurityError") {
        StorageProblem::Forbidden
    } else {
        StorageProblem::Broken
    }
}
