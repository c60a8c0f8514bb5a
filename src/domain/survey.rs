//! What is asked of whom, by which rules.

use std::borrow::Cow;

use super::{
    scale::Scale,
    side::{BySide, Side},
    template,
};

/// A group of items that is read together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dimension {
    /// Its name, such as "Sharing and learning".
    pub name: Cow<'static, str>,
    /// What is asked, in a fixed order.
    pub items: Vec<Item>,
}

/// One matched pair: an executive wording and a team wording on comparable scales.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// The item's number in the template, such as "3.1".
    pub id: Cow<'static, str>,
    /// A few words for a chart's row.
    pub label: Cow<'static, str>,
    /// How it is answered.
    pub scale: Scale,
    /// The question as each side reads it.
    pub question: BySide<Cow<'static, str>>,
    /// Where the team's answer comes from.
    pub team_answer: TeamAnswer,
}

/// Where the team's answer to an item comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TeamAnswer {
    /// The team is asked.
    Asked,
    /// Yes if the item at this place (counted over the whole survey) was answered with one day or more.
    OneDayOrMore(usize),
}

impl Item {
    /// Whether `side` is asked this item.
    #[must_use]
    pub fn is_asked(&self, side: Side) -> bool {
        side == Side::Executive || self.team_answer == TeamAnswer::Asked
    }
}

/// What a survey asks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wording {
    /// The AI reality check.
    RealityCheck,
    /// The same with the two optional agreement items.
    RealityCheckWithPair,
    /// Another wording, of results that were opened from a file; nobody is asked it.
    Own(Vec<Dimension>),
}

impl Wording {
    /// The AI reality check, with the optional pair or without.
    #[must_use]
    pub const fn reality_check(with_optional: bool) -> Self {
        if with_optional {
            Self::RealityCheckWithPair
        } else {
            Self::RealityCheck
        }
    }

    /// The wording of these dimensions: the shipped one if they are the same.
    #[must_use]
    pub fn of(dimensions: Vec<Dimension>) -> Self {
        let shipped = [Self::RealityCheck, Self::RealityCheckWithPair];
        let mut shipped = shipped.into_iter();
        let known = shipped.find(|wording| wording.dimensions() == dimensions);
        known.unwrap_or(Self::Own(dimensions))
    }

    /// The dimensions with their items.
    #[must_use]
    pub fn dimensions(&self) -> Vec<Dimension> {
        match self {
            Self::RealityCheck => template::ai_reality_check(false),
            Self::RealityCheckWithPair => template::ai_reality_check(true),
            Self::Own(dimensions) => dimensions.clone(),
        }
    }
}

/// Fewest valid answers of a side before anything of it is shown, unless the survey says otherwise.
pub const MINIMUM: u32 = 5;
/// The smallest minimum for the team.
pub const SMALLEST_TEAM_MINIMUM: u32 = 5;
/// The smallest minimum that executives may agree to before they answer.
pub const SMALLEST_EXECUTIVE_MINIMUM: u32 = 3;
/// The largest minimum that can be asked for.
pub const LARGEST_MINIMUM: u32 = 10;

/// A survey that people can answer: its wording and rules are frozen, its key exists.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Survey {
    /// The team that it is about.
    pub team: String,
    /// The company, if it was named.
    pub company: Option<String>,
    /// What is asked.
    pub wording: Wording,
    /// How many people are invited.
    pub invited: BySide<u32>,
    /// Fewest valid answers of a side before anything of it is shown.
    pub minimum: BySide<u32>,
    /// The key that ballots are sealed to, as 32 bytes of X25519 (RFC 7748).
    pub public_key: [u8; 32],
}

impl Survey {
    /// The dimensions with their items.
    #[must_use]
    pub fn dimensions(&self) -> Vec<Dimension> {
        self.wording.dimensions()
    }

    /// All items, in the order in which they are asked.
    #[must_use]
    pub fn items(&self) -> Vec<Item> {
        self.dimensions()
            .into_iter()
            .flat_map(|dimension| dimension.items)
            .collect()
    }

    /// Whether executives must agree to a smaller group before they answer (method, section 3.2).
    #[must_use]
    pub fn needs_executive_consent(&self) -> bool {
        self.minimum.executive < MINIMUM
    }
}
