//! Stopping, going back, coming back, and what is on the device meanwhile.

use crate::{
    browser::Browser,
    figures, forge, people,
    stage::{Stage, journey},
};

/// What an executive of the journeys has chosen at some questions, in words.
const CHOSEN: [(usize, &str); 6] = [
    (1, "3"),
    (2, "Yes"),
    (3, "Usually"),
    (4, "9"),
    (6, "2 to under 4 hours"),
    (18, "Within 4 weeks"),
];

async fn rosa_with_link(stage: &Stage) -> (std::rc::Rc<Browser>, String) {
    let olga = stage.person("Olga").await;
    let links = people::make_survey(&olga, &stage.site.address("#/start"), "Claims").await;
    stage.sees_off(olga).await;
    (stage.person("Rosa").await, links.executives)
}

#[test]
fn answers_survive_reload_and_back_at_every_step() {
    journey(async |stage| {
        let (rosa, link) = rosa_with_link(stage).await;
        people::begin(&rosa, &link).await;
        let keys = figures::executive(0);
        for (key, place) in keys.chars().zip(1..) {
            people::is_at_question(&rosa, place, keys.len()).await;
            rosa.key(&key.to_string()).await;
            rosa.reload().await;
            still_has(&rosa, place).await;
            rosa.press(if place == keys.len() {
                "Look over"
            } else {
                "Next"
            })
            .await;
        }
        rosa.heading("Look over your answers").await;
        rosa.reload().await;
        rosa.sees("Every question has an answer.").await;
        for place in (1..=keys.len()).rev() {
            rosa.back().await;
            still_has(&rosa, place).await;
        }
        rosa.back().await;
        rosa.sees("Go on where you stopped").await;
    });
}

/// The question shows what was chosen there.
async fn still_has(rosa: &Browser, place: usize) {
    people::is_at_question(rosa, place, 18).await;
    let chosen = rosa.chosen().await;
    match CHOSEN.iter().find(|(known, _)| *known == place) {
        Some((_, words)) => assert_eq!(chosen.as_deref(), Some(*words), "question {place}"),
        None => assert!(chosen.is_some(), "question {place} has lost its answer"),
    }
}

#[test]
fn coming_back_goes_on_where_one_stopped() {
    journey(async |stage| {
        let (rosa, link) = rosa_with_link(stage).await;
        people::begin(&rosa, &link).await;
        for (key, place) in figures::executive(0).chars().zip(1..=5) {
            people::is_at_question(&rosa, place, 18).await;
            rosa.key(&key.to_string()).await;
            rosa.key("Enter").await;
        }
        people::is_at_question(&rosa, 6, 18).await;
        rosa.open("about:blank").await;
        rosa.open(&link).await;
        rosa.press("Go on where you stopped").await;
        people::is_at_question(&rosa, 6, 18).await;
        rosa.open(&stage.site.address("#/")).await;
        rosa.press("Claims AI reality check · Your answers, not handed in yet")
            .await;
        rosa.press("Erase my answers from this device").await;
        rosa.sees("Surveys that you start").await;
        assert!(!rosa.storage_texts().await.contains("plumbline/sheet"));
    });
}

#[test]
fn a_code_stays_until_it_was_sent_and_then_nothing_does() {
    journey(async |stage| {
        let (rosa, link) = rosa_with_link(stage).await;
        people::begin(&rosa, &link).await;
        people::answer(&rosa, &figures::executive(0)).await;
        assert!(rosa.storage_texts().await.contains("plumbline/sheet"));
        let code = people::hand_in(&rosa).await;
        assert!(!rosa.storage_texts().await.contains("plumbline/sheet"));
        rosa.reload().await;
        assert_eq!(people::shown_code(&rosa).await, code);
        rosa.back().await;
        assert_eq!(people::shown_code(&rosa).await, code);
        rosa.open(&stage.site.address("#/")).await;
        rosa.press("Claims AI reality check · Your code, not sent yet")
            .await;
        assert_eq!(people::shown_code(&rosa).await, code);
        rosa.press("I have sent it: remove it from this device")
            .await;
        rosa.heading("Thank you").await;
        let stored = rosa.storage_texts().await;
        assert!(
            !stored.contains("plumbline/") && !stored.contains(&code),
            "{stored}"
        );
        rosa.back().await;
        rosa.does_not_see(&code).await;
    });
}

#[test]
fn back_and_reload_before_the_first_question_and_after_the_last_lose_nothing() {
    journey(async |stage| {
        let (rosa, link) = rosa_with_link(stage).await;
        rosa.open(&stage.site.address("#/")).await;
        rosa.sees("Surveys that you start").await;
        rosa.open(&link).await;
        rosa.sees("what do you expect?").await;
        rosa.reload().await;
        rosa.sees("what do you expect?").await;
        rosa.back().await;
        rosa.sees("Your answers, not handed in yet").await;
        rosa.forward().await;
        rosa.press("Begin").await;
        people::is_at_question(&rosa, 1, 18).await;
        rosa.back().await;
        rosa.press("Begin").await;
        people::answer(&rosa, &figures::executive(0)).await;
        let code = people::hand_in(&rosa).await;
        for _ in 0..2 {
            rosa.back().await;
            assert_eq!(people::shown_code(&rosa).await, code);
            rosa.reload().await;
            assert_eq!(people::shown_code(&rosa).await, code);
        }
        rosa.forward().await;
        rosa.press("I have sent it: remove it from this device")
            .await;
        rosa.heading("Thank you").await;
        rosa.reload().await;
        rosa.heading("Thank you").await;
        rosa.back().await;
        rosa.sees("It may have been handed in already.").await;
        rosa.reload().await;
        rosa.sees("It may have been handed in already.").await;
        assert_eq!(rosa.console_errors().await, [""; 0]);
    });
}

#[test]
fn back_and_reload_lose_nothing_of_the_organiser_either() {
    journey(async |stage| {
        let olga = stage.person("Olga").await;
        olga.open(&stage.site.address("#/")).await;
        olga.press("Start a survey").await;
        olga.heading("Start a survey").await;
        olga.type_into("The team’s name", "Not yet this").await;
        olga.reload().await;
        assert_eq!(olga.value_of("The team’s name").await, "Not yet this");
        olga.back().await;
        olga.heading("See how far AI expectations lean from reality")
            .await;
        olga.forward().await;
        assert_eq!(olga.value_of("The team’s name").await, "Not yet this");
        let links = people::open_survey(&olga, "Claims").await;
        olga.reload().await;
        assert_eq!(people::links(&olga).await, links);
        olga.back().await;
        olga.press("Claims AI reality check · Collecting answers")
            .await;
        people::collect(&olga, &forge::codes(&links.executives, 5).join("\n")).await;
        olga.sees("5 new ballots of executives came in.").await;
        olga.press("Close the survey…").await;
        olga.heading("Close now?").await;
        olga.reload().await;
        still_collects(&olga).await;
        olga.back().await;
        olga.heading("On this device").await;
        olga.forward().await;
        still_collects(&olga).await;
        people::close(&olga).await;
        has_results(&olga).await;
        olga.reload().await;
        has_results(&olga).await;
        olga.back().await;
        olga.press("See the results").await;
        has_results(&olga).await;
        assert_eq!(olga.console_errors().await, [""; 0]);
    });
}

#[test]
fn two_tabs_on_one_sheet_lose_no_answer_and_make_one_ballot() {
    journey(async |stage| {
        let (rosa, link) = rosa_with_link(stage).await;
        people::begin(&rosa, &link).await;
        let keys: Vec<String> = figures::executive(0).chars().map(String::from).collect();
        rosa.key(&keys[0]).await;
        rosa.key("Enter").await;
        people::is_at_question(&rosa, 2, keys.len()).await;
        rosa.open_beside(&link).await;
        rosa.press("Go on where you stopped").await;
        people::is_at_question(&rosa, 2, keys.len()).await;
        rosa.key(&keys[1]).await;
        rosa.key("Enter").await;
        people::is_at_question(&rosa, 3, keys.len()).await;
        rosa.look_at_tab(0).await;
        rosa.until("see the other tab’s answer", async || {
            let chosen = rosa.chosen().await;
            let is_there = chosen.as_deref() == Some(CHOSEN[1].1);
            is_there.then_some(()).ok_or(format!("it is {chosen:?}"))
        })
        .await;
        rosa.key("Enter").await;
        for (key, place) in keys.iter().zip(1..).skip(2) {
            people::is_at_question(&rosa, place, keys.len()).await;
            rosa.key(key).await;
            rosa.key("Enter").await;
        }
        rosa.sees("Every question has an answer.").await;
        let code = people::hand_in(&rosa).await;
        rosa.look_at_tab(1).await;
        rosa.heading("Your answers are sealed").await;
        assert_eq!(people::shown_code(&rosa).await, code);
        rosa.press("I have sent it: remove it from this device")
            .await;
        rosa.heading("Thank you").await;
        rosa.open(&link).await;
        rosa.sees("Begin").await;
        assert_eq!(rosa.console_errors().await, [""; 0]);
    });
}

#[test]
fn what_a_later_version_has_kept_stays_and_can_be_saved() {
    journey(async |stage| {
        let (rosa, link) = rosa_with_link(stage).await;
        people::begin(&rosa, &link).await;
        rosa.key("3").await;
        let script =
            "const [key] = Object.keys(localStorage).filter((key) => key.includes('/sheet/'));
            localStorage[key] = '2 of a later version';
            return key.split('/').pop();";
        let key = rosa.run(script, Vec::new()).await;
        let key = key.expect("the page can be asked");
        let key = key.as_str().expect("there is a sheet");
        rosa.open("about:blank").await;
        rosa.open(&link).await;
        rosa.sees("This browser keeps something of this survey that this page cannot read")
            .await;
        rosa.press("Begin").await;
        rosa.key("2").await;
        rosa.back().await;
        rosa.press("This device").await;
        rosa.sees("An unfinished sheet or a code that this version cannot read.")
            .await;
        rosa.press("Save it as a file").await;
        let name = format!("plumbline_unread_sheet-{key}.bin");
        let saved = rosa.downloaded(&name).await;
        assert_eq!(saved, b"2 of a later version");
        assert_eq!(rosa.console_errors().await, [""; 0]);
    });
}

/// All ballots are still in the box, and nothing is being closed.
async fn still_collects(olga: &Browser) {
    olga.heading("Collect").await;
    olga.does_not_see("Close now?").await;
    assert_eq!(people::ballots(olga).await, ["5", "0"]);
}

async fn has_results(olga: &Browser) {
    olga.heading("Executives and team, side by side").await;
    olga.sees("5 of 5 executives answered; team members: too few answers to show.")
        .await;
}
