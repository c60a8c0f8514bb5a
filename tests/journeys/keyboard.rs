//! The whole way without a mouse.

use crate::{browser::Browser, figures, forge, people, stage::journey};

/// More stops than this no screen has.
const STOPS: usize = 150;

#[test]
fn everything_can_be_done_with_the_keyboard() {
    journey(async |stage| {
        let olga = stage.person("Olga").await;
        olga.open(&stage.site.address("#/")).await;
        olga.sees("Surveys that you start").await;
        make_survey(&olga).await;
        let links = people::links(&olga).await;
        let rosa = stage.person("Rosa").await;
        rosa.open(&links.executives).await;
        let code = answer(&rosa).await;
        stage.sees_off(rosa).await;
        tab_to(&olga, people::CODES).await;
        let others = forge::codes(&links.executives, 4).join(" ");
        type_keys(&olga, &format!("{code} {others}")).await;
        tab_to(&olga, "Put into the box").await;
        olga.key("Space").await;
        olga.sees("5 new ballots of executives came in.").await;
        close(&olga).await;
        assert_eq!(olga.console_errors().await, [""; 0]);
    });
}

/// Closes, looks at the results, and saves them.
async fn close(olga: &Browser) {
    tab_to(olga, "Close the survey…").await;
    olga.key("Enter").await;
    olga.heading("Close now?").await;
    tab_to(olga, "Open, count and drop the ballots").await;
    olga.key("Enter").await;
    olga.heading("Executives and team, side by side").await;
    tab_to(olga, "Download the tally").await;
    olga.key("Enter").await;
    let today = people::today(olga).await;
    let file = format!("plumbline_claims_tally_{today}.json");
    let tally = olga.downloaded(&file).await;
    assert!(tally.starts_with(b"{"));
}

async fn make_survey(olga: &Browser) {
    tab_to(olga, "Start a survey").await;
    olga.key("Enter").await;
    olga.heading("Start a survey").await;
    let fields = [
        ("The team’s name", "Claims"),
        ("Executives invited", "5"),
        ("Team members invited", "8"),
    ];
    for (field, words) in fields {
        tab_to(olga, field).await;
        type_keys(olga, words).await;
    }
    olga.key("Enter").await;
    olga.heading("Claims").await;
}

/// Answers, changes the last answer, hands in, and says that the code was sent.
async fn answer(rosa: &Browser) -> String {
    rosa.sees("Begin").await;
    tab_to(rosa, "Begin").await;
    rosa.key("Enter").await;
    let keys = figures::executive(0);
    people::is_at_question(rosa, 1, keys.len()).await;
    with_arrows(rosa).await;
    people::answer(rosa, &keys).await;
    change_the_last(rosa, keys.len()).await;
    tab_to(rosa, "Seal and hand in").await;
    rosa.key("Enter").await;
    rosa.heading("Your answers are sealed").await;
    let code = people::shown_code(rosa).await;
    tab_to(rosa, "I have sent it: remove it from this device").await;
    rosa.key("Enter").await;
    rosa.heading("Thank you").await;
    code
}

/// Arrows go through the answers, from the first to the last and round.
async fn with_arrows(rosa: &Browser) {
    let steps = [
        ("ArrowDown", "0"),
        ("ArrowRight", "1"),
        ("ArrowUp", "0"),
        ("ArrowLeft", "I don’t know"),
        ("ArrowDown", "0"),
    ];
    for (key, answer) in steps {
        rosa.key(key).await;
        rosa.until(&format!("choose “{answer}”"), async || {
            let chosen = rosa.chosen().await;
            (chosen.as_deref() == Some(answer))
                .then_some(())
                .ok_or_else(|| format!("{chosen:?} is chosen"))
        })
        .await;
    }
}

async fn change_the_last(rosa: &Browser, of: usize) {
    rosa.sees("Within 4 weeks").await;
    tab_until(rosa, "the last answer", |name| {
        name.ends_with("Within 4 weeks")
    })
    .await;
    rosa.key("Enter").await;
    people::is_at_question(rosa, of, of).await;
    rosa.key("5").await;
    rosa.key("Enter").await;
    rosa.heading("Look over your answers").await;
    rosa.sees("27 to 52 weeks").await;
}

/// Presses Tab until what has this name has the keyboard.
pub(crate) async fn tab_to(person: &Browser, name: &str) {
    tab_until(person, name, |focused| focused == name).await;
}

/// Presses Tab until what is meant has the keyboard.
pub(crate) async fn tab_until(person: &Browser, wanted: &str, is_meant: impl Fn(&str) -> bool) {
    let mut passed = Vec::new();
    while passed.len() < STOPS {
        person.key("Tab").await;
        let focused = person.focused_name().await;
        if is_meant(&focused) {
            return;
        }
        passed.push(focused);
    }
    panic!("Tab does not come to “{wanted}”, but to {passed:?}");
}

/// Types letter by letter.
pub(crate) async fn type_keys(person: &Browser, words: &str) {
    for letter in words.chars() {
        person.key(&letter.to_string()).await;
    }
}
