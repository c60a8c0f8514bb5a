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
    stage.sees_off(olga).await;
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
        |link| forge::later(link, 2),
        "The link was made by another version of Plumbline.",
    );
}

/// What happens to links, and leaves enough to open them.
fn spoiled(link: &str) -> Vec<String> {
    let (page, fragment) = link.split_once('#').expect("a link has a fragment");
    let (start, end) = fragment.split_at(60);
    let folder = page.strip_suffix("answer.html").expect("its document");
    vec![
        link.replace('#', "%23"),
        link.replace('#', "%2523"),
        link.replace('#', "/%23"),
        format!("{folder}%23{fragment}"),
        format!("{folder}results.html%23{fragment}"),
        format!("{folder}#{fragment}"),
        format!("{folder}results.html#{fragment}"),
        format!("{link})."),
        format!("{link}>"),
        format!("{link}&utm_source=mail"),
        format!("{page}#{}", fragment.replace('=', "%3D")),
        format!("{page}#{start}%0D%0A{end}"),
        format!("{page}#/{fragment}"),
        format!("{page}#{link}"),
    ]
}

#[test]
fn a_link_opens_however_it_was_rewritten_and_in_whatever_document() {
    journey(async |stage| {
        let link = links(stage).await.executives;
        let rosa = stage.person("Rosa").await;
        for spoiled in spoiled(&link) {
            rosa.open("about:blank").await;
            rosa.open(&spoiled).await;
            rosa.sees(INTRO).await;
            // No longer than needed, and in the document for answering.
            rosa.until("see a short address", async || {
                let address = rosa.address().await;
                address
                    .contains("answer.html#/answer/")
                    .then_some(())
                    .ok_or(address)
            })
            .await;
        }
        rosa.press("Begin").await;
        people::is_at_question(&rosa, 1, 18).await;
    });
}
