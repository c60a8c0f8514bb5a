//! A device without room: the page says so, keeps what it has, and works on.

use crate::{
    browser::Browser,
    figures, people,
    stage::{Stage, journey},
};

/// The sentence at the top of the page.
pub(crate) const FULL: &str = "This device has no room left, so the last change was not kept.";

/// What a respondent is told before the first question.
const NOT_KEPT: &str = "This browser does not let the page keep your answers.";

/// What a respondent is told beside the code.
const CODE_NOT_KEPT: &str = "The browser could not keep this code. Copy it";

#[test]
fn a_survey_that_does_not_fit_is_opened_once_there_is_room() {
    journey(async |stage| {
        let olga = stage.person("Olga").await;
        people::make_survey(&olga, &stage.site.address("#/start"), "Claims").await;
        olga.open(&stage.site.address("#/start")).await;
        olga.type_into("The team’s name", "Underwriting").await;
        olga.type_into("Executives invited", "5").await;
        olga.type_into("Team members invited", "8").await;
        olga.fill_database().await;
        olga.press("Open the survey and get the links").await;
        olga.sees(FULL).await;
        olga.heading("Start a survey").await;
        assert_eq!(olga.value_of("The team’s name").await, "Underwriting");
        olga.make_room().await;
        olga.press("Open the survey and get the links").await;
        olga.heading("Underwriting").await;
        olga.does_not_see(FULL).await;
        olga.press("Plumbline, home").await;
        olga.sees("Claims AI reality check").await;
        olga.sees("Underwriting AI reality check").await;
        assert_eq!(olga.console_errors().await, [""; 0]);
    });
}

#[test]
fn ballots_that_do_not_fit_stay_in_the_field_and_the_box_as_it_was() {
    journey(async |stage| {
        let olga = stage.person("Olga").await;
        let links = people::make_survey(&olga, &stage.site.address("#/start"), "Claims").await;
        let survey = olga.address().await;
        let rosa = stage.person("Rosa").await;
        let first = people::code_of(&rosa, &links.executives, &figures::executive(0)).await;
        let second = people::code_of(&rosa, &links.team, &figures::team_member(0)).await;
        stage.sees_off(rosa).await;
        people::collect(&olga, &first).await;
        olga.sees("1 new ballot of executives came in.").await;
        olga.fill_database().await;
        people::collect(&olga, &second).await;
        olga.sees(FULL).await;
        assert_eq!(people::ballots(&olga).await, ["1", "0"]);
        assert_eq!(olga.value_of(people::CODES).await, second);
        olga.make_room().await;
        olga.press("Put into the box").await;
        olga.sees("1 new ballot of the team came in.").await;
        olga.does_not_see(FULL).await;
        olga.reload().await;
        assert_eq!(olga.address().await, survey);
        assert_eq!(people::ballots(&olga).await, ["1", "1"]);
        assert_eq!(olga.console_errors().await, [""; 0]);
    });
}

#[test]
fn a_box_without_room_leaves_the_sheet_of_a_round_as_it_was() {
    journey(async |stage| {
        let device = stage.person("device").await;
        people::make_survey(&device, &stage.site.address("#/start"), "Claims").await;
        device.press("Start with the team").await;
        device.press("Begin").await;
        people::answer(&device, &figures::team_member(0)).await;
        device.fill_database().await;
        device.press("Seal into this device’s box").await;
        device.sees(FULL).await;
        device
            .sees("Nothing is lost: your answers are still here.")
            .await;
        device.sees("Every question has an answer.").await;
        device.make_room().await;
        device.press("Seal into this device’s box").await;
        device.heading("Thank you").await;
        device.does_not_see(FULL).await;
        device.press("End the round").await;
        device.heading("Collect").await;
        assert_eq!(people::ballots(&device).await, ["0", "1"]);
    });
}

#[test]
fn who_answers_without_room_is_told_and_hands_in() {
    journey(async |stage| {
        let (olga, link) = olga_with_link(stage).await;
        let rosa = stage.person("Rosa").await;
        rosa.open(&stage.site.address("#/")).await;
        rosa.sees("Surveys that you start").await;
        rosa.fill_small_texts().await;
        rosa.open(&link).await;
        rosa.sees(FULL).await;
        rosa.sees(NOT_KEPT).await;
        rosa.press("Begin").await;
        people::answer(&rosa, &figures::team_member(0)).await;
        rosa.sees(FULL).await;
        let code = people::hand_in(&rosa).await;
        rosa.sees(CODE_NOT_KEPT).await;
        arrives(&olga, &code).await;
        assert_eq!(rosa.console_errors().await, [""; 0]);
    });
}

#[test]
fn room_that_runs_out_while_answering_costs_no_answer() {
    journey(async |stage| {
        let (olga, link) = olga_with_link(stage).await;
        let rosa = stage.person("Rosa").await;
        let keys = figures::team_member(0);
        people::begin(&rosa, &link).await;
        people::is_at_question(&rosa, 1, keys.len()).await;
        rosa.fill_small_texts().await;
        people::answer(&rosa, &keys).await;
        rosa.reload().await;
        rosa.sees("Every question has an answer.").await;
        let code = people::hand_in(&rosa).await;
        rosa.sees(FULL).await;
        rosa.sees(CODE_NOT_KEPT).await;
        assert!(!rosa.storage_texts().await.contains("plumbline/sheet"));
        arrives(&olga, &code).await;
        assert_eq!(rosa.console_errors().await, [""; 0]);
    });
}

async fn olga_with_link(stage: &Stage) -> (std::rc::Rc<Browser>, String) {
    let olga = stage.person("Olga").await;
    let links = people::make_survey(&olga, &stage.site.address("#/start"), "Claims").await;
    (olga, links.team)
}

async fn arrives(olga: &Browser, code: &str) {
    people::collect(olga, code).await;
    olga.sees("1 new ballot of the team came in.").await;
}
