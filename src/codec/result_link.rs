//! Closed results as the part of a link after `#`: whoever has it sees them, also without having known the survey.
//!
//! `r=` and base 64 (RFC 4648, section 5, without padding) of: the version (1), the survey without its key, the days,
//! the published cells, and a checksum. Not compressed: most numbers are one byte already, and the longest link of the
//! shipped survey is far from its limit without.
//!
//! Version 2 is for results with items left out: after the version stand their places in the shipped wording, and the
//! cells are those of the items that are there.

use serde::{Deserialize, Serialize};

use super::{
    frame,
    link::LinkError,
    tally::{MOST_ITEMS, Published},
    wire::{DayV1, SurveyV1},
};
use crate::domain::{
    day::Day,
    release::{Cell, Released, left_out_of, left_out_with, wording_without},
    scale::Scale,
    side::{BySide, Side},
    statistics::Sample,
    survey::{Survey, Wording},
    tally::Counts,
};

/// What every result link's fragment begins with.
pub const PREFIX: &str = "r=";
/// No link of this version is longer, in characters after the prefix: hostile ones are refused unread.
pub const LONGEST: usize = 1_500;
/// The version that is written.
const VERSION: u8 = 1;
/// The version that is written where items are left out.
const WITHOUT: u8 = 2;

#[derive(Serialize, Deserialize)]
struct ResultsV1 {
    survey: SurveyV1,
    closed: [Option<DayV1>; 2],
    ballots: [Option<u32>; 2],
    cells: Vec<[CellV1; 2]>,
}

/// A cell; "don't know" is what is missing to the ballots.
#[derive(Serialize, Deserialize)]
enum CellV1 {
    Hidden,
    OneMind { n: u32, step: u8 },
    Outline { n: u64, total: u64, squares: u64 },
    Counts(Vec<u32>),
}

/// The fragment of the link that holds these results, without `#`; `None` if they do not fit: another wording than a
/// shipped one with or without all its items, or more people than can be invited.
#[must_use]
pub fn encode(published: &Published) -> Option<String> {
    let (wording, left_out) = left_out_of(&published.survey.wording)?;
    if left_out.is_empty() {
        return encode_whole(published);
    }
    let places = left_out.iter().map(|place| u8::try_from(*place).ok());
    let places: Vec<u8> = places.collect::<Option<_>>()?;
    let mut bytes = vec![WITHOUT];
    bytes.extend(postcard::to_allocvec(&places).ok()?);
    bytes.extend(ResultsV1::bytes_of(published, wording)?);
    let link = frame::encode(PREFIX, bytes);
    // A link that nobody could open is none.
    decode(&link).is_ok().then_some(link)
}

/// The same for results from which nothing was left out: a document that shows no results needs no more.
#[must_use]
pub fn encode_whole(published: &Published) -> Option<String> {
    let wording = published.survey.wording.clone();
    if matches!(wording, Wording::Own(_)) {
        return None;
    }
    let mut bytes = vec![VERSION];
    bytes.extend(ResultsV1::bytes_of(published, wording)?);
    let link = frame::encode(PREFIX, bytes);
    let bytes = frame::payload(&link, PREFIX, LONGEST).ok()?;
    let record = record(bytes.get(1..)?, &bytes).ok()?;
    let survey = record.survey.clone().into_domain()?;
    record.into_domain(survey).is_ok().then_some(link)
}

/// Reads the fragment of a result link; what chat and mail hang on its end is left out.
///
/// # Errors
///
/// Says what is wrong with it.
pub fn decode(fragment: &str) -> Result<Published, LinkError> {
    let bytes = frame::payload(fragment, PREFIX, LONGEST)?;
    match bytes.as_slice() {
        [VERSION, rest @ ..] => {
            let record = record(rest, &bytes)?;
            let survey = record.survey.clone().into_domain();
            record.into_domain(survey.ok_or(LinkError::Impossible)?)
        }
        [WITHOUT, rest @ ..] => {
            let (places, rest) = postcard::take_from_bytes::<Vec<u8>>(rest)
                .map_err(|error| frame::unreadable(&error))?;
            let places: Vec<usize> = places.into_iter().map(usize::from).collect();
            let record = record(rest, &bytes)?;
            let survey = record.survey.clone().into_domain();
            let survey = survey.and_then(|survey| with_less(survey, &places));
            record.into_domain(survey.ok_or(LinkError::Impossible)?)
        }
        [] => Err(LinkError::CutShort),
        _ => Err(frame::of_another_version(&bytes)),
    }
}

/// The survey without the items at these places; `None` if nobody writes such a link: some items are left, and none that
/// would give one of these away.
fn with_less(mut survey: Survey, left_out: &[usize]) -> Option<Survey> {
    if left_out.is_empty() || left_out_with(&survey, left_out) != left_out {
        return None;
    }
    survey.wording = wording_without(&survey.wording, left_out);
    (!survey.items().is_empty()).then_some(survey)
}

fn record(rest: &[u8], whole: &[u8]) -> Result<ResultsV1, LinkError> {
    let (record, left) =
        postcard::take_from_bytes::<ResultsV1>(rest).map_err(|error| frame::unreadable(&error))?;
    frame::checked(whole, left).map(|_| record)
}

impl ResultsV1 {
    /// The record of these results, their items being those of `wording` or some of them.
    fn bytes_of(published: &Published, wording: Wording) -> Option<Vec<u8>> {
        let keyless = Survey {
            wording,
            ..published.clone().without_key().survey
        };
        let cells = published.released.cells().iter();
        let ballots = published.released.ballots();
        let record = Self {
            survey: SurveyV1::from_domain(&keyless),
            closed: Side::ALL.map(|side| published.closed.of(side).map(DayV1::from)),
            ballots: Side::ALL.map(|side| *ballots.of(side)),
            cells: cells
                .map(|cells| Side::ALL.map(|side| CellV1::from_domain(cells.of(side))))
                .collect(),
        };
        postcard::to_allocvec(&record).ok()
    }

    fn into_domain(self, survey: Survey) -> Result<Published, LinkError> {
        let [executive, team] = self.ballots;
        let ballots = BySide { executive, team };
        let cells = cells(&survey, ballots, self.cells).ok_or(LinkError::Impossible)?;
        let released = Released::restore(&survey, ballots, cells).ok_or(LinkError::Impossible)?;
        let [executive, team] = self.closed.map(|day| day.map(Day::from));
        Ok(Published {
            survey,
            closed: BySide { executive, team },
            released,
        })
    }
}

fn cells(
    survey: &Survey,
    ballots: BySide<Option<u32>>,
    cells: Vec<[CellV1; 2]>,
) -> Option<Vec<BySide<Cell>>> {
    let items = survey.items();
    if items.len() != cells.len() || cells.len() > MOST_ITEMS {
        return None;
    }
    let each = items.iter().zip(cells).map(|(item, [executive, team])| {
        Some(BySide {
            executive: executive.into_domain(item.scale, Side::Executive, ballots.executive)?,
            team: team.into_domain(item.scale, Side::Team, ballots.team)?,
        })
    });
    each.collect()
}

impl CellV1 {
    fn from_domain(cell: &Cell) -> Self {
        match cell {
            Cell::Hidden => Self::Hidden,
            Cell::OneMind { n, step } => Self::OneMind { n: *n, step: *step },
            Cell::Outline(sample) => Self::Outline {
                n: sample.n(),
                total: sample.total(),
                squares: sample.squares(),
            },
            Cell::Counts(counts) => Self::Counts(counts.options().to_vec()),
        }
    }

    fn into_domain(self, scale: Scale, side: Side, ballots: Option<u32>) -> Option<Cell> {
        Some(match self {
            Self::Hidden => Cell::Hidden,
            Self::OneMind { n, step } => Cell::OneMind { n, step },
            Self::Outline { n, total, squares } => {
                Cell::Outline(Sample::of_sums(scale.steps(side), n, total, squares)?)
            }
            Self::Counts(options) => {
                let valid: u64 = options.iter().map(|n| u64::from(*n)).sum();
                let unsure = u64::from(ballots?).checked_sub(valid)?;
                Cell::Counts(Counts::new(options, u32::try_from(unsure).ok()?))
            }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        codec::checksum,
        domain::{example, release::without},
    };

    #[test]
    fn what_is_left_out_is_not_in_the_link() {
        let whole = published(&[]);
        for chosen in [
            vec![7],
            vec![0],
            (1..18).filter(|place| *place != 4).collect(),
        ] {
            let shared = published(&chosen);
            let link = encode(&shared).unwrap();
            assert_eq!(decode(&link), Ok(shared.without_key()), "{chosen:?}");
            assert!(link.len() < encode(&whole).unwrap().len() + 8);
            assert!(link.len() - PREFIX.len() <= LONGEST);
        }
    }

    #[test]
    fn a_whole_link_is_of_the_first_version() {
        let link = encode(&published(&[])).unwrap();
        assert!(link.starts_with("r=AQ"), "{link}");
        assert!(encode(&published(&[7])).unwrap().starts_with("r=Ag"));
    }

    #[test]
    fn what_gives_a_left_out_item_away_is_refused() {
        for places in [
            vec![0_u8],
            vec![4],
            vec![5, 5],
            vec![6, 5],
            vec![99],
            (0..18).collect(),
        ] {
            let link = with_places(&places);
            let error = decode(&link).unwrap_err();
            assert_eq!(error, LinkError::Impossible, "{places:?}");
        }
        let cut = with_places(&[7]);
        assert_eq!(decode(&cut[..5]), Err(LinkError::CutShort));
    }

    /// A link of the second version that leaves out these places.
    fn with_places(places: &[u8]) -> String {
        let whole = frame::payload(&encode(&published(&[])).unwrap(), PREFIX, LONGEST).unwrap();
        let mut bytes = vec![WITHOUT];
        bytes.extend(postcard::to_allocvec(places).unwrap());
        bytes.extend(&whole[1..whole.len() - checksum::LENGTH]);
        frame::encode(PREFIX, bytes)
    }

    fn published(left_out: &[usize]) -> Published {
        let survey = example::survey();
        let released = Released::of(&survey, &example::tally());
        let (survey, released) = without(&survey, &released, left_out).unwrap();
        Published {
            survey,
            closed: BySide::default(),
            released,
        }
    }
}
