//! A survey as this device holds it.

use crate::{
    codec::record::{Closed, Entry, Kept, Ledger, RefusedCounts},
    domain::{
        closing::Next,
        side::{BySide, Side},
        survey::Survey,
    },
};

/// A survey as this device holds it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Held {
    /// The survey: with its secrets, and its key while that exists, or gathered for somebody else.
    pub kept: Entry,
    /// Sealed ballots in the box.
    pub ballots: BySide<usize>,
    /// Everything that was counted.
    pub ledger: Ledger,
    /// What closing has shown; `None` while nothing was.
    pub closed: Option<Closed>,
}

impl Held {
    /// The survey.
    #[must_use]
    pub fn survey(&self) -> &Survey {
        self.kept.survey()
    }

    /// The survey with its secrets; `None` where it is gathered for somebody else.
    #[must_use]
    pub fn own(&self) -> Option<&Kept> {
        own(&self.kept)
    }

    /// Whether ballots are gathered here for somebody else, who alone can open them.
    #[must_use]
    pub fn is_gathered(&self) -> bool {
        self.own().is_none()
    }

    /// Whether the key that opens ballots exists on this device.
    #[must_use]
    pub fn has_key(&self) -> bool {
        self.own().is_some_and(|kept| kept.private_key.is_some())
    }

    /// Whether `side` was shown.
    #[must_use]
    pub fn is_opened(&self, side: Side) -> bool {
        self.ledger.shown.of(side).is_some()
    }

    /// Whether the box takes ballots of some side.
    #[must_use]
    pub fn is_collecting(&self) -> bool {
        Side::ALL.iter().any(|side| self.takes(*side))
    }

    /// Whether the box takes ballots of `side`: somebody will be able to open them, and none is counted twice.
    #[must_use]
    pub fn takes(&self, side: Side) -> bool {
        self.is_gathered() || (self.has_key() && self.ledger.takes(side))
    }

    /// What comes next for `side`.
    #[must_use]
    pub fn next(&self, side: Side) -> Next {
        self.next_beside(side, RefusedCounts::default())
    }

    /// The same where these ballots of the box are known not to open.
    #[must_use]
    pub fn next_beside(&self, side: Side, refused: RefusedCounts) -> Next {
        let have = u32::try_from(*self.ballots.of(side)).unwrap_or(u32::MAX);
        let sound = have.saturating_sub(refused.total());
        let has_key = self.has_key();
        self.ledger.next(self.survey(), side, sound, has_key)
    }

    /// How many more ballots `side` needs before it can be shown at all; none once it was.
    #[must_use]
    pub fn needed(&self, side: Side) -> u32 {
        match self.next(side) {
            Next::Collecting { more } => more,
            Next::Waiting { .. } | Next::Ready | Next::Over => 0,
        }
    }
}

/// The secrets of an entry that has them.
pub(super) fn own(entry: &Entry) -> Option<&Kept> {
    match entry {
        Entry::Own(kept) => Some(kept),
        Entry::Gathered(_) => None,
    }
}
