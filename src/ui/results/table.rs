//! The numbers of a picture as a real table.

use super::{
    line::{Behind, Line, gap_words},
    picture::Part,
    story::row_id,
};
use crate::{
    text::{results, this_group},
    ui::kit::{El, el},
};

/// The place of the column that says how sure a gap is.
const EVIDENCE: usize = 5;

/// Both values, the gap with its range and evidence, and n of each side.
pub(super) fn table(part: &Part) -> El {
    let mut heads = results::COLUMNS;
    if part.rows.iter().any(|line| line.is_of_this_group) {
        heads[EVIDENCE] = this_group::COLUMN;
    }
    let heads = heads.map(|head| el("th").attr("scope", "col").text(head));
    let table = el("table")
        .class("numbers")
        .child(
            el("caption")
                .class("visually-hidden")
                .text(part.title.clone()),
        )
        .child(el("thead").child(el("tr").children(heads)))
        .child(el("tbody").children(part.rows.iter().map(|line| row(line, part.is_record))));
    el("div")
        .class("table-frame")
        .attr("role", "region")
        .attr("tabindex", "0")
        .attr("aria-label", results::table_of(&part.title))
        .child(table)
}

fn row(line: &Line, is_record: bool) -> El {
    let number = |words: String| el("td").class("number").text(words);
    let tr = match line.behind {
        // Claims of the article lead here.
        Behind::Item(place) if is_record => el("tr").id(row_id(place)).attr("tabindex", "-1"),
        Behind::Item(_) | Behind::Dimension(_) => el("tr"),
    };
    let [
        label,
        executive,
        team,
        gap,
        range,
        evidence,
        n_executive,
        n_team,
    ] = cells(line);
    tr.child(el("th").attr("scope", "row").text(label))
        .child(number(executive))
        .child(number(team))
        .child(el("td").class("number number--strong").text(gap))
        .child(number(range))
        .child(el("td").text(evidence))
        .child(number(n_executive))
        .child(number(n_team))
}

/// The words of a row, column by column.
pub(super) fn cells(line: &Line) -> [String; 8] {
    [
        line.label.clone(),
        results::shown(line.shown.executive),
        results::shown(line.shown.team),
        gap_words(line.gap),
        line.range_words(),
        line.evidence_words(),
        results::n(line.shown.executive),
        results::n(line.shown.team),
    ]
}
