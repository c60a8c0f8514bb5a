//! One input for each decoder that it takes.

use data_encoding::{BASE64URL_NOPAD, HEXLOWER};
use plumbline::{
    codec::{
        backup::{self, Backup, Beside, Saved},
        ballot_box::{self, BallotBox},
        ballot_file, ballot_link, code, collector_link,
        fingerprint::Fingerprint,
        link, picture,
        record::{self, Ledger},
        result_link, sheet,
        tally::{self, Published},
    },
    domain::{
        card::{Card, Cards, Edit, Field},
        closing::Outcome,
        release::Released,
        sheet::{Answer, Sheet},
        side::{BySide, Side},
        tally::Tally,
    },
};

use super::{CLOSED, INVITATION, KEPT, a_ballot};

/// The decoder's name with what [`super::targets`] makes something whole of.
pub(super) fn seeds() -> Vec<(&'static str, Vec<u8>)> {
    let survey = &KEPT.survey;
    let published = published();
    let mut answers = Sheet::blank(survey, INVITATION.side);
    answers.answer(3, Answer::Unsure);
    let result = result_link::encode(&published).unwrap();
    let invitation = link::encode(&INVITATION);
    let mut held = BallotBox::empty(survey.clone());
    let mut ballots: Vec<_> = (0..3).map(a_ballot).collect();
    for ballot in &mut ballots {
        ballot.tag = Fingerprint::of(survey).tag();
    }
    held.join(&ballots);
    let whole = backup(&ballots);
    let beside = backup::encode(&whole);
    let backup = backup::encode(&Backup {
        beside: Vec::new(),
        ..whole
    });
    let code = code::encode(&ballots[0]);
    let wrapped = format!("{}\r\n> {}", &code[..40], &code[40..]);
    let text = tally::encode(&published);
    vec![
        ("survey_link", body(&invitation)),
        ("result_link", body(&result)),
        ("collector_link", body(&collector_link::encode(survey))),
        ("ballot_link", of_ballot(survey, &ballots[0])),
        (
            "arrived",
            format!("see https://x.example/?url=https%3A%2F%2Fy.example%2F%23{invitation}&data=1")
                .into_bytes(),
        ),
        (
            "arrived",
            format!("<a href=\"https://x.example/#{result}\">{wrapped}</a>").into_bytes(),
        ),
        ("code", code.clone().into_bytes()),
        ("scan", wrapped.into_bytes()),
        (
            "scan",
            format!("{}&#8203;{}=20\\n{code}", &code[..9], &code[9..]).into_bytes(),
        ),
        ("box", ballot_box::encode(&held).into_bytes()),
        (
            "ballot_file",
            ballot_file::encode(survey, &ballots[0]).into_bytes(),
        ),
        ("backup", backup[22..backup.len() - 8].to_vec()),
        ("backup", beside[22..beside.len() - 8].to_vec()),
        ("tally", text.clone().into_bytes()),
        (
            "picture",
            picture::into_svg("<svg xmlns=\"http://www.w3.org/2000/svg\"></svg>", &text)
                .into_bytes(),
        ),
        ("sheet", sheet::encode(&INVITATION, &answers).into_bytes()),
        ("kept", record::encode_kept(&KEPT)),
        ("counted", record::encode_closed(&CLOSED)),
        ("counted", record::encode_ledger(&ledger(&ballots))),
        ("kept", within(&record::encode_kept(&KEPT))),
        ("counted", within(&record::encode_ledger(&ledger(&ballots)))),
        // A text of bytes: how it is packed, how long it is, and its 100 characters; then modules that are changed.
        ("qr", [&[2, 0x46, 0x40], code.as_bytes()].concat()),
        (
            "qr",
            [&[2 + 32, 0x46, 0x40], code.as_bytes(), &[20; 40]].concat(),
        ),
        // Letters and digits, digits, Japanese, and the number of an alphabet.
        (
            "qr",
            [&[1, 0x20, 0x29, 0x1d, 0x2c, 0x80], [0xa5; 20].as_slice()].concat(),
        ),
        (
            "qr",
            [&[0, 0x10, 0x2c, 0x7b, 0x5a, 0x80], [0x11; 20].as_slice()].concat(),
        ),
        (
            "qr",
            [&[0, 0x80, 0x2d, 0x98, 0x70, 0x1a], [0x71; 20].as_slice()].concat(),
        ),
        ("qr", picture_of_an_eye()),
        ("cards", cards()),
        ("deck", deck()),
        ("sealed_backup", beside[22..beside.len() - 8].to_vec()),
    ]
}

/// An eye of a QR picture, two pixels for each module, after the width.
fn picture_of_an_eye() -> Vec<u8> {
    let mut bytes = vec![18];
    for y in 0..18_i32 {
        for x in 0..18_i32 {
            let ring = ((x / 2) - 4).abs().max(((y / 2) - 4).abs());
            bytes.push(if ring == 2 || ring > 3 { 230 } else { 20 });
        }
    }
    bytes
}

fn cards() -> Vec<u8> {
    let mut cards = Cards::none(&KEPT.survey.team);
    let card = Card::blank("3.1").with(Field::LookAgain, "2026-12-29");
    cards.apply(&Edit::add(card)).unwrap();
    cards.apply(&Edit::add(Card::blank("1.1"))).unwrap();
    record::encode_cards(&cards)
}

/// What was changed about slides, as it was kept by version 1.
fn deck() -> Vec<u8> {
    let text = include_str!("../fixtures/deck_v1.hex");
    HEXLOWER.decode(text.trim().as_bytes()).unwrap()
}

/// What stands in a link between prefix and checksum.
fn body(link: &str) -> Vec<u8> {
    let mut bytes = BASE64URL_NOPAD.decode(&link.as_bytes()[2..]).unwrap();
    bytes.truncate(bytes.len() - 3);
    bytes
}

/// What stands in a record between version and checksum.
fn within(record: &[u8]) -> Vec<u8> {
    record[1..record.len() - 3].to_vec()
}

/// The second part of a ballot link.
fn of_ballot(
    survey: &plumbline::domain::survey::Survey,
    ballot: &plumbline::codec::ballot::Ballot,
) -> Vec<u8> {
    let link = ballot_link::encode(survey, ballot);
    let (_, of) = link.split_once('.').unwrap();
    body(&format!("..{of}"))
}

fn backup(ballots: &[plumbline::codec::ballot::Ballot]) -> Backup {
    Backup {
        made: CLOSED.opened.team.unwrap(),
        surveys: vec![Saved {
            id: Fingerprint::of(&KEPT.survey).id(),
            survey: record::encode_kept(&KEPT),
            counted: Some(record::encode_ledger(&ledger(ballots))),
            ballots: ballots.to_vec(),
        }],
        beside: vec![Beside {
            id: Fingerprint::of(&KEPT.survey).id(),
            name: backup::CARDS.to_owned(),
            bytes: cards(),
        }],
    }
}

fn ledger(ballots: &[plumbline::codec::ballot::Ballot]) -> Ledger {
    let survey = &KEPT.survey;
    let mut tally = Tally::empty(survey);
    for _ in ballots {
        tally.add(survey, &Sheet::blank(survey, Side::Team).finish());
    }
    let mut ledger = Ledger::empty(survey);
    let today = CLOSED.opened.team.unwrap();
    let outcome = ledger.count(survey, Side::Team, ballots, &tally, today);
    assert!(matches!(outcome, Some(Outcome::HeldBack { .. })));
    ledger
}

fn published() -> Published {
    Published {
        released: Released::of(&KEPT.survey, &CLOSED.tally),
        closed: BySide::from_fn(|_| CLOSED.opened.team),
        survey: KEPT.survey.clone(),
    }
}
