//! Charts as SVG: what is true of every golden file, well-formedness whatever is written, and nothing on top of anything
//! else.
//!
//! `PLUMBLINE_BLESS=1 cargo test --test chart` writes the table of widths anew; `tests/golden/grid.rs` makes the golden
//! files.

#![cfg(not(target_arch = "wasm32"))]

#[path = "golden/boxes.rs"]
mod boxes;
#[path = "golden/difference.rs"]
mod difference;
#[path = "golden/elements.rs"]
mod elements;
#[path = "golden/markup.rs"]
mod markup;
#[path = "golden/native.rs"]
mod native;
#[path = "golden/odd.rs"]
mod odd;
#[path = "golden/pictures.rs"]
mod pictures;
#[path = "golden/published.rs"]
mod published;
#[path = "golden/sample.rs"]
mod sample;
#[path = "golden/sharp.rs"]
mod sharp;
#[path = "golden/spread.rs"]
mod spread;
#[path = "golden/table.rs"]
mod table;

use std::{env, fs, path::Path};

use boxes::{boxes, collisions};
use markup::{attribute, check_markup, count, named};
use plumbline::chart::{
    ChartError, FONT_FAMILY, FONT_WOFF2, Format, GapRange, MAX_ROWS, Meaning, PairedDots, Row,
    Theme, Value,
};
use roxmltree::Document;

#[test]
fn a_footer_explains_only_what_is_drawn() {
    let mut chart = sample::normal();
    let (drawn, written) = ("DRAWN".into(), "WRITTEN".into());
    (chart.ranges, chart.thin) = (Meaning { drawn, written }, "THIN".into());
    let said = |chart: &PairedDots, format| {
        let svg = chart.draw(format, Theme::Light).unwrap().on_page("a");
        ["DRAWN", "WRITTEN", "THIN"].map(|word| svg.contains(word))
    };
    assert_eq!(said(&chart, Format::Slide), [true, false, false]);
    assert_eq!(said(&chart, Format::Narrow), [false, true, true]);
    for gap in chart.rows.iter_mut().filter_map(|row| row.gap.as_mut()) {
        (gap.range, gap.faint) = (None, false);
    }
    for format in [Format::Slide, Format::Narrow] {
        assert_eq!(said(&chart, format), [false, false, false]);
    }
}

#[test]
fn on_a_phone_the_range_of_each_gap_stands_under_its_word() {
    let chart = sample::normal();
    let svg = chart
        .draw(Format::Narrow, Theme::Light)
        .unwrap()
        .on_page("a");
    let bare = chart.draw_bare(Theme::Light).unwrap().on_page("a");
    for gap in chart.rows.iter().filter_map(|row| row.gap.as_ref()) {
        let range = &gap.range.as_ref().unwrap().text;
        let written = format!(">{range}<");
        assert!(svg.contains(&written), "{range}");
        assert!(!bare.contains(&written), "{range}");
    }
}

#[test]
fn whatever_is_written_stays_text() {
    for hostile in odd::hostile() {
        let chart = odd::saying(&hostile);
        for format in [Format::Slide, Format::Narrow] {
            for theme in Theme::ALL {
                let picture = chart.draw(format, theme).unwrap();
                check_markup(&picture.on_page("\"><a"), "a-");
                check_markup(&picture.to_file(), "plumbline-");
                assert_eq!(
                    collisions(&picture.on_page("a")),
                    Vec::<String>::new(),
                    "{hostile:?}"
                );
            }
        }
    }
}

#[test]
fn a_file_needs_nothing_else_and_a_page_gets_no_style() {
    let picture = sample::normal().draw(Format::Slide, Theme::Light).unwrap();
    let file = picture.to_file();
    assert_eq!(picture.size(), (1920, 1080));
    assert!(file.contains("width=\"1920\" height=\"1080\" viewBox=\"0 0 15360 8640\""));
    assert!(file.contains(&format!("@font-face{{font-family:\"{FONT_FAMILY}\"")));
    assert!(file.contains("src:url(data:font/woff2;base64,d09GMg"));
    assert!(FONT_WOFF2.starts_with(b"wOF2") && file.len() > FONT_WOFF2.len() / 3 * 4);
    let addresses = file.matches("://").count();
    assert_eq!(
        (
            addresses,
            file.matches("http://www.w3.org/2000/svg").count()
        ),
        (1, 1)
    );
    assert!(!picture.on_page("a").contains("style"));
}

#[test]
fn nothing_covers_anything_at_any_pair_of_values() {
    let values: Vec<(u8, u8)> = (0..=100)
        .flat_map(|team| (0..=100).map(move |executives| (team, executives)))
        .collect();
    for (number, pairs) in values.chunks(MAX_ROWS).enumerate() {
        let mut chart = sample::of_pairs(pairs, number);
        (chart.subtitle, chart.footer) = (String::new(), String::new());
        for format in [Format::Slide, Format::Narrow] {
            let svg = chart.draw(format, Theme::Light).unwrap().on_page("a");
            assert_eq!(
                collisions(&svg),
                Vec::<String>::new(),
                "{format:?} {pairs:?}"
            );
        }
    }
}

#[test]
fn nothing_covers_anything_whatever_rows_hold() {
    for number in 0..400 {
        let chart = odd::of_anything(number);
        for format in [Format::Slide, Format::Narrow] {
            let svg = chart.draw(format, Theme::Light).unwrap().on_page("a");
            assert_eq!(
                collisions(&svg),
                Vec::<String>::new(),
                "{format:?} {number}: {chart:#?}"
            );
            let notes = chart.rows.iter().filter(|row| row.note.is_some());
            let said = svg.matches(&format!(">{}<", odd::NOTE)).count();
            assert_eq!(said, notes.count(), "{format:?} {number}");
        }
    }
}

/// No text is smaller than 24 pixels on a slide, or 15 on a phone.
fn check_text_sizes(name: &str, svg: &str, format: Format) {
    let document = Document::parse(svg).unwrap();
    let least = if format == Format::Slide { 24 } else { 15 };
    for text in document
        .descendants()
        .filter(|node| node.has_tag_name("text"))
    {
        let size: i32 = text.attribute("font-size").unwrap().parse().unwrap();
        assert!(size >= 8 * least, "{name}: {:?}", text.text());
    }
}

#[test]
fn marks_are_where_the_values_are() {
    let svg = sample::normal()
        .draw(Format::Slide, Theme::Light)
        .unwrap()
        .on_page("a");
    let document = Document::parse(&svg).unwrap();
    let row = |number: usize| named(&document, &format!("a-row-{number}"));
    assert_eq!(
        (0..8)
            .map(|number| count(row(number), "circle"))
            .sum::<usize>(),
        8
    );
    assert_eq!(
        (0..8)
            .map(|number| count(row(number), "polygon"))
            .sum::<usize>(),
        8
    );
    // 32 and 70 on an axis from 700 to 1200, in eighths.
    assert_eq!(
        attribute(row(1), "circle", "cx"),
        ((700 + 5 * 32) * 8).to_string()
    );
    let diamond = attribute(row(1), "polygon", "points");
    assert!(
        diamond.starts_with(&format!("{},", (700 + 5 * 70) * 8)),
        "{diamond}"
    );
    let words: Vec<_> = row(1)
        .descendants()
        .filter(|node| node.has_tag_name("text"))
        .filter_map(|node| node.text())
        .collect();
    assert_eq!(
        words,
        [
            "Used AI for work in the past 7 days",
            "32",
            "70",
            "+38",
            "clear"
        ]
    );
}

#[test]
fn close_values_leave_the_line_executives_up_team_down() {
    for (team, executives, is_near) in [
        (87, 92, true),
        (50, 50, true),
        (64, 70, false),
        (53, 50, true),
        (44, 50, false),
    ] {
        let chart = sample::of_pairs(&[(team, executives)], 0);
        let svg = chart
            .draw(Format::Slide, Theme::Light)
            .unwrap()
            .on_page("a");
        let boxes = boxes(&svg);
        let find = |text: &str| {
            boxes
                .iter()
                .find(|found| found.name == text)
                .unwrap()
                .clone()
        };
        let (circle, diamond) = (find("row-0 circle"), find("row-0 polygon"));
        assert_eq!(diamond.bottom < circle.top, is_near, "{team} {executives}");
        assert!((circle.middle() - f64::from((700 + 5 * i32::from(team)) * 8)).abs() <= 1.0);
        assert!((diamond.middle() - f64::from((700 + 5 * i32::from(executives)) * 8)).abs() <= 1.0);
    }
}

#[test]
fn a_hidden_value_has_words_and_no_mark() {
    let svg = sample::hidden()
        .draw(Format::Slide, Theme::Light)
        .unwrap()
        .on_page("a");
    let document = Document::parse(&svg).unwrap();
    let marks = |number: usize| {
        let row = named(&document, &format!("a-row-{number}"));
        (count(row, "circle"), count(row, "polygon"))
    };
    assert_eq!(
        (0..6).map(marks).collect::<Vec<_>>(),
        [(1, 1), (0, 1), (1, 0), (1, 1), (0, 0), (0, 0)]
    );
    assert!(
        svg.contains("team: fewer than 5 answers") && svg.contains("leaders: fewer than 3 answers")
    );
}

#[test]
fn what_is_no_number_is_not_drawn() {
    for odd in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY, 1e300, -7.0] {
        let mut chart = sample::normal();
        for row in &mut chart.rows {
            row.team = Value::Shown {
                points: odd,
                text: "?".into(),
            };
            let gap = row.gap.as_mut().unwrap();
            gap.points = odd;
            gap.range = Some(GapRange {
                outer: (odd, 3.0),
                inner: (5.0, odd),
                text: "?".into(),
            });
        }
        for format in [Format::Slide, Format::Narrow] {
            let svg = chart.draw(format, Theme::Dark).unwrap().to_file();
            check_markup(&svg, "plumbline-");
            let text = svg.split("</style>").last().unwrap().to_lowercase();
            assert!(!text.contains("nan") && !text.contains("inf"));
            assert_eq!(collisions(&svg), Vec::<String>::new(), "{odd}");
        }
    }
}

#[test]
fn no_rows_are_a_picture_and_too_many_an_error() {
    let mut chart = sample::normal();
    let row = chart.rows.pop().unwrap();
    chart.rows = vec![row; MAX_ROWS + 1];
    assert_eq!(
        chart.draw(Format::Slide, Theme::Light),
        Err(ChartError::TooManyRows(9))
    );
    assert!(chart.draw(Format::Narrow, Theme::Light).is_ok());
    chart.rows = Vec::<Row>::new();
    for format in [Format::Slide, Format::Narrow] {
        check_markup(
            &chart.draw(format, Theme::Light).unwrap().on_page("a"),
            "a-",
        );
    }
}

#[test]
fn the_same_input_draws_the_same_bytes() {
    let draw = |chart: &PairedDots| chart.draw(Format::Slide, Theme::Dark).unwrap().to_file();
    assert_eq!(draw(&sample::normal()), draw(&sample::normal()));
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Compares `found` with the file at `path` below the tests, or writes it there.
fn check_golden(path: &str, found: &str) {
    let path = root().join("tests").join(path);
    if env::var_os("PLUMBLINE_BLESS").is_some() {
        fs::write(&path, found).unwrap();
    }
    let golden = fs::read_to_string(&path).unwrap_or_default();
    let line = golden
        .lines()
        .zip(found.lines())
        .position(|(golden, found)| golden != found);
    assert!(
        golden == found,
        "{} differs, first in line {line:?}",
        path.display()
    );
}
