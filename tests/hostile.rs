//! Text that wants to be more than text stays text, in every field, link and file.

#![cfg(not(target_arch = "wasm32"))]

#[path = "hostile/html_file.rs"]
mod html_file;
#[expect(dead_code, reason = "the charts' own test uses all of it")]
#[path = "golden/markup.rs"]
mod markup;
#[expect(dead_code, reason = "the charts' own test uses all of it")]
#[path = "golden/odd.rs"]
mod odd;
#[path = "hostile/payloads.rs"]
mod payloads;
#[expect(dead_code, reason = "the charts' own test uses all of it")]
#[path = "golden/sample.rs"]
mod sample;

use ical::IcalParser;
use plumbline::{
    chart::{Format, Theme},
    codec::{
        calendar::{self, Event},
        csv::{self, COLUMNS, Words},
        html::{self, Block, Claim, Row},
        link::{self, Invitation},
        opening,
        picture::{into_png, into_svg},
        result_link,
        tally::{self, Published},
    },
    domain::{
        card::{Card, Field},
        day::Day,
        draft::{Draft, LONGEST_COMPANY, LONGEST_TEAM, tidy},
        example,
        release::Released,
        results::Results,
        side::{BySide, Side},
        survey::{Survey, Wording},
    },
    text::card,
};
use roxmltree::{Document, Node};

/// No cell of a table may begin with these.
const BEGINS_FORMULA: &str = "=+-@\t\r\n＝＋－＠";

/// What spreadsheets may drop before a formula.
const DROPPED: &str = " \"\u{a0}\u{3000}\u{feff}\u{200b}";

/// Longest line of a calendar's file, in bytes, without its end (RFC 5545, section 3.1).
const LONGEST_LINE: usize = 75;

/// The lines of a calendar's file by what they begin with, and the places of those that have words of people in them.
const LINES: [&str; 19] = [
    "BEGIN",
    "VERSION",
    "PRODID",
    "CALSCALE",
    "BEGIN",
    "UID",
    "DTSTAMP",
    "DTSTART",
    "DTEND",
    "SUMMARY",
    "DESCRIPTION",
    "TRANSP",
    "BEGIN",
    "ACTION",
    "DESCRIPTION",
    "TRIGGER",
    "END",
    "END",
    "END",
];
const TITLES: [usize; 2] = [9, 14];
const DESCRIPTION: usize = 10;

const DAY: Day = Day {
    year: 2026,
    month: 11,
    day: 23,
};

#[test]
fn there_are_at_least_500() {
    let all = payloads::all();
    assert!(all.len() >= 500, "{}", all.len());
    let fitting = all.iter().filter(|text| settled(text).is_some());
    assert!(fitting.count() >= 450);
}

#[test]
fn a_hostile_name_is_one_line_of_text_or_refused() {
    for text in payloads::all() {
        let Some(survey) = settled(&text) else {
            assert!(tidy(&text).chars().count() > LONGEST_TEAM, "{text:?}");
            continue;
        };
        assert_eq!(survey.team, tidy(&text));
        let names = survey
            .team
            .chars()
            .chain(survey.company.iter().flat_map(|name| name.chars()));
        assert!(!names.into_iter().any(char::is_control), "{text:?}");
    }
}

#[test]
fn links_bring_hostile_names_as_they_are() {
    for survey in payloads::all().iter().filter_map(|text| settled(text)) {
        let invitation = Invitation {
            survey: survey.clone(),
            side: Side::Team,
            secret: [2; 32],
        };
        let fragment = link::encode(&invitation);
        assert!(is_plain(&fragment), "{fragment}");
        assert_eq!(link::decode(&fragment), Ok(invitation));
        let published = published(survey);
        let fragment = result_link::encode(&published).unwrap();
        assert!(is_plain(&fragment), "{fragment}");
        assert_eq!(result_link::decode(&fragment), Ok(published.without_key()));
    }
}

#[test]
fn pictures_say_hostile_texts_and_hold_nothing_else() {
    for text in payloads::all() {
        let chart = odd::saying(&text);
        for format in [Format::Slide, Format::Narrow] {
            let picture = chart.draw(format, Theme::Light).unwrap();
            markup::check_markup(&picture.on_page("a"), "a-");
            markup::check_markup(&picture.to_file(), "plumbline-");
        }
    }
}

#[test]
fn files_carry_hostile_texts_and_nothing_else() {
    let png = png();
    for text in payloads::all() {
        let tally = tally::encode(&published(worded(&text)));
        // What nobody sees is left out when a file is opened.
        let tidied = Ok(published(worded(&tidy(&text))).without_key());
        assert!(serde_json::from_str::<serde_json::Value>(&tally).is_ok());
        assert_eq!(opening::open(tally.as_bytes()), tidied, "{text:?}");
        let svg = into_svg(SVG, &tally);
        let document = Document::parse(&svg).unwrap();
        let elements = document.descendants().filter(Node::is_element);
        let names: Vec<&str> = elements.map(|node| node.tag_name().name()).collect();
        assert_eq!(names, ["svg", "title", "desc", "metadata", "path"]);
        assert_eq!(opening::open(svg.as_bytes()), tidied, "{text:?}");
        let picture = into_png(png.clone(), &tally);
        assert_eq!(opening::open(&picture), tidied, "{text:?}");
    }
}

#[test]
fn no_cell_of_a_table_is_a_formula() {
    let mut cells = 0;
    for text in payloads::all() {
        let survey = worded(&text);
        let results = Results::of(&survey, &published(survey.clone()).released);
        let table = csv::of_results(&survey, &results, &WORDS);
        for cell in cells_of(table.trim_start_matches('\u{feff}')) {
            cells += 1;
            let bare = cell.trim_start_matches(|letter| DROPPED.contains(letter));
            let is_number = cell.parse::<f64>().is_ok();
            assert!(
                is_number || !bare.starts_with(|letter| BEGINS_FORMULA.contains(letter)),
                "{text:?} gives {cell:?}"
            );
        }
    }
    assert!(cells > 100_000, "{cells}");
}

/// The article itself, with its pictures, is read in `src/ui/results/one_file.rs`, where it is made.
#[test]
fn documents_say_hostile_texts_and_hold_nothing_else() {
    for text in payloads::all() {
        let said = html_file::said(&document(&text).to_file());
        let shown = html_file::shown(&text);
        let count = |words: &str| said.texts.iter().filter(|one| *one == words).count();
        assert_eq!(count(&shown), 11, "{text:?}");
        assert_eq!(count(&format!(" {shown}")), 1, "{text:?} after a label");
        assert_eq!(count(&format!("{shown} ")), 2, "{text:?} before a way");
        assert_eq!(said.names, [shown.as_str(); 3]);
        // The foot stands in the style, where ends of lines are left out like all that nobody sees.
        let on_paper = text.replace(['\n', '\t', '\r'], "");
        assert_eq!(said.foot, html_file::shown(&on_paper));
    }
}

#[test]
fn calendars_hold_hostile_texts_in_their_own_lines_only() {
    for text in payloads::all() {
        let fields = Field::ALL.into_iter().filter(|field| !field.is_day());
        let card = fields.fold(Card::blank("3.1"), |card, field| card.with(field, &text));
        let (title, about) = (card::event(&card, &text), card::event_about(&card));
        check_calendar(&title, &about);
        another_reader_finds_one_day(&text, &format!("Problem: {text}\n{text}"));
        // A line is folded where it is full, so every place of the text comes to stand at the beginning of one.
        for before in 0..LONGEST_LINE {
            let title = format!("{}{text}", "x".repeat(before));
            check_calendar(&title, &format!("{title}\n{text}"));
        }
    }
}

/// A document that says `text` in every piece.
fn document(text: &str) -> html::Document {
    let said = || text.to_owned();
    let claim = || Claim {
        words: said(),
        row: said(),
        way: "Its row",
        name: said(),
    };
    html::Document {
        language: "en",
        title: said(),
        font: ("F", b"font"),
        foot: said(),
        style: "p { margin: 0 }\n",
        blocks: vec![
            Block::Heading(1, said()),
            Block::Lead(said()),
            Block::Text(said()),
            Block::Small(said()),
            Block::Group("gap", vec![Block::Text(said())]),
            Block::Labelled(said(), said()),
            Block::Claim(claim()),
            Block::Claims(vec![claim()]),
            Block::Table {
                caption: said(),
                heads: vec![said()],
                rows: vec![Row {
                    id: Some(said()),
                    cells: vec![said(), said()],
                }],
            },
        ],
    }
}

fn event<'a>(title: &'a str, description: &'a str) -> Event<'a> {
    Event {
        uid: "3f9a3f9a3f9a3f9a-1@plumbline",
        made: DAY,
        day: DAY,
        title,
        description,
    }
}

/// Checks that a calendar's file has the lines that every one has, folded as they must be, and says this in its own.
fn check_calendar(title: &str, description: &str) {
    let file = calendar::encode(&event(title, description));
    assert!(file.ends_with("END:VCALENDAR\r\n"), "{title:?}");
    for line in file.split_terminator("\r\n") {
        let is_sound = line.len() <= LONGEST_LINE && !line.contains(char::is_control);
        assert!(is_sound, "{title:?} gives {line:?}");
    }
    let unfolded = file.replace("\r\n ", "");
    let lines = unfolded.split_terminator("\r\n");
    let lines: Vec<(&str, &str)> = lines
        .map(|line| line.split_once([':', ';']).unwrap_or((line, "")))
        .collect();
    let names: Vec<&str> = lines.iter().map(|(name, _)| *name).collect();
    assert_eq!(names, LINES, "{title:?}");
    for place in TITLES {
        assert_eq!(unescaped(lines[place].1), without_control(title));
    }
    assert_eq!(
        unescaped(lines[DESCRIPTION].1),
        without_control(description)
    );
}

/// Checks that a reader which knows nothing of ours finds one day with one reminder, and these texts.
fn another_reader_finds_one_day(title: &str, description: &str) {
    let file = calendar::encode(&event(title, description));
    let calendars = IcalParser::new(file.as_bytes()).collect::<Result<Vec<_>, _>>();
    let calendars = calendars.unwrap_or_else(|error| panic!("{title:?}: {error:?}"));
    assert_eq!(calendars.len(), 1, "{title:?}");
    let [read] = calendars[0].events.as_slice() else {
        panic!("{title:?} is {} days", calendars[0].events.len())
    };
    assert_eq!(read.alarms.len(), 1, "{title:?}");
    let names = read.properties.iter().map(|one| one.name.as_str());
    assert_eq!(names.collect::<Vec<_>>(), LINES[5..12], "{title:?}");
    for (name, text) in [("SUMMARY", title), ("DESCRIPTION", description)] {
        let found = read.properties.iter().find(|one| one.name == name);
        let found = found.and_then(|one| one.value.as_deref());
        let found = found.map(unescaped);
        assert_eq!(found, Some(without_control(text)), "{name}");
    }
}

/// A value of a calendar as text (RFC 5545, section 3.3.11).
fn unescaped(value: &str) -> String {
    let mut text = String::new();
    let mut letters = value.chars();
    while let Some(letter) = letters.next() {
        match letter {
            '\\' => {
                let next = letters.next().expect("something is escaped");
                text.push(if next == 'n' { '\n' } else { next });
            }
            letter => text.push(letter),
        }
    }
    text
}

/// A text without control characters other than ends of lines.
fn without_control(text: &str) -> String {
    let letters = text.chars();
    let letters = letters.filter(|letter| *letter == '\n' || !letter.is_control());
    letters.collect()
}

/// The words do not matter here; the texts of the survey do.
const WORDS: Words = Words {
    columns: [""; COLUMNS],
    shown: |_| "=hidden".to_owned(),
    evidence: |_| "@evidence",
    median: |_, _| Some("+median".to_owned()),
};

const SVG: &str =
    "<svg xmlns=\"http://www.w3.org/2000/svg\"><title>A</title>\n<desc>B</desc>\n<path/></svg>\n";

/// A picture of one grey point.
fn png() -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, 1, 1);
    encoder.set_color(png::ColorType::Grayscale);
    let mut writer = encoder.write_header().unwrap();
    writer.write_image_data(&[128]).unwrap();
    writer.finish().unwrap();
    bytes
}

/// The survey of a team and a company of this name, as the page for it makes one; `None` if the name is refused.
fn settled(text: &str) -> Option<Survey> {
    let draft = Draft {
        team: text.to_owned(),
        company: tidy(text).chars().take(LONGEST_COMPANY).collect(),
        invited: BySide::from_fn(|_| "50".to_owned()),
        ..Draft::default()
    };
    let settled = draft.check().ok()?;
    Some(settled.with_key(example::survey().public_key))
}

/// A survey that says `text` wherever it says anything: only a tally file can bring one.
fn worded(text: &str) -> Survey {
    let mut survey = settled(text).unwrap_or_else(example::survey);
    let mut dimensions = survey.dimensions();
    for dimension in &mut dimensions {
        dimension.name = text.to_owned().into();
        for item in &mut dimension.items {
            item.label = text.to_owned().into();
        }
    }
    survey.wording = Wording::of(dimensions);
    survey
}

fn published(mut survey: Survey) -> Published {
    survey.invited = BySide::from_fn(|_| 1_000);
    Published {
        released: Released::of(&survey, &example::tally()),
        survey,
        closed: BySide::from_fn(|_| Some(DAY)),
    }
}

/// Letters of base 64 for addresses, after the name of what it is.
fn is_plain(fragment: &str) -> bool {
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-_=".contains(&byte);
    fragment.bytes().all(is_plain)
}

/// The cells of a table as a spreadsheet reads them (RFC 4180).
fn cells_of(table: &str) -> Vec<String> {
    let (mut cells, mut cell, mut is_quoted) = (Vec::new(), String::new(), false);
    let mut letters = table.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '"' if is_quoted && letters.peek() == Some(&'"') => {
                cell.push('"');
                letters.next();
            }
            '"' => is_quoted = !is_quoted,
            ',' | '\n' if !is_quoted => cells.push(std::mem::take(&mut cell)),
            '\r' if !is_quoted => {}
            letter => cell.push(letter),
        }
    }
    assert!(!is_quoted, "a quote is never closed");
    cells
}
