//! Result links that mail, chat and forgers have spoiled, in every document that opens them.

use plumbline::codec::{result_link, tally};

use crate::{
    article::{earlier, same},
    engine::Engine,
    forge,
    stage::journey,
    taking_away::open_example,
};

/// Where result links open, before the link's fragment.
const DOCUMENTS: [&str; 4] = [
    "results.html#",
    "meeting.html#/deck/",
    "meeting.html#/cards/",
    "meeting.html#/notes/",
];

/// Over a link that does not open.
const BAD_LINK: &str = "This link cannot be opened";

/// What is said of it.
const CUT: &str = "The end of the link is missing.";
const CHANGED: &str = "The link was changed on its way, or is none of Plumbline’s.";
const FORGED: &str = "This link was not made by Plumbline, or somebody changed it on purpose: no survey has such results.";
const LATER: &str = "The link was made by another version of Plumbline.";

/// The fold for an earlier tally, its field and its button.
const COMPARE: &str = "Compare with an earlier tally";
const EARLIER: &str = "Earlier result link";
const PRESS: &str = "Compare";

/// A question that was asked in other words, and its dimension.
const REWORDED: &str = "Shared an AI tip in the past 30 days";
const ITS_DIMENSION: &str = "Sharing and learning";

const MEGABYTE: usize = 1 << 20;

#[test]
fn a_result_link_that_was_spoiled_is_named_in_every_document() {
    journey(async |stage| {
        let rita = stage.person("Rita").await;
        let link = result_link::encode(&same()).expect("it fits");
        let place = link.len() / 2;
        let other = if link[place..].starts_with('x') {
            "y"
        } else {
            "x"
        };
        let spoiled = [
            (link[..link.len() - 20].to_owned(), CUT),
            (link[..2].to_owned(), CUT),
            (
                format!("{}{other}{}", &link[..place], &link[place + 1..]),
                CHANGED,
            ),
            (forge::forged(&link), FORGED),
            (forge::later(&link, 3), LATER),
        ];
        for document in DOCUMENTS {
            for (spoiled, sentence) in &spoiled {
                rita.open(&stage.site.address(&format!("{document}{spoiled}")))
                    .await;
                rita.heading(BAD_LINK).await;
                rita.sees(sentence).await;
            }
        }
        assert_eq!(rita.console_errors().await, [""; 0]);
    });
}

#[test]
fn two_megabytes_are_no_result_link() {
    journey(async |stage| {
        let rita = stage.person("Rita").await;
        let longest = match rita.engine {
            // It does not go to longer addresses.
            Engine::Firefox => MEGABYTE - 100,
            Engine::Chromium => 2 * MEGABYTE - 100,
            Engine::Webkit => 2 * MEGABYTE,
        };
        let start = stage.site.address("results.html#r=");
        let endless = format!("{start}{}", "A".repeat(longest - start.len()));
        rita.open(&endless).await;
        rita.heading(BAD_LINK).await;
        rita.sees(CHANGED).await;
        open_example(stage, &rita).await;
        rita.press(COMPARE).await;
        let endless = format!("r={}", "A".repeat(2 * MEGABYTE));
        rita.paste_into(EARLIER, &endless).await;
        rita.press(PRESS).await;
        rita.sees(CHANGED).await;
        // It was in nobody's way: the real link does it.
        let link = result_link::encode(&earlier(0)).expect("it fits");
        rita.paste_into(EARLIER, &link).await;
        rita.press(PRESS).await;
        rita.heading("What has changed since November 2025").await;
        assert_eq!(rita.console_errors().await, [""; 0]);
    });
}

#[test]
fn a_wave_with_questions_reworded_compares_the_others_and_says_so() {
    journey(async |stage| {
        let rita = stage.person("Rita").await;
        open_example(stage, &rita).await;
        rita.press(COMPARE).await;
        let reworded = reworded(&tally::encode(&earlier(0)));
        let file = rita.is_sent("earlier.json", reworded.as_bytes());
        rita.bring("Earlier tally file or picture", &file).await;
        rita.heading("What has changed since November 2025").await;
        let said = format!("Asked in other words then, so not compared: {REWORDED}.");
        rita.sees(&said).await;
        rita.sees(&format!("Not compared as a whole: {ITS_DIMENSION}."))
            .await;
        let dimensions = rita.text_of_table("Then and now: the dimensions").await;
        assert_eq!(dimensions.len(), 1 + 5, "{dimensions:?}");
        assert!(!dimensions.iter().any(|row| row[0] == ITS_DIMENSION));
        let mut compared = Vec::new();
        for number in 1..=3 {
            let table = format!("Then and now: questions, {number}");
            let rows = rita.text_of_table(&table).await;
            compared.extend(rows.into_iter().skip(1).map(|row| row[0].clone()));
        }
        assert_eq!(compared.len(), 17, "{compared:?}");
        assert!(!compared.iter().any(|label| label == REWORDED));
        assert_eq!(rita.console_errors().await, [""; 0]);
    });
}

/// The same tally, one of its questions asked in other words.
fn reworded(tally: &str) -> String {
    let mut tally: serde_json::Value = serde_json::from_str(tally).expect("it is JSON");
    let question = tally
        .pointer_mut("/dimensions/2/items/0/team/question")
        .expect("it is there");
    *question = "Have you shared a tip about AI this month?".into();
    tally.to_string()
}
