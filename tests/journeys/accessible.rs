//! No screen has anything that axe-core calls wrong, and none is wider than a phone.

use crate::{
    axe,
    browser::Browser,
    consent,
    engine::Engine,
    figures,
    people::{self, Links},
    round,
    stage::{Stage, journey},
};

/// Widths and heights of the page: a small phone, a phone, a tablet, a laptop.
const SIZES: [(u32, u32); 4] = [(320, 640), (390, 844), (768, 1_024), (1_440, 900)];

#[test]
fn screens_of_everybody_are_accessible_in_light() {
    journey(async |stage| {
        let person = stage.person("Ada").await;
        everybody(stage, &person).await;
    });
}

#[test]
fn screens_of_everybody_are_accessible_in_the_dark() {
    journey(async |stage| {
        let person = stage.person_in_the_dark("Ada").await;
        everybody(stage, &person).await;
    });
}

#[test]
fn screens_of_the_organiser_are_accessible_in_light() {
    journey(async |stage| {
        let person = stage.person("Olga").await;
        organiser(stage, &person).await;
    });
}

#[test]
fn screens_of_the_organiser_are_accessible_in_the_dark() {
    journey(async |stage| {
        let person = stage.person_in_the_dark("Olga").await;
        organiser(stage, &person).await;
    });
}

#[test]
fn screens_of_a_respondent_are_accessible_in_light() {
    journey(async |stage| {
        let person = stage.person("Rosa").await;
        respondent(stage, &person).await;
    });
}

#[test]
fn screens_of_a_respondent_are_accessible_in_the_dark() {
    journey(async |stage| {
        let person = stage.person_in_the_dark("Rosa").await;
        respondent(stage, &person).await;
    });
}

#[test]
fn screens_of_a_round_are_accessible_in_light() {
    journey(async |stage| {
        let device = stage.person("device").await;
        round(stage, &device).await;
    });
}

#[test]
fn screens_of_a_round_are_accessible_in_the_dark() {
    journey(async |stage| {
        let device = stage.person_in_the_dark("device").await;
        round(stage, &device).await;
    });
}

#[test]
fn whoever_asks_for_dark_pages_gets_them() {
    journey(async |stage| {
        let (dark, light) = (
            stage.person_in_the_dark("Dana").await,
            stage.person("Lea").await,
        );
        for page in ["", "results.html#/example", "meeting.html#/deck/example"] {
            let mut grounds = Vec::new();
            for person in [&dark, &light] {
                person.open(&stage.site.address(page)).await;
                let ground = "return getComputedStyle(document.documentElement).backgroundColor";
                let ground = person.run(ground, Vec::new()).await;
                grounds.push(ground.expect("the page can be asked"));
            }
            assert_eq!(grounds, ["rgb(15, 23, 42)", "rgb(255, 255, 255)"], "{page}");
        }
    });
}

/// Looks at a screen in every size; what is wrong is gathered, so that one run tells all of it.
async fn look(person: &Browser, screen: &str, found: &mut Vec<String>) {
    look_in(&SIZES, person, screen, found).await;
}

/// The same in some sizes; engines that judge the same document by the same rules look at the smallest and the largest.
pub(crate) async fn look_in(
    sizes: &[(u32, u32)],
    person: &Browser,
    screen: &str,
    found: &mut Vec<String>,
) {
    let step = match person.engine {
        Engine::Chromium => 1,
        Engine::Firefox | Engine::Webkit => sizes.len().saturating_sub(1).max(1),
    };
    for &(width, height) in sizes.iter().step_by(step) {
        person.resize(width, height).await;
        let wrong = axe::violations(person).await;
        if !wrong.is_empty() {
            found.push(format!("{screen}, {width} wide: {wrong}"));
        }
        let wide = sideways(person).await;
        found.extend(wide.map(|wide| format!("{screen}, {width} wide: {wide}")));
    }
}

/// How far the page scrolls sideways, and because of what; nothing if it does not.
async fn sideways(person: &Browser) -> Option<String> {
    let script = "const page = document.documentElement;
        if (page.scrollWidth <= innerWidth) return null;
        const isWide = (element) => {
            const right = element.getBoundingClientRect().right;
            return right > innerWidth || right + element.scrollWidth - element.clientWidth > innerWidth;
        };
        const wide = [...document.querySelectorAll('body *')].filter(isWide);
        const inmost = wide.filter((element) => ![...element.children].some(isWide));
        const tags = inmost.map((element) => element.cloneNode().outerHTML).join(' ');
        return `it scrolls sideways to ${page.scrollWidth}: ${tags}`;";
    let found = person.run(script, Vec::new()).await;
    let found = found.expect("the page can be asked");
    found.as_str().map(str::to_owned)
}

/// Fails with all that was found.
pub(crate) fn nothing_is_wrong(found: &[String]) {
    assert!(found.is_empty(), "{}", found.join("\n\n"));
}

async fn everybody(stage: &Stage, person: &Browser) {
    let screens = [
        ("#/", "See how far AI expectations lean from reality"),
        ("#/how", "How it works, and who can read what"),
        ("#/example", "Executives and team, side by side"),
        ("#s=AQ", "This link cannot be opened"),
        ("#/nowhere", "See how far AI expectations lean from reality"),
    ];
    let mut found = Vec::new();
    for (address, heading) in screens {
        person.open(&stage.site.address(address)).await;
        person.heading(heading).await;
        look(person, heading, &mut found).await;
    }
    for (address, heading) in messages() {
        person.open(&stage.site.address(address)).await;
        person.heading(heading).await;
        look_in(&SIZES[..1], person, address, &mut found).await;
    }
    nothing_is_wrong(&found);
}

/// Screens that only say something, with their headings: addresses that nobody knows, and what is not here.
fn messages() -> [(&'static str, &'static str); 13] {
    let (name, camera) = ("Plumbline", "Read codes with the camera");
    [
        ("answer.html", "This link cannot be opened"),
        ("answer.html#/nowhere", name),
        ("results.html#/nowhere", name),
        ("device.html#/nowhere", name),
        ("meeting.html#/nowhere", name),
        ("camera.html#/nowhere", name),
        ("#/survey/3f9a3f9a3f9a3f9a", name),
        ("answer.html#/answer/3f9a3f9a3f9a3f9a-team", name),
        ("results.html#/survey/3f9a3f9a3f9a3f9a/results", name),
        ("results.html#/opened", "Executives and team, side by side"),
        ("meeting.html#/deck/survey/3f9a3f9a3f9a3f9a", name),
        ("device.html#/poster/3f9a3f9a3f9a3f9a-team", name),
        ("camera.html#/survey/3f9a3f9a3f9a3f9a/camera", camera),
    ]
}

async fn organiser(stage: &Stage, olga: &Browser) {
    let mut found = Vec::new();
    olga.open(&stage.site.address("#/start")).await;
    olga.heading("Start a survey").await;
    look(olga, "start", &mut found).await;
    olga.press("Open the survey and get the links").await;
    olga.sees("3 things to mend first.").await;
    look(olga, "start with problems", &mut found).await;
    let links =
        people::make_survey(olga, &stage.site.address("#/start"), "Claims platform team").await;
    look(olga, "survey", &mut found).await;
    let survey = olga.address().await;
    olga.press("Let somebody else gather too").await;
    look(olga, "survey with folds open", &mut found).await;
    olga.press("QR picture and poster for the team").await;
    olga.heading("How do we really use AI in Claims platform team?")
        .await;
    look(olga, "poster", &mut found).await;
    olga.back().await;
    olga.press("Check that a ballot is in: the three words of each")
        .await;
    olga.sees("There is no ballot in the box.").await;
    look(olga, "words of ballots", &mut found).await;
    olga.open(&stage.site.address("device.html#/device")).await;
    olga.heading("What is kept here").await;
    olga.press("Erase everything…").await;
    olga.heading("Erase it for good?").await;
    look(olga, "this device", &mut found).await;
    olga.open(&survey).await;
    olga.heading("Claims platform team").await;
    collecting(stage, olga, &links, &mut found).await;
    olga.press("Plumbline, home").await;
    olga.heading("On this device").await;
    look(olga, "home with a closed survey", &mut found).await;
    nothing_is_wrong(&found);
}

/// Pasting, the question before closing, and results with a hidden side.
async fn collecting(stage: &Stage, olga: &Browser, links: &Links, found: &mut Vec<String>) {
    people::collect(olga, &five_codes(stage, links).await).await;
    olga.sees("5 new ballots of executives came in.").await;
    look(olga, "survey with ballots", found).await;
    olga.press("Close the survey…").await;
    olga.heading("Close now?").await;
    look(olga, "closing", found).await;
    olga.press("Open, count and drop the ballots").await;
    olga.heading("Executives and team, side by side").await;
    look(olga, "results of one side", found).await;
}

async fn five_codes(stage: &Stage, links: &Links) -> String {
    let mut codes = String::new();
    let person = stage.person("Emil").await;
    for number in 0..figures::EXECUTIVES {
        people::begin(&person, &links.executives).await;
        people::answer_with_links(&person, &figures::executive(number)).await;
        codes += &people::hand_in(&person).await;
        codes.push('\n');
        person
            .press("I have sent it: remove it from this device")
            .await;
        person.heading("Thank you").await;
    }
    stage.sees_off(person).await;
    codes
}

async fn respondent(stage: &Stage, rosa: &Browser) {
    let start = stage.site.address("#/start");
    let olga = stage.person("Olga").await;
    let links = people::make_survey(&olga, &start, "Claims platform team").await;
    let mut found = Vec::new();
    rosa.open(&links.executives).await;
    rosa.heading("AI in Claims platform team: what do you expect?")
        .await;
    look(rosa, "intro", &mut found).await;
    rosa.press("Begin").await;
    questions(rosa, &mut found).await;
    people::hand_in(rosa).await;
    look(rosa, "code", &mut found).await;
    for way in [
        "In the same room: show it to a camera",
        "As a link",
        "As a file",
    ] {
        rosa.press(way).await;
    }
    look(rosa, "code in every way", &mut found).await;
    ballot_link(rosa, &olga, &mut found).await;
    rosa.press("I have sent it: remove it from this device")
        .await;
    rosa.heading("Thank you").await;
    look(rosa, "done", &mut found).await;
    nothing_is_wrong(&found);
}

/// A ballot's link on a device without its survey, and on the one that has it.
async fn ballot_link(rosa: &Browser, olga: &Browser, found: &mut Vec<String>) {
    let page = rosa.visible_text().await.expect("the page can be read");
    let link = page.split(' ').find(|word| word.contains("#b="));
    let link = link.expect("the link is shown").to_owned();
    rosa.open(&link).await;
    rosa.heading("A sealed ballot").await;
    look(rosa, "ballot link", found).await;
    olga.open(&link).await;
    olga.heading("The ballot is in the box").await;
    look(olga, "ballot came in", found).await;
    rosa.back().await;
    rosa.heading("Your answers are sealed").await;
}

/// Days, yes or no, how often, people out of ten, hours and weeks, and the page with all answers.
async fn questions(rosa: &Browser, found: &mut Vec<String>) {
    let keys = figures::executive(0);
    let of = keys.chars().count();
    for (key, place) in keys.chars().zip(1..) {
        people::is_at_question(rosa, place, of).await;
        if [1, 2, 3, 4, 6, 18].contains(&place) {
            rosa.key(&key.to_string()).await;
            look(rosa, &format!("question {place}"), found).await;
        }
        rosa.key("Enter").await;
    }
    rosa.heading("Look over your answers").await;
    look(rosa, "review", found).await;
}

/// The consent question unanswered, refused and agreed to, and one person's turn at a device that is handed round.
async fn round(stage: &Stage, device: &Browser) {
    let mut found = Vec::new();
    device.open(&stage.site.address("#/start")).await;
    consent::make_survey_of_three(device).await;
    device.type_into("PIN to end the round", "4711").await;
    device.press("Start with executives").await;
    round::stays_in_its_window(device).await;
    device.press("End the round").await;
    look(device, "the way out of a round", &mut found).await;
    device.sees("from 3 answers on, instead of 5").await;
    look(device, "intro with consent", &mut found).await;
    device.choose("I do not agree").await;
    device.sees("Then please do not answer.").await;
    look(device, "intro without consent", &mut found).await;
    device.choose("I agree").await;
    device.sees("Begin").await;
    look(device, "intro after consent", &mut found).await;
    device.press("Begin").await;
    turn(device, &mut found).await;
    nothing_is_wrong(&found);
}

/// A question, the page with all answers, and the end, as a round shows them.
async fn turn(device: &Browser, found: &mut Vec<String>) {
    let keys = figures::executive(0);
    people::is_at_question(device, 1, keys.len()).await;
    look(device, "question of a round", found).await;
    round::time_goes_by(device, 121_000).await;
    round::time_stands_still(device).await;
    device.heading("Are you still there?").await;
    look(device, "question to whoever is quiet", found).await;
    device.press("I am still here").await;
    people::answer(device, &keys).await;
    look(device, "review of a round", found).await;
    device.press("Seal into this device’s box").await;
    device.heading("Thank you").await;
    look(device, "end of a turn", found).await;
}
