//! Whether a browser keeps what it has, and when a backup is asked for.

use plumbline::text::device;

use crate::{
    browser::Browser,
    forge, people,
    stage::{Stage, journey},
};

/// What a browser can answer when it is asked whether it keeps everything, and what the page then says.
const ANSWERS: [(&str, &str); 4] = [
    ("{ persisted: async () => true }", device::KEEPS),
    ("{ persisted: async () => false }", device::MAY_DROP),
    (
        "{ persisted: () => Promise.reject(new TypeError('no')) }",
        device::UNKNOWN,
    ),
    ("undefined", device::UNKNOWN),
];

/// What it can answer when somebody wants it to keep everything.
const WHEN_ASKED: [(&str, &str); 2] = [
    ("async () => true", device::KEEPS),
    ("() => Promise.reject(new TypeError('no'))", device::UNKNOWN),
];

#[test]
fn the_page_says_whether_the_browser_has_agreed_to_keep_everything() {
    journey(async |stage| {
        let olga = stage.person("Olga").await;
        for (storage, words) in ANSWERS {
            looks_whether_it_lasts(stage, &olga, storage).await;
            olga.sees(words).await;
            let page = olga.visible_text().await.expect("the page can be read");
            for other in [device::KEEPS, device::MAY_DROP, device::UNKNOWN] {
                assert_eq!(page.contains(other), other == words, "{storage}: {other}");
            }
            // There is something to ask for only where it was not given yet.
            let can_ask = words == device::MAY_DROP;
            assert_eq!(page.contains(device::ASK), can_ask, "{storage}");
        }
        assert_eq!(olga.console_errors().await, [""; 0]);
    });
}

#[test]
fn a_browser_that_is_asked_to_keep_everything_has_its_answer_said() {
    journey(async |stage| {
        let olga = stage.person("Olga").await;
        for (persist, words) in WHEN_ASKED {
            let storage = format!("{{ persisted: async () => false, persist: {persist} }}");
            looks_whether_it_lasts(stage, &olga, &storage).await;
            olga.sees(device::MAY_DROP).await;
            olga.press(device::ASK).await;
            olga.sees(words).await;
            olga.does_not_see(device::MAY_DROP).await;
            olga.does_not_see(device::ASK).await;
        }
        assert_eq!(olga.console_errors().await, [""; 0]);
    });
}

/// Looks at what this device keeps, with this in place of what the browser has to keep it.
async fn looks_whether_it_lasts(stage: &Stage, person: &Browser, storage: &str) {
    // Another screen of the same document, in which nothing has been asked yet.
    person.open(&stage.site.address("device.html#/how")).await;
    person.does_not_see(device::LASTING).await;
    let script = format!(
        "Object.defineProperty(navigator, 'storage', {{ value: {storage}, configurable: true }});
        location.hash = '#/device';"
    );
    let changed = person.run(&script, Vec::new()).await;
    changed.expect("the page can be changed");
    person.heading(device::LASTING).await;
}

#[test]
fn a_backup_is_asked_for_louder_once_links_are_sent_and_as_ballots_come() {
    journey(async |stage| {
        let olga = stage.person("Olga").await;
        let links = people::make_survey(&olga, &stage.site.address("#/start"), "Claims").await;
        is_reminded(&olga, "No backup of this survey yet.", false).await;
        let copies = "navigator.clipboard.writeText = () => Promise.resolve();";
        let changed = olga.run(copies, Vec::new()).await;
        changed.expect("the page can be changed");
        olga.press("Copy link for the team").await;
        is_reminded(&olga, "No backup of this survey yet.", true).await;
        // Nobody has copied anything since the page was loaded.
        olga.reload().await;
        let codes = forge::codes(&links.team, 11);
        people::collect(&olga, &codes[..9].join("\n")).await;
        is_reminded(&olga, "No backup yet, and 9 ballots are only here.", false).await;
        people::collect(&olga, &codes[9]).await;
        is_reminded(&olga, "No backup yet, and 10 ballots are only here.", true).await;
        olga.press(device::SAVE).await;
        olga.sees(device::SAVED).await;
        olga.does_not_see("No backup yet").await;
        people::collect(&olga, &codes[10]).await;
        is_reminded(&olga, "1 ballot has come since your last backup.", false).await;
        assert_eq!(olga.console_errors().await, [""; 0]);
    });
}

/// Waits until the reminder of a backup begins so, and stands out or not.
async fn is_reminded(person: &Browser, words: &str, is_loud: bool) {
    let script = "const reminder = document.querySelector('.backup [role=status] p');
        return [reminder?.textContent ?? '', reminder?.matches('.notice') ?? false];";
    person
        .until(&format!("be reminded “{words}”"), async || {
            let now = person.run(script, Vec::new()).await?;
            let is_said = now[0].as_str().is_some_and(|now| now.starts_with(words));
            (is_said && now[1] == is_loud)
                .then_some(())
                .ok_or_else(|| now.to_string())
        })
        .await;
}
