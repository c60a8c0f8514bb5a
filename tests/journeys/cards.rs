//! Experiment cards: made from a gap, their holes filled, agreed, kept, in step, in a calendar, in a backup, gone.

use ical::IcalParser;
use plumbline::text::card;

use crate::{
    accessible::{self, nothing_is_wrong},
    article::LEAVE_OUT,
    browser::Browser,
    engine::Engine,
    fit, forge,
    full::FULL,
    keyboard::{tab_to, type_keys},
    people,
    stage::{Stage, journey},
    taking_along::ARTICLE,
};

/// Over the screen.
const CARDS: &str = "Experiment cards";

/// The example's widest gap, its button, and the card that it makes.
const GAP: &str = "Start a card: AI saves two hours a week or more";
pub(crate) const TITLE: &str = "A start session for one group, three weeks before the other";

/// Fields.
pub(crate) const WHO: &str = "Who does the work";
const SAID: &str = "What they said";
const START: &str = "Start";
const LOOK_AGAIN: &str = "Look again on";

/// What the page says once the storage has acknowledged everything.
pub(crate) const KEPT: &str = "Everything is kept on this device.";

/// Sizes that a card is looked at in: a small phone and a laptop.
const SIZES: [(u32, u32); 2] = [(320, 640), (1_440, 900)];

#[test]
fn a_gap_becomes_an_agreed_card_that_is_there_after_a_reload_and_in_the_other_tab() {
    journey(async |stage| {
        let olga = stage.person("Olga").await;
        open_example(stage, &olga).await;
        olga.sees(card::LEAD).await;
        olga.sees("No card yet.").await;
        olga.open_beside(&stage.site.address("meeting.html#/cards/example"))
            .await;
        olga.heading(CARDS).await;
        olga.look_at_tab(0).await;
        make(&olga).await;
        olga.look_at_tab(1).await;
        olga.sees("Idea, 4 holes to fill.").await;
        olga.look_at_tab(0).await;
        fill(&olga).await;
        olga.sees("No holes: it can be agreed.").await;
        olga.press("We agree on this card").await;
        olga.sees("Agreed. Look again on 12 January 2027.").await;
        olga.sees(KEPT).await;
        olga.look_at_tab(1).await;
        olga.sees("Agreed. Look again on 12 January 2027.").await;
        olga.sees("Not on Mondays.").await;
        olga.reload().await;
        olga.sees("Agreed. Look again on 12 January 2027.").await;
        on_a_slide(stage, &olga).await;
        in_the_article(stage, &olga).await;
        olga.open(&stage.site.address("meeting.html#/cards/example"))
            .await;
        olga.press("Make it an idea again").await;
        olga.look_at_tab(0).await;
        olga.sees("Idea. Look again on 12 January 2027.").await;
        assert_eq!(olga.console_errors().await, [""; 0]);
    });
}

/// An agreed card has a slide, before the last.
async fn on_a_slide(stage: &Stage, olga: &Browser) {
    olga.open(&stage.site.address("meeting.html#/deck/example"))
        .await;
    olga.sees("Slide 1 of 11").await;
    olga.key("End").await;
    olga.heading("How this was measured").await;
    olga.key("ArrowLeft").await;
    olga.heading(TITLE).await;
    olga.sees("Today: 21 of 100").await;
    olga.sees("Look again on: 12 January 2027").await;
    assert_eq!(fit::lost_on_slide(olga).await, [""; 0]);
}

#[test]
fn however_much_stands_on_an_agreed_card_its_slide_loses_nothing() {
    journey(async |stage| {
        let olga = stage.person("Olga").await;
        open_example(stage, &olga).await;
        make(&olga).await;
        fill(&olga).await;
        for (field, letters) in [
            ("Experiment", 120),
            ("One measure", 600),
            ("Today", 120),
            (WHO, 120),
            ("Stop early if", 600),
        ] {
            olga.paste_into(field, &"毎週二十分、".repeat(letters / 6))
                .await;
        }
        olga.press("We agree on this card").await;
        olga.sees("Agreed. Look again on 12 January 2027.").await;
        olga.open(&stage.site.address("meeting.html#/deck/example"))
            .await;
        olga.sees("Slide 1 of 11").await;
        olga.key("End").await;
        olga.key("ArrowLeft").await;
        olga.sees("What we agreed to try").await;
        olga.sees("Look again on: 12 January 2027").await;
        for (width, height) in [(1_280, 720), (3_840, 2_160)] {
            olga.resize(width, height).await;
            assert_eq!(fit::lost_on_slide(&olga).await, [""; 0], "{width} wide");
        }
    });
}

/// An agreed card goes along with the article, unless its question is left out.
async fn in_the_article(stage: &Stage, olga: &Browser) {
    olga.open(&stage.site.address("results.html#/example"))
        .await;
    olga.sees("What we agreed to try").await;
    olga.sees(card::AGREED_FROM).await;
    olga.sees("Not on Mondays.").await;
    olga.press("Save as one file (HTML)").await;
    let file = String::from_utf8(olga.downloaded(ARTICLE).await).expect("it is UTF-8");
    for told in [
        "What we agreed to try",
        TITLE,
        "Not on Mondays.",
        "12 January 2027",
    ] {
        assert!(file.contains(told), "{told}");
    }
    olga.press(LEAVE_OUT).await;
    olga.choose(GAP.trim_start_matches("Start a card: ")).await;
    olga.does_not_see("Not on Mondays.").await;
}

#[test]
fn every_hole_stands_beside_its_field_as_it_is_typed() {
    journey(async |stage| {
        let olga = stage.person("Olga").await;
        open_example(stage, &olga).await;
        make(&olga).await;
        assert!(
            olga.value_of("One measure")
                .await
                .starts_with("Share of the team that says two hours or more to")
        );
        assert_eq!(
            olga.value_of("Today").await,
            "21 of 100 (29 answers, 20 November 2026)"
        );
        for hole in [
            "Missing: who does the work. Without them, it is a wish.",
            "Missing: what they said. Ask before you agree.",
            "Missing: the first day.",
            "Missing: the day to look again. Without one, nobody looks.",
            "4 holes to fill before it can be agreed.",
        ] {
            olga.sees(hole).await;
        }
        olga.press("We agree on this card").await;
        assert_eq!(olga.focused_name().await, WHO);
        fill(&olga).await;
        for (field, text, hole) in [
            (
                "One measure",
                "",
                "Missing: the measure. Without one, nobody can tell whether it worked.",
            ),
            (
                "Stop early if",
                " ",
                "Missing: when to stop early. Without it, nobody will.",
            ),
            ("Time box", "26", "More than 90 days."),
            ("Time box", "six", "A whole number, 1 or more."),
            (LOOK_AGAIN, "2026-11-30", "This day is before the start."),
        ] {
            let before = olga.value_of(field).await;
            olga.paste_into(field, text).await;
            olga.sees(hole).await;
            olga.sees("1 hole to fill before it can be agreed.").await;
            olga.paste_into(field, &before).await;
            olga.sees("No holes: it can be agreed.").await;
        }
        olga.choose("days").await;
        olga.sees("Look again on 7 December 2026").await;
    });
}

#[test]
fn ten_thousand_characters_are_told_and_not_lost() {
    journey(async |stage| {
        let olga = stage.person("Olga").await;
        open_example(stage, &olga).await;
        make(&olga).await;
        let long = "Ten words are quite enough to say what they said. ".repeat(200);
        let long = long.trim_end();
        olga.paste_into(SAID, long).await;
        olga.sees("9999 characters. A card is one page: 600 at most.")
            .await;
        olga.sees(KEPT).await;
        olga.reload().await;
        olga.press(&format!("Edit: {TITLE}")).await;
        assert_eq!(olga.value_of(SAID).await, long);
        let endless = "x".repeat(13_000);
        olga.paste_into(SAID, &endless).await;
        olga.sees("That is more text than a card can keep.").await;
        assert_eq!(olga.value_of(SAID).await, endless);
        olga.paste_into(SAID, "Yes").await;
        olga.does_not_see("That is more text than a card can keep.")
            .await;
        olga.sees(KEPT).await;
    });
}

#[test]
fn titles_in_any_script_and_hostile_ones_are_text() {
    journey(async |stage| {
        let olga = stage.person("Olga").await;
        open_example(stage, &olga).await;
        make(&olga).await;
        fill(&olga).await;
        for title in [
            "عشرون دقيقة كل أسبوع",
            "עשרים דקות בשבוע",
            "ยี่สิบนาทีต่อสัปดาห์",
            "毎週二十分",
            "🚀👩‍👧 x",
            "<img src=x onerror=hit=1> \"x\" & {{1+1}}",
        ] {
            olga.paste_into("Experiment", title).await;
            olga.sees(KEPT).await;
            olga.press("Done editing").await;
            olga.heading(title).await;
            olga.reload().await;
            olga.heading(title).await;
            olga.press(&format!("Edit: {title}")).await;
            assert_eq!(olga.value_of("Experiment").await, title);
        }
        let hit = olga.run("return typeof hit", Vec::new()).await;
        assert_eq!(hit.expect("the page can be asked"), "undefined");
        assert_eq!(olga.console_errors().await, [""; 0]);
    });
}

#[test]
fn the_day_to_look_again_goes_into_a_calendar() {
    journey(async |stage| {
        let olga = stage.person("Olga").await;
        open_example(stage, &olga).await;
        let asked = olga.requests().await;
        make(&olga).await;
        fill(&olga).await;
        olga.press("Done editing").await;
        olga.press("Calendar file for the day to look again").await;
        let name = "plumbline_claims-platform-team_card-1-a-start-session-for-one-group-three_2027-01-12.ics";
        let (file, _) = olga.put_aside(name, "first.ics").await;
        let read = IcalParser::new(file.as_slice())
            .next()
            .expect("there is one")
            .expect("it can be read");
        let event = &read.events[0];
        let value = |name: &str| {
            let found = event.properties.iter().find(|one| one.name == name);
            found.and_then(|one| one.value.clone()).unwrap_or_default()
        };
        assert_eq!(value("DTSTART"), "20270112");
        assert_eq!(value("DTEND"), "20270113");
        assert_eq!(
            value("SUMMARY"),
            format!(
                "Look again: {} (Claims platform team)",
                TITLE.replace(',', "\\,")
            )
        );
        for part in [
            "One measure: Share of the team",
            "Today: 21 of 100",
            "Stop early if: After three weeks",
        ] {
            assert!(
                value("DESCRIPTION").contains(part),
                "{}",
                value("DESCRIPTION")
            );
        }
        assert!(value("UID").ends_with("-1@plumbline"), "{}", value("UID"));
        olga.press("Calendar file for the day to look again").await;
        let again = olga.downloaded(name).await;
        assert_eq!(again, file, "the same card gives the same bytes");
        assert_eq!(
            olga.requests().await,
            asked,
            "nothing was asked of the network"
        );
    });
}

#[test]
fn a_card_is_made_and_agreed_with_the_keyboard() {
    journey(async |stage| {
        let olga = stage.person("Olga").await;
        open_example(stage, &olga).await;
        olga.sees("No card yet.").await;
        tab_to(&olga, GAP).await;
        olga.key("Enter").await;
        olga.sees("4 holes to fill before it can be agreed.").await;
        is_at_title(&olga).await;
        tab_to(&olga, WHO).await;
        type_keys(&olga, "Intake").await;
        tab_to(&olga, SAID).await;
        type_keys(&olga, "Not on Mondays.").await;
        tab_to(&olga, START).await;
        type_day(&olga, ["12", "01", "2026"]).await;
        olga.sees("1 hole to fill before it can be agreed.").await;
        tab_to(&olga, "Look again on 12 January 2027").await;
        olga.key("Space").await;
        olga.sees("No holes: it can be agreed.").await;
        tab_to(&olga, "We agree on this card").await;
        olga.key("Enter").await;
        olga.sees("Agreed. Look again on 12 January 2027.").await;
        is_at_title(&olga).await;
        assert_eq!(olga.console_errors().await, [""; 0]);
    });
}

#[test]
fn cards_of_a_survey_are_saved_brought_back_and_go_with_it() {
    journey(async |stage| {
        let olga = stage.person("Olga").await;
        let links = people::make_survey(&olga, &stage.site.address("#/start"), "Claims").await;
        let survey = olga.address().await;
        let codes = [
            forge::codes(&links.executives, 5),
            forge::codes(&links.team, 8),
        ]
        .concat();
        people::collect(&olga, &codes.join("\n")).await;
        olga.sees("8 new ballots of the team came in.").await;
        people::close(&olga).await;
        let (_, id) = survey.rsplit_once('/').expect("its id ends its address");
        let cards = stage
            .site
            .address(&format!("meeting.html#/cards/survey/{id}"));
        olga.open(&cards).await;
        olga.press("Any other question of the survey").await;
        olga.press("Start a card: Has an AI tool from the company")
            .await;
        olga.sees("Hidden in the results to protect people. Count it before you start.")
            .await;
        olga.sees(KEPT).await;
        let device = stage.site.address("device.html#/device");
        olga.open(&device).await;
        olga.sees("Survey, counts, 1 experiment card, 0 sealed ballots")
            .await;
        olga.press("Save a backup").await;
        let today = people::today(&olga).await;
        let name = format!("plumbline_backup_{today}.plumbline");
        let (_, backup) = olga.put_aside(&name, "backup.plumbline").await;
        olga.press("Erase… Claims").await;
        olga.press("Erase for good").await;
        olga.does_not_see("Survey, counts").await;
        olga.bring("Backup file", &backup).await;
        olga.sees("Claims: 1 experiment card is added. None that is here changes.")
            .await;
        olga.press("Bring it back").await;
        olga.sees("Survey, counts, 1 experiment card, 0 sealed ballots")
            .await;
        olga.open(&cards).await;
        olga.sees(&format!("{TITLE} Idea, 5 holes to fill.")).await;
        olga.press("Throw the card away…").await;
        olga.press("Throw it away").await;
        olga.sees("No card yet.").await;
        olga.open(&device).await;
        olga.sees("Survey, counts, 0 sealed ballots").await;
        assert_eq!(olga.console_errors().await, [""; 0]);
    });
}

#[test]
fn cards_of_results_without_a_survey_are_listed_and_erased() {
    journey(async |stage| {
        let olga = stage.person("Olga").await;
        open_example(stage, &olga).await;
        make(&olga).await;
        olga.sees(KEPT).await;
        olga.open(&stage.site.address("device.html#/device")).await;
        olga.sees("1 experiment card for results that are not kept here, ")
            .await;
        olga.press("Erase… Claims platform team").await;
        olga.press("Erase for good").await;
        olga.sees("Nothing is kept here.").await;
        open_example(stage, &olga).await;
        olga.sees("No card yet.").await;
    });
}

#[test]
fn a_device_without_room_says_so_and_keeps_the_card_on_the_page() {
    journey(async |stage| {
        let olga = stage.person("Olga").await;
        open_example(stage, &olga).await;
        make(&olga).await;
        olga.sees(KEPT).await;
        olga.fill_database().await;
        olga.paste_into(WHO, &"Intake ".repeat(80)).await;
        olga.sees(FULL).await;
        olga.sees("The last changes are not kept yet. They are still on this page.")
            .await;
        olga.make_room().await;
        olga.press("Try again").await;
        olga.sees(KEPT).await;
        olga.does_not_see(FULL).await;
        olga.reload().await;
        olga.press(&format!("Edit: {TITLE}")).await;
        assert!(olga.value_of(WHO).await.starts_with("Intake Intake"));
    });
}

#[test]
fn where_nothing_can_be_kept_cards_work_and_the_page_says_so() {
    journey(async |stage| {
        stage.site.forbid_storage();
        let olga = stage.person("Olga").await;
        open_example(stage, &olga).await;
        make(&olga).await;
        olga.sees("This browser keeps nothing for this page").await;
        olga.sees("These cards are only on this page: this browser keeps nothing.")
            .await;
        fill(&olga).await;
        olga.press("We agree on this card").await;
        olga.sees("Agreed. Look again on 12 January 2027.").await;
    });
}

#[test]
fn screens_with_cards_are_accessible_in_light() {
    journey(async |stage| {
        let olga = stage.person("Olga").await;
        looked_at(stage, &olga).await;
    });
}

#[test]
fn screens_with_cards_are_accessible_in_the_dark() {
    journey(async |stage| {
        let olga = stage.person_in_the_dark("Olga").await;
        looked_at(stage, &olga).await;
    });
}

async fn looked_at(stage: &Stage, olga: &Browser) {
    let mut found = Vec::new();
    open_example(stage, olga).await;
    olga.sees("No card yet.").await;
    olga.press("Any other question of the survey").await;
    accessible::look_in(&SIZES, olga, "no cards", &mut found).await;
    make(olga).await;
    olga.press("For leaders: half a page How to read adoption numbers: seats, weekly use, use inside real work").await;
    olga.sees("On Monday").await;
    accessible::look_in(&SIZES, olga, "a card with holes", &mut found).await;
    olga.press("Done editing").await;
    olga.press("Throw the card away…").await;
    olga.heading("Throw this card away?").await;
    accessible::look_in(&SIZES, olga, "a card to be thrown away", &mut found).await;
    olga.press("Keep the card").await;
    olga.press(&format!("Edit: {TITLE}")).await;
    fill(olga).await;
    olga.press("We agree on this card").await;
    olga.sees("Agreed. Look again on 12 January 2027.").await;
    accessible::look_in(&SIZES, olga, "an agreed card", &mut found).await;
    olga.open(&stage.site.address("results.html#/example"))
        .await;
    olga.sees("What we agreed to try").await;
    accessible::look_in(&SIZES, olga, "an agreed card in the article", &mut found).await;
    nothing_is_wrong(&found);
}

async fn open_example(stage: &Stage, person: &Browser) {
    person
        .open(&stage.site.address("meeting.html#/cards/example"))
        .await;
    person.heading(CARDS).await;
}

/// Begins a card for the example's widest gap.
pub(crate) async fn make(person: &Browser) {
    person.press(GAP).await;
    person
        .sees("4 holes to fill before it can be agreed.")
        .await;
}

/// Waits until the keyboard is at the card's title, in its form or on its page.
async fn is_at_title(person: &Browser) {
    person
        .until("be at the card's title", async || {
            let focused = person.focused_name().await;
            (focused == TITLE).then_some(()).ok_or(focused)
        })
        .await;
}

/// Says all that only people can say.
pub(crate) async fn fill(person: &Browser) {
    person.type_into(WHO, "The intake group").await;
    person.type_into(SAID, "Not on Mondays.").await;
    person.paste_into(START, "2026-12-01").await;
    person.press("Look again on 12 January 2027").await;
}

/// Types month, day and year into a field for a day; `WebKit` does not go on by itself to what comes next.
async fn type_day(person: &Browser, parts: [&str; 3]) {
    for (part, place) in parts.into_iter().zip(1..) {
        type_keys(person, part).await;
        if person.engine == Engine::Webkit && place < parts.len() {
            person.key("ArrowRight").await;
        }
    }
}
