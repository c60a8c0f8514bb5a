//! The results as an article: what is told above all tables, in three minutes.

use super::{
    common::{count, list, number, side},
    results,
};
use crate::domain::{
    evidence::Evidence,
    results::{ItemResult, Results},
    side::Side,
    story::Unsure,
};

/// Over the widest gaps, where they are clear.
pub const CLEAR: &str = "The largest clear gaps";
/// The same where none is clear.
pub const POSSIBLE: &str = "The largest possible gaps";
/// Under it.
pub const ONLY_POSSIBLE: &str =
    "No gap is clear yet: a few different answers could undo each of these.";
/// Before a question.
pub const ASK: &str = "Ask";
/// Before an experiment.
pub const TRY: &str = "Try";
/// Over what both sides see alike.
pub const ALIKE: &str = "What leaders and team see alike";
/// Under it.
pub const ALIKE_LEAD: &str =
    "Any difference here is probably under 15 points. That is as much a result as a gap.";
/// Over gaps the other way round.
pub const PESSIMISTIC: &str = "Where the team is ahead of what leaders think";
/// Over what many did not know.
pub const UNSURE: &str = "Where many could not tell";
/// Over what these results leave open.
pub const OPEN: &str = "What this cannot tell";
/// Over all pictures and tables.
pub const RECORD: &str = "Every question, with its numbers";
/// From a claim to its numbers.
pub const TO_ROW: &str = "its row in the table";
/// What leads on from the results.
pub const ONWARDS: &str = "From here";

/// How sure the results are as a whole.
#[must_use]
pub fn sure(results: &Results) -> String {
    let items = || results.items();
    let of = |evidence: Evidence| {
        items()
            .filter(|item| item.gap.map_or(Evidence::Hidden, |gap| gap.evidence) == evidence)
            .count()
    };
    let kinds = [
        (Evidence::Clear, "clear gap", "clear gaps"),
        (Evidence::Possible, "possible gap", "possible gaps"),
        (Evidence::Close, "seen alike", "seen alike"),
        (
            Evidence::CannotTell,
            "with too few answers to tell",
            "with too few answers to tell",
        ),
        (Evidence::Hidden, "hidden", "hidden"),
    ];
    let told: Vec<String> = kinds
        .into_iter()
        .filter(|(evidence, ..)| of(*evidence) > 0)
        .map(|(evidence, one, many)| count(of(evidence), one, many))
        .collect();
    let all = count(items().count(), "question", "questions");
    format!("{all}: {}.", list(&told))
}

/// An item with both values.
#[must_use]
pub fn values(item: &ItemResult) -> String {
    format!(
        "{}: executives {}, team {}",
        item.item.label,
        results::shown(item.shown.executive),
        results::shown(item.shown.team)
    )
}

/// Many of one side did not know.
#[must_use]
pub fn unsure(item: &ItemResult, unsure: Unsure) -> String {
    let who = match unsure.side {
        Side::Executive => "could not guess",
        Side::Team => "did not know",
    };
    format!(
        "{}: {} of {} {} {who}",
        item.item.label,
        number(unsure.people.into()),
        number(unsure.of.into()),
        side(unsure.side).to_lowercase()
    )
}

/// How many questions have too few answers, and how many are hidden.
#[must_use]
pub fn left_open(untold: usize, hidden: usize) -> Vec<String> {
    let mut said = Vec::new();
    if untold > 0 {
        let of = count(untold, "question has", "questions have");
        said.push(format!(
            "{of} too few answers to tell which way a gap points. That is not the same as no gap."
        ));
    }
    if hidden > 0 {
        let of = count(hidden, "question is", "questions are");
        said.push(format!("{of} hidden to protect people."));
    }
    said.push(
        "A gap describes two views. It does not say who is right, and it does not say why."
            .to_owned(),
    );
    said
}
