//! The tally file: what is written is read back, and whatever else arrives is refused in a way that can be said.

#![cfg(not(target_arch = "wasm32"))]

use plumbline::{
    codec::{
        opening::{self, OpeningError},
        picture::{PictureError, into_svg},
        tally::{MOST_ITEMS, Published, TallyError, Wrong, decode, encode},
    },
    domain::{
        day::Day,
        example,
        release::{Cell, Released},
        results::{Results, Shown},
        side::{BySide, Side},
        survey::{Survey, Wording},
        tally::{Counts, Tally},
    },
};
use proptest::prelude::*;
use serde_json::{Value, json};

const DAY: Day = Day {
    year: 2026,
    month: 11,
    day: 22,
};

#[test]
fn what_is_written_is_read_back() {
    for published in [example(), hidden(), of_one_mind(), with_own_wording("", 4)] {
        let text = encode(&published);
        assert_eq!(decode(&text), Ok(published.without_key()), "{text}");
    }
}

#[test]
fn it_is_json_that_everybody_reads() {
    let file: Value = serde_json::from_str(&encode(&example())).unwrap();
    assert_eq!(file["format"], "plumbline tally");
    assert_eq!(file["team_members"]["closed"], "2026-11-22");
    let item = &file["dimensions"][0]["items"][1];
    assert_eq!(item["executives"]["counts"], json!([4, 2]));
    assert_eq!(item["team"]["unsure"], 1);
    assert_eq!(file["dimensions"][1]["items"][1]["team_from"], "1.1");
}

/// As version 1 wrote it; never made anew by `encode`.
#[test]
fn version_1_is_still_read() {
    let text = include_str!("fixtures/tally_v1.json");
    assert_eq!(decode(text), Ok(example().without_key()));
}

#[test]
fn a_hidden_cell_is_not_in_the_file() {
    let file: Value = serde_json::from_str(&encode(&hidden())).unwrap();
    let team = &file["dimensions"][2]["items"][0]["team"];
    assert_eq!(team.as_object().unwrap().len(), 1, "{team}");
    assert_eq!(file["executives"]["ballots"], Value::Null);
    let file: Value = serde_json::from_str(&encode(&of_one_mind())).unwrap();
    let used = &file["dimensions"][1]["items"][1]["team"];
    assert_eq!(used["alike"], json!({ "n": 6, "step": 1 }));
    assert_eq!(used.get("counts"), None);
    let days = &file["dimensions"][0]["items"][0]["team"];
    assert_eq!(days["sums"], json!({ "n": 6, "total": 16, "squares": 54 }));
}

#[test]
fn a_file_without_its_end_is_cut_short() {
    let text = encode(&example());
    let whole = text.trim_end().len();
    for (end, _) in text.char_indices().filter(|(end, _)| *end < whole) {
        assert_eq!(decode(&text[..end]), Err(TallyError::CutShort), "at {end}");
    }
}

/// Most letters of such a wording are three bytes, so a download that stops mostly stops within one.
#[test]
fn a_file_that_ends_within_a_letter_is_cut_short() {
    const SVG: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\"><desc>B</desc>\n<path/></svg>\n";
    let published = with_own_wording("問", 1);
    let text = encode(&published);
    for end in 0..text.trim_end().len() {
        let opened = opening::open(&text.as_bytes()[..end]);
        let expected = OpeningError::Tally(TallyError::CutShort);
        assert_eq!(opened, Err(expected), "at {end}");
    }
    let picture = into_svg(SVG, &text);
    // Before it nothing says that it is a picture; behind it nothing of the tally is missing.
    let (start, end) = ("<svg".len(), picture.find("</metadata>").unwrap());
    for end in start..=end {
        let opened = opening::open(&picture.as_bytes()[..end]);
        let expected = OpeningError::Picture(PictureError::CutShort);
        assert_eq!(opened, Err(expected), "at {end}");
    }
    assert_eq!(
        opening::open(picture.as_bytes()),
        Ok(published.without_key())
    );
    let inside = [b"Dear all, caf\xc3".as_slice(), b"\xff\xd8\xff\xe0"];
    for bytes in inside {
        assert_eq!(opening::open(bytes), Err(OpeningError::OtherKind));
    }
}

#[test]
fn something_else_is_not_a_tally() {
    for text in [
        "x",
        "[]",
        "{}",
        "7",
        "null",
        "{\"version\": 1}",
        "<svg/>",
        "{\"format\": \"other\",}",
        "Dear all, this is the \"plumbline tally\".",
    ] {
        assert_eq!(decode(text), Err(TallyError::NotATally), "{text}");
    }
    assert_eq!(
        changed("/format", json!("other")),
        Err(TallyError::NotATally)
    );
    assert_eq!(changed("/version", json!("1")), Err(TallyError::NotATally));
    assert_eq!(changed("/version", json!(2)), Err(TallyError::Later(2)));
}

#[test]
fn counts_that_are_no_counts_are_named() {
    const FIRST: &str = "/dimensions/0/items/1/team/counts/0";
    for (value, wrong) in [
        (json!(-7), Wrong::Negative),
        (json!(-0.5), Wrong::Negative),
        (json!(6.5), Wrong::Fraction),
        (json!(5e9), Wrong::TooLarge),
        (json!(1e300), Wrong::TooLarge),
        (json!(u64::MAX), Wrong::TooLarge),
        (json!(100_000_001), Wrong::TooLarge),
        (json!("7"), Wrong::Missing),
        (json!(null), Wrong::Missing),
        (json!(8), Wrong::DoesNotAddUp),
    ] {
        let expected = TallyError::At {
            item: Some("1.2".to_owned()),
            side: Some(Side::Team),
            field: "counts",
            wrong,
        };
        assert_eq!(changed(FIRST, value.clone()), Err(expected), "{value}");
    }
    // Where the slip is nobody can say.
    for slip in ["1e999", &"9".repeat(310), "2,", "2 2", "x"] {
        let text = encode(&example()).replacen("[4, 2]", &format!("[4, {slip}]"), 1);
        assert_eq!(decode(&text), Err(TallyError::Damaged), "{slip}");
    }
}

#[test]
fn a_whole_number_may_be_written_with_a_point() {
    let with_point = changed("/dimensions/0/items/1/team/counts/0", json!(7.0));
    assert_eq!(with_point, Ok(example().without_key()));
    assert_eq!(changed("/version", json!(1.0)), Ok(example().without_key()));
    assert_eq!(changed("/version", json!(2.0)), Err(TallyError::Later(2)));
    let mut file: Value = serde_json::from_str(&encode(&of_one_mind())).unwrap();
    file["dimensions"][0]["items"][0]["team"]["sums"]["total"] = json!(16.0);
    assert_eq!(decode(&file.to_string()), Ok(of_one_mind().without_key()));
}

#[test]
fn options_that_do_not_exist_are_named() {
    for counts in [json!([7, 23, 0]), json!([30]), json!([])] {
        assert!(matches!(
            changed("/dimensions/0/items/1/team/counts", counts),
            Err(TallyError::At {
                wrong: Wrong::Options,
                ..
            })
        ));
    }
    let strange = changed("/dimensions/0/items/1/scale", json!("stars"));
    assert!(matches!(
        strange,
        Err(TallyError::At { field: "scale", .. })
    ));
}

#[test]
fn what_the_rules_hold_back_is_refused() {
    let never = Err(TallyError::NeverPublished);
    assert_eq!(changed("/team_members/ballots", json!(null)), never);
    let few = json!({ "question": "?", "counts": [2, 2], "unsure": 27 });
    assert_eq!(changed("/dimensions/0/items/1/team", few), never);
    let alike = json!({ "question": "?", "alike": { "n": 20, "step": 1 } });
    assert_eq!(changed("/dimensions/0/items/1/team", alike), never);
    let minimum = changed("/team_members/minimum", json!(1));
    assert!(matches!(
        minimum,
        Err(TallyError::At {
            field: "minimum",
            ..
        })
    ));
}

#[test]
fn two_million_people_are_read_and_shown() {
    let mut survey = example::survey();
    survey.invited = BySide::from_fn(|_| 2_000_000);
    let items = survey.items();
    let counts = items.iter().map(|item| {
        BySide::from_fn(|side| {
            let options = u32::from(item.scale.options(side));
            let mut counts = vec![2_000_000 / options; options as usize];
            counts[0] += 2_000_000 % options;
            Counts::new(counts, 0)
        })
    });
    let mut counts: Vec<_> = counts.collect();
    counts[4].team = Counts::new(vec![2_000_000 - 250_000, 250_000], 0);
    let tally = Tally::with_counts(&survey, survey.invited, counts).unwrap();
    let opened = decode(&encode(&published(survey, &tally))).unwrap();
    assert_eq!(opened.released.ballots().team, Some(2_000_000));
    is_sound(&opened);
}

#[test]
fn nobody_is_read_and_everything_is_hidden() {
    let survey = Survey {
        invited: BySide::default(),
        ..example::survey()
    };
    let tally = Tally::empty(&survey);
    let opened = decode(&encode(&published(survey, &tally))).unwrap();
    let results = Results::of(&opened.survey, &opened.released);
    assert!(
        results
            .items()
            .all(|item| item.shown.executive == Shown::Hidden && item.gap.is_none())
    );
}

#[test]
fn sixty_items_of_500_characters_of_any_script_are_read() {
    for script in [
        "word ",
        "问",
        "שלום ",
        "ก",
        "👩‍👩‍👧 ",
        "é",
        "\"\\</metadata>&",
        "한국",
    ] {
        let published = with_own_wording(script, 60);
        let text = encode(&published);
        let opened = decode(&text);
        assert_eq!(opened.as_ref(), Ok(&published.without_key()));
        let opened = opened.unwrap();
        assert!(matches!(opened.survey.wording, Wording::Own(_)));
        is_sound(&opened);
    }
}

#[test]
fn too_much_is_refused() {
    let many = with_own_wording("", MOST_ITEMS + 1);
    assert_eq!(decode(&encode(&many)), Err(TallyError::TooManyItems));
    let long = changed("/dimensions/0/items/0/label", json!("x".repeat(1_001)));
    assert!(matches!(
        long,
        Err(TallyError::At {
            wrong: Wrong::TooLong,
            ..
        })
    ));
    let deep = "[".repeat(1_000_000);
    assert!(decode(&deep).is_err());
    let deep = format!("{deep}{}", "]".repeat(1_000_000));
    assert!(decode(&deep).is_err());
}

#[test]
fn words_cannot_turn_the_text_around_them() {
    let turned = changed("/team", json!("A\u{202e}B\u{0}\nC"));
    assert_eq!(turned.unwrap().survey.team, "AB C");
}

proptest! {
    #[test]
    fn any_text_is_read_without_harm(text: String) {
        let _ = decode(&text);
    }

    #[test]
    fn any_change_is_read_without_harm(at in 0_usize..9_000, byte: u8, cut in 0_usize..40) {
        let mut bytes = encode(&example()).into_bytes();
        let at = at.min(bytes.len() - 1);
        bytes[at] = byte;
        let end = (at + cut).min(bytes.len());
        bytes.drain(at..end);
        if let Ok(opened) = decode(&String::from_utf8_lossy(&bytes)) {
            is_sound(&opened);
        }
    }
}

/// No number of its results is anything but a number within its scale.
fn is_sound(opened: &Published) {
    let results = Results::of(&opened.survey, &opened.released);
    for gap in results.items().filter_map(|item| item.gap) {
        let ends = [gap.ranges.at_95, gap.ranges.at_80].map(|range| [range.low, range.high]);
        assert!(gap.points.abs() <= 100.0);
        let mut ends = ends.as_flattened().iter();
        assert!(ends.all(|end| end.abs() <= 100.000_001), "{gap:?}");
    }
}

fn changed(pointer: &str, value: Value) -> Result<Published, TallyError> {
    let mut file: Value = serde_json::from_str(&encode(&example())).unwrap();
    *file.pointer_mut(pointer).unwrap() = value;
    decode(&file.to_string())
}

fn example() -> Published {
    published(example::survey(), &example::tally())
}

fn published(survey: Survey, tally: &Tally) -> Published {
    let released = Released::of(&survey, tally);
    Published {
        closed: released.ballots().map(|ballots| ballots.map(|_| DAY)),
        survey,
        released,
    }
}

/// The example with too few executives, and with an item that too few of the team answered.
fn hidden() -> Published {
    let survey = example::survey();
    let mut items = example::tally().items().to_vec();
    for item in &mut items {
        item.executive = Counts::new(vec![0; item.executive.options().len()], 0);
    }
    items[6].team = Counts::new(vec![2, 2], 27);
    let ballots = BySide {
        executive: 0,
        team: 31,
    };
    published(
        survey.clone(),
        &Tally::with_counts(&survey, ballots, items).unwrap(),
    )
}

/// The example with six of the team who all used AI.
fn of_one_mind() -> Published {
    let survey = example::survey();
    let mut items = example::tally().items().to_vec();
    items[0].team = Counts::new(vec![0, 2, 0, 3, 0, 1, 0, 0], 25);
    items[4].team = Counts::new(vec![6, 0], 25);
    let tally = Tally::with_counts(&survey, example::tally().ballots(), items).unwrap();
    published(survey, &tally)
}

/// Another wording of so many items, each of 500 characters that repeat these.
fn with_own_wording(repeated: &str, items: usize) -> Published {
    let words = |name: &str| {
        let text: String = repeated
            .chars()
            .cycle()
            .take(500 - name.len() - 1)
            .collect();
        format!("{name} {text}").trim().to_owned()
    };
    let mut dimensions = example::survey().dimensions();
    let mut sample = dimensions[2].items[0].clone();
    sample.id = "".into();
    for dimension in &mut dimensions {
        dimension.items.clear();
    }
    dimensions.truncate(5);
    for place in 0..items {
        let mut item = sample.clone();
        item.id = format!("{place}").into();
        item.label = words("Label").into();
        item.question = BySide::from_fn(|_| words("Question").into());
        dimensions[place * 5 / items].items.push(item);
    }
    dimensions.retain(|dimension| !dimension.items.is_empty());
    let survey = Survey {
        wording: Wording::of(dimensions),
        ..example::survey()
    };
    let cell = BySide {
        executive: Cell::Counts(Counts::new(vec![0, 0, 0, 0, 2, 0, 3, 1, 0, 0, 0], 0)),
        team: Cell::Counts(Counts::new(vec![8, 20], 3)),
    };
    let ballots = BySide {
        executive: Some(6),
        team: Some(31),
    };
    Published {
        released: Released::restore(&survey, ballots, vec![cell; items]).unwrap(),
        survey,
        closed: BySide::from_fn(|_| Some(DAY)),
    }
}
