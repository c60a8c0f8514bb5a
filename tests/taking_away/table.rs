//! The table for spreadsheets.

use plumbline::{
    codec::{
        csv::{COLUMNS, Field, Words, of_results, write_line},
        record::Day,
        tally::{self, Published},
    },
    domain::{
        example,
        release::{Cell, Released},
        results::Results,
        scale::Scale,
        side::{BySide, Side},
        survey::{Dimension, Survey, Wording},
        tally::Counts,
    },
    text::{finding, results, spread, table},
};
use proptest::{prelude::*, test_runner::TestRunner};
use serde_json::{Value, json};

const WORDS: Words = Words {
    columns: table::COLUMNS,
    shown: results::shown,
    evidence: finding::word,
    median: spread::median,
};
/// Half of the last decimal that is given.
const SIX_DECIMALS: f64 = 5.1e-7;
/// Where numbers stand.
const VALUES: [usize; 2] = [7, 8];
const DAY: Day = Day {
    year: 2026,
    month: 11,
    day: 22,
};
const GAP: usize = 9;
const AT_95: usize = 10;
const AT_80: usize = 12;
const EVIDENCE: usize = 14;

#[test]
fn no_cell_of_100_000_is_a_formula() {
    let mut runner = TestRunner::new(ProptestConfig {
        failure_persistence: None,
        ..ProptestConfig::with_cases(4_000)
    });
    let start = prop::sample::select(vec![
        "",
        "=",
        "+",
        "-",
        "@",
        "\t",
        "\r",
        "\n",
        "＝",
        "＋",
        "－",
        "＠",
        "\"",
        " =",
        "\"=",
        ",",
        "'",
        "\u{feff}=",
    ]);
    let cell = (start, any::<String>()).prop_map(|(start, rest)| format!("{start}{rest}"));
    let line = prop::collection::vec(cell, 25);
    let each_line = runner.run(&line, |cells| {
        let fields: Vec<Field> = cells.iter().cloned().map(Field::Text).collect();
        let mut out = String::new();
        write_line(&mut out, &fields);
        let read = parse(&out);
        prop_assert_eq!(read.len(), 1);
        prop_assert_eq!(read[0].len(), cells.len());
        for (read, cell) in read[0].iter().zip(&cells) {
            prop_assert!(
                !read.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'])
            );
            prop_assert!(read == cell || read.strip_prefix('\'') == Some(cell));
        }
        Ok(())
    });
    each_line.unwrap();
}

#[test]
fn numbers_stay_numbers() {
    let mut out = String::new();
    let numbers = [-12.5, -0.0, 1.0 / 3.0, 1e-7, f64::NAN, f64::INFINITY];
    write_line(&mut out, &numbers.map(Field::Number));
    assert_eq!(out, "-12.5,0,0.3333333333333333,0.0000001,,\r\n");
}

#[test]
fn every_published_number_is_in_the_table() {
    let survey = example::survey();
    let results = Results::of(&survey, &Released::of(&survey, &example::tally()));
    let csv = of_results(&results, &WORDS);
    let lines = parse(csv.strip_prefix('\u{feff}').unwrap());
    assert_eq!(lines.len(), 1 + 6 + 18);
    assert!(lines.iter().all(|line| line.len() == COLUMNS));
    let mut items = lines.iter().filter(|line| !line[1].is_empty()).skip(1);
    for item in results.items() {
        let line = items.next().unwrap();
        let gap = item.gap.unwrap();
        assert_eq!(line[1], item.item.id);
        assert_eq!(line[3], item.item.question.executive);
        // Exactly the same number, not only to six decimals.
        let same = |place: usize, value: f64| {
            assert_eq!(
                line[place].parse::<f64>().unwrap().to_bits(),
                value.to_bits()
            );
        };
        same(GAP, gap.points);
        same(AT_95, gap.ranges.at_95.low);
        same(AT_95 + 1, gap.ranges.at_95.high);
        same(AT_80, gap.ranges.at_80.low);
        same(AT_80 + 1, gap.ranges.at_80.high);
        assert_eq!(line[EVIDENCE], finding::word(gap.evidence));
        assert_eq!(line[15], gap.switches.unwrap().fewest.to_string());
    }
}

#[test]
fn what_is_hidden_or_of_one_mind_has_no_number() {
    let cells = |team| BySide {
        executive: Cell::Counts(Counts::new(vec![4, 1], 0)),
        team,
    };
    let lines = lines_of(vec![
        (Scale::YesNo, cells(Cell::Hidden)),
        (Scale::YesNo, cells(Cell::OneMind { n: 9, step: 0 })),
    ]);
    let [hidden, alike] = [&lines[2], &lines[3]];
    assert_eq!((hidden[6].as_str(), hidden[8].as_str()), ("", "hidden"));
    assert_eq!(
        (hidden[GAP].as_str(), hidden[EVIDENCE].as_str()),
        ("", "hidden")
    );
    assert_eq!((alike[6].as_str(), alike[8].as_str()), ("9", "few or none"));
}

/// S03, S07 and S08.
#[test]
fn the_worked_cases_are_the_same_from_tally_file_to_table() {
    let cases: Value =
        serde_json::from_str(include_str!("../fixtures/stats_examples.json")).unwrap();
    let case = |id: &str| {
        let mut all = cases["cases"].as_array().unwrap().iter();
        let case = all.find(|case| case["id"] == id).unwrap();
        (&case["inputs"], &case["outputs"])
    };
    let (given, expected) = case("S03");
    let line = one(Scale::YesNo, share(&given["exec"]), share(&given["team"]));
    same(&line[GAP], &expected["gap_points"]);
    same_range(&line[AT_95..], &expected["ci95_points"]);
    same_range(&line[AT_80..], &expected["ci80_points"]);

    let (given, expected) = case("S07");
    for name in ["A", "B"] {
        let guesses = on_options(&given[name]["exec_estimates"], 11, |guess| guess / 10);
        let line = one(Scale::PeopleInTen, guesses, share(&given[name]["team"]));
        same(&line[GAP], &expected[name]["gap_points"]);
        same_range(&line[AT_95..], &expected[name]["gap_ci95"]);
        same(&line[VALUES[1]], &expected[name]["team_pct"]);
    }

    let (given, expected) = case("S08");
    let five = |answers: &Value| on_options(answers, 5, |answer| answer - 1);
    let line = one(Scale::Agreement, five(&given["exec"]), five(&given["team"]));
    same(&line[VALUES[0]], &expected["exec_mean"]);
    same(&line[VALUES[1]], &expected["team_mean"]);
    same(&line[GAP], &expected["gap_points"]);
    same_range(&line[AT_95..], &expected["gap_ci95_mover"]);
    let line = one(
        Scale::Agreement,
        five(&given["exec_all_same"]),
        five(&given["team"]),
    );
    same_range(&line[AT_95..], &expected["all_same_exec"]["gap_ci95_mover"]);
}

#[test]
fn the_words_of_many_gaps_are_the_same_from_tally_file_to_table() {
    let cases: Value =
        serde_json::from_str(include_str!("../fixtures/stats_examples.json")).unwrap();
    let mut all = cases["cases"].as_array().unwrap().iter();
    let case = all.find(|case| case["id"] == "S13").unwrap();
    let given = case["inputs"]["x1_n1_x2_n2"].as_array().unwrap().iter();
    let items = given.map(|row| {
        let [executive, team] = [0, 2].map(|place| share(&json!([row[place], row[place + 1]])));
        (Scale::YesNo, cells(Scale::YesNo, executive, team))
    });
    let lines = lines_of(items.collect());
    let rows = case["outputs"]["rows"].as_array().unwrap();
    assert_eq!(lines.len(), 2 + rows.len());
    for (line, row) in lines[2..].iter().zip(rows) {
        same(&line[GAP], &row["gap"]);
        same_range(&line[AT_95..], &row["ci95"]);
        same_range(&line[AT_80..], &row["ci80"]);
        assert_eq!(line[EVIDENCE].replace(' ', "_"), row["word"]);
    }
}

fn same(found: &str, expected: &Value) {
    let (found, expected): (f64, f64) = (found.parse().unwrap(), expected.as_f64().unwrap());
    assert!(
        (found - expected).abs() < SIX_DECIMALS,
        "{found} is not {expected}"
    );
}

fn same_range(found: &[String], expected: &Value) {
    same(&found[0], &expected[0]);
    same(&found[1], &expected[1]);
}

fn share(pair: &Value) -> Vec<u32> {
    let [yes, n] = [&pair[0], &pair[1]].map(|n| u32::try_from(n.as_u64().unwrap()).unwrap());
    vec![yes, n - yes]
}

fn on_options(answers: &Value, options: usize, option: impl Fn(u64) -> u64) -> Vec<u32> {
    let mut counts = vec![0; options];
    for answer in answers.as_array().unwrap() {
        counts[usize::try_from(option(answer.as_u64().unwrap())).unwrap()] += 1;
    }
    counts
}

/// The line of an item with these counts, by way of a tally file.
fn one(scale: Scale, executive: Vec<u32>, team: Vec<u32>) -> Vec<String> {
    lines_of(vec![(scale, cells(scale, executive, team))]).remove(2)
}

/// Both sides' cells; those of one mind without counts.
fn cells(scale: Scale, executive: Vec<u32>, team: Vec<u32>) -> BySide<Cell> {
    let cell = |side, counts: Vec<u32>| {
        let places = 0..counts.len();
        let picked: Vec<usize> = places.filter(|place| counts[*place] > 0).collect();
        match picked.as_slice() {
            [place] => Cell::OneMind {
                n: counts[*place],
                step: scale.step(side, scale.pick(side, *place).unwrap()),
            },
            _ => Cell::Counts(Counts::new(counts, 0)),
        }
    };
    BySide {
        executive: cell(Side::Executive, executive),
        team: cell(Side::Team, team),
    }
}

/// The table of a survey with these items and executives who agreed to three, by way of a tally file.
fn lines_of(items: Vec<(Scale, BySide<Cell>)>) -> Vec<Vec<String>> {
    let pattern = example::survey().items().remove(1);
    let mut place = 0;
    let mut asked = Vec::new();
    let mut cells = Vec::new();
    for (scale, cell) in items {
        let mut item = pattern.clone();
        place += 1;
        item.id = place.to_string().into();
        item.scale = scale;
        asked.push(item);
        cells.push(cell);
    }
    let dimension = Dimension {
        name: "-1 or = or +".into(),
        items: asked,
    };
    let mut survey = Survey {
        wording: Wording::of(vec![dimension]),
        ..example::survey()
    };
    survey.minimum.executive = 3;
    let most = |side| cells.iter().filter_map(|cell| cell.of(side).n()).max();
    let ballots = BySide::from_fn(most);
    for cell in &mut cells {
        *cell = BySide::from_fn(|side| filled(cell.of(side), *ballots.of(side)));
    }
    let published = Published {
        released: Released::restore(&survey, ballots, cells).unwrap(),
        survey,
        closed: BySide::from_fn(|_| Some(DAY)),
    };
    let opened = tally::decode(&tally::encode(&published)).unwrap();
    let results = Results::of(&opened.survey, &opened.released);
    parse(&of_results(&results, &WORDS))
}

/// The cell, with everybody else as "don't know".
fn filled(cell: &Cell, ballots: Option<u32>) -> Cell {
    match cell {
        Cell::Counts(counts) => {
            let unsure = ballots.unwrap() - counts.valid();
            Cell::Counts(Counts::new(counts.options().to_vec(), unsure))
        }
        Cell::Hidden | Cell::OneMind { .. } | Cell::Outline(_) => cell.clone(),
    }
}

/// The fields of a CSV text, as RFC 4180 says.
fn parse(csv: &str) -> Vec<Vec<String>> {
    let (mut lines, mut line, mut field) = (Vec::new(), Vec::new(), String::new());
    let mut letters = csv.chars().peekable();
    let mut is_quoted = false;
    while let Some(letter) = letters.next() {
        match letter {
            '"' if is_quoted && letters.peek() == Some(&'"') => {
                letters.next();
                field.push('"');
            }
            '"' => is_quoted = !is_quoted,
            ',' if !is_quoted => line.push(std::mem::take(&mut field)),
            '\r' if !is_quoted => {
                assert_eq!(letters.next(), Some('\n'));
                line.push(std::mem::take(&mut field));
                lines.push(std::mem::take(&mut line));
            }
            _ => field.push(letter),
        }
    }
    assert!(
        field.is_empty() && line.is_empty() && !is_quoted,
        "no line end"
    );
    lines
}
