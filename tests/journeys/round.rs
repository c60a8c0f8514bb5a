//! A device in a round: who is quiet, who is next, and who may leave.

use crate::{
    browser::Browser,
    figures, people,
    stage::{Stage, journey},
};

/// The question to whoever is quiet.
const ASKED: &str = "Are you still there?";

/// Quiet for so long one is asked, in milliseconds.
const PATIENCE: u64 = 121_000;

/// And after so much longer gone.
const GRACE: u64 = 31_000;

#[test]
fn who_is_quiet_is_asked_and_leaves_nothing_behind() {
    journey(async |stage| {
        let device = stage.person("device").await;
        let (_, intro) = round(stage, &device).await;
        device.press("Begin").await;
        people::is_at_question(&device, 1, 17).await;
        device.key("3").await;
        time_goes_by(&device, PATIENCE).await;
        device.heading(ASKED).await;
        // The key means only that somebody is there.
        device.key("5").await;
        device.does_not_see(ASKED).await;
        assert_eq!(device.chosen().await.as_deref(), Some("3"));
        time_goes_by(&device, PATIENCE).await;
        device.press("I am still here").await;
        device.does_not_see(ASKED).await;
        assert_eq!(device.chosen().await.as_deref(), Some("3"));
        time_goes_by(&device, PATIENCE).await;
        device.sees("Otherwise your answers are erased in").await;
        time_goes_by(&device, GRACE).await;
        device.does_not_see(ASKED).await;
        device.sees("sealed into this device’s box").await;
        assert_eq!(device.address().await, intro);
        device.press("Begin").await;
        people::is_at_question(&device, 1, 17).await;
        assert_eq!(device.chosen().await, None);
        assert_eq!(device.console_errors().await, [""; 0]);
    });
}

#[test]
fn the_start_of_somebody_who_went_away_is_erased_too() {
    journey(async |stage| {
        let device = stage.person("device").await;
        round(stage, &device).await;
        device.press("Begin").await;
        people::is_at_question(&device, 1, 17).await;
        device.key("3").await;
        device.press("Back").await;
        device.sees("Go on where you stopped").await;
        time_goes_by(&device, PATIENCE + GRACE).await;
        device.does_not_see("Go on where you stopped").await;
        device.press("Begin").await;
        people::is_at_question(&device, 1, 17).await;
        assert_eq!(device.chosen().await, None);
    });
}

#[test]
fn the_next_turn_comes_by_itself_and_the_words_are_gone() {
    journey(async |stage| {
        let device = stage.person("device").await;
        let (_, intro) = round(stage, &device).await;
        device.press("Begin").await;
        people::answer(&device, &figures::team_member(0)).await;
        device.press("Seal into this device’s box").await;
        device.heading("Your three words").await;
        device.sees("This page turns to the next person in").await;
        time_flies(&device).await;
        device.sees("sealed into this device’s box").await;
        assert_eq!(device.address().await, intro);
        device.back().await;
        people::is_at_question(&device, 17, 17).await;
        device.does_not_see("Your three words").await;
        assert_eq!(device.chosen().await, None);
        assert_eq!(device.console_errors().await, [""; 0]);
    });
}

#[test]
fn a_pin_keeps_people_in_the_round() {
    journey(async |stage| {
        let device = stage.person("device").await;
        people::make_survey(&device, &stage.site.address("#/start"), "Claims").await;
        let survey = device.address().await;
        device.type_into("PIN to end the round", "47").await;
        device.press("Start with the team").await;
        device.sees("A PIN has four digits").await;
        device.type_into("PIN to end the round", "4711").await;
        device.press("Start with the team").await;
        device.sees("sealed into this device’s box").await;
        let intro = device.address().await;
        assert!(!device.storage_texts().await.contains("4711"));
        for address in [
            &survey,
            &stage.site.address("results.html#/example"),
            &stage.site.address("answer.html#/how"),
        ] {
            device.open(address).await;
            device.sees("sealed into this device’s box").await;
            device.reload().await;
            device.sees("sealed into this device’s box").await;
        }
        device.back().await;
        device.sees("sealed into this device’s box").await;
        device.open(&intro).await;
        device.press("End the round").await;
        device.type_into("The PIN of this round", "1147").await;
        device.press("End the round now").await;
        device.sees("That is not the PIN of this round").await;
        device.type_into("The PIN of this round", "4711").await;
        device.press("End the round now").await;
        device.heading("Collect").await;
        assert_eq!(device.address().await, survey);
        device.reload().await;
        device.heading("Collect").await;
        assert_eq!(device.console_errors().await, [""; 0]);
    });
}

#[test]
fn without_the_whole_screen_the_round_goes_on_and_says_so() {
    for refusal in [
        "window.Element.prototype.requestFullscreen = () => window.Promise.reject(new TypeError('refused'))",
        "delete window.Element.prototype.requestFullscreen; delete window.Element.prototype.webkitRequestFullscreen",
    ] {
        journey(async |stage| {
            let device = stage.person("device").await;
            round(stage, &device).await;
            let refused = device.run(refusal, Vec::new()).await;
            refused.expect("the page can be changed");
            device.press("Begin").await;
            people::answer(&device, &figures::team_member(0)).await;
            device.press("Seal into this device’s box").await;
            device
                .sees("This browser does not give the page the whole screen.")
                .await;
            device.press("Next person").await;
            device
                .sees("This browser does not give the page the whole screen.")
                .await;
            assert_eq!(device.console_errors().await, [""; 0]);
        });
    }
}

/// Full screen without a screen: headless browsers have none, or none that can be lost.
const SCREEN: &str = "let whole = false;
    const change = (now) => {
        whole = now;
        document.dispatchEvent(new Event('fullscreenchange'));
    };
    Object.defineProperty(document, 'fullscreenElement', {
        get: () => whole ? document.documentElement : null,
    });
    window.Element.prototype.requestFullscreen = async () => change(true);
    window.loseScreen = () => change(false);";

#[test]
fn a_screen_that_is_lost_in_a_turn_is_told_of_until_it_is_back() {
    let lost = "The page does not have the whole screen.";
    journey(async |stage| {
        let device = stage.person("device").await;
        round(stage, &device).await;
        let given = device.run(SCREEN, Vec::new()).await;
        given.expect("the page can be changed");
        device.press("Begin").await;
        people::is_at_question(&device, 1, 17).await;
        device.does_not_see(lost).await;
        let gone = device.run("window.loseScreen()", Vec::new()).await;
        gone.expect("the page can be told");
        device.sees(lost).await;
        device.key("1").await;
        device.key("Enter").await;
        people::is_at_question(&device, 2, 17).await;
        device.sees(lost).await;
        device.press("Whole screen again").await;
        device.does_not_see(lost).await;
        device.back().await;
        people::is_at_question(&device, 1, 17).await;
        device.does_not_see(lost).await;
        assert_eq!(device.console_errors().await, [""; 0]);
    });
}

/// A survey, and the start of a round of its team; the addresses of both.
async fn round(stage: &Stage, device: &Browser) -> (String, String) {
    people::make_survey(device, &stage.site.address("#/start"), "Claims").await;
    let survey = device.address().await;
    device.press("Start with the team").await;
    device.sees("sealed into this device’s box").await;
    (survey, device.address().await)
}

/// Lets the page's clock go on by so many milliseconds.
pub(crate) async fn time_goes_by(device: &Browser, milliseconds: u64) {
    set_clock(device, &format!("now() + {milliseconds}")).await;
    device.did(&format!("wait for {milliseconds} ms"));
}

/// Lets the page's clock run twenty times as fast.
async fn time_flies(device: &Browser) {
    set_clock(device, "start + (now() - start) * 20").await;
}

/// Stops the page's clock.
pub(crate) async fn time_stands_still(device: &Browser) {
    set_clock(device, "start").await;
}

/// Sets the page's clock to what is told in the words of a script: `now()` is its own clock, `start` where that stands.
async fn set_clock(device: &Browser, told: &str) {
    let script = format!(
        "const {{ Date }} = window;
        const now = Date.now;
        const start = now();
        Date.now = () => {told};"
    );
    let changed = device.run(&script, Vec::new()).await;
    changed.expect("the page's clock can be changed");
}

/// Gives the page the whole screen in name only: drivers cannot size a window that has it.
pub(crate) async fn stays_in_its_window(device: &Browser) {
    let script = "window.Element.prototype.requestFullscreen = () => window.Promise.resolve();";
    let changed = device.run(script, Vec::new()).await;
    changed.expect("the page can be changed");
}
