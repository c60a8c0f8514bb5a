//! How much room a device has: little, so that a journey can fill it, and free it again.

use serde_json::{Value, json};

use crate::{browser::Browser, engine::Engine};

/// What a page may keep in databases, in bytes, where an engine can be told.
pub(crate) const ROOM: u32 = 20 << 20;

/// Puts filler where the page's origin keeps things, and takes it away.
const FILLER: &str = include_str!("room.js");

impl Browser {
    /// Gives the pages of a site [`ROOM`], as long as they have kept nothing yet: `Chromium` remembers for a while how
    /// much there was. `Firefox` is started with it, and `WebKit` cannot be told.
    pub(crate) async fn give_room(&self, site: &str) {
        if self.engine != Engine::Chromium {
            return;
        }
        let given = json!({ "origin": site, "quotaSize": ROOM });
        let method = "Storage.overrideQuotaForOrigin";
        let set = self.driver.cdp().send_raw(method, given).await;
        set.expect("its driver can change how much room there is");
    }

    /// Leaves no room for another record in the database, until [`make_room`](Self::make_room).
    ///
    /// In `WebKit`, which has a gigabyte, writing fails as it would without room, as long as the page is not reloaded.
    pub(crate) async fn fill_database(&self) {
        self.in_room(vec![json!(match self.engine {
            Engine::Chromium | Engine::Firefox => "fill_records",
            Engine::Webkit => "refuse_records",
        })])
        .await;
        self.did("fill the database");
    }

    /// Frees what [`fill_database`](Self::fill_database) has filled.
    pub(crate) async fn make_room(&self) {
        self.in_room(vec![json!(match self.engine {
            Engine::Chromium | Engine::Firefox => "free_records",
            Engine::Webkit => "accept_records",
        })])
        .await;
        self.did("make room");
    }

    /// Fills the place for small texts to its last letter; every engine has room for 5,242,880.
    pub(crate) async fn fill_small_texts(&self) {
        self.in_room(vec![json!("fill_texts")]).await;
        self.did("fill the place for small texts");
    }

    /// Takes one step of the filler's script, with what it asks for.
    pub(crate) async fn in_room(&self, step: Vec<Value>) {
        self.is_worn.set(true);
        let done = self.run_async(FILLER, step.clone()).await;
        assert_eq!(done, Ok(Value::Null), "{step:?}");
    }
}
