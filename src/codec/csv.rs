//! All published numbers as a table for spreadsheets: CSV (RFC 4180), UTF-8 with a byte order mark, so that every
//! spreadsheet finds the letters.
//!
//! Numbers stand there in full precision: the shortest text that is read back as the same number. They are never
//! quoted and have nothing in front of them, so that a spreadsheet takes them for numbers, negative ones too: a minus
//! before digits is no formula. Text is always quoted, and begins with an apostrophe where a spreadsheet could take it
//! for a formula, with whatever it begins after quotes and white space.

use std::fmt::Write;

use crate::domain::{
    detail::{Detail, SideDetail},
    evidence::Evidence,
    gap::Gap,
    release::Cell,
    results::{DimensionResult, Group, ItemResult, Results, Shown, Value},
    side::{BySide, Side},
    statistics::Range,
    survey::Survey,
};

/// How every file begins.
const BYTE_ORDER_MARK: char = '\u{feff}';
/// Between lines, and after the last.
const LINE_END: &str = "\r\n";
/// What a formula can begin with, or what a spreadsheet drops before one: ASCII and full-width.
const BEGINS_FORMULA: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];
/// How many columns the table has.
pub const COLUMNS: usize = 53;
/// How many of them tell what stands behind an item; empty for a dimension.
const BEHIND: usize = 23;
/// Between the numbers of people who chose one option and the next.
const BETWEEN_OPTIONS: &str = "|";

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
    /// The middle of a side's answers, for hours and weeks.
    pub median: fn(&ItemResult, Side) -> Option<String>,
}

/// The table: for each dimension a line, and after it one for each of its items.
///
/// Columns: dimension; item's id, label, and both wordings; n of both sides; values of both sides; gap; low and high
/// ends at 95 and at 80 %; evidence; fewest switches, of executives, of the team; ends at 95 % for exactly this group;
/// ends at 90 %. Behind these, for items: each side's range at 95 %, "don't know", standard deviation, consensus,
/// median, and worst case if the silent had answered; Cliff's delta with its range; favourable shares and their
/// difference's range. After them how many of each side were invited, how many ballots were counted, and for items how
/// many of each side chose each option, in the order of the options: "2|5|1". At the end the ends at 80 % for exactly
/// this group.
#[must_use]
pub fn of_results(survey: &Survey, results: &Results, words: &Words) -> String {
    let people = people(survey, results);
    let head = words.columns.map(|name| Field::Text(name.to_owned()));
    let mut out = String::from(BYTE_ORDER_MARK);
    write_line(&mut out, &head);
    for dimension in &results.dimensions {
        let mut line = line_of_dimension(dimension, words);
        line.extend(people.iter().cloned());
        line.extend([const { Field::Empty }; 2]);
        line.extend(this_group_at_80(dimension.gap));
        write_line(&mut out, &line);
        for item in &dimension.items {
            let mut line = line_of_item(dimension, item, words);
            line.extend(people.iter().cloned());
            line.extend(Side::ALL.map(|side| options(item.cells.of(side))));
            line.extend(this_group_at_80(item.gap));
            write_line(&mut out, &line);
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
    line.extend([const { Field::Empty }; BEHIND]);
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
    line.extend(behind(result, words));
    line
}

/// How many of each side were invited, and how many ballots of each were counted; none of a side under its minimum.
fn people(survey: &Survey, results: &Results) -> [Field; 4] {
    let invited = |side| Field::Count((*survey.invited.of(side)).into());
    let ballots = |side| {
        let ballots = *results.ballots.of(side);
        ballots.map_or(Field::Empty, |n| Field::Count(n.into()))
    };
    let [executives, team] = Side::ALL;
    [
        invited(executives),
        invited(team),
        ballots(executives),
        ballots(team),
    ]
}

/// How many chose each option; nothing where that may not be known.
fn options(cell: &Cell) -> Field {
    let Some(counts) = cell.counts() else {
        return Field::Empty;
    };
    let each: Vec<String> = counts.options().iter().map(u32::to_string).collect();
    Field::Text(each.join(BETWEEN_OPTIONS))
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

/// A number, or nothing.
fn number(value: Option<f64>) -> Field {
    value.map_or(Field::Empty, Field::Number)
}

/// Both ends of a range, or nothing; times `scale`.
fn ends(range: Option<Range>, scale: f64) -> [Field; 2] {
    let end = |end: fn(Range) -> f64| number(range.map(|range| end(range) * scale));
    [end(|range| range.low), end(|range| range.high)]
}

/// What stands behind an item's two values, one side after the other.
fn behind(result: &ItemResult, words: &Words) -> Vec<Field> {
    let Detail {
        sides,
        dominance,
        favourable,
    } = &result.detail;
    let each = |field: &dyn Fn(Side) -> Field| Side::ALL.map(field);
    let of_side =
        |value: fn(&SideDetail) -> Option<f64>| each(&|side| number(value(sides.of(side))));
    let mut fields = Vec::with_capacity(BEHIND);
    for side in Side::ALL {
        fields.extend(ends(sides.of(side).range, 1.0));
    }
    fields.extend(of_side(|side| side.unsure.map(f64::from)));
    fields.extend(of_side(|side| side.deviation));
    fields.extend(of_side(|side| side.consensus));
    fields.extend(each(&|side| {
        (words.median)(result, side).map_or(Field::Empty, Field::Text)
    }));
    for side in Side::ALL {
        fields.extend(ends(sides.of(side).worst_case, 1.0));
    }
    fields.push(number(dominance.map(|dominance| dominance.delta)));
    fields.extend(ends(dominance.map(|dominance| dominance.range), 1.0));
    fields.extend(each(
        &|side| match favourable.map(|favourable| favourable.shown(side)) {
            Some(Shown::Group(Group {
                value: Value::Points(points),
                ..
            })) => number(Some(points)),
            Some(in_words) => Field::Text((words.shown)(in_words)),
            None => Field::Empty,
        },
    ));
    fields.extend(ends(favourable.map(|favourable| favourable.gap), 100.0));
    fields
}

/// Both ends of a gap of exactly this group at 80 %; nothing where there is none.
fn this_group_at_80(gap: Option<Gap>) -> [Field; 2] {
    ends(gap.and_then(|gap| Some(gap.this_group?.at_80)), 1.0)
}

fn of_gap(gap: Option<Gap>, words: &Words) -> [Field; 13] {
    let count = |value: Option<u64>| value.map_or(Field::Empty, Field::Count);
    let range = |range: fn(Gap) -> Option<Range>| ends(gap.and_then(range), 1.0);
    let [low_95, high_95] = range(|gap| Some(gap.ranges.at_95));
    let [low_90, high_90] = range(|gap| Some(gap.ranges.at_90));
    let [low_80, high_80] = range(|gap| Some(gap.ranges.at_80));
    let [low_here, high_here] = range(|gap| gap.this_group.map(|ranges| ranges.at_95));
    let switches = gap.and_then(|gap| gap.switches);
    let evidence = gap.map_or(Evidence::Hidden, |gap| gap.evidence);
    [
        number(gap.map(|gap| gap.points)),
        low_95,
        high_95,
        low_80,
        high_80,
        Field::Text((words.evidence)(evidence).to_owned()),
        count(switches.map(|switches| switches.fewest)),
        count(switches.map(|switches| switches.executives)),
        count(switches.map(|switches| switches.team)),
        low_here,
        high_here,
        low_90,
        high_90,
    ]
}
