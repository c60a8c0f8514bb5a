//! A browser is killed while ballots come in: none that the page has acknowledged is lost.
//!
//! The browser has no driver; its page does by itself what it is ordered ([`pilot`](crate::pilot)). A kill ends every
//! process of the browser at the same moment, without a word. The next visit, on the same profile, shows what is left.

use std::{
    collections::BTreeSet,
    env, thread,
    time::{Duration, SystemTime, UNIX_EPOCH},
};

use serde_json::{Value, json};

use crate::{
    engine::Engine,
    forge, people,
    pilot::{Pilot, Seat},
    plain::{Plain, Profile},
    program::Screen,
    site::Site,
};

/// Texts that a visit puts into the box if nothing kills it; far more than it gets to.
const TEXTS: usize = 40;

/// A kill waits for one acknowledgement, or for up to so many.
const MOST_ACKNOWLEDGED: u64 = 12;

/// A kill comes up to so many microseconds after that: about two texts later.
const MOMENT: u64 = 30_000;

/// What the page says when it has taken something.
const CAME: &str = "came in.";

#[test]
fn what_the_page_has_acknowledged_outlives_a_kill_of_the_browser() {
    let outcome = Soak::new("kills").run(3);
    assert!(outcome.acknowledged >= 1, "{outcome:?}");
}

/// `cargo xtask soak` says how many.
#[test]
#[ignore = "takes long; cargo xtask soak runs it"]
#[expect(clippy::print_stdout, reason = "a figure is there to be read")]
fn soak_kills() {
    let kills = env::var("PLUMBLINE_KILLS").expect("PLUMBLINE_KILLS says how many");
    let outcome = Soak::new("soak-kills").run(kills.parse().expect("it is a number"));
    println!(
        "SOAK {}: {kills} kills, {} ballots acknowledged, 0 of them lost, 0 stores unreadable",
        Engine::chosen().name(),
        outcome.acknowledged
    );
}

/// One survey on one profile, and what is known of it.
struct Soak {
    seat: Seat,
    site: Site,
    profile: Profile,
    screen: Option<Screen>,
    chance: Chance,
}

/// What came of all kills.
#[derive(Debug, Default)]
struct Outcome {
    acknowledged: usize,
}

impl Soak {
    fn new(name: &str) -> Self {
        let engine = Engine::chosen();
        let needs_screen = engine == Engine::Webkit && env::var_os("DISPLAY").is_none();
        let (pilot, seat) = Pilot::new();
        Self {
            seat,
            site: Site::piloted(pilot),
            profile: Profile::new(engine, name),
            screen: needs_screen.then(Screen::start),
            chance: Chance::new(),
        }
    }

    fn run(mut self, kills: usize) -> Outcome {
        let (survey, links) = self.make();
        let codes = forge::many(&links, kills * TEXTS);
        let mut acknowledged = BTreeSet::new();
        let mut from = 0;
        for kill in 0..kills {
            let browser = self.visit(&survey, &codes[from..from + TEXTS]);
            self.holds_all(&acknowledged, &codes[..from]);
            let wanted = 1 + self.chance.below(MOST_ACKNOWLEDGED);
            let mut told = self.hear_added(wanted);
            thread::sleep(Duration::from_micros(self.chance.below(MOMENT)));
            browser.kill();
            told.extend(self.seat.heard());
            told.retain(|told| told["what"] == "added");
            acknowledged.extend(told.iter().map(|told| text(&told["text"])));
            assert!(told.len() < TEXTS, "kill {kill} came after everything");
            // One more may have been on its way.
            from += told.len() + 1;
        }
        let browser = self.visit(&survey, &[]);
        self.holds_all(&acknowledged, &codes[..from]);
        browser.kill();
        Outcome {
            acknowledged: acknowledged.len(),
        }
    }

    /// Makes a survey through the page. That browser is killed as well, as soon as the links are seen.
    fn make(&self) -> (String, [String; 2]) {
        self.seat.order(json!({
            "order": "make",
            "fields": [["The team’s name", "Claims"], ["Executives invited", "5"], ["Team members invited", "8"]],
            "open": "Open the survey and get the links",
        }));
        let browser = self.open(&self.site.address("#/start"));
        let made = self.hear();
        browser.kill();
        let links = [0, 1].map(|place| text(&made["links"][place]));
        (text(&made["address"]), links)
    }

    fn visit(&self, survey: &str, texts: &[String]) -> Plain {
        self.seat.order(json!({
            "order": "add",
            "caption": "Sealed ballots in the box",
            "label": people::CODES,
            "put": "Put into the box",
            "came": CAME,
            "texts": texts,
        }));
        self.open(survey)
    }

    fn open(&self, address: &str) -> Plain {
        let display = self.screen.as_ref().map(|screen| screen.display.as_str());
        self.profile.open(address, display)
    }

    /// Checks what a new visit finds: all that was acknowledged, nothing but what was sent, and nothing unreadable.
    fn holds_all(&self, acknowledged: &BTreeSet<String>, sent: &[String]) {
        let found = self.hear();
        assert_eq!(found["what"], "found", "{found}");
        let keys = found["keys"].as_array().expect("keys are listed");
        let keys = keys.iter().filter_map(Value::as_str);
        let held: BTreeSet<&str> = keys
            .filter_map(|key| Some(key.split_once('/')?.1))
            .collect();
        for code in acknowledged {
            assert!(held.contains(code.as_str()), "LOST: {code}");
        }
        let sent: BTreeSet<&str> = sent.iter().map(String::as_str).collect();
        assert!(held.is_subset(&sent), "more is there than was sent");
        let shown = found["shown"].as_array().expect("numbers are shown");
        let shown: u64 = shown.iter().filter_map(Value::as_u64).sum();
        assert_eq!(shown, held.len() as u64, "{found}");
        let page = text(&found["page"]);
        assert!(!page.contains("could not be read"), "{page}");
        assert!(!page.contains("keeps nothing"), "{page}");
    }

    fn hear_added(&self, number: u64) -> Vec<Value> {
        (0..number).map(|_| self.hear()).collect()
    }

    fn hear(&self) -> Value {
        // The page's own failure would not say why its browser did not start.
        let told = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| self.seat.hear()));
        told.unwrap_or_else(|_| panic!("the browser said:\n{}", self.profile.log()))
    }
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

/// Numbers that nobody chose.
struct Chance(u64);

impl Chance {
    fn new() -> Self {
        let now = SystemTime::now().duration_since(UNIX_EPOCH);
        Self(now.map_or(1, |now| u64::from(now.subsec_nanos()) << 8 | 1))
    }

    /// One from 0, under `limit` (xorshift).
    fn below(&mut self, limit: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % limit
    }
}
