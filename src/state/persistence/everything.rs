//! All records of this device at once: to be listed, saved, brought back and erased.

use super::{
    MOST_TRIES,
    beside::all_beside,
    snapshot::{self, expect, key},
};
use crate::{
    browser::storage::{Change, Shelf, StorageError, Store},
    codec::{
        backup::{self, Backup, Plan, Saved, Step, Tally, Unreadable},
        code, record,
    },
    domain::day::Day,
};

/// A record of this device that could not be read, as it is stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Aside {
    /// The id of the survey that it belongs to.
    pub id: String,
    /// A backup of it alone, with its ballots and what was counted, as they are stored.
    pub backup: Vec<u8>,
}

/// Every survey with all that belongs to it, also those that cannot be read, in the order of their ids.
///
/// # Errors
///
/// Returns the storage's error if it does not let the page look.
pub async fn everything(store: &Store) -> Result<Vec<Saved>, StorageError> {
    let mut saved = Vec::new();
    for (id, survey) in store.all(Shelf::Surveys, "").await? {
        saved.push(with_all(store, id, survey).await?);
    }
    Ok(saved)
}

async fn with_all(store: &Store, id: String, survey: Vec<u8>) -> Result<Saved, StorageError> {
    let prefix = key(&id, "");
    let ballots = store.all(Shelf::Ballots, &prefix).await?;
    let ballots = ballots.iter().filter_map(|(found, _)| {
        let text = found.strip_prefix(&prefix)?;
        code::decode(text.as_bytes())
    });
    Ok(Saved {
        ballots: ballots.collect(),
        counted: store.read(Shelf::Tallies, &id).await?,
        survey,
        id,
    })
}

/// Keys on the shelf of ballots that no ballot can be read from, as they are stored: they count as none, and no backup
/// holds them.
///
/// # Errors
///
/// Returns the storage's error if it does not let the page look.
pub async fn unread_ballots(store: &Store) -> Result<Vec<String>, StorageError> {
    let mut keys = store.keys(Shelf::Ballots, "").await?;
    keys.retain(|key| {
        // What has no code is the number of a box.
        let code = key.split_once('/');
        code.is_some_and(|(_, code)| code::decode(code.as_bytes()).is_none())
    });
    Ok(keys)
}

/// Erases such a key.
///
/// # Errors
///
/// Returns the storage's error; then it is still there.
pub async fn erase_ballot(store: &Store, key: &str) -> Result<(), StorageError> {
    let change = Change {
        delete: vec![(Shelf::Ballots, key.to_owned())],
        ..Change::default()
    };
    store.change(change).await
}

/// The surveys among these that cannot be read, each in a backup made on this day.
#[must_use]
pub fn aside(saved: &[Saved], made: Day) -> Vec<Aside> {
    let is_unreadable = |saved: &&Saved| {
        let counted = saved.counted.as_deref();
        snapshot::read(&saved.id, &saved.survey, counted).is_none()
    };
    let aside = |saved: &Saved| Aside {
        id: saved.id.clone(),
        backup: backup::encode(&Backup {
            made,
            surveys: vec![saved.clone()],
            beside: Vec::new(),
        }),
    };
    saved.iter().filter(is_unreadable).map(aside).collect()
}

/// What bringing back `backup` would do.
///
/// # Errors
///
/// Returns the storage's error if it does not let the page look.
pub async fn plan(store: &Store, backup: &Backup) -> Result<Plan, StorageError> {
    let (surveys, beside) = (everything(store).await?, all_beside(store).await?);
    Ok(backup::plan(&surveys, &beside, backup))
}

/// Brings back one survey of a backup: joins it with what is here now, all or nothing.
///
/// # Errors
///
/// Returns the storage's error; then nothing of this survey has changed.
pub async fn restore(
    store: &Store,
    saved: &Saved,
) -> Result<Result<Step, Unreadable>, StorageError> {
    let mut tries = 0;
    loop {
        let id = &saved.id;
        let number = store.read(Shelf::Ballots, id).await?;
        let here = match store.read(Shelf::Surveys, id).await? {
            Some(survey) => Some(with_all(store, id.clone(), survey).await?),
            None => None,
        };
        let one = Backup {
            made: Day {
                year: 0,
                month: 0,
                day: 0,
            },
            surveys: vec![saved.clone()],
            beside: Vec::new(),
        };
        let here_slice = here.as_slice();
        let Some(step) = backup::plan(here_slice, &[], &one).steps.pop() else {
            return Err(StorageError::Failed);
        };
        let Ok(step) = step else { return Ok(step) };
        let change = change(&step, here.as_ref(), number);
        match store.change(change).await {
            Err(StorageError::Changed) if tries < MOST_TRIES => tries += 1,
            outcome => return outcome.map(|()| Ok(step)),
        }
    }
}

fn change(step: &Step, here: Option<&Saved>, number: Option<Vec<u8>>) -> Change {
    let id = &step.id;
    let next = next_number(number.as_deref());
    let mut put = vec![(Shelf::Ballots, id.clone(), next)];
    if let Some(survey) = &step.survey {
        put.push((Shelf::Surveys, id.clone(), survey.clone()));
    }
    if let Tally::Backup(counted) = &step.tally {
        put.push((Shelf::Tallies, id.clone(), counted.clone()));
    }
    let key_of = |ballot| (Shelf::Ballots, key(id, &code::encode(ballot)));
    put.extend(step.new.iter().map(|ballot| {
        let (shelf, key) = key_of(ballot);
        (shelf, key, record::encode_ballot())
    }));
    Change {
        only_if: vec![
            expect(Shelf::Surveys, id, here.map(|here| here.survey.clone())),
            expect(Shelf::Tallies, id, here.and_then(|h| h.counted.clone())),
            expect(Shelf::Ballots, id, number),
        ],
        put,
        delete: step.spent.iter().map(key_of).collect(),
    }
}

fn next_number(record: Option<&[u8]>) -> Vec<u8> {
    let number = record.and_then(|bytes| bytes.try_into().ok());
    let number = number.map_or(0, u64::from_le_bytes);
    number.wrapping_add(1).to_le_bytes().to_vec()
}

/// Erases every record on every shelf, and looks again until none is there: another tab may have put one there
/// meanwhile, which would belong to no survey.
///
/// # Errors
///
/// Returns the storage's error; then not everything is gone.
pub async fn erase_everything(store: &Store) -> Result<(), StorageError> {
    for _ in 0..MOST_TRIES {
        let mut delete = Vec::new();
        for shelf in Shelf::ALL {
            let keys = store.keys(shelf, "").await?;
            delete.extend(keys.into_iter().map(|key| (shelf, key)));
        }
        if delete.is_empty() {
            return Ok(());
        }
        let change = Change {
            delete,
            ..Change::default()
        };
        store.change(change).await?;
    }
    Err(StorageError::Failed)
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::{
        super::{
            add, close, end, forget,
            sample::{
                self, TODAY, at_once, ballots, counted, everyone, held, kept_survey, record_of,
            },
        },
        *,
    };
    use crate::{browser::storage::now::now, domain::side::Side};

    #[test]
    fn what_is_saved_comes_back_on_an_empty_device() {
        let (store, id) = kept_survey();
        now(add(&store, &id, &everyone())).unwrap();
        now(close(&store, &id, TODAY, &at_once)).unwrap();
        now(add(&store, &id, &ballots(Side::Team, 8..11))).unwrap();
        let saved = now(everything(&store)).unwrap();
        let before = held(&store, &id);

        let other = Store::in_memory();
        let step = now(restore(&other, &saved[0])).unwrap().unwrap();

        assert_eq!((step.new.len(), step.known), (3, 0));
        assert_eq!(held(&other, &id), before);
        let again = now(restore(&other, &saved[0])).unwrap().unwrap();
        assert_eq!((again.new.len(), again.known), (0, 3));
        assert_eq!(held(&other, &id), before);
    }

    #[test]
    fn a_backup_joins_and_never_replaces() {
        let (store, id) = kept_survey();
        now(add(&store, &id, &ballots(Side::Team, 0..6))).unwrap();
        let saved = now(everything(&store)).unwrap();
        now(add(&store, &id, &ballots(Side::Team, 6..9))).unwrap();
        now(close(&store, &id, TODAY, &at_once)).unwrap();

        let step = now(restore(&store, &saved[0])).unwrap().unwrap();

        assert_eq!((step.new.len(), step.counted), (0, 6));
        let held = held(&store, &id);
        assert_eq!(
            held.closed.unwrap().tally,
            counted(&ballots(Side::Team, 0..9))
        );
        assert_eq!(held.ballots.team, 0);
        now(end(&store, &id)).unwrap();
        now(restore(&store, &saved[0])).unwrap().unwrap();
        assert!(
            !sample::held(&store, &id).has_key(),
            "an erased key stays erased"
        );
        now(forget(&store, &id)).unwrap();
        now(restore(&store, &saved[0])).unwrap().unwrap();
        assert_eq!(sample::held(&store, &id).ballots.team, 6);
    }

    #[test]
    fn what_cannot_be_read_is_kept_aside_and_never_written_over() {
        let (store, id) = kept_survey();
        let saved = now(everything(&store)).unwrap();
        now(store.change(record_of(Shelf::Surveys, &id, vec![9, 1, 2]))).unwrap();
        let before = sample::everything(&store);

        let refused = now(restore(&store, &saved[0])).unwrap();

        assert!(refused.is_err_and(|unreadable| unreadable.is_here));
        assert_eq!(sample::everything(&store), before);
        let now_saved = now(everything(&store)).unwrap();
        let made = Day {
            year: 2026,
            month: 11,
            day: 26,
        };
        let found = aside(&now_saved, made);
        let [one] = found.as_slice() else {
            panic!("there is one");
        };
        assert_eq!(one.id, id);
        // What is saved of it is a backup, with every ballot.
        let backup = backup::decode(&one.backup, None).unwrap();
        assert_eq!(backup.surveys, now_saved);
        assert_eq!(backup.surveys[0].survey, [9, 1, 2]);
        now(erase_everything(&store)).unwrap();
        assert_eq!(sample::everything(&store), []);
    }
}
