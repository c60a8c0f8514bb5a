//! Stored bytes cut and flipped at every offset: they are kept aside and counted, the other survey is as it was, and
//! nothing is written. What an older version wrote has no checksum; there, what can be read is what stands there.

#![cfg(not(target_arch = "wasm32"))]

use std::{
    pin::pin,
    task::{Context, Poll, Waker},
};

use plumbline::{
    browser::storage::{Change, Shelf, StorageError, Store},
    codec::{
        ballot::{self, Ballot},
        code,
        record::{self, Kept},
        sealing,
    },
    domain::{
        day::Day,
        example,
        sheet::Sheet,
        side::{BySide, Side},
        survey::Survey,
    },
    state::persistence::{self, Held, KeepingError},
};

const TODAY: Day = Day {
    year: 2026,
    month: 11,
    day: 23,
};

/// Needs no pause.
async fn at_once(_: usize, _: usize) {}

/// A record in a place.
type Record = (Shelf, String, Vec<u8>);

#[test]
fn what_is_cut_off_anywhere_is_never_taken_for_less() {
    let golden = Golden::new();
    let mut unreadable = 0;
    for (shelf, key, bytes) in golden.records() {
        for end in 0..bytes.len() {
            let kept_aside = golden.load_with(&(shelf, key.clone(), bytes[..end].to_vec()));
            unreadable += usize::from(kept_aside);
            // The number of changes and the ballots' own records say nothing that is read.
            assert_eq!(kept_aside, shelf != Shelf::Ballots, "{key} cut at {end}");
        }
    }
    assert!(unreadable > 400, "{unreadable}");
}

#[test]
fn what_is_flipped_anywhere_is_kept_aside() {
    let golden = Golden::new();
    let mut unreadable = 0;
    for (shelf, key, bytes) in golden.records() {
        for place in 0..bytes.len() {
            for flip in [1, 2, 4, 8, 16, 32, 64, 128, 255] {
                let mut changed = bytes.clone();
                changed[place] ^= flip;
                let kept_aside = golden.load_with(&(shelf, key.clone(), changed));
                unreadable += usize::from(kept_aside);
                // The number of changes and the ballots' own records say nothing that is read.
                let says_something = shelf != Shelf::Ballots;
                assert_eq!(kept_aside, says_something, "{key}, {flip} at {place}");
            }
        }
    }
    assert!(unreadable > 4_000, "{unreadable}");
}

/// Records of the versions before: what is flipped is kept aside, or read as it stands, and never written over.
#[test]
fn what_an_older_version_wrote_is_kept_aside_or_read_as_it_stands() {
    let golden = Golden::new();
    let (mut tried, mut unreadable) = (0, 0);
    for (shelf, key, bytes) in golden.records().into_iter().take(2) {
        let older = older(shelf, &bytes);
        let store = golden.store_with(&(shelf, key.clone(), older.clone()));
        let held = now(persistence::load_one(&store, &key)).unwrap();
        assert_eq!(held, *golden.of(&key));
        for place in 0..older.len() {
            for bit in 0..8 {
                let mut changed = older.clone();
                changed[place] ^= 1 << bit;
                tried += 1;
                unreadable += usize::from(golden.load_with(&(shelf, key.clone(), changed)));
            }
        }
    }
    // The rest: secrets, the private key and counts, which could as well be others.
    assert!(
        tried > 3_000 && unreadable > 1_500,
        "{unreadable} of {tried}"
    );
}

/// What an older version kept gets its checksum with the next change, and nothing of it is lost.
#[test]
fn what_an_older_version_wrote_is_written_anew_with_its_next_change() {
    let golden = Golden::new();
    let (shelf, key, bytes) = golden.records().remove(0);
    let store = golden.store_with(&(shelf, key.clone(), older(shelf, &bytes)));
    now(persistence::close(&store, &key, TODAY, &at_once)).unwrap();
    assert_eq!(now(store.read(shelf, &key)), Ok(Some(older(shelf, &bytes))));
    now(persistence::end(&store, &key)).unwrap();
    let record = now(store.read(shelf, &key)).unwrap().unwrap();
    let without_key = Kept {
        private_key: None,
        ..kept("Claims")
    };
    assert_eq!(record, record::encode_kept(&without_key));
}

/// The same record as the version before wrote it: without the checksum, and without saying whose survey it is.
fn older(shelf: Shelf, bytes: &[u8]) -> Vec<u8> {
    let body = &bytes[1..bytes.len() - 3];
    match shelf {
        Shelf::Surveys => [&[1], &body[1..]].concat(),
        Shelf::Tallies => [&[2], body].concat(),
        Shelf::Ballots => bytes.to_vec(),
    }
}

#[test]
fn a_survey_that_was_changed_where_it_lies_is_not_taken_for_another() {
    let golden = Golden::new();
    let (shelf, key, bytes) = golden.records().remove(0);
    let whole = golden.open.survey().clone();
    for place in 0..bytes.len() {
        for bit in 0..8 {
            let mut changed = bytes.clone();
            changed[place] ^= 1 << bit;
            let store = golden.store_with(&(shelf, key.clone(), changed));
            if let Ok(held) = now(persistence::load_one(&store, &key)) {
                assert_eq!(*held.survey(), whole, "bit {bit} at {place}");
            }
        }
    }
}

#[test]
fn keys_of_ballots_that_were_changed_are_no_ballots_and_stay_there() {
    let golden = Golden::new();
    let prefix = format!("{}/", golden.open_id);
    let key = keys(&golden.store, &prefix).remove(0);
    for place in prefix.len()..key.len() {
        let mut changed = key.clone().into_bytes();
        changed[place] = if changed[place] == b'0' { b'1' } else { b'0' };
        let changed = String::from_utf8(changed).unwrap();
        let store = golden.copy();
        let change = Change {
            put: vec![(Shelf::Ballots, changed.clone(), record::encode_ballot())],
            delete: vec![(Shelf::Ballots, key.clone())],
            ..Change::default()
        };
        now(store.change(change)).unwrap();

        let sound = keys(&golden.store, &prefix)
            .into_iter()
            .filter(|sound| *sound != key);
        let sound: Vec<Ballot> = sound
            .filter_map(|key| code::decode(&key.as_bytes()[prefix.len()..]))
            .collect();

        // What is shown, what a backup holds and what is opened are the same ballots; the other is told of.
        let held = now(persistence::load_one(&store, &golden.open_id)).unwrap();
        let saved = now(persistence::everything(&store)).unwrap();
        let saved = saved.iter().find(|saved| saved.id == golden.open_id);
        assert_eq!(saved.map(|saved| &saved.ballots), Some(&sound), "{changed}");
        assert_eq!(
            now(persistence::unread_ballots(&store)),
            Ok(vec![changed.clone()])
        );

        let closing = now(persistence::close(&store, &golden.open_id, TODAY, &at_once)).unwrap();

        let counted = closing.closed.tally.ballots();
        for side in Side::ALL {
            let sound = sound.iter().filter(|ballot| ballot.side == side).count();
            assert_eq!(*held.ballots.of(side), sound, "{changed}");
            let shown = if sound < 5 { 0 } else { sound };
            assert_eq!(usize::try_from(*counted.of(side)), Ok(shown), "{changed}");
        }
        assert!(keys(&store, &prefix).contains(&changed));
    }
}

/// A store with two surveys: one that collects, and one that was closed.
struct Golden {
    store: Store,
    open_id: String,
    open: Held,
    closed_id: String,
    closed: Held,
    ballots: Vec<Ballot>,
}

impl Golden {
    fn new() -> Self {
        let store = Store::in_memory();
        let [open_id, closed_id] = ["Claims", "Underwriting"].map(|team| {
            let kept = kept(team);
            let id = now(persistence::keep(&store, &kept)).unwrap();
            now(persistence::add(&store, &id, &ballots(&kept))).unwrap();
            id
        });
        now(persistence::close(&store, &closed_id, TODAY, &at_once)).unwrap();
        let held = |id: &String| now(persistence::load_one(&store, id)).unwrap();
        Self {
            open: held(&open_id),
            closed: held(&closed_id),
            ballots: ballots(&kept("Claims")),
            store,
            open_id,
            closed_id,
        }
    }

    /// The records that are changed: of the open survey its own and its number, of the other the tally, and one ballot.
    fn records(&self) -> Vec<Record> {
        let read = |shelf, key: &String| {
            let bytes = now(self.store.read(shelf, key)).unwrap();
            (shelf, key.clone(), bytes.expect("it is there"))
        };
        let ballots = keys(&self.store, &format!("{}/", self.open_id));
        vec![
            read(Shelf::Surveys, &self.open_id),
            read(Shelf::Tallies, &self.closed_id),
            read(Shelf::Ballots, &self.open_id),
            read(Shelf::Ballots, &ballots[0]),
        ]
    }

    /// The survey with this id.
    fn of(&self, id: &String) -> &Held {
        if *id == self.open_id {
            &self.open
        } else {
            &self.closed
        }
    }

    fn copy(&self) -> Store {
        let store = Store::in_memory();
        let put = everything(&self.store);
        now(store.change(Change {
            put,
            ..Change::default()
        }))
        .unwrap();
        store
    }

    fn store_with(&self, record: &Record) -> Store {
        let store = self.copy();
        let change = Change {
            put: vec![record.clone()],
            ..Change::default()
        };
        now(store.change(change)).unwrap();
        store
    }

    /// Loads the store with this record instead of its own; whether a survey was kept aside as unreadable.
    fn load_with(&self, record: &Record) -> bool {
        let store = self.store_with(record);
        let before = everything(&store);
        let (surveys, unreadable) = now(persistence::load(&store)).unwrap();
        let its_own = match record.0 {
            Shelf::Surveys | Shelf::Ballots => &self.open_id,
            Shelf::Tallies => &self.closed_id,
        };
        let (other_id, other) = if *its_own == self.open_id {
            (&self.closed_id, &self.closed)
        } else {
            (&self.open_id, &self.open)
        };
        let find = |id: &String| surveys.iter().find(|(found, _)| found == id);
        assert_eq!(find(other_id).map(|(_, held)| held), Some(other));
        assert_eq!(surveys.len() + unreadable, 2);
        // What is counted as unreadable is offered as a file.
        let saved = now(persistence::everything(&store)).unwrap();
        assert_eq!(persistence::aside(&saved, TODAY).len(), unreadable);
        match find(its_own) {
            Some((_, held)) => assert!(stands_there(held, record)),
            None => self.refuses_to_write(&store, its_own),
        }
        assert_eq!(everything(&store), before);
        unreadable == 1
    }

    /// A survey that cannot be read takes nothing and is not closed: nobody writes over it.
    fn refuses_to_write(&self, store: &Store, id: &str) {
        let added = now(persistence::add(store, id, &self.ballots));
        assert_eq!(added, Err(KeepingError::NotHere));
        let kept_again = now(persistence::keep(store, &kept("Claims")));
        if id == self.open_id {
            assert_eq!(kept_again, Err(StorageError::Changed));
        }
    }
}

/// Does the record say just this, with nothing left over or made up?
fn stands_there(held: &Held, (shelf, _, bytes): &Record) -> bool {
    let is_it = |whole: Vec<u8>| whole == *bytes || older(*shelf, &whole) == *bytes;
    match shelf {
        Shelf::Surveys => is_it(record::encode_entry(&held.kept)),
        Shelf::Tallies => record::decode_ledger(held.survey(), bytes).is_ok_and(|ledger| {
            is_it(record::encode_ledger(&ledger)) && held.closed == Some(ledger.to_closed())
        }),
        Shelf::Ballots => true,
    }
}

fn kept(team: &str) -> Kept {
    let keys = sealing::key_pair(&[4; 32]);
    Kept {
        survey: Survey {
            team: team.to_owned(),
            public_key: keys.public,
            ..example::survey()
        },
        secrets: BySide {
            executive: [1; 32],
            team: [2; 32],
        },
        private_key: Some(keys.private),
    }
}

/// Five executives' and eight team members' ballots.
fn ballots(kept: &Kept) -> Vec<Ballot> {
    let of = |side: Side, people: std::ops::Range<u8>| {
        let seal = move |person| {
            let answers = Sheet::blank(&kept.survey, side).finish();
            let secret = kept.secrets.of(side);
            ballot::seal(&kept.survey, secret, &answers, [person; 32]).unwrap()
        };
        people.map(seal).collect::<Vec<_>>()
    };
    [of(Side::Executive, 1..6), of(Side::Team, 1..9)].concat()
}

fn keys(store: &Store, prefix: &str) -> Vec<String> {
    let found = now(store.all(Shelf::Ballots, prefix)).unwrap();
    found.into_iter().map(|(key, _)| key).collect()
}

fn everything(store: &Store) -> Vec<Record> {
    let of = |shelf| {
        let found = now(store.all(shelf, "")).unwrap();
        found
            .into_iter()
            .map(move |(key, value)| (shelf, key, value))
    };
    Shelf::ALL.into_iter().flat_map(of).collect()
}

/// What a future gives at once; a store in memory never waits.
fn now<T>(future: impl Future<Output = T>) -> T {
    match pin!(future).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(value) => value,
        Poll::Pending => panic!("a store in memory waits"),
    }
}
