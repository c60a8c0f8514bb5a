//! What a gap says, in values; the words are in the texts.

use super::{
    evidence::Evidence,
    gap::Gap,
    results::{Group, Results, Shown},
    side::{BySide, Side},
    statistics::Range,
};

/// What a gap says. It names a higher side only where the gap points one way.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Finding {
    /// A clear or possible gap.
    Apart {
        /// Whether it is clear or only possible.
        is_clear: bool,
        /// Who is higher: executives where the gap is positive.
        higher: Side,
        /// What each side said.
        groups: BySide<Group>,
    },
    /// Any difference is probably under 15 points.
    Close,
    /// Too few answers: the gap could be anywhere in this 95 % range.
    CannotTell(Range),
    /// One side may not be seen.
    Hidden,
}

/// What the whole survey says first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Headline {
    /// The widest of the clear gaps between dimensions, or of the possible ones if none is clear.
    Apart {
        /// Whether it is clear or only possible.
        is_clear: bool,
        /// Which dimension, by its place.
        place: usize,
        /// Who is higher.
        higher: Side,
        /// How many other dimensions show a gap of the same evidence.
        others: usize,
    },
    /// No gap points one way, and every dimension that is shown is close.
    Close {
        /// How many that are.
        shown: usize,
        /// How many dimensions there are.
        all: usize,
    },
    /// No gap points one way.
    CannotTell {
        /// How many dimensions are close all the same.
        close: usize,
    },
    /// No dimension may be seen.
    Hidden,
}

impl Finding {
    /// What the gap between these two says.
    #[must_use]
    pub fn of(shown: BySide<Shown>, gap: Option<Gap>) -> Self {
        let (Shown::Group(executive), Shown::Group(team), Some(gap)) =
            (shown.executive, shown.team, gap)
        else {
            return Self::Hidden;
        };
        match gap.evidence {
            Evidence::Clear | Evidence::Possible => Self::Apart {
                is_clear: gap.evidence == Evidence::Clear,
                higher: gap.higher(),
                groups: BySide { executive, team },
            },
            Evidence::Close => Self::Close,
            Evidence::CannotTell => Self::CannotTell(gap.ranges.at_95),
            Evidence::Hidden => Self::Hidden,
        }
    }
}

impl Headline {
    /// What `results` say first: dimensions lead, since eighteen items would have a fluke among them more often than not
    /// (method, section 2.4).
    #[must_use]
    pub fn of(results: &Results) -> Self {
        let gaps: Vec<(usize, Gap)> = results
            .dimensions
            .iter()
            .enumerate()
            .filter_map(|(place, dimension)| Some((place, dimension.gap?)))
            .collect();
        let count = |evidence| {
            gaps.iter()
                .filter(|(_, gap)| gap.evidence == evidence)
                .count()
        };
        let close = count(Evidence::Close);
        [Evidence::Clear, Evidence::Possible]
            .into_iter()
            .find_map(|evidence| widest(&gaps, evidence))
            .unwrap_or(match gaps.len() {
                0 => Self::Hidden,
                shown if close == shown => Self::Close {
                    shown,
                    all: results.dimensions.len(),
                },
                _ => Self::CannotTell { close },
            })
    }
}

/// The widest gap of this evidence.
fn widest(gaps: &[(usize, Gap)], evidence: Evidence) -> Option<Headline> {
    let alike = || gaps.iter().filter(|(_, gap)| gap.evidence == evidence);
    // Of two as wide, the first.
    let (place, gap) = alike().rev().max_by(|one, other| {
        let width = |gap: &Gap| gap.points.abs();
        width(&one.1).total_cmp(&width(&other.1))
    })?;
    Some(Headline::Apart {
        is_clear: evidence == Evidence::Clear,
        place: *place,
        higher: gap.higher(),
        others: alike().count() - 1,
    })
}

impl Gap {
    /// The side that is higher; executives if the two are equal.
    #[must_use]
    pub fn higher(&self) -> Side {
        if self.points < 0.0 {
            Side::Team
        } else {
            Side::Executive
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{example, release::Released};

    #[test]
    fn only_a_gap_that_points_one_way_names_a_side() {
        let results = results();
        let shown = results.dimensions[0].shown;
        let gap = |evidence, points| {
            let gap = results.dimensions[0].gap.unwrap();
            Finding::of(
                shown,
                Some(Gap {
                    points,
                    evidence,
                    ..gap
                }),
            )
        };
        assert!(matches!(
            gap(Evidence::Clear, -9.0),
            Finding::Apart {
                is_clear: true,
                higher: Side::Team,
                ..
            }
        ));
        assert!(matches!(
            gap(Evidence::Possible, 9.0),
            Finding::Apart {
                is_clear: false,
                higher: Side::Executive,
                ..
            }
        ));
        assert_eq!(gap(Evidence::Close, 9.0), Finding::Close);
        assert!(matches!(
            gap(Evidence::CannotTell, 40.0),
            Finding::CannotTell(_)
        ));
        assert_eq!(Finding::of(shown, None), Finding::Hidden);
    }

    #[test]
    fn the_widest_clear_gap_comes_first() {
        let mut results = results();
        let place_of_widest = 4;
        for (place, dimension) in results.dimensions.iter_mut().enumerate() {
            let gap = dimension.gap.as_mut().unwrap();
            gap.evidence = Evidence::Clear;
            gap.points = if place == place_of_widest {
                -70.0
            } else {
                30.0
            };
        }
        results.dimensions[0].gap.as_mut().unwrap().evidence = Evidence::Possible;
        let expected = Headline::Apart {
            is_clear: true,
            place: place_of_widest,
            higher: Side::Team,
            others: 4,
        };
        assert_eq!(Headline::of(&results), expected);
    }

    #[test]
    fn without_a_direction_the_whole_has_none() {
        let mut results = results();
        let mut all = |evidence| {
            for dimension in &mut results.dimensions {
                dimension.gap.as_mut().unwrap().evidence = evidence;
            }
            Headline::of(&results)
        };
        assert_eq!(all(Evidence::Close), Headline::Close { shown: 6, all: 6 });
        assert_eq!(all(Evidence::CannotTell), Headline::CannotTell { close: 0 });
        for dimension in &mut results.dimensions {
            dimension.gap = None;
        }
        assert_eq!(Headline::of(&results), Headline::Hidden);
    }

    fn results() -> Results {
        let survey = example::survey();
        Results::of(&survey, &Released::of(&survey, &example::tally()))
    }
}
