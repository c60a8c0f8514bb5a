//! Who may see what, when (method, section 3.2).
//!
//! A value that may not be seen does not exist behind these types: [`Shown::Hidden`] holds no number.

use super::{
    gap::Gap,
    scale::Scale,
    side::{BySide, Side},
    survey::{Dimension, Item, Survey},
    tally::{Counts, Tally},
};

/// Below this many answers a group that is of one mind at 0 or 100 is told in words only.
pub const FEW_TO_BE_OF_ONE_MIND: u32 = 20;

/// What may be seen of one side of an item or dimension.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Shown {
    /// Too few valid answers: showing them could point at a person.
    Hidden,
    /// Enough answers.
    Group(Group),
}

/// What a side said, told about enough people.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Group {
    /// Valid answers; for a dimension the fewest of its items.
    pub n: u32,
    /// The mean in points from 0 to 100.
    pub value: Value,
}

/// A side's value in points, or in words where the exact count would tell what everybody said.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Value {
    /// Points from 0 to 100.
    Points(f64),
    /// 0 points among fewer than 20 people.
    FewOrNone,
    /// 100 points among fewer than 20 people.
    NearlyAll,
}

impl Group {
    /// Where the value stands on the axis, in points from 0 to 100.
    #[must_use]
    pub fn points(self) -> f64 {
        match self.value {
            Value::Points(points) => points,
            Value::FewOrNone => 0.0,
            Value::NearlyAll => 100.0,
        }
    }
}

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
    /// The plain average of the item gaps.
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
    /// How far apart they are.
    pub gap: Option<Gap>,
}

impl Results {
    /// What may be seen of `tally` by the rules of `survey`.
    #[must_use]
    pub fn of(survey: &Survey, tally: &Tally) -> Self {
        let mut counts = tally.items().iter();
        let dimensions = survey
            .dimensions()
            .into_iter()
            .map(|dimension| {
                let here = counts.by_ref().take(dimension.items.len());
                DimensionResult::of(dimension, here, survey.minimum)
            })
            .collect();
        Self {
            ballots: BySide::from_fn(|side| {
                let n = *tally.ballots().of(side);
                (n >= *survey.minimum.of(side)).then_some(n)
            }),
            dimensions,
        }
    }
}

impl DimensionResult {
    fn of<'a>(
        dimension: Dimension,
        counts: impl Iterator<Item = &'a BySide<Counts>>,
        minimum: BySide<u32>,
    ) -> Self {
        let items: Vec<ItemResult> = dimension
            .items
            .iter()
            .zip(counts)
            .map(|(item, counts)| ItemResult::of(item, counts, minimum))
            .collect();
        let gaps: Vec<_> = items.iter().map(|item| item.gap).collect();
        Self {
            shown: BySide::from_fn(|side| average(&items, side)),
            gap: Gap::average(&gaps),
            dimension,
            items,
        }
    }
}

impl ItemResult {
    fn of(item: &Item, counts: &BySide<Counts>, minimum: BySide<u32>) -> Self {
        let shown =
            BySide::from_fn(|side| release(item.scale, side, counts.of(side), *minimum.of(side)));
        Self {
            gap: Gap::between(shown.executive, shown.team),
            item: item.clone(),
            shown,
        }
    }
}

/// What may be seen of one side of one item.
fn release(scale: Scale, side: Side, counts: &Counts, minimum: u32) -> Shown {
    let n = counts.valid();
    match counts.mean(scale, side) {
        Some(mean) if n >= minimum => Shown::Group(Group {
            n,
            value: value(mean, n),
        }),
        Some(_) | None => Shown::Hidden,
    }
}

fn value(points: f64, n: u32) -> Value {
    if n < FEW_TO_BE_OF_ONE_MIND && points <= 0.0 {
        Value::FewOrNone
    } else if n < FEW_TO_BE_OF_ONE_MIND && points >= 100.0 {
        Value::NearlyAll
    } else {
        Value::Points(points)
    }
}

/// A dimension's value; hidden as soon as one item is, since the others would give that one away.
fn average(items: &[ItemResult], side: Side) -> Shown {
    let mut points = Vec::with_capacity(items.len());
    let mut fewest = u32::MAX;
    for item in items {
        match *item.shown.of(side) {
            Shown::Hidden => return Shown::Hidden,
            Shown::Group(group) => {
                points.push(group.points());
                fewest = fewest.min(group.n);
            }
        }
    }
    mean(&points).map_or(Shown::Hidden, |mean| {
        Shown::Group(Group {
            n: fewest,
            value: value(mean, fewest),
        })
    })
}

/// The plain average; `None` of nothing.
#[expect(
    clippy::cast_precision_loss,
    reason = "a survey has far fewer than 2^52 items"
)]
pub(super) fn mean(values: &[f64]) -> Option<f64> {
    (!values.is_empty()).then(|| values.iter().sum::<f64>() / values.len() as f64)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::example;

    #[test]
    fn a_side_under_its_minimum_has_no_number() {
        let shown = release(Scale::YesNo, Side::Team, &Counts::new(vec![3, 1], 9), 5);
        assert_eq!(shown, Shown::Hidden);
    }

    #[test]
    fn a_small_group_of_one_mind_is_told_in_words() {
        let told = |yes, no| release(Scale::YesNo, Side::Team, &Counts::new(vec![yes, no], 0), 5);
        assert_eq!(told(0, 6), group(6, Value::FewOrNone));
        assert_eq!(told(19, 0), group(19, Value::NearlyAll));
        assert_eq!(told(20, 0), group(20, Value::Points(100.0)));
        assert_eq!(told(1, 5), group(6, Value::Points(100.0 / 6.0)));
    }

    #[test]
    fn a_hidden_item_hides_its_dimension_and_gap() {
        let survey = example::survey();
        let mut items = example::tally().items().to_vec();
        items[0].team = Counts::new(vec![0, 0, 0, 0, 0, 0, 0, 4], 27);
        items[4].team = Counts::new(vec![4, 0], 27);
        let tally = Tally::with_counts(&survey, example::tally().ballots(), items).unwrap();

        let results = Results::of(&survey, &tally);

        let first = &results.dimensions[0];
        assert_eq!(first.items[0].shown.team, Shown::Hidden);
        assert_eq!(first.items[0].gap, None);
        assert_eq!(first.shown.team, Shown::Hidden);
        assert_eq!(first.gap, None);
        assert_ne!(first.shown.executive, Shown::Hidden);
    }

    #[test]
    fn a_dimension_is_the_plain_average_of_its_items() {
        let results = Results::of(&example::survey(), &example::tally());
        for dimension in &results.dimensions {
            let gaps: Vec<f64> = dimension
                .items
                .iter()
                .map(|item| item.gap.unwrap().points)
                .collect();
            let average = dimension.gap.unwrap().points;
            assert!((mean(&gaps).unwrap() - average).abs() < 1e-9);
        }
    }

    fn group(n: u32, value: Value) -> Shown {
        Shown::Group(Group { n, value })
    }
}
