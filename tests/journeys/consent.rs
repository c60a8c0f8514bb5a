//! What people are told and asked before and at the first questions; where executives are few, for their consent too.

use serde_json::{from_value, json};

use crate::{browser::Browser, forge, people, stage::journey};

const ASK: &str =
    "Ask every executive for consent before the first question, so that 3 or 4 answers are enough";

/// The optional pair of questions.
const PAIR: &str =
    "Ask two more: are the goals clear, and can people say that a plan is not working?";

/// What an executive reads before the first question: what this is, who asks, how long, who could read what, and when
/// results come.
const TO_EXECUTIVES: [&str; 7] = [
    "AI in Claims: what do you expect?",
    "20 questions, about four minutes. Answer for yourself, then guess how it looks in the team.",
    "This is a survey about Claims, asked by whoever sent you the link or handed you this device. \
     People in the team answer the same questions about themselves.",
    "Who could read your answers",
    REQUIRED,
    "Until then everything stays on this device. The page sends nothing by itself.",
    "Results are shown once, when the survey is closed, and only if at least 3 executives answered; \
     each question only if that many could answer it.",
];

/// The same to people in the team.
const TO_THE_TEAM: [&str; 7] = [
    "AI in Claims: how is it for you?",
    "19 questions, about four minutes. Answer for yourself. There are no right answers.",
    "This is a survey about Claims, asked by whoever sent you the link or handed you this device. \
     Executives guess the same things about the team.",
    "Who could read your answers",
    REQUIRED,
    "Until then everything stays on this device. The page sends nothing by itself.",
    "Results are shown once, when the survey is closed, and only if at least 5 people in the team \
     answered; each question only if that many could answer it.",
];

/// The sentence that the method requires there, section 3.2, word for word.
pub(crate) const REQUIRED: &str = "Your code contains your answers, without your name. The person you send it \
    to could read it. Send it in a way that does not show who you are, or to someone you trust to \
    combine it.";

/// The first dimension, and the one of the optional pair.
const FIRST: &str = "Hands-on experience";
const LAST: &str = "Direction and candour";

#[test]
fn a_smaller_group_of_executives_is_asked_for_consent() {
    journey(async |stage| {
        let olga = stage.person("Olga").await;
        olga.open(&stage.site.address("#/start")).await;
        olga.choose(PAIR).await;
        make_survey_of_three(&olga).await;
        let links = people::links(&olga).await;
        let rosa = stage.person("Rosa").await;
        rosa.open(&links.executives).await;
        sees_all(&rosa, &TO_EXECUTIVES).await;
        rosa.sees("from 3 answers on, instead of 5").await;
        rosa.choose("I do not agree").await;
        rosa.sees("Then please do not answer.").await;
        rosa.choose("I agree").await;
        rosa.press("Begin").await;
        is_laid_out(&rosa, 1, 20, FIRST, "I don’t know").await;
        go_to(&rosa, 2).await;
        is_laid_out(&rosa, 2, 20, FIRST, "I don’t know").await;
        go_to(&rosa, 4).await;
        is_laid_out(&rosa, 4, 20, "Access and use", "I can’t guess").await;
        rosa.open(&links.team).await;
        sees_all(&rosa, &TO_THE_TEAM).await;
        rosa.press("Begin").await;
        is_laid_out(&rosa, 1, 19, FIRST, "I don’t know").await;
        go_to(&rosa, 19).await;
        is_laid_out(&rosa, 19, 19, LAST, "I don’t know").await;
        let mut codes = forge::codes(&links.executives, 3);
        codes.extend(forge::codes(&links.team, 5));
        people::collect(&olga, &codes.join("\n")).await;
        olga.sees("3 new ballots of executives and 5 new ballots of the team came in.")
            .await;
        people::close(&olga).await;
        let rows = olga.text_of_table("The seven dimensions").await;
        assert_eq!((rows.len(), rows[7][0].as_str()), (8, LAST));
    });
}

/// Waits for each of these.
pub(crate) async fn sees_all(person: &Browser, words: &[&str]) {
    for words in words {
        person.sees(words).await;
    }
}

/// Goes from one question to another by the address.
async fn go_to(person: &Browser, place: usize) {
    let address = person.address().await;
    let (sheet, _) = address.rsplit_once('/').expect("it names the question");
    person.open(&format!("{sheet}/{place}")).await;
}

/// The question names its dimension and says how far one is; the answer of who cannot tell comes last and stands
/// further from the others than they do from one another.
async fn is_laid_out(person: &Browser, place: usize, of: usize, dimension: &str, unsure: &str) {
    people::is_at_question(person, place, of).await;
    person.sees(dimension).await;
    let name = format!("Question {place} of {of}");
    let bar = person.look("progress", vec![json!(name)]).await;
    assert_eq!(bar, Ok(json!([place, of])));
    let choices = person.look("choices", Vec::new()).await;
    let choices = from_value(choices.expect("the page can be asked"));
    let choices: Vec<(String, f64, f64)> = choices.expect("they are names and places");
    let ((last, top, _), others) = choices.split_last().expect("there are choices");
    assert_eq!(last, unsure);
    let between = others.windows(2).map(|pair| pair[1].1 - pair[0].2);
    let between = between.fold(0.0, f64::max);
    let lowest = others.iter().map(|other| other.2).fold(0.0, f64::max);
    assert!(
        top - lowest > between,
        "{unsure} is {} apart, others {between}",
        top - lowest
    );
}

/// Makes a survey of three executives, refused first and then with the box ticked.
pub(crate) async fn make_survey_of_three(olga: &Browser) {
    let refusal = "For 3 or 4, executives must be asked for their consent";
    olga.type_into("The team’s name", "Claims").await;
    olga.type_into("Executives invited", "3").await;
    olga.type_into("Team members invited", "8").await;
    olga.type_into("Fewest executive answers", "3").await;
    olga.sees(refusal).await;
    olga.choose(ASK).await;
    olga.does_not_see(refusal).await;
    assert!(olga.is_chosen(ASK).await);
    olga.press("Open the survey and get the links").await;
    olga.heading("Claims").await;
}
