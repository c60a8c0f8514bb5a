//! What may be seen of a side: points, or words for them.

use crate::domain::{
    gap::mean,
    release::{Cell, FEW_TO_BE_OF_ONE_MIND},
    scale::Scale,
    side::Side,
};

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
    /// All, fewer than 20 people, gave answers of this same worth between 0 and 100.
    About(f64),
}

impl Group {
    /// A share of `n` people, in points from 0 to 100; in words where it is none or all of fewer than 20, since that
    /// tells what each of them said.
    #[must_use]
    pub fn of_share(n: u32, points: f64) -> Self {
        let is_end = points <= 0.0 || points >= 100.0;
        let value = if is_end && n < FEW_TO_BE_OF_ONE_MIND {
            alike(points)
        } else {
            Value::Points(points)
        };
        Self { n, value }
    }

    /// Where the value stands on the axis, in points from 0 to 100.
    #[must_use]
    pub fn points(self) -> f64 {
        match self.value {
            Value::Points(points) | Value::About(points) => points,
            Value::FewOrNone => 0.0,
            Value::NearlyAll => 100.0,
        }
    }
}

/// What one side said to an item.
pub(super) fn shown(scale: Scale, side: Side, cell: &Cell) -> Shown {
    let group = cell
        .n()
        .zip(cell.sample(scale, side))
        .map(|(n, sample)| Group {
            n,
            value: match cell {
                Cell::OneMind { .. } => alike(sample.mean()),
                Cell::Hidden | Cell::Outline(_) | Cell::Counts(_) => Value::Points(sample.mean()),
            },
        });
    group.map_or(Shown::Hidden, Shown::Group)
}

/// The words for a few people who all said the same.
fn alike(points: f64) -> Value {
    if points <= 0.0 {
        Value::FewOrNone
    } else if points >= 100.0 {
        Value::NearlyAll
    } else {
        Value::About(points)
    }
}

/// A dimension's value; hidden as soon as one item is, since the others would give that one away. If every item is at
/// the same end among few people, so is the dimension, in words.
pub(super) fn average(items: &[Shown]) -> Shown {
    let groups: Option<Vec<Group>> = items
        .iter()
        .map(|item| match *item {
            Shown::Hidden => None,
            Shown::Group(group) => Some(group),
        })
        .collect();
    let Some((groups, fewest)) = groups.and_then(|groups| {
        let fewest = groups.iter().map(|group| group.n).min()?;
        Some((groups, fewest))
    }) else {
        return Shown::Hidden;
    };
    let points = mean(&groups, |group| group.points());
    Shown::Group(Group::of_share(fewest, points))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn none_or_all_of_a_few_is_said_in_words_and_everything_else_as_a_figure() {
        let of_share = |n, points| Group::of_share(n, points).value;
        for n in [1, 5, 19] {
            assert_eq!(of_share(n, 0.0), Value::FewOrNone);
            assert_eq!(of_share(n, 100.0), Value::NearlyAll);
            assert_eq!(of_share(n, 99.9), Value::Points(99.9));
        }
        assert_eq!(of_share(20, 0.0), Value::Points(0.0));
        assert_eq!(of_share(20, 100.0), Value::Points(100.0));
    }
}
