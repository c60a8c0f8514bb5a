//! One device goes from hand to hand, and nobody finds on it what somebody else has answered.

use crate::{browser::Browser, figures, people, stage::journey};

/// People of each side.
const EACH: usize = 5;

/// How many steps back everybody tries to look over the shoulder of the one before.
const PEEK: usize = 3;

#[test]
fn a_device_handed_round_keeps_nobodys_answers() {
    journey(async |stage| {
        let device = stage.person("device").await;
        people::make_survey(&device, &stage.site.address("#/start"), "Claims").await;
        let survey = device.address().await;
        device.press("Start with executives").await;
        round(&device, &survey, figures::executive).await;
        device.press("Start with the team").await;
        round(&device, &survey, figures::team_member).await;
        people::close(&device).await;
        for (caption, rows) in figures::tables(EACH) {
            let expected = Vec::from_iter(rows.iter().map(figures::Row::cells));
            let table = figures::without_evidence(device.text_of_table(&caption).await);
            assert_eq!(table, expected, "{caption}");
        }
        assert_eq!(device.console_errors().await, [""; 0]);
    });
}

/// Five people, one after another, each beginning where the one before has ended.
async fn round(device: &Browser, survey: &str, keys: impl Fn(usize) -> String) {
    device.sees("sealed into this device’s box").await;
    let intro = device.address().await;
    for person in 0..EACH {
        let keys = keys(person);
        device.press("Begin").await;
        people::answer(device, &keys).await;
        device.press("Seal into this device’s box").await;
        device.heading("Thank you").await;
        let is_last = person + 1 == EACH;
        nothing_is_left(
            device,
            &intro,
            &keys,
            if is_last { keys.len() } else { PEEK },
        )
        .await;
        device.open(&intro).await;
    }
    device.open(survey).await;
    device.heading("Collect").await;
}

/// Checks the screen, the address, the storage, and so many steps of the history.
async fn nothing_is_left(device: &Browser, intro: &str, keys: &str, back: usize) {
    assert_eq!(device.address().await, format!("{intro}/done"));
    device
        .sees("nothing of your answers is left on the screen")
        .await;
    nothing_is_stored(device).await;
    let of = keys.len();
    for place in (1..=of).rev().take(back) {
        device.back().await;
        nothing_is_chosen(device, place, of).await;
    }
    device.reload().await;
    nothing_is_chosen(device, of + 1 - back, of).await;
    nothing_is_stored(device).await;
}

async fn nothing_is_chosen(device: &Browser, place: usize, of: usize) {
    people::is_at_question(device, place, of).await;
    let chosen = device.chosen().await;
    assert_eq!(
        chosen, None,
        "question {place} shows what somebody has answered"
    );
}

/// Everything but the database is empty; that holds the survey and sealed ballots.
async fn nothing_is_stored(device: &Browser) {
    let stored = device.storage_texts().await;
    let (beside, database) = stored
        .split_once("indexedDB")
        .expect("all places were read");
    let empty = "localStorage\nsessionStorage\ncookies\n\nname of the window\n\nstate of the history\nnull\n";
    assert_eq!(beside, empty);
    assert!(!database.contains("not readable"), "{database}");
    let (_, ballots) = database.split_once("store ballots\n").expect("it is read");
    let (ballots, others) = ballots.split_once("store surveys\n").expect("it is read");
    // Its count, whose byte 10 begins a new line, and for each ballot its sealed code with one byte of version.
    for ballot in ballots.lines().skip_while(|line| !line.contains('/')) {
        let (_, code) = ballot.split_once('/').expect("it is a ballot");
        let (code, version) = code.split_once(": ").expect("it is a record");
        assert!(people::is_code(code) && version == "\u{1} 01", "{ballot}");
    }
    assert!(others.trim_end().ends_with("store tallies"), "{others}");
}
