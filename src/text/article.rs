//! The results as an article that is read from top to bottom in three minutes.
//!
//! Every sentence follows the rules of [`finding`]: two views side by side, no blame, no cause, and a direction only where
//! the gap points one way.

use super::{
    common::{count, number},
    detail, finding, results, this_group, views,
};
use crate::domain::{
    evidence::Evidence,
    finding::Headline,
    release::left_out_of,
    results::{ItemResult, Results, Shown},
    scale::Scale,
    side::{BySide, Side},
    statistics::Agreement,
    story::{Story, Unsure},
    survey::Survey,
};

/// More ballots than people.
pub const MORE_THAN_INVITED: &str = "More answered than were invited: the number invited is not right, or somebody answered twice. Nobody can tell which.";
/// A section.
pub const SURE: &str = "How sure this is, and who answered";
/// A section.
pub const ALIKE: &str = "What leaders and team see alike";
/// What alike means.
pub const ALIKE_LEAD: &str =
    "Any difference here is probably under 15 points. This is common ground: begin with it.";
/// Nothing is close.
pub const NOTHING_ALIKE: &str = "No question has answers so many and so near each other that a difference of 15 points can be ruled out. That says how many answered, not that people disagree.";
/// What is shown where nothing is close.
pub const NEAREST: &str = "Nearest to being seen alike";
/// A section.
pub const PESSIMISTIC: &str = "Where the team reports more than leaders expect";
/// What such a gap is worth.
pub const PESSIMISTIC_LEAD: &str =
    "A gap this way round is worth as much as any other. Ask the team what makes it work.";
/// A section.
pub const UNSURE: &str = "Where people could not tell";
/// How not knowing is counted.
pub const UNSURE_LEAD: &str =
    "Not to know is an answer too. It is counted apart, and never as a no.";
/// A section.
pub const LIMITS: &str = "What this cannot tell";
/// What too few answers mean.
pub const UNTOLD_LEAD: &str =
    "Too few answers to tell is not the same as no gap. The gap could be anywhere in these ranges:";
/// Over what can be asked without an answer from the figures.
pub const ASK_ANYWAY: &str = "A good question to ask anyway:";
/// The section with all pictures and tables.
pub const RECORD: &str = "The record: every question in numbers";
/// Before a question.
pub const ASK: &str = "Ask";
/// Before an experiment.
pub const TRY: &str = "Try";
/// What leads on from the results.
pub const ONWARDS: &str = "From here";
/// A link from a claim.
pub const ROW: &str = "Its row in the table";
/// Under the gaps, where all is hidden.
pub const ALL_HIDDEN: &str = "There are too few answers to compare anything yet, so nobody can be told apart. The question is worth asking all the same:";
/// Under the gaps, where none points one way.
pub const NO_GAP: &str =
    "No gap points one way for sure. These answers give no reason to argue, and a good one to ask:";
/// Under possible gaps.
pub const POSSIBLE_LEAD: &str = "Each of these points one way, but a few different answers could undo it. Take them as questions, not as findings.";
/// The fold with all questions, before sharing.
pub const LEAVE_OUT: &str = "Leave questions out before sharing";
/// What leaving out does.
pub const LEAVE_OUT_HOW: &str = "A question that is not ticked is taken out of this page, and out of every picture, table, file and link that is made from it. The page now shows what a receiver will see. Use of AI in the past week is taken from the days of use, so these two go together. The deck and the cards keep all questions.";
/// Everything was to be left out.
pub const ONE_STAYS: &str = "At least one question has to stay.";
/// The link to what a receiver sees.
pub const PREVIEW: &str = "See what a receiver sees";
/// That questions were left out of what is shown, if so.
#[must_use]
pub fn left_out(survey: &Survey, results: &Results) -> Option<String> {
    let (_, left_out) = left_out_of(&survey.wording)?;
    let (left_out, shown) = (left_out.len(), results.items().count());
    let words = || {
        format!(
            "Whoever shared these results left out {left_out} of the survey’s {}. They are in none of these figures: the value of a dimension is the average of its questions shown here.",
            count(shown + left_out, "question", "questions")
        )
    };
    (left_out > 0).then(words)
}

/// The name of a link to the row of this label.
#[must_use]
pub fn row_of(label: &str) -> String {
    format!("{ROW}: {label}")
}

/// Over the gaps.
#[must_use]
pub fn gaps_title(story: &Story) -> String {
    let title = match (story.gaps.len(), story.more, story.are_clear) {
        (0, _, _) => "No clear gap",
        (1, 0, true) => "The one clear gap",
        (1, _, true) => "The largest clear gap",
        (_, 0, true) => "The clear gaps",
        (_, _, true) => "The largest clear gaps, one per dimension",
        (1, 0, false) => "No clear gap, and one that is possible",
        (_, _, false) => "No clear gap, but possible ones",
    };
    title.to_owned()
}

/// How sure the headline is, how all questions come out, and who was silent.
#[must_use]
pub fn sure(survey: &Survey, results: &Results) -> Vec<String> {
    let mut said: Vec<String> = strength(results).into_iter().collect();
    said.extend(tally_of_words(results));
    said.push(silent(survey, results.ballots));
    said
}

/// How sure the gap of the headline is.
fn strength(results: &Results) -> Option<String> {
    let Headline::Apart {
        is_clear, place, ..
    } = Headline::of(results)
    else {
        return None;
    };
    let gap = results.dimensions.get(place)?.gap?;
    let range = finding::range(gap.ranges.at_95);
    let points = detail::points(gap.points.abs());
    let mut said = if is_clear {
        format!(
            "The headline is about a gap of {points}, with a range of {range}. It is clear: unlikely to be only who happened to answer."
        )
    } else {
        format!(
            "The headline is about a gap of {points}, with a range of {range}. It is possible: it points one way, but a few different answers could undo it."
        )
    };
    if gap.only_executives_sharpen {
        said = format!("{said} {}", detail::ONLY_EXECUTIVES_SHARPEN);
    }
    Some(said)
}

/// How many questions come out how; nothing if all are hidden.
fn tally_of_words(results: &Results) -> Option<String> {
    let gaps = || results.items().filter_map(|item| item.gap);
    let of = |evidence| gaps().filter(|gap| gap.evidence == evidence).count();
    let (all, shown) = (results.items().count(), gaps().count());
    let clear = of(Evidence::Clear);
    let told = [
        (clear, "with a clear gap"),
        (of(Evidence::Possible), "with a possible one"),
        (of(Evidence::Close), "seen alike"),
        (of(Evidence::CannotTell), "with too few answers to tell"),
        (all - shown, "hidden"),
    ];
    let told = told.into_iter().filter(|(n, _)| *n > 0);
    let told: Vec<String> = told.map(|(n, words)| format!("{n} {words}")).collect();
    let flukes = if clear > 0 { finding::FLUKES } else { "" };
    let said = format!(
        "Of {}: {}. {flukes}",
        count(all, "question", "questions"),
        told.join(", ")
    );
    (shown > 0).then(|| said.trim_end().to_owned())
}

/// Who did not answer, or that there were more than could be.
fn silent(survey: &Survey, ballots: BySide<Option<u32>>) -> String {
    let is_over = |side: &Side| *ballots.of(*side) > Some(*survey.invited.of(*side));
    if Side::ALL.iter().any(is_over) {
        return MORE_THAN_INVITED.to_owned();
    }
    let silent = |side| {
        let silent = survey.invited.of(side).saturating_sub((*ballots.of(side))?);
        let (one, many) = match side {
            Side::Executive => ("executive", "executives"),
            Side::Team => ("team member", "team members"),
        };
        (silent > 0).then(|| count(silent as usize, one, many))
    };
    let silent: Vec<String> = Side::ALL.into_iter().filter_map(silent).collect();
    if !silent.is_empty() {
        return format!("{} did not answer, and may differ.", silent.join(" and "));
    }
    if Side::ALL.into_iter().all(|side| ballots.of(side).is_some()) {
        return "Everyone who was invited answered.".to_owned();
    }
    results::minimum(survey)
}

/// A gap with its strength, in two sentences; of exactly this group with who would have to change instead.
#[must_use]
pub fn gap(item: &ItemResult, survey: &Survey, is_of_this_group: bool) -> String {
    if !is_of_this_group {
        return with_split(item, finding::item(item, survey.minimum));
    }
    let views = views_of(item).unwrap_or_default();
    let people = item.gap.and_then(|gap| gap.switches).map(detail::switched);
    let said = [Some(views), people].into_iter().flatten();
    with_split(item, said.collect::<Vec<_>>().join(" "))
}

/// What is said of an item, and that leaders are split, which is a finding of its own.
fn with_split(item: &ItemResult, said: String) -> String {
    match item.agreement(Side::Executive) {
        Some(split @ Agreement::Split) => {
            format!("{said} {}", detail::agreement(Side::Executive, split))
        }
        Some(Agreement::MostlyAgree | Agreement::Mixed) | None => said,
    }
}

/// Both views, without a word of how sure the gap is; `None` where a side is hidden.
#[must_use]
pub fn views_of(item: &ItemResult) -> Option<String> {
    let (Shown::Group(executive), Shown::Group(team)) = (item.shown.executive, item.shown.team)
    else {
        return None;
    };
    Some(views::item(item.item.scale, BySide { executive, team }))
}

/// Figures of a gap, in small print; of exactly this group with the range of that reading.
#[must_use]
pub fn figures(item: &ItemResult, is_of_this_group: bool) -> String {
    let [executives, team] = [item.shown.executive, item.shown.team].map(results::n);
    let range = if is_of_this_group {
        this_group::range(item.gap)
    } else {
        finding::range_of(item.gap)
    };
    format!(
        "Answered by {executives} executives and {team} team members; the gap’s range at 95 %: {range}."
    )
}

/// A question that is seen alike, with both values.
#[must_use]
pub fn alike(item: &ItemResult) -> String {
    let [executives, team] = [item.shown.executive, item.shown.team].map(results::shown);
    let said = format!("{}: leaders {executives}, team {team}.", item.item.label);
    with_split(item, said)
}

/// A question where the team says more.
#[must_use]
pub fn more_than_expected(item: &ItemResult) -> String {
    let word = item.gap.map_or("", |gap| finding::word(gap.evidence));
    let views = views_of(item).unwrap_or_default();
    with_split(item, format!("{}: {views} A {word} gap.", item.item.label))
}

/// Many of one side did not know.
#[must_use]
pub fn unsure(item: &ItemResult, unsure: &Unsure) -> String {
    let Unsure {
        side, people, of, ..
    } = unsure;
    let [people, of] = [people, of].map(|n| number(u64::from(*n)));
    let who = match (side, item.item.scale) {
        (Side::Executive, Scale::PeopleInTen) => "executives could not guess",
        (Side::Executive, _) => "executives did not know",
        (Side::Team, _) => "in the team did not know",
    };
    format!("{}: {people} of {of} {who}.", item.item.label)
}

/// A question with too few answers to tell, and where its gap could be.
#[must_use]
pub fn untold(item: &ItemResult) -> String {
    let said = format!("{}: {}.", item.item.label, finding::range_of(item.gap));
    with_split(item, said)
}

/// How many more there are than are told.
#[must_use]
pub fn more(n: usize) -> String {
    match n {
        1 => "One more is in the tables below.".to_owned(),
        n => format!("{n} more are in the tables below."),
    }
}

/// The choice of sides.
pub const SIDES: &str = "Show";
/// Its options: both, and each side alone.
pub const SIDE_OPTIONS: [&str; 3] = ["Both sides", "Executives only", "Team only"];

/// What stands over results of one side.
#[must_use]
pub fn only(side: Side) -> &'static str {
    match side {
        Side::Executive => "What leaders expect and report",
        Side::Team => "What the team reports",
    }
}

/// Under it.
#[must_use]
pub fn only_lead(side: Side) -> String {
    let (this, other) = match side {
        Side::Executive => ("the executives’", "the team"),
        Side::Team => ("the team’s", "the executives"),
    };
    format!(
        "Only {this} answers are shown. What {other} said, and every gap, come back with “{}”.",
        SIDE_OPTIONS[0]
    )
}

/// A row of one side in words.
#[must_use]
pub fn only_row(label: &str, side: Side, said: &str) -> String {
    let who = match side {
        Side::Executive => "executives",
        Side::Team => "team",
    };
    format!("{label}: {who} {said}.")
}

/// The name of a picture of one side.
#[must_use]
pub fn only_named(title: &str, side: Side) -> String {
    let option = match side {
        Side::Executive => "executives only",
        Side::Team => "team only",
    };
    format!("{title}, {option}")
}

/// Over what is said of one side alone.
#[must_use]
pub fn only_title(side: Side) -> &'static str {
    match side {
        Side::Executive => "Executives only",
        Side::Team => "Team only",
    }
}

/// The name of the picture of one gap.
#[must_use]
pub fn picture_of(label: &str) -> String {
    format!("The gap: {label}")
}

/// The fold with what is done in an experiment.
#[must_use]
pub fn try_it(title: &str) -> String {
    format!("{TRY}: {title}")
}
