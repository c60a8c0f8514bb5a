//! Two tabs over one box, storage that is slow to open, and a browser that keeps nothing.

use std::env;

use serde_json::json;

use crate::{browser::Browser, engine::Engine, figures, forge, full::FULL, people, stage::journey};

/// How often two tabs try to get in each other's way.
const ROUNDS: usize = 6;

/// Codes that each tab brings in a round; the next tab brings the last of them again.
const CODES: usize = 10;

#[test]
fn what_comes_in_through_one_tab_is_there_in_the_other() {
    journey(async |stage| {
        let olga = stage.person("Olga").await;
        let links = people::make_survey(&olga, &stage.site.address("#/start"), "Claims").await;
        let rosa = stage.person("Rosa").await;
        let executive = people::code_of(&rosa, &links.executives, &figures::executive(0)).await;
        let team = people::code_of(&rosa, &links.team, &figures::team_member(0)).await;
        stage.sees_off(rosa).await;
        let survey = olga.address().await;
        olga.open_beside(&survey).await;
        olga.heading("Collect").await;
        people::collect(&olga, &executive).await;
        people::has_ballots(&olga, ["1", "0"]).await;
        olga.look_at_tab(0).await;
        people::has_ballots(&olga, ["1", "0"]).await;
        people::collect(&olga, &team).await;
        people::has_ballots(&olga, ["1", "1"]).await;
        olga.look_at_tab(1).await;
        people::has_ballots(&olga, ["1", "1"]).await;
        olga.reload().await;
        people::has_ballots(&olga, ["1", "1"]).await;
    });
}

#[test]
fn three_tabs_see_each_other_s_ballots_and_every_part_of_many() {
    journey(async |stage| {
        let olga = stage.person("Olga").await;
        let links = people::make_survey(&olga, &stage.site.address("#/start"), "Claims").await;
        let survey = olga.address().await;
        let codes = forge::many(&[links.team], 1_203);
        for _ in 0..2 {
            olga.open_beside(&survey).await;
            olga.heading("Collect").await;
        }
        for (tab, code) in codes[..3].iter().enumerate() {
            olga.look_at_tab(tab).await;
            people::collect(&olga, code).await;
            all_three_see(&olga, tab + 1).await;
        }
        // Of 600, the first 500 go in at once; then the page waits.
        olga.look_at_tab(2).await;
        olga.run(HOLD, Vec::new()).await.expect("it can be held up");
        people::collect(&olga, &codes[3..603].join("\n")).await;
        olga.look_at_tab(0).await;
        people::has_ballots(&olga, ["0", "503"]).await;
        olga.look_at_tab(2).await;
        let go_on = olga.run("window.journeyGoOn()", Vec::new()).await;
        go_on.expect("it goes on");
        all_three_see(&olga, 603).await;
        // Of 600 more, there is no room for the last 100.
        olga.run(FAIL, Vec::new())
            .await
            .expect("it can be made to fail");
        people::collect(&olga, &codes[603..1_203].join("\n")).await;
        olga.sees(FULL).await;
        all_three_see(&olga, 1_103).await;
        assert_eq!(olga.console_errors().await, [""; 0]);
    });
}

/// Lets one more change of the database through; then holds up whoever pauses, until it is told to go on.
const HOLD: &str = "const { transaction } = IDBDatabase.prototype;
    const { postMessage } = MessagePort.prototype;
    const held = [];
    let isHeld = false;
    IDBDatabase.prototype.transaction = function (...given) {
        const begun = transaction.apply(this, given);
        if (given[1] === 'readwrite') begun.addEventListener('complete', () => (isHeld = true));
        return begun;
    };
    MessagePort.prototype.postMessage = function (...given) {
        const post = () => postMessage.apply(this, given);
        if (isHeld) held.push(post);
        else post();
    };
    window.journeyGoOn = () => {
        IDBDatabase.prototype.transaction = transaction;
        MessagePort.prototype.postMessage = postMessage;
        held.forEach((post) => post());
    };";

/// Lets one more change of the database through; there is no room for those after it.
const FAIL: &str = "const { transaction } = IDBDatabase.prototype;
    let left = 1;
    IDBDatabase.prototype.transaction = function (...given) {
        if (given[1] === 'readwrite' && left-- < 1) {
            throw new DOMException('there is no room', 'QuotaExceededError');
        }
        return transaction.apply(this, given);
    };";

/// Waits until every tab shows so many ballots of the team, one after another.
async fn all_three_see(olga: &Browser, ballots: usize) {
    for tab in [0, 1, 2] {
        olga.look_at_tab(tab).await;
        people::has_ballots(olga, ["0", &ballots.to_string()]).await;
    }
}

#[test]
fn ballots_that_one_tab_brings_are_seen_in_two_others_that_nobody_looks_at() {
    sights(3);
}

/// `PLUMBLINE_SIGHTS` says how often.
#[test]
#[ignore = "measures; cargo xtask soak runs it"]
#[expect(clippy::print_stdout, reason = "a figure is there to be read")]
fn soak_sights() {
    let times = env::var("PLUMBLINE_SIGHTS").expect("PLUMBLINE_SIGHTS says how often");
    let times = times.parse().expect("it is a number");
    let longest = sights(times);
    println!(
        "SOAK {}: {times} times ballots through one of three tabs; the two others showed them at most {longest:.0} ms after \
         it had said so",
        Engine::chosen().name()
    );
}

/// Brings one ballot, then two, then three and so on through three tabs in turn. Gives the longest time from when a tab
/// has said that they came in until another shows them, in milliseconds.
fn sights(times: usize) -> f64 {
    let mut longest: f64 = 0.0;
    journey(async |stage| {
        let olga = stage.person("Olga").await;
        let links = people::make_survey(&olga, &stage.site.address("#/start"), "Claims").await;
        let survey = olga.address().await;
        for _ in 0..2 {
            olga.open_beside(&survey).await;
            olga.heading("Collect").await;
        }
        for tab in 0..3 {
            olga.look_at_tab(tab).await;
            let noted = olga.run(NOTE_SIGHTS, Vec::new()).await;
            noted.expect("the page can be watched");
        }
        let codes = forge::many(&[links.team], times * (times + 1) / 2);
        let mut from = 0;
        for new in 1..=times {
            let (bringing, to) = (new % 3, from + new);
            olga.look_at_tab(bringing).await;
            people::collect(&olga, &codes[from..to].join("\n")).await;
            let said = seen_at(&olga, &format!("{new} came in")).await;
            for tab in (0..3).filter(|tab| *tab != bringing) {
                olga.look_at_tab(tab).await;
                let seen = seen_at(&olga, &format!("{to} in the box")).await;
                longest = longest.max(seen - said);
            }
            from = to;
        }
        assert_eq!(olga.console_errors().await, [""; 0]);
    });
    longest
}

/// From now on notes when the page first says how many ballots of the team came in, and when it first shows how many are
/// in the box, by a clock that all tabs share.
const NOTE_SIGHTS: &str = "const noted = (window.journeySights = {});
    const look = () => {
        const now = performance.timeOrigin + performance.now();
        const said = /(\\d+) new ballots? of the team came in/.exec(document.body.textContent);
        if (said) noted[`${said[1]} came in`] ??= now;
        const isBox = ({ caption }) => caption?.textContent.trim() === 'Sealed ballots in the box';
        const box = [...document.querySelectorAll('table')].find(isBox);
        const team = box?.tBodies[0].rows[1]?.cells[1]?.textContent.trim();
        if (team) noted[`${team} in the box`] ??= now;
    };
    new MutationObserver(look).observe(document.body, { subtree: true, childList: true, characterData: true });
    look();";

/// When this tab first showed something, in milliseconds, as soon as it has.
async fn seen_at(olga: &Browser, what: &str) -> f64 {
    let script = "return window.journeySights[arguments[0]]";
    olga.until(&format!("see “{what}”"), async || {
        let at = olga.run(script, vec![json!(what)]).await?;
        at.as_f64().ok_or_else(|| "it was not there yet".into())
    })
    .await
}

#[test]
fn what_two_tabs_add_at_the_same_moment_is_all_there_once() {
    journey(async |stage| {
        let olga = stage.person("Olga").await;
        let links = people::make_survey(&olga, &stage.site.address("#/start"), "Claims").await;
        let survey = olga.address().await;
        olga.open_beside(&survey).await;
        olga.heading("Collect").await;
        let all = u8::try_from(ROUNDS * CODES).expect("they are few");
        let executives = forge::codes(&links.executives, all);
        let team = forge::codes(&links.team, all);
        for round in 0..ROUNDS {
            let (from, to) = (round * CODES, (round + 1) * CODES);
            let mixed = [&executives[from + CODES / 2..to], &team[from..to]].concat();
            at_the_same_moment(&olga, &executives[from..to], &mixed).await;
            let expected = to.to_string();
            people::has_ballots(&olga, [&expected, &expected]).await;
            olga.look_at_tab(0).await;
            people::has_ballots(&olga, [&expected, &expected]).await;
        }
        for tab in [0, 1] {
            olga.look_at_tab(tab).await;
            olga.reload().await;
            let expected = all.to_string();
            people::has_ballots(&olga, [&expected, &expected]).await;
        }
        assert_eq!(olga.console_errors().await, [""; 0]);
    });
}

/// Puts texts into the box through both tabs, neither waiting for the other.
async fn at_the_same_moment(olga: &Browser, first: &[String], second: &[String]) {
    for (tab, codes) in [(0, first), (1, second)] {
        olga.look_at_tab(tab).await;
        olga.paste_into(people::CODES, &codes.join("\n")).await;
        olga.press_with_all_tabs("Put into the box").await;
    }
    olga.all_tabs_press().await;
}

#[test]
fn a_survey_made_before_the_storage_has_opened_is_not_lost() {
    journey(async |stage| {
        let olga = stage.person("Olga").await;
        // A page without the app, whose origin is the app's.
        olga.open(&stage.site.address("no-such-page")).await;
        olga.heading("There is no page at this address").await;
        hold_the_database(&olga).await;
        olga.open_beside(&stage.site.address("#/start")).await;
        olga.paste_into("The team’s name", "Claims").await;
        olga.paste_into("Executives invited", "5").await;
        olga.paste_into("Team members invited", "8").await;
        olga.press("Open the survey and get the links").await;
        olga.all_tabs_press().await;
        olga.heading("Claims").await;
        olga.heading("Team link").await;
    });
}

/// Is just making the app's database, and does not get done before it hears from another tab.
async fn hold_the_database(olga: &Browser) {
    let script = "const [done] = arguments;
        let isHeld = true;
        new BroadcastChannel('journey').onmessage = () => { isHeld = false; };
        const request = indexedDB.open('plumbline', 1);
        request.onupgradeneeded = () => {
            const shelves = ['surveys', 'ballots', 'tallies'];
            const [shelf] = shelves.map((name) => request.result.createObjectStore(name));
            const hold = () => { if (isHeld) shelf.count().onsuccess = hold; };
            hold();
            done(null);
        };
        request.onsuccess = () => request.result.close();";
    let held = olga.run_async(script, Vec::new()).await;
    held.expect("the page can be asked");
}

#[test]
fn what_a_later_version_keeps_is_left_until_it_is_to_be_erased() {
    journey(async |stage| {
        let olga = stage.person("Olga").await;
        olga.open(&stage.site.address("no-such-page")).await;
        olga.heading("There is no page at this address").await;
        keep_as_a_later_version(&olga).await;
        olga.open(&stage.site.address("device.html#/device")).await;
        olga.sees("A newer version of Plumbline has stored data")
            .await;
        olga.sees("There is more, which this page cannot open")
            .await;
        assert!(olga.storage_texts().await.contains(LATER));
        olga.press("Erase everything…").await;
        olga.heading("Erase it for good?").await;
        olga.press("Erase for good").await;
        olga.sees("It is erased.").await;
        olga.sees("Nothing is kept here.").await;
        olga.does_not_see("A newer version of Plumbline has stored data")
            .await;
        let kept = olga.storage_texts().await;
        assert!(!kept.contains(LATER), "{kept}");
        people::make_survey(&olga, &stage.site.address("#/start"), "Claims").await;
        olga.reload().await;
        olga.heading("Claims").await;
    });
}

/// What a later version has kept.
const LATER: &str = "words of a later version";

async fn keep_as_a_later_version(olga: &Browser) {
    let script = "const [text, done] = arguments;
        const request = indexedDB.open('plumbline', 99);
        request.onupgradeneeded = () => request.result.createObjectStore('surveys').put(text, 'one');
        request.onsuccess = () => { request.result.close(); done(null); };";
    let kept = olga.run_async(script, vec![LATER.into()]).await;
    kept.expect("the page can be asked");
}

#[test]
fn where_nothing_can_be_kept_the_page_says_so_and_works() {
    journey(async |stage| {
        stage.site.forbid_storage();
        let olga = stage.person("Olga").await;
        let links = people::make_survey(&olga, &stage.site.address("#/start"), "Claims").await;
        olga.sees("This browser keeps nothing for this page").await;
        olga.sees("so this device cannot be handed round").await;
        olga.does_not_see("Start with executives").await;
        // Her page must stay open; those who answer at her device have a page of their own.
        olga.open_beside(&links.executives).await;
        let mut codes = Vec::new();
        for person in 0..figures::EXECUTIVES {
            people::begin(&olga, &links.executives).await;
            people::answer_with_links(&olga, &figures::executive(person)).await;
            codes.push(people::hand_in(&olga).await);
            olga.press("I have sent it: remove it from this device")
                .await;
            olga.heading("Thank you").await;
        }
        olga.look_at_tab(0).await;
        people::collect(&olga, &codes.join("\n")).await;
        people::has_ballots(&olga, ["5", "0"]).await;
        olga.press("Close the survey…").await;
        olga.heading("Close now?").await;
        olga.press("Open, count and drop the ballots").await;
        // The results are in the link: no other page can find them in this browser.
        olga.press("See the results in a new tab; keep this one open")
            .await;
        olga.look_at_newest_tab().await;
        olga.heading("Executives and team, side by side").await;
        olga.sees("5 of 5 executives answered").await;
    });
}
