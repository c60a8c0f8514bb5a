//! Widgets that know nothing of surveys.

mod built;
mod el;
mod field;
mod marks;
mod progress;
mod words;

pub(crate) use el::{El, el};
pub(crate) use field::{Field, tick};
pub(crate) use marks::{circle, diamond, signature};
pub(crate) use progress::{Progress, bar, is_under_way};
pub(crate) use words::{
    HEADING, actions, busy_button, button, heading, lead, link, notice, paragraph, small, spoken,
};
