//! The table as a spreadsheet program reads it.

use plumbline::{
    codec::csv::{COLUMNS, of_results},
    domain::{
        example,
        release::Released,
        results::Results,
        survey::{Survey, Wording},
    },
    text::table,
};
use roxmltree::{Document, Node};

use crate::{
    office::Office,
    table::{AT_80, AT_95, GAP, VALUES, WORDS, parse},
};

const OFFICE: &str = "urn:oasis:names:tc:opendocument:xmlns:office:1.0";
const TABLE: &str = "urn:oasis:names:tc:opendocument:xmlns:table:1.0";
/// Words that a spreadsheet would take for formulas, in a column each.
const HOSTILE: [&str; 4] = ["=1+1", "-2+3", "@SUM(A1:A2)", "+4, \"so\"\nfar"];
/// A spreadsheet keeps 15 digits at the least.
const DIGITS: f64 = 1e-14;

#[test]
fn a_spreadsheet_reads_the_columns_and_all_digits_and_finds_no_formula() {
    let Some(office) = Office::find() else {
        return;
    };
    let csv = csv();
    let written = parse(csv.strip_prefix('\u{feff}').unwrap());
    let filter = ["--infilter=CSV:44,34,76,1"];
    let read = office.convert(csv.as_bytes(), "csv", "fods", &filter);
    let read = String::from_utf8(read).unwrap();
    let document = Document::parse(&read).unwrap();
    let rows = cells(&document);
    assert_eq!(rows.len(), written.len());
    assert_eq!(rows[0].len(), COLUMNS);
    let heads: Vec<&str> = rows[0].iter().map(|cell| cell.text.as_str()).collect();
    assert_eq!(heads, table::COLUMNS);
    let mut numbers = 0;
    for (line, row) in written.iter().zip(&rows).skip(1) {
        for (place, field) in line.iter().enumerate() {
            let cell = row.get(place).cloned().unwrap_or_default();
            assert!(!cell.is_formula, "{field:?}");
            match cell.value {
                Some(value) => {
                    let expected: f64 = field.parse().unwrap();
                    let is_same = (value - expected).abs() <= expected.abs() * DIGITS;
                    assert!(is_same, "{value} is not {expected}, column {place}");
                    numbers += 1;
                }
                None => assert_eq!(cell.text, *field, "column {place}"),
            }
        }
        for place in [
            VALUES[0],
            VALUES[1],
            GAP,
            AT_95,
            AT_95 + 1,
            AT_80,
            AT_80 + 1,
        ] {
            assert!(row[place].value.is_some(), "column {place} of {line:?}");
        }
    }
    assert!(numbers > 24 * 13, "{numbers}");
}

/// The example, whose words want to be formulas.
fn csv() -> String {
    let mut dimensions = example::survey().dimensions();
    let items = dimensions
        .iter_mut()
        .flat_map(|dimension| &mut dimension.items);
    for (item, place) in items.zip(0..) {
        let words = |number: usize| HOSTILE[(place + number) % HOSTILE.len()].to_owned();
        item.label = words(0).into();
        item.question.executive = words(1).into();
        item.question.team = words(2).into();
    }
    let survey = Survey {
        wording: Wording::of(dimensions),
        ..example::survey()
    };
    let released = Released::of(&survey, &example::tally());
    of_results(&survey, &Results::of(&survey, &released), &WORDS)
}

#[derive(Clone, Debug, Default)]
struct Cell {
    text: String,
    value: Option<f64>,
    is_formula: bool,
}

/// The cells of each row that has any.
fn cells(document: &Document<'_>) -> Vec<Vec<Cell>> {
    let rows = document.descendants();
    let rows = rows.filter(|node| node.has_tag_name((TABLE, "table-row")));
    let rows = rows.map(|row| {
        let cells = row
            .children()
            .filter(|node| node.has_tag_name((TABLE, "table-cell")));
        let mut cells: Vec<Cell> = cells.flat_map(repeated).collect();
        while cells
            .last()
            .is_some_and(|cell| cell.text.is_empty() && cell.value.is_none())
        {
            cells.pop();
        }
        cells
    });
    rows.filter(|row: &Vec<Cell>| !row.is_empty()).collect()
}

/// The cell, as often as it is repeated; empty ones fill the whole sheet.
fn repeated(node: Node<'_, '_>) -> Vec<Cell> {
    let times = node.attribute((TABLE, "number-columns-repeated"));
    let times = times.map_or(1, |times| times.parse::<usize>().unwrap());
    let paragraphs = node.children().filter(Node::is_element);
    let paragraphs: Vec<String> = paragraphs.map(text).collect();
    let value = node.attribute((OFFICE, "value"));
    let cell = Cell {
        text: paragraphs.join("\n"),
        value: value.map(|value| value.parse().unwrap()),
        is_formula: node.has_attribute((TABLE, "formula")),
    };
    vec![cell; times.min(COLUMNS)]
}

fn text(node: Node<'_, '_>) -> String {
    node.descendants()
        .filter_map(|part| part.text().filter(|_| part.is_text()))
        .collect()
}
