//! The article as one file: what stands in it besides the article itself.

/// The button that saves it.
pub const SAVE: &str = "Save as one file (HTML)";
/// What the file is called.
pub const TITLE: &str = "Results";
/// The file would be too large to be sent.
pub const TOO_LARGE: &str = "This article does not fit into one file of 1 MB. Download the CSV or the tally instead: they hold all numbers.";
/// How to read it, where nothing can be pressed.
pub const HOW_TO_READ: &str = "Figures are points from 0 to 100. The gap is executives minus team: above zero, executives are more optimistic.";
/// Over what was done to get these numbers.
pub const METHOD: &str = "How this was measured";
/// What the rows of a table are asked about.
pub const METHOD_LEAD: &str = "Executives and their team answered the same questions: executives for themselves or guessing about the team, people in the team for themselves. The range around a gap is where it would lie in 95 of 100 such surveys.";
/// What the file is.
pub const ABOUT: &str = "One file: it loads nothing, sends nothing and runs no program. What was hidden is not in it. Open it in Plumbline’s results page to see the same results there.";

/// What stands at the foot of every page on paper.
#[must_use]
pub fn foot(team: &str, company: Option<&str>, day: &str) -> String {
    let company = company.map(|company| format!(", {company}"));
    format!(
        "{team}{} · closed on {day} · Plumbline",
        company.unwrap_or_default()
    )
}

/// The day the survey was closed.
#[must_use]
pub fn closed(day: &str) -> String {
    format!("Closed on {day}.")
}
