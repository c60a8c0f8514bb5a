//! The tally file: a closed survey's published numbers as JSON, version 1.
//!
//! Whoever has the file sees the results, without any key: it holds what [`Released`] holds and nothing else. A hidden
//! cell is not in it, a small group of one mind has no counts, and an outlined item has sums only.
//!
//! # Fields
//!
//! | field | what it is |
//! |---|---|
//! | `format` | `"plumbline tally"` |
//! | `version` | `1` |
//! | `team`, `company` | whom it is about; the company may be `null` |
//! | `executives`, `team_members` | each side: `invited`, the number of people; `minimum`, fewest valid answers before anything is shown; `ballots`, how many were counted, or `null` under the minimum; `closed`, the day as `"2026-11-22"`, or `null` if it was not |
//! | `dimensions` | in order; each with `name` and `items` |
//!
//! Each item:
//!
//! | field | what it is |
//! |---|---|
//! | `id`, `label` | its number, and a few words for a chart |
//! | `scale` | how it is answered, see below |
//! | `team_from` | only if the team was not asked: the id of the item of days that its answer was taken from |
//! | `executives`, `team` | each side: `question`, the wording, and one of the three below, or none if the side is hidden |
//! | `counts`, `unsure` | how often each option was picked, in the order shown, and "don't know"; together the side's ballots |
//! | `alike` | fewer than 20 people of one mind: `n` valid answers, all on `step`, counted from 0 points |
//! | `sums` | `n` valid answers, the `total` of their steps and the total of their `squares` |
//!
//! Scales and their options, first to last (`src/domain/scale.rs` says what each is worth):
//!
//! | scale | options |
//! |---|---|
//! | `people in ten` | executives: 0 to 10 people out of 10; team: yes, no |
//! | `yes or no` | yes, no |
//! | `often` | never, rarely, about half the time, usually, always |
//! | `days` | 0 to 7 days |
//! | `hours` | none, under 2, 2 to 4, 4 to 8, 8 to 12, 12 hours or more |
//! | `weeks` | already, within 4, 12, 26, 52 weeks, longer, never |
//! | `agreement` | from strongly disagree to strongly agree, 5 options |
//!
//! Fields that are not named here are left out when reading, so that a later Plumbline may add some. A wording other
//! than the shipped one is read and shown too. A whole number may be written with a point, as other programs do: `7.0`.

mod read;
mod write;

use thiserror::Error;

use super::record::Closed;
use crate::domain::{
    day::Day,
    release::Released,
    scale::Scale,
    side::{BySide, Side},
    survey::Survey,
};

pub use read::decode;
pub use write::encode;

/// What the file calls itself.
const FORMAT: &str = "plumbline tally";
/// The version that is written.
const VERSION: u32 = 1;
/// Nobody has a survey of more people: numbers above are no counts of people.
pub const MOST_PEOPLE: u32 = 100_000_000;
/// Longer texts are not read, in bytes: the most items with the longest wordings have less.
pub const LONGEST: usize = 2_000_000;
/// Most items that are read.
pub const MOST_ITEMS: usize = 200;
/// Longest wording that is read, in characters.
pub const LONGEST_WORDING: usize = 1_000;
/// In place of a key: nobody can answer a survey that is known from its results only. It is of low order, so that
/// nothing can be sealed to it.
const NO_KEY: [u8; 32] = [0; 32];

/// A closed survey as anybody may see it: what tally files, pictures and result links hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Published {
    /// What was asked of whom. Its key may be missing, which is 32 zeros.
    pub survey: Survey,
    /// The day on which each side was closed.
    pub closed: BySide<Option<Day>>,
    /// What may be seen.
    pub released: Released,
}

impl Published {
    /// What may be seen of a survey that was closed on this device.
    #[must_use]
    pub fn of(survey: &Survey, closed: &Closed) -> Self {
        Self {
            survey: survey.clone(),
            closed: closed.opened,
            released: Released::of(survey, &closed.tally),
        }
    }

    /// The day on which the last side was closed.
    #[must_use]
    pub fn day(&self) -> Option<Day> {
        self.closed.executive.max(self.closed.team)
    }

    /// The same without the key, as it leaves the device.
    #[must_use]
    pub fn without_key(mut self) -> Self {
        self.survey.public_key = NO_KEY;
        self
    }
}

/// Why a tally file cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum TallyError {
    /// Its end is missing.
    #[error("cut short")]
    CutShort,
    /// It is something else.
    #[error("not a tally file")]
    NotATally,
    /// It calls itself one and has its end, but is no JSON, or has a number that no computer counts to.
    #[error("damaged")]
    Damaged,
    /// Written by a later version of Plumbline.
    #[error("written by version {0}")]
    Later(u64),
    /// More items than anybody asks.
    #[error("more than {MOST_ITEMS} items")]
    TooManyItems,
    /// Something in it is wrong.
    #[error("{wrong} in {field:?} of {item:?}, {side:?}")]
    At {
        /// The item's id, if it is about an item.
        item: Option<String>,
        /// Which side, if it is about one.
        side: Option<Side>,
        /// The field.
        field: &'static str,
        /// What is wrong.
        wrong: Wrong,
    },
    /// No Plumbline publishes such numbers: they show what its rules hold back, or contradict each other.
    #[error("such numbers are never published")]
    NeverPublished,
}

/// What is wrong with a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum Wrong {
    /// Not there, or of another kind.
    #[error("missing or of another kind")]
    Missing,
    /// Less than nobody.
    #[error("negative")]
    Negative,
    /// Not a whole number.
    #[error("not whole")]
    Fraction,
    /// More people than there can be.
    #[error("too large")]
    TooLarge,
    /// Counts for more or fewer options than there are.
    #[error("other options")]
    Options,
    /// Counts that do not add up to the ballots.
    #[error("does not add up")]
    DoesNotAddUp,
    /// A wording longer than any.
    #[error("too long")]
    TooLong,
    /// Not what this field can say.
    #[error("impossible")]
    Impossible,
}

/// Every scale with its name in files.
const SCALES: [(&str, Scale); 7] = [
    ("people in ten", Scale::PeopleInTen),
    ("yes or no", Scale::YesNo),
    ("often", Scale::Often),
    ("days", Scale::Days),
    ("hours", Scale::Hours),
    ("weeks", Scale::Weeks),
    ("agreement", Scale::Agreement),
];
