//! What mail, chat, keyboards and people do to links.

use base64ct::{Base64UrlUnpadded, Encoding};
use std::fmt::Write;

use crate::codec::{frame, link::LinkError};

/// What was done, and what comes of it.
pub(super) type Mangled = (&'static str, String);

pub(super) const PAGE: &str = "https://example.org/plumbline/answer.html";

/// What can be undone.
pub(super) fn undone(link: &str) -> Vec<Mangled> {
    let whole = format!("{PAGE}#{link}");
    let kinds = [
        typed(&whole, link),
        escapes(&whole),
        redirects(&whole),
        proofpoint(&whole),
        chats(&whole),
        broken(&whole),
        changed(&whole, link),
    ];
    kinds.concat()
}

/// What people put around a link.
fn typed(whole: &str, link: &str) -> Vec<Mangled> {
    vec![
        ("whole", whole.to_owned()),
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
    ]
}

/// What is written for characters in addresses.
fn escapes(whole: &str) -> Vec<Mangled> {
    vec![
        ("hash escaped", whole.replace('#', "%23")),
        ("hash escaped twice", whole.replace('#', "%2523")),
        ("hash escaped three times", whole.replace('#', "%252523")),
        (
            "hash and sign escaped",
            whole.replace('#', "%23").replace('=', "%3D"),
        ),
        (
            "all escaped, small",
            escaped(whole).to_ascii_lowercase_escapes(),
        ),
        ("all escaped", escaped(whole)),
    ]
}

/// What mail filters and portals lead through.
fn redirects(whole: &str) -> Vec<Mangled> {
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
    vec![
        ("Safe Links", safe(whole)),
        ("Safe Links twice", safe(&safe(whole))),
        ("Safe Links three times", safe(&safe(&safe(whole)))),
        ("Safe Links of a google link", safe(&google(whole))),
        ("Safe Links in a page", safe(whole).replace('&', "&amp;")),
        (
            "Teams",
            format!(
                "https://statics.teams.cdn.office.net/evergreen-assets/safelinks/1/atp-safelinks.html?url={}&locale=en-us&dest=https%3A%2F%2Fteams.microsoft.com%2Fapi%2Fmt",
                escaped(whole)
            ),
        ),
        (
            "Teams, the other host",
            format!(
                "https://teams.public.onecdn.static.microsoft/evergreen-assets/safelinks/2/atp-safelinks.html?url={}&pc=x",
                escaped(&safe(whole))
            ),
        ),
        ("google", google(whole)),
        (
            "facebook",
            format!("https://l.facebook.com/l.php?u={}&h=AT0", escaped(whole)),
        ),
        (
            "linkedin",
            format!(
                "https://www.linkedin.com/redir/redirect?url={}&urlhash=x",
                escaped(whole)
            ),
        ),
        (
            "Mimecast and Barracuda style",
            format!(
                "https://linkprotect.cudasvc.com/url?a={}&c=E,1,x&typo=1",
                escaped(whole)
            ),
        ),
    ]
}

/// Proofpoint's two ways.
fn proofpoint(whole: &str) -> Vec<Mangled> {
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
    ]
}

/// What chats and pages make of a link.
fn chats(whole: &str) -> Vec<Mangled> {
    vec![
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
    ]
}

/// What lines, and characters that nobody sees, do to it.
fn broken(whole: &str) -> Vec<Mangled> {
    let wrapped = |width: usize, between: &str| {
        let pieces: Vec<&str> = whole
            .as_bytes()
            .chunks(width)
            .map(|piece| str::from_utf8(piece).unwrap())
            .collect();
        pieces.join(between)
    };
    vec![
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
        ("entities without width", wrapped(40, "&#8203;")),
        ("coloured", wrapped(60, "</span><span style=\"color:red\">")),
        ("wbr", wrapped(25, "<wbr>")),
    ]
}

/// What keyboards make of it, and what stands beside it.
fn changed(whole: &str, link: &str) -> Vec<Mangled> {
    vec![
        ("turned direction", format!("\u{2068}{whole}\u{2069}")),
        ("no-break space after", format!("{whole}\u{a0}thanks")),
        ("hyphens that do not break", whole.replace('-', "\u{2011}")),
        ("two hyphens as one dash", whole.replace("--", "\u{2014}")),
        ("hyphens as dashes", whole.replace('-', "\u{2013}")),
        (
            "full width hash and sign",
            whole.replace('#', "＃").replacen('=', "＝", 1),
        ),
        ("capital prefix", capital(whole, link)),
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
pub(super) fn lost(link: &str) -> Vec<(&'static str, String, LinkError)> {
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
            format!("{PAGE}#{}", frame::encode(&link[..2], vec![9; 80])),
            LinkError::OtherVersion(9),
        ),
    ]
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
