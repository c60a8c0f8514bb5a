//! The table for spreadsheets.

use plumbline::{
    codec::{
        csv::{COLUMNS, Field, Words, of_results, write_line},
        tally::{self, Published},
    },
    domain::{
        day::Day,
        detail::Detail,
        example,
        release::{Cell, Released},
        results::Results,
        scale::Scale,
        side::{BySide, Side},
        statistics::Range,
        survey::{Dimension, Survey, Wording},
        tally::Counts,
    },
    text::{finding, results, spread, table},
};
use proptest::{prelude::*, test_runner::TestRunner};

pub(crate) const WORDS: Words = Words {
    columns: table::COLUMNS,
    shown: results::shown,
    evidence: finding::word,
    median: spread::median,
};
/// Where numbers stand.
pub(crate) const VALUES: [usize; 2] = [7, 8];
pub(crate) const GAP: usize = 9;
pub(crate) const AT_95: usize = 10;
pub(crate) const AT_80: usize = 12;
pub(crate) const EVIDENCE: usize = 14;
pub(crate) const AT_90: usize = 20;
pub(crate) const SIDES_AT_95: [usize; 2] = [22, 24];
const THIS_GROUP_AT_80: usize = 51;
const DAY: Day = Day {
    year: 2026,
    month: 11,
    day: 22,
};

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
    let mut survey = example::survey();
    // Under 80 % answered, so the silent are told of.
    survey.invited = BySide {
        executive: 9,
        team: 62,
    };
    let results = Results::of(&survey, &Released::of(&survey, &example::tally()));
    let csv = of_results(&survey, &results, &WORDS);
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
        same(AT_90, gap.ranges.at_90.low);
        let this_group = gap.this_group.unwrap();
        same(18, this_group.at_95.low);
        same(19, this_group.at_95.high);
        same(THIS_GROUP_AT_80, this_group.at_80.low);
        same(THIS_GROUP_AT_80 + 1, this_group.at_80.high);
        for side in Side::ALL {
            let (place, detail) = (side as usize, item.detail.sides.of(side));
            same(SIDES_AT_95[place], detail.range.unwrap().low);
            same(SIDES_AT_95[place] + 1, detail.range.unwrap().high);
            assert_eq!(line[26 + place], detail.unsure.unwrap().to_string());
            same(28 + place, detail.deviation.unwrap());
            same(30 + place, detail.consensus.unwrap());
            let median = spread::median(item, side).unwrap_or_default();
            assert_eq!(line[32 + place], median);
            same_range(line, 34 + 2 * place, detail.worst_case, 1.0);
            assert_eq!(line[45 + place], survey.invited.of(side).to_string());
            assert_eq!(
                line[47 + place],
                results.ballots.of(side).unwrap().to_string()
            );
            let counts = item.cells.of(side).counts();
            let counts = counts.map(|counts| counts.options().iter().map(u32::to_string));
            let counts = counts.map(|counts| counts.collect::<Vec<_>>().join("|"));
            assert_eq!(line[49 + place], counts.unwrap_or_default());
        }
        let Detail {
            dominance,
            favourable,
            ..
        } = item.detail;
        assert_eq!(line[38].is_empty(), dominance.is_none());
        if let Some(dominance) = dominance {
            same(38, dominance.delta);
        }
        same_range(line, 39, dominance.map(|dominance| dominance.range), 1.0);
        let shares = favourable.map(|favourable| Range {
            low: favourable.shares.executive.value,
            high: favourable.shares.team.value,
        });
        same_range(line, 41, shares, 100.0);
        same_range(line, 43, favourable.map(|favourable| favourable.gap), 100.0);
        assert_eq!(line[EVIDENCE], finding::word(gap.evidence));
        let switches = gap.switches.unwrap();
        let switches = [switches.fewest, switches.executives, switches.team];
        assert_eq!(line[15..18], switches.map(|people| people.to_string()));
    }
    let of_dimensions = lines.iter().filter(|line| line[1].is_empty());
    for (line, result) in of_dimensions.zip(&results.dimensions) {
        let this_group = result.gap.unwrap().this_group.unwrap();
        same_range(line, 18, Some(this_group.at_95), 1.0);
        same_range(line, THIS_GROUP_AT_80, Some(this_group.at_80), 1.0);
    }
}

/// Exactly both ends of a range, or two empty fields.
fn same_range(line: &[String], place: usize, range: Option<Range>, scale: f64) {
    let ends = range.map(|range| [range.low, range.high].map(|end| end * scale));
    let read = [0, 1].map(|end| line[place + end].parse::<f64>().ok());
    assert_eq!(
        read,
        ends.map_or([None; 2], |ends| ends.map(Some)),
        "{place}"
    );
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
    let behind = SIDES_AT_95[1]..SIDES_AT_95[1] + 2;
    for line in [hidden, alike] {
        assert!(
            line[behind.clone()].iter().all(String::is_empty),
            "{line:?}"
        );
        assert_eq!(line[49..51], ["4|1", ""]);
    }
    assert_eq!(hidden[THIS_GROUP_AT_80..], ["", ""]);
}

/// The line of an item with these counts, by way of a tally file.
pub(crate) fn one(scale: Scale, executive: Vec<u32>, team: Vec<u32>) -> Vec<String> {
    lines_of(vec![(scale, cells(scale, executive, team))]).remove(2)
}

/// Both sides' cells; those of one mind without counts.
pub(crate) fn cells(scale: Scale, executive: Vec<u32>, team: Vec<u32>) -> BySide<Cell> {
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
pub(crate) fn lines_of(items: Vec<(Scale, BySide<Cell>)>) -> Vec<Vec<String>> {
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
    parse(&of_results(&opened.survey, &results, &WORDS))
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
pub(crate) fn parse(csv: &str) -> Vec<Vec<String>> {
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
