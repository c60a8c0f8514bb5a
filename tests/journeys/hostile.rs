//! Names that want to be more than names, on every screen: none runs, none is stopped by the policy, all are read.

use std::{env, rc::Rc};

use plumbline::{
    codec::{
        link::{self, Invitation},
        result_link,
        tally::Published,
    },
    domain::{
        day::Day,
        draft::{Draft, LONGEST_COMPANY, tidy},
        example,
        release::Released,
        side::{BySide, Side},
        survey::Survey,
    },
};

use crate::{
    browser::Browser,
    engine::Engine,
    hostile_brought, payloads, people,
    stage::{Stage, journey},
};

/// Every so many-th of the names is shown on the screens that a link opens.
pub(crate) const EVERY: usize = 12;

/// Every so many-th has a survey made for it, and its results presented.
pub(crate) const EVERY_MADE: usize = 110;

#[test]
fn hostile_names_in_survey_links_are_text() {
    journey(async |stage| in_survey_links(stage, EVERY).await);
}

#[test]
fn hostile_names_in_results_are_text() {
    journey(async |stage| in_results(stage, EVERY, &RESULTS).await);
}

#[test]
fn hostile_names_in_the_meeting_are_text() {
    journey(async |stage| in_results(stage, EVERY_MADE, &MEETING).await);
}

#[test]
fn hostile_names_that_are_typed_are_text() {
    journey(async |stage| are_typed(stage, EVERY_MADE).await);
}

/// `cargo xtask soak` says which: every so many-th.
#[test]
#[ignore = "takes long; cargo xtask soak runs it"]
#[expect(clippy::print_stdout, reason = "a figure is there to be read")]
fn soak_names() {
    let every = env::var("PLUMBLINE_EVERY").expect("PLUMBLINE_EVERY says which");
    let every = every.parse().expect("it is a number");
    journey(async |stage| {
        in_survey_links(stage, every).await;
        in_results(stage, every, &RESULTS).await;
        in_results(stage, every, &MEETING).await;
        are_typed(stage, every).await;
        hostile_brought::in_carried_links(stage, every).await;
        hostile_brought::in_tally_files(stage, every).await;
        hostile_brought::in_backups(stage, every).await;
    });
    println!(
        "SOAK {}: {} hostile names on the screens of links, results, tally files, meeting, cards, slides, gathering, \
         backups, posters and this device, and in the one HTML file, 0 run, 0 stopped by the policy",
        Engine::chosen().name(),
        surveys(every).len()
    );
}

/// Before the fragment of a result link: what shows its results.
const RESULTS: [&str; 1] = ["results.html#"];

/// The same for the meeting.
const MEETING: [&str; 3] = [
    "meeting.html#/deck/",
    "meeting.html#/cards/",
    "meeting.html#/notes/",
];

async fn in_survey_links(stage: &Stage, every: usize) {
    let rosa = visitor(stage).await;
    for survey in surveys(every) {
        let invitation = Invitation {
            side: Side::Team,
            secret: [2; 32],
            survey,
        };
        let fragment = link::encode(&invitation);
        let address = format!("answer.html#{fragment}");
        rosa.open(&stage.site.address(&address)).await;
        is_only_text(&rosa, &invitation.survey.team).await;
    }
    is_unharmed(&rosa).await;
}

async fn in_results(stage: &Stage, every: usize, screens: &[&str]) {
    let rosa = visitor(stage).await;
    for mut survey in surveys(every) {
        survey.invited = BySide::from_fn(|_| 1_000);
        let team = survey.team.clone();
        let fragment = result_link::encode(&published(survey)).expect("it fits");
        for screen in screens {
            rosa.open(&stage.site.address(&format!("{screen}{fragment}")))
                .await;
            if RESULTS.contains(screen) {
                rosa.heading("Executives and team, side by side").await;
            }
            is_only_text(&rosa, &team).await;
        }
    }
    is_unharmed(&rosa).await;
}

async fn are_typed(stage: &Stage, every: usize) {
    let olga = visitor(stage).await;
    let surveys = surveys(every);
    for survey in &surveys {
        olga.open(&stage.site.address("#/start")).await;
        let company = survey.company.as_deref().unwrap_or_default();
        olga.paste_into("The company’s name, if you want it to appear", company)
            .await;
        people::open_survey(&olga, &survey.team).await;
        is_only_text(&olga, &survey.team).await;
        let made = olga.address().await;
        let id = made.rsplit('/').next().expect("an id ends the address");
        let poster = format!("device.html#/poster/{id}-team");
        olga.open(&stage.site.address(&poster)).await;
        is_only_text(&olga, &survey.team).await;
    }
    for screen in ["#/", "device.html#/device"] {
        olga.open(&stage.site.address(screen)).await;
        for survey in &surveys {
            is_only_text(&olga, &survey.team).await;
        }
    }
    is_unharmed(&olga).await;
}

pub(crate) async fn visitor(stage: &Stage) -> Rc<Browser> {
    let rosa = stage.person("Rosa").await;
    rosa.open(&stage.site.address("#/")).await;
    rosa.sees("Surveys that you start").await;
    rosa
}

/// Every so many-th name that the page for it would take, as a survey.
pub(crate) fn surveys(every: usize) -> Vec<Survey> {
    let all = payloads::all();
    let surveys = all.iter().filter_map(|text| survey(text));
    surveys.step_by(every).collect()
}

fn survey(text: &str) -> Option<Survey> {
    let draft = Draft {
        team: text.to_owned(),
        company: tidy(text).chars().take(LONGEST_COMPANY).collect(),
        invited: BySide::from_fn(|_| "50".to_owned()),
        ..Draft::default()
    };
    let settled = draft.check().ok()?;
    Some(settled.with_key(example::survey().public_key))
}

pub(crate) fn published(survey: Survey) -> Published {
    let day = Day {
        year: 2026,
        month: 11,
        day: 23,
    };
    Published {
        released: Released::of(&survey, &example::tally()),
        survey,
        closed: BySide::from_fn(|_| Some(day)),
    }
}

/// Waits until the page shows this name letter by letter; nothing has come of it.
pub(crate) async fn is_only_text(person: &Browser, name: &str) {
    person.sees(name).await;
    let script = "return [typeof h, document.querySelectorAll('[onload], [onerror], [onfocus], [ontoggle], [onclick], \
        [onstart], iframe, object, embed, base, marquee, meta[http-equiv=refresh], a[href^=\"javascript\" i], \
        a[href^=\"data:\" i], a[href^=\"vbscript\" i]').length]";
    let found = person.run(script, Vec::new()).await;
    assert_eq!(
        found,
        Ok(serde_json::json!(["undefined", 0])),
        "after {name:?}"
    );
}

pub(crate) async fn is_unharmed(person: &Browser) {
    assert_eq!(person.console_errors().await, [""; 0]);
}
