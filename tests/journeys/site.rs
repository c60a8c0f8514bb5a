//! The built site behind a small server of our own, which keeps count of what is asked of it.

use std::{
    env, fs,
    io::{self, BufRead, BufReader, Write},
    net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream},
    path::{Path, PathBuf},
    sync::{
        Arc, Mutex,
        atomic::{AtomicBool, Ordering},
    },
    thread::{self, JoinHandle},
    time::Duration,
};

use crate::{
    engine::Engine,
    pilot::{self, Pilot},
    traces::is_icon,
};

/// Where the script lies that hears the page's errors, for engines whose driver does not tell them.
pub(crate) const EAR: &str = "journey-ear.js";

/// Where a script lies whose program stops itself.
pub(crate) const STOP: &str = "journey-stop.js";

/// How long a connection may stay silent; browsers open some that they never use.
const SILENCE: Duration = Duration::from_secs(30);

/// Takes the page's right to keep anything, as a browser does that forbids storage.
///
/// Not for `WebKit`, which then finds no script of ours to be of the page's own origin.
const NO_STORAGE: &str = "Access-Control-Allow-Origin: *\r\n\
    Content-Security-Policy: sandbox allow-scripts allow-downloads allow-forms allow-modals allow-popups\r\n";

/// A running server; it stops when dropped.
pub(crate) struct Site {
    address: SocketAddr,
    desk: Arc<Desk>,
    thread: Option<JoinHandle<()>>,
}

/// What the threads of one server share.
struct Desk {
    folder: PathBuf,
    prefix: String,
    engine: Engine,
    requests: Mutex<Vec<String>>,
    is_offline: AtomicBool,
    has_lost_programs: AtomicBool,
    forbids_storage: AtomicBool,
    is_closed: AtomicBool,
    pilot: Option<Pilot>,
}

/// One answer.
struct Answer {
    status: &'static str,
    kind: &'static str,
    /// Whether the body is compressed with brotli.
    is_brotli: bool,
    body: Vec<u8>,
}

/// What a page's WebAssembly is served as.
const PROGRAM: &str = "application/wasm";

/// Told of a compressed body.
const BROTLI: &str = "Content-Encoding: br\r\n";

impl Site {
    /// Serves the built site under `prefix`, which starts and ends with a slash.
    pub(crate) fn serve(prefix: &str) -> Self {
        Self::with_pilot(prefix, None)
    }

    /// The same, with a script in every page that does what a pilot orders.
    pub(crate) fn piloted(pilot: Pilot) -> Self {
        Self::with_pilot("/", Some(pilot))
    }

    fn with_pilot(prefix: &str, pilot: Option<Pilot>) -> Self {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("no free port");
        let desk = Arc::new(Desk {
            folder: built_site(),
            prefix: prefix.into(),
            engine: Engine::chosen(),
            requests: Mutex::default(),
            is_offline: AtomicBool::new(false),
            has_lost_programs: AtomicBool::new(false),
            forbids_storage: AtomicBool::new(false),
            is_closed: AtomicBool::new(false),
            pilot,
        });
        let address = listener.local_addr().expect("it is bound");
        let shared = Arc::clone(&desk);
        Self {
            address,
            desk,
            thread: Some(thread::spawn(move || attend(&listener, &shared))),
        }
    }

    /// The address of the start page; `rest` follows it, such as `#/start`.
    pub(crate) fn address(&self, rest: &str) -> String {
        format!("http://{}{}{rest}", self.address, self.desk.prefix)
    }

    /// The paths asked for so far, in order, without the pages' icon.
    pub(crate) fn requests(&self) -> Vec<String> {
        let mut asked = self.desk.requests.lock().unwrap().clone();
        asked.retain(|path| !is_icon(path));
        asked
    }

    /// From now on no request is answered.
    pub(crate) fn go_offline(&self) {
        self.desk.is_offline.store(true, Ordering::SeqCst);
    }

    /// Requests are answered again.
    pub(crate) fn go_online(&self) {
        self.desk.is_offline.store(false, Ordering::SeqCst);
    }

    /// From now on no program of a page is found.
    pub(crate) fn lose_programs(&self) {
        self.desk.has_lost_programs.store(true, Ordering::SeqCst);
    }

    /// Pages opened from now on find every kind of storage forbidden.
    pub(crate) fn forbid_storage(&self) {
        self.desk.forbids_storage.store(true, Ordering::SeqCst);
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        self.desk.is_closed.store(true, Ordering::SeqCst);
        // The thread waits for a connection: this is it. If it fails, the thread is gone already.
        let _ = TcpStream::connect(self.address);
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

/// The folder that `PLUMBLINE_SITE` names, otherwise `dist`.
fn built_site() -> PathBuf {
    let folder = env::var_os("PLUMBLINE_SITE").map_or_else(
        || Path::new(env!("CARGO_MANIFEST_DIR")).join("dist"),
        PathBuf::from,
    );
    let index = folder.join("index.html");
    assert!(
        index.is_file(),
        "{} is missing; build the site first",
        index.display()
    );
    folder
}

fn attend(listener: &TcpListener, desk: &Arc<Desk>) {
    for stream in listener.incoming().flatten() {
        if desk.is_closed.load(Ordering::SeqCst) {
            return;
        }
        let desk = Arc::clone(desk);
        // A browser that hangs up early is no failure of the journey.
        thread::spawn(move || drop(desk.serve(&stream)));
    }
}

impl Desk {
    fn serve(&self, mut stream: &TcpStream) -> io::Result<()> {
        stream.set_read_timeout(Some(SILENCE))?;
        let mut reader = BufReader::new(stream);
        let mut lines = (&mut reader).lines();
        let request = lines.next().unwrap_or(Ok(String::new()))?;
        let heads = lines.map_while(|line| line.ok().filter(|line| !line.is_empty()));
        let length = heads.filter_map(|head| pilot::length(&head)).last();
        let Some(path) = request.split(' ').nth(1) else {
            return Ok(());
        };
        if let Some(pilot) = &self.pilot
            && let Some(answer) = pilot.answer(path, length.unwrap_or(0), &mut reader)
        {
            return stream.write_all(answer.as_bytes());
        }
        if self.is_offline.load(Ordering::SeqCst) {
            return Ok(());
        }
        let answer = self.answer(path);
        let is_sandboxed = self.forbids_storage() && self.engine != Engine::Webkit;
        let more = if is_sandboxed { NO_STORAGE } else { "" };
        let encoding = if answer.is_brotli { BROTLI } else { "" };
        write!(
            stream,
            "HTTP/1.1 {}\r\nContent-Type: {}\r\nContent-Length: {}\r\n\
             Cache-Control: no-cache\r\nConnection: close\r\n{encoding}{more}\r\n",
            answer.status,
            answer.kind,
            answer.body.len(),
        )?;
        stream.write_all(&answer.body)
    }

    fn answer(&self, path: &str) -> Answer {
        let within = path.strip_prefix(self.prefix.as_str());
        if within == Some(EAR) {
            return Answer::found("text/javascript", self.ear());
        }
        if within == Some(STOP) {
            return Answer::found("text/javascript", include_bytes!("stop.js").into());
        }
        self.requests.lock().unwrap().push(path.into());
        within
            .and_then(|within| self.file(within))
            .unwrap_or_else(|| self.missing())
    }

    fn file(&self, within: &str) -> Option<Answer> {
        let name = within.split('?').next().unwrap_or_default();
        let name = if name.is_empty() { "index.html" } else { name };
        if name.split('/').any(|part| part == "..") {
            return None;
        }
        let kind = kind(name);
        if kind == PROGRAM && self.has_lost_programs.load(Ordering::SeqCst) {
            return None;
        }
        // Only where a site was compressed beforehand, as it is to be weighed.
        if let Ok(body) = fs::read(self.folder.join(format!("{name}.br"))) {
            return Some(Answer {
                is_brotli: true,
                ..Answer::found(kind, body)
            });
        }
        let body = fs::read(self.folder.join(name)).ok()?;
        Some(Answer::found(kind, self.with_ear(kind, body)))
    }

    /// What a static host answers where there is nothing: its own page for that.
    fn missing(&self) -> Answer {
        let body = fs::read(self.folder.join("404.html")).unwrap_or_default();
        Answer {
            status: "404 Not Found",
            kind: kind("404.html"),
            is_brotli: false,
            body: self.with_ear(kind("404.html"), body),
        }
    }

    fn ear(&self) -> Vec<u8> {
        let mut script = include_str!("ear.js").to_owned();
        if self.forbids_storage() && self.engine == Engine::Webkit {
            script.push_str(include_str!("no-storage.js"));
        }
        script.into_bytes()
    }

    fn forbids_storage(&self) -> bool {
        self.forbids_storage.load(Ordering::SeqCst)
    }

    /// Puts the script that hears errors before everything else in a page.
    fn with_ear(&self, kind: &str, body: Vec<u8>) -> Vec<u8> {
        let is_silent = self.engine == Engine::Chromium && self.pilot.is_none();
        if is_silent || !kind.starts_with("text/html") {
            return body;
        }
        let page = String::from_utf8(body).expect("pages are UTF-8");
        assert!(page.contains("<head>"), "a page has no <head> to listen in");
        let mut ear = format!("<head><script src=\"{}{EAR}\"></script>", self.prefix);
        if self.pilot.is_some() {
            ear.push_str(pilot::TAG);
        }
        page.replacen("<head>", &ear, 1).into_bytes()
    }
}

impl Answer {
    fn found(kind: &'static str, body: Vec<u8>) -> Self {
        Self {
            status: "200 OK",
            kind,
            is_brotli: false,
            body,
        }
    }
}

/// The MIME type of a file by its name.
fn kind(name: &str) -> &'static str {
    match name.rsplit('.').next().unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "js" => "text/javascript",
        "wasm" => PROGRAM,
        "css" => "text/css",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        "json" => "application/json",
        "webmanifest" => "application/manifest+json",
        "txt" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

#[test]
fn every_page_can_be_read_before_its_program_is_there_and_asks_for_that_at_once() {
    for page in [
        "index.html",
        "answer.html",
        "results.html",
        "meeting.html",
        "device.html",
        "camera.html",
    ] {
        let html = fs::read_to_string(built_site().join(page)).expect("the page is built");
        let (head, body) = html.split_once("</head>").expect("it has a head");
        let asked = head.split("<link ");
        let asked = asked.filter(|link| {
            link.starts_with("rel=\"modulepreload\" href=\"./")
                || (link.starts_with("rel=\"preload\" href=\"./") && link.contains("_bg.wasm\""))
        });
        assert_eq!(asked.count(), 2, "{page}");
        for words in [
            "<div id=\"shell\">",
            "class=\"lead\"",
            "Opening the page…",
            "<noscript>",
        ] {
            assert!(body.contains(words), "{page} has no {words}");
        }
    }
}
