//! The surveys that ship, as data.

mod ai_reality_check;

pub use ai_reality_check::ai_reality_check;
