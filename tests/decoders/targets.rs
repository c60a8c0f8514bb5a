//! Every decoder on any bytes: it does no harm, and takes nothing that its encoder would not write.
//!
//! Used by the native test and by libFuzzer (`fuzz/`). What has a checksum gets the right one, since no fuzzer would ever
//! guess it.

#[path = "qr_bytes.rs"]
mod qr_bytes;

use std::sync::LazyLock;

use argon2::{Algorithm, Argon2, Params, Version};
use base64ct::{Base64UrlUnpadded, Encoding};
use chacha20poly1305::{
    ChaCha20Poly1305,
    aead::{Aead, KeyInit, Payload},
};
use plumbline::{
    codec::{
        arrived::{self, Arrived},
        backup,
        ballot_box::{self, BallotBox},
        ballot_link, checksum, code, collector_link, link, opening, picture, record, result_link,
        scan::{self, Scanner},
        sheet, tally,
    },
    domain::{example, survey::Survey},
};
use sha2::{Digest, Sha256};

/// A decoder's name, and what tries it.
pub(crate) type Target = (&'static str, fn(&[u8]));

/// Every decoder.
pub(crate) const TARGETS: [Target; 19] = [
    ("survey_link", survey_link),
    ("result_link", result_link),
    ("ballot_link", ballot_link),
    ("collector_link", collector_link),
    ("arrived", arrived),
    ("code", code),
    ("scan", scan),
    ("box", ballot_box),
    ("ballot_file", ballot_file),
    ("backup", backup),
    ("sealed_backup", sealed_backup),
    ("tally", tally),
    ("picture", picture),
    ("qr", qr_bytes::qr),
    ("sheet", sheet),
    ("kept", kept),
    ("counted", counted),
    ("cards", cards),
    ("deck", deck),
];

/// Whose counts the records are of.
static SURVEY: LazyLock<Survey> = LazyLock::new(example::survey);

fn survey_link(bytes: &[u8]) {
    for fragment in fragments(link::PREFIX, bytes) {
        if let Ok(invitation) = link::decode(&fragment) {
            assert!(fragment.starts_with(&link::encode(&invitation)));
        }
    }
}

fn result_link(bytes: &[u8]) {
    for fragment in fragments(result_link::PREFIX, bytes) {
        if let Ok(published) = result_link::decode(&fragment) {
            let again = result_link::encode(&published);
            assert!(again.is_none_or(|link| result_link::decode(&link).is_ok()));
        }
    }
}

fn collector_link(bytes: &[u8]) {
    for fragment in fragments(collector_link::PREFIX, bytes) {
        if let Ok(survey) = collector_link::decode(&fragment) {
            assert!(fragment.starts_with(&collector_link::encode(&survey)));
        }
    }
}

fn ballot_link(bytes: &[u8]) {
    let of = Base64UrlUnpadded::encode_string(&with_checksum(bytes));
    for fragment in [
        format!("{}{}", ballot_link::PREFIX, text(bytes)),
        format!("{}{}.{of}", ballot_link::PREFIX, whole_code(bytes)),
    ] {
        if let Ok(read) = ballot_link::decode(&fragment) {
            let code = code::encode(&read.ballot);
            assert!(is_same_code(&fragment[2..], &code), "{fragment}");
        }
    }
}

fn arrived(bytes: &[u8]) {
    match arrived::recover(&text(bytes)) {
        Ok(Arrived::Survey(invitation)) => {
            assert!(link::decode(&link::encode(&invitation)).is_ok());
        }
        Ok(Arrived::Codes(scan)) => assert!(!scan.ballots.is_empty() || !scan.unread.is_empty()),
        Ok(Arrived::Results(_) | Arrived::Ballot(_) | Arrived::Collector(_)) | Err(_) => {}
    }
}

fn code(bytes: &[u8]) {
    for code in [bytes.to_vec(), whole_code(bytes).into_bytes()] {
        if let Some(ballot) = code::decode(&code) {
            assert!(is_same_code(
                &String::from_utf8_lossy(&code),
                &code::encode(&ballot)
            ));
        }
    }
}

fn scan(bytes: &[u8]) {
    let text = text(bytes);
    let whole = scan::scan(&text);
    let mut scanner = Scanner::default();
    let middle = (0..=text.len() / 2)
        .rev()
        .find(|at| text.is_char_boundary(*at));
    let (start, end) = text.split_at(middle.unwrap_or_default());
    scanner.feed(start);
    scanner.feed_bytes(end.as_bytes());
    assert_eq!(scanner.finish(), whole);
}

fn ballot_box(bytes: &[u8]) {
    let survey = collector_link::encode(&SURVEY);
    for text in [
        text(bytes),
        format!("plumbline box 1\n{survey}\n{}", text(bytes)),
    ] {
        let _ = ballot_box::announced(text.as_bytes());
        let mut held = BallotBox::empty(SURVEY.clone());
        held.join(&scan::scan(&text).ballots);
        let again = ballot_box::encode(&held);
        let number = held.ballots().len();
        assert_eq!(ballot_box::announced(again.as_bytes()), Some(number));
        assert_eq!(scan::scan(&again).ballots.len(), number);
    }
}

fn ballot_file(bytes: &[u8]) {
    let _ = scan::scan(&format!("plumbline ballot 1\nb={}", text(bytes)));
}

fn backup(bytes: &[u8]) {
    let _ = backup::decode(bytes, None);
    for version in [1, 2] {
        backup_of(version, bytes);
    }
}

fn backup_of(version: u8, bytes: &[u8]) {
    if let Ok(read) = backup::decode(&backup_file(version, 0, bytes), None) {
        let again = backup::encode(&read);
        assert_eq!(backup::decode(&again, None), Ok(read.clone()));
        let _ = backup::plan(&[], &[], &read);
        let _ = backup::plan(&read.surveys, &read.beside, &read);
    }
}

/// The bytes as what is sealed, and sealed as they are: the same is then read as from an open file. The key costs as
/// little as it can, since what it costs in earnest is more than an input may take.
fn sealed_backup(bytes: &[u8]) {
    let passphrase = "three plain words";
    let mut seal = [8_u32, 1].map(u32::to_le_bytes).concat();
    let forged = backup_file(1, 1, &[seal.as_slice(), bytes].concat());
    assert!(backup::decode(&forged, Some(passphrase)).is_err());

    let (salt, nonce) = ([7; backup::SALT], [8; backup::NONCE]);
    seal.extend(salt.iter().chain(&nonce));
    let mut key = [0; 32];
    let cost = Params::new(8, 1, 1, Some(key.len())).unwrap();
    Argon2::new(Algorithm::Argon2id, Version::V0x13, cost)
        .hash_password_into(passphrase.as_bytes(), &salt, &mut key)
        .unwrap();
    let tag = 16;
    let head = backup_head(2, 1, seal.len() + bytes.len() + tag);
    let payload = Payload {
        msg: bytes,
        aad: &[head.as_slice(), &seal].concat(),
    };
    let sealed = ChaCha20Poly1305::new(&key.into()).encrypt(&nonce.into(), payload);
    let sealed = backup_file(2, 1, &[seal, sealed.unwrap()].concat());
    let open = backup_file(2, 0, bytes);
    assert_eq!(
        backup::decode(&sealed, Some(passphrase)),
        backup::decode(&open, None)
    );
}

/// A backup file with this content and a right checksum.
fn backup_file(version: u8, kind: u8, content: &[u8]) -> Vec<u8> {
    let mut whole = backup_head(version, kind, content.len());
    whole.extend(content);
    let sum: [u8; 32] = Sha256::digest(&whole).into();
    whole.extend(&sum[..8]);
    whole
}

fn backup_head(version: u8, kind: u8, content: usize) -> Vec<u8> {
    let follow = u32::try_from(content + 8).unwrap_or_default();
    let kinds = [version, kind];
    [b"plumbline backup", &kinds[..], &follow.to_le_bytes()].concat()
}

fn tally(bytes: &[u8]) {
    let text = text(bytes);
    if let Ok(published) = tally::decode(&text) {
        assert_eq!(tally::decode(&tally::encode(&published)), Ok(published));
    }
}

fn picture(bytes: &[u8]) {
    let _ = opening::open(bytes);
    let _ = picture::from_svg(&text(bytes));
    let png = [b"\x89PNG\r\n\x1a\n", bytes].concat();
    let _ = picture::from_png(&png);
}

fn sheet(bytes: &[u8]) {
    let text = text(bytes);
    if let Ok((invitation, sheet)) = sheet::decode(&text) {
        assert_eq!(sheet::encode(&invitation, &sheet), text);
    }
}

fn kept(bytes: &[u8]) {
    for bytes in records(bytes) {
        if let Ok(entry) = record::decode_entry(&bytes) {
            let again = record::encode_entry(&entry);
            assert!(bytes[0] < 3 || again == bytes);
            assert_eq!(record::decode_entry(&again), Ok(entry));
        }
    }
}

fn counted(bytes: &[u8]) {
    if let Ok(closed) = record::decode_closed(&SURVEY, bytes) {
        assert_eq!(record::encode_closed(&closed), bytes);
    }
    for bytes in records(bytes) {
        if let Ok(ledger) = record::decode_ledger(&SURVEY, &bytes) {
            let again = record::encode_ledger(&ledger);
            assert!(bytes[0] < 3 || again == bytes);
            assert_eq!(record::decode_ledger(&SURVEY, &again), Ok(ledger));
        }
    }
}

/// The bytes as a record, and with the version and the right checksum of one that has it.
fn records(bytes: &[u8]) -> [Vec<u8>; 2] {
    [bytes.to_vec(), with_checksum(&[&[3], bytes].concat())]
}

fn cards(bytes: &[u8]) {
    for bytes in [bytes.to_vec(), with_checksum(bytes)] {
        if let Ok(cards) = record::decode_cards(&bytes) {
            assert_eq!(record::encode_cards(&cards), bytes);
            let mut twice = cards.clone();
            assert_eq!(twice.join(&cards), 0);
        }
    }
}

fn deck(bytes: &[u8]) {
    for bytes in records(bytes) {
        if let Ok(edits) = record::decode_deck(&bytes) {
            let again = record::encode_deck(&edits);
            assert!(again == bytes || bytes.first() == Some(&1));
            assert_eq!(record::decode_deck(&again), Ok(edits));
        }
    }
}

/// The bytes as the text of a link, and as what is in one.
fn fragments(prefix: &str, bytes: &[u8]) -> [String; 2] {
    let whole = Base64UrlUnpadded::encode_string(&with_checksum(bytes));
    [
        format!("{prefix}{}", text(bytes)),
        format!("{prefix}{whole}"),
    ]
}

fn with_checksum(bytes: &[u8]) -> Vec<u8> {
    [bytes, &checksum::of(bytes)].concat()
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// A code with a right checksum over these bytes.
fn whole_code(bytes: &[u8]) -> String {
    let mut body = bytes.to_vec();
    body.resize(59, 0);
    let body = with_checksum(&body);
    let alphabet = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    let bits = body
        .iter()
        .flat_map(|byte| (0..8).rev().map(move |bit| byte >> bit & 1));
    let bits: Vec<u8> = bits.collect();
    let symbols = bits.chunks(5).map(|five| {
        let value = five
            .iter()
            .fold(0, |value, bit| value << 1 | usize::from(*bit));
        char::from(alphabet[value << (5 - five.len())])
    });
    symbols.collect()
}

fn is_same_code(read: &str, code: &str) -> bool {
    let plain = read.to_ascii_uppercase().replace(['I', 'L'], "1");
    plain.replace('O', "0").starts_with(code)
}
