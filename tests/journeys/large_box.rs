//! A box of thousands: opened without a freeze, and whole after a reload in the middle of it.

use std::time::Instant;

use serde_json::Value;

use crate::{
    browser::Browser,
    forge,
    people::{self, Links},
    stage::journey,
};

/// Ballots in the box that is measured.
const BENCH: usize = 10_000;

/// Ballots in the chat that is measured, and about how many bytes it has.
const CHAT: usize = 1_000;
const CHAT_SIZE: usize = 1_000_000;

/// Ballots in the box that is reloaded: opening them takes long enough to be seen.
const RELOADED: usize = 1_000;

#[test]
fn a_reload_in_the_middle_of_opening_loses_nothing() {
    journey(async |stage| {
        let olga = stage.person("Olga").await;
        let links = survey_of_many(&olga, &stage.site.address("#/start"), RELOADED).await;
        put(&olga, &codes(&links, RELOADED).join("\n"), RELOADED).await;
        for _ in 0..3 {
            olga.press("Close the survey…").await;
            olga.heading("Close now?").await;
            olga.press("Open, count and drop the ballots").await;
            olga.until("see it opening", async || {
                let script = "return document.querySelector('progress')?.value > 0";
                let is_opening = olga.run(script, Vec::new()).await?;
                let is_over = olga.address().await.contains("results.html");
                (is_opening == true || is_over)
                    .then_some(())
                    .ok_or_else(|| "it is not".into())
            })
            .await;
            olga.reload().await;
            if is_counted(&olga).await {
                return;
            }
            let half = (RELOADED / 2).to_string();
            assert_eq!(people::ballots(&olga).await, [half.clone(), half]);
        }
        people::close(&olga).await;
        assert!(is_counted(&olga).await);
        assert_eq!(olga.console_errors().await, [""; 0]);
    });
}

/// Waits until the page shows either the whole count or the box as it was.
async fn is_counted(olga: &Browser) -> bool {
    let half = RELOADED / 2;
    let counted = format!("{half} of {half} executives answered; {half} of {half} team members");
    olga.until("see the count, or the box", async || {
        let page = olga.visible_text().await?;
        match (
            page.contains(&counted),
            page.contains("Sealed ballots in the box"),
        ) {
            (true, _) => Ok(true),
            (false, true) => Ok(false),
            (false, false) => Err("neither is there".into()),
        }
    })
    .await
}

/// `cargo xtask bench box` runs it.
#[test]
#[ignore = "measures; cargo xtask bench box runs it"]
fn bench_box() {
    journey(async |stage| {
        let olga = stage.person("Olga").await;
        let links = survey_of_many(&olga, &stage.site.address("#/start"), BENCH).await;
        let (seconds, freezes) = put(&olga, &codes(&links, BENCH).join("\n"), BENCH).await;
        print(
            &format!("{BENCH} ballots pasted in: {seconds:.2} s"),
            &freezes,
        );
        olga.press("Close the survey…").await;
        olga.heading("Close now?").await;
        watch(&olga).await;
        let start = Instant::now();
        olga.press("Open, count and drop the ballots").await;
        olga.until("see the results", async || {
            let is_there = olga.address().await.contains("results.html");
            is_there.then_some(()).ok_or_else(|| "not yet".into())
        })
        .await;
        olga.heading("Executives and team, side by side").await;
        let shown = start.elapsed().as_secs_f64();
        let script = "return JSON.parse(sessionStorage.getItem('journey-freezes'))";
        let freezes = olga.run(script, Vec::new()).await;
        let freezes = freezes.expect("the page kept its measurements");
        let seconds = (number(&freezes, "left") - number(&freezes, "start")) / 1_000.0;
        let each = seconds * 1_000.0 / f64::from(u16::try_from(BENCH).expect("it fits"));
        print(
            &format!(
                "{BENCH} ballots opened, counted and dropped: {seconds:.2} s, {each:.3} ms each; results shown after {shown:.2} s"
            ),
            &freezes,
        );
        olga.sees("5,000 of 5,000 executives answered; 5,000 of 5,000 team members")
            .await;
    });
}

/// `cargo xtask bench box` runs it.
#[test]
#[ignore = "measures; cargo xtask bench box runs it"]
fn bench_chat() {
    journey(async |stage| {
        let olga = stage.person("Olga").await;
        let links = survey_of_many(&olga, &stage.site.address("#/start"), CHAT).await;
        let chat = chat(&codes(&links, CHAT));
        let (_, freezes) = put(&olga, &chat, CHAT).await;
        let after = |what| number(&freezes, what) - number(&freezes, "pressed");
        print(
            &format!(
                "{CHAT} ballots out of a chat of {} bytes: all found {:.0} ms after the press, all in the box after {:.0} ms",
                chat.len(),
                after("looked"),
                after("came"),
            ),
            &freezes,
        );
    });
}

/// Codes as they come in a chat, among what people write.
fn chat(codes: &[String]) -> String {
    let talk = "I did mine on the train this morning, it takes about four minutes. ";
    let lines = codes.iter().zip(0..).map(|(code, number)| {
        let head = format!(
            "[25/11/2026, {:02}:{:02}] +44 7700 900{:03}: ",
            number / 60 % 24,
            number % 60,
            number % 1_000
        );
        let rest = CHAT_SIZE / codes.len() - head.len() - code.len() - 2;
        let talk: String = talk.chars().cycle().take(rest).collect();
        format!("{head}{code}\n{talk}\n")
    });
    lines.collect()
}

#[expect(clippy::print_stdout, reason = "a measurement is there to be read")]
fn print(what: &str, freezes: &Value) {
    println!(
        "BENCH {what}; longest freeze {:.0} ms, {} over 50 ms; longest frame {:.0} ms",
        number(freezes, "longestTask"),
        number(freezes, "tasks"),
        number(freezes, "longestFrame"),
    );
}

fn number(value: &Value, name: &str) -> f64 {
    value[name].as_f64().unwrap_or_default()
}

async fn watch(olga: &Browser) {
    let watched = olga.run(include_str!("large_box.js"), Vec::new()).await;
    watched.expect("the page can be watched");
}

/// Makes a survey for half as many people on each side.
async fn survey_of_many(olga: &Browser, start: &str, people: usize) -> Links {
    olga.open(start).await;
    let half = (people / 2).to_string();
    olga.type_into("The team’s name", "Claims").await;
    olga.type_into("Executives invited", &half).await;
    olga.type_into("Team members invited", &half).await;
    olga.press("Open the survey and get the links").await;
    olga.heading("Claims").await;
    people::links(olga).await
}

/// So many codes, as many of each side.
fn codes(links: &Links, ballots: usize) -> Vec<String> {
    forge::many(&[links.executives.clone(), links.team.clone()], ballots)
}

/// Pastes text with so many codes in; how many seconds that took, and how long the page froze.
async fn put(olga: &Browser, text: &str, ballots: usize) -> (f64, Value) {
    olga.paste_into(people::CODES, text).await;
    watch(olga).await;
    let start = Instant::now();
    olga.press("Put into the box").await;
    olga.sees("came in.").await;
    let seconds = start.elapsed().as_secs_f64();
    let freezes = olga.run("return window.journeyFreezes", Vec::new()).await;
    let half = (ballots / 2).to_string();
    assert_eq!(people::ballots(olga).await, [half.clone(), half]);
    (seconds, freezes.expect("the page was watched"))
}
