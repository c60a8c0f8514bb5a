//! In which order items stand, and which are on one picture.

use super::{choice::Choice, picture::Subject};
use crate::{
    chart::MAX_ROWS,
    domain::{
        gap::Gap,
        results::{DimensionResult, ItemResult},
    },
    text::{finding, results},
};

/// The items of one picture.
pub(super) struct Slide<'a> {
    /// Its name; none if it is only one of several alike.
    pub(super) title: Option<String>,
    /// What it says, in sentences.
    pub(super) said: Vec<String>,
    /// The items, the first of a dimension with the dimension's name.
    pub(super) items: Vec<(Option<&'a str>, &'a ItemResult)>,
}

/// All items in the order that was chosen, as many on a picture as fit.
pub(super) fn slides(subject: &Subject, choice: Choice) -> Vec<Slide<'_>> {
    if choice.is_by_gap {
        slides_by_gap(subject)
    } else {
        let groups = groups(&subject.results.dimensions, choice);
        let slides = groups.iter().flat_map(|group| of_group(subject, group));
        slides.collect()
    }
}

/// The widest gaps first, those that are hidden last.
pub(super) fn by_gap<T>(rows: &mut [T], gap: impl Fn(&T) -> Option<Gap>) {
    let size = |row: &T| gap(row).map_or(-1.0, |gap| gap.points.abs());
    rows.sort_by(|one, other| size(other).total_cmp(&size(one)));
}

fn slides_by_gap(subject: &Subject) -> Vec<Slide<'_>> {
    let mut items: Vec<&ItemResult> = subject.results.items().collect();
    by_gap(&mut items, |item| item.gap);
    let slides = items.chunks(MAX_ROWS);
    slides
        .map(|items| Slide {
            title: None,
            said: Vec::new(),
            items: items.iter().map(|item| (None, *item)).collect(),
        })
        .collect()
}

/// One picture, or several if a dimension has more items than fit.
fn of_group<'a>(subject: &Subject, group: &[&'a DimensionResult]) -> Vec<Slide<'a>> {
    let names: Vec<&str> = group.iter().map(|d| d.dimension.name.as_ref()).collect();
    let items: Vec<_> = group.iter().flat_map(|d| with_heading(d)).collect();
    let said = |dimension: &&DimensionResult| {
        let says = finding::dimension(dimension, subject.survey.minimum);
        results::of_dimension(&dimension.dimension.name, &says)
    };
    let mut slides: Vec<Slide<'_>> = items
        .chunks(MAX_ROWS)
        .zip(1..)
        .map(|(items, number)| Slide {
            title: Some(match number {
                1 => results::items_title(&names),
                _ => results::more_of(&results::items_title(&names), number),
            }),
            said: Vec::new(),
            items: items.to_vec(),
        })
        .collect();
    if let Some(first) = slides.first_mut() {
        first.said = group.iter().map(said).collect();
    }
    slides
}

fn with_heading(dimension: &DimensionResult) -> impl Iterator<Item = (Option<&str>, &ItemResult)> {
    let name = dimension.dimension.name.as_ref();
    let items = dimension.items.iter().enumerate();
    items.map(move |(place, item)| ((place == 0).then_some(name), item))
}

/// Whole dimensions together as long as their items fit on one picture, where each figure of others is as high as an
/// item.
fn groups(dimensions: &[DimensionResult], choice: Choice) -> Vec<Vec<&DimensionResult>> {
    let mut groups: Vec<Vec<&DimensionResult>> = Vec::new();
    let mut room = 0;
    for dimension in dimensions {
        let items = &dimension.items;
        let figures = items.iter().map(|item| choice.published_of(item).len());
        let rows = items.len() + figures.sum::<usize>();
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
