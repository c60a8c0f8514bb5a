//! The opening of a box.

use thiserror::Error;

use super::{
    MOST_TRIES,
    keeping::KeepingError,
    snapshot::{Snapshot, key},
};
use crate::{
    browser::storage::{Shelf, StorageError, Store},
    codec::record::{self, Closed, Day, RefusedCounts},
    domain::side::{BySide, Side},
};

/// Why a survey was not closed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum CloseError {
    /// What was opened could not be kept, so nothing was dropped.
    #[error(transparent)]
    Keeping(#[from] KeepingError),
    /// No side has enough ballots that open, so nothing was opened. What does not open is still in the box.
    #[error("no side has enough ballots")]
    TooFew {
        /// Ballots that do not open, of each side.
        refused: BySide<RefusedCounts>,
    },
}

impl From<StorageError> for CloseError {
    fn from(error: StorageError) -> Self {
        Self::Keeping(KeepingError::Storage(error))
    }
}

/// Opens every side that has enough ballots, counts them and drops them, all or nothing. A side under its minimum
/// stays sealed. Once both sides are opened the private key is gone for good.
///
/// Every so many ballots it pauses for as long as `pause` does, which learns how many are opened, and of how many.
///
/// # Errors
///
/// Says why nothing was opened.
pub async fn close(
    store: &Store,
    id: &str,
    today: Day,
    pause: &impl AsyncFn(usize, usize),
) -> Result<Closed, CloseError> {
    let mut tries = 0;
    loop {
        let snapshot = Snapshot::read(store, id).await?;
        let opening = snapshot
            .open(today, pause)
            .await
            .map_err(|refused| CloseError::TooFew { refused })?;
        match snapshot.close(store, id, &opening).await {
            Err(StorageError::Changed) if tries < MOST_TRIES => tries += 1,
            outcome => return Ok(outcome.map(|()| opening.closed)?),
        }
    }
}

/// What opening a box gave, at least one side of it.
pub(super) struct Opening {
    /// The counts of every side that is opened now or was before.
    pub(super) closed: Closed,
    /// Codes of the ballots that were counted or refused.
    pub(super) spent: Vec<String>,
}

impl Snapshot {
    /// Keeps what `opening` gave and drops its ballots, if the box is still as it was.
    pub(super) async fn close(
        &self,
        store: &Store,
        id: &str,
        opening: &Opening,
    ) -> Result<(), StorageError> {
        let Opening { closed, spent } = opening;
        let finished = Side::ALL
            .iter()
            .all(|side| closed.opened.of(*side).is_some());
        let mut kept = self.kept.clone();
        kept.private_key = kept.private_key.filter(|_| !finished);
        let put = vec![
            (Shelf::Surveys, id.to_owned(), record::encode_kept(&kept)),
            (Shelf::Tallies, id.to_owned(), record::encode_closed(closed)),
        ];
        let delete = spent
            .iter()
            .map(|code| (Shelf::Ballots, key(id, code)))
            .collect();
        store.change(self.change(id, put, delete)).await
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::{
        super::{
            add,
            sample::{
                NONE_REFUSED, TODAY, at_once, ballots, counted, everyone, everything, example_kept,
                held, kept_survey, not_answers, relabelled, unopenable,
            },
        },
        *,
    };
    use crate::browser::storage::now::now;

    const TOO_FEW: CloseError = CloseError::TooFew {
        refused: BySide {
            executive: NONE_REFUSED,
            team: NONE_REFUSED,
        },
    };

    #[test]
    fn closing_counts_exactly_and_drops_ballots_and_key() {
        let (store, id) = kept_survey();
        now(add(&store, &id, &everyone())).unwrap();

        let closed = now(close(&store, &id, TODAY, &at_once)).unwrap();

        assert_eq!(closed.tally, counted(&everyone()));
        assert_eq!(closed.opened, BySide::from_fn(|_| Some(TODAY)));
        assert_eq!(closed.refused, BySide::default());
        let held = held(&store, &id);
        assert_eq!(held.closed, Some(closed));
        assert_eq!(held.kept.private_key, None);
        assert_eq!(held.ballots, BySide::default());
        assert!(!held.is_collecting());
        assert_eq!(now(store.all(Shelf::Ballots, &key(&id, ""))), Ok(vec![]));
        assert_eq!(now(close(&store, &id, TODAY, &at_once)), Err(TOO_FEW));
    }

    #[test]
    fn a_side_under_its_minimum_stays_sealed_and_can_be_closed_later() {
        let (store, id) = kept_survey();
        let (few, more) = (
            ballots(Side::Executive, 0..4),
            ballots(Side::Executive, 4..6),
        );
        let team = ballots(Side::Team, 0..8);
        now(add(&store, &id, &few)).unwrap();
        now(add(&store, &id, &team)).unwrap();

        let first = now(close(&store, &id, TODAY, &at_once)).unwrap();

        assert_eq!(first.tally, counted(&team));
        assert_eq!(first.opened.executive, None);
        let between = held(&store, &id);
        assert_eq!(between.kept.private_key, example_kept().private_key);
        assert_eq!(between.ballots.executive, 4);
        assert_eq!(between.needed(Side::Executive), 1);
        assert_eq!(between.needed(Side::Team), 0);

        now(add(&store, &id, &more)).unwrap();
        let second = now(close(&store, &id, TODAY, &at_once)).unwrap();

        let all = [ballots(Side::Executive, 0..6), team].concat();
        assert_eq!(second.tally, counted(&all));
        assert_eq!(held(&store, &id).kept.private_key, None);
    }

    #[test]
    fn ballots_that_do_not_open_are_counted_and_named() {
        let (store, id) = kept_survey();
        now(add(&store, &id, &everyone())).unwrap();
        let wrong = [relabelled(9), unopenable(1), unopenable(2), not_answers()];
        assert_eq!(now(add(&store, &id, &wrong)).unwrap().new.executive, 3);

        let closed = now(close(&store, &id, TODAY, &at_once)).unwrap();

        assert_eq!(closed.tally, counted(&everyone()));
        let expected = BySide {
            executive: RefusedCounts {
                other_side: 1,
                does_not_open: 2,
                not_answers: 0,
            },
            team: RefusedCounts {
                not_answers: 1,
                ..RefusedCounts::default()
            },
        };
        assert_eq!(closed.refused, expected);
        assert_eq!(held(&store, &id).closed.unwrap().refused, expected);
        assert_eq!(held(&store, &id).ballots, BySide::default());
    }

    #[test]
    fn what_does_not_open_makes_no_group() {
        let (store, id) = kept_survey();
        now(add(&store, &id, &ballots(Side::Executive, 0..4))).unwrap();
        now(add(&store, &id, &[relabelled(9), unopenable(1)])).unwrap();
        let before = everything(&store);

        let refused = BySide {
            executive: RefusedCounts {
                other_side: 1,
                does_not_open: 1,
                not_answers: 0,
            },
            team: RefusedCounts::default(),
        };
        let closed = now(close(&store, &id, TODAY, &at_once));
        assert_eq!(closed, Err(CloseError::TooFew { refused }));
        let held = held(&store, &id);
        assert_eq!(held.needed(Side::Executive), 0);
        assert_eq!(held.needed_beside(Side::Executive, refused.executive), 1);

        assert_eq!(everything(&store), before);
    }

    #[test]
    fn what_does_not_open_is_named_once_when_the_other_side_is_opened() {
        let (store, id) = kept_survey();
        now(add(&store, &id, &[unopenable(1)])).unwrap();
        now(add(&store, &id, &ballots(Side::Team, 0..5))).unwrap();
        assert_eq!(
            now(close(&store, &id, TODAY, &at_once))
                .unwrap()
                .refused
                .executive
                .does_not_open,
            1
        );

        now(add(&store, &id, &ballots(Side::Executive, 0..5))).unwrap();
        let closed = now(close(&store, &id, TODAY, &at_once)).unwrap();

        assert_eq!(closed.refused.executive.does_not_open, 1);
        assert_eq!(closed.tally.ballots().executive, 5);
    }

    #[test]
    fn nothing_to_open_changes_nothing() {
        let (store, id) = kept_survey();
        for few in [0, 4] {
            now(add(&store, &id, &ballots(Side::Team, 0..few))).unwrap();
            let before = everything(&store);
            assert_eq!(now(close(&store, &id, TODAY, &at_once)), Err(TOO_FEW));
            assert_eq!(everything(&store), before);
        }
    }
}
