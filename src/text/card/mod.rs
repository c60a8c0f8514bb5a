//! Experiment cards: their labels, what they say when they are new, and what they lack.

mod ideas;
mod said;
mod screen;

pub(super) use ideas::both_views;
pub use ideas::{idea, measure, today};
pub use said::{Told, day, footer, state, text, told};
pub use screen::*;

use crate::domain::card::Field;

/// Over the experiments that were agreed on: of all cards only those go into article and slides. Whoever reads them there
/// takes them for settled, and behind an idea nobody stands yet, perhaps not even those who would do the work.
pub const AGREED: &str = "What we agreed to try";
/// Under that in the article, on the page only: who else can read it.
pub const AGREED_FROM: &str = "From the experiment cards on this device. Print, the HTML file, slides and PowerPoint have them too; a result link does not.";

/// The label of a field, on the page and in everything that is taken along.
#[must_use]
pub const fn label(field: Field) -> &'static str {
    match field {
        Field::Title => "Experiment",
        Field::Problem => "Problem",
        Field::Belief => "What we believe",
        Field::Steps => "What we try",
        Field::Measure => "One measure",
        Field::Today => "Today",
        Field::Who => "Who does the work",
        Field::Said => "What they said",
        Field::Start => "Start",
        Field::TimeBox => "Time box",
        Field::Stop => "Stop early if",
        Field::LookAgain => "Look again on",
    }
}
