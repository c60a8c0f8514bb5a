//! Results as charts: which rows stand on which picture, in which words.

use crate::{
    chart::{GapCell, GapRange, Heads, MAX_ROWS, PairedDots, Row, Value},
    domain::{
        finding::Headline,
        gap::Gap,
        results::{DimensionResult, Results, Shown},
        side::{BySide, Side},
        statistics::Range,
        survey::Survey,
    },
    state::Day,
    text::{common, finding, results},
};

/// Closed results and where they come from.
#[derive(Clone, Debug)]
pub(super) struct Subject {
    /// What was asked of whom.
    pub(super) survey: Survey,
    /// What may be seen.
    pub(super) results: Results,
    /// When it was closed.
    pub(super) day: Day,
}

/// One picture with the table of the same numbers.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Part {
    /// Its name on the page.
    pub(super) id: String,
    /// What it shows.
    pub(super) title: String,
    /// What it says, in sentences.
    pub(super) said: Vec<String>,
    /// The chart.
    pub(super) chart: PairedDots,
    /// The table's rows.
    pub(super) rows: Vec<Line>,
    /// The name of its files, without ending.
    pub(super) file_name: String,
}

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
}

impl Subject {
    /// Who answered, and when.
    pub(super) fn who(&self) -> String {
        let when = results::month(self.day.year, self.day.month);
        results::who(&self.survey, &self.results, &when)
    }

    /// `headline` stands over the picture, `title` names it in files and for screen readers.
    fn part(
        &self,
        id: &str,
        title: String,
        headline: &str,
        said: Vec<String>,
        rows: Vec<Line>,
    ) -> Part {
        let Day { year, month, day } = self.day;
        let date = format!("{year}-{month:02}-{day:02}");
        Part {
            id: id.to_owned(),
            file_name: results::file_name(&self.survey, &title, &date),
            chart: self.chart(headline, &rows),
            title,
            said,
            rows,
        }
    }

    fn chart(&self, title: &str, rows: &[Line]) -> PairedDots {
        let head = |side| results::head(side, *self.results.ballots.of(side));
        PairedDots {
            title: title.to_owned(),
            subtitle: self.who(),
            description: description(rows),
            heads: Heads {
                team: head(Side::Team),
                executives: head(Side::Executive),
                gap: results::GAP.to_owned(),
            },
            rows: rows.iter().map(row).collect(),
            ticks: results::AXIS.map(str::to_owned),
            gap_ticks: results::GAP_AXIS.map(str::to_owned),
            footer: results::footer(&self.survey),
            signature: common::NAME.to_owned(),
        }
    }
}

/// The dimensions first, then all items in the order of the dimensions, as many on a picture as fit.
pub(super) fn pictures(subject: &Subject) -> Vec<Part> {
    let dimensions = &subject.results.dimensions;
    let items = groups(dimensions).into_iter().zip(1..);
    let items = items.map(|(group, number)| of_items(subject, &group, number));
    [overview(subject)].into_iter().chain(items).collect()
}

fn overview(subject: &Subject) -> Part {
    let results = &subject.results;
    let title = if results.dimensions.len() > 6 {
        results::OVERVIEW_SEVEN
    } else {
        results::OVERVIEW
    };
    let first = match Headline::of(results) {
        Headline::Apart { place, .. } => Some(place),
        Headline::Close { .. } | Headline::CannotTell { .. } | Headline::Hidden => None,
    };
    let rows = results.dimensions.iter().enumerate();
    let rows = rows.map(|(place, dimension)| overview_line(dimension, Some(place) == first));
    let said = first.and_then(|place| results.dimensions.get(place));
    let said = said.map(|dimension| finding::dimension(dimension, subject.survey.minimum));
    let said = said.into_iter().chain(finding::others(results)).collect();
    let headline = finding::headline(results);
    subject.part(
        "dimensions",
        title.to_owned(),
        &headline,
        said,
        rows.collect(),
    )
}

fn of_items(subject: &Subject, group: &[&DimensionResult], number: usize) -> Part {
    let names: Vec<&str> = group.iter().map(|d| d.dimension.name.as_ref()).collect();
    let title = results::items_title(&names);
    let said = group
        .iter()
        .map(|dimension| {
            let says = finding::dimension(dimension, subject.survey.minimum);
            results::of_dimension(&dimension.dimension.name, &says)
        })
        .collect();
    let rows = group.iter().flat_map(|d| item_lines(d)).collect();
    subject.part(
        &format!("items-{number}"),
        title.clone(),
        &title,
        said,
        rows,
    )
}

/// Whole dimensions together as long as their items fit on one picture.
fn groups(dimensions: &[DimensionResult]) -> Vec<Vec<&DimensionResult>> {
    let mut groups: Vec<Vec<&DimensionResult>> = Vec::new();
    let mut room = 0;
    for dimension in dimensions {
        let rows = dimension.items.len();
        match groups.last_mut() {
            Some(group) if rows <= room => group.push(dimension),
            _ => {
                groups.push(vec![dimension]);
                room = MAX_ROWS;
            }
        }
        room = room.saturating_sub(rows);
    }
    groups
}

fn overview_line(dimension: &DimensionResult, is_first: bool) -> Line {
    Line {
        heading: None,
        label: dimension.dimension.name.to_string(),
        is_first,
        shown: dimension.shown,
        gap: dimension.gap,
    }
}

fn item_lines(dimension: &DimensionResult) -> Vec<Line> {
    dimension
        .items
        .iter()
        .enumerate()
        .map(|(place, item)| Line {
            heading: (place == 0).then(|| dimension.dimension.name.to_string()),
            label: item.item.label.to_string(),
            is_first: false,
            shown: item.shown,
            gap: item.gap,
        })
        .collect()
}

fn row(line: &Line) -> Row {
    Row {
        heading: line.heading.clone(),
        label: line.label.clone(),
        strong: line.is_first,
        team: value(line.shown.team),
        executives: value(line.shown.executive),
        gap: line.gap.map(cell),
        note: None,
        published: None,
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

fn description(rows: &[Line]) -> String {
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
