//! No ballot counts twice, and what was kept before is still read.

use super::*;
use crate::{
    codec::{ballot::SEALED, record::encode_closed},
    domain::{example, sheet::Sheet},
};

const TODAY: Day = Day {
    year: 2026,
    month: 11,
    day: 23,
};

#[test]
fn what_is_written_is_read_back() {
    let survey = example::survey();
    let ledger = counted(0..7);
    let bytes = encode_ledger(&ledger);
    assert_eq!(bytes[0], 3);
    assert_eq!(decode_ledger(&survey, &bytes), Ok(ledger));
    assert_eq!(decode_closed(&survey, &bytes), Err(RecordError::Newer(3)));
    let mut later = bytes.clone();
    later[0] = 4;
    assert_eq!(decode_ledger(&survey, &later), Err(RecordError::Newer(4)));
}

#[test]
fn a_ballot_counts_once() {
    let survey = example::survey();
    let mut ledger = counted(0..7);
    let before = ledger.clone();
    assert!(ledger.has_counted(&ballot(3)));
    assert!(!ledger.has_counted(&ballot(8)));
    for again in [[6, 7, 8, 9, 10], [7, 7, 8, 9, 10]] {
        let ballots = again.map(ballot);
        let outcome = ledger.count(&survey, Side::Team, &ballots, &tally(5), TODAY);
        assert_eq!(outcome, None);
        assert_eq!(ledger, before);
    }
    let ballots: Vec<Ballot> = (7..12).map(ballot).collect();
    let outcome = ledger.count(&survey, Side::Team, &ballots, &tally(5), TODAY);
    assert_eq!(outcome, Some(Outcome::Shown));
    assert_eq!(ledger.to_closed().tally.ballots().team, 12);
}

#[test]
fn the_key_s_end_is_the_survey_s_end() {
    let survey = example::survey();
    let ledger = counted(0..7);
    let waiting = Next::Waiting { new: 2, minimum: 5 };
    assert_eq!(ledger.next(&survey, Side::Team, 2, true), waiting);
    assert_eq!(ledger.next(&survey, Side::Team, 9, false), Next::Over);
}

/// As version 1 wrote it; `src/codec/record.rs` says what is in it.
#[test]
fn version_1_is_still_read() {
    let survey = example::survey();
    let bytes = fixture(include_str!("../../../../tests/fixtures/closed_v1.hex"));
    let ledger = decode_ledger(&survey, &bytes).unwrap();
    assert_eq!(encode_closed(&ledger.to_closed()), bytes);
    assert_eq!(
        decode_ledger(&survey, &encode_ledger(&ledger)),
        Ok(ledger.clone())
    );
    assert!(!ledger.takes(Side::Team));
    assert!(ledger.has_counted(&ballot(1)), "it cannot be told");
}

#[test]
fn a_side_that_version_1_did_not_open_takes_ballots() {
    let survey = example::survey();
    let ledger = Ledger::of_closed(Closed {
        opened: BySide::default(),
        tally: Tally::empty(&survey),
        refused: BySide::default(),
    });
    assert_eq!(ledger, Ledger::empty(&survey));
    assert!(!ledger.has_counted(&ballot(1)));
}

/// As versions 2 and 3 wrote it; never made anew by `encode_ledger`.
#[test]
fn later_versions_are_still_read() {
    for text in [
        include_str!("../../../../tests/fixtures/ledger_v2.hex"),
        include_str!("../../../../tests/fixtures/ledger_v3.hex"),
    ] {
        let read = decode_ledger(&example::survey(), &fixture(text));
        assert_eq!(read, Ok(counted(0..7)));
    }
}

#[test]
fn a_cut_and_every_changed_bit_are_noticed() {
    let survey = example::survey();
    let bytes = encode_ledger(&counted(0..7));
    for place in 0..bytes.len() {
        assert!(decode_ledger(&survey, &bytes[..place]).is_err(), "{place}");
        for bit in 0..8 {
            let mut changed = bytes.clone();
            changed[place] ^= 1 << bit;
            let read = decode_ledger(&survey, &changed);
            assert!(read.is_err(), "bit {bit} at {place}");
        }
    }
}

fn fixture(text: &str) -> Vec<u8> {
    let text = text.trim();
    (0..text.len() / 2)
        .map(|place| u8::from_str_radix(&text[2 * place..2 * place + 2], 16).unwrap())
        .collect()
}

fn counted(numbers: std::ops::Range<u8>) -> Ledger {
    let survey = example::survey();
    let mut ledger = Ledger::empty(&survey);
    let ballots: Vec<Ballot> = numbers.map(ballot).collect();
    let tally = tally(u32::try_from(ballots.len()).unwrap());
    let outcome = ledger.count(&survey, Side::Team, &ballots, &tally, TODAY);
    assert_eq!(outcome, Some(Outcome::Shown));
    ledger
}

fn tally(people: u32) -> Tally {
    let survey = example::survey();
    let mut tally = Tally::empty(&survey);
    for _ in 0..people {
        tally.add(&survey, &Sheet::blank(&survey, Side::Team).finish());
    }
    tally
}

fn ballot(number: u8) -> Ballot {
    Ballot {
        side: Side::Team,
        tag: 99,
        sealed: [number; SEALED],
    }
}
