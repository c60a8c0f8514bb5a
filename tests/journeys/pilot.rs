//! What a page is ordered to do, and what it tells, over HTTP: for a browser that no driver holds.
//!
//! `WebKit` keeps nothing under a driver, and a driver may be slower to kill than its browser.

use std::{
    io::Read,
    sync::{
        Arc, Mutex,
        mpsc::{self, Receiver, Sender},
    },
    time::Duration,
};

use serde_json::{Value, json};

/// Brings the pilot's script into a page.
pub(crate) const TAG: &str = "<script src=\"/journey-pilot/script.js\"></script>";

/// How long a page may say nothing. It is far more than it needs.
const PATIENCE: Duration = Duration::from_secs(90);

/// The server's end.
#[derive(Debug)]
pub(crate) struct Pilot {
    order: Arc<Mutex<Value>>,
    told: Sender<Value>,
}

/// The end of the one who gives orders.
#[derive(Debug)]
pub(crate) struct Seat {
    order: Arc<Mutex<Value>>,
    told: Receiver<Value>,
}

impl Pilot {
    /// Both ends.
    pub(crate) fn new() -> (Self, Seat) {
        let (told, hears) = mpsc::channel();
        let order = Arc::new(Mutex::new(json!({})));
        let seat = Seat {
            order: Arc::clone(&order),
            told: hears,
        };
        (Self { order, told }, seat)
    }

    /// The whole answer to a request, if it is for a pilot; `body` follows the request's head.
    pub(crate) fn answer(&self, path: &str, length: u64, body: &mut impl Read) -> Option<String> {
        let (kind, content) = match path.strip_prefix("/journey-pilot/")? {
            "script.js" => ("text/javascript", include_str!("pilot.js").to_owned()),
            "order" => ("application/json", self.order.lock().unwrap().to_string()),
            "told" => {
                let mut text = String::new();
                body.take(length).read_to_string(&mut text).ok()?;
                // A page that was killed in the middle of a word has said nothing.
                let told = serde_json::from_str(&text).ok()?;
                // Nobody listens any more once the test is over.
                let _ = self.told.send(told);
                ("text/plain", String::new())
            }
            _ => return None,
        };
        let length = content.len();
        Some(format!(
            "HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\nContent-Length: {length}\r\n\
             Cache-Control: no-store\r\nConnection: close\r\n\r\n{content}"
        ))
    }
}

impl Seat {
    /// What the next document that is loaded is to do.
    pub(crate) fn order(&self, order: Value) {
        *self.order.lock().unwrap() = order;
    }

    /// The next thing that the page tells.
    ///
    /// Panics when it tells nothing for long, or that it failed.
    pub(crate) fn hear(&self) -> Value {
        let told = self.told.recv_timeout(PATIENCE);
        let told = told.unwrap_or_else(|_| panic!("the page says nothing any more"));
        assert_ne!(told["what"], "failed", "{told}");
        told
    }

    /// What has come in meanwhile.
    pub(crate) fn heard(&self) -> Vec<Value> {
        self.told.try_iter().collect()
    }
}

/// How long a body is, if this line of a request's head says so.
pub(crate) fn length(head: &str) -> Option<u64> {
    let (name, value) = head.split_once(':')?;
    name.eq_ignore_ascii_case("content-length")
        .then(|| value.trim().parse().ok())
        .flatten()
}
