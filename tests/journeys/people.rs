//! What the people of the journeys do: make a survey, answer it, hand in.

use crate::browser::Browser;

/// How many characters a code has.
const CODE: usize = 100;

/// The field for codes.
pub(crate) const CODES: &str = "Codes, or text with codes in it";

/// The addresses that an organiser sends round.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Links {
    /// To the executives.
    pub(crate) executives: String,
    /// To the team.
    pub(crate) team: String,
}

/// Makes a survey of 5 executives and 8 people in the team, and reads its links from the page.
pub(crate) async fn make_survey(organiser: &Browser, start: &str, team: &str) -> Links {
    organiser.open(start).await;
    open_survey(organiser, team).await
}

/// The same where the page for it is open already.
///
/// The name is pasted, because drivers cannot type every letter: of “＠1+1” `WebKit`'s typed “1”. Names are typed by keys
/// in the journeys of the keyboard, of long names and of consent.
pub(crate) async fn open_survey(organiser: &Browser, team: &str) -> Links {
    organiser.paste_into("The team’s name", team).await;
    organiser.type_into("Executives invited", "5").await;
    organiser.type_into("Team members invited", "8").await;
    organiser.press("Open the survey and get the links").await;
    organiser.heading(team).await;
    links(organiser).await
}

/// The links that a survey's page shows.
pub(crate) async fn links(organiser: &Browser) -> Links {
    organiser.heading("Team link").await;
    let page = organiser
        .visible_text()
        .await
        .expect("the page can be read");
    Links {
        executives: link_after(&page, "Executive link"),
        team: link_after(&page, "Team link"),
    }
}

fn link_after(page: &str, label: &str) -> String {
    let (_, rest) = page.split_once(label).expect("the label was seen");
    let link = rest.split(' ').find(|word| word.contains("#s="));
    link.expect("a link stands under its label").into()
}

/// Opens a link and goes to the first question.
pub(crate) async fn begin(person: &Browser, link: &str) {
    person.open(link).await;
    person.press("Begin").await;
}

/// Answers all questions from the first, one key each (`?` for “I don’t know”), up to the page with all
/// answers.
pub(crate) async fn answer(person: &Browser, keys: &str) {
    let of = keys.chars().count();
    for (key, place) in keys.chars().zip(1..) {
        is_at_question(person, place, of).await;
        person.key(&name_of(key)).await;
        person.key("Enter").await;
    }
    person.heading("Look over your answers").await;
}

/// The same, going on by the links under each question.
///
/// For many sheets in one tab: `WebKit` lets a page change the history, as Enter does, only 100 times
/// in ten seconds, and these people are nearly as fast as that.
pub(crate) async fn answer_with_links(person: &Browser, keys: &str) {
    let of = keys.chars().count();
    for (key, place) in keys.chars().zip(1..) {
        is_at_question(person, place, of).await;
        person.key(&name_of(key)).await;
        let on = if place == of { "Look over" } else { "Next" };
        person.press(on).await;
    }
    person.heading("Look over your answers").await;
}

/// Waits for a question.
pub(crate) async fn is_at_question(person: &Browser, place: usize, of: usize) {
    person.sees(&format!(" {place} of {of} ")).await;
}

/// Up from where nothing is chosen leads to the last answer, which is “I don’t know”.
fn name_of(key: char) -> String {
    match key {
        '?' => "ArrowUp".into(),
        key => key.into(),
    }
}

/// Hands in, and reads the code from the page.
pub(crate) async fn hand_in(person: &Browser) -> String {
    person.press("Seal and hand in").await;
    person.heading("Your answers are sealed").await;
    shown_code(person).await
}

/// The code that the page shows.
pub(crate) async fn shown_code(person: &Browser) -> String {
    person
        .until("read the code", async || {
            let page = person.visible_text().await?;
            let code = page.split(' ').find(|word| is_code(word));
            code.map(str::to_owned)
                .ok_or_else(|| "there is none".into())
        })
        .await
}

pub(crate) fn is_code(word: &str) -> bool {
    word.len() == CODE && word.bytes().all(|byte| byte.is_ascii_alphanumeric())
}

/// Answers through a link, and gives the code.
pub(crate) async fn code_of(person: &Browser, link: &str, keys: &str) -> String {
    begin(person, link).await;
    answer(person, keys).await;
    hand_in(person).await
}

/// Puts a text into the box.
pub(crate) async fn collect(organiser: &Browser, text: &str) {
    organiser.paste_into(CODES, text).await;
    organiser.press("Put into the box").await;
}

/// The link for collectors of the survey that the organiser's page shows.
pub(crate) async fn collector_link(organiser: &Browser) -> String {
    organiser.press("Let somebody else gather too").await;
    organiser.sees("#c=").await;
    let page = organiser.visible_text().await;
    let page = page.expect("the page can be read");
    let link = page.split(' ').find(|word| word.contains("#c="));
    link.expect("a link was seen").to_owned()
}

/// Opens, counts and drops the ballots.
pub(crate) async fn close(organiser: &Browser) {
    organiser.press("Close the survey…").await;
    organiser.heading("Close now?").await;
    organiser.press("Open, count and drop the ballots").await;
    organiser.heading("Executives and team, side by side").await;
}

/// How many ballots of executives and of the team the page says are in the box.
pub(crate) async fn ballots(organiser: &Browser) -> Vec<String> {
    let rows = organiser.text_of_table("Sealed ballots in the box").await;
    rows[1..].iter().map(|row| row[1].clone()).collect()
}

/// Waits until the page says that so many ballots of executives and of the team are in the box.
pub(crate) async fn has_ballots(organiser: &Browser, expected: [&str; 2]) {
    let what = format!("see {expected:?} in the box");
    let are_there = async || {
        let found = ballots(organiser).await;
        let are_there = found == expected;
        are_there
            .then_some(())
            .ok_or_else(|| format!("{found:?} are there"))
    };
    organiser.until(&what, are_there).await;
}

/// Today as file names have it, by the calendar of this person's device.
pub(crate) async fn today(person: &Browser) -> String {
    let script = "const now = new Date();
        const two = (number) => String(number).padStart(2, '0');
        return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;";
    let today = person.run(script, Vec::new()).await;
    let today = today.expect("the page can be asked");
    today.as_str().expect("a text").to_owned()
}
