//! The formulas of the method, section 2: counts in, ranges out. Nothing here knows of surveys or of release rules.
//!
//! Every function takes any counts. Where there is no answer (nobody answered) it gives `None`; no result is ever
//! infinite or not a number.

mod agreement;
mod chance;
mod confidence;
mod dominance;
mod estimate;
mod median;
mod normal;
mod range;
mod sample;
mod sight;
mod silence;
mod student;
mod switches;

pub use agreement::{Agreement, consensus};
pub use chance::{benjamini_hochberg, chance};
pub use confidence::Confidence;
pub use dominance::{Dominance, dominance};
pub use estimate::{Estimate, Population, bounded_t, wilson};
pub use median::median;
pub use range::{Range, difference};
pub use sample::Sample;
pub use sight::{only_executives_sharpen, smallest_visible_gap};
pub use silence::worst_case;
pub use switches::{Switches, switches};
