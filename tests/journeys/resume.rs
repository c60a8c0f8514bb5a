//! Stopping, going back, coming back, and what is on the device meanwhile.

use crate::{
    browser::Browser,
    figures, people,
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
    olga.leave().await;
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
