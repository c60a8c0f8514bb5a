//! How sure a range is to be.

use super::{normal, student};

/// A level of confidence between 0 and 1, kept as what it leaves out.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Confidence {
    left_out: f64,
    z: f64,
}

impl Confidence {
    /// 95 %.
    pub const P95: Self = Self {
        left_out: 0.05,
        z: 1.959_963_984_540_054,
    };
    /// 90 %.
    pub const P90: Self = Self {
        left_out: 0.1,
        z: 1.644_853_626_951_472_7,
    };
    /// 80 %.
    pub const P80: Self = Self {
        left_out: 0.2,
        z: 1.281_551_565_544_600_5,
    };

    /// The confidence that leaves out `alpha`, such as 0.05; held between 1e-12 and 1.
    #[must_use]
    pub fn leaving_out(alpha: f64) -> Self {
        let left_out = alpha.clamp(1e-12, 1.0);
        Self {
            left_out,
            z: normal::quantile(left_out),
        }
    }

    /// How many standard errors a range reaches to either side, by the normal distribution.
    #[must_use]
    pub fn z(self) -> f64 {
        self.z
    }

    /// The same by Student's t with so many degrees of freedom, at least one.
    #[must_use]
    pub fn t(self, degrees: u64) -> f64 {
        student::quantile(self.left_out, degrees)
    }
}
