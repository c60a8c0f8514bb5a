//! Names that are more than letters, and sheets that are less than answers.

use crate::{browser::Browser, people, stage::journey};

/// Markup, quotes, an emoji and letters from right to left.
const STRANGE: &str = "<script>hit=1</script> \"x\" 'y' & 🚀 צוות";

#[test]
fn a_strange_name_is_shown_as_it_was_typed() {
    journey(async |stage| {
        let olga = stage.person("Olga").await;
        let links = people::make_survey(&olga, &stage.site.address("#/start"), STRANGE).await;
        nothing_has_run(&olga).await;
        olga.press("Plumbline, home").await;
        olga.sees(STRANGE).await;
        nothing_has_run(&olga).await;
        let rosa = stage.person("Rosa").await;
        rosa.open(&links.team).await;
        rosa.sees(STRANGE).await;
        nothing_has_run(&rosa).await;
    });
}

async fn nothing_has_run(person: &Browser) {
    let hit = person.run("return typeof hit", Vec::new()).await;
    assert_eq!(hit.expect("the page can be asked"), "undefined");
    assert_eq!(person.console_errors().await, [""; 0]);
}

#[test]
fn a_name_of_500_characters_is_refused_beside_its_field() {
    journey(async |stage| {
        let olga = stage.person("Olga").await;
        olga.open(&stage.site.address("#/start")).await;
        olga.type_into("The team’s name", &"long ".repeat(100))
            .await;
        olga.sees("Please use at most 40 characters, so that links stay short.")
            .await;
        olga.type_into("Executives invited", "5").await;
        olga.type_into("Team members invited", "8").await;
        olga.press("Open the survey and get the links").await;
        olga.sees("One thing to mend first.").await;
        olga.heading("Start a survey").await;
        assert_eq!(olga.focused_name().await, "The team’s name");
        olga.type_into("The team’s name", "Short").await;
        olga.press("Open the survey and get the links").await;
        olga.heading("Short").await;
    });
}

#[test]
fn a_sheet_without_answers_can_be_handed_in() {
    journey(async |stage| {
        let olga = stage.person("Olga").await;
        let links = people::make_survey(&olga, &stage.site.address("#/start"), "Claims").await;
        let rosa = stage.person("Rosa").await;
        people::begin(&rosa, &links.team).await;
        for place in 1..=17 {
            people::is_at_question(&rosa, place, 17).await;
            rosa.press("Skip").await;
        }
        rosa.sees("You have not answered anything yet.").await;
        let code = people::hand_in(&rosa).await;
        people::collect(&olga, &code).await;
        olga.sees("1 new ballot of the team came in.").await;
    });
}
