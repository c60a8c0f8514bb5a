//! Where executives are few, each of them is asked before the first question.

use crate::{browser::Browser, people, stage::journey};

const ASK: &str =
    "Ask every executive for consent before the first question, so that 3 or 4 answers are enough";

#[test]
fn a_smaller_group_of_executives_is_asked_for_consent() {
    journey(async |stage| {
        let olga = stage.person("Olga").await;
        olga.open(&stage.site.address("#/start")).await;
        make_survey_of_three(&olga).await;
        let links = people::links(&olga).await;
        let rosa = stage.person("Rosa").await;
        rosa.open(&links.executives).await;
        rosa.sees("from 3 answers on, instead of 5").await;
        rosa.choose("I do not agree").await;
        rosa.sees("Then please do not answer.").await;
        rosa.choose("I agree").await;
        rosa.press("Begin").await;
        people::is_at_question(&rosa, 1, 18).await;
        rosa.open(&links.team).await;
        rosa.press("Begin").await;
        people::is_at_question(&rosa, 1, 17).await;
    });
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
