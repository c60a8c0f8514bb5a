//! Executives minus team.

use super::{
    evidence::{Evidence, Ranges},
    side::BySide,
    statistics::{
        Confidence, Population, Range, Sample, Switches, benjamini_hochberg, chance, difference,
    },
};

/// How far executives are from the team, in points from -100 to 100; above zero, executives are more optimistic.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Gap {
    /// Executives minus team.
    pub points: f64,
    /// Where the gap could be for people like these on another day.
    pub ranges: Ranges,
    /// How sure it is.
    pub evidence: Evidence,
    /// Where it could be for exactly this group, if the number of people on both sides is known; of no width where
    /// everyone answered.
    pub this_group: Option<Ranges>,
    /// How many people would have to change their answer to close it. Only for an item, and only if the counts of both
    /// sides may be known.
    pub switches: Option<Switches>,
    /// Whether more executives' answers would sharpen it while more of the team's would not.
    pub only_executives_sharpen: bool,
}

/// Matched groups whose gaps are averaged: a single pair for an item, a dimension's items for a dimension.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison {
    pairs: Vec<Pair>,
}

/// The two groups of one item.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pair {
    /// What each side said.
    pub samples: BySide<Sample>,
    /// How many people each side has that could have given a valid answer, if that is known.
    pub people: BySide<Option<u64>>,
}

impl Gap {
    /// Whether none of those of exactly this group who were silent could turn it round, at 95 % (method, section 2.3).
    /// Where everyone answered, this holds of every gap but one of no points.
    #[must_use]
    pub fn holds_in_this_group(&self) -> bool {
        self.this_group
            .is_some_and(|ranges| ranges.at_95.excludes_zero())
    }
}

impl Comparison {
    /// The plain average of these pairs; `None` of no pair.
    #[must_use]
    pub fn of(pairs: Vec<Pair>) -> Option<Self> {
        (!pairs.is_empty()).then_some(Self { pairs })
    }

    /// Executives minus team, in points.
    #[must_use]
    pub fn points(&self) -> f64 {
        self.average(|pair| pair.samples.executive.mean() - pair.samples.team.mean())
    }

    /// Where the gap could be for people like these on another day: the mean of the pairs' limits, which is wide
    /// enough however the items hang together (method, section 2.4).
    #[must_use]
    pub fn range(&self, confidence: Confidence) -> Range {
        let ends = |pair: &Pair| {
            let endless = BySide::from_fn(|_| Population::PeopleLikeThese);
            pair.range(confidence, endless)
        };
        Range {
            low: self.average(|pair| ends(pair).low),
            high: self.average(|pair| ends(pair).high),
        }
    }

    /// Where the gap could be for exactly this group (method, section 2.3); `None` if a number of people is not known.
    #[must_use]
    pub fn range_of_this_group(&self, confidence: Confidence) -> Option<Range> {
        let ends = |pair: &Pair| {
            let people = BySide {
                executive: Population::ThisGroup(pair.people.executive?),
                team: Population::ThisGroup(pair.people.team?),
            };
            Some(pair.range(confidence, people))
        };
        let ranges = self.pairs.iter().map(ends).collect::<Option<Vec<_>>>()?;
        Some(Range {
            low: mean(&ranges, |range| range.low),
            high: mean(&ranges, |range| range.high),
        })
    }

    /// The same at the three levels that are shown.
    fn ranges_of_this_group(&self) -> Option<Ranges> {
        let at = |confidence| self.range_of_this_group(confidence);
        Some(Ranges {
            at_95: at(Confidence::P95)?,
            at_90: at(Confidence::P90)?,
            at_80: at(Confidence::P80)?,
        })
    }

    /// The smallest alpha whose range excludes zero.
    #[must_use]
    pub fn chance(&self) -> f64 {
        chance(|confidence| self.range(confidence))
    }

    fn average(&self, value: impl Fn(&Pair) -> f64) -> f64 {
        mean(&self.pairs, value)
    }
}

impl Pair {
    fn range(&self, confidence: Confidence, people: BySide<Population>) -> Range {
        difference(
            self.samples
                .executive
                .estimate(confidence, people.executive),
            self.samples.team.estimate(confidence, people.team),
        )
    }
}

/// The gap of each comparison, with its word; hidden ones stay hidden. The words hold for all gaps that are shown
/// together: [`benjamini_hochberg`] runs over these (method, section 2.4).
#[must_use]
pub fn judge(comparisons: &[Option<Comparison>]) -> Vec<Option<Gap>> {
    let chances: Vec<f64> = comparisons
        .iter()
        .flatten()
        .map(Comparison::chance)
        .collect();
    let mut adjusted = benjamini_hochberg(&chances).into_iter();
    comparisons
        .iter()
        .map(|comparison| {
            let comparison = comparison.as_ref()?;
            let ranges = Ranges::from_fn(|confidence| comparison.range(confidence));
            Some(Gap {
                points: comparison.points(),
                evidence: Evidence::of(&ranges, adjusted.next()?),
                this_group: comparison.ranges_of_this_group(),
                ranges,
                switches: None,
                only_executives_sharpen: false,
            })
        })
        .collect()
}

/// The plain average; 0 of nothing.
#[expect(
    clippy::cast_precision_loss,
    reason = "a survey has far fewer than 2^52 items"
)]
pub(super) fn mean<T>(values: &[T], value: impl Fn(&T) -> f64) -> f64 {
    if values.is_empty() {
        return 0.0;
    }
    values.iter().map(value).sum::<f64>() / values.len() as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_published_shares_give_a_clear_gap() {
        // Writer 2025: 75 of 100 against 45 of 100, 800 people on either side.
        let gap = judge(&[pair((600, 800), (360, 800))])[0].unwrap();
        assert!((gap.points - 30.0).abs() < 1e-9);
        assert_eq!(gap.evidence, Evidence::Clear);
        assert!(gap.ranges.at_95.low > 25.0 && gap.ranges.at_95.high < 35.0);
    }

    #[test]
    fn a_negative_gap_is_as_clear_as_a_positive_one() {
        // McKinsey 2025: 4 of 100 of 238 leaders, 13 of 100 of 3613 people.
        let gap = judge(&[pair((10, 238), (470, 3613))])[0].unwrap();
        assert_eq!(gap.evidence, Evidence::Clear);
        assert!(gap.ranges.at_95.high < 0.0);
    }

    #[test]
    fn among_many_alike_a_lonely_gap_is_only_possible() {
        let alone = judge(&[pair((4, 5), (9, 30))]);
        assert_eq!(alone[0].unwrap().evidence, Evidence::Clear);
        let mut many = vec![pair((15, 30), (15, 30)); 17];
        many.push(pair((4, 5), (9, 30)));
        many.push(None);
        let judged = judge(&many);
        assert_eq!(judged[17].unwrap().evidence, Evidence::Possible);
        assert_eq!(judged[18], None);
    }

    #[test]
    fn an_average_holds_the_average_of_its_items() {
        let Some(Comparison { pairs: mut both }) = pair((4, 5), (9, 30)) else {
            panic!("there are people")
        };
        both.extend(pair((3, 5), (12, 30)).unwrap().pairs);
        let comparison = Comparison::of(both).unwrap();
        assert!((comparison.points() - 35.0).abs() < 1e-9);
        assert!(comparison.range_of_this_group(Confidence::P95).is_none());
        assert_eq!(Comparison::of(vec![]), None);
    }

    fn pair(executive: (u64, u64), team: (u64, u64)) -> Option<Comparison> {
        let samples = BySide {
            executive: Sample::share(executive.0, executive.1)?,
            team: Sample::share(team.0, team.1)?,
        };
        let people = BySide::default();
        Comparison::of(vec![Pair { samples, people }])
    }
}
