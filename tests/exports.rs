//! Codes in what people really have: exports of chats and mail, forms and pages. All are found, none is invented.

#![cfg(not(target_arch = "wasm32"))]

#[expect(dead_code, reason = "the decoders' own test uses all of it")]
#[path = "decoders/noise.rs"]
mod noise;

use std::{fmt::Write, time::Instant};

use noise::Noise;
use plumbline::{
    codec::{
        ballot::{Ballot, SEALED},
        code,
        scan::{self, Scan, Scanner},
    },
    domain::side::Side,
};

/// Codes in each export.
const CODES: u64 = 50;

#[test]
fn slack_export() {
    find_all("slack", |code, talk, number| {
        let code = wrapped(code, 50, "\\n");
        format!(
            "{{\"user\":\"U{number:08}\",\"type\":\"message\",\"ts\":\"17321{number:05}.{number:06}\",\"text\":\"{talk} \\u2014 ```{code}```\",\
             \"blocks\":[{{\"block_id\":\"pE7t{number}\",\"url\":\"https:\\/\\/files.slack.com\\/T0{number}\\/pe-{number}\"}}]}},\n"
        )
    });
}

#[test]
fn teams_page() {
    find_all("teams", |code, talk, number| {
        let code = wrapped(code, 26, "<wbr>&#8203;");
        format!(
            "<div class=\"message\" data-tid=\"{number}\"><span title=\"PT{number}\">Ana&nbsp;P&eacute;rez</span> \
             <p style=\"margin:0\"><span style=\"font-size:14px\">{talk}&nbsp;<b>{code}</b></span></p></div>\r\n"
        )
    });
}

#[test]
fn whatsapp_chat() {
    find_all("whatsapp", |code, talk, number| {
        let code = wrapped(&code.to_lowercase(), 33, "\u{200e} ");
        format!(
            "\u{200e}[22.11.26, 09:{:02}:11] Ana Pérez: {talk}\n\u{200e}[22.11.26, 09:{:02}:59] Ben 👍: “{code}”\n",
            number % 60,
            number % 60
        )
    });
}

#[test]
fn signal_chat() {
    find_all("signal", |code, talk, number| {
        let code = wrapped(code, 4, " ");
        format!(
            "From: Ana (+4930{number:07})\nType: incoming\nSent: Sun, 22 Nov 2026 09:14:{:02} +0100\n\n{talk}\n\u{2068}{code}\u{2069}\n\n",
            number % 60
        )
    });
}

#[test]
fn discord_chat() {
    find_all("discord", |code, talk, number| {
        let code = wrapped(code, 64, "\n> ");
        format!(
            "[11/22/2026 9:{:02} AM] pete_{number}\n> {code}\n||{talk}|| <@{number}7700125> :tada:\n\n",
            number % 60
        )
    });
}

#[test]
fn mail_in_quoted_printable() {
    find_all("mail", |code, talk, number| {
        let code = wrapped(code, 60, "=\r\n");
        format!(
            "From: ana@example.org\r\nMessage-ID: <PE7{number}AB9CDEFGH1@mail>\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n\
             {talk} =E2=80=9C{code}=E2=80=9D=20=\r\n\r\nGr=C3=BC=C3=9Fe\r\n"
        )
    });
}

#[test]
fn mail_thread() {
    find_all("thread", |code, talk, number| {
        let depth = "> ".repeat(1 + usize::try_from(number).unwrap() % 4);
        let code = wrapped(code, 71, &format!("\r\n{depth}"));
        format!(
            "{depth}On 22 Nov 2026, Ana <ana@example.org> wrote:\r\n{depth}{talk}\r\n{depth}* {code}\r\n"
        )
    });
}

#[test]
fn form_table() {
    find_all("form", |code, talk, number| {
        let code = wrapped(code, 20, " ");
        format!(
            "{number};\"2026-11-22T09:14:00Z\";\"=\"\"{code}\"\"\";\"{talk}, 4,000\";PE{number},PT-{number}\n"
        )
    });
}

#[test]
fn addresses() {
    find_all("addresses", |code, talk, number| {
        format!("{talk} https://example.org/a/?id=pt{number}%20x#b={code}.AQIDBA {number}\n")
    });
}

#[test]
fn plain_list() {
    find_all("list", |code, talk, number| {
        format!("{number}. {code} ({talk})\n")
    });
}

#[test]
fn megabytes_without_a_code_give_none() {
    let alphabets: [&[u8]; 4] = [
        b"0123456789ABCDEFGHJKMNPQRSTVWXYZ",
        b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/\n",
        b"PEpt0189 \n>=-",
        b"etaoin shrdlp eptPTE0123,\n",
    ];
    for (seed, alphabet) in (0..).zip(alphabets) {
        let text = Noise::new(seed).text(alphabet, 4_000_000);
        assert_eq!(scan::scan(&text).ballots, [], "alphabet {seed}");
    }
}

/// How long it takes: `cargo test --release --test exports -- --ignored --nocapture`.
#[test]
#[ignore = "measures; says nothing that could be wrong"]
#[expect(clippy::print_stdout, reason = "a measurement is there to be read")]
fn how_long_a_megabyte_takes() {
    let chat = chat(1_000);
    let start = Instant::now();
    let scan = scan::scan(&chat);
    println!(
        "{} codes in {} bytes: {:?}",
        scan.ballots.len(),
        chat.len(),
        start.elapsed()
    );
    let noise = Noise::new(3).text(b"PE000000PT111111", 50_000_000);
    let start = Instant::now();
    let mut scanner = Scanner::default();
    scanner.feed_bytes(noise.as_bytes());
    let unread = scanner.finish().unread.len();
    println!(
        "{} bytes made to be slow, {unread} unread: {:?}",
        noise.len(),
        start.elapsed()
    );
}

fn chat(codes: u64) -> String {
    let mut chat = String::new();
    for number in 0..codes {
        let talk = talk(number).repeat(9);
        let _ = writeln!(
            chat,
            "[09:14] Ana: {}\n{talk}",
            wrapped(&code_of(number), 60, "\n> ")
        );
    }
    chat
}

fn find_all(name: &str, line: impl Fn(&str, &str, u64) -> String) {
    let mut text = String::new();
    for number in 0..CODES {
        text.push_str(&line(&code_of(number), &talk(number), number));
        text.push_str(&line("no code yet", &talk(number + 1_000), number));
    }
    let mut expected: Vec<Ballot> = (0..CODES).map(ballot).collect();
    expected.sort();
    for (way, found) in [
        ("whole", scan::scan(&text)),
        ("in pieces", in_pieces(&text)),
    ] {
        assert_eq!(found.ballots, expected, "{name}, {way}");
        assert_eq!(found.unread, [], "{name}, {way}");
        assert_eq!(found.repeated, 0, "{name}, {way}");
    }
}

fn in_pieces(text: &str) -> Scan {
    let mut scanner = Scanner::default();
    for piece in text.as_bytes().chunks(173) {
        scanner.feed_bytes(piece);
    }
    scanner.finish()
}

/// What people write around codes, with things that resemble them.
fn talk(number: u64) -> String {
    let mut noise = Noise::new(number + 77);
    let pieces = [
        "Please help Peter, ptarmigan expert",
        "see https://example.org/pe/7f3a9c1e4b2d8f60a5c7e9d1b3f5a7c9e1d3b5f7",
        "the report says 47% (n=12, p<0.05)",
        "meeting at 3pm; petition PT-2291 is open & waiting",
        "f47ac10b-58cc-4372-a567-0e02b2c3d479",
        "aGVsbG8gd29ybGQgUEUgaXMgbm90IGEgY29kZSBidXQgYmFzZTY0",
        "thanks all 👏 see you",
    ];
    let count = 1 + noise.below(4);
    let chosen: Vec<&str> = (0..count)
        .map(|_| pieces[noise.below(pieces.len())])
        .collect();
    chosen.join(". ")
}

fn wrapped(code: &str, width: usize, between: &str) -> String {
    let pieces: Vec<String> = code
        .as_bytes()
        .chunks(width)
        .map(|piece| String::from_utf8_lossy(piece).into_owned())
        .collect();
    pieces.join(between)
}

fn code_of(number: u64) -> String {
    code::encode(&ballot(number))
}

fn ballot(number: u64) -> Ballot {
    let bytes = Noise::new(5_000 + number).bytes(SEALED);
    Ballot {
        side: if number.is_multiple_of(5) {
            Side::Executive
        } else {
            Side::Team
        },
        tag: 99,
        sealed: bytes.try_into().unwrap(),
    }
}
