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

/// The path with five executives: it has everything that a page could be tempted to send. Both documents are loaded
/// before the first answer, one by the organiser and one by the executives, who share a device.
async fn walk(stage: &Stage, site: &Site, once_loaded: impl FnOnce()) {
    let organiser = stage.person("Olga").await;
    let executives = stage.person("Edda").await;
    let start = site.address("#/start");
    organiser.open(&site.address("#/")).await;
    organiser.sees("Surveys that you start").await;
    let links = people::make_survey(&organiser, &start, "Claims").await;
    let prefix = site.address("answer.html#s=");
    assert!(links.executives.starts_with(&prefix) && links.team.starts_with(&prefix));
    executives.open(&links.executives).await;
    executives.sees("Begin").await;
    let loaded = Loaded::now([&organiser, &executives], site).await;
    once_loaded();
    let mut codes = Vec::new();
    for number in 0..EXECUTIVES {
        executives.open(&links.executives).await;
        executives.press("Begin").await;
        people::answer_with_links(&executives, &figures::executive(number)).await;
        codes.push(people::hand_in(&executives).await);
        executives
            .press("I have sent it: remove it from this device")
            .await;
        executives.heading("Thank you").await;
    }
    people::collect(&organiser, &codes.join("\n")).await;
    organiser.sees("5 new ballots of executives came in.").await;
    people::close(&organiser).await;
    organiser
        .press_under("The six dimensions", "Download PNG")
        .await;
    organiser.does_not_see("Making the picture…").await;
    loaded.is_all(site).await;
}

/// What was asked of the network by the time that the pages stood there.
struct Loaded<'a> {
    by_each: [(&'a Browser, Vec<String>); 2],
    of_the_site: Vec<String>,
}

impl<'a> Loaded<'a> {
    async fn now([one, other]: [&'a Browser; 2], site: &Site) -> Self {
        Self {
            by_each: [(one, one.requests().await), (other, other.requests().await)],
            of_the_site: site.requests(),
        }
    }

    /// Checks that nothing was asked since, and that nothing went wrong.
    async fn is_all(&self, site: &Site) {
        assert!(!self.of_the_site.is_empty());
        assert_eq!(site.requests(), self.of_the_site);
        for (person, asked) in &self.by_each {
            assert_eq!(person.requests().await, *asked);
            assert_eq!(person.console_errors().await, [""; 0]);
        }
    }
}
