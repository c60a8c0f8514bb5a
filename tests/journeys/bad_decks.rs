//! Slides of results that are not made for a deck: no clear gap, nothing to be seen, sixty items, names in any script.
//! Each is worth presenting, goes by keyboard to its end, and has all of its words in sight.

use plumbline::{
    codec::{result_link, tally::Published},
    domain::{
        example,
        scale::Scale,
        side::{BySide, Side},
        survey::TeamAnswer,
        tally::{Counts, Tally},
    },
};

use crate::{
    article::published,
    bad_tallies::sixty,
    browser::Browser,
    engine::Engine,
    fit::lost_on_slide,
    stage::{Stage, journey},
    steps::{go_on, place},
    taking_along::{LARGEST, widths_of_pictures},
};

/// A projector, the largest of them, a phone.
const SIZES: [(u32, u32); 3] = [(1_280, 720), (3_840, 2_160), (390, 844)];

/// The slides of sixty items.
const OF_SIXTY: &str = "plumbline_claims-platform-team_slides_2026-11-22.pptx";

/// Names as teams have them, as long as they may be.
const NAMES: [&str; 6] = [
    "فريق المطالبات والتعويضات وخدمة العملاء",
    "צוות התביעות והפיצויים ושירות הלקוחות",
    "ทีมเรียกร้องค่าสินไหมทดแทนและบริการลูก",
    "保険金請求プラットフォームチーム・顧客サービス部・第一営業企画室・東京",
    "🧭🎯 Team 🚀 for claims and 🛡 promises 🎉",
    "Donaudampfschifffahrtselektrizitätenhaup",
];

#[test]
fn without_a_clear_gap_the_deck_is_worth_presenting() {
    journey(async |stage| {
        let olga = stage.person("Olga").await;
        present(stage, &olga, &published(&of_two_minds(), 2026)).await;
        let titles = walk(&olga).await;
        has_no_direction(&titles);
        assert!(titles.len() >= 8, "{titles:?}");
        assert!(
            titles.iter().any(|title| title.contains("ask")),
            "{titles:?}"
        );
        assert_eq!(olga.console_errors().await, [""; 0]);
    });
}

#[test]
fn with_everything_hidden_the_deck_says_what_is_needed() {
    journey(async |stage| {
        let olga = stage.person("Olga").await;
        let nobody = Tally::empty(&example::survey());
        present(stage, &olga, &published(&nobody, 2026)).await;
        let titles = walk(&olga).await;
        has_no_direction(&titles);
        assert_eq!(titles.len(), 5, "{titles:?}");
        assert_eq!(olga.console_errors().await, [""; 0]);
    });
}

#[test]
fn sixty_items_with_long_words_have_room_on_their_slides() {
    journey(async |stage| {
        let olga = stage.person("Olga").await;
        olga.open(&stage.site.address("results.html#/opened")).await;
        let file = olga.is_sent("sixty.json", sixty().to_string().as_bytes());
        olga.bring("Open results", &file).await;
        olga.heading("Executives and team, side by side").await;
        olga.press("Present").await;
        olga.sees("Slide 1 of").await;
        walk(&olga).await;
        olga.press("Arrange").await;
        olga.press("Save as PowerPoint").await;
        olga.sees("Saved. Every slide has its text").await;
        let slides = olga.downloaded(OF_SIXTY).await;
        assert!(slides.len() <= LARGEST, "{} bytes", slides.len());
        let widths = widths_of_pictures(&slides);
        assert!(!widths.is_empty(), "a deck of sixty items has charts");
        assert!(widths.iter().all(|width| *width == 3_840), "{widths:?}");
        assert_eq!(olga.console_errors().await, [""; 0]);
    });
}

#[test]
fn names_in_any_script_have_room_on_slides() {
    journey(async |stage| {
        let olga = stage.person("Olga").await;
        for name in NAMES {
            let mut named = published(&example::tally(), 2026);
            name.clone_into(&mut named.survey.team);
            named.survey.company =
                Some(name.chars().take(24).collect::<String>().trim().to_owned());
            present(stage, &olga, &named).await;
            for &(width, height) in &SIZES {
                olga.resize(width, height).await;
                olga.sees(name).await;
                assert_eq!(lost_on_slide(&olga).await, [""; 0], "{name}, {width} wide");
            }
        }
        assert_eq!(olga.console_errors().await, [""; 0]);
    });
}

/// Opens results from a link as slides.
async fn present(stage: &Stage, person: &Browser, published: &Published) {
    let link = result_link::encode(published).expect("it fits");
    let address = stage.site.address(&format!("meeting.html#/deck/{link}"));
    person.open(&address).await;
    person.sees("Slide 1 of").await;
}

/// Goes through all slides with the right arrow key, and finds all of each in every size; their titles.
async fn walk(person: &Browser) -> Vec<String> {
    let mut titles = Vec::new();
    let mut lost = Vec::new();
    let sizes = match person.engine {
        Engine::Chromium => &SIZES[..],
        // They lay out the same way, and take longer for each step.
        Engine::Firefox | Engine::Webkit => &SIZES[..1],
    };
    for &(width, height) in sizes {
        person.resize(width, height).await;
        person.key("Home").await;
        person.sees("Slide 1 of").await;
        titles.clear();
        loop {
            let place = place(person).await;
            let cut = lost_on_slide(person).await;
            lost.extend(
                cut.iter()
                    .map(|cut| format!("{width} wide, {place}: {cut}")),
            );
            titles.push(title(person).await);
            if !go_on(person, "ArrowRight", &place).await {
                break;
            }
        }
    }
    assert_eq!(lost, [""; 0]);
    titles
}

async fn title(person: &Browser) -> String {
    let script = "return document.querySelector('.stage .slide__title')?.textContent ?? ''";
    let title = person.run(script, Vec::new()).await;
    let title = title.expect("the page can be asked");
    title.as_str().unwrap_or_default().to_owned()
}

/// Where nothing is sure, no title says who expects more than whom.
fn has_no_direction(titles: &[String]) {
    for title in titles {
        assert!(!title.is_empty(), "{titles:?}");
        for words in ["more than", "less than", "leaders expect"] {
            assert!(!title.contains(words), "{title}");
        }
    }
}

/// On each side the answers are spread over all options, so that no gap is clear.
fn of_two_minds() -> Tally {
    let survey = example::survey();
    let ballots = BySide {
        executive: 6,
        team: 8,
    };
    let items = survey.items();
    let counts = items.iter().map(|item| {
        BySide::from_fn(|side| {
            let spread = |scale: Scale| spread(scale.options(side).into(), *ballots.of(side));
            match item.team_answer {
                TeamAnswer::OneDayOrMore(days) if side == Side::Team => {
                    one_or_more(&spread(items[days].scale))
                }
                TeamAnswer::OneDayOrMore(_) | TeamAnswer::Asked => spread(item.scale),
            }
        })
    });
    Tally::with_counts(&survey, ballots, counts.collect()).expect("it fits")
}

/// Yes of all who gave days, but for those at the first option.
fn one_or_more(days: &Counts) -> Counts {
    let none = days.options()[0];
    Counts::new(vec![days.valid() - none, none], days.unsure())
}

fn spread(options: usize, people: u32) -> Counts {
    let mut counts = vec![0; options];
    for (place, _) in (0..options).cycle().zip(0..people) {
        counts[place] += 1;
    }
    Counts::new(counts, 0)
}
