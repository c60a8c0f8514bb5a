//! Names that want to be more than names, in what people are sent: links of ballots and collectors, tally files with their
//! own wording, and backups with experiment cards and slides; and in the one HTML file that is saved of either.

use std::{borrow::Cow, collections::BTreeSet, fs};

use plumbline::{
    codec::{
        backup::{self, Backup, Beside, CARDS, Saved},
        ballot::{Ballot, SEALED},
        ballot_link, collector_link,
        fingerprint::Fingerprint,
        record::{self, Closed, Kept, Ledger},
        tally,
    },
    domain::{
        card::{Card, Cards, Edit, Field},
        day::Day,
        deck::{Edits, Key, Own},
        example,
        side::{BySide, Side},
        survey::{Survey, Wording},
    },
    text::{files, results},
};
use serde_json::json;

use crate::{
    browser::Browser,
    hostile::{EVERY, EVERY_MADE, is_only_text, is_unharmed, published, surveys, visitor},
    stage::{Stage, journey},
};

const DAY: Day = Day {
    year: 2026,
    month: 11,
    day: 23,
};

/// What a document has that could run, load or ask for something, or lead out of it.
const LIVELY: &str = "
    const kinds = 'script, link, base, iframe, object, embed, img, image, video, audio, source, form, input, button, ' +
        'select, textarea, use, animate, set, foreignObject, [style], [src], [srcset], [action], [formaction]';
    const runs = (element) => element.getAttributeNames().some((name) => name.startsWith('on'));
    const leads = (element) => !(element.getAttribute('href') ?? '#').startsWith('#');
    return [...document.querySelectorAll('*')]
        .filter((element) => element.matches(kinds) || runs(element) || leads(element))
        .map((element) => element.outerHTML.slice(0, 200));";

#[test]
fn hostile_names_in_links_of_ballots_and_collectors_are_text() {
    journey(async |stage| in_carried_links(stage, EVERY).await);
}

#[test]
fn hostile_wordings_of_tally_files_are_text() {
    journey(async |stage| in_tally_files(stage, EVERY_MADE).await);
}

#[test]
fn hostile_cards_and_slides_of_backups_are_text() {
    journey(async |stage| in_backups(stage, EVERY_MADE).await);
}

pub(crate) async fn in_carried_links(stage: &Stage, every: usize) {
    let rosa = visitor(stage).await;
    let mut known = BTreeSet::new();
    for survey in surveys(every) {
        // Some names are the same once they are tidy, and whose survey is here by then is told otherwise.
        if !known.insert(collector_link::encode(&survey)) {
            continue;
        }
        let ballot = Ballot {
            side: Side::Team,
            tag: Fingerprint::of(&survey).tag(),
            sealed: [9; SEALED],
        };
        let fragment = ballot_link::encode(&survey, &ballot);
        rosa.open(&stage.site.address(&format!("answer.html#{fragment}")))
            .await;
        rosa.heading("A sealed ballot").await;
        is_only_text(&rosa, &survey.team).await;
        let fragment = collector_link::encode(&survey);
        rosa.open(&stage.site.address(&format!("#{fragment}")))
            .await;
        rosa.sees("You gather sealed codes for whoever runs this survey.")
            .await;
        is_only_text(&rosa, &survey.team).await;
    }
    is_unharmed(&rosa).await;
}

/// Tally files, opened and presented; and the one HTML file of each, which Rita is sent.
pub(crate) async fn in_tally_files(stage: &Stage, every: usize) {
    let rosa = visitor(stage).await;
    let rita = stage.person("Rita").await;
    for mut survey in surveys(every) {
        let text = survey.team.clone();
        survey.wording = worded(&text);
        survey.invited = BySide::from_fn(|_| 1_000);
        let published = published(survey);
        let file = tally::encode(&published);
        rosa.open(&stage.site.address("results.html#/opened")).await;
        rosa.heading("Open results").await;
        rosa.drop_file("tally.json", &file).await;
        rosa.sees("Opened from a file.").await;
        is_only_text(&rosa, &text).await;
        has_among(&rosa, "td, th", &format!("{text} 1")).await;
        let last = format!("{text} 18");
        one_file_is_only_text(&rosa, &rita, &published.survey, &last).await;
        rosa.press("Present").await;
        rosa.sees("Slide 1 of").await;
        is_only_text(&rosa, &text).await;
    }
    is_unharmed(&rosa).await;
    is_unharmed(&rita).await;
}

/// The one HTML file of the results that Rosa looks at, opened by Rita as it was sent, with scripting on: it says this, and
/// is an article and nothing else.
async fn one_file_is_only_text(rosa: &Browser, rita: &Browser, survey: &Survey, says: &str) {
    rosa.press(files::HTML).await;
    let name = files::file_name(survey, results::TITLE, &DAY.to_text());
    let name = format!("{name}.html");
    let (file, _) = rosa.put_aside(&name, "saved.html").await;
    let path = rita.is_sent(&format!("{}.html", id(survey)), &file);
    rita.open(&format!("file://{}", path.display())).await;
    is_only_text(rita, says).await;
    let lively = rita.run(LIVELY, Vec::new()).await;
    assert_eq!(lively, Ok(json!([])), "after {says:?}");
    assert_eq!(rita.requests().await, [""; 0]);
    // The soak makes hundreds of them.
    fs::remove_file(path).expect("a file can be taken away");
}

/// The shipped wording with a text in front of every part of it.
fn worded(text: &str) -> Wording {
    let mut dimensions = example::survey().dimensions();
    let mut number = 0;
    for dimension in &mut dimensions {
        dimension.name = Cow::Owned(format!("{text} {}", dimension.name));
        for item in &mut dimension.items {
            number += 1;
            item.label = Cow::Owned(format!("{text} {number}"));
            for side in Side::ALL {
                let question = item.question.of_mut(side);
                *question = Cow::Owned(format!("{text} {question}"));
            }
        }
    }
    Wording::of(dimensions)
}

/// One backup with a closed survey for each name, brought back; then its cards, its slides and its notes, and its results
/// with the agreed card as one HTML file, which Rita is sent.
pub(crate) async fn in_backups(stage: &Stage, every: usize) {
    let rosa = visitor(stage).await;
    let rita = stage.person("Rita").await;
    let mut surveys = surveys(every);
    for survey in &mut surveys {
        survey.invited = BySide::from_fn(|_| 1_000);
    }
    // Some names are the same once they are tidy.
    surveys.sort_by_key(id);
    surveys.dedup();
    let file = backup::encode(&Backup {
        made: DAY,
        surveys: surveys.iter().map(saved).collect(),
        beside: surveys.iter().flat_map(beside).collect(),
    });
    let file = rosa.is_sent("backup.plumbline", &file);
    rosa.open(&stage.site.address("device.html#/device")).await;
    rosa.bring("Backup file", &file).await;
    rosa.sees("What bringing it back would do").await;
    for survey in &surveys {
        is_only_text(&rosa, &survey.team).await;
    }
    rosa.press("Bring it back").await;
    rosa.sees("It is back.").await;
    for survey in &surveys {
        is_only_text(&rosa, &survey.team).await;
    }
    for survey in &surveys {
        for screen in ["cards", "deck", "notes"] {
            let address = format!("meeting.html#/{screen}/survey/{}", id(survey));
            rosa.open(&stage.site.address(&address)).await;
            is_only_text(&rosa, &written(&survey.team)).await;
        }
        let address = format!("results.html#/survey/{}/results", id(survey));
        rosa.open(&stage.site.address(&address)).await;
        is_only_text(&rosa, &written(&survey.team)).await;
        one_file_is_only_text(&rosa, &rita, survey, &written(&survey.team)).await;
    }
    is_unharmed(&rosa).await;
    is_unharmed(&rita).await;
}

/// What stands on a survey's cards and slides, and nowhere else.
fn written(team: &str) -> String {
    format!("{team} :o")
}

fn id(survey: &Survey) -> String {
    Fingerprint::of(survey).id()
}

fn saved(survey: &Survey) -> Saved {
    let kept = Kept {
        survey: survey.clone(),
        secrets: BySide {
            executive: [1; 32],
            team: [2; 32],
        },
        private_key: None,
    };
    let ledger = Ledger::of_closed(Closed {
        opened: BySide::from_fn(|_| Some(DAY)),
        tally: example::tally(),
        refused: BySide::default(),
    });
    Saved {
        id: id(survey),
        survey: record::encode_kept(&kept),
        counted: Some(record::encode_ledger(&ledger)),
        ballots: Vec::new(),
    }
}

fn beside(survey: &Survey) -> [Beside; 2] {
    let text = written(&survey.team);
    let texts = Field::ALL.into_iter().filter(|field| !field.is_day());
    let idea = texts.fold(Card::blank("3.1"), |card, field| card.with(field, &text));
    let agreed = idea
        .clone()
        .with(Field::Start, "2026-12-01")
        .with(Field::TimeBox, "2")
        .with(Field::LookAgain, "2026-12-15");
    let mut cards = Cards::none(&survey.team);
    for edit in [Edit::add(idea), Edit::add(agreed), Edit::Agree(2, true)] {
        cards.apply(&edit).expect("there is room for two");
    }
    let own = Own {
        is_dropped: false,
        title: Some(text.clone()),
        notes: Some(text),
    };
    let edits = Edits::new(Vec::new(), [(Key::first(), own)]);
    let record = |name: &str, bytes| Beside {
        id: id(survey),
        name: name.to_owned(),
        bytes,
    };
    [
        record(CARDS, record::encode_cards(&cards)),
        record("deck", record::encode_deck(&edits)),
    ]
}

/// Waits until some element of this kind has this text, seen or folded away.
async fn has_among(person: &Browser, kind: &str, text: &str) {
    let script = "const [kind, text] = arguments;
        const squeeze = (text) => text.replace(/\\s+/g, ' ').trim();
        return [...document.querySelectorAll(kind)].some((found) => squeeze(found.textContent).includes(text));";
    person
        .until(&format!("have “{text}” among {kind}"), async || {
            let given = vec![json!(kind), json!(text)];
            match person.run(script, given).await? {
                found if found == true => Ok(()),
                _ => Err("none has it".to_owned()),
            }
        })
        .await;
}
