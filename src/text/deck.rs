//! What the slides say: a title and a body for each, made from the evidence. What cannot be told has no direction.

mod agreed;
mod notes;
pub mod powerpoint;
pub mod presenting;
pub mod reveal;

pub use agreed::agreed;

use super::{
    article, card,
    common::{count, list, number},
    finding, moves, of_ten, results,
};
use crate::domain::{
    deck::{Content, Slide},
    results::{ItemResult, Results},
    side::Side,
    story::Story,
    survey::Survey,
};

/// What slides are made of.
#[derive(Clone, Copy, Debug)]
pub struct Matter<'a> {
    /// What was asked of whom.
    pub survey: &'a Survey,
    /// What may be seen.
    pub results: &'a Results,
    /// What is told of it.
    pub story: &'a Story,
    /// The month of the results, such as "November 2026".
    pub when: &'a str,
    /// Experiments that were agreed; where there are none, those that fit the gaps are shown.
    pub experiments: &'a [Experiment],
}

/// An experiment as a slide tells it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Experiment {
    /// The card's number.
    pub number: u32,
    /// What is done, in a few words.
    pub title: String,
    /// What is measured, who does it, until when.
    pub lines: Vec<String>,
    /// All that is known of it, for the notes.
    pub whole: Vec<String>,
}

/// The words of a slide.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Words {
    /// What kind of slide it is, in small print above the title.
    pub kicker: String,
    /// What it says first.
    pub title: String,
    /// What else it says, line by line.
    pub body: Vec<String>,
    /// What may be said about it, line by line.
    pub notes: Vec<String>,
}

/// The words of a slide.
#[must_use]
pub fn words(slide: &Slide, matter: &Matter<'_>) -> Words {
    Words {
        kicker: kicker(&slide.content, matter),
        title: title(&slide.content, matter),
        body: body(&slide.content, matter),
        notes: notes::notes(&slide.content, matter),
    }
}

fn kicker(content: &Content, matter: &Matter<'_>) -> String {
    let words = match content {
        Content::Title => results::TITLE,
        Content::Who => "Who answered",
        Content::Overview(_) => "All dimensions",
        Content::Gap(place) => matter.results.dimension_name(*place),
        Content::Alike(_) | Content::Nearest(_) => "Seen alike",
        Content::Untold(_) => "What these answers cannot tell",
        Content::OfTen => of_ten::NAME,
        Content::Questions(_) => "To talk about",
        Content::Experiments => "What to try",
        Content::Agreed(_) => card::AGREED,
        Content::Method => "Method",
    };
    words.to_owned()
}

fn title(content: &Content, matter: &Matter<'_>) -> String {
    match content {
        Content::Title => format!("{}: two views of AI at work", matter.survey.team),
        Content::Who => who(matter),
        Content::Overview(dimensions) if dimensions.contains(&0) => {
            finding::headline(matter.results)
        }
        Content::Overview(_) => "The other dimensions".to_owned(),
        Content::Gap(place) => headline(item(*place, matter).as_slice()),
        Content::OfTen => headline(&items_of_ten(matter.results)),
        Content::Alike(_) => {
            let alike = count(matter.story.alike.len(), "question", "questions");
            format!("{alike} that leaders and team see alike")
        }
        Content::Nearest(_) => "No question that both sides see alike for sure".to_owned(),
        Content::Untold(_) => {
            let untold = count(matter.story.untold.len(), "question", "questions");
            format!("{untold} with too few answers to tell")
        }
        Content::Questions(_) if is_hidden(matter) => {
            "Worth asking while the answers are hidden".to_owned()
        }
        Content::Questions(_) => "Worth asking anyway".to_owned(),
        Content::Experiments if matter.story.gaps.len() == 1 => {
            "One experiment to talk about".to_owned()
        }
        Content::Experiments => "Experiments that fit these gaps".to_owned(),
        Content::Agreed(place) => {
            let agreed = matter.experiments.get(*place);
            agreed.map_or_else(String::new, |agreed| agreed.title.clone())
        }
        Content::Method => "How this was measured".to_owned(),
    }
}

fn headline(items: &[&ItemResult]) -> String {
    finding::items_headline(items)
}

/// The items of "of every 10 people".
fn items_of_ten(results: &Results) -> Vec<&ItemResult> {
    let rows = of_ten::ROWS.iter();
    let items = rows.filter_map(|(id, _)| results.items().find(|item| item.item.id == *id));
    items.collect()
}

fn item<'a>(place: usize, matter: &Matter<'a>) -> Option<&'a ItemResult> {
    matter.results.items().nth(place)
}

fn is_hidden(matter: &Matter<'_>) -> bool {
    matter.results.items().all(|item| item.gap.is_none())
}

/// Who answered, as a title.
fn who(matter: &Matter<'_>) -> String {
    let answered = |side, people| {
        let n = (*matter.results.ballots.of(side))?;
        let [n, invited] = [n, *matter.survey.invited.of(side)].map(|n| number(n.into()));
        Some(format!("{n} of {invited} {people}"))
    };
    let executives = answered(Side::Executive, "executives");
    let team = answered(Side::Team, "team members");
    let answered: Vec<String> = [executives, team].into_iter().flatten().collect();
    if answered.is_empty() {
        return "Too few answers to show anything yet".to_owned();
    }
    format!("{} answered", list(&answered))
}

/// The experiments that fit the gaps that are told, each with its dimension.
fn fitting(matter: &Matter<'_>) -> Vec<String> {
    let gaps = matter.story.gaps.iter();
    let fitting = gaps.map(|place| {
        let dimension = matter.results.dimension_name(*place);
        format!("{} ({dimension})", moves::of(dimension).experiment)
    });
    fitting.collect()
}

fn body(content: &Content, matter: &Matter<'_>) -> Vec<String> {
    match content {
        Content::Title => vec![about(matter)],
        Content::Who => who_lines(matter),
        Content::Overview(dimensions) if dimensions.contains(&0) => {
            finding::others(matter.results).into_iter().collect()
        }
        Content::Overview(_) => Vec::new(),
        Content::Gap(place) => gap_lines(*place, matter),
        Content::Alike(_) => vec![ALIKE.to_owned()],
        Content::Nearest(_) => vec![NEAREST.to_owned()],
        Content::Untold(places) => untold_lines(places, matter),
        Content::OfTen => vec![of_ten::NOTE.to_owned()],
        Content::Questions(dimensions) => questions(dimensions, matter.results),
        Content::Experiments => fitting(matter),
        Content::Agreed(place) => {
            let agreed = matter.experiments.get(*place);
            agreed
                .map(|agreed| agreed.lines.clone())
                .unwrap_or_default()
        }
        Content::Method => method(matter),
    }
}

/// What "close" means, where it is told.
const ALIKE: &str =
    "Close: any difference is probably under 15 points. This is as much a result as a gap.";

/// What is shown where nothing is close.
const NEAREST: &str =
    "Nowhere can a difference of 15 points be ruled out. These come nearest to it.";

/// Whose results these are, and of when.
fn about(matter: &Matter<'_>) -> String {
    match &matter.survey.company {
        Some(company) => format!("{company}, {}", matter.when),
        None => matter.when.to_owned(),
    }
}

fn who_lines(matter: &Matter<'_>) -> Vec<String> {
    let mut lines: Vec<String> = Side::ALL
        .into_iter()
        .map(|side| who_of(side, matter))
        .collect();
    lines.push(results::CAVEAT.to_owned());
    lines
}

/// How many of one side answered, or from how many answers it is shown.
#[must_use]
pub fn who_of(side: Side, matter: &Matter<'_>) -> String {
    let (invited, minimum) = (
        matter.survey.invited.of(side),
        matter.survey.minimum.of(side),
    );
    let people = match side {
        Side::Executive => "executives",
        Side::Team => "team members",
    };
    match *matter.results.ballots.of(side) {
        None => format!(
            "Of {invited} {people} too few have answered: a group is shown from {minimum} answers."
        ),
        Some(n) if n == *invited => format!("All {n} {people} answered."),
        Some(n) if n > *invited => {
            format!("{n} {people} answered, more than the {invited} who were invited.")
        }
        Some(n) => {
            let silent = count((invited - n) as usize, "other", "others");
            format!("{n} of {invited} {people} answered; the {silent} may think otherwise.")
        }
    }
}

fn gap_lines(place: usize, matter: &Matter<'_>) -> Vec<String> {
    let Some(item) = item(place, matter) else {
        return Vec::new();
    };
    vec![
        reveal::asked(item),
        reveal::word(item, matter.survey.minimum),
        ask(matter.results.dimension_name(place)),
    ]
}

/// The question to ask about a dimension, named as such.
fn ask(dimension: &str) -> String {
    format!("Ask: {}", moves::of(dimension).question)
}

/// The widest that cannot be told leads to the question.
fn untold_lines(places: &[usize], matter: &Matter<'_>) -> Vec<String> {
    let first = places.first().copied().unwrap_or_default();
    vec![
        "This is not the same as no gap. A good question to ask anyway:".to_owned(),
        moves::of(matter.results.dimension_name(first))
            .question
            .to_owned(),
    ]
}

/// The questions that these dimensions lead to.
#[must_use]
pub fn questions(dimensions: &[usize], results: &Results) -> Vec<String> {
    let dimensions = dimensions.iter();
    let names = dimensions.filter_map(|place| results.dimensions.get(*place));
    let asked = names.map(|dimension| moves::of(&dimension.dimension.name).question.to_owned());
    asked.collect()
}

fn method(matter: &Matter<'_>) -> Vec<String> {
    let items = count(matter.results.items().count(), "question", "questions");
    let left_out = article::left_out(matter.survey, matter.results);
    let about = match &left_out {
        None => format!("Both sides answered the same {items}"),
        Some(_) => format!("Both sides answered the same questions, of which {items} are shown"),
    };
    let mut lines = vec![
        format!("{about}; leaders guessed where the question was about the team."),
        "The gap is executives minus team, in points from 0 to 100. Its range says where it could be if other people like these had answered.".to_owned(),
        "Clear: unlikely to be only who happened to answer. Possible: a few different answers could undo it. Close: probably under 15 points. Cannot tell: too few answers.".to_owned(),
        format!("{} In small groups of one mind, words stand instead of figures.", results::minimum(matter.survey)),
        finding::FLUKES.to_owned(),
        results::CAVEAT.to_owned(),
    ];
    lines.extend(left_out);
    lines
}

#[cfg(test)]
mod tests;
