//! Ballots put into a box.

use super::{
    MOST_TRIES,
    keeping::KeepingError,
    snapshot::{Snapshot, key},
};
use crate::{
    browser::storage::{Shelf, StorageError, Store},
    codec::{ballot::Ballot, code, fingerprint::Fingerprint, record},
    domain::side::BySide,
};

/// What came of putting ballots into a box.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Added {
    /// Ballots that were not there before.
    pub new: BySide<usize>,
    /// Ballots that were.
    pub known: usize,
    /// Ballots of another survey.
    pub other_survey: usize,
    /// Ballots that were counted before.
    pub counted: usize,
    /// Ballots that nobody will ever open: the survey is over, or a version of Plumbline that took no late ones has
    /// opened their side.
    pub late: usize,
}

impl Added {
    /// Counts those of `more` too.
    pub fn count(&mut self, more: Self) {
        self.new.executive += more.new.executive;
        self.new.team += more.new.team;
        self.known += more.known;
        self.other_survey += more.other_survey;
        self.counted += more.counted;
        self.late += more.late;
    }
}

/// Puts ballots into a survey's box. Once this returns, those that are new last.
///
/// # Errors
///
/// Says why nothing was kept.
pub async fn add(store: &Store, id: &str, ballots: &[Ballot]) -> Result<Added, KeepingError> {
    let mut tries = 0;
    loop {
        let snapshot = Snapshot::read(store, id).await?;
        match snapshot.add(store, id, ballots).await {
            Err(StorageError::Changed) if tries < MOST_TRIES => tries += 1,
            outcome => return Ok(outcome?),
        }
    }
}

impl Snapshot {
    /// Puts those of `ballots` into the box that it takes, if it is still as it was.
    pub(super) async fn add(
        &self,
        store: &Store,
        id: &str,
        ballots: &[Ballot],
    ) -> Result<Added, StorageError> {
        let (added, codes) = self.sort(ballots);
        if codes.is_empty() {
            return Ok(added);
        }
        let put = codes
            .into_iter()
            .map(|code| (Shelf::Ballots, key(id, &code), record::encode_ballot()))
            .collect();
        store.change(self.change(id, put, Vec::new())).await?;
        Ok(added)
    }

    /// Which of `ballots` the box takes, as codes.
    pub(super) fn sort(&self, ballots: &[Ballot]) -> (Added, Vec<String>) {
        let tag = Fingerprint::of(self.survey()).tag();
        let mut added = Added::default();
        let mut new = Vec::new();
        for ballot in ballots {
            let code = code::encode(ballot);
            if ballot.tag != tag {
                added.other_survey += 1;
            } else if !self.takes(ballot.side) {
                added.late += 1;
            } else if self.ledger.has_counted(ballot) {
                added.counted += 1;
            } else if self.codes.binary_search(&code).is_ok() {
                added.known += 1;
            } else {
                new.push((code, ballot.side));
            }
        }
        let all = new.len();
        new.sort_by(|one, other| one.0.cmp(&other.0));
        new.dedup_by(|one, other| one.0 == other.0);
        added.known += all - new.len();
        for (_, side) in &new {
            *added.new.of_mut(*side) += 1;
        }
        (added, new.into_iter().map(|(code, _)| code).collect())
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::{
        super::{
            close, keep,
            sample::{
                TODAY, added, at_once, ballots, everyone, everything, example_kept, kept_survey,
            },
        },
        *,
    };
    use crate::browser::storage::now::now;
    use crate::domain::side::Side;

    #[test]
    fn the_same_ballots_are_taken_once() {
        let (store, id) = kept_survey();
        let team = ballots(Side::Team, 0..3);

        assert_eq!(now(add(&store, &id, &team)), Ok(added(Side::Team, 3)));
        let before = everything(&store);
        let again = now(add(&store, &id, &team)).unwrap();

        assert_eq!(again.known, 3);
        assert_eq!(again.new, BySide::default());
        assert_eq!(everything(&store), before);
    }

    #[test]
    fn a_box_is_the_same_whatever_came_first() {
        let (store, id) = kept_survey();
        let (other, _) = kept_survey();
        let mut all = everyone();

        now(add(&store, &id, &all)).unwrap();
        all.reverse();
        for ballot in all {
            now(add(&other, &id, &[ballot])).unwrap();
        }

        let codes = |store: &Store| now(store.all(Shelf::Ballots, &key(&id, ""))).unwrap();
        assert_eq!(codes(&store), codes(&other));
        assert_eq!(
            now(close(&store, &id, TODAY, &at_once)),
            now(close(&other, &id, TODAY, &at_once))
        );
    }

    #[test]
    fn ballots_of_another_survey_stay_out() {
        let (store, id) = kept_survey();
        let before = everything(&store);
        let mut other = ballots(Side::Team, 0..2);
        for ballot in &mut other {
            ballot.tag ^= 1;
        }

        let added = now(add(&store, &id, &other)).unwrap();

        assert_eq!(added.other_survey, 2);
        assert_eq!(everything(&store), before);
    }

    #[test]
    fn ballots_that_come_after_the_opening_stay_sealed_and_none_comes_twice() {
        let (store, id) = kept_survey();
        now(add(&store, &id, &ballots(Side::Team, 0..5))).unwrap();
        now(close(&store, &id, TODAY, &at_once)).unwrap();

        let late = now(add(&store, &id, &ballots(Side::Team, 4..7))).unwrap();

        assert_eq!((late.counted, late.late), (1, 0));
        assert_eq!(late.new.team, 2);
        let again = now(add(&store, &id, &ballots(Side::Team, 4..7))).unwrap();
        assert_eq!((again.counted, again.known), (1, 2));
    }

    #[test]
    fn a_full_store_changes_nothing() {
        let full = KeepingError::Storage(StorageError::Full);
        let room = record::encode_kept(&example_kept()).len() + 200;
        let store = Store::in_memory_with_room(room);
        let id = now(keep(&store, &example_kept())).unwrap();
        now(add(&store, &id, &ballots(Side::Team, 0..1))).unwrap();
        let before = everything(&store);

        assert_eq!(now(add(&store, &id, &everyone())), Err(full));

        assert_eq!(everything(&store), before);
        let tiny = Store::in_memory_with_room(10);
        assert_eq!(now(keep(&tiny, &example_kept())), Err(StorageError::Full));
        assert_eq!(everything(&tiny), []);
    }
}
