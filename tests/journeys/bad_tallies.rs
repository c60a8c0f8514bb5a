//! Tally files that are wrong, and such as are only strange: a clear sentence or a right result.

use serde_json::{Value, json};

use crate::{
    browser::Browser,
    engine::Engine,
    stage::{Stage, journey},
};

/// The example as a tally file.
const EXAMPLE: &str = include_str!("../fixtures/tally_v1.json");

/// The field for files.
const FIELD: &str = "Open results";

/// Over results, and over those of a file.
const RESULTS: &str = "Executives and team, side by side";
const FROM_FILE: &str = "Opened from a file.";

/// Counts of an item of the example.
const COUNTS: &str = "/dimensions/0/items/1/team/counts";

/// What becomes of 31 people, and of 6.
const MANY: u64 = 65_000;
const MANY_SEEN: [&str; 2] = ["2,015,000", "390,000"];

/// As long as a wording may be expected to be.
const LONG: usize = 500;
const ITEMS: usize = 60;

/// A laptop, a phone, a small phone.
const SIZES: [(u32, u32); 3] = [(1_440, 900), (390, 844), (320, 640)];

/// Scripts with wide, high, turned and unbreakable letters. Emoji that are joined to one are not among them: where a system
/// has no picture for all of them it draws each, wider than anybody can foresee.
const SCRIPTS: [&str; 8] = [
    "word ",
    "W",
    "问",
    "שלום ",
    "ก",
    "👩 ",
    "</text>&\"'",
    "한국 ",
];

#[test]
fn a_wrong_tally_is_refused_in_a_sentence() {
    journey(async |stage| {
        let reader = stage.person("Rita").await;
        reader.open(&stage.site.address("#/")).await;
        let wrong = [
            (
                "/version",
                json!(2),
                "written by a later Plumbline (version 2 of the format)",
            ),
            (
                COUNTS,
                json!([-7, 37]),
                "a number of people is negative (“counts”)",
            ),
            (
                COUNTS,
                json!([6.5, 23.5]),
                "a number of people is not whole (“counts”)",
            ),
            (
                COUNTS,
                json!([1e300, 23]),
                "a number is larger than any number of people (“counts”)",
            ),
            (
                COUNTS,
                json!([7, 20, 3]),
                "counts for more or fewer options than exist (“counts”)",
            ),
            (
                COUNTS,
                json!([7, 24]),
                "the counts do not add up to the ballots (“counts”)",
            ),
            (
                "/dimensions/0/items/1/scale",
                json!("stars"),
                "this version does not know (“scale”)",
            ),
            (
                "/team_members/ballots",
                json!(null),
                "it shows groups that are too small to show",
            ),
        ];
        for (number, (place, value, sentence)) in wrong.into_iter().enumerate() {
            let mut tally = example();
            *tally.pointer_mut(place).expect("it is there") = value;
            brings(&reader, &format!("wrong-{number}.json"), &tally.to_string()).await;
            reader.sees(sentence).await;
            reader.does_not_see(FROM_FILE).await;
        }
        let huge = EXAMPLE.replacen("[7, 23]", "[7, 1e999]", 1);
        brings(&reader, "huge.json", &huge).await;
        reader
            .sees("Something in this tally cannot be read, such as a number with too many digits.")
            .await;
        reader.does_not_see(FROM_FILE).await;
        brings(&reader, "cut.json", &EXAMPLE[..EXAMPLE.len() / 2]).await;
        reader.sees("The end of this file is missing.").await;
        assert_eq!(reader.console_errors().await, [""; 0]);
    });
}

#[test]
fn two_million_people_and_nobody_are_shown() {
    journey(async |stage| {
        let reader = stage.person("Rita").await;
        let mut many = example();
        multiply(&mut many);
        opens(stage, &reader, "many.json", &many).await;
        for people in MANY_SEEN {
            reader.sees(people).await;
        }
        is_sound(&reader, "two million").await;
        let mut nobody = example();
        empty(&mut nobody);
        opens(stage, &reader, "nobody.json", &nobody).await;
        let rows = reader.text_of_table("The six dimensions").await;
        for row in &rows[1..] {
            assert_eq!(row[1..4], ["hidden", "hidden", "hidden"], "{row:?}");
        }
        is_sound(&reader, "nobody").await;
    });
}

#[test]
fn sixty_long_wordings_of_any_script_have_room() {
    journey(async |stage| {
        let reader = stage.person("Rita").await;
        opens(stage, &reader, "sixty.json", &sixty()).await;
        let sizes = match reader.engine {
            // For letters without a font it draws boxes that keep their size however small the text is.
            Engine::Firefox => &SIZES[..1],
            Engine::Chromium | Engine::Webkit => &SIZES,
        };
        for &(width, height) in sizes {
            reader.resize(width, height).await;
            is_sound(&reader, &format!("sixty items, {width} wide")).await;
        }
    });
}

fn example() -> Value {
    serde_json::from_str(EXAMPLE).expect("it is JSON")
}

async fn brings(reader: &Browser, name: &str, text: &str) {
    reader
        .bring(FIELD, &reader.is_sent(name, text.as_bytes()))
        .await;
}

async fn opens(stage: &Stage, reader: &Browser, name: &str, tally: &Value) {
    reader.open(&stage.site.address("#/")).await;
    reader.reload().await;
    brings(reader, name, &tally.to_string()).await;
    reader.sees(FROM_FILE).await;
    reader.heading(RESULTS).await;
}

/// No picture says what is no number, no text of one is outside its box, and the page is no wider than its window.
async fn is_sound(reader: &Browser, what: &str) {
    let script = "const found = [];
        const pictures = [...document.querySelectorAll('.chart__picture svg')];
        if (pictures.length < 3) found.push(`only ${pictures.length} pictures`);
        for (const picture of pictures) {
            const box = picture.getBoundingClientRect();
            if (/NaN|Infinity|undefined/.test(picture.outerHTML)) found.push('no number');
            for (const text of picture.querySelectorAll('text')) {
                const { left, right, top, bottom } = text.getBoundingClientRect();
                const isWithin = left > box.left - 1 && right < box.right + 1
                    && top > box.top - 1 && bottom < box.bottom + 1;
                if (!isWithin) found.push(`outside: ${text.textContent}`);
            }
            for (const bar of picture.querySelectorAll('rect')) {
                if (bar.getAttribute('width') < 0 || bar.getAttribute('height') < 0) found.push('negative bar');
            }
        }
        if (document.documentElement.scrollWidth > innerWidth) found.push('wider than the window');
        return found.slice(0, 9).join('; ');";
    let found = reader.run(script, Vec::new()).await;
    let found = found.expect("the page can be asked");
    assert_eq!(found, json!(""), "{what}");
    assert_eq!(reader.console_errors().await, [""; 0], "{what}");
}

/// Every number of people, so many times.
fn multiply(value: &mut Value) {
    let Value::Object(fields) = value else {
        if let Value::Array(values) = value {
            values.iter_mut().for_each(multiply);
        }
        return;
    };
    for (name, value) in fields {
        match name.as_str() {
            "ballots" | "invited" | "unsure" => times(value),
            "counts" => value
                .as_array_mut()
                .expect("they are a list")
                .iter_mut()
                .for_each(times),
            _ => multiply(value),
        }
    }
}

fn times(number: &mut Value) {
    *number = json!(number.as_u64().expect("it is a number") * MANY);
}

/// Nobody was asked, and nobody answered.
fn empty(tally: &mut Value) {
    for side in ["executives", "team_members"] {
        let side = &mut tally[side];
        side["invited"] = json!(0);
        side["ballots"] = json!(null);
        side["closed"] = json!(null);
    }
    for item in items(tally) {
        for side in ["executives", "team"] {
            let side = item[side].as_object_mut().expect("it is there");
            side.remove("counts");
            side.remove("unsure");
        }
    }
}

fn items(tally: &mut Value) -> impl Iterator<Item = &mut Value> {
    let dimensions = tally["dimensions"].as_array_mut().expect("they are a list");
    dimensions
        .iter_mut()
        .filter_map(|dimension| dimension["items"].as_array_mut())
        .flatten()
}

/// Sixty items; a label or a question is as long as it may be expected to be, in a script of its own.
pub(crate) fn sixty() -> Value {
    let mut tally = example();
    let dimension = &mut tally["dimensions"][2];
    let pattern = dimension["items"][0].clone();
    let list = dimension["items"].as_array_mut().expect("they are a list");
    for number in 18..ITEMS {
        let mut item = pattern.clone();
        item["id"] = json!(format!("new {number}"));
        list.push(item);
    }
    for (item, number) in items(&mut tally).zip(0..) {
        let script = SCRIPTS[number % SCRIPTS.len()].chars().cycle();
        let words: String = script.take(LONG).collect();
        item["label"] = json!(words.trim());
        item["executives"]["question"] = json!(words.trim());
        item["team"]["question"] = json!(words.trim());
    }
    tally
}
