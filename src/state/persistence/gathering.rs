//! Gathering for somebody else, and boxes that are carried to whoever opens them.

use super::{
    keeping::KeepingError,
    snapshot::{Snapshot, expect},
};
use crate::{
    browser::storage::{Change, Shelf, StorageError, Store},
    codec::{
        ballot::Ballot,
        ballot_box::{self, BallotBox},
        fingerprint::Fingerprint,
        record::{self, Entry},
    },
    domain::survey::Survey,
};

/// Keeps somebody else's survey, to gather for it, and gives its id. A survey that is here already stays as it is.
///
/// # Errors
///
/// Returns the storage's error; then nothing has changed.
pub async fn gather(store: &Store, survey: &Survey) -> Result<String, StorageError> {
    let id = Fingerprint::of(survey).id();
    let entry = record::encode_entry(&Entry::Gathered(survey.clone()));
    let change = Change {
        only_if: vec![expect(Shelf::Surveys, &id, None)],
        put: vec![(Shelf::Surveys, id.clone(), entry)],
        ..Change::default()
    };
    match store.change(change).await {
        Ok(()) | Err(StorageError::Changed) => Ok(id),
        Err(error) => Err(error),
    }
}

/// The box of a survey as a file's text, and how many ballots are in it.
///
/// # Errors
///
/// Says if the survey is not here or cannot be looked for.
pub async fn box_file(store: &Store, id: &str) -> Result<(String, usize), KeepingError> {
    let snapshot = Snapshot::read(store, id).await?;
    let mut held = BallotBox::empty(snapshot.survey().clone());
    let ballots: Vec<Ballot> = snapshot.ballots().collect();
    held.join(&ballots);
    Ok((ballot_box::encode(&held), held.ballots().len()))
}

/// The sealed ballots in the box of a survey.
///
/// # Errors
///
/// Says if the survey is not here or cannot be looked for.
pub async fn sealed(store: &Store, id: &str) -> Result<Vec<String>, KeepingError> {
    Ok(Snapshot::read(store, id).await?.codes)
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::{
        super::{
            add, close,
            sample::{TODAY, at_once, ballots, counted, everyone, example_kept, held, kept_survey},
        },
        *,
    };
    use crate::{
        browser::storage::now::now,
        codec::scan,
        domain::{closing::Next, side::Side},
    };

    #[test]
    fn a_collector_gathers_and_opens_nothing() {
        let (store, id) = gathered();
        let all = everyone();
        assert_eq!(now(add(&store, &id, &all)).unwrap().new.team, 8);
        let held = held(&store, &id);
        assert!(held.is_gathered() && held.is_collecting() && !held.has_key());
        assert_eq!(held.next(Side::Team), Next::Over);
        let closed = now(close(&store, &id, TODAY, &at_once));
        assert!(closed.is_err());
        assert_eq!(held.ballots.team, 8);
    }

    #[test]
    fn a_collector_s_link_changes_nothing_where_the_survey_was_made() {
        let (store, id) = kept_survey();
        let survey = example_kept().survey;
        assert_eq!(now(gather(&store, &survey)), Ok(id.clone()));
        assert!(held(&store, &id).has_key());
    }

    #[test]
    fn boxes_of_three_collectors_join_in_every_order_to_the_same_counts() {
        let all = everyone();
        let parts = [&all[..6], &all[4..9], &all[8..]];
        let boxes = parts.map(|part| {
            let (store, id) = gathered();
            now(add(&store, &id, part)).unwrap();
            now(box_file(&store, &id)).unwrap().0
        });
        for order in [
            [0, 1, 2],
            [0, 2, 1],
            [1, 0, 2],
            [1, 2, 0],
            [2, 0, 1],
            [2, 1, 0],
        ] {
            let (store, id) = kept_survey();
            for place in order.into_iter().chain([order[0]]) {
                let found = scan::scan(&boxes[place]);
                assert_eq!(found.unread, []);
                now(add(&store, &id, &found.ballots)).unwrap();
            }
            let closing = now(close(&store, &id, TODAY, &at_once)).unwrap();
            assert_eq!(closing.closed.tally, counted(&all));
        }
    }

    #[test]
    fn a_box_has_every_ballot_once() {
        let (store, id) = gathered();
        let team = ballots(Side::Team, 0..5);
        now(add(&store, &id, &team)).unwrap();
        let (text, count) = now(box_file(&store, &id)).unwrap();
        assert_eq!((count, scan::scan(&text).ballots.len()), (5, 5));
        assert_eq!(now(sealed(&store, &id)).unwrap().len(), 5);
    }

    fn gathered() -> (Store, String) {
        let store = Store::in_memory();
        let id = now(gather(&store, &example_kept().survey)).unwrap();
        (store, id)
    }
}
