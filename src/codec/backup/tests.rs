//! A backup brings everything back, harms nothing, and says what is wrong with it.

use super::*;
use crate::{
    codec::{
        fingerprint::Fingerprint,
        record::{
            Entry, Kept, Ledger, RecordError, encode_cards, encode_entry, encode_kept,
            encode_ledger,
        },
        sealing,
    },
    domain::{
        card::{Card, Cards, Edit, Field},
        closing::Outcome,
        example,
        sheet::Sheet,
        side::BySide,
        survey::Survey,
        tally::Tally as Counts,
    },
};

const TODAY: Day = Day {
    year: 2026,
    month: 11,
    day: 23,
};

const PASSPHRASE: Passphrase<'_> = Passphrase {
    text: "three plain words",
    salt: [3; SALT],
    nonce: [4; NONCE],
};

#[test]
fn what_is_written_is_read_back() {
    let open = encode(&backup());
    assert_eq!(decode(&open, None), Ok(backup()));
    assert_eq!(decode(&open, Some("not needed")), Ok(backup()));
    let sealed = encode_under(&PASSPHRASE, &backup());
    assert_eq!(decode(&sealed, Some(PASSPHRASE.text)), Ok(backup()));
    assert_eq!(decode(&sealed, None), Err(BackupError::NeedsPassphrase));
    let wrong = decode(&sealed, Some("three plain word"));
    assert_eq!(wrong, Err(BackupError::WrongPassphrase));
    let name = b"Claims platform team";
    assert!(open.windows(name.len()).any(|bytes| bytes == name));
    assert!(!sealed.windows(name.len()).any(|bytes| bytes == name));
}

#[test]
fn what_is_wrong_is_named() {
    for passphrase in [None, Some(&PASSPHRASE)] {
        let whole = match passphrase {
            Some(passphrase) => encode_under(passphrase, &backup()),
            None => encode(&backup()),
        };
        for end in 1..whole.len() {
            assert_eq!(
                decode(&whole[..end], None),
                Err(BackupError::CutShort),
                "{end}"
            );
        }
        for place in HEAD..whole.len() {
            let mut changed = whole.clone();
            changed[place] ^= 1;
            assert_eq!(decode(&changed, None), Err(BackupError::Damaged), "{place}");
        }
        let mut later = whole.clone();
        later[FORMAT.len()] = 3;
        assert_eq!(decode(&later, None), Err(BackupError::Later(3)));
        let longer = [whole, vec![0]].concat();
        assert_eq!(decode(&longer, None), Err(BackupError::Damaged));
    }
    for other in [b"".as_slice(), b"x", b"plumbline box 1\n"] {
        assert_eq!(decode(other, None), Err(BackupError::NotABackup));
    }
}

/// As version 1 wrote it; never made anew by `encode`.
#[test]
fn version_1_is_still_read() {
    let bytes = include_bytes!("../../../tests/fixtures/backup_v1.bin");
    assert_eq!(decode(bytes, None), Ok(with_older_records(backup())));
    let bytes = include_bytes!("../../../tests/fixtures/backup_v1_sealed.bin");
    let read = decode(bytes, Some(PASSPHRASE.text));
    assert_eq!(read, Ok(with_older_records(backup())));
}

/// The same with records as they were before they had checksums.
fn with_older_records(mut backup: Backup) -> Backup {
    let older = |version: u8, from: usize, bytes: &[u8]| {
        [&[version], &bytes[from..bytes.len() - 3]].concat()
    };
    for saved in &mut backup.surveys {
        saved.survey = older(1, 2, &saved.survey);
        saved.counted = saved.counted.as_deref().map(|bytes| older(2, 1, bytes));
    }
    backup
}

/// As version 2 wrote it; never made anew by `encode`.
#[test]
fn version_2_is_still_read() {
    let bytes = include_bytes!("../../../tests/fixtures/backup_v2.bin");
    assert_eq!(decode(bytes, None), Ok(backup_with_beside()));
    let bytes = include_bytes!("../../../tests/fixtures/backup_v2_sealed.bin");
    assert_eq!(
        decode(bytes, Some(PASSPHRASE.text)),
        Ok(backup_with_beside())
    );
}

#[test]
fn version_2_is_only_written_where_something_lies_beside_results() {
    assert_eq!(encode(&backup())[FORMAT.len()], 1);
    let file = encode(&backup_with_beside());
    assert_eq!(file[FORMAT.len()], 2);
    assert_eq!(decode(&file, None), Ok(backup_with_beside()));
    let sealed = encode_under(&PASSPHRASE, &backup_with_beside());
    assert_eq!(
        decode(&sealed, Some(PASSPHRASE.text)),
        Ok(backup_with_beside())
    );
    for end in 1..file.len() {
        assert_eq!(decode(&file[..end], None), Err(BackupError::CutShort));
    }
}

#[test]
fn records_beside_results_stand_in_order_under_ids() {
    let refused = |change: fn(&mut Vec<Beside>)| {
        let mut backup = backup_with_beside();
        change(&mut backup.beside);
        decode(&encode(&backup), None) == Err(BackupError::Damaged)
    };
    assert!(refused(|beside| beside.reverse()));
    assert!(refused(|beside| beside[1] = beside[0].clone()));
    assert!(refused(|beside| beside[0].id = String::new()));
    assert!(refused(|beside| beside[0].id = "../a".to_owned()));
}

#[test]
fn cards_are_joined_and_an_edited_deck_stays() {
    let backup = backup_with_beside();
    let whole = plan(&[], &[], &backup).beside;
    let [Ok(cards), Ok(deck)] = whole.as_slice() else {
        panic!("both are planned");
    };
    let team = "Claims platform team".to_owned();
    let (added, known) = (1, 0);
    assert_eq!(cards.what, What::Cards { team, added, known });
    assert_eq!(
        (&deck.what, &deck.bytes),
        (&What::Added, &Some(vec![1, 2, 3]))
    );

    let again = plan(&[], &backup.beside, &backup).beside;
    let bytes: Vec<_> = again
        .into_iter()
        .map(|joined| joined.unwrap().bytes)
        .collect();
    assert_eq!(bytes, [None, None]);

    let mut edited = backup.beside.clone();
    edited[1].bytes = vec![9];
    let kept = plan(&[], &edited, &backup).beside;
    assert_eq!(kept[1].as_ref().unwrap().what, What::Differs);
    edited[0].bytes[0] = 9;
    let (is_here, why) = (true, RecordError::Newer(9));
    assert_eq!(
        plan(&[], &edited, &backup).beside[0],
        Err(NotJoined { is_here, why })
    );
}

#[test]
fn an_empty_device_gets_everything() {
    let step = only_step(&[], &backup());
    assert_eq!(step.survey, Some(saved(0..9, Some(0..5)).survey));
    assert_eq!(step.tally, Tally::Backup(encode_ledger(&ledger(0..5))));
    assert_eq!(step.new, ballots(5..9));
    assert_eq!((step.known, step.counted), (0, 5));
}

#[test]
fn bringing_it_back_twice_changes_nothing() {
    let here = saved(5..9, Some(0..5));
    let step = only_step(&[here], &backup());
    assert_eq!(step.survey, None);
    assert_eq!(step.tally, Tally::Here);
    assert_eq!((step.new, step.known, step.counted), (vec![], 4, 5));
}

#[test]
fn an_erased_key_does_not_come_back_and_nothing_counts_twice() {
    let mut here = saved(0..0, Some(0..9));
    let kept = Kept {
        private_key: None,
        ..kept()
    };
    here.survey = encode_kept(&kept);
    let step = only_step(&[here], &backup());
    assert_eq!(step.survey, None);
    assert_eq!(step.tally, Tally::Here);
    assert_eq!((step.new, step.counted), (vec![], 9));
}

#[test]
fn what_was_counted_elsewhere_leaves_the_box_here() {
    let here = saved(3..12, None);
    let step = only_step(&[here], &backup());
    assert_eq!(step.tally, Tally::Backup(encode_ledger(&ledger(0..5))));
    assert_eq!(step.spent, ballots(3..5));
    assert_eq!((step.new, step.known), (vec![], 6));
}

#[test]
fn whoever_only_gathered_gets_the_key_back() {
    let mut here = saved(0..3, None);
    here.survey = encode_entry(&Entry::Gathered(kept().survey));
    let step = only_step(std::slice::from_ref(&here), &backup());
    assert_eq!(step.survey, Some(encode_kept(&kept())));
    let gathered = Backup {
        made: TODAY,
        surveys: vec![here],
        beside: vec![],
    };
    assert_eq!(only_step(&[saved(0..0, None)], &gathered).survey, None);
}

#[test]
fn two_different_counts_are_told() {
    let here = saved(0..0, Some(20..26));
    let step = only_step(&[here], &backup());
    assert_eq!(step.tally, Tally::Differ);
    assert_eq!(step.new, ballots(0..9), "none of them was counted here");
}

#[test]
fn what_cannot_be_read_is_named_and_left() {
    let mut later = saved(0..3, None);
    later.survey[0] = 9;
    let expected = |is_here| Unreadable {
        id: later.id.clone(),
        is_here,
        why: RecordError::Newer(9),
    };
    let from_later = Backup {
        made: TODAY,
        surveys: vec![later.clone()],
        beside: vec![],
    };
    assert_eq!(plan(&[], &[], &from_later).steps, [Err(expected(false))]);
    let steps = plan(std::slice::from_ref(&later), &[], &backup()).steps;
    assert_eq!(steps, [Err(expected(true))]);
}

fn only_step(here: &[Here], backup: &Backup) -> Step {
    let mut plan = plan(here, &[], backup);
    assert_eq!(plan.steps.len(), 1);
    plan.steps.remove(0).unwrap()
}

/// Nine ballots in the box, five of which the tally has counted: a moment that no device is in, and the worst.
fn backup() -> Backup {
    Backup {
        made: TODAY,
        surveys: vec![saved(0..9, Some(0..5))],
        beside: vec![],
    }
}

/// The same with an experiment card and something that only the deck can read.
fn backup_with_beside() -> Backup {
    let mut cards = Cards::none("Claims platform team");
    let card = Card::blank("3.1").with(Field::Title, "毎週二十分");
    cards.apply(&Edit::add(card)).unwrap();
    let beside = |name: &str, bytes| Beside {
        id: Fingerprint::of(&kept().survey).id(),
        name: name.to_owned(),
        bytes,
    };
    Backup {
        beside: vec![
            beside(CARDS, encode_cards(&cards)),
            beside("deck", vec![1, 2, 3]),
        ],
        ..backup()
    }
}

fn saved(in_box: std::ops::Range<u8>, counted: Option<std::ops::Range<u8>>) -> Saved {
    Saved {
        id: Fingerprint::of(&kept().survey).id(),
        survey: encode_kept(&kept()),
        counted: counted.map(|counted| encode_ledger(&ledger(counted))),
        ballots: ballots(in_box),
    }
}

fn kept() -> Kept {
    let keys = sealing::key_pair(&[6; 32]);
    Kept {
        survey: Survey {
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

fn ledger(numbers: std::ops::Range<u8>) -> Ledger {
    let survey = kept().survey;
    let mut tally = Counts::empty(&survey);
    for _ in numbers.clone() {
        tally.add(&survey, &Sheet::blank(&survey, Side::Team).finish());
    }
    let mut ledger = Ledger::empty(&survey);
    let outcome = ledger.count(&survey, Side::Team, &ballots(numbers), &tally, TODAY);
    assert_eq!(outcome, Some(Outcome::Shown));
    ledger
}

fn ballots(numbers: std::ops::Range<u8>) -> Vec<Ballot> {
    let tag = Fingerprint::of(&kept().survey).tag();
    numbers
        .map(|number| Ballot {
            side: Side::Team,
            tag,
            sealed: [number; SEALED],
        })
        .collect()
}
