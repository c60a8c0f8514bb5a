//! Whatever arrives is read without harm, and nothing is taken for what it is not.
//!
//! A fixed generator instead of proptest: hundreds of thousands of inputs in seconds, the same ones every time.

#![cfg(not(target_arch = "wasm32"))]

#[path = "decoders/noise.rs"]
mod noise;
#[path = "decoders/pinned.rs"]
mod pinned;
#[path = "decoders/seeds.rs"]
mod seeds;
#[path = "decoders/targets.rs"]
mod targets;
#[path = "decoders/withstand.rs"]
mod withstand;

use std::sync::LazyLock;

use noise::Noise;
use plumbline::{
    codec::{
        ballot::{self, Ballot, SEALED},
        code,
        link::{self, Invitation, PREFIX},
        record::{self, Closed, Kept, RefusedCounts},
        scan, sealing, sheet,
    },
    domain::{
        day::Day,
        example,
        sheet::{Answer, Sheet},
        side::{BySide, Side},
        survey::Survey,
    },
};

/// Inputs for each decoder.
const MANY: usize = 200_000;

#[test]
fn a_link_is_read_only_as_it_was_written() {
    let whole = link::encode(&INVITATION);
    let mut accepted = 0;
    try_all(&whole, "s=", |text| {
        if let Ok(invitation) = link::decode(text) {
            // Chat may hang something on a link's end, but never change it.
            assert_eq!(invitation, *INVITATION);
            assert!(text.starts_with(whole.as_str()), "{text}");
            accepted += 1;
        }
    });
    assert!(accepted > 0);
}

#[test]
fn a_forged_link_with_a_right_checksum_is_read_without_harm() {
    let whole = link::encode(&INVITATION);
    let mut noise = Noise::new(7);
    for _ in 0..MANY / 100 {
        let mut bytes = noise::from_base64(&whole[PREFIX.len()..]);
        bytes.truncate(bytes.len() - 3);
        noise.change(&mut bytes);
        let text = format!("{PREFIX}{}", noise::with_checksum(&bytes));
        if let Ok(invitation) = link::decode(&text) {
            assert_eq!(link::encode(&invitation), text);
        }
    }
}

#[test]
fn a_number_written_too_long_is_no_link() {
    let mut bytes = noise::from_base64(&link::encode(&INVITATION)[PREFIX.len()..]);
    bytes.truncate(bytes.len() - 3);
    let invited = 2 + 32 + 3;
    assert_eq!(
        u32::from(bytes[invited]),
        INVITATION.survey.invited.executive
    );
    bytes.splice(invited..=invited, [bytes[invited] | 0x80, 0]);
    let text = format!("{PREFIX}{}", noise::with_checksum(&bytes));
    assert_eq!(link::decode(&text), Err(link::LinkError::Impossible));
}

#[test]
fn a_code_is_read_only_as_it_was_written() {
    let whole = code::encode(&a_ballot(1));
    let mut accepted = 0;
    try_all(&whole, "PT", |text| {
        if let Some(ballot) = code::decode(text.as_bytes()) {
            let read_aloud = text
                .to_ascii_uppercase()
                .replace(['I', 'L'], "1")
                .replace('O', "0");
            assert_eq!(code::encode(&ballot), read_aloud);
            assert_eq!(ballot, a_ballot(1));
            accepted += 1;
        }
    });
    assert!(accepted > 0);
}

#[test]
fn a_kept_sheet_is_read_only_as_it_was_written() {
    let mut answers = Sheet::blank(&INVITATION.survey, INVITATION.side);
    answers.answer(3, Answer::Unsure);
    let whole = sheet::encode(&INVITATION, &answers);
    let mut accepted = 0;
    try_all(&whole, "1 s=", |text| {
        if let Ok((invitation, sheet)) = sheet::decode(text) {
            assert_eq!(sheet::encode(&invitation, &sheet), text);
            accepted += 1;
        }
    });
    assert!(accepted > 0);
}

#[test]
fn a_record_is_read_only_as_it_was_written() {
    let mut noise = Noise::new(3);
    let (kept, closed) = (record::encode_kept(&KEPT), record::encode_closed(&CLOSED));
    for round in 0..MANY {
        let mut bytes = if round % 2 == 0 {
            kept.clone()
        } else {
            closed.clone()
        };
        match round % 3 {
            0 => noise.change(&mut bytes),
            1 => bytes.truncate(noise.below(bytes.len() + 1)),
            _ => bytes = [vec![1], noise.bytes(90)].concat(),
        }
        if let Ok(kept) = record::decode_kept(&bytes) {
            assert_eq!(kept, *KEPT);
            assert_eq!(record::encode_kept(&kept), bytes);
        }
        if round % 8 < 2
            && let Ok(closed) = record::decode_closed(&KEPT.survey, &bytes)
        {
            assert_eq!(record::encode_closed(&closed), bytes);
        }
    }
    for mut longer in [kept, closed] {
        longer.push(0);
        assert!(record::decode_kept(&longer).is_err());
        assert!(record::decode_closed(&KEPT.survey, &longer).is_err());
    }
}

#[test]
fn a_scan_invents_nothing() {
    let mut noise = Noise::new(5);
    let whole = code::encode(&a_ballot(1));
    for round in 0..MANY {
        let text = if round % 4 == 0 {
            let mut bytes = whole.clone().into_bytes();
            noise.change(&mut bytes);
            String::from_utf8_lossy(&bytes).into_owned()
        } else {
            noise.text(b"PETpet0189AZ \n>-=", 120)
        };
        for ballot in scan::scan(&text).ballots {
            assert_eq!(ballot, a_ballot(1));
        }
    }
}

#[test]
fn a_thousand_codes_are_found_in_a_megabyte_of_chat() {
    let mut noise = Noise::new(11);
    let mut codes: Vec<String> = (0..1_000)
        .map(|seed| code::encode(&a_ballot(seed)))
        .collect();
    let mut chat = String::new();
    for (number, code) in codes.iter().enumerate() {
        let (start, end) = code.split_at(1 + noise.below(99));
        let wrap = ["", "\n", "\r\n> ", "=\n", "\u{200b}", " "][number % 6];
        let talk = noise.text(b"People sent PETER the 7 reports, tea at 4pm? ok\n", 1_600);
        let minute = number % 60;
        let lines = format!("[09:{minute:02}] Ana: {start}{wrap}{end}\n{talk}.\n");
        chat.push_str(&lines);
    }
    assert!(chat.len() > 1_000_000, "{}", chat.len());

    let scan = scan::scan(&chat);

    codes.sort();
    let found: Vec<String> = scan.ballots.iter().map(code::encode).collect();
    assert_eq!(found, codes);
    assert_eq!(scan.repeated, 0);
}

#[test]
fn sealed_noise_opens_to_nothing() {
    let mut noise = Noise::new(13);
    let private = KEPT.private_key.unwrap();
    for seed in 0..300 {
        let mut forged = a_ballot(seed);
        noise.change(&mut forged.sealed);
        assert!(ballot::open(&KEPT.survey, &private, &KEPT.secrets, &forged).is_err());
    }
}

/// Every end cut off, every character changed, and noise: with and without a good beginning.
fn try_all(whole: &str, start: &str, mut read: impl FnMut(&str)) {
    let mut noise = Noise::new(1);
    for end in 0..=whole.len() {
        read(&whole[..end]);
    }
    for place in 0..whole.len() {
        for byte in 0x20_u8..0x7f {
            let mut changed = whole.as_bytes().to_vec();
            changed[place] = byte;
            read(str::from_utf8(&changed).unwrap());
        }
    }
    for end in ["%20", ".", "A", "aa", "\u{200b}", " "] {
        read(&format!("{whole}{end}"));
    }
    for round in 0..MANY {
        let text = noise.text(
            b"ABCDEFGHJKMNPQRSTVWXYZ0123456789abcdefgh-_ ?=\xc3\xa9",
            whole.len() + 20,
        );
        match round % 3 {
            0 => read(&text),
            1 => read(&format!("{start}{text}")),
            _ => {
                let kept = noise.below(whole.len());
                read(&format!("{}{text}", &whole[..kept]));
            }
        }
    }
}

static KEPT: LazyLock<Kept> = LazyLock::new(|| {
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
});

static CLOSED: LazyLock<Closed> = LazyLock::new(|| Closed {
    opened: BySide {
        executive: None,
        team: Some(Day {
            year: 2026,
            month: 11,
            day: 22,
        }),
    },
    tally: example::tally(),
    refused: BySide::from_fn(|_| RefusedCounts::default()),
});

static INVITATION: LazyLock<Invitation> = LazyLock::new(|| Invitation {
    survey: KEPT.survey.clone(),
    side: Side::Team,
    secret: KEPT.secrets.team,
});

fn a_ballot(seed: u64) -> Ballot {
    let bytes = Noise::new(1_000 + seed).bytes(SEALED);
    Ballot {
        side: Side::Team,
        tag: 99,
        sealed: bytes.try_into().unwrap(),
    }
}
