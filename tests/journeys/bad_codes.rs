//! What is pasted into the box and is no ballot of this survey.

use std::iter;

use plumbline::domain::side::Side;

use crate::{
    browser::Browser,
    figures, forge, people,
    stage::{Stage, journey},
};

/// A long text that somebody pastes by mistake, in characters.
const LONG: usize = 5_000_000;

/// A survey of this name, and the code of an executive for it.
async fn survey_with_code(stage: &Stage, olga: &Browser, name: &str) -> String {
    let links = people::make_survey(olga, &stage.site.address("#/start"), name).await;
    let rosa = stage.person("Rosa").await;
    let code = people::code_of(&rosa, &links.executives, &figures::executive(0)).await;
    stage.sees_off(rosa).await;
    code
}

#[test]
fn a_code_is_counted_once_however_often_it_is_pasted() {
    journey(async |stage| {
        let olga = stage.person("Olga").await;
        let code = survey_with_code(stage, &olga, "Claims").await;
        people::collect(&olga, &format!("{code}\n").repeat(10)).await;
        olga.sees("1 new ballot of executives came in. 9 codes were in the box already; each counts once.").await;
        people::collect(&olga, &code).await;
        olga.sees("No new ballot came in. 1 code was in the box already; each counts once.")
            .await;
        assert_eq!(people::ballots(&olga).await, ["1", "0"]);
    });
}

#[test]
fn a_code_of_another_survey_stays_out() {
    journey(async |stage| {
        let olga = stage.person("Olga").await;
        let code = survey_with_code(stage, &olga, "Claims").await;
        people::make_survey(&olga, &stage.site.address("#/start"), "Underwriting").await;
        people::collect(&olga, &code).await;
        olga.sees("No new ballot came in. 1 code belongs to another survey and stayed out.")
            .await;
        assert_eq!(people::ballots(&olga).await, ["0", "0"]);
    });
}

#[test]
fn a_spoiled_code_is_named_and_stays_out() {
    journey(async |stage| {
        let olga = stage.person("Olga").await;
        let code = survey_with_code(stage, &olga, "Claims").await;
        let start = &code[..8];
        people::collect(&olga, &with_another_letter(&code)).await;
        olga.sees(&format!(
            "The code that begins with {start} was changed on its way."
        ))
        .await;
        people::collect(&olga, &code[..70]).await;
        olga.sees(&format!("The code that begins with {start} is cut off."))
            .await;
        // What could not be read is still there to look at.
        assert_eq!(olga.value_of(people::CODES).await, code[..70]);
        people::collect(&olga, "Hello, here is nothing.").await;
        olga.sees("No code was found in this text.").await;
        assert_eq!(people::ballots(&olga).await, ["0", "0"]);
        people::collect(&olga, &code).await;
        olga.sees("1 new ballot of executives came in.").await;
        assert_eq!(olga.value_of(people::CODES).await, "");
    });
}

fn with_another_letter(code: &str) -> String {
    let other = if &code[50..51] == "7" { "8" } else { "7" };
    format!("{}{other}{}", &code[..50], &code[51..])
}

#[test]
fn a_code_of_the_executive_side_made_with_the_team_link_is_not_counted_but_named() {
    journey(async |stage| {
        let olga = stage.person("Olga").await;
        let links = people::make_survey(&olga, &stage.site.address("#/start"), "Claims").await;
        let mut chat = forge::codes(&links.executives, 5);
        chat.extend(forge::codes(&links.team, 5));
        chat.push(forge::relabelled(&links.team, Side::Executive));
        chat.push(forge::sealed_as(&links.team, Side::Executive));
        people::collect(&olga, &chat.join("\n")).await;
        // Nobody can tell before the box is opened.
        olga.sees("7 new ballots of executives and 5 new ballots of the team came in.")
            .await;
        people::close(&olga).await;
        olga.sees("5 of 5 executives answered; 5 of 8 team members answered.")
            .await;
        olga.heading("Not counted").await;
        olga.sees("1 ballot said to be the executives’ but made with the team link.")
            .await;
        olga.sees("1 ballot did not open: made for another survey, or changed on purpose.")
            .await;
        olga.reload().await;
        olga.heading("Not counted").await;
        assert_eq!(olga.console_errors().await, [""; 0]);
    });
}

#[test]
fn forged_codes_do_not_fill_a_side_up_to_its_minimum() {
    journey(async |stage| {
        let olga = stage.person("Olga").await;
        let links = people::make_survey(&olga, &stage.site.address("#/start"), "Claims").await;
        let mut chat = forge::codes(&links.executives, 4);
        chat.push(forge::relabelled(&links.team, Side::Executive));
        people::collect(&olga, &chat.join("\n")).await;
        olga.sees("5 new ballots of executives came in.").await;
        olga.press("Close the survey…").await;
        olga.press("Open, count and drop the ballots").await;
        olga.sees(
            "1 ballot said to be the executives’ but made with the team link. \
             1 more executive is needed before this side can be shown.",
        )
        .await;
        assert_eq!(people::ballots(&olga).await, ["5", "0"]);
    });
}

#[test]
fn five_megabytes_of_anything_hide_no_code() {
    journey(async |stage| {
        let olga = stage.person("Olga").await;
        let code = survey_with_code(stage, &olga, "Claims").await;
        let noise = noise();
        people::collect(&olga, &noise).await;
        olga.sees("No code was found in this text.").await;
        let (before, after) = noise.split_at(LONG / 2);
        people::collect(&olga, &format!("{before}\n{code}\n{after}")).await;
        olga.sees("1 new ballot of executives came in.").await;
        assert_eq!(people::ballots(&olga).await, ["1", "0"]);
        assert_eq!(olga.console_errors().await, [""; 0]);
    });
}

/// Printable characters and line ends in no order, the same in every run.
fn noise() -> String {
    let next = |state: &u32| Some(state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223));
    let states = iter::successors(Some(2_026), next);
    let letters = states.map(|state| b' ' + u8::try_from((state >> 16) % 96).expect("it is small"));
    let letters = letters.map(|letter| {
        if letter > b'~' {
            '\n'
        } else {
            char::from(letter)
        }
    });
    letters.take(LONG).collect()
}
