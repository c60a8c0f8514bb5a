//! One person's browser: its driver, its home, and waiting for what its page shows.

use std::{
    cell::{Cell, RefCell},
    collections::BTreeSet,
    fs::{self, File},
    io::{Read, Write},
    net::{Ipv4Addr, TcpListener, TcpStream},
    path::{Path, PathBuf},
    sync::Mutex,
    time::{Duration, Instant},
};

use serde_json::Value;
use thirtyfour::{Capabilities, WebDriver, WindowHandle};
use tokio::time::{sleep, timeout};

use crate::{
    engine::{Engine, Wish, downloads, film, profile},
    home::{self, Home},
    program::Program,
    warm,
};

/// How long anything on a page may take; far more than a person would wait.
const PATIENCE: Duration = Duration::from_secs(40);

/// How often the page is looked at meanwhile.
const POLL: Duration = Duration::from_millis(50);

/// How soon it is looked at again after the first look in vain: most things are there in a moment.
const SOON: Duration = Duration::from_millis(10);

/// How long a driver may take to start, or a browser to go.
const START: Duration = Duration::from_secs(20);

/// How much of a page a failure shows.
const SHOWN: usize = 2_000;

/// How many of the last steps a failure tells.
const STEPS: usize = 8;

/// The viewport that everybody starts with.
const VIEWPORT: (u32, u32) = (1_280, 900);

/// A browser with a profile of its own, controlled through its driver.
pub(crate) struct Browser {
    /// Who sits before it.
    pub(crate) name: String,
    /// What draws its pages.
    pub(crate) engine: Engine,
    /// What it asks all pages for.
    pub(crate) wish: Wish,
    /// The session with its driver.
    pub(crate) driver: WebDriver,
    /// Its tabs, in the order in which they were opened; drivers list them in any order.
    pub(crate) tabs: RefCell<Vec<WindowHandle>>,
    /// Errors that its pages told so far.
    pub(crate) heard: RefCell<Vec<String>>,
    /// Something was done to it that the next journey would feel.
    pub(crate) is_worn: Cell<bool>,
    steps: RefCell<Vec<String>>,
    // Before `home`: the program must be gone when its home goes.
    program: RefCell<Option<Program>>,
    home: Home,
}

impl Browser {
    /// Starts a driver, and a browser through it.
    pub(crate) async fn start(
        engine: Engine,
        name: &str,
        wish: Wish,
        display: Option<&str>,
    ) -> Self {
        let home = Home::new();
        if engine == Engine::Firefox {
            warm::furnish(home.folder()).await;
        }
        Self::start_in(home, engine, name, wish, display).await
    }

    /// The same with nothing in its home that would let it start sooner.
    pub(crate) async fn start_cold(
        engine: Engine,
        name: &str,
        wish: Wish,
        display: Option<&str>,
    ) -> Self {
        Self::start_in(Home::new(), engine, name, wish, display).await
    }

    async fn start_in(
        home: Home,
        engine: Engine,
        name: &str,
        wish: Wish,
        display: Option<&str>,
    ) -> Self {
        engine.furnish(home.folder(), wish);
        let mut environment = engine.environment(home.folder());
        environment.extend(display.map(|display| ("DISPLAY", display.to_owned())));
        let port = free_port();
        let log = File::create(home.log()).expect("its home is new");
        let mut program = Program::start(&engine.driver(port), &environment, log);
        wait_for_driver(&mut program, port, &home).await;

        let driver = connect(port, engine.capabilities(home.folder(), wish), &home).await;
        let tab = driver.window().await.expect("it has a tab");
        let browser = Self {
            name: name.into(),
            engine,
            wish,
            driver,
            tabs: RefCell::new(vec![tab]),
            heard: RefCell::default(),
            is_worn: Cell::new(false),
            steps: RefCell::default(),
            program: RefCell::new(Some(program)),
            home,
        };
        browser.take_seat().await;
        browser
    }

    /// Gives its window the size that everybody starts with.
    pub(crate) async fn take_seat(&self) {
        self.resize(VIEWPORT.0, VIEWPORT.1).await;
    }

    /// Forgets who sat before it, and their files.
    pub(crate) fn forget(&self) {
        self.heard.take();
        self.steps.take();
        for place in [self.downloads(), self.shelf(), self.film()] {
            home::remove(&place);
        }
        fs::create_dir_all(self.downloads()).expect("its home can be written to");
    }

    /// Closes it for good.
    pub(crate) async fn leave(&self) {
        if !self.is_open() {
            return;
        }
        // Firefox tidies up for as long as another one takes to start, and all of it is dropped.
        if self.engine == Engine::Firefox {
            self.end();
        } else {
            self.quit().await;
        }
    }

    /// Asks it to go, and ends it when it does not.
    pub(crate) async fn quit(&self) {
        let has_left = matches!(timeout(START, self.driver.clone().quit()).await, Ok(Ok(())));
        if has_left {
            self.program.take();
        } else {
            self.end();
        }
    }

    fn end(&self) {
        // Ending its driver ends it. Asking again would only block.
        let _ = self.driver.clone().leak();
        self.program.take();
    }

    /// Has it not been closed yet?
    pub(crate) fn is_open(&self) -> bool {
        self.program.borrow().is_some()
    }

    /// Where its files are saved.
    pub(crate) fn downloads(&self) -> PathBuf {
        downloads(self.home.folder())
    }

    /// Where files lie that are not fresh from a page.
    pub(crate) fn shelf(&self) -> PathBuf {
        self.home.folder().join("shelf")
    }

    /// Where its profile lies.
    pub(crate) fn profile(&self) -> PathBuf {
        profile(self.home.folder())
    }

    /// Where the film lies that its camera plays.
    pub(crate) fn film(&self) -> PathBuf {
        film(self.home.folder())
    }

    /// Runs the body of a function in the page.
    pub(crate) async fn run(&self, script: &str, given: Vec<Value>) -> Result<Value, String> {
        let answer = self.driver.execute(script, given).await;
        answer
            .map(|answer| answer.json().clone())
            .map_err(|error| error.to_string())
    }

    /// Runs a body in the page that calls its last argument when it is done.
    pub(crate) async fn run_async(&self, script: &str, given: Vec<Value>) -> Result<Value, String> {
        let answer = self.driver.execute_async(script, given).await;
        answer
            .map(|answer| answer.json().clone())
            .map_err(|error| error.to_string())
    }

    /// Looks again and again until `look` finds what is `wanted`.
    ///
    /// Panics when that takes too long, with what it looked for, what `look` found wrong at last,
    /// and what the page shows.
    pub(crate) async fn until<T>(
        &self,
        wanted: &str,
        mut look: impl AsyncFnMut() -> Result<T, String>,
    ) -> T {
        let end = Instant::now() + PATIENCE;
        let mut pause = SOON;
        loop {
            match look().await {
                Ok(found) => {
                    self.did(wanted);
                    return found;
                }
                Err(why) if Instant::now() > end => self.give_up(wanted, &why).await,
                Err(_) => sleep(pause).await,
            }
            pause = POLL.min(2 * pause);
        }
    }

    /// Notes a step, for the story that a failure tells.
    pub(crate) fn did(&self, step: &str) {
        self.steps.borrow_mut().push(step.into());
    }

    async fn give_up(&self, wanted: &str, why: &str) -> ! {
        let steps = self.steps.take();
        let steps = steps[steps.len().saturating_sub(STEPS)..].join(", ");
        let page = self.visible_text().await.unwrap_or_else(|error| error);
        let shown: String = page.chars().take(SHOWN).collect();
        let address = self.address().await;
        let errors = self.console_errors().await.join("\n");
        panic!(
            "{} waited in vain: {wanted}: {why}\nbefore: {steps}\nat: {address}\nthe page:\n{shown}\n\
             errors: {errors}",
            self.name
        );
    }

    /// Saves a picture and the HTML of the page, as far as it still answers; returns the files.
    pub(crate) async fn keep(&self, stem: &Path) -> Vec<String> {
        let picture = timeout(PATIENCE, self.driver.screenshot_as_png()).await;
        let source = timeout(PATIENCE, self.driver.source()).await;
        let picture = picture.into_iter().flatten();
        let source = source.into_iter().flatten();
        picture
            .map(|bytes| ("png", bytes))
            .chain(source.map(|text| ("html", text.into_bytes())))
            .filter_map(|(ending, bytes)| {
                let file = format!("{}.{ending}", stem.display());
                fs::write(&file, bytes).ok().map(|()| file)
            })
            .collect()
    }
}

/// A port that nobody listens on, and that no other journey has been given.
fn free_port() -> u16 {
    static GIVEN: Mutex<BTreeSet<u16>> = Mutex::new(BTreeSet::new());
    loop {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("no free port");
        let port = listener.local_addr().expect("it is bound").port();
        if GIVEN.lock().unwrap().insert(port) {
            return port;
        }
    }
}

async fn wait_for_driver(program: &mut Program, port: u16, home: &Home) {
    let end = Instant::now() + START;
    while !answers(port) {
        assert!(
            program.is_running() && Instant::now() < end,
            "the driver does not answer; it said:\n{}",
            home.said()
        );
        sleep(SOON).await;
    }
}

/// Does a driver on this port say that it is ready?
fn answers(port: u16) -> bool {
    let ask = || -> std::io::Result<String> {
        let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, port))?;
        stream.set_read_timeout(Some(POLL * 20))?;
        write!(
            stream,
            "GET /status HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: close\r\n\r\n"
        )?;
        let mut answer = [0; 12];
        stream.read_exact(&mut answer)?;
        Ok(String::from_utf8_lossy(&answer).into_owned())
    };
    ask().is_ok_and(|answer| answer.ends_with("200"))
}

async fn connect(port: u16, capabilities: Value, home: &Home) -> WebDriver {
    let Value::Object(capabilities) = capabilities else {
        unreachable!("capabilities are an object")
    };
    WebDriver::builder(
        format!("http://127.0.0.1:{port}"),
        Capabilities::from(capabilities),
    )
    .await
    .unwrap_or_else(|error| panic!("no browser: {error}\nits driver said:\n{}", home.said()))
}
