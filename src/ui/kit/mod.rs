//! Widgets that know nothing of surveys.

mod field;
mod marks;
mod notice;

pub(crate) use field::TextField;
pub(crate) use marks::{Circle, Diamond, Signature};
pub(crate) use notice::Notice;
