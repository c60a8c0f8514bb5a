//! A whole meeting: from a tally file to slides, a card, and everything that goes along. What each of them holds is
//! looked at by journeys of its own; paper by `paper`.

use crate::{
    browser::Browser,
    cards::{fill, make},
    stage::journey,
    steps::{go_on, place},
    taking_along::{COUNT, is_the_deck_for_an_office_program, titles},
    taking_away::shown_link,
};

/// The example as a tally file, and what its own files begin and end with.
const TALLY: &str = include_str!("../fixtures/tally_v1.json");
const FILE: &str = "plumbline_claims-platform-team_";
const CALENDAR: &str = "card-1-a-start-session-for-one-group-three_2027-01-12.ics";

/// Over results, and their first table.
const RESULTS: &str = "Executives and team, side by side";
const OVERVIEW: &str = "The six dimensions";

#[test]
fn a_file_that_is_dropped_where_slides_would_be_becomes_them() {
    journey(async |stage| {
        let olga = stage.person("Olga").await;
        let address = stage.site.address("meeting.html#/deck/opened");
        olga.open(&address).await;
        olga.sees("You can also drop it anywhere on this page.")
            .await;
        olga.drop_file("letter.json", "Dear all").await;
        olga.sees("This file is neither a tally nor a picture")
            .await;
        olga.drop_file("tally.json", TALLY).await;
        olga.sees("Slide 1 of").await;
        // Whatever is dropped beside its mark in the middle of a meeting: the slides stay.
        olga.drop_file("letter.json", "Dear all").await;
        assert!(go_on(&olga, "Space", &place(&olga).await).await);
        assert_eq!(olga.console_errors().await, [""; 0]);
    });
}

#[test]
fn a_tally_becomes_a_meeting_and_everything_that_goes_along() {
    journey(async |stage| {
        let olga = stage.person("Olga").await;
        olga.open(&stage.site.address("results.html#/opened")).await;
        let tally = olga.is_sent("tally.json", TALLY.as_bytes());
        olga.bring("Open results", &tally).await;
        olga.heading(RESULTS).await;
        let numbers = olga.text_of_table(OVERVIEW).await;
        let asked = olga.requests().await;
        olga.press("The link that shows these results").await;
        let link = shown_link(&olga).await;
        olga.press("Save as one file (HTML)").await;
        let name = format!("{FILE}executives-and-team-side-by-side_2026-11-22.html");
        let html = String::from_utf8(olga.downloaded(&name).await).expect("it is UTF-8");
        for cell in numbers.iter().skip(1).flatten() {
            assert!(html.contains(&format!(">{cell}</t")), "{cell}");
        }
        assert_eq!(olga.requests().await, asked);

        olga.press("Present").await;
        olga.sees("Slide 1 of").await;
        let asked = olga.requests().await;
        goes_through(&olga).await;
        olga.press("Arrange").await;
        olga.heading("Arrange the slides").await;
        let titles = titles(&olga).await;
        assert_eq!(titles.len(), COUNT);
        olga.press("Save as PowerPoint").await;
        let name = format!("{FILE}slides_2026-11-22.pptx");
        is_the_deck_for_an_office_program(&olga.downloaded(&name).await, &titles);
        assert_eq!(olga.requests().await, asked);

        let cards = link.replacen("results.html#", "meeting.html#/cards/", 1);
        olga.open(&cards).await;
        olga.heading("Experiment cards").await;
        let asked = olga.requests().await;
        make(&olga).await;
        fill(&olga).await;
        olga.press("We agree on this card").await;
        olga.press("Calendar file for the day to look again").await;
        let day = olga.downloaded(&format!("{FILE}{CALENDAR}")).await;
        assert!(day.starts_with(b"BEGIN:VCALENDAR\r\n"));
        assert_eq!(olga.requests().await, asked);

        let vera = stage.person("Vera").await;
        vera.open(&link).await;
        vera.heading(RESULTS).await;
        assert_eq!(vera.text_of_table(OVERVIEW).await, numbers);
        for person in [&olga, &vera] {
            assert_eq!(person.console_errors().await, [""; 0]);
        }
    });
}

/// Every step of every slide by the space bar, which clickers press too.
async fn goes_through(person: &Browser) {
    let mut seen = 1;
    while go_on(person, "Space", &place(person).await).await {
        seen += 1;
    }
    assert_eq!(seen, 27, "11 slides, 4 of them in 5 steps");
}
