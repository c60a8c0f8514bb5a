//! A survey as this device holds it.

use crate::{
    codec::record::{Closed, Kept, RefusedCounts},
    domain::side::{BySide, Side},
};

/// A survey as this device holds it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Held {
    /// The survey, its secrets, and its key while it exists.
    pub kept: Kept,
    /// Sealed ballots in the box.
    pub ballots: BySide<usize>,
    /// What closing left.
    pub closed: Option<Closed>,
}

impl Held {
    /// Whether `side` was opened.
    #[must_use]
    pub fn is_opened(&self, side: Side) -> bool {
        self.closed
            .as_ref()
            .is_some_and(|closed| closed.opened.of(side).is_some())
    }

    /// Whether the box still takes ballots of some side.
    #[must_use]
    pub fn is_collecting(&self) -> bool {
        self.kept.private_key.is_some() && Side::ALL.iter().any(|side| !self.is_opened(*side))
    }

    /// How many more ballots `side` needs before it can be shown; none once it was opened.
    #[must_use]
    pub fn needed(&self, side: Side) -> u32 {
        self.needed_beside(side, RefusedCounts::default())
    }

    /// The same where these ballots of the box are known not to open.
    #[must_use]
    pub fn needed_beside(&self, side: Side, refused: RefusedCounts) -> u32 {
        if self.is_opened(side) {
            return 0;
        }
        let have = u32::try_from(*self.ballots.of(side)).unwrap_or(u32::MAX);
        let sound = have.saturating_sub(refused.total());
        self.kept.survey.minimum.of(side).saturating_sub(sound)
    }
}
