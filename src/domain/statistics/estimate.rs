//! A group's value with its range.

use super::{Confidence, Range, Sample};

/// A value and the range around it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Estimate {
    /// What was counted.
    pub value: f64,
    /// What it could be.
    pub range: Range,
}

/// Of whom a group speaks (method, section 2.3).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Population {
    /// People like these, on another day: any number.
    PeopleLikeThese,
    /// Exactly this group, which has so many people. A number smaller than who answered cannot be right and is
    /// taken for unknown.
    ThisGroup(u64),
}

impl Population {
    /// The share of the group that is not known, from 0 when all answered to 1.
    #[expect(clippy::cast_precision_loss, reason = "far fewer than 2^52 people")]
    fn unknown(self, n: u64) -> f64 {
        match self {
            Self::ThisGroup(people) if people >= n && people > 0 => {
                (people - n) as f64 / people as f64
            }
            Self::ThisGroup(_) | Self::PeopleLikeThese => 1.0,
        }
    }

    /// The number of answers that says as much of endless people as `n` say of these: n(N-1)/(N-n), from the
    /// hypergeometric variance; endless when all answered.
    #[expect(clippy::cast_precision_loss, reason = "far fewer than 2^52 people")]
    fn effective(self, n: u64) -> f64 {
        match self {
            Self::ThisGroup(people) if people == n => f64::INFINITY,
            Self::ThisGroup(people) if people > n => {
                n as f64 * ((people - 1) as f64 / (people - n) as f64)
            }
            Self::ThisGroup(_) | Self::PeopleLikeThese => n as f64,
        }
    }
}

/// The share of `x` out of `n` with Wilson's score interval, from 0 to 1; `None` if nobody answered or `x` is more
/// than `n` (method, section 2.1).
#[must_use]
#[expect(clippy::cast_precision_loss, reason = "far fewer than 2^52 people")]
pub fn wilson(x: u64, n: u64, confidence: Confidence, population: Population) -> Option<Estimate> {
    if n == 0 || x > n {
        return None;
    }
    let p = x as f64 / n as f64;
    let effective = population.effective(n);
    let range = if effective.is_finite() {
        let z = confidence.z();
        let weight = z * z / effective;
        let centre = (p + weight / 2.0) / (1.0 + weight);
        let half = (p * (1.0 - p) * weight + weight * weight / 4.0).sqrt() / (1.0 + weight);
        Range {
            low: if x == 0 {
                0.0
            } else {
                (centre - half).clamp(0.0, p)
            },
            high: if x == n {
                1.0
            } else {
                (centre + half).clamp(p, 1.0)
            },
        }
    } else {
        Range { low: p, high: p }
    };
    Some(Estimate { value: p, range })
}

/// The mean of a sample in points with its bounded t interval: the variance is at least that of answers rounded to
/// the scale's steps, and the ends stay within 0 and 100 (method, section 2.1). A single answer says nothing of the
/// others.
#[must_use]
pub fn bounded_t(sample: &Sample, confidence: Confidence, population: Population) -> Estimate {
    let value = sample.mean();
    let unknown = population.unknown(sample.n());
    let half = match sample.variance() {
        _ if unknown <= 0.0 => 0.0,
        None => 100.0,
        Some(variance) => {
            let floored = variance.max(sample.step().powi(2) / 12.0);
            confidence.t(sample.n() - 1) * (floored * unknown / real(sample.n())).sqrt()
        }
    };
    Estimate {
        value,
        range: Range {
            low: (value - half).clamp(0.0, 100.0),
            high: (value + half).clamp(0.0, 100.0),
        },
    }
}

impl Sample {
    /// The mean in points with its range: Wilson's for shares, else the bounded t interval (method, section 2.1).
    #[must_use]
    pub fn estimate(&self, confidence: Confidence, population: Population) -> Estimate {
        if !self.is_share() {
            return bounded_t(self, confidence, population);
        }
        let share = wilson(self.total(), self.n(), confidence, population);
        share.map_or_else(
            || bounded_t(self, confidence, population),
            Estimate::in_points,
        )
    }
}

impl Estimate {
    /// A share from 0 to 1 as points from 0 to 100.
    fn in_points(self) -> Self {
        Self {
            value: self.value * 100.0,
            range: Range {
                low: self.range.low * 100.0,
                high: self.range.high * 100.0,
            },
        }
    }
}

#[expect(clippy::cast_precision_loss, reason = "far fewer than 2^52 people")]
fn real(n: u64) -> f64 {
    n as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    const ENDLESS: Population = Population::PeopleLikeThese;

    #[test]
    fn nobody_has_no_share() {
        assert_eq!(wilson(0, 0, Confidence::P95, ENDLESS), None);
        assert_eq!(wilson(2, 1, Confidence::P95, ENDLESS), None);
    }

    #[test]
    fn a_share_lies_within_its_range_and_the_range_within_0_and_1() {
        for n in (1..60).chain([2_000_000]) {
            for x in (0..=n.min(60)).chain([n]) {
                for people in [
                    ENDLESS,
                    Population::ThisGroup(n),
                    Population::ThisGroup(n + 1),
                ] {
                    let Estimate { value, range } = wilson(x, n, Confidence::P95, people).unwrap();
                    assert!(0.0 <= range.low && range.low <= value, "{x} of {n}");
                    assert!(value <= range.high && range.high <= 1.0, "{x} of {n}");
                }
            }
        }
    }

    #[test]
    fn when_everyone_answered_there_is_no_range() {
        let shares = wilson(3, 7, Confidence::P95, Population::ThisGroup(7)).unwrap();
        assert!(shares.range.width() <= 0.0);
        let sample = Sample::of_counts(&[1, 0, 3, 0, 2]).unwrap();
        let mean = sample.estimate(Confidence::P95, Population::ThisGroup(6));
        assert!(mean.range.width() <= 0.0);
    }

    #[test]
    fn a_head_count_below_the_answers_is_unknown() {
        let wrong = Population::ThisGroup(5);
        assert_eq!(
            wilson(3, 7, Confidence::P95, wrong),
            wilson(3, 7, Confidence::P95, ENDLESS)
        );
        let sample = Sample::of_counts(&[1, 0, 3, 0, 2]).unwrap();
        assert_eq!(
            sample.estimate(Confidence::P95, wrong),
            sample.estimate(Confidence::P95, ENDLESS)
        );
    }

    #[test]
    fn a_single_answer_says_nothing_of_the_others() {
        let one = Sample::of_counts(&[0, 0, 0, 1, 0]).unwrap();
        let Estimate { value, range } = one.estimate(Confidence::P80, ENDLESS);
        assert!((value - 75.0).abs() < 1e-12);
        assert!(range.low <= 0.0 && range.high >= 100.0);
    }

    #[test]
    fn the_wilson_range_of_a_finite_group_solves_its_equation() {
        // |p - end| = z * sqrt(end (1 - end) / n * (N - n) / (N - 1)) at both ends: the definition, not the formula.
        for (x, n, people) in [(3_u32, 8_u32, 12_u32), (1, 5, 40), (19, 20, 25)] {
            let population = Population::ThisGroup(people.into());
            let Estimate { value, range } =
                wilson(x.into(), n.into(), Confidence::P95, population).unwrap();
            let finite = f64::from(people - n) / f64::from(people - 1);
            for end in [range.low, range.high] {
                let reach =
                    Confidence::P95.z() * (end * (1.0 - end) / f64::from(n) * finite).sqrt();
                assert!(((value - end).abs() - reach).abs() < 1e-12);
            }
        }
    }
}
