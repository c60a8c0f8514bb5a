//! The browser's database, opened and kept open.

use super::request::answer;
use super::{Shelf, StorageProblem};
use crate::browser::listener::Listener;
use crate::browser::once::{Awaited, Giver, once};
use crate::browser::timer;
use crate::browser::window::{is_called, window};
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::spawn_local;
use web_sys::{IdbDatabase, IdbFactory, IdbOpenDbRequest};

pub(super) const NAME: &str = "plumbline";
const VERSION: u32 = 1;

/// How long a database may take to open. Browsers have been seen not to answer at all.
const PATIENCE_MS: i32 = 5_000;

type Outcome<T> = Result<T, StorageProblem>;

/// The open database. Steps aside when a newer version of the app wants to change it.
#[derive(Debug)]
pub(super) struct Connection {
    database: IdbDatabase,
    is_open: Rc<Cell<bool>>,
    _listeners: [Listener; 2],
}

impl Connection {
    pub(super) async fn open() -> Outcome<Self> {
        let request = factory()?.open_with_u32(NAME, VERSION);
        let request = request.map_err(|thrown| problem(&thrown))?;
        let (giver, awaited) = patient();
        spawn_local(open_into(giver, request));
        in_time(awaited).await.map(Self::with)
    }

    pub(super) fn database(&self) -> &IdbDatabase {
        &self.database
    }

    /// Whether nobody has closed the database meanwhile: the person by clearing the browser, a newer version of the
    /// app, a phone while the page was asleep.
    pub(super) fn is_open(&self) -> bool {
        self.is_open.get()
    }

    fn with(database: IdbDatabase) -> Self {
        let is_open = Rc::new(Cell::new(true));
        let listeners = ["versionchange", "close"].map(|event| {
            let (closing, is_open) = (database.clone(), Rc::clone(&is_open));
            Listener::new(&database, event, move |_| {
                is_open.set(false);
                closing.close();
            })
        });
        Self {
            database,
            is_open,
            _listeners: listeners,
        }
    }
}

impl Drop for Connection {
    fn drop(&mut self) {
        self.database.close();
    }
}

/// Erases the database, of whatever version it is and whether it opens or not; also where there is none.
pub(super) async fn erase() -> Outcome<()> {
    let request = factory()?.delete_database(NAME);
    let request = request.map_err(|thrown| problem(&thrown))?;
    let (giver, awaited) = patient();
    spawn_local(async move {
        let erased = answer(&request).await;
        // Nobody is left to be told when it came too late.
        let _ = giver.give(erased.map_err(|thrown| problem(&thrown)));
    });
    in_time(awaited).await.map(drop)
}

/// A place for what a request comes to, which is broken where that takes too long.
fn patient<T: 'static>() -> (Giver<Outcome<T>>, Awaited<Outcome<T>>) {
    let (giver, awaited) = once();
    let impatient = giver.clone();
    timer::after(PATIENCE_MS, move || {
        // It was in time.
        let _ = impatient.give(Err(StorageProblem::Broken));
    });
    (giver, awaited)
}

async fn in_time<T>(awaited: Awaited<Outcome<T>>) -> Outcome<T> {
    awaited.await.unwrap_or(Err(StorageProblem::Broken))
}

fn factory() -> Outcome<IdbFactory> {
    let factory = window().and_then(|window| window.indexed_db().ok()?);
    factory.ok_or(StorageProblem::Forbidden)
}

// Goes on after everybody stopped waiting: an upgrade must not be left half done.
async fn open_into(giver: Giver<Outcome<IdbDatabase>>, request: IdbOpenDbRequest) {
    let blocked = giver.clone();
    let _listeners = [
        Listener::new(&request, "blocked", move |_| {
            let _ = blocked.give(Err(StorageProblem::Broken));
        }),
        Listener::new(&request, "upgradeneeded", {
            let request = request.clone();
            move |_| make_shelves(&request)
        }),
    ];
    let outcome = match answer(&request).await {
        Ok(database) => whole(database),
        Err(thrown) => Err(problem(&thrown)),
    };
    if let Err(Ok(late)) = giver.give(outcome) {
        late.close();
    }
}

// A shelf that cannot be made is missed by `whole`.
fn make_shelves(request: &IdbOpenDbRequest) {
    if let Some(Ok(database)) = request.result().ok().map(JsCast::dyn_into::<IdbDatabase>) {
        for shelf in Shelf::ALL {
            let _ = database.create_object_store(shelf.name());
        }
    }
}

fn whole(database: JsValue) -> Outcome<IdbDatabase> {
    let database: IdbDatabase = database.dyn_into().map_err(|_| StorageProblem::Broken)?;
    let names = database.object_store_names();
    if Shelf::ALL
        .into_iter()
        .all(|shelf| names.contains(shelf.name()))
    {
        Ok(database)
    } else {
        database.close();
        Err(StorageProblem::Broken)
    }
}

fn problem(thrown: &JsValue) -> StorageProblem {
    if is_called(thrown, "VersionError") {
        StorageProblem::Newer
    } else if is_called(thrown, "SecurityError") {
        StorageProblem::Forbidden
    } else {
        StorageProblem::Broken
    }
}
