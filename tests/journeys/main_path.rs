//! The main job: a survey, 13 people on devices of their own, and the picture of the gap.

use crate::{
    browser::Browser,
    consent,
    figures::{self, EXECUTIVES, TEAM},
    people::{self, Links},
    picture,
    stage::{Stage, journey},
};

/// The team that is asked.
const NAME: &str = "Claims platform team";

#[test]
fn what_thirteen_people_answer_is_what_the_results_show() {
    journey(async |stage| {
        let organiser = stage.person("Olga").await;
        let links = people::make_survey(&organiser, &stage.site.address("#/start"), NAME).await;
        let codes = codes(stage, &links).await;
        people::collect(&organiser, &chat(&codes)).await;
        organiser
            .sees(
                "5 new ballots of executives and 8 new ballots of the team came in. \
                 1 code was in the box already; each counts once.",
            )
            .await;
        assert_eq!(organiser.value_of(people::CODES).await, "");
        assert_eq!(
            organiser.text_of_table("Sealed ballots in the box").await[1..],
            [["Executives", "5", "5", "5"], ["Team", "8", "8", "5"]]
        );
        shows_nothing_before_closing(stage, &organiser).await;
        people::close(&organiser).await;
        organiser
            .sees("5 of 5 executives answered; 8 of 8 team members answered.")
            .await;
        finds_what_was_answered(&organiser).await;
        assert_eq!(organiser.console_errors().await, [""; 0]);
    });
}

/// Everybody answers on a device of their own, and closes it.
async fn codes(stage: &Stage, links: &Links) -> Vec<String> {
    let executives = (0..EXECUTIVES).map(|person| (&links.executives, figures::executive(person)));
    let team = (0..TEAM).map(|person| (&links.team, figures::team_member(person)));
    let mut codes = Vec::new();
    for ((link, keys), number) in executives.chain(team).zip(1..) {
        let person = stage.person(&format!("respondent-{number}")).await;
        match number {
            1 => is_told_what_this_is(&person, link, &FOR_EXECUTIVES).await,
            6 => is_told_what_this_is(&person, link, &FOR_THE_TEAM).await,
            _ => {}
        }
        codes.push(people::code_of(&person, link, &keys).await);
        assert_eq!(person.console_errors().await, [""; 0]);
        stage.sees_off(person).await;
    }
    codes
}

/// What stands on a respondent's first screen: what this is, how long it takes, who asks, when results come.
const FOR_EXECUTIVES: [&str; 4] = [
    "AI in Claims platform team: what do you expect?",
    "18 questions, about four minutes. Answer for yourself, then guess",
    "This is a survey about Claims platform team, asked by whoever sent you the link",
    "Results are shown once, when the survey is closed, and only if at least 5 executives answered",
];
const FOR_THE_TEAM: [&str; 4] = [
    "AI in Claims platform team: how is it for you?",
    "17 questions, about four minutes. Answer for yourself. There are no right answers.",
    "Executives guess the same things about the team.",
    "only if at least 5 people in the team answered",
];
async fn is_told_what_this_is(person: &Browser, link: &str, told: &[&str]) {
    person.open(link).await;
    consent::sees_all(person, told).await;
    person.sees(consent::REQUIRED).await;
}

/// Neither results nor slides, whatever address somebody knows.
async fn shows_nothing_before_closing(stage: &Stage, organiser: &Browser) {
    let survey = organiser.address().await;
    let (_, id) = survey.split_once("#/survey/").expect("it is the survey's");
    for address in [
        format!("results.html#/survey/{id}/results"),
        format!("meeting.html#/deck/survey/{id}"),
        format!("meeting.html#/cards/survey/{id}"),
    ] {
        organiser.open(&stage.site.address(&address)).await;
        organiser
            .sees("Nothing is shown before the survey is closed, not even to you.")
            .await;
        let drawn = "return document.querySelectorAll('main svg, table').length";
        let drawn = organiser.run(drawn, Vec::new()).await;
        assert_eq!(drawn.expect("the page can be asked"), 0, "{address}");
    }
    organiser.press("Go on collecting").await;
}

/// All codes as they come out of a chat: with names and times, quoted, wrapped, in lower case, twice.
fn chat(codes: &[String]) -> String {
    let mut chat = String::from("Saturday 21 November\n");
    for (code, place) in codes.iter().zip(0..) {
        chat += &format!(
            "[{:02}:{:02}] Person {place}: ",
            9 + place / 4,
            place * 7 % 60
        );
        chat += &match place {
            0 => format!("> {}\n> {}\n", &code[..57], &code[57..]),
            1 => code.to_lowercase(),
            2 => format!("here’s mine: “{code}” :-)"),
            3 => code
                .as_bytes()
                .chunks(20)
                .map(|part| format!("{}\r\n", String::from_utf8_lossy(part)))
                .collect(),
            _ => format!("{code}\n"),
        };
        chat += "\nThanks, got it! That makes 2 today.\n";
    }
    chat + "Olga: was this one in?\n" + codes[5].as_str()
}

/// The tables, the SVG files and the PNG files hold the figures that this test has counted itself.
async fn finds_what_was_answered(organiser: &Browser) {
    let today = people::today(organiser).await;
    for (caption, rows) in figures::tables(TEAM) {
        let expected = Vec::from_iter(rows.iter().map(figures::Row::cells));
        let table = figures::without_evidence(organiser.text_of_table(&caption).await);
        assert_eq!(table, expected, "{caption}");
        let file = format!("plumbline_{}_{}_{today}", plain(NAME), plain(&caption));
        organiser.press_under(&caption, "Download SVG").await;
        picture::shows(&organiser.downloaded(&format!("{file}.svg")).await, &rows);
        organiser.press_under(&caption, "Download PNG").await;
        picture::is_a_slide(&organiser.downloaded(&format!("{file}.png")).await);
    }
}

/// A name as file names have it.
fn plain(name: &str) -> String {
    name.to_lowercase().replace(" · ", "-").replace(' ', "-")
}
