//! One journey: its site, its people, and what is kept of it when it fails.

use std::{
    any::type_name_of_val,
    cell::RefCell,
    env, fs,
    panic::{AssertUnwindSafe, catch_unwind, resume_unwind},
    path::{Path, PathBuf},
    rc::Rc,
    sync::LazyLock,
};

use tokio::runtime::{Builder, Runtime};

use crate::{
    browser::Browser,
    engine::{Engine, Wish},
    program::Screen,
    reuse,
    site::Site,
};

/// What a journey starts with: the site is up, and nobody has come yet.
pub(crate) struct Stage {
    /// The built site, at the root of its server.
    pub(crate) site: Site,
    engine: Engine,
    screen: Option<Screen>,
    people: RefCell<Vec<Rc<Browser>>>,
}

/// What all journeys run on: the connection to a driver outlives a journey.
static RUNTIME: LazyLock<Runtime> = LazyLock::new(|| {
    let runtime = Builder::new_multi_thread()
        .worker_threads(1)
        .enable_all()
        .build();
    runtime.expect("a runtime can be made")
});

/// Walks one journey, and closes its server after it; its browsers wait for the next.
///
/// When it fails, a picture and the HTML of every page that is open are left in `target/journeys`.
pub(crate) fn journey(walk: impl AsyncFnOnce(&Stage)) {
    let name = test_name(type_name_of_val(&walk));
    let stage = Stage::new();
    let outcome = catch_unwind(AssertUnwindSafe(|| RUNTIME.block_on(walk(&stage))));
    let kept = match outcome {
        Ok(()) => Vec::new(),
        Err(_) => RUNTIME.block_on(stage.keep(&name)),
    };
    RUNTIME.block_on(stage.close(outcome.is_ok()));
    if let Err(reason) = outcome {
        if kept.is_empty() {
            resume_unwind(reason);
        }
        panic!("the pages as they were then:\n{}", kept.join("\n"));
    }
}

impl Stage {
    fn new() -> Self {
        let engine = Engine::chosen();
        let needs_screen = engine == Engine::Webkit && env::var_os("DISPLAY").is_none();
        Self {
            site: Site::serve("/"),
            engine,
            screen: needs_screen.then(Screen::start),
            people: RefCell::default(),
        }
    }

    /// Somebody with a device of their own, on which nothing is kept yet.
    pub(crate) async fn person(&self, name: &str) -> Rc<Browser> {
        self.welcome(name, Wish::Light).await
    }

    /// Somebody whose device asks pages for dark colours.
    pub(crate) async fn person_in_the_dark(&self, name: &str) -> Rc<Browser> {
        self.welcome(name, Wish::Dark).await
    }

    /// Somebody whose device asks pages for nothing that moves.
    pub(crate) async fn person_at_rest(&self, name: &str) -> Rc<Browser> {
        self.welcome(name, Wish::Still).await
    }

    async fn welcome(&self, name: &str, wish: Wish) -> Rc<Browser> {
        let display = self.screen.as_ref().map(|screen| screen.display.as_str());
        let browser = match reuse::take(name, wish) {
            Some(browser) => browser,
            None => Browser::start(self.engine, name, wish, display).await,
        };
        let browser = Rc::new(browser);
        self.people.borrow_mut().push(Rc::clone(&browser));
        browser.give_room(&self.site.address("")).await;
        browser
    }

    /// Keeps what every open page shows, and tells where.
    async fn keep(&self, test: &str) -> Vec<String> {
        let folder = kept_pages();
        let people = self.people.borrow().clone();
        let mut kept = Vec::new();
        for person in people.iter().filter(|person| person.is_open()) {
            let stem = format!("{test}-{}-{}", self.engine.name(), person.name);
            kept.extend(person.keep(&folder.join(stem)).await);
        }
        kept
    }

    /// Says goodbye to somebody who will not come back.
    pub(crate) async fn sees_off(&self, person: Rc<Browser>) {
        self.people
            .borrow_mut()
            .retain(|one| !Rc::ptr_eq(one, &person));
        self.part_with(person).await;
    }

    async fn close(&self, went_well: bool) {
        self.site.go_online();
        for person in self.people.take() {
            if went_well {
                self.part_with(person).await;
            } else {
                person.leave().await;
            }
        }
    }

    async fn part_with(&self, person: Rc<Browser>) {
        match Rc::try_unwrap(person) {
            Ok(browser) => reuse::give_back(browser, &self.site).await,
            Err(shared) => shared.leave().await,
        }
    }
}

/// `target/journeys`, wherever `target` is.
fn kept_pages() -> PathBuf {
    let target = Path::new(env!("CARGO_TARGET_TMPDIR")).parent();
    let folder = target.expect("it lies in target").join("journeys");
    fs::create_dir_all(&folder).expect("target can be written to");
    folder
}

/// The function in which a journey was written: `a::b::it_works::{{closure}}` gives `it_works`.
fn test_name(type_name: &str) -> String {
    let mut parts = type_name.rsplit("::").filter(|part| !part.starts_with('{'));
    parts.next().unwrap_or("journey").into()
}
