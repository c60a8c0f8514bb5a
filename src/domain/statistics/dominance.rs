//! Cliff's delta: how much more often one side answers higher than the other.

use super::{Confidence, Range};

/// The chance that a random answer of one group is higher than one of the other, minus the chance that it is lower.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Dominance {
    /// From -1 (all lower) to 1 (all higher).
    pub delta: f64,
    /// The range after Feng & Cliff (2004), with the consistent variance.
    pub range: Range,
}

/// Cliff's delta of `one` over `other`, each given by how many chose each option from the lowest to the highest;
/// `None` if the options differ in number or one group is empty. Made from counts: two million people cost as much
/// as two. As the R package effsize with `use.unbiased = FALSE` (method, section 2.1).
#[must_use]
pub fn dominance(one: &[u64], other: &[u64], confidence: Confidence) -> Option<Dominance> {
    if one.len() != other.len() {
        return None;
    }
    let (rows, columns) = (Group::of(one, other)?, Group::of(other, one)?);
    let delta = rows.mean().clamp(-1.0, 1.0);
    let (n1, n2) = (rows.n, columns.n);
    let is_disjoint = delta.abs() >= 1.0;
    let eased = if is_disjoint {
        delta * (n1 * n2 - 1.0) / (n1 * n2)
    } else {
        delta
    };
    let degrees = one.iter().chain(other).sum::<u64>().saturating_sub(2);
    let range = if n1 < 2.0 || n2 < 2.0 {
        Range {
            low: -1.0,
            high: 1.0,
        }
    } else {
        let variance = consistent_variance(&rows, &columns, eased);
        feng_cliff(eased, variance, confidence.t(degrees))
    };
    Some(Dominance {
        delta,
        range: Range {
            low: if delta <= -1.0 {
                -1.0
            } else {
                range.low.clamp(-1.0, 1.0)
            },
            high: if delta >= 1.0 {
                1.0
            } else {
                range.high.clamp(-1.0, 1.0)
            },
        },
    })
}

/// One group seen from the other: for each option, how many chose it and their mean sign against the other group.
struct Group {
    n: f64,
    options: Vec<Standing>,
}

/// An option of one group.
struct Standing {
    count: f64,
    /// The share of the other group below this option.
    above: f64,
    /// The share of the other group above this option.
    below: f64,
}

impl Group {
    #[expect(clippy::cast_precision_loss, reason = "far fewer than 2^52 people")]
    fn of(counts: &[u64], against: &[u64]) -> Option<Self> {
        let n = counts.iter().sum::<u64>();
        let others = against.iter().sum::<u64>();
        if n == 0 || others == 0 {
            return None;
        }
        let mut lower = 0;
        let options = counts.iter().zip(against).map(|(count, here)| {
            let higher = others - lower - here;
            let standing = Standing {
                count: *count as f64,
                above: lower as f64 / others as f64,
                below: higher as f64 / others as f64,
            };
            lower += here;
            standing
        });
        Some(Self {
            options: options.collect(),
            n: n as f64,
        })
    }

    /// The mean of `value` over the people of this group.
    fn average(&self, value: impl Fn(&Standing) -> f64) -> f64 {
        let sum: f64 = self
            .options
            .iter()
            .map(|option| option.count * value(option))
            .sum();
        sum / self.n
    }

    fn mean(&self) -> f64 {
        self.average(|option| option.above - option.below)
    }

    /// The variance of the people's mean signs about `centre`, with n - 1.
    fn variance(&self, centre: f64) -> f64 {
        self.average(|option| (option.above - option.below - centre).powi(2)) * self.n
            / (self.n - 1.0)
    }
}

/// S of the method: its three parts are never negative.
fn consistent_variance(rows: &Group, columns: &Group, delta: f64) -> f64 {
    let (n1, n2) = (rows.n, columns.n);
    let scatter = n1
        * n2
        * rows.average(|option| {
            let ties = 1.0 - option.above - option.below;
            option.above * (1.0 - delta).powi(2)
                + option.below * (1.0 + delta).powi(2)
                + ties * delta.powi(2)
        });
    ((n2 - 1.0) * rows.variance(delta)
        + (n1 - 1.0) * columns.variance(-delta)
        + scatter / ((n1 - 1.0) * (n2 - 1.0)))
        / (n1 * n2)
}

fn feng_cliff(delta: f64, variance: f64, t: f64) -> Range {
    let spread = t * t * variance;
    let free = 1.0 - delta * delta;
    let half = (spread * (free * free + spread)).sqrt();
    let below = free + spread;
    if below <= 0.0 {
        return Range {
            low: delta,
            high: delta,
        };
    }
    Range {
        low: (delta * free - half) / below,
        high: (delta * free + half) / below,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The method's formula over all pairs, as it is written there.
    fn by_pairs(one: &[u64], other: &[u64], reach: f64) -> (f64, f64, f64) {
        let people = |counts: &[u64]| -> Vec<i32> {
            let options = (0_i32..).zip(counts);
            options
                .flat_map(|(option, n)| (0..*n).map(move |_| option))
                .collect()
        };
        let (x, y) = (people(one), people(other));
        let sign = |a: &i32, b: &i32| f64::from((a - b).signum());
        let count = |n: usize| f64::from(u32::try_from(n).unwrap());
        let (n1, n2) = (count(x.len()), count(y.len()));
        let rows: Vec<f64> = x
            .iter()
            .map(|a| y.iter().map(|b| sign(a, b)).sum::<f64>() / n2)
            .collect();
        let columns: Vec<f64> = y
            .iter()
            .map(|b| x.iter().map(|a| sign(a, b)).sum::<f64>() / n1)
            .collect();
        let mut d = rows.iter().sum::<f64>() / n1;
        if d.abs() > 1.0 - 1e-12 {
            d *= (n1 * n2 - 1.0) / (n1 * n2);
        }
        let about =
            |means: &[f64], n: f64| means.iter().map(|m| (m - d).powi(2)).sum::<f64>() / (n - 1.0);
        let all: f64 = x
            .iter()
            .flat_map(|a| y.iter().map(move |b| (sign(a, b) - d).powi(2)))
            .sum();
        let variance = ((n2 - 1.0) * about(&rows, n1)
            + (n1 - 1.0) * about(&columns, n2)
            + all / ((n1 - 1.0) * (n2 - 1.0)))
            / (n1 * n2);
        let half =
            reach * variance.sqrt() * ((1.0 - d * d).powi(2) + reach.powi(2) * variance).sqrt();
        let below = 1.0 - d * d + reach.powi(2) * variance;
        (
            d,
            (d - d.powi(3) - half) / below,
            (d - d.powi(3) + half) / below,
        )
    }

    #[test]
    fn counts_give_what_all_pairs_give() {
        for (one, other) in [
            ([0, 0, 0, 3, 2], [1, 4, 2, 1, 0]),
            ([1, 1, 1, 1, 1], [5, 0, 0, 0, 5]),
            ([0, 3, 0, 0, 0], [0, 3, 1, 0, 0]),
            ([2, 2, 2, 3, 1], [0, 1, 1, 3, 1]),
        ] {
            let degrees = one.iter().chain(&other).sum::<u64>() - 2;
            let (d, low, high) = by_pairs(&one, &other, Confidence::P95.t(degrees));
            let found = dominance(&one, &other, Confidence::P95).unwrap();
            assert!((found.delta - d).abs() < 1e-12);
            assert!((found.range.low - low).abs() < 1e-9, "{found:?} {low}");
            assert!((found.range.high - high).abs() < 1e-9, "{found:?} {high}");
        }
    }

    #[test]
    fn groups_that_do_not_overlap_are_eased() {
        let found = dominance(&[0, 0, 5], &[4, 3, 0], Confidence::P95).unwrap();
        let (_, low, _) = by_pairs(&[0, 0, 5], &[4, 3, 0], Confidence::P95.t(10));
        assert!((found.delta - 1.0).abs() < 1e-12 && (found.range.high - 1.0).abs() < 1e-12);
        assert!((found.range.low - low).abs() < 1e-9 && low < 1.0);
    }

    #[test]
    fn the_published_example_comes_out() {
        // Hogarty & Kromrey 1999, as in the tests of effsize: delta -0.25.
        let found = dominance(&[2, 3, 3, 1, 1], &[1, 1, 1, 2, 1], Confidence::P95).unwrap();
        assert!((found.delta + 0.25).abs() < 1e-12);
    }

    #[test]
    fn every_edge_has_numbers() {
        for one in [[1, 0], [0, 1], [2, 0], [1, 1], [2_000_000, 2_000_000]] {
            for other in [[1, 0], [0, 1], [0, 2], [1, 1], [1_999_999, 1]] {
                let Dominance { delta, range } = dominance(&one, &other, Confidence::P95).unwrap();
                assert!(
                    -1.0 <= range.low && range.low <= delta + 1e-12,
                    "{one:?} {other:?}"
                );
                assert!(
                    delta - 1e-12 <= range.high && range.high <= 1.0,
                    "{one:?} {other:?}"
                );
            }
        }
        assert_eq!(dominance(&[0, 0], &[1, 1], Confidence::P95), None);
        assert_eq!(dominance(&[1], &[1, 1], Confidence::P95), None);
    }
}
