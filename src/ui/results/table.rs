//! The numbers of a picture as a real table.

use super::{
    line::{Line, gap_words},
    picture::{Numbers, Part},
};
use crate::{
    domain::side::Side,
    text::{results, this_group},
    ui::kit::{El, el},
};

/// The place of the column that says how sure a gap is.
const EVIDENCE: usize = 5;

/// Both values, the gap with its range and evidence, and n of each side; of one side alone its value and n.
pub(super) fn table(part: &Part) -> El {
    let only = part.rows.iter().find_map(|line| line.only);
    let heads = heads(part).into_iter().enumerate();
    let heads = heads.filter(|(place, _)| is_column_of(*place, only));
    let heads = heads.map(|(_, head)| el("th").attr("scope", "col").text(head));
    let rows = part.rows.iter().map(|line| row(line, part.is_record));
    framed(&part.title, heads, rows).attr("role", "region")
}

/// The numbers of a picture that is not made of rows.
pub(super) fn of_numbers(numbers: &Numbers) -> El {
    let heads = numbers.heads.iter();
    let heads = heads.map(|head| el("th").attr("scope", "col").text(head.clone()));
    let rows = numbers.rows.iter().map(|(name, cells)| {
        let cells = cells.iter();
        let cells = cells.map(|words| el("td").class("number").text(words.clone()));
        let name = el("th").attr("scope", "row").text(name.clone());
        el("tr").child(name).children(cells)
    });
    // The same question may be unfolded twice, and no two landmarks may be called alike.
    framed(&numbers.title, heads, rows).attr("role", "group")
}

/// A table in a frame that can be scrolled sideways on a phone; whoever calls says what it is on the page.
pub(super) fn framed(
    title: &str,
    heads: impl Iterator<Item = El>,
    rows: impl Iterator<Item = El>,
) -> El {
    let caption = el("caption").class("visually-hidden");
    let table = el("table")
        .class("numbers")
        .child(caption.text(title.to_owned()))
        .child(el("thead").child(el("tr").children(heads)))
        .child(el("tbody").children(rows));
    el("div")
        .class("table-frame")
        .attr("tabindex", "0")
        .attr("aria-label", results::table_of(title))
        .child(table)
}

/// What stands over the columns.
pub(in crate::ui) fn heads(part: &Part) -> [&'static str; 8] {
    let mut heads = results::COLUMNS;
    if part.rows.iter().any(|line| line.is_of_this_group) {
        heads[EVIDENCE] = this_group::COLUMN;
    }
    heads
}

/// Whether a column tells of the only side that is to be seen; all do if both are.
pub(in crate::ui) fn is_column_of(place: usize, only: Option<Side>) -> bool {
    match only {
        None => true,
        Some(Side::Executive) => matches!(place, 0 | 1 | 6),
        Some(Side::Team) => matches!(place, 0 | 2 | 7),
    }
}

/// A row's figures, in the order of [`results::COLUMNS`].
pub(in crate::ui) fn cells(line: &Line) -> [String; 8] {
    [
        line.label_in_table(),
        line.said(Side::Executive),
        line.said(Side::Team),
        gap_words(line.gap),
        line.range_words(),
        line.evidence_words(),
        results::n(line.shown.executive),
        results::n(line.shown.team),
    ]
}

/// Claims lead to the rows of the record, which therefore take the keyboard.
fn row(line: &Line, is_record: bool) -> El {
    let cells = cells(line).into_iter().enumerate();
    let cells = cells.filter(|(place, _)| is_column_of(*place, line.only));
    let cells = cells.map(|(place, words)| match place {
        0 => el("th")
            .attr("scope", "row")
            .attr("dir", "auto")
            .text(words),
        3 => el("td").class("number number--strong").text(words),
        EVIDENCE => el("td").text(words),
        _ => el("td").class("number").text(words),
    });
    let row = el("tr");
    let row = if is_record {
        row.id(line.behind.row_id()).attr("tabindex", "-1")
    } else {
        row
    };
    row.children(cells)
}
