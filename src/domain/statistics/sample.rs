//! What is left of a group's answers once the order is gone: how many, their sum, and the sum of their squares.

/// Answers on an even scale from 0 to 100 points, added up exactly in whole steps. With one step the answers are yes
/// or no, and their mean is a share.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sample {
    n: u64,
    steps: u8,
    total: u64,
    squares: u64,
}

impl Sample {
    /// A group of `yes` people out of `n`; `None` if nobody answered or more said yes than answered.
    #[must_use]
    pub fn share(yes: u64, n: u64) -> Option<Self> {
        Self::of_sums(1, n, yes, yes)
    }

    /// A group given by how many stood on each step from 0 points to 100; `None` if nobody did, or for a scale of a
    /// single step.
    #[must_use]
    pub fn of_counts(counts: &[u64]) -> Option<Self> {
        let steps = u8::try_from(counts.len().checked_sub(1)?).ok()?;
        let sum = |weight: fn(u64) -> u64| {
            (0_u64..).zip(counts).try_fold(0_u64, |sum, (step, n)| {
                sum.checked_add(weight(step).checked_mul(*n)?)
            })
        };
        Self::of_sums(
            steps,
            sum(|_| 1)?,
            sum(|step| step)?,
            sum(|step| step * step)?,
        )
    }

    /// A group given by its sums, counted in steps; `None` if no group of that size has them.
    #[must_use]
    pub fn of_sums(steps: u8, n: u64, total: u64, squares: u64) -> Option<Self> {
        let most = u128::from(steps);
        let [n_, total_, squares_] = [n, total, squares].map(u128::from);
        let fits = n > 0
            && steps > 0
            && total_ <= n_ * most
            && total_ * total_ <= n_ * squares_
            && total <= squares
            && squares_ <= total_ * most;
        fits.then_some(Self {
            n,
            steps,
            total,
            squares,
        })
    }

    /// How many answered.
    #[must_use]
    pub fn n(&self) -> u64 {
        self.n
    }

    /// How many steps the scale has between 0 and 100 points.
    #[must_use]
    pub fn steps(&self) -> u8 {
        self.steps
    }

    /// The sum of the answers, in steps.
    #[must_use]
    pub fn total(&self) -> u64 {
        self.total
    }

    /// The sum of the squares of the answers, in steps.
    #[must_use]
    pub fn squares(&self) -> u64 {
        self.squares
    }

    /// Whether the answers are yes or no.
    #[must_use]
    pub fn is_share(&self) -> bool {
        self.steps == 1
    }

    /// Whether every answer is worth the same.
    #[must_use]
    pub fn is_of_one_mind(&self) -> bool {
        self.scatter() == 0
    }

    /// The mean in points from 0 to 100.
    #[must_use]
    pub fn mean(&self) -> f64 {
        100.0 * real(self.total.into()) / (real(self.n.into()) * f64::from(self.steps))
    }

    /// The size of one step, in points.
    #[must_use]
    pub fn step(&self) -> f64 {
        100.0 / f64::from(self.steps)
    }

    /// The variance of the answers in squared points, with n - 1 (method, section 2.1); `None` for a single answer.
    #[must_use]
    pub fn variance(&self) -> Option<f64> {
        let pairs = u128::from(self.n) * u128::from(self.n.checked_sub(2)? + 1);
        Some(self.step().powi(2) * real(self.scatter()) / real(pairs))
    }

    /// The standard deviation of the answers in points; `None` for a single answer.
    #[must_use]
    pub fn deviation(&self) -> Option<f64> {
        self.variance().map(f64::sqrt)
    }

    /// n times the sum of squared distances from the mean, in steps: exact, where floats would lose digits.
    fn scatter(&self) -> u128 {
        u128::from(self.n) * u128::from(self.squares) - u128::from(self.total).pow(2)
    }
}

#[expect(clippy::cast_precision_loss, reason = "rounding to 53 bits is meant")]
fn real(n: u128) -> f64 {
    n as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_deviation_is_that_of_the_method() {
        let guesses = Sample::of_counts(&[0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 0]).unwrap();
        assert!((guesses.mean() - 75.0).abs() < 1e-12);
        assert!((guesses.deviation().unwrap() - 12.909_944).abs() < 1e-6);
    }

    #[test]
    fn nobody_and_the_impossible_are_no_sample() {
        assert_eq!(Sample::share(0, 0), None);
        assert_eq!(Sample::share(6, 5), None);
        assert_eq!(Sample::of_counts(&[]), None);
        assert_eq!(Sample::of_counts(&[4]), None);
        assert_eq!(Sample::of_counts(&[u64::MAX, 1]), None);
        assert_eq!(
            Sample::of_sums(4, 2, 3, 3),
            None,
            "less scattered than whole steps can be"
        );
        assert_eq!(Sample::of_sums(4, 5, 21, 90), None);
    }

    #[test]
    fn one_answer_has_a_mean_but_no_deviation() {
        let one = Sample::of_counts(&[0, 0, 0, 1, 0]).unwrap();
        assert!((one.mean() - 75.0).abs() < 1e-12);
        assert_eq!(one.deviation(), None);
        assert!(one.is_of_one_mind());
    }

    #[test]
    fn two_million_people_lose_no_digit() {
        let many = Sample::of_counts(&[1_000_000, 0, 0, 0, 1_000_000]).unwrap();
        assert!((many.deviation().unwrap() - 50.0).abs() < 1e-4);
        assert!((many.mean() - 50.0).abs() < 1e-12);
    }
}
