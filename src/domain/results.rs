//! A closed survey's results, made of what was [released](super::release) and of nothing else.

mod shown;

use super::{
    detail::Detail,
    gap::{Comparison, Gap, Pair, judge},
    release::{Cell, Released},
    side::{BySide, Side},
    statistics::{Agreement, only_executives_sharpen, switches},
    survey::{Dimension, Item, Survey},
};
pub use shown::{Group, Shown, Value};

/// Everything of a closed survey that may be seen.
#[derive(Clone, Debug, PartialEq)]
pub struct Results {
    /// How many ballots of each side were counted; `None` while a side is under its minimum.
    pub ballots: BySide<Option<u32>>,
    /// The dimensions, in the survey's order.
    pub dimensions: Vec<DimensionResult>,
}

/// What may be seen of a dimension.
#[derive(Clone, Debug, PartialEq)]
pub struct DimensionResult {
    /// What was asked.
    pub dimension: Dimension,
    /// The plain average of each side's item values.
    pub shown: BySide<Shown>,
    /// The plain average of the item gaps, judged among the dimensions.
    pub gap: Option<Gap>,
    /// Its items, in the same order as in the dimension.
    pub items: Vec<ItemResult>,
}

/// What may be seen of an item.
#[derive(Clone, Debug, PartialEq)]
pub struct ItemResult {
    /// What was asked.
    pub item: Item,
    /// What each side said.
    pub shown: BySide<Shown>,
    /// How far apart they are, judged among all items.
    pub gap: Option<Gap>,
    /// What stands behind the two values.
    pub detail: Detail,
    /// What may be seen of the answers themselves.
    pub cells: BySide<Cell>,
}

impl Results {
    /// The results of what was released by the rules of `survey`.
    #[must_use]
    pub fn of(survey: &Survey, released: &Released) -> Self {
        let items = survey.items();
        let pairs: Vec<Option<Pair>> = items
            .iter()
            .enumerate()
            .map(|(place, item)| pair(survey, released, item, place))
            .collect();
        let one_by_one: Vec<_> = pairs
            .iter()
            .map(|pair| Comparison::of(vec![(*pair)?]))
            .collect();
        let mut item_gaps = judge(&one_by_one).into_iter();
        let dimensions = survey.dimensions();
        let mut left = pairs.as_slice();
        let averages: Vec<_> = dimensions
            .iter()
            .map(|dimension| {
                let (here, rest) = left.split_at(dimension.items.len().min(left.len()));
                left = rest;
                Comparison::of(here.iter().copied().collect::<Option<_>>()?)
            })
            .collect();
        let dimension_gaps = judge(&averages).into_iter();
        let mut place = 0..;
        let mut item = |item: Item| {
            let place = place.next().unwrap_or_default();
            ItemResult::of(survey, released, item, place, item_gaps.next().flatten())
        };
        Self {
            ballots: released.ballots(),
            dimensions: dimensions
                .into_iter()
                .zip(dimension_gaps)
                .map(|(dimension, gap)| {
                    let items = dimension.items.iter().cloned().map(&mut item).collect();
                    DimensionResult::of(dimension, items, gap)
                })
                .collect(),
        }
    }

    /// All items, in the order in which they are asked.
    pub fn items(&self) -> impl Iterator<Item = &ItemResult> {
        self.dimensions
            .iter()
            .flat_map(|dimension| &dimension.items)
    }

    /// The place of the dimension that the item at `place` belongs to; the number of dimensions if there is no such item.
    #[must_use]
    pub fn dimension_of(&self, place: usize) -> usize {
        let mut left = place;
        let mut dimensions = self.dimensions.iter();
        let found = dimensions.position(|dimension| {
            let is_here = left < dimension.items.len();
            left = left.saturating_sub(dimension.items.len());
            is_here
        });
        found.unwrap_or(self.dimensions.len())
    }

    /// The dimension that the item at `place` belongs to; `None` if there is no such item.
    #[must_use]
    pub fn dimension_at(&self, place: usize) -> Option<&DimensionResult> {
        self.dimensions.get(self.dimension_of(place))
    }

    /// Its name; nothing if there is no such item.
    #[must_use]
    pub fn dimension_name(&self, place: usize) -> &str {
        let dimension = self.dimension_at(place);
        dimension.map_or("", |dimension| dimension.dimension.name.as_ref())
    }
}

impl DimensionResult {
    fn of(dimension: Dimension, items: Vec<ItemResult>, gap: Option<Gap>) -> Self {
        let would_sharpen =
            |item: &ItemResult| item.gap.is_some_and(|gap| gap.only_executives_sharpen);
        let gap = gap.map(|gap| Gap {
            only_executives_sharpen: items.iter().all(would_sharpen),
            ..gap
        });
        Self {
            shown: BySide::from_fn(|side| {
                let each: Vec<Shown> = items.iter().map(|item| *item.shown.of(side)).collect();
                shown::average(&each)
            }),
            gap,
            dimension,
            items,
        }
    }
}

impl ItemResult {
    /// How far `side` is of one view; nothing for yes or no. There the share itself says it, and the words would mislead:
    /// with two options consensus is 0.28 where eight of ten say yes, which would be called split.
    #[must_use]
    pub fn agreement(&self, side: Side) -> Option<Agreement> {
        let detail = self.detail.sides.of(side);
        detail
            .agreement()
            .filter(|_| self.item.scale.options(side) > 2)
    }

    fn of(
        survey: &Survey,
        released: &Released,
        item: Item,
        place: usize,
        gap: Option<Gap>,
    ) -> Self {
        let hidden = BySide::from_fn(|_| Cell::Hidden);
        let cells = released.cells().get(place).unwrap_or(&hidden);
        let steps = |side: Side| cells.of(side).steps(item.scale, side);
        let all_executives = released.ballots().executive == Some(survey.invited.executive);
        let gap = gap.map(|gap| Gap {
            switches: steps(Side::Executive)
                .zip(steps(Side::Team))
                .and_then(|(executives, team)| switches(&executives, &team)),
            only_executives_sharpen: !all_executives && is_short_of_executives(cells),
            ..gap
        });
        Self {
            shown: BySide::from_fn(|side| shown::shown(item.scale, side, cells.of(side))),
            detail: Detail::of(survey, released, &item, place),
            cells: cells.clone(),
            gap,
            item,
        }
    }
}

fn is_short_of_executives(cells: &BySide<Cell>) -> bool {
    let n = |side| u64::from(cells.of(side).n().unwrap_or_default());
    only_executives_sharpen(n(Side::Executive), n(Side::Team))
}

/// Both groups of an item, if both may be seen.
fn pair(survey: &Survey, released: &Released, item: &Item, place: usize) -> Option<Pair> {
    let cells = released.cells().get(place)?;
    let sample = |side: Side| cells.of(side).sample(item.scale, side);
    Some(Pair {
        samples: BySide {
            executive: sample(Side::Executive)?,
            team: sample(Side::Team)?,
        },
        people: BySide::from_fn(|side| people(survey, released, place, side)),
    })
}

/// How many people of a side could have given a valid answer: all who were invited but those who said that they did
/// not know, since not to know is never counted as an answer. `None` if the number invited cannot be right.
pub(super) fn people(
    survey: &Survey,
    released: &Released,
    place: usize,
    side: Side,
) -> Option<u64> {
    let ballots = (*released.ballots().of(side))?;
    let invited = *survey.invited.of(side);
    let unsure = released.unsure(place, side)?;
    (invited >= ballots).then(|| u64::from(invited - unsure))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{
        example,
        gap::mean,
        tally::{Counts, Tally},
    };

    #[test]
    fn a_hidden_item_hides_its_dimension_and_gap() {
        let results = with_team(&[
            (0, Counts::new(vec![0, 0, 0, 0, 0, 0, 0, 4], 27)),
            (4, Counts::new(vec![4, 0], 27)),
        ]);

        let first = &results.dimensions[0];
        assert_eq!(first.items[0].shown.team, Shown::Hidden);
        assert_eq!(first.items[0].gap, None);
        assert_eq!(first.shown.team, Shown::Hidden);
        assert_eq!(first.gap, None);
        assert_ne!(first.shown.executive, Shown::Hidden);
    }

    #[test]
    fn a_dimension_is_the_plain_average_of_its_items() {
        let results = Results::of(&example::survey(), &released());
        for dimension in &results.dimensions {
            let average = dimension.gap.unwrap().points;
            let gaps = mean(&dimension.items, |item| item.gap.unwrap().points);
            assert!((gaps - average).abs() < 1e-9);
        }
    }

    #[test]
    fn few_people_of_one_mind_are_told_in_words() {
        let results = with_team(&[
            (6, Counts::new(vec![0, 9], 22)),
            (7, Counts::new(vec![9, 0], 22)),
            (2, Counts::new(vec![0, 9, 0, 0, 0], 22)),
        ]);
        let values: Vec<Shown> = results.items().map(|item| item.shown.team).collect();
        let group = |value| Shown::Group(Group { n: 9, value });
        assert_eq!(values[6], group(Value::FewOrNone));
        assert_eq!(values[7], group(Value::NearlyAll));
        assert_eq!(values[2], group(Value::About(25.0)));
    }

    #[test]
    fn the_example_has_words_of_several_kinds_and_switches() {
        let results = Results::of(&example::survey(), &released());
        assert!(
            results
                .items()
                .all(|item| item.gap.unwrap().switches.unwrap().fewest > 0)
        );
        assert!(
            results
                .items()
                .all(|item| item.gap.unwrap().this_group.is_some())
        );
        assert!(
            results
                .items()
                .any(|item| item.gap.unwrap().only_executives_sharpen)
        );
    }

    fn released() -> Released {
        Released::of(&example::survey(), &example::tally())
    }

    /// The example with other answers of its 31 team members to these items.
    fn with_team(changed: &[(usize, Counts)]) -> Results {
        let mut items = example::tally().items().to_vec();
        for (place, counts) in changed {
            items[*place].team = counts.clone();
        }
        let survey = example::survey();
        let tally = Tally::with_counts(&survey, example::tally().ballots(), items).unwrap();
        Results::of(&survey, &Released::of(&survey, &tally))
    }
}
