//! Links as mail and chat leave them: each is recovered, or what is lost is named; none becomes another one.

use std::fmt::Write;

use base64ct::{Base64UrlUnpadded, Encoding};
use proptest::prelude::*;

use super::*;
use crate::{
    codec::{
        ballot::{Ballot, SEALED},
        code,
        record::Day,
        sealing,
    },
    domain::{
        example,
        release::Released,
        side::{BySide, Side},
    },
};

const PAGE: &str = "https://example.org/plumbline/answer.html";

/// What mail, chat, keyboards and people do to `#link` at [`PAGE`], and it can be undone.
fn undone(link: &str) -> Vec<(&'static str, String)> {
    let whole = format!("{PAGE}#{link}");
    let wrapped = |width: usize, between: &str| {
        let pieces: Vec<&str> = whole
            .as_bytes()
            .chunks(width)
            .map(|piece| str::from_utf8(piece).unwrap())
            .collect();
        pieces.join(between)
    };
    let safe = |inner: &str| {
        format!(
            "https://eur01.safelinks.protection.outlook.com/?url={}&data=05%7C02%7Cana%40example.org%7C7f3a&sdata=Zk9%2Bq%3D&reserved=0",
            escaped(inner)
        )
    };
    let google = |inner: &str| {
        format!(
            "https://www.google.com/url?q={}&sa=D&source=editors&ust=17",
            escaped(inner)
        )
    };
    let proofpoint_2 = whole
        .replace('-', "-2D")
        .replace('_', "-5F")
        .replace('/', "_")
        .replace(':', "-3A")
        .replace('#', "-23")
        .replace('=', "-3D");
    let hash = Base64UrlUnpadded::encode_string(b"#");
    let (before, after) = whole.split_once('#').unwrap();
    vec![
        ("whole", whole.clone()),
        ("fragment", link.to_owned()),
        ("fragment with hash", format!("#{link}")),
        ("space around", format!("  \n{whole}\n")),
        ("full stop", format!("{whole}.")),
        ("comma", format!("{whole}, please")),
        ("bracket", format!("(see {whole})")),
        ("bracket and full stop", format!("(see {whole}).")),
        ("semicolon", format!("{whole};")),
        ("exclamation", format!("{whole}!!")),
        ("in angles", format!("<{whole}>")),
        ("in angles with URL:", format!("<URL:{whole}>")),
        ("in quotes", format!("\"{whole}\"")),
        ("in smart quotes", format!("“{whole}”")),
        ("in guillemets", format!("«{whole}»")),
        ("emoji after", format!("{whole}🙏🏽")),
        ("emoji before", format!("👉{whole}")),
        ("ellipsis after", format!("{whole}…")),
        ("query after", format!("{whole}&utm_source=newsletter")),
        ("query before", whole.replace('#', "?utm_source=mail#")),
        ("hash escaped", whole.replace('#', "%23")),
        ("hash escaped twice", whole.replace('#', "%2523")),
        ("hash escaped three times", whole.replace('#', "%252523")),
        (
            "hash and sign escaped",
            whole.replace('#', "%23").replace('=', "%3D"),
        ),
        (
            "all escaped, small",
            escaped(&whole).to_ascii_lowercase_escapes(),
        ),
        ("all escaped", escaped(&whole)),
        ("Safe Links", safe(&whole)),
        ("Safe Links twice", safe(&safe(&whole))),
        ("Safe Links three times", safe(&safe(&safe(&whole)))),
        ("Safe Links of a google link", safe(&google(&whole))),
        ("Safe Links in a page", safe(&whole).replace('&', "&amp;")),
        (
            "Teams",
            format!(
                "https://statics.teams.cdn.office.net/evergreen-assets/safelinks/1/atp-safelinks.html?url={}&locale=en-us&dest=https%3A%2F%2Fteams.microsoft.com%2Fapi%2Fmt",
                escaped(&whole)
            ),
        ),
        (
            "Teams, the other host",
            format!(
                "https://teams.public.onecdn.static.microsoft/evergreen-assets/safelinks/2/atp-safelinks.html?url={}&pc=x",
                escaped(&safe(&whole))
            ),
        ),
        ("google", google(&whole)),
        (
            "facebook",
            format!("https://l.facebook.com/l.php?u={}&h=AT0", escaped(&whole)),
        ),
        (
            "linkedin",
            format!(
                "https://www.linkedin.com/redir/redirect?url={}&urlhash=x",
                escaped(&whole)
            ),
        ),
        (
            "Proofpoint 2",
            format!(
                "https://urldefense.proofpoint.com/v2/url?u={proofpoint_2}&d=DwMFaQ&c=eRA&r=kp9&m=Zk&s=Qx&e="
            ),
        ),
        (
            "Proofpoint 3",
            format!("https://urldefense.com/v3/__{before}*{after}__;{hash}!!Nhn8V6Bz!Rs$"),
        ),
        (
            "Proofpoint 3, a run",
            format!(
                "https://urldefense.com/v3/__{before}**A{after}__;{}!!Nhn8V6Bz!Rs$",
                Base64UrlUnpadded::encode_string(b"##")
            ),
        ),
        (
            "Mimecast and Barracuda style",
            format!(
                "https://linkprotect.cudasvc.com/url?a={}&c=E,1,x&typo=1",
                escaped(&whole)
            ),
        ),
        ("Slack", format!("<{whole}|{whole}>")),
        (
            "Slack, shortened words",
            format!("<{whole}|{}…>", &whole[..60]),
        ),
        ("Slack export", whole.replace('/', "\\/")),
        (
            "Slack export of angles",
            format!("{{\"text\":\"\\u003c{whole}\\u003e\"}}"),
        ),
        (
            "JSON escapes",
            whole.replace('#', "\\u0023").replace('=', "\\u003d"),
        ),
        ("Outlook as text", format!("answer here<{whole}>")),
        ("Outlook twice", format!("{whole}<{whole}>")),
        ("markdown", format!("[the survey]({whole})")),
        ("markdown, shown twice", format!("[{whole}]({whole})")),
        (
            "markdown escapes",
            whole.replace('_', "\\_").replace('-', "\\-"),
        ),
        ("markdown code", format!("`{whole}`")),
        ("bold", format!("**{whole}**")),
        ("slanted", format!("_{whole}_")),
        (
            "page",
            format!("<p>Please <a class=\"x\" href=\"{whole}\" target=_blank>answer</a></p>"),
        ),
        (
            "page with entities",
            format!(
                "<a href='{}'>",
                whole.replace('#', "&#35;").replace('=', "&#x3D;")
            ),
        ),
        ("spaces inside", wrapped(57, " ")),
        ("line ends inside", wrapped(72, "\n")),
        ("quoted", wrapped(68, "\r\n> ")),
        ("quoted twice", wrapped(66, "\r\n> > ")),
        (
            "quoted-printable",
            wrapped(75, "=\r\n")
                .replace("s=", "s=3D")
                .replace("r=", "r=3D")
                .replace("b=", "b=3D")
                .replace("c=", "c=3D"),
        ),
        ("without width", wrapped(20, "\u{200b}")),
        ("joiners", wrapped(31, "\u{2060}")),
        ("soft hyphens", wrapped(30, "\u{ad}")),
        ("turned direction", format!("\u{2068}{whole}\u{2069}")),
        ("entities without width", wrapped(40, "&#8203;")),
        ("coloured", wrapped(60, "</span><span style=\"color:red\">")),
        ("wbr", wrapped(25, "<wbr>")),
        ("no-break space after", format!("{whole}\u{a0}thanks")),
        ("hyphens that do not break", whole.replace('-', "\u{2011}")),
        ("two hyphens as one dash", whole.replace("--", "\u{2014}")),
        ("hyphens as dashes", whole.replace('-', "\u{2013}")),
        (
            "full width hash and sign",
            whole.replace('#', "＃").replacen('=', "＝", 1),
        ),
        ("capital prefix", capital(&whole, link)),
        (
            "a damaged one before",
            format!("{PAGE}#{}\n{whole}", damaged(link)),
        ),
        (
            "a cut one before",
            format!("{}...\n\n{whole}", &whole[..whole.len() - 20]),
        ),
        (
            "among words",
            format!("Hi all,\n\nhere is the link: {whole}\nIt takes #4 minutes, s=soon.\n"),
        ),
    ]
}

/// What cannot be undone, and what is said of it.
fn lost(link: &str) -> Vec<(&'static str, String, LinkError)> {
    let whole = format!("{PAGE}#{link}");
    let end = whole.len();
    vec![
        (
            "cut by one",
            whole[..end - 1].to_owned(),
            LinkError::CutShort,
        ),
        (
            "cut in the middle",
            whole[..end - 60].to_owned(),
            LinkError::CutShort,
        ),
        (
            "cut with dots",
            format!("{}...", &whole[..end - 40]),
            LinkError::CutShort,
        ),
        (
            "cut with an ellipsis",
            format!("{}…", &whole[..end - 41]),
            LinkError::CutShort,
        ),
        (
            "cut right after the prefix",
            format!("{PAGE}#{}", &link[..2]),
            LinkError::CutShort,
        ),
        (
            "cut, then words",
            format!("{} thanks Ana", &whole[..end - 30]),
            LinkError::CutShort,
        ),
        (
            "cut in a redirect",
            format!("https://x.example/?url={}", escaped(&whole[..end - 30])),
            LinkError::CutShort,
        ),
        (
            "a letter changed",
            format!("{PAGE}#{}", damaged(link)),
            LinkError::Damaged,
        ),
        ("all small", whole.to_ascii_lowercase(), LinkError::Damaged),
        (
            "later version",
            format!("{PAGE}#{}", frame::encode(&link[..2], vec![2; 80])),
            LinkError::OtherVersion(2),
        ),
    ]
}

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

trait SmallEscapes {
    fn to_ascii_lowercase_escapes(&self) -> String;
}

impl SmallEscapes for String {
    fn to_ascii_lowercase_escapes(&self) -> String {
        self.replace("%3A", "%3a")
            .replace("%2F", "%2f")
            .replace("%3D", "%3d")
    }
}

/// As `encodeURIComponent` writes it.
fn escaped(text: &str) -> String {
    let mut escaped = String::new();
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-_.!~*'()".contains(&byte) {
            escaped.push(char::from(byte));
        } else {
            let _ = write!(escaped, "%{byte:02X}");
        }
    }
    escaped
}

fn capital(whole: &str, link: &str) -> String {
    let prefix = &link[..1];
    whole.replace(
        &format!("#{prefix}="),
        &format!("#{}=", prefix.to_ascii_uppercase()),
    )
}

/// One letter of the payload is another one.
fn damaged(link: &str) -> String {
    let other = if link.as_bytes()[60] == b'X' {
        "Y"
    } else {
        "X"
    };
    let mut damaged = link.to_owned();
    damaged.replace_range(60..=60, other);
    damaged
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
