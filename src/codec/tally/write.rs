//! Writing the tally file: always the same text for the same numbers, one side of an item a line.

use miniserde::json;

use super::{FORMAT, Published, SCALES, VERSION};
use crate::domain::{
    day::Day,
    release::Cell,
    scale::Scale,
    side::{BySide, Side},
    survey::{Dimension, Item, TeamAnswer},
};

/// The tally file of these results.
#[must_use]
pub fn encode(published: &Published) -> String {
    let survey = &published.survey;
    let company = survey
        .company
        .as_ref()
        .map_or_else(null, |name| quoted(name));
    let [executives, team] = Side::ALL.map(|side| people(published, side));
    format!(
        "{{\n\"format\": {},\n\"version\": {VERSION},\n\"team\": {},\n\"company\": {company},\n\
         \"executives\": {executives},\n\"team_members\": {team},\n\"dimensions\": [{}]\n}}\n",
        quoted(FORMAT),
        quoted(&survey.team),
        dimensions(published),
    )
}

fn people(published: &Published, side: Side) -> String {
    let survey = &published.survey;
    let ballots = published.released.ballots();
    let ballots = ballots.of(side).map_or_else(null, |n| n.to_string());
    let closed = published.closed.of(side).map_or_else(null, day);
    let (invited, minimum) = (survey.invited.of(side), survey.minimum.of(side));
    format!(
        "{{\"invited\": {invited}, \"minimum\": {minimum}, \"ballots\": {ballots}, \"closed\": {closed}}}"
    )
}

fn day(day: Day) -> String {
    format!("\"{}\"", day.to_text())
}

fn dimensions(published: &Published) -> String {
    let items = published.survey.items();
    let mut cells = published.released.cells().iter();
    let dimensions = published.survey.dimensions();
    let dimensions = dimensions.iter().map(|dimension: &Dimension| {
        let inside = dimension.items.iter().zip(&mut cells);
        let inside: Vec<String> = inside
            .map(|(item, cells)| of(&items, item, cells))
            .collect();
        let name = quoted(&dimension.name);
        format!(
            "\n{{\"name\": {name}, \"items\": [\n{}\n]}}",
            inside.join(",\n")
        )
    });
    dimensions.collect::<Vec<_>>().join(",")
}

fn of(items: &[Item], item: &Item, cells: &BySide<Cell>) -> String {
    let from = match item.team_answer {
        TeamAnswer::OneDayOrMore(source) => items.get(source),
        TeamAnswer::Asked => None,
    };
    let from = from.map_or_else(String::new, |from| {
        format!(" \"team_from\": {},", quoted(&from.id))
    });
    let [executives, team] = Side::ALL.map(|side| {
        let cell = told(cells.of(side));
        format!("{{\"question\": {}{cell}}}", quoted(item.question.of(side)))
    });
    format!(
        "{{\"id\": {}, \"label\": {}, \"scale\": {},{from}\n\"executives\": {executives},\n\"team\": {team}}}",
        quoted(&item.id),
        quoted(&item.label),
        quoted(name(item.scale)),
    )
}

/// What of a cell is written; nothing of a hidden one.
fn told(cell: &Cell) -> String {
    match cell {
        Cell::Hidden => String::new(),
        Cell::OneMind { n, step } => {
            format!(", \"alike\": {{\"n\": {n}, \"step\": {step}}}")
        }
        Cell::Outline(sample) => format!(
            ", \"sums\": {{\"n\": {}, \"total\": {}, \"squares\": {}}}",
            sample.n(),
            sample.total(),
            sample.squares()
        ),
        Cell::Counts(counts) => {
            let options: Vec<String> = counts.options().iter().map(u32::to_string).collect();
            let (options, unsure) = (options.join(", "), counts.unsure());
            format!(", \"counts\": [{options}], \"unsure\": {unsure}")
        }
    }
}

fn name(scale: Scale) -> &'static str {
    let mut scales = SCALES.iter();
    scales
        .find(|(_, known)| *known == scale)
        .map_or("", |(name, _)| name)
}

fn quoted(text: &str) -> String {
    json::to_string(text)
}

fn null() -> String {
    "null".to_owned()
}
