//! The results as an article: read, looked at in another way, shared without a question, and compared with an earlier tally.

use plumbline::{
    codec::{
        result_link,
        tally::{self, Published},
    },
    domain::{
        day::Day,
        example,
        release::Released,
        side::BySide,
        tally::{Counts, Tally},
    },
};

use crate::{
    accessible::{look_in, nothing_is_wrong},
    browser::Browser,
    keyboard::tab_to,
    stage::{Stage, journey},
    taking_away::{open_example, shown_link},
};

/// Over the results, and what they say first.
const RESULTS: &str = "Executives and team, side by side";
const HEADLINE: &str =
    "Clear gap: leaders think people are asked, and success is defined, more than those people say";

/// The sections in the order of reading.
const SECTIONS: [&str; 8] = [
    "How sure this is, and who answered",
    "The six dimensions",
    "The largest clear gaps, one per dimension",
    "What leaders and team see alike",
    "Of every 10 people",
    "Hours and weeks",
    "What this cannot tell",
    "The record: every question in numbers",
];

/// The widest gap, and the way to its row.
const GAP: &str = "AI saves two hours a week or more";
const TO_ROW: &str = "Its row in the table: AI saves two hours a week or more";

/// Of each gap that is told, the question to ask and the experiment that fits.
const TOLD: [[&str; 2]; 4] = [
    [
        "What would have to change in a normal week for this tool to be worth opening?",
        "A start session for one group, three weeks before the other",
    ],
    [
        "What problem does this solve, and how will we know it worked?",
        "One page before the next AI promise",
    ],
    [
        "Which task of this team have each of us tried with AI, and what surprised us?",
        "A leader and a team member do a real task together",
    ],
    [
        "When someone here finds a better way, what makes it easy or hard for the next person to find it?",
        "Twenty minutes a week: what I tried, what failed",
    ],
];

/// The switch of order, and what the first picture of items is called after it.
const BY_GAP: &str = "Order by size of gap, hidden last";
const FIRST_BY_GAP: &str = "Items by size of gap, 1";

/// The choice of sides, and what is said of one.
const SIDES: &str = "Show";
const TEAM_ONLY: &str = "Team only";
const TEAM: &str = "What the team reports";

/// The fold with all questions, one of them, and what is said when it is left out.
pub(crate) const LEAVE_OUT: &str = "Leave questions out before sharing";
const LEFT_OUT: &str = "Shared an AI tip in the past 30 days";
const SAID: &str = "left out 1 of the survey’s 18 questions";
const PREVIEW: &str = "See what a receiver sees";
const SHOW_LINK: &str = "The link that shows these results";

/// The field for files on the first screen, and what stands over results from one.
const OPEN: &str = "Open results";
const FROM_FILE: &str = "Opened from a file.";

/// The fold for an earlier tally, its fields, and what stands over the comparison.
const COMPARE: &str = "Compare with an earlier tally";
const FILE: &str = "Earlier tally file or picture";
const LINK: &str = "Earlier result link";
const PRESS: &str = "Compare";
const SINCE: &str = "What has changed since November 2025";
const THEN_AND_NOW: &str = "Then and now: the dimensions";
const STOP: &str = "Stop comparing";
/// A picture of the earlier tally, and its file without the ending.
const DIMENSIONS: &str = "The six dimensions";
const EARLIER: &str = "plumbline_claims-platform-team_the-six-dimensions_2025-11-20";

/// A small phone and a laptop.
const SIZES: [(u32, u32); 2] = [(320, 640), (1_440, 900)];

#[test]
fn the_article_is_read_and_a_claim_leads_to_its_row() {
    journey(async |stage| {
        let reader = stage.person("Rita").await;
        reader.open(&stage.site.address("#/")).await;
        reader.press("Look at an example").await;
        reader.heading(RESULTS).await;
        reader
            .sees("A made-up company, to show what results look like.")
            .await;
        reader.heading(HEADLINE).await;
        for section in SECTIONS {
            reader.heading(section).await;
        }
        assert_eq!(in_order(&reader).await, SECTIONS);
        for [question, experiment] in TOLD {
            reader.sees(&format!("Ask {question}")).await;
            reader.sees(&format!("Try: {experiment}")).await;
        }
        tab_to(&reader, TO_ROW).await;
        reader.key("Enter").await;
        is_on_row(&reader, GAP).await;
        assert!(reader.address().await.ends_with("?at=item-6"));
        // The address leads there too, for whoever gets it.
        let other = stage.person("Oto").await;
        other.open(&reader.address().await).await;
        is_on_row(&other, GAP).await;
        for person in [&reader, &other] {
            assert_eq!(person.console_errors().await, [""; 0]);
        }
    });
}

#[test]
fn what_is_chosen_stays_in_the_address() {
    journey(async |stage| {
        let reader = stage.person("Rita").await;
        open_example(stage, &reader).await;
        reader.choose(BY_GAP).await;
        reader.heading(FIRST_BY_GAP).await;
        assert!(reader.address().await.ends_with("#/example?order=gap"));
        reader.reload().await;
        reader.heading(FIRST_BY_GAP).await;
        assert!(reader.is_chosen(BY_GAP).await);
        reader.pick_under(RESULTS, SIDES, TEAM_ONLY).await;
        reader.heading(TEAM).await;
        let address = reader.address().await;
        assert!(address.ends_with("?order=gap&side=team"), "{address}");
        shows_the_team_only(&reader).await;
        reader.reload().await;
        reader.heading(TEAM).await;
        shows_the_team_only(&reader).await;
        // A link with a view, and with something that nobody knows.
        let link = result_link::encode(&earlier(0)).expect("it fits");
        let link = stage
            .site
            .address(&format!("results.html#{link}?side=team&colour=red"));
        reader.open(&link).await;
        reader.heading(TEAM).await;
        assert_eq!(reader.console_errors().await, [""; 0]);
    });
}

#[test]
fn a_question_that_is_left_out_leaves_no_trace() {
    journey(async |stage| {
        let sharer = stage.person("Olga").await;
        open_example(stage, &sharer).await;
        let rows = leave_one_out(&sharer).await;
        sharer.press("Download the tally").await;
        let file = "plumbline_claims-platform-team_tally_2026-11-20.json";
        let tally = String::from_utf8(sharer.downloaded(file).await).expect("it is UTF-8");
        assert!(!tally.contains(LEFT_OUT) && tally.contains("Sharing and learning"));
        sharer.press(SHOW_LINK).await;
        let link = shown_link(&sharer).await;
        let payload = link.split_once("#r=").expect("a result link").1;
        assert!(payload.len() <= 1_500, "{}", payload.len());
        is_received_without_a_trace(stage, &link, &rows).await;
        sharer.press(PREVIEW).await;
        sharer.look_at_newest_tab().await;
        sharer.sees(SAID).await;
        assert_eq!(sharer.text_of_table("The six dimensions").await, rows);
        assert_eq!(sharer.console_errors().await, [""; 0]);
    });
}

#[test]
fn who_opens_a_tally_can_leave_a_question_out_before_sharing() {
    journey(async |stage| {
        let sharer = stage.person("Olga").await;
        sharer.open(&stage.site.address("#/")).await;
        let tally = tally::encode(&same());
        let file = sharer.is_sent("tally.json", tally.as_bytes());
        sharer.bring(OPEN, &file).await;
        sharer.sees(FROM_FILE).await;
        let rows = leave_one_out(&sharer).await;
        sharer.press(SHOW_LINK).await;
        let link = shown_link(&sharer).await;
        is_received_without_a_trace(stage, &link, &rows).await;
        assert_eq!(sharer.console_errors().await, [""; 0]);
    });
}

/// Leaves one question out, and gives the table of the dimensions without it.
async fn leave_one_out(sharer: &Browser) -> Vec<Vec<String>> {
    let whole = sharer.text_of_table(DIMENSIONS).await;
    sharer.press(LEAVE_OUT).await;
    sharer.choose(LEFT_OUT).await;
    sharer.sees(SAID).await;
    let rows = sharer.text_of_table(DIMENSIONS).await;
    assert_ne!(rows[3], whole[3], "an average of two");
    assert_eq!(rows[2], whole[2]);
    rows
}

/// Somebody else opens the link, and finds this table, nothing of the question, and nothing to leave out.
async fn is_received_without_a_trace(stage: &Stage, link: &str, rows: &[Vec<String>]) {
    let receiver = stage.person("Vera").await;
    receiver.open(link).await;
    receiver.sees(SAID).await;
    assert_eq!(receiver.text_of_table("The six dimensions").await, rows);
    let page = receiver
        .run("return document.body.innerHTML", Vec::new())
        .await;
    let page = page.expect("the page can be asked").to_string();
    assert!(page.contains("Sharing and learning") && !page.contains(LEFT_OUT));
    receiver.does_not_see(LEAVE_OUT).await;
    assert_eq!(receiver.console_errors().await, [""; 0]);
}

#[test]
fn an_earlier_tally_is_compared_by_file_by_drop_and_by_link() {
    journey(async |stage| {
        let reader = stage.person("Rita").await;
        open_example(stage, &reader).await;
        reader.press(COMPARE).await;
        let then = tally::encode(&earlier(0));
        reader
            .bring(FILE, &reader.is_sent("earlier.json", then.as_bytes()))
            .await;
        reader.heading(SINCE).await;
        let rows = reader.text_of_table(THEN_AND_NOW).await;
        assert_eq!(rows.len(), 7);
        assert!(
            rows[1..].iter().all(|row| row[5].contains(" → ")),
            "{rows:?}"
        );
        reader.press(STOP).await;
        reader.does_not_see(SINCE).await;
        reader.drop_file("earlier.json", &then).await;
        reader.heading(SINCE).await;
        assert_eq!(reader.text_of_table(THEN_AND_NOW).await, rows);
        reader.press(STOP).await;
        reader.does_not_see(SINCE).await;
        let link = result_link::encode(&earlier(0)).expect("it fits");
        let link = stage.site.address(&format!("results.html#{link}"));
        reader.paste_into(LINK, &link).await;
        reader.press(PRESS).await;
        reader.heading(SINCE).await;
        assert_eq!(reader.text_of_table(THEN_AND_NOW).await, rows);
        reader.press(LEAVE_OUT).await;
        reader.choose(LEFT_OUT).await;
        reader
            .sees(&format!("Not in these results: {LEFT_OUT}."))
            .await;
        // Then and now are about both sides: who looks at one of them sees neither.
        reader.pick_under(RESULTS, SIDES, TEAM_ONLY).await;
        reader.heading(TEAM).await;
        reader.does_not_see(SINCE).await;
        shows_the_team_only(&reader).await;
        assert_eq!(reader.console_errors().await, [""; 0]);
    });
}

#[test]
fn an_earlier_tally_is_compared_by_a_picture_of_it() {
    journey(async |stage| {
        let reader = stage.person("Rita").await;
        let link = result_link::encode(&earlier(0)).expect("it fits");
        reader
            .open(&stage.site.address(&format!("results.html#{link}")))
            .await;
        let mut pictures = Vec::new();
        for (press, kind) in [("Download SVG", "svg"), ("Download PNG", "png")] {
            reader.press_under(DIMENSIONS, press).await;
            let name = format!("{EARLIER}.{kind}");
            pictures.push(reader.put_aside(&name, &format!("then.{kind}")).await.1);
        }
        open_example(stage, &reader).await;
        reader.press(COMPARE).await;
        for picture in pictures {
            reader.bring(FILE, &picture).await;
            reader.heading(SINCE).await;
            assert_eq!(reader.text_of_table(THEN_AND_NOW).await.len(), 7);
            reader.press(STOP).await;
            reader.does_not_see(SINCE).await;
        }
        assert_eq!(reader.console_errors().await, [""; 0]);
    });
}

#[test]
fn what_cannot_be_compared_is_said() {
    journey(async |stage| {
        let reader = stage.person("Rita").await;
        open_example(stage, &reader).await;
        reader.press(COMPARE).await;
        let mut other = earlier(0);
        other.survey.team = "Payments".to_owned();
        let cases = [
            (
                tally::encode(&other),
                "That tally is of another survey: Payments, Example Insurance.",
            ),
            (tally::encode(&same()), "That is the very same tally."),
            (
                tally::encode(&earlier(2)),
                "That tally is newer than the results on this page.",
            ),
            (
                "Dear all".to_owned(),
                "This file is neither a tally nor a picture",
            ),
        ];
        for (number, (content, said)) in cases.iter().enumerate() {
            let file = reader.is_sent(&format!("{number}.json"), content.as_bytes());
            reader.bring(FILE, &file).await;
            reader.sees(said).await;
            reader.does_not_see(SINCE).await;
        }
        let link = result_link::encode(&earlier(0)).expect("it fits");
        for (typed, said) in [
            (link[..40].to_owned(), "The end of the link is missing."),
            (
                format!("r={}", "A".repeat(20_000)),
                "The link was changed on its way",
            ),
        ] {
            reader.paste_into(LINK, &typed).await;
            reader.press(PRESS).await;
            reader.sees(said).await;
        }
        assert_eq!(reader.console_errors().await, [""; 0]);
    });
}

#[test]
fn the_article_is_accessible_in_light() {
    journey(async |stage| {
        let reader = stage.person("Rita").await;
        looked_at(stage, &reader).await;
    });
}

#[test]
fn the_article_is_accessible_in_the_dark() {
    journey(async |stage| {
        let reader = stage.person_in_the_dark("Rita").await;
        looked_at(stage, &reader).await;
    });
}

/// One side alone, a question left out, and an earlier tally beside.
async fn looked_at(stage: &Stage, reader: &Browser) {
    let mut found = Vec::new();
    open_example(stage, reader).await;
    reader.press(LEAVE_OUT).await;
    reader.choose(LEFT_OUT).await;
    reader.sees(SAID).await;
    reader.press(COMPARE).await;
    let then = tally::encode(&earlier(0));
    reader
        .bring(FILE, &reader.is_sent("earlier.json", then.as_bytes()))
        .await;
    reader.heading(SINCE).await;
    look_in(&SIZES, reader, "then and now", &mut found).await;
    reader.pick_under(RESULTS, SIDES, TEAM_ONLY).await;
    reader.heading(TEAM).await;
    look_in(&SIZES, reader, "the team only", &mut found).await;
    nothing_is_wrong(&found);
}

/// The headings of sections as far as they are expected, in the order of the page.
async fn in_order(reader: &Browser) -> Vec<String> {
    let script =
        "return [...document.querySelectorAll('section > h2')].map(title => title.textContent)";
    let titles = reader.run(script, Vec::new()).await;
    let titles: Vec<String> =
        serde_json::from_value(titles.expect("the page can be asked")).expect("they are texts");
    let expected = titles
        .into_iter()
        .filter(|title| SECTIONS.contains(&title.as_str()));
    expected.collect()
}

/// The keyboard is on the row of a table that begins with this label.
async fn is_on_row(reader: &Browser, label: &str) {
    let script = "const at = document.activeElement; return at.tagName + ' ' + at.textContent";
    reader
        .until(&format!("be on the row “{label}”"), async || {
            let at = reader.run(script, Vec::new()).await;
            let at = at?;
            let at = at.as_str().unwrap_or_default().to_owned();
            let is_there = at.starts_with(&format!("TR {label}"));
            is_there.then_some(()).ok_or(at)
        })
        .await;
}

/// Neither a figure of the executives nor a gap is there.
async fn shows_the_team_only(reader: &Browser) {
    let rows = reader.text_of_table("The six dimensions, team only").await;
    assert_eq!(rows[0], ["Asked", "Team", "n team"]);
    let script = "return document.querySelector('main').textContent";
    let page = reader.run(script, Vec::new()).await;
    let page = page.expect("the page can be asked").to_string();
    for word in ["Gap, points", "clear", "leaders guess", "n executives"] {
        assert!(!page.contains(word), "“{word}” is on the page");
    }
}

/// The tally of the example itself.
pub(crate) fn same() -> Published {
    published(&example::tally(), 2026)
}

/// A year before the example or so many later: other answers to the item of the widest gap.
pub(crate) fn earlier(years_later: u16) -> Published {
    let mut items = example::tally().items().to_vec();
    let ballots = example::tally().ballots();
    items[5].team = Counts::new(vec![1, 3, 9, 9, 5, 2], ballots.team - 29);
    let tally = Tally::with_counts(&example::survey(), ballots, items).expect("it fits");
    published(&tally, 2025 + years_later)
}

pub(crate) fn published(tally: &Tally, year: u16) -> Published {
    let survey = example::survey();
    let day = Day {
        year,
        month: 11,
        day: 20,
    };
    Published {
        released: Released::of(&survey, tally),
        closed: BySide::from_fn(|_| Some(day)),
        survey,
    }
}
