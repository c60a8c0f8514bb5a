//! Nobody changes a code on its way: a million random changes, and none is accepted.

#![cfg(not(target_arch = "wasm32"))]

#[expect(dead_code, reason = "the decoders' own test uses all of it")]
#[path = "decoders/noise.rs"]
mod noise;

use noise::Noise;
use plumbline::{
    codec::{
        ballot::{self, Ballot, Refused},
        code, sealing,
    },
    domain::{
        example,
        sheet::Sheet,
        side::{BySide, Side},
        survey::Survey,
    },
};

/// Changes to the letters of codes: what passes the checksum is opened.
const CHANGED_CODES: usize = 1_000_000;
/// Changes to what is sealed, by somebody who makes the checksum right again: all are opened.
const CHANGED_SEALS: usize = 4_000;
const SYMBOLS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

#[test]
fn no_changed_code_is_accepted() {
    let world = World::new();
    let codes: Vec<Vec<u8>> = (0..50)
        .map(|person| code::encode(&world.ballot(person)).into_bytes())
        .collect();
    let mut noise = Noise::new(21);
    let mut opened = 0;
    for round in 0..CHANGED_CODES {
        let code = &codes[round % codes.len()];
        let changed = changed(code, &mut noise);
        if let Some(ballot) = code::decode(&changed) {
            assert_ne!(changed, *code);
            assert!(world.open(&ballot).is_err(), "{changed:?}");
            opened += 1;
        }
    }
    // The checksum lets one in 16 million through.
    assert!(opened < 10, "{opened}");
}

#[test]
fn no_changed_seal_opens() {
    let world = World::new();
    let mut noise = Noise::new(22);
    for round in 0..CHANGED_SEALS {
        let mut ballot = world.ballot(u8::try_from(round % 50).unwrap());
        for _ in 0..=noise.below(3) {
            noise.change(&mut ballot.sealed);
        }
        assert_eq!(world.open(&ballot), Err(Refused::DoesNotOpen));
    }
}

#[test]
fn a_ballot_under_another_name_is_refused_and_named() {
    let world = World::new();
    let ballot = world.ballot(7);
    let other_side = match ballot.side {
        Side::Executive => Side::Team,
        Side::Team => Side::Executive,
    };
    let relabelled = Ballot {
        side: other_side,
        ..ballot.clone()
    };
    assert!(world.open(&relabelled).is_err());
    let elsewhere = World::named("Another team");
    assert_eq!(elsewhere.open(&ballot), Err(Refused::DoesNotOpen));
    assert_eq!(world.open(&ballot), Ok(ballot.side));
}

struct World {
    survey: Survey,
    private: [u8; 32],
    secrets: BySide<[u8; 32]>,
}

impl World {
    fn new() -> Self {
        Self::named("Claims")
    }

    fn named(team: &str) -> Self {
        let keys = sealing::key_pair(&[6; 32]);
        Self {
            survey: Survey {
                team: team.to_owned(),
                public_key: keys.public,
                ..example::survey()
            },
            private: keys.private,
            secrets: BySide {
                executive: [1; 32],
                team: [2; 32],
            },
        }
    }

    fn ballot(&self, person: u8) -> Ballot {
        let side = Side::ALL[usize::from(person % 2)];
        let answers = Sheet::blank(&self.survey, side).finish();
        ballot::seal(
            &self.survey,
            self.secrets.of(side),
            &answers,
            [person + 1; 32],
        )
        .unwrap()
    }

    fn open(&self, ballot: &Ballot) -> Result<Side, Refused> {
        ballot::open(&self.survey, &self.private, &self.secrets, ballot)
            .map(|answers| answers.side())
    }
}

/// One to four letters changed, two swapped, or one put in and one left out; never the same code.
fn changed(code: &[u8], noise: &mut Noise) -> Vec<u8> {
    let mut changed = code.to_vec();
    while changed == code {
        let (one, other) = (noise.below(code.len()), noise.below(code.len()));
        match noise.below(3) {
            0 => changed.swap(one, other),
            1 => {
                let symbol = changed.remove(one);
                changed.insert(other, symbol);
            }
            _ => {
                for _ in 0..=noise.below(4) {
                    changed[noise.below(code.len())] = SYMBOLS[noise.below(SYMBOLS.len())];
                }
            }
        }
    }
    changed
}
