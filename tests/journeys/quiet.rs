//! Nothing is sent: once the page has loaded it asks the network for nothing more.

use crate::{
    browser::Browser,
    figures::{self, EXECUTIVES},
    people,
    site::Site,
    stage::{Stage, journey},
};

/// Where a static host might keep the site.
const FOLDER: &str = "/some/folder/";

#[test]
fn the_whole_path_works_without_a_network_once_the_page_has_loaded() {
    journey(async |stage| {
        walk(stage, &stage.site, || stage.site.go_offline()).await;
    });
}

#[test]
fn from_any_folder_nothing_is_asked_of_the_network_after_the_page_has_loaded() {
    journey(async |stage| {
        let site = Site::serve(FOLDER);
        walk(stage, &site, || ()).await;
        let asked = site.requests();
        assert!(
            asked.iter().all(|path| path.starts_with(FOLDER)),
            "{asked:?}"
        );
    });
}

/// The path with five executives: it has everything that a page could be tempted to send.
async fn walk(stage: &Stage, site: &Site, once_loaded: impl FnOnce()) {
    let organiser = stage.person("Olga").await;
    let start = site.address("#/start");
    organiser.open(&site.address("#/")).await;
    organiser.sees("Surveys that you start").await;
    let loaded = Loaded::now(&organiser, site).await;
    once_loaded();
    let links = people::make_survey(&organiser, &start, "Claims").await;
    let prefix = site.address("#s=");
    assert!(links.executives.starts_with(&prefix) && links.team.starts_with(&prefix));
    let mut codes = Vec::new();
    for number in 0..EXECUTIVES {
        organiser.open(&links.executives).await;
        organiser.press("Begin").await;
        people::answer_with_links(&organiser, &figures::executive(number)).await;
        codes.push(people::hand_in(&organiser).await);
        organiser
            .press("I have sent it: remove it from this device")
            .await;
        organiser.heading("Thank you").await;
    }
    organiser.press("Plumbline, home").await;
    organiser
        .press("Claims AI reality check · Collecting answers")
        .await;
    people::collect(&organiser, &codes.join("\n")).await;
    organiser.sees("5 new ballots of executives came in.").await;
    people::close(&organiser).await;
    organiser
        .press_under("The six dimensions", "Download PNG")
        .await;
    organiser.does_not_see("Making the picture…").await;
    loaded.is_all(&organiser, site).await;
}

/// What was asked of the network by the time that the page stood there.
struct Loaded {
    by_the_page: Vec<String>,
    of_the_site: Vec<String>,
}

impl Loaded {
    async fn now(person: &Browser, site: &Site) -> Self {
        Self {
            by_the_page: person.requests().await,
            of_the_site: site.requests(),
        }
    }

    /// Checks that nothing was asked since, and that nothing went wrong.
    async fn is_all(&self, person: &Browser, site: &Site) {
        assert!(!self.of_the_site.is_empty());
        assert_eq!(site.requests(), self.of_the_site);
        assert_eq!(person.requests().await, self.by_the_page);
        assert_eq!(person.console_errors().await, [""; 0]);
    }
}
