//! Quantiles of Student's t distribution.
//!
//! Both tails together are the regularised incomplete beta function I(ν/2, 1/2) at ν/(ν+t²) (Abramowitz & Stegun
//! 26.7.1 and 26.5.8), which Newton's method turns round. From many degrees of freedom on, Fisher's expansion about
//! the normal quantile is exact enough (Abramowitz & Stegun 26.7.5).

use std::f64::consts::PI;

use super::normal;

/// More degrees of freedom than this are left to the expansion about the normal quantile.
const MANY: u64 = 5_000;
/// Newton's method needs at most about ten steps; more would mean that it only turns about the last digit.
const STEPS: u32 = 60;

/// The t that leaves out `two_sided` (above 0, at most 1), half of it on either side, with `degrees` of freedom (at
/// least 1): right to 1e-9 of its size.
pub(super) fn quantile(two_sided: f64, degrees: u64) -> f64 {
    let degrees = degrees.max(1);
    if degrees > MANY {
        return expansion(normal::quantile(two_sided), real(degrees));
    }
    let student = Student::of(real(degrees));
    if two_sided > 0.5 {
        student.t_inside(1.0 - two_sided)
    } else {
        student.t_outside(
            two_sided,
            expansion(normal::quantile(two_sided), real(degrees)),
        )
    }
}

#[expect(clippy::cast_precision_loss, reason = "far fewer than 2^52 people")]
fn real(n: u64) -> f64 {
    n as f64
}

/// Fisher's expansion of t about the normal quantile.
fn expansion(z: f64, degrees: f64) -> f64 {
    let s = z * z;
    let terms = [
        (s + 1.0) / 4.0,
        ((5.0 * s + 16.0) * s + 3.0) / 96.0,
        (((3.0 * s + 19.0) * s + 17.0) * s - 15.0) / 384.0,
        ((((79.0 * s + 776.0) * s + 1482.0) * s - 1920.0) * s - 945.0) / 92160.0,
    ];
    let bracket = terms
        .iter()
        .rev()
        .fold(0.0, |sum, term| (sum + term) / degrees);
    z * (1.0 + bracket)
}

/// The distribution with so many degrees of freedom.
struct Student {
    degrees: f64,
    /// 1 / B(ν/2, 1/2).
    factor: f64,
}

impl Student {
    fn of(degrees: f64) -> Self {
        Self {
            degrees,
            factor: half_step_ratio(degrees / 2.0) / PI.sqrt(),
        }
    }

    /// The t between whose two signs lies `inside`, at most one half. The logarithm of what lies inside is concave in
    /// the logarithm of t, so that Newton's steps from too small a t never pass the root.
    fn t_inside(&self, inside: f64) -> f64 {
        if inside <= 0.0 {
            return 0.0;
        }
        let mut t = inside / (2.0 * self.density(0.0));
        for _ in 0..STEPS {
            let now = self.inside(t);
            let step = (inside / now).ln() * now / (2.0 * t * self.density(t));
            t *= step.exp();
            if step.abs() < 1e-15 {
                break;
            }
        }
        t
    }

    /// The t that leaves `outside` in both tails, at most one half. The logarithm of the tail is concave in the
    /// logarithm of t too: after one step from anywhere, Newton's steps come down to the root from above.
    fn t_outside(&self, outside: f64, guess: f64) -> f64 {
        let mut t = guess;
        for _ in 0..STEPS {
            let now = self.outside(t);
            let step = (now / outside).ln() * now / (2.0 * t * self.density(t));
            t *= step.min(8.0).exp();
            if step.abs() < 1e-15 {
                break;
            }
        }
        t
    }

    fn density(&self, t: f64) -> f64 {
        let power = -(self.degrees + 1.0) / 2.0 * (t * t / self.degrees).ln_1p();
        self.factor / self.degrees.sqrt() * power.exp()
    }

    fn outside(&self, t: f64) -> f64 {
        let a = self.degrees / 2.0;
        let spread = t * t / self.degrees;
        if spread * (a + 1.0) < 1.5 {
            return 1.0 - self.inside(t);
        }
        let x = 1.0 / (1.0 + spread);
        let power = (-a * spread.ln_1p()).exp() * (spread * x).sqrt();
        self.factor * power / a * continued_fraction(a, 0.5, x)
    }

    fn inside(&self, t: f64) -> f64 {
        let a = self.degrees / 2.0;
        let spread = t * t / self.degrees;
        if spread * (a + 1.0) >= 1.5 {
            return 1.0 - self.outside(t);
        }
        let x = spread / (1.0 + spread);
        let power = (-a * spread.ln_1p()).exp() * x.sqrt();
        self.factor * power / 0.5 * continued_fraction(0.5, a, x)
    }
}

/// Γ(x + 1/2) / Γ(x): the asymptotic series from 40 on, and one step down at a time below.
fn half_step_ratio(x: f64) -> f64 {
    const SERIES: [f64; 7] = [
        1.0,
        -1.0 / 8.0,
        1.0 / 128.0,
        5.0 / 1024.0,
        -21.0 / 32768.0,
        -399.0 / 262_144.0,
        869.0 / 4_194_304.0,
    ];
    let mut above = x;
    let mut steps = 1.0;
    while above < 40.0 {
        steps *= above / (above + 0.5);
        above += 1.0;
    }
    let series = SERIES
        .iter()
        .rev()
        .fold(0.0, |sum, term| sum / above + term);
    steps * above.sqrt() * series
}

/// The continued fraction of the incomplete beta function (Abramowitz & Stegun 26.5.8) by Lentz's method; converges
/// fast for x below (a+1)/(a+b+2).
fn continued_fraction(a: f64, b: f64, x: f64) -> f64 {
    let mut numerator = 1.0;
    let mut denominator = 1.0 / (1.0 - (a + b) * x / (a + 1.0));
    let mut value = denominator;
    for m in (1..1000_u32).map(f64::from) {
        let even = m * (b - m) * x / ((a + 2.0 * m - 1.0) * (a + 2.0 * m));
        denominator = 1.0 / (1.0 + even * denominator);
        numerator = 1.0 + even / numerator;
        value *= denominator * numerator;
        let odd = -(a + m) * (a + b + m) * x / ((a + 2.0 * m) * (a + 2.0 * m + 1.0));
        denominator = 1.0 / (1.0 + odd * denominator);
        numerator = 1.0 + odd / numerator;
        let change = denominator * numerator;
        value *= change;
        if (change - 1.0).abs() < 1e-16 {
            break;
        }
    }
    value
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_degree_of_freedom_is_a_tangent() {
        for left_out in [1e-12_f64, 1e-6, 0.05, 0.2, 0.5, 0.7, 0.99] {
            let expected = 1.0 / (left_out * PI / 2.0).tan();
            let relative = quantile(left_out, 1) / expected - 1.0;
            assert!(relative.abs() < 1e-10, "{left_out}: {relative}");
        }
    }

    #[test]
    fn quantiles_are_those_of_forty_digits() {
        let table = include_str!("../../../tests/fixtures/student_t.csv");
        let mut seen = 0;
        for line in table.lines().filter(|line| !line.starts_with('#')) {
            let mut fields = line.split(',');
            let mut field = || fields.next().unwrap();
            let (left_out, degrees, expected) = (field(), field(), field());
            let expected: f64 = expected.parse().unwrap();
            let found = quantile(left_out.parse().unwrap(), degrees.parse().unwrap());
            assert!((found / expected - 1.0).abs() < 1e-10, "{line}: {found}");
            seen += 1;
        }
        assert_eq!(seen, 435);
    }

    /// Abramowitz & Stegun 26.7.3 and 26.7.4: what lies between t and -t is a finite sum for every whole number of degrees.
    #[test]
    fn the_three_levels_are_those_of_the_finite_sum_at_every_degree() {
        for degrees in 1..=MANY {
            for two_sided in [0.05, 0.1, 0.2] {
                let t = quantile(two_sided, degrees);
                let [less, more] = [1.0 - 1e-9, 1.0 + 1e-9].map(|near| sum(t * near, degrees));
                let inside = 1.0 - two_sided;
                assert!(less < inside && inside < more, "{two_sided} {degrees}");
            }
        }
    }

    fn sum(t: f64, degrees: u64) -> f64 {
        let angle = (t / real(degrees).sqrt()).atan();
        let square = angle.cos().powi(2);
        let is_odd = degrees % 2 == 1;
        let (mut term, first) = if is_odd { (angle.cos(), 3) } else { (1.0, 2) };
        let mut terms = 0.0;
        for step in (first..=degrees).step_by(2) {
            terms += term;
            term *= square * real(step - 1) / real(step);
        }
        if is_odd {
            2.0 / PI * (angle + angle.sin() * terms)
        } else {
            angle.sin() * terms
        }
    }

    #[test]
    fn the_three_levels_are_smooth_over_all_degrees() {
        for left_out in [0.05, 0.1, 0.2] {
            let mut last = f64::INFINITY;
            for degrees in 1..=5_100 {
                let t = quantile(left_out, degrees);
                assert!(t < last, "{left_out} at {degrees}");
                last = t;
            }
            assert!(last - normal::quantile(left_out) < 1e-3);
            assert!((quantile(left_out, 4_000_000) - normal::quantile(left_out)).abs() < 1e-6);
        }
    }
}
