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
fn the_whole_path_works_without_a_network_once_each_page_has_loaded() {
    journey(async |stage| {
        walk(stage, &stage.site, Site::go_offline).await;
    });
}

#[test]
fn from_any_folder_nothing_is_asked_of_the_network_after_a_page_has_loaded() {
    journey(async |stage| {
        let site = Site::serve(FOLDER);
        walk(stage, &site, |_| ()).await;
        let asked = site.requests();
        assert!(
            asked.iter().all(|path| path.starts_with(FOLDER)),
            "{asked:?}"
        );
    });
}

/// The path with five executives: it has everything that a page could be tempted to send. Of the site's three
/// documents the organiser loads one, the executives, who share a device, another, and closing leads to the third.
async fn walk(stage: &Stage, site: &Site, once_loaded: fn(&Site)) {
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
    let loaded = Loaded::now(&[&organiser, &executives], site).await;
    once_loaded(site);
    let codes = codes(&executives, &links.executives).await;
    people::collect(&organiser, &codes).await;
    organiser.sees("5 new ballots of executives came in.").await;
    organiser.press("Close the survey…").await;
    organiser.heading("Close now?").await;
    loaded.is_all(site).await;
    site.go_online();
    organiser.press("Open, count and drop the ballots").await;
    let asked = results(&organiser, site, once_loaded).await;
    let before = loaded.of_the_site.len();
    assert!(
        asked[before..]
            .iter()
            .any(|path| path.ends_with("results.html")),
        "{asked:?}"
    );
}

/// What the executives hand in.
async fn codes(executives: &Browser, link: &str) -> String {
    let mut codes = String::new();
    for number in 0..EXECUTIVES {
        executives.open(link).await;
        executives.press("Begin").await;
        people::answer_with_links(executives, &figures::executive(number)).await;
        codes += &people::hand_in(executives).await;
        codes.push('\n');
        executives
            .press("I have sent it: remove it from this device")
            .await;
        executives.heading("Thank you").await;
    }
    codes
}

/// Reads and takes away the results; what was asked of the network until then.
async fn results(reader: &Browser, site: &Site, once_loaded: fn(&Site)) -> Vec<String> {
    reader.heading("Executives and team, side by side").await;
    let loaded = Loaded::now(&[reader], site).await;
    once_loaded(site);
    reader
        .press_under("The six dimensions", "Download PNG")
        .await;
    reader.does_not_see("Making the picture…").await;
    reader.press("Download CSV").await;
    reader.press("Download the tally").await;
    loaded.is_all(site).await;
    loaded.of_the_site
}

/// What was asked of the network by the time that the pages stood there.
struct Loaded<'a> {
    by_each: Vec<(&'a Browser, Vec<String>)>,
    of_the_site: Vec<String>,
}

impl<'a> Loaded<'a> {
    async fn now(people: &[&'a Browser], site: &Site) -> Self {
        let mut by_each = Vec::new();
        for person in people {
            by_each.push((*person, person.requests().await));
        }
        Self {
            by_each,
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
