//! All published numbers as a table for spreadsheets: CSV (RFC 4180), UTF-8 with a byte order mark, so that every
//! spreadsheet finds the letters.
//!
//! Numbers stand there in full precision: the shortest text that is read back as the same number. They are never
//! quoted and have nothing in front of them, so that a spreadsheet takes them for numbers, negative ones too: a minus
//! before digits is no formula. Text is always quoted, and begins with an apostrophe where a spreadsheet could take it
//! for a formula, with whatever it begins after quotes and white space.

use std::fmt::Write;

use crate::domain::{
    evidence::Evidence,
    gap::Gap,
    results::{DimensionResult, ItemResult, Results, Shown, Value},
    side::{BySide, Side},
};

/// How every file begins.
const BYTE_ORDER_MARK: char = '\u{feff}';
/// Between lines, and after the last.
const LINE_END: &str = "\r\n";
/// What a formula can begin with, or what a spreadsheet drops before one: ASCII and full-width.
const BEGINS_FORMULA: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];
/// How many columns the table has.
pub const COLUMNS: usize = 20;

/// One field.
#[derive(Clone, Debug, PartialEq)]
pub enum Field {
    /// Nothing.
    Empty,
    /// Words.
    Text(String),
    /// A number; nothing, if it is none.
    Number(f64),
    /// A number of people.
    Count(u64),
}

/// The words in the table.
#[derive(Clone, Copy, Debug)]
pub struct Words {
    /// The head of each column, in the order of [`of_results`].
    pub columns: [&'static str; COLUMNS],
    /// What stands for a side that has no number: hidden, or of one mind.
    pub shown: fn(Shown) -> String,
    /// How sure a gap is.
    pub evidence: fn(Evidence) -> &'static str,
}

/// The table: for each dimension a line, and after it one for each of its items.
///
/// Columns: dimension; item's id, label, and both wordings; n of both sides; values of both sides; gap; low and high
/// ends at 95 and at 80 %; evidence; fewest switches, of executives, of the team; limits for exactly this group.
#[must_use]
pub fn of_results(results: &Results, words: &Words) -> String {
    let head = words.columns.map(|name| Field::Text(name.to_owned()));
    let mut out = String::from(BYTE_ORDER_MARK);
    write_line(&mut out, &head);
    for dimension in &results.dimensions {
        write_line(&mut out, &line_of_dimension(dimension, words));
        for item in &dimension.items {
            write_line(&mut out, &line_of_item(dimension, item, words));
        }
    }
    out
}

/// Adds a line of these fields.
pub fn write_line(out: &mut String, fields: &[Field]) {
    for (place, field) in fields.iter().enumerate() {
        if place > 0 {
            out.push(',');
        }
        write_field(out, field);
    }
    out.push_str(LINE_END);
}

fn write_field(out: &mut String, field: &Field) {
    // Writing into a text never fails. Adding zero makes the negative zero a plain one.
    let _ = match field {
        Field::Text(text) => write!(out, "\"{}\"", harmless(text).replace('"', "\"\"")),
        Field::Number(number) if number.is_finite() => write!(out, "{}", number + 0.0),
        Field::Empty | Field::Number(_) => Ok(()),
        Field::Count(count) => write!(out, "{count}"),
    };
}

/// The text, with an apostrophe before it if a spreadsheet could take it for a formula.
fn harmless(text: &str) -> String {
    let first = text.trim_start_matches([' ', '"', '\u{a0}', '\u{3000}', '\u{feff}', '\u{200b}']);
    let is_formula = first.starts_with(BEGINS_FORMULA);
    format!("{}{text}", if is_formula { "'" } else { "" })
}

fn line_of_dimension(dimension: &DimensionResult, words: &Words) -> Vec<Field> {
    let name = Field::Text(dimension.dimension.name.to_string());
    let mut line = vec![name];
    line.extend([const { Field::Empty }; 4]);
    line.extend(numbers(dimension.shown, dimension.gap, words));
    line
}

fn line_of_item(dimension: &DimensionResult, result: &ItemResult, words: &Words) -> Vec<Field> {
    let item = &result.item;
    let texts = [
        &dimension.dimension.name,
        &item.id,
        &item.label,
        &item.question.executive,
        &item.question.team,
    ];
    let mut line: Vec<Field> = texts.map(|text| Field::Text(text.to_string())).into();
    line.extend(numbers(result.shown, result.gap, words));
    line
}

fn numbers(shown: BySide<Shown>, gap: Option<Gap>, words: &Words) -> Vec<Field> {
    let n = |shown: Shown| match shown {
        Shown::Hidden => Field::Empty,
        Shown::Group(group) => Field::Count(group.n.into()),
    };
    let value = |shown: Shown| match shown {
        Shown::Group(group) => match group.value {
            Value::Points(points) => Field::Number(points),
            Value::FewOrNone | Value::NearlyAll | Value::About(_) => {
                Field::Text((words.shown)(shown))
            }
        },
        Shown::Hidden => Field::Text((words.shown)(shown)),
    };
    let mut fields: Vec<Field> = Side::ALL.map(|side| n(*shown.of(side))).into();
    fields.extend(Side::ALL.map(|side| value(*shown.of(side))));
    fields.extend(of_gap(gap, words));
    fields
}

fn of_gap(gap: Option<Gap>, words: &Words) -> [Field; 11] {
    let number = |value: Option<f64>| value.map_or(Field::Empty, Field::Number);
    let count = |value: Option<u64>| value.map_or(Field::Empty, Field::Count);
    let [at_95, at_80] = [gap.map(|g| g.ranges.at_95), gap.map(|g| g.ranges.at_80)];
    let this_group = gap.and_then(|gap| gap.this_group);
    let switches = gap.and_then(|gap| gap.switches);
    let evidence = gap.map_or(Evidence::Hidden, |gap| gap.evidence);
    [
        number(gap.map(|gap| gap.points)),
        number(at_95.map(|range| range.low)),
        number(at_95.map(|range| range.high)),
        number(at_80.map(|range| range.low)),
        number(at_80.map(|range| range.high)),
        Field::Text((words.evidence)(evidence).to_owned()),
        count(switches.map(|switches| switches.fewest)),
        count(switches.map(|switches| switches.executives)),
        count(switches.map(|switches| switches.team)),
        number(this_group.map(|range| range.low)),
        number(this_group.map(|range| range.high)),
    ]
}
