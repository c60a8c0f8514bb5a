//! What nobody has foreseen is said, and takes nothing along.

use crate::{
    browser::Browser,
    figures, people,
    site::STOP,
    stage::{Stage, journey},
};

/// What a page says then.
const SAID: &str = "This page has stopped. Please load it again: what it has kept is still here.";

/// Begins the script at an address, whose program stops at once or later.
const BEGIN: &str = "const script = document.createElement('script');
    [script.src, script.dataset[arguments[1]]] = [arguments[0], ''];
    document.head.append(script);";

#[test]
fn a_program_that_stops_itself_says_so_and_has_kept_what_was_answered() {
    journey(async |stage| {
        let olga = stage.person("Olga").await;
        let links = people::make_survey(&olga, &stage.site.address("#/start"), "Claims").await;
        stage.sees_off(olga).await;
        let rosa = stage.person("Rosa").await;
        people::begin(&rosa, &links.executives).await;
        let of = figures::executive(0).chars().count();
        for (place, when) in [(1, "now"), (2, "later")] {
            people::is_at_question(&rosa, place, of).await;
            rosa.key("1").await;
            rosa.key("Enter").await;
            people::is_at_question(&rosa, place + 1, of).await;
            stops(stage, &rosa, when).await;
            rosa.reload().await;
        }
        people::is_at_question(&rosa, 3, of).await;
        has_not_stopped(&rosa).await;
    });
}

async fn stops(stage: &Stage, person: &Browser, when: &str) {
    has_not_stopped(person).await;
    let given = [stage.site.address(STOP), when.to_owned()];
    let begun = person.run(BEGIN, given.map(Into::into).into()).await;
    begun.expect("the page still answers");
    person.sees(SAID).await;
}

async fn has_not_stopped(person: &Browser) {
    let text = person.visible_text().await.expect("the page can be read");
    assert!(!text.contains(SAID), "{text}");
}

#[test]
fn a_program_that_does_not_load_is_told() {
    journey(async |stage| {
        let anna = stage.person("Anna").await;
        stage.site.lose_programs();
        let pages = ["", "answer", "results", "meeting", "device", "camera"];
        for page in pages.map(|page| stage.site.address(&format!("{page}.html"))) {
            anna.open(&page.replace("/.html", "/")).await;
            anna.sees(SAID).await;
        }
    });
}
