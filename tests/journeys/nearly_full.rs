//! A device with a few bytes left, never the same number: the page says so at once, and keeps what it has.

use std::env;

use plumbline::codec::{backup, code};
use serde_json::json;

use crate::{
    browser::Browser, engine::Engine, forge, full::FULL, people, stage::journey, stream::Told,
};

/// At most so many bytes are left: filler is halved until it fits, so what is left is less than twice what was asked.
const MOST_LEFT: usize = 32_768;

/// Ballots that come in with one paste are 1 to so many.
const MOST_BALLOTS: usize = 40;

/// In milliseconds: how soon a person must be told.
const SOON: f64 = 1_000.0;

#[test]
fn with_hardly_any_room_left_nothing_is_lost_and_the_page_says_so() {
    let Outcome { full, .. } = nearly_full(5);
    assert!(full > 0, "there was room every time");
}

/// `cargo xtask soak` says at how many points.
#[test]
#[ignore = "takes long; cargo xtask soak runs it"]
#[expect(clippy::print_stdout, reason = "a figure is there to be read")]
fn soak_room() {
    let points = env::var("PLUMBLINE_POINTS").expect("PLUMBLINE_POINTS says how many");
    let points = points.parse().expect("it is a number");
    let Outcome { full, longest } = nearly_full(points);
    println!(
        "SOAK {}: {points} times with 0 to 64 KB of room, {full} times too little; the page spoke within {longest:.0} ms; \
         what was kept before was the same every time, and a backup held all of it",
        Engine::chosen().name()
    );
    assert!(full > 0, "there was room every time");
    assert!(longest < SOON, "{longest} ms");
}

/// What came of all points.
#[derive(Debug, Default)]
struct Outcome {
    /// How often there was too little room.
    full: usize,
    /// The longest time until the page spoke, in milliseconds.
    longest: f64,
}

fn nearly_full(points: usize) -> Outcome {
    let mut outcome = Outcome::default();
    journey(async |stage| {
        let olga = stage.person("Olga").await;
        let links = people::make_survey(&olga, &stage.site.address("#/start"), "Claims").await;
        let codes = forge::many(&[links.executives, links.team], points * MOST_BALLOTS + 1);
        let (first, codes) = codes.split_first().expect("there are codes");
        people::collect(&olga, first).await;
        olga.sees("came in.").await;
        for (point, codes) in codes.chunks(MOST_BALLOTS).enumerate() {
            let left = 1 + point * MOST_LEFT / points;
            let ballots = 1 + point * 7 % MOST_BALLOTS;
            try_with(&olga, left, &codes[..ballots].join("\n"), &mut outcome).await;
        }
        assert_eq!(olga.console_errors().await, [""; 0]);
    });
    outcome
}

/// Puts a text into the box with about so many bytes of room, and again with enough.
async fn try_with(olga: &Browser, left: usize, text: &str, outcome: &mut Outcome) {
    let before = olga.records().await;
    olga.fill_database_up_to(left).await;
    let Told { told, longest } = press(olga, text).await;
    outcome.longest = outcome.longest.max(longest);
    let after = olga.records().await;
    if told[0] == "full" {
        outcome.full += 1;
        assert_eq!(after, before, "{left} bytes left");
        assert_eq!(olga.value_of(people::CODES).await, text);
        holds_all(olga, &before).await;
        olga.make_room().await;
        press_until_taken(olga, text).await;
    } else {
        olga.make_room().await;
    }
    let after = olga.records().await;
    let ballots = text.lines().count();
    assert_eq!(after.len(), before.len() + ballots, "{left} bytes left");
    // Only the number that counts changes up is another.
    let same = before.iter().filter(|record| after.contains(record));
    assert!(same.count() + 1 >= before.len(), "{left} bytes left");
    olga.does_not_see(FULL).await;
}

/// A backup that is made while there is no room holds every ballot of these records.
async fn holds_all(olga: &Browser, records: &[String]) {
    olga.press("Save a backup").await;
    let file = format!("plumbline_backup_{}.plumbline", people::today(olga).await);
    let (bytes, _) = olga.put_aside(&file, "full.plumbline").await;
    let backup = backup::decode(&bytes, None).expect("it can be read");
    let [survey] = backup.surveys.as_slice() else {
        panic!("{} surveys are in it", backup.surveys.len());
    };
    let mut saved = Vec::from_iter(survey.ballots.iter().map(code::encode));
    saved.sort();
    let kept = records.iter().filter_map(|record| {
        let (key, _) = record.strip_prefix("ballots ")?.split_once(' ')?;
        Some(key.split_once('/')?.1.to_owned())
    });
    assert_eq!(saved, Vec::from_iter(kept));
}

/// `Firefox` may say that there is no room for a moment longer than there is none.
async fn press_until_taken(olga: &Browser, text: &str) {
    for _ in 0..20 {
        if press(olga, text).await.told == ["taken"] {
            return;
        }
    }
    panic!("there is room again, and the page does not take what fits");
}

async fn press(olga: &Browser, text: &str) -> Told {
    olga.prepare_stream(&[text.to_owned()], Some(FULL)).await;
    olga.all_tabs_press().await;
    olga.stream_ends().await
}

impl Browser {
    /// Every record of the app's database, as text.
    pub(crate) async fn records(&self) -> Vec<String> {
        let script = "const done = arguments[arguments.length - 1];
            const request = indexedDB.open('plumbline');
            request.onsuccess = () => {
                const database = request.result;
                const records = [];
                const transaction = database.transaction([...database.objectStoreNames]);
                for (const name of database.objectStoreNames) {
                    transaction.objectStore(name).openCursor().onsuccess = ({ target: { result: cursor } }) => {
                        if (!cursor) return;
                        records.push(`${name} ${cursor.key} ${cursor.value}`);
                        cursor.continue();
                    };
                }
                transaction.oncomplete = () => { database.close(); done(records.sort()); };
            };";
        let records = self.run_async(script, Vec::new()).await;
        let records = records.expect("the page can be asked");
        serde_json::from_value(records).expect("they are texts")
    }

    /// Leaves about so many bytes of room in the database, and less than twice as many; none at all in `WebKit`, which cannot be filled.
    async fn fill_database_up_to(&self, left: usize) {
        if self.engine == Engine::Webkit {
            return self.fill_database().await;
        }
        let filled = self.in_room(vec![json!("fill_records"), json!(left)]);
        filled.await;
    }
}
