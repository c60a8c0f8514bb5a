//! A made-up survey on a device, and ballots of every kind, for tests.

use std::sync::OnceLock;

use super::{Added, Held, keep, load_one};
use crate::{
    browser::storage::{Change, Shelf, Store, now::now},
    codec::{
        ballot::{self, Ballot, SEALED},
        fingerprint::Fingerprint,
        record::{Kept, RefusedCounts},
        sealing,
    },
    domain::{
        day::Day,
        sheet::{Answer, Sheet},
        side::{BySide, Side},
        survey::Survey,
        tally::Tally,
    },
};

/// The day of every test.
pub(in crate::state) const TODAY: Day = Day {
    year: 2026,
    month: 11,
    day: 22,
};

/// Needs no pause.
pub(in crate::state) async fn at_once(_: usize, _: usize) {}

/// Every ballot opened.
pub(in crate::state) const NONE_REFUSED: RefusedCounts = RefusedCounts {
    other_side: 0,
    does_not_open: 0,
    not_answers: 0,
};

/// The made-up survey with keys, for tests.
pub(in crate::state) fn example_kept() -> Kept {
    let keys = sealing::key_pair(&[4; 32]);
    Kept {
        survey: Survey {
            public_key: keys.public,
            ..crate::domain::example::survey()
        },
        secrets: BySide {
            executive: [1; 32],
            team: [2; 32],
        },
        private_key: Some(keys.private),
    }
}

pub(in crate::state) fn kept_survey() -> (Store, String) {
    let store = Store::in_memory();
    let id = now(keep(&store, &example_kept())).unwrap();
    (store, id)
}

/// Six executives' and eight team members' ballots.
pub(in crate::state) fn everyone() -> Vec<Ballot> {
    static EVERYONE: OnceLock<Vec<Ballot>> = OnceLock::new();
    let all = || [ballots(Side::Executive, 0..6), ballots(Side::Team, 0..8)].concat();
    EVERYONE.get_or_init(all).clone()
}

pub(in crate::state) fn ballots(side: Side, people: std::ops::Range<u8>) -> Vec<Ballot> {
    people.map(|person| sealed(side, side, person)).collect()
}

pub(in crate::state) fn sealed(answered_as: Side, secret_of: Side, person: u8) -> Ballot {
    let Kept {
        survey, secrets, ..
    } = example_kept();
    let mut sheet = Sheet::blank(&survey, answered_as);
    let days = survey.items()[0].scale;
    let pick = days
        .pick(answered_as, usize::from(person % 5))
        .map_or(Answer::Unsure, Answer::Picked);
    sheet.answer(0, pick);
    let randomness = [person + 1; 32];
    ballot::seal(&survey, secrets.of(secret_of), &sheet.finish(), randomness).unwrap()
}

/// Says that it is an executive's, but was made with the team's link.
pub(in crate::state) fn relabelled(person: u8) -> Ballot {
    Ballot {
        side: Side::Executive,
        ..sealed(Side::Team, Side::Team, person)
    }
}

/// Carries the survey's tag, but nobody has sealed it to the survey's key.
pub(in crate::state) fn unopenable(seed: u8) -> Ballot {
    Ballot {
        sealed: [seed; SEALED],
        ..sealed(Side::Executive, Side::Executive, 9)
    }
}

/// Properly sealed by somebody with the team's link, but no sheet is like that.
pub(in crate::state) fn not_answers() -> Ballot {
    let Kept {
        survey, secrets, ..
    } = example_kept();
    let honest = sealed(Side::Team, Side::Team, 9);
    let purpose = [
        b"plumbline/ballot/1\0".as_slice(),
        Fingerprint::of(&survey).bytes(),
    ]
    .concat();
    let binding = sealing::Binding {
        info: &purpose,
        secret: &secrets.team,
        secret_id: b"team",
        beside: b"team",
    };
    let bytes = sealing::seal(&survey.public_key, binding, &[0xff; 8], [77; 32]).unwrap();
    Ballot {
        sealed: bytes.try_into().unwrap(),
        ..honest
    }
}

/// The tally of these ballots, from their answers.
pub(in crate::state) fn counted(ballots: &[Ballot]) -> Tally {
    let Kept {
        survey,
        secrets,
        private_key,
    } = example_kept();
    let mut tally = Tally::empty(&survey);
    for ballot in ballots {
        let answers = ballot::open(&survey, &private_key.unwrap(), &secrets, ballot).unwrap();
        tally.add(&survey, &answers);
    }
    tally
}

pub(in crate::state) fn added(side: Side, n: usize) -> Added {
    let mut added = Added::default();
    *added.new.of_mut(side) = n;
    added
}

pub(in crate::state) fn held(store: &Store, id: &str) -> Held {
    now(load_one(store, id)).unwrap()
}

pub(in crate::state) fn everything(store: &Store) -> Vec<(String, Vec<u8>)> {
    Shelf::ALL
        .into_iter()
        .flat_map(|shelf| now(store.all(shelf, "")).unwrap())
        .collect()
}

pub(in crate::state) fn record_of(shelf: Shelf, id: &str, bytes: Vec<u8>) -> Change {
    Change {
        put: vec![(shelf, id.to_owned(), bytes)],
        ..Change::default()
    }
}
