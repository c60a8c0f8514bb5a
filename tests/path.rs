//! The whole path without a browser: from two links to a gap picture.

#![cfg(not(target_arch = "wasm32"))]

use std::{
    collections::BTreeSet,
    pin::pin,
    task::{Context, Poll, Waker},
};

// The real pictures and tables, whose code looks for these four under `crate`.
use plumbline::{chart, domain, state, text};

#[expect(dead_code, reason = "the charts' own test uses all of it")]
#[path = "golden/boxes.rs"]
mod boxes;
#[path = "../src/ui/results/choice.rs"]
mod choice;
#[path = "../src/ui/results/drawing.rs"]
#[expect(
    dead_code,
    reason = "the other kinds of picture are tested beside them"
)]
mod drawing;
#[path = "../src/ui/results/line.rs"]
#[expect(dead_code, reason = "where claims lead to is tested beside it")]
mod line;
#[path = "../src/ui/results/order.rs"]
mod order;
#[path = "../src/ui/results/picture.rs"]
#[expect(
    dead_code,
    reason = "the other kinds of picture are tested beside them"
)]
mod picture;

use chart::{Format, Theme};
use choice::Choice;
use domain::{
    day::Day,
    draft::Draft,
    example,
    release::{Cell, Released},
    results::Shown,
    sheet::{Answer, Answers, Sheet, asked},
    side::{BySide, Side},
    survey::{Dimension, Item, Survey, Wording},
    tally::Counts,
};
use line::{Behind, Line, gap_words};
use picture::{Part, Subject, overview, pictures};
use plumbline::{
    browser::storage::Store,
    codec::{
        ballot, code,
        link::{self, Invitation},
        record::{Closed, Kept},
        scan, sealing, tally,
    },
};
use roxmltree::Document;
use state::{Published, persistence};
use text::results;

const PEOPLE: BySide<usize> = BySide {
    executive: 5,
    team: 8,
};
const TODAY: Day = Day {
    year: 2026,
    month: 11,
    day: 22,
};
/// "Rules for AI use …": only four of the executives could say.
const TOO_FEW_EXECUTIVES: usize = 6;
/// Only four of the team could say; counted over all items.
const TOO_FEW_TEAM: usize = 10;
/// How many could say, where that is too few.
const FEW: usize = 4;

#[test]
fn what_was_answered_is_what_is_counted() {
    let (survey, closed) = walk(0);

    assert_eq!(
        closed.tally.ballots(),
        PEOPLE.map(|n| u32::try_from(*n).unwrap())
    );
    for side in Side::ALL {
        for (place, item) in survey.items().iter().enumerate() {
            let counts = closed.tally.items()[place].of(side);
            let mut expected = vec![0; usize::from(item.scale.options(side))];
            let mut unsure = 0;
            for person in 0..*PEOPLE.of(side) {
                match said(&survey, side, person, place, 0) {
                    Some(pick) => expected[pick] += 1,
                    None => unsure += 1,
                }
            }
            assert_eq!(counts.options(), expected, "{} {side:?}", item.id);
            assert_eq!(counts.unsure(), unsure, "{} {side:?}", item.id);
        }
    }
    assert_eq!(closed.refused, BySide::default());
}

#[test]
fn every_number_stands_in_picture_and_table() {
    let parts = parts(&walk(0));
    let rows: usize = parts.iter().map(|part| part.rows.len()).sum();
    assert_eq!(rows, 6 + 18);
    let behind = parts.iter().flat_map(|part| &part.rows);
    let behind: Vec<Behind> = behind.map(|row| row.behind).collect();
    let dimensions = (0..6).map(Behind::Dimension);
    let all: Vec<Behind> = dimensions.chain((0..18).map(Behind::Item)).collect();
    assert_eq!(behind, all);
    for part in &parts {
        for format in [Format::Slide, Format::Narrow] {
            let drawn = part.chart.draw(format, Theme::Light).unwrap();
            assert_eq!(drawn.rows().len(), part.rows.len());
            let texts = texts(part, format);
            for row in &part.rows {
                is_in_words(row);
                for words in [
                    results::shown(row.shown.executive),
                    results::shown(row.shown.team),
                    row.gap.map_or(String::new(), |_| gap_words(row.gap)),
                ] {
                    let is_there = words.is_empty() || texts.contains(&words);
                    assert!(is_there, "{words:?} of {} in {texts:?}", row.label);
                }
            }
        }
    }
}

/// What the row's button and the table say: both values, and either a range with its word or nothing.
fn is_in_words(row: &Line) {
    let said = row.in_words();
    assert!(
        said.starts_with(&format!("{}: executives ", row.label)),
        "{said}"
    );
    assert!(said.contains(&row.evidence_words()), "{said}");
    assert_eq!(
        row.range_words().contains(" to "),
        row.gap.is_some(),
        "{said}"
    );
    assert_eq!(said.contains("range "), row.gap.is_some(), "{said}");
}

#[test]
fn a_hidden_cell_says_nothing_of_what_was_answered() {
    let one = parts(&walk(0));
    let other = parts(&walk(1));
    let hidden = |part: &Part, side: Side| {
        let rows = part.rows.iter();
        rows.filter(|row| *row.shown.of(side) == Shown::Hidden)
            .count()
    };
    for side in Side::ALL {
        let cells: usize = one.iter().map(|part| hidden(part, side)).sum();
        assert_eq!(cells, 2, "an item and its dimension");
    }
    for row in one.iter().flat_map(|part| &part.rows) {
        let is_hidden = Side::ALL
            .iter()
            .any(|side| *row.shown.of(*side) == Shown::Hidden);
        assert_eq!(row.gap.is_none(), is_hidden, "{}", row.label);
    }
    // The few answered the very opposite, and not a byte differs.
    assert_ne!(walk(0).1.tally, walk(1).1.tally);
    assert_eq!(one, other);
    for (one, other) in one.iter().zip(&other) {
        for format in [Format::Slide, Format::Narrow] {
            for theme in Theme::ALL {
                let draw = |part: &Part| part.chart.draw(format, theme).unwrap().to_file();
                assert_eq!(draw(one), draw(other));
            }
        }
    }
}

/// From a draft to a closed survey, through links, codes, a chat and a box. `opposite` turns the answers of the few.
fn walk(opposite: usize) -> (Survey, Closed) {
    let kept = open_survey();
    let mut chat = String::from("Ana: please send me your codes here, thanks!\n");
    for side in Side::ALL {
        let fragment = link::encode(&Invitation {
            survey: kept.survey.clone(),
            side,
            secret: *kept.secrets.of(side),
        });
        for person in 0..*PEOPLE.of(side) {
            let code = respond(&fragment, person, opposite);
            let (start, end) = code.split_at(60);
            let lines = format!("[09:{person:02}] Person {person}:\n> {start}\n> {end}\nok\n");
            chat.push_str(&lines);
        }
    }
    let store = Store::in_memory();
    let id = now(persistence::keep(&store, &kept)).unwrap();
    let scan = scan::scan(&chat);
    assert_eq!(scan.unread, []);

    let added = now(persistence::add(&store, &id, &scan.ballots)).unwrap();
    assert_eq!(added.new, PEOPLE);
    let closed = now(persistence::close(&store, &id, TODAY, &async |_, _| ())).unwrap();

    (kept.survey, closed.closed)
}

fn open_survey() -> Kept {
    let draft = Draft {
        team: "Claims platform".to_owned(),
        invited: BySide {
            executive: "6".to_owned(),
            team: "12".to_owned(),
        },
        ..Draft::default()
    };
    let keys = sealing::key_pair(&[21; 32]);
    Kept {
        survey: draft.check().unwrap().with_key(keys.public),
        secrets: BySide {
            executive: [22; 32],
            team: [23; 32],
        },
        private_key: Some(keys.private),
    }
}

/// What a person makes of a link: a code, and nothing else leaves their device.
fn respond(fragment: &str, person: usize, opposite: usize) -> String {
    let Invitation {
        survey,
        side,
        secret,
    } = link::decode(fragment).unwrap();
    let answers = answers(&survey, side, person, opposite);
    let number = u8::try_from(person).unwrap() + if side == Side::Team { 100 } else { 0 };
    code::encode(&ballot::seal(&survey, &secret, &answers, [number; 32]).unwrap())
}

fn answers(survey: &Survey, side: Side, person: usize, opposite: usize) -> Answers {
    let items = survey.items();
    let mut sheet = Sheet::blank(survey, side);
    for (question, item) in asked(survey, side).iter().enumerate() {
        let place = items.iter().position(|other| other.id == item.id).unwrap();
        let pick = said(survey, side, person, place, opposite);
        let pick = pick.and_then(|index| item.scale.pick(side, index));
        sheet.answer(question, pick.map_or(Answer::Unsure, Answer::Picked));
    }
    sheet.finish()
}

/// What somebody says to the item at `place`, as the option's place.
fn said(
    survey: &Survey,
    side: Side,
    person: usize,
    place: usize,
    opposite: usize,
) -> Option<usize> {
    let item = &survey.items()[place];
    let options = usize::from(item.scale.options(side));
    let few = match side {
        Side::Executive => TOO_FEW_EXECUTIVES,
        Side::Team => TOO_FEW_TEAM,
    };
    if place == few {
        return (person < FEW).then_some(opposite * (options - 1));
    }
    if !item.is_asked(side) {
        // Used AI in the past week: yes (the first option) unless it was on no day.
        return said(survey, side, person, 0, opposite).map(|days| usize::from(days == 0));
    }
    Some((person * 3 + place) % options)
}

fn parts((survey, closed): &(Survey, Closed)) -> Vec<Part> {
    all_pictures(&Subject::of(Published::of(survey, closed), TODAY))
}

/// The dimensions first, then all items.
fn all_pictures(subject: &Subject) -> Vec<Part> {
    let mut parts = overview(subject, Choice::default());
    parts.extend(pictures(subject, Choice::default()));
    parts
}

#[test]
fn every_picture_carries_what_was_published() {
    let (survey, closed) = walk(0);
    let subject = Subject::of(Published::of(&survey, &closed), TODAY);
    for part in all_pictures(&subject) {
        let opened = tally::decode(&part.tally).unwrap();
        assert_eq!(opened, subject.published.clone().without_key());
    }
}

#[test]
fn pictures_of_sixty_long_items_have_room_for_all() {
    for script in ["word ", "问", "ก", "שלום ", "W"] {
        let subject = sixty(&script.chars().cycle().take(500).collect::<String>());
        let parts = all_pictures(&subject);
        let rows: usize = parts.iter().map(|part| part.rows.len()).sum();
        assert_eq!(rows, 60 + 12, "all items and dimensions");
        let ids: BTreeSet<&str> = parts.iter().map(|part| part.id.as_str()).collect();
        assert_eq!(ids.len(), parts.len());
        for part in &parts {
            for format in [Format::Slide, Format::Narrow] {
                let svg = part.chart.draw(format, Theme::Light).unwrap().to_file();
                assert_eq!(boxes::collisions(&svg), [""; 0], "{}", part.id);
            }
        }
    }
}

/// Results of sixty items in twelve dimensions, one of them with 27 items, with these words everywhere.
fn sixty(words: &str) -> Subject {
    let pattern = example::survey().items().remove(6);
    let mut items = (0..60).map(|place| Item {
        id: format!("{place}").into(),
        label: words.to_owned().into(),
        ..pattern.clone()
    });
    let dimensions = (0..12).map(|place| Dimension {
        name: words.to_owned().into(),
        items: items
            .by_ref()
            .take(if place == 0 { 27 } else { 3 })
            .collect(),
    });
    let survey = Survey {
        wording: Wording::of(dimensions.collect()),
        ..example::survey()
    };
    let cells = BySide {
        executive: Cell::Counts(Counts::new(vec![0, 0, 0, 0, 2, 0, 3, 1, 0, 0, 0], 0)),
        team: Cell::Counts(Counts::new(vec![8, 20], 3)),
    };
    let ballots = BySide {
        executive: Some(6),
        team: Some(31),
    };
    let published = Published {
        released: Released::restore(&survey, ballots, vec![cells; 60]).unwrap(),
        survey,
        closed: BySide::from_fn(|_| Some(TODAY)),
    };
    Subject::of(tally::decode(&tally::encode(&published)).unwrap(), TODAY)
}

/// Every text of the picture, by itself.
fn texts(part: &Part, format: Format) -> BTreeSet<String> {
    let svg = part.chart.draw(format, Theme::Light).unwrap().to_file();
    let document = Document::parse(&svg).unwrap();
    let texts = document
        .descendants()
        .filter(|node| node.has_tag_name("text"));
    texts
        .map(|node| {
            node.descendants()
                .filter_map(|n| n.is_text().then(|| n.text()).flatten())
                .collect()
        })
        .collect()
}

// Nothing in memory ever waits.
fn now<T>(future: impl Future<Output = T>) -> T {
    match pin!(future).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(value) => value,
        Poll::Pending => panic!("a store in memory waits"),
    }
}
