//! Reading a tally file that anybody may have written.

mod fields;

use std::borrow::Cow;

use miniserde::json::{self, Object, Value};

use fields::{Fields, count, whole};

use super::{FORMAT, MOST_ITEMS, NO_KEY, Published, SCALES, TallyError, VERSION, Wrong};
use crate::domain::{
    day::Day,
    draft::{LONGEST_COMPANY, LONGEST_TEAM},
    release::{Cell, Released},
    scale::Scale,
    side::{BySide, Side},
    statistics::Sample,
    survey::{
        Dimension, Item, LARGEST_MINIMUM, SMALLEST_EXECUTIVE_MINIMUM, SMALLEST_TEAM_MINIMUM,
        Survey, TeamAnswer, Wording,
    },
    tally::Counts,
};

/// Reads a tally file. Its key is missing: see [`Published`].
///
/// # Errors
///
/// Says what is wrong with it, and where.
pub fn decode(text: &str) -> Result<Published, TallyError> {
    let text = text.trim_start_matches('\u{feff}').trim();
    let value = json::from_str(text).map_err(|_| {
        if is_cut_short(text) {
            TallyError::CutShort
        } else if text.starts_with('{') && text.contains(FORMAT) {
            TallyError::Damaged
        } else {
            TallyError::NotATally
        }
    })?;
    let Value::Object(file) = &value else {
        return Err(TallyError::NotATally);
    };
    check_version(file)?;
    published(&Fields::of_file(file))
}

/// Whether brackets or a text are still open at the end.
fn is_cut_short(text: &str) -> bool {
    let (mut depth, mut is_text, mut is_escaped) = (0_usize, false, false);
    for letter in text.chars() {
        match letter {
            _ if is_escaped => is_escaped = false,
            '\\' if is_text => is_escaped = true,
            '"' => is_text = !is_text,
            '{' | '[' if !is_text => depth += 1,
            '}' | ']' if !is_text => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    text.is_empty() || (text.starts_with('{') && (is_text || depth > 0))
}

fn check_version(file: &Object) -> Result<(), TallyError> {
    let is_ours = matches!(file.get("format"), Some(Value::String(format)) if format == FORMAT);
    match file.get("version").map(whole) {
        _ if !is_ours => Err(TallyError::NotATally),
        Some(Ok(version)) if version == u64::from(VERSION) => Ok(()),
        Some(Ok(version)) if version > u64::from(VERSION) => Err(TallyError::Later(version)),
        _ => Err(TallyError::NotATally),
    }
}

fn published(file: &Fields<'_>) -> Result<Published, TallyError> {
    let executive = people(&file.side("executives", Side::Executive)?)?;
    let team = people(&file.side("team_members", Side::Team)?)?;
    let sides = BySide { executive, team };
    let ballots = sides.map(|side| side.ballots);
    let (dimensions, cells) = dimensions(file, ballots)?;
    let survey = Survey {
        team: file.name("team", LONGEST_TEAM)?,
        company: match file.get("company") {
            Some(Value::Null) | None => None,
            Some(_) => Some(file.name("company", LONGEST_COMPANY)?),
        },
        wording: Wording::of(dimensions),
        invited: sides.map(|side| side.invited),
        minimum: sides.map(|side| side.minimum),
        public_key: NO_KEY,
    };
    let released = Released::restore(&survey, ballots, cells).ok_or(TallyError::NeverPublished)?;
    Ok(Published {
        survey,
        closed: sides.map(|side| side.closed),
        released,
    })
}

struct People {
    invited: u32,
    minimum: u32,
    ballots: Option<u32>,
    closed: Option<Day>,
}

fn people(side: &Fields<'_>) -> Result<People, TallyError> {
    let smallest = match side.side {
        Some(Side::Executive) => SMALLEST_EXECUTIVE_MINIMUM,
        Some(Side::Team) | None => SMALLEST_TEAM_MINIMUM,
    };
    let minimum = side.count("minimum")?;
    if !(smallest..=LARGEST_MINIMUM).contains(&minimum) {
        return Err(side.wrong("minimum", Wrong::Impossible));
    }
    let ballots = match side.get("ballots") {
        Some(Value::Null) | None => None,
        Some(_) => Some(side.count("ballots")?),
    };
    Ok(People {
        invited: side.count("invited")?,
        minimum,
        ballots,
        closed: match side.get("closed") {
            // Whatever was counted was closed on some day.
            Some(Value::Null) | None if ballots.is_none() => None,
            _ => Some(side.day("closed")?),
        },
    })
}

type Cells = Vec<BySide<Cell>>;

fn dimensions(
    file: &Fields<'_>,
    ballots: BySide<Option<u32>>,
) -> Result<(Vec<Dimension>, Cells), TallyError> {
    let (mut dimensions, mut cells, mut ids) = (Vec::new(), Vec::new(), Vec::new());
    for dimension in file.objects("dimensions")? {
        let mut items = Vec::new();
        for fields in dimension.objects("items")? {
            if ids.len() == MOST_ITEMS {
                return Err(TallyError::TooManyItems);
            }
            let (item, both) = item(&fields, ballots, &ids)?;
            ids.push((item.id.clone(), item.scale));
            items.push(item);
            cells.push(both);
        }
        if items.is_empty() {
            return Err(dimension.wrong("items", Wrong::Missing));
        }
        let name = dimension.wording("name")?;
        dimensions.push(Dimension { name, items });
    }
    if dimensions.is_empty() {
        return Err(file.wrong("dimensions", Wrong::Missing));
    }
    Ok((dimensions, cells))
}

/// The items before, by id.
type Known = [(Cow<'static, str>, Scale)];

fn item(
    fields: &Fields<'_>,
    ballots: BySide<Option<u32>>,
    known: &Known,
) -> Result<(Item, BySide<Cell>), TallyError> {
    let id = fields.wording("id")?;
    let fields = Fields {
        item: Some(&id),
        ..*fields
    };
    if known.iter().any(|(other, _)| *other == id) {
        return Err(fields.wrong("id", Wrong::Impossible));
    }
    let scale = scale(&fields)?;
    let executive = fields.side("executives", Side::Executive)?;
    let team = fields.side("team", Side::Team)?;
    let cells = BySide {
        executive: cell(&executive, scale, ballots.executive)?,
        team: cell(&team, scale, ballots.team)?,
    };
    let item = Item {
        label: fields.wording("label")?,
        scale,
        question: BySide {
            executive: executive.wording("question")?,
            team: team.wording("question")?,
        },
        team_answer: team_answer(&fields, scale, known)?,
        id: id.clone(),
    };
    Ok((item, cells))
}

fn scale(item: &Fields<'_>) -> Result<Scale, TallyError> {
    let name = item.text("scale")?;
    let mut scales = SCALES.iter();
    let scale = scales.find(|(known, _)| *known == name);
    scale
        .map(|(_, scale)| *scale)
        .ok_or_else(|| item.wrong("scale", Wrong::Impossible))
}

/// Yes or no can be taken from days that stand before.
fn team_answer(item: &Fields<'_>, scale: Scale, known: &Known) -> Result<TeamAnswer, TallyError> {
    if item.get("team_from").is_none() {
        return Ok(TeamAnswer::Asked);
    }
    let from = item.text("team_from")?;
    let source = known
        .iter()
        .position(|(id, scale)| id == from && *scale == Scale::Days);
    source
        .filter(|_| matches!(scale, Scale::PeopleInTen | Scale::YesNo))
        .map(TeamAnswer::OneDayOrMore)
        .ok_or_else(|| item.wrong("team_from", Wrong::Impossible))
}

fn cell(side: &Fields<'_>, scale: Scale, ballots: Option<u32>) -> Result<Cell, TallyError> {
    if side.get("counts").is_some() {
        return counts(side, scale, ballots).map(Cell::Counts);
    }
    if side.get("alike").is_some() {
        let alike = side.object("alike")?;
        let step = u8::try_from(alike.count("step")?);
        return Ok(Cell::OneMind {
            n: alike.count("n")?,
            step: step.map_err(|_| alike.wrong("step", Wrong::Impossible))?,
        });
    }
    if side.get("sums").is_none() {
        return Ok(Cell::Hidden);
    }
    let sums = side.object("sums")?;
    let steps = scale.steps(side.side.unwrap_or(Side::Team));
    let n = u64::from(sums.count("n")?);
    Sample::of_sums(steps, n, sums.sum("total")?, sums.sum("squares")?)
        .map(Cell::Outline)
        .ok_or_else(|| sums.wrong("sums", Wrong::Impossible))
}

fn counts(side: &Fields<'_>, scale: Scale, ballots: Option<u32>) -> Result<Counts, TallyError> {
    let values = side.list("counts")?;
    let options = scale.options(side.side.unwrap_or(Side::Team));
    if values.len() != usize::from(options) {
        return Err(side.wrong("counts", Wrong::Options));
    }
    let counts = values
        .iter()
        .map(count)
        .collect::<Result<Vec<u32>, Wrong>>();
    let counts = counts.map_err(|wrong| side.wrong("counts", wrong))?;
    let unsure = side.count("unsure")?;
    let sum: u64 = counts.iter().chain([&unsure]).map(|n| u64::from(*n)).sum();
    if ballots.is_some_and(|ballots| u64::from(ballots) != sum) {
        return Err(side.wrong("counts", Wrong::DoesNotAddUp));
    }
    Ok(Counts::new(counts, unsure))
}
