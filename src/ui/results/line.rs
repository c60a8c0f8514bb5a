//! One row of numbers: in a picture, in a table, in words.

use std::iter;

use super::choice::Choice;
use crate::{
    chart::{GapCell, GapRange, Published, Row, Value},
    domain::{
        benchmark::Benchmark,
        evidence::{Evidence, Ranges},
        gap::Gap,
        results::{DimensionResult, Group, ItemResult, Shown, Value as Told},
        side::{BySide, Side},
        statistics::{Agreement, Range},
    },
    text::{article, benchmark, detail, finding, results, this_group},
};

/// What a row tells of, by its place among all of its kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Behind {
    /// A dimension.
    Dimension(usize),
    /// An item.
    Item(usize),
}

impl Behind {
    /// The id of its row in the tables that claims lead to.
    pub(crate) fn row_id(self) -> String {
        match self {
            Self::Dimension(place) => format!("dimension-{}", place + 1),
            Self::Item(place) => format!("item-{}", place + 1),
        }
    }
}

/// One row of numbers.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Line {
    /// What it tells of.
    pub(super) behind: Behind,
    /// The dimension that begins with this row.
    pub(super) heading: Option<String>,
    /// What was asked.
    pub(super) label: String,
    /// Whether it is the row that the title speaks of.
    pub(crate) is_first: bool,
    /// What each side said.
    pub(super) shown: BySide<Shown>,
    /// How far apart they are.
    pub(super) gap: Option<Gap>,
    /// Which sides are split, in words.
    pub(super) note: Option<&'static str>,
    /// Published figures that fit, if they are to be seen.
    pub(super) published: Vec<&'static Benchmark>,
    /// Whether it is read as one of exactly this group.
    pub(super) is_of_this_group: bool,
    /// The only side that is to be seen; both if there is none.
    pub(super) only: Option<Side>,
    /// What follows figures in words, where the picture says them in another unit.
    pub(super) unit: &'static str,
}

impl Line {
    /// A dimension. No published figure fits one: each comes from a single question.
    pub(crate) fn of_dimension(dimension: &DimensionResult, place: usize, choice: Choice) -> Self {
        Self {
            behind: Behind::Dimension(place),
            heading: None,
            label: dimension.dimension.name.to_string(),
            is_first: false,
            shown: dimension.shown,
            gap: dimension.gap.filter(|_| choice.only.is_none()),
            note: None,
            published: Vec::new(),
            is_of_this_group: choice.is_of_this_group,
            only: choice.only,
            unit: "",
        }
    }

    /// An item, the first of a dimension with the dimension's name.
    pub(crate) fn of_item(
        (place, item): (usize, &ItemResult),
        heading: Option<&str>,
        choice: Choice,
    ) -> Self {
        let is_split = |side| choice.shows(side) && item.agreement(side) == Some(Agreement::Split);
        Self {
            behind: Behind::Item(place),
            heading: heading.map(str::to_owned),
            label: item.item.label.to_string(),
            is_first: false,
            shown: item.shown,
            gap: item.gap.filter(|_| choice.only.is_none()),
            note: detail::split(is_split(Side::Executive), is_split(Side::Team)),
            published: choice.published_of(item),
            is_of_this_group: choice.is_of_this_group,
            only: choice.only,
            unit: "",
        }
    }

    /// The line as a row of a chart.
    pub(crate) fn row(&self) -> Row {
        Row {
            heading: self.heading.clone(),
            label: self.label.clone(),
            strong: self.is_first,
            team: self.value(Side::Team),
            executives: self.value(Side::Executive),
            gap: self.gap.map(|gap| self.cell(gap)),
            note: self.note.map(str::to_owned),
            published: self.published.iter().copied().map(published).collect(),
        }
    }

    /// What stands on the axis for `side`; nothing if it is not to be seen.
    fn value(&self, side: Side) -> Value {
        if self.only.is_some_and(|only| only != side) {
            let words = String::new();
            return Value::Hidden { words };
        }
        value(*self.shown.of(side))
    }

    /// The thin range is 95 %, the thick one 80 %; a gap that points nowhere is drawn faint. Of exactly this group no
    /// word is said, and where everyone answered there is no range.
    fn cell(&self, gap: Gap) -> GapCell {
        let ends = |range: Range| (range.low, range.high);
        let ranges = self.ranges(gap).filter(|ranges| ranges.at_95.width() > 0.0);
        GapCell {
            points: gap.points,
            text: results::gap(gap.points),
            range: ranges.map(|ranges| GapRange {
                outer: ends(ranges.at_95),
                inner: ends(ranges.at_80),
                text: finding::range(ranges.at_95),
            }),
            word: self.word(gap),
            faint: !self.is_of_this_group && !gap.evidence.has_direction(),
        }
    }

    fn ranges(&self, gap: Gap) -> Option<Ranges> {
        if self.is_of_this_group {
            gap.this_group
        } else {
            Some(gap.ranges)
        }
    }

    fn word(&self, gap: Gap) -> Option<String> {
        if self.is_of_this_group {
            this_group::to_close(gap.switches)
        } else {
            Some(finding::word(gap.evidence).to_owned())
        }
    }

    /// Whether it is known how many people would have to change their answer.
    pub(super) fn has_switches(&self) -> bool {
        self.gap.is_some_and(|gap| gap.switches.is_some())
    }

    /// What a table says of the range.
    pub(super) fn range_words(&self) -> String {
        if self.is_of_this_group {
            this_group::range(self.gap)
        } else {
            finding::range_of(self.gap)
        }
    }

    /// What a table says of how sure the gap is, or of exactly this group how many would have to change.
    pub(super) fn evidence_words(&self) -> String {
        if self.is_of_this_group {
            let people = self.gap.and_then(|gap| this_group::to_close(gap.switches));
            people.unwrap_or_else(|| finding::NO_RANGE.to_owned())
        } else {
            finding::word_of(self.gap).to_owned()
        }
    }

    /// What a side said, in words and in tables.
    pub(super) fn said(&self, side: Side) -> String {
        let shown = *self.shown.of(side);
        let is_number = |group: Group| matches!(group.value, Told::Points(_) | Told::About(_));
        let has_unit = matches!(shown, Shown::Group(group) if is_number(group));
        results::shown(shown) + if has_unit { self.unit } else { "" }
    }

    /// The row as a sentence, and all that must be said of the figures of others in it.
    pub(super) fn in_words(&self) -> String {
        if let Some(only) = self.only {
            let said = self.with_note(self.said(only));
            return article::only_row(&self.label, only, &said);
        }
        let [executives, team] = Side::ALL.map(|side| self.said(side));
        let gap = self.with_note(self.gap_in_words());
        let row = results::row_in_words(&self.label, &executives, &team, &gap);
        let said = iter::once(row).chain(self.published_in_words());
        said.collect::<Vec<_>>().join(" ")
    }

    /// What is said of the row, and which sides are split.
    fn with_note(&self, said: String) -> String {
        match self.note {
            Some(note) => format!("{said}; {note}"),
            None => said,
        }
    }

    /// The label, and which sides are split.
    pub(super) fn label_in_table(&self) -> String {
        self.with_note(self.label.clone())
    }

    /// Form, source, year and n of each of the published figures in this row.
    pub(super) fn published_in_words(&self) -> impl Iterator<Item = String> {
        let published = self.published.iter();
        published.map(|published| benchmark::told(&self.label, published))
    }

    /// The finding of a picture whose title speaks of this row.
    fn finding(&self) -> Option<String> {
        let gap = self.gap.filter(|_| self.is_first)?;
        let word = (!self.is_of_this_group).then(|| finding::word(gap.evidence));
        let [executives, team] = Side::ALL.map(|side| self.said(side));
        let said = [self.label.as_str(), &executives, &team, &self.range_words()];
        Some(results::largest_gap(word, said))
    }

    fn is_hidden(&self) -> bool {
        match self.only {
            Some(only) => *self.shown.of(only) == Shown::Hidden,
            None => self.gap.is_none(),
        }
    }

    fn gap_in_words(&self) -> String {
        this_group::either_in_words(self.gap, self.is_of_this_group)
    }
}

/// How sure the gaps of `rows` are.
pub(super) fn evidence(rows: &[Line]) -> Vec<Evidence> {
    let gaps = rows.iter().filter_map(|line| line.gap);
    gaps.map(|gap| gap.evidence).collect()
}

fn published(benchmark: &Benchmark) -> Published {
    Published {
        executives: benchmark.percent.executive.into(),
        team: benchmark.percent.team.into(),
        label: benchmark::label(benchmark),
        told: benchmark::in_footer(benchmark),
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

/// A picture in words: its finding, how much is hidden, then all rows.
pub(super) fn description(title: &str, rows: &[Line]) -> String {
    let finding = rows.iter().find_map(Line::finding);
    let finding = finding.filter(|_| rows.len() > 1);
    let hidden = rows.iter().filter(|line| line.is_hidden()).count();
    let mut said = vec![finding.unwrap_or_else(|| format!("{title}."))];
    said.extend(results::how_many_hidden(hidden));
    said.extend(rows.iter().map(Line::in_words));
    said.join(" ")
}

/// A gap as text; hidden where a side is.
pub(super) fn gap_words(gap: Option<Gap>) -> String {
    gap.map_or_else(
        || results::HIDDEN.to_owned(),
        |gap| results::gap(gap.points),
    )
}
