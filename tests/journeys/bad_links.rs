//! Links that mail and chat have spoiled.

use crate::{
    forge,
    people::{self, Links},
    stage::{Stage, journey},
};

/// What the link of this survey opens.
const INTRO: &str = "Claims: what do you expect?";

async fn links(stage: &Stage) -> Links {
    let olga = stage.person("Olga").await;
    let links = people::make_survey(&olga, &stage.site.address("#/start"), "Claims").await;
    olga.leave().await;
    links
}

/// Opens a spoiled link, and finds the sentence that says what happened to it.
fn says(spoil: impl Fn(&str) -> String, sentence: &str) {
    journey(async |stage| {
        let link = links(stage).await.executives;
        let rosa = stage.person("Rosa").await;
        rosa.open(&spoil(&link)).await;
        rosa.heading("This link cannot be opened").await;
        rosa.sees(sentence).await;
        assert_eq!(rosa.console_errors().await, [""; 0]);
    });
}

#[test]
fn a_link_cut_short_says_that_its_end_is_missing() {
    let cut = |link: &str| link[..link.len() - 20].to_owned();
    says(cut, "The end of the link is missing.");
}

#[test]
fn a_link_with_a_letter_changed_says_that_it_was_changed() {
    let change = |link: &str| {
        let (start, end) = link.split_at(link.len() - 60);
        let other = if end.starts_with('x') { 'y' } else { 'x' };
        format!("{start}{other}{}", &end[1..])
    };
    says(change, "The link was changed on its way.");
}

#[test]
fn a_link_of_another_version_says_so() {
    says(
        forge::later,
        "The link was made by another version of Plumbline.",
    );
}

#[test]
fn a_link_whose_hash_was_rewritten_opens_all_the_same() {
    journey(async |stage| {
        let link = links(stage).await.executives;
        let rosa = stage.person("Rosa").await;
        rosa.open(&link.replace('#', "%23")).await;
        rosa.sees(INTRO).await;
        rosa.press("Begin").await;
        people::is_at_question(&rosa, 1, 18).await;
    });
}
