//! Two tabs over one box, and a browser that keeps nothing.

use crate::{browser::Browser, figures, people, stage::journey};

#[test]
fn what_comes_in_through_one_tab_is_there_in_the_other() {
    journey(async |stage| {
        let olga = stage.person("Olga").await;
        let links = people::make_survey(&olga, &stage.site.address("#/start"), "Claims").await;
        let rosa = stage.person("Rosa").await;
        let executive = people::code_of(&rosa, &links.executives, &figures::executive(0)).await;
        let team = people::code_of(&rosa, &links.team, &figures::team_member(0)).await;
        rosa.leave().await;
        let survey = olga.address().await;
        olga.open_beside(&survey).await;
        olga.heading("Collect").await;
        people::collect(&olga, &executive).await;
        has_ballots(&olga, ["1", "0"]).await;
        olga.look_at_tab(0).await;
        has_ballots(&olga, ["1", "0"]).await;
        people::collect(&olga, &team).await;
        has_ballots(&olga, ["1", "1"]).await;
        olga.look_at_tab(1).await;
        has_ballots(&olga, ["1", "1"]).await;
        olga.reload().await;
        has_ballots(&olga, ["1", "1"]).await;
    });
}

async fn has_ballots(olga: &Browser, expected: [&str; 2]) {
    olga.until(&format!("see {expected:?} in the box"), async || {
        let ballots = people::ballots(olga).await;
        (ballots == expected)
            .then_some(())
            .ok_or_else(|| format!("{ballots:?} are there"))
    })
    .await;
}

#[test]
fn where_nothing_can_be_kept_the_page_says_so_and_works() {
    journey(async |stage| {
        stage.site.forbid_storage();
        let olga = stage.person("Olga").await;
        let links = people::make_survey(&olga, &stage.site.address("#/start"), "Claims").await;
        olga.sees("This browser keeps nothing for this page").await;
        let survey = olga.address().await;
        for person in 0..figures::EXECUTIVES {
            people::begin(&olga, &links.executives).await;
            people::answer_with_links(&olga, &figures::executive(person)).await;
            people::hand_in(&olga).await;
            olga.press("Put it into this device’s box").await;
            olga.heading("Thank you").await;
        }
        olga.open(&survey).await;
        has_ballots(&olga, ["5", "0"]).await;
        people::close(&olga).await;
        olga.sees("5 of 5 executives answered").await;
    });
}
