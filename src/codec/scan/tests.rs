//! What a scan finds, and what it does not.

use base64ct::{Base64, Encoding};
use proptest::prelude::*;

use super::*;
use crate::{
    codec::{ballot::SEALED, code},
    domain::side::Side,
};

#[test]
fn codes_are_found_in_a_chat() {
    let (one, two) = (code_of(1), code_of(2));
    let text = format!(
        "[09:14] Ana: here you go {one}\n[09:15] Ben: \"{}\" thanks, see you at 3pm\n> {one}",
        two.to_lowercase()
    );
    let scan = scan(&text);
    assert_eq!(codes(&scan), sorted([one, two]));
    assert_eq!(scan.repeated, 1);
    assert_eq!(scan.unread, []);
}

#[test]
fn a_wrapped_and_quoted_code_is_found() {
    let code = code_of(3);
    let wraps = [
        "\n", "\r\n> ", "\n> > ", "=\n", "\u{200b}", "\u{ad}", " ", "-", "\n  * ",
    ];
    for wrap in wraps {
        let (start, rest) = code.split_at(41);
        let (middle, end) = rest.split_at(17);
        let text = format!("- {start}{wrap}{middle}{wrap}{end}.");
        assert_eq!(codes(&scan(&text)), [code.as_str()], "{wrap:?}");
    }
}

#[test]
fn a_damaged_and_a_cut_code_are_named() {
    let code = code_of(4);
    let (start, _) = code.split_at(60);
    let mut damaged = code_of(5);
    damaged.replace_range(50..51, if &damaged[50..51] == "7" { "8" } else { "7" });
    let scan = scan(&format!("{start} … and {damaged}"));
    let why: Vec<Why> = scan.unread.iter().map(|unread| unread.why).collect();
    assert_eq!(why, [Why::CutOff, Why::Damaged]);
    assert_eq!(scan.unread[0].start, start[..8]);
    assert_eq!(scan.ballots, []);
}

#[test]
fn the_first_letter_may_be_the_damaged_one() {
    let damaged = code_of(4).replacen('P', "Q", 1);
    assert_eq!(scan(&damaged).unread[0].why, Why::Damaged);
}

#[test]
fn a_cut_code_does_not_swallow_the_next_one() {
    let (one, two) = (code_of(6), code_of(7));
    let (start, _) = one.split_at(70);
    let scan = scan(&format!("{start}\n{two}"));
    assert_eq!(codes(&scan), [two]);
    assert_eq!(scan.unread.len(), 1);
}

#[test]
fn words_are_not_codes() {
    let text = "People at PTA meetings: https://example.org/petition?id=pe77abc \
        PETER said e7d4f1a09b8c7d6e5f4a3b2c1d0e9f8a7b6c5d4e, 4,000 people pet 12 dogs.";
    assert_eq!(scan(text), Scan::default());
}

#[test]
fn what_mail_json_and_pages_write_for_characters_is_undone() {
    let code = code_of(8);
    let (start, end) = code.split_at(37);
    let between = [
        "&#8203;",
        "&#x200B;",
        "&shy;",
        "&nbsp;",
        "&amp;nbsp;",
        "<wbr>",
        "<br/>\n",
        "</span><span class=\"x\">",
        "\\n",
        "\\u200b",
        "\\\\n",
        "=E2=80=8B",
        "=\r\n",
        "=20=\r\n",
        "%20",
        "%E2%80%8B",
        "\u{202c}\u{2068}",
    ];
    for between in between {
        let text = format!("a&b <Ana {start}{between}{end}<3 100% =");
        assert_eq!(codes(&scan(&text)), [code.as_str()], "{between:?}");
        assert_eq!(scan(&text).unread, [], "{between:?}");
    }
    for text in [
        format!("x={code}"),
        format!("\\n{code}\\n"),
        format!("<{code}>"),
        format!("<a href=\"https://example.org/#b={code}\">mine</a>"),
        format!("&#80;{}", &code[1..]),
        format!("＃Ｐ{}", &code[1..]),
    ] {
        assert_eq!(codes(&scan(&text)), [code.as_str()], "{text}");
    }
}

/// A part of a mail: its head, and its text in base 64, in lines of 76.
fn mail(text: &[u8]) -> String {
    let text = Base64::encode_string(text);
    let lines: Vec<&str> = text
        .as_bytes()
        .chunks(76)
        .map(|line| str::from_utf8(line).unwrap())
        .collect();
    format!(
        "--b1_7f\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n{}\r\n\r\n--b1_7f--",
        lines.join("\r\n")
    )
}

#[test]
fn mail_in_base_64_is_read() {
    let (one, two) = (code_of(1), code_of(2));
    for pad in 0..80 {
        let pad = "ä ".repeat(pad);
        for text in [
            format!("{pad}{one}"),
            format!(
                "{pad}Here it is:\r\n> {}\r\n> {}\r\nKind regards, Zoë",
                &one[..70],
                &one[70..]
            ),
            format!("<p>{pad}<b>{}=20{}</b></p>", &one[..9], &one[9..]),
        ] {
            let text = format!(
                "{}\n{two}\n{}",
                mail(text.as_bytes()),
                mail(b"nothing to be found in here, but long enough for a line")
            );
            let found = scan(&text);
            assert_eq!(codes(&found), sorted([one.clone(), two.clone()]), "{text}");
            assert_eq!(found.unread, [], "{text}");
        }
    }
    let wide: Vec<u8> = one.encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_eq!(codes(&scan(&mail(&wide))), [one.as_str()]);
    let long = mail(format!("{}{one}", "All that was written before. ".repeat(400)).as_bytes());
    assert_eq!(codes(&scan(&long)), [one.as_str()]);
    let (cut, _) = long.split_at(long.len() - 60);
    assert_eq!(scan(cut).unread[0].why, Why::CutOff);
}

#[test]
fn codes_of_two_parts_are_not_joined() {
    let code = code_of(8);
    let (start, end) = code.split_at(45);
    let text = mail(start.as_bytes()) + "\n" + &mail(end.as_bytes());
    assert_eq!(scan(&text).ballots, []);
}

#[test]
fn a_file_in_utf_16_is_read() {
    let code = code_of(9);
    let (start, end) = code.split_at(50);
    let text = format!("\u{feff}Ana: {start}\r\n> {end}\r\n");
    let little: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let big: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
    for bytes in [text.as_bytes(), &little, &big] {
        let mut scanner = Scanner::default();
        scanner.feed_bytes(bytes);
        assert_eq!(codes(&scanner.finish()), [code.as_str()]);
    }
}

#[test]
fn a_code_of_another_version_is_named() {
    let bytes = base32::decode(base32::Alphabet::Crockford, &code_of(4)).unwrap();
    let mut later = bytes[..59].to_vec();
    later[0] ^= 1 << 3;
    later.extend(crate::codec::checksum::of(&later));
    let later = base32::encode(base32::Alphabet::Crockford, &later);
    let scan = scan(&format!("here: {later}."));
    assert_eq!(scan.ballots, []);
    assert_eq!(scan.unread[0].why, Why::OtherVersion);
    assert_eq!(scan.unread[0].start, later[..8]);
}

#[test]
fn a_picture_in_a_page_is_not_called_a_damaged_code() {
    let picture = "PE7A9B0C1D2E3F4G5H6J".repeat(400);
    assert_eq!(scan(&format!("data:{picture}")), Scan::default());
}

proptest! {
    #[test]
    fn any_text_is_scanned_without_harm(text: String) {
        let _ = scan(&text);
    }

    #[test]
    fn it_does_not_matter_where_the_text_is_cut(cuts in proptest::collection::vec(0_usize..400, 0..9), pad in 32_000_usize..33_500) {
        let long = "a. ".repeat(pad / 3);
        let text = format!("{long}{}\n> {}=\n&nbsp;{}…\n{}", code_of(1), &code_of(2)[..40], &code_of(2)[40..], mail(code_of(3).as_bytes()));
        let mut scanner = Scanner::default();
        let mut rest = text.as_str();
        for cut in cuts {
            let (piece, after) = rest.split_at_checked(cut * 97).unwrap_or((rest, ""));
            scanner.feed(piece);
            rest = after;
        }
        scanner.feed(rest);
        prop_assert_eq!(scanner.finish(), scan(&text));
        prop_assert_eq!(scan(&text).ballots.len(), 3);
    }

    #[test]
    fn nothing_is_invented(text in "[PETpet0-9A-Z \n>]{0,600}") {
        prop_assert_eq!(scan(&text).ballots, []);
    }
}

fn code_of(seed: u8) -> String {
    let mut sealed = [0; SEALED];
    for (place, byte) in sealed.iter_mut().enumerate() {
        *byte = seed
            .wrapping_mul(31)
            .wrapping_add(u8::try_from(place * 83 % 256).unwrap());
    }
    code::encode(&Ballot {
        side: Side::Team,
        tag: 99,
        sealed,
    })
}

fn codes(scan: &Scan) -> Vec<String> {
    scan.ballots.iter().map(code::encode).collect()
}

fn sorted<const N: usize>(mut codes: [String; N]) -> [String; N] {
    codes.sort();
    codes
}
