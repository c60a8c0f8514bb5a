//! Links as mail and chat leave them: each is recovered, or what is lost is named; none becomes another one.

mod mangled;

use mangled::{PAGE, lost, undone};
use proptest::prelude::*;

use super::*;
use crate::{
    codec::{
        ballot::{Ballot, SEALED},
        code, sealing,
    },
    domain::{
        day::Day,
        example,
        release::Released,
        side::{BySide, Side},
    },
};

#[test]
fn every_mangled_survey_link_is_recovered() {
    let link = link::encode(&invitation());
    assert!(link.contains("--") && link.contains("__"), "{link}");
    let table = undone(&link);
    assert!(table.len() >= 60, "{}", table.len());
    for (name, text) in table {
        let recovered = recover(&text);
        assert_eq!(
            recovered,
            Ok(Arrived::Survey(invitation())),
            "{name}: {text}"
        );
    }
}

#[test]
fn every_mangled_result_link_is_recovered() {
    let link = result_link::encode(&published()).unwrap();
    for (name, text) in undone(&link) {
        let recovered = recover(&text);
        let expected = published().without_key();
        assert_eq!(recovered, Ok(Arrived::Results(expected)), "{name}: {text}");
    }
}

#[test]
fn every_mangled_collector_link_is_recovered() {
    let survey = invitation().survey;
    for (name, text) in undone(&collector_link::encode(&survey)) {
        let recovered = recover(&text);
        assert_eq!(
            recovered,
            Ok(Arrived::Collector(survey.clone())),
            "{name}: {text}"
        );
    }
}

#[test]
fn every_mangled_ballot_link_is_recovered() {
    let link = ballot_link::encode(&example::survey(), &ballot());
    for (name, text) in undone(&link) {
        match recover(&text) {
            Ok(Arrived::Ballot(read)) => assert_eq!(read.ballot, ballot(), "{name}: {text}"),
            Ok(Arrived::Codes(scan)) => assert_eq!(scan.ballots, [ballot()], "{name}: {text}"),
            other => panic!("{name}: {other:?} of {text}"),
        }
    }
}

#[test]
fn what_is_lost_is_named() {
    let links = [
        (Kind::Survey, link::encode(&invitation())),
        (
            Kind::Collector,
            collector_link::encode(&invitation().survey),
        ),
        (Kind::Results, result_link::encode(&published()).unwrap()),
    ];
    for (kind, link) in links {
        for (name, text, why) in lost(&link) {
            assert_eq!(
                recover(&text),
                Err(Lost::Broken(kind, why)),
                "{kind:?} {name}: {text}"
            );
        }
    }
    let code = code::encode(&ballot());
    let cut = format!("{PAGE}#b={}", &code[..80]);
    assert_eq!(
        recover(&cut),
        Err(Lost::Broken(Kind::Ballot, LinkError::CutShort))
    );
}

#[test]
fn a_link_cut_anywhere_is_never_taken_for_another() {
    let whole = format!("{PAGE}#{}", link::encode(&invitation()));
    for end in 0..whole.len() {
        assert!(recover(&whole[..end]).is_err(), "{end}");
    }
}

#[test]
fn codes_without_a_link_are_codes() {
    let text = format!("mine is {} ok", code::encode(&ballot()));
    match recover(&text) {
        Ok(Arrived::Codes(scan)) => assert_eq!(scan.ballots, [ballot()]),
        other => panic!("{other:?}"),
    }
    assert_eq!(recover("Hello #s and #results, s=4?"), Err(Lost::Nothing));
    assert_eq!(recover(""), Err(Lost::Nothing));
}

proptest! {
    #[test]
    fn any_text_is_read_without_harm(text: String, link in "(#|%23|&#35;)[srbc](=|%3D)[A-Za-z0-9_%&;<>=\\\\ -]{0,300}") {
        prop_assert!(!matches!(recover(&text), Ok(Arrived::Survey(_) | Arrived::Collector(_))));
        prop_assert!(!matches!(recover(&link), Ok(Arrived::Survey(_) | Arrived::Collector(_))));
    }
}

fn invitation() -> Invitation {
    let mut secret = [2; 32];
    secret[1..7].copy_from_slice(&[0xfb, 0xef, 0xbe, 0xff, 0xff, 0xff]);
    Invitation {
        survey: Survey {
            public_key: sealing::key_pair(&[6; 32]).public,
            ..example::survey()
        },
        side: Side::Team,
        secret,
    }
}

fn published() -> Published {
    let survey = example::survey();
    let day = Day {
        year: 2026,
        month: 11,
        day: 22,
    };
    Published {
        released: Released::of(&survey, &example::tally()),
        closed: BySide::from_fn(|_| Some(day)),
        survey,
    }
}

fn ballot() -> Ballot {
    let mut sealed = [0; SEALED];
    for (place, byte) in sealed.iter_mut().enumerate() {
        *byte = u8::try_from(place * 83 % 251).unwrap();
    }
    Ballot {
        side: Side::Team,
        tag: 99,
        sealed,
    }
}
