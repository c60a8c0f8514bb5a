//! One row of numbers: in a picture, in a table, in words.

use super::picture::Choice;
use crate::{
    chart::{GapCell, GapRange, Published, Row, Value},
    domain::{
        benchmark::{Benchmark, fitting},
        gap::Gap,
        results::{DimensionResult, ItemResult, Shown},
        side::{BySide, Side},
        statistics::{Agreement, Range},
    },
    text::{benchmark, detail, finding, results},
};

/// One row of numbers.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Line {
    /// The dimension that begins with this row.
    pub(super) heading: Option<String>,
    /// What was asked.
    pub(super) label: String,
    /// Whether it is the row that the title speaks of.
    pub(super) is_first: bool,
    /// What each side said.
    pub(super) shown: BySide<Shown>,
    /// How far apart they are.
    pub(super) gap: Option<Gap>,
    /// Which sides are split, in words.
    pub(super) note: Option<&'static str>,
    /// Published figures that fit, if they are to be seen.
    pub(super) published: Option<&'static Benchmark>,
}

impl Line {
    /// A dimension.
    pub(super) fn of_dimension(dimension: &DimensionResult, is_first: bool) -> Self {
        Self {
            heading: None,
            label: dimension.dimension.name.to_string(),
            is_first,
            shown: dimension.shown,
            gap: dimension.gap,
            note: None,
            published: None,
        }
    }

    /// An item, the first of a dimension with the dimension's name.
    pub(super) fn of_item(item: &ItemResult, heading: Option<&str>, choice: Choice) -> Self {
        let is_split = |side| item.agreement(side) == Some(Agreement::Split);
        let published = fitting(&item.item.id).next();
        Self {
            heading: heading.map(str::to_owned),
            label: item.item.label.to_string(),
            is_first: false,
            shown: item.shown,
            gap: item.gap,
            note: detail::split(is_split(Side::Executive), is_split(Side::Team)),
            published: published.filter(|_| choice.with_published),
        }
    }

    /// The line as a row of a chart.
    pub(super) fn row(&self) -> Row {
        Row {
            heading: self.heading.clone(),
            label: self.label.clone(),
            strong: self.is_first,
            team: value(self.shown.team),
            executives: value(self.shown.executive),
            gap: self.gap.map(cell),
            note: self.note.map(str::to_owned),
            published: self.published.map(published),
        }
    }
}

fn published(benchmark: &Benchmark) -> Published {
    Published {
        executives: benchmark.percent.executive.into(),
        team: benchmark.percent.team.into(),
        label: benchmark::label(benchmark),
    }
}

/// The thin range is 95 %, the thick one 80 %; a gap that points nowhere is drawn faint.
fn cell(gap: Gap) -> GapCell {
    let ends = |range: Range| (range.low, range.high);
    GapCell {
        points: gap.points,
        text: results::gap(gap.points),
        range: Some(GapRange {
            outer: ends(gap.ranges.at_95),
            inner: ends(gap.ranges.at_80),
        }),
        word: Some(finding::word(gap.evidence).to_owned()),
        faint: !gap.evidence.has_direction(),
    }
}

fn value(shown: Shown) -> Value {
    match shown {
        Shown::Hidden => Value::Hidden {
            words: results::HIDDEN.to_owned(),
        },
        Shown::Group(group) => Value::Shown {
            points: group.points(),
            text: results::value(group),
        },
    }
}

/// All rows in words.
pub(super) fn description(rows: &[Line]) -> String {
    let rows: Vec<_> = rows
        .iter()
        .map(|line| {
            (
                line.label.clone(),
                results::shown(line.shown.executive),
                results::shown(line.shown.team),
                results::gap_in_words(line.gap),
            )
        })
        .collect();
    results::description(&rows)
}

/// A gap as text; hidden where a side is.
pub(super) fn gap_words(gap: Option<Gap>) -> String {
    gap.map_or_else(
        || results::HIDDEN.to_owned(),
        |gap| results::gap(gap.points),
    )
}
