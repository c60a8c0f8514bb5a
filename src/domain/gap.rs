//! Executives minus team.

use super::release::{Group, Shown};

/// How far executives are from the team, in points from -100 to 100; above zero, executives are more
/// optimistic. Its range and its evidence will stand here beside it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Gap {
    /// Executives minus team.
    pub points: f64,
}

impl Gap {
    /// The gap between two groups, or `None` while one of them is hidden.
    #[must_use]
    pub fn between(executive: Shown, team: Shown) -> Option<Self> {
        match (executive, team) {
            (Shown::Group(executive), Shown::Group(team)) => Some(Self {
                points: Group::points(executive) - Group::points(team),
            }),
            (Shown::Hidden, _) | (_, Shown::Hidden) => None,
        }
    }

    /// The plain average of the gaps of a dimension's items (method, section 2.1); `None` if one is hidden.
    #[must_use]
    pub fn average(gaps: &[Option<Self>]) -> Option<Self> {
        let gaps: Vec<f64> = gaps
            .iter()
            .map(|gap| gap.map(|gap| gap.points))
            .collect::<Option<_>>()?;
        super::release::mean(&gaps).map(|points| Self { points })
    }
}
