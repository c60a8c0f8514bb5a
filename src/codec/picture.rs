//! Pictures that carry their numbers: the text of a [tally file](super::tally) inside SVG and PNG files.
//!
//! In an SVG it is the content of `<metadata id="plumbline-tally">`, in a PNG the text of an uncompressed `iTXt` chunk
//! (PNG, third edition, 11.3.3.4) with the keyword `plumbline-tally`.

use crc::{CRC_32_ISO_HDLC, Crc, NoTable};
use thiserror::Error;

use super::tally::LONGEST;

/// The checksum of every chunk of a PNG.
const CRC: Crc<u32, NoTable> = Crc::<u32, NoTable>::new(&CRC_32_ISO_HDLC);
/// How every PNG begins.
const SIGNATURE: &[u8] = b"\x89PNG\r\n\x1a\n";
/// Bytes of a chunk around its content: length, kind, checksum.
const AROUND: usize = 12;
/// The chunk's kind.
const KIND: &[u8] = b"iTXt";
/// The keyword, and after it: not compressed, no language, no translated keyword.
const HEAD: &[u8] = b"plumbline-tally\0\0\0\0\0";
/// Before and after the text in an SVG.
const OPEN: &str = "<metadata id=\"plumbline-tally\">";
const CLOSE: &str = "</metadata>";
/// Characters that are markup, and what stands for them.
const ESCAPES: [(char, &str); 5] = [
    ('<', "&lt;"),
    ('>', "&gt;"),
    ('&', "&amp;"),
    ('"', "&quot;"),
    ('\'', "&apos;"),
];

/// Why no text could be taken from a picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum PictureError {
    /// Its end is missing.
    #[error("cut short")]
    CutShort,
    /// It was changed on its way.
    #[error("damaged")]
    Damaged,
    /// A picture without numbers in it.
    #[error("without a tally")]
    Foreign,
}

/// Whether a file says that it is a PNG.
#[must_use]
pub fn is_png(bytes: &[u8]) -> bool {
    bytes.starts_with(SIGNATURE)
}

/// The PNG with `text` inside; as it is, if it is no PNG.
#[must_use]
pub fn into_png(mut png: Vec<u8>, text: &str) -> Vec<u8> {
    let content = [KIND, HEAD, text.as_bytes()].concat();
    let length = u32::try_from(content.len() - KIND.len());
    let (Some(place), Ok(length)) = (after_first(&png), length) else {
        return png;
    };
    let sum = CRC.checksum(&content).to_be_bytes();
    let chunk = [&length.to_be_bytes(), content.as_slice(), &sum].concat();
    png.splice(place..place, chunk);
    png
}

/// Where the first chunk ends, which must stay the first.
fn after_first(png: &[u8]) -> Option<usize> {
    let chunks = png.strip_prefix(SIGNATURE)?;
    let (_, rest) = chunk(chunks)?;
    Some(png.len() - rest.len())
}

/// The text inside a PNG.
///
/// # Errors
///
/// Says why there is none.
pub fn from_png(png: &[u8]) -> Result<String, PictureError> {
    let mut rest = png.strip_prefix(SIGNATURE).ok_or(PictureError::Foreign)?;
    while !rest.is_empty() {
        let (chunk, next) = chunk(rest).ok_or(PictureError::CutShort)?;
        if let Some(text) = chunk.text() {
            // The checksum is slow: not for more than there can be.
            let is_sound = text.len() <= LONGEST && chunk.is_whole();
            return is_sound
                .then(|| String::from_utf8(text.to_vec()).ok())
                .flatten()
                .ok_or(PictureError::Damaged);
        }
        if chunk.kind() == b"IEND" {
            return Err(PictureError::Foreign);
        }
        rest = next;
    }
    Err(PictureError::CutShort)
}

struct Chunk<'a> {
    /// Kind and content.
    body: &'a [u8],
    sum: [u8; 4],
}

/// The chunk that `bytes` begin with, and what follows it; `None` if its end is missing.
fn chunk(bytes: &[u8]) -> Option<(Chunk<'_>, &[u8])> {
    let (length, rest) = bytes.split_first_chunk()?;
    let length = usize::try_from(u32::from_be_bytes(*length)).ok()?;
    let (body, rest) = rest.split_at_checked(length.checked_add(AROUND - 8)?)?;
    let (sum, rest) = rest.split_first_chunk()?;
    Some((Chunk { body, sum: *sum }, rest))
}

impl<'a> Chunk<'a> {
    fn kind(&self) -> &'a [u8] {
        self.body.get(..KIND.len()).unwrap_or_default()
    }

    fn text(&self) -> Option<&'a [u8]> {
        self.body.strip_prefix(KIND)?.strip_prefix(HEAD)
    }

    fn is_whole(&self) -> bool {
        CRC.checksum(self.body).to_be_bytes() == self.sum
    }
}

/// The SVG with `text` inside; as it is, if it is no SVG with a description.
#[must_use]
pub fn into_svg(svg: &str, text: &str) -> String {
    match svg.split_once("</desc>") {
        Some((before, after)) => format!("{before}</desc>\n{OPEN}{}{CLOSE}{after}", escaped(text)),
        None => svg.to_owned(),
    }
}

/// The text inside an SVG, also if a drawing program has written its tags anew.
///
/// # Errors
///
/// Says why there is none.
pub fn from_svg(svg: &str) -> Result<String, PictureError> {
    if !svg.contains("<svg") {
        return Err(PictureError::Foreign);
    }
    // Whatever else an SVG is, the tag of its root may be the whole of it, or have a prefix.
    let root = svg
        .split_once("<svg")
        .and_then(|root| root.1.split_once('>'));
    let is_only_root = root.is_some_and(|(tag, _)| tag.ends_with('/'));
    let is_closed = is_only_root || svg.contains("</svg");
    let is_whole = svg.trim_end().ends_with('>') && is_closed;
    for part in svg.split("<metadata").skip(1) {
        let Some((attributes, content)) = part.split_once('>') else {
            continue;
        };
        if attributes.contains("plumbline-tally") {
            let content = content.split_once(CLOSE).ok_or(PictureError::CutShort)?.0;
            if content.len() > LONGEST {
                return Err(PictureError::Damaged);
            }
            return Ok(unescaped(content));
        }
    }
    Err(if is_whole {
        PictureError::Foreign
    } else {
        PictureError::CutShort
    })
}

fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match ESCAPES.iter().find(|(plain, _)| *plain == letter) {
            Some((_, escape)) if letter != '"' => out.push_str(escape),
            Some(_) | None => out.push(letter),
        }
    }
    out
}

/// Text as XML means it: with names or numbers of characters, or in a CDATA section.
fn unescaped(content: &str) -> String {
    let inner = content.trim().strip_prefix("<![CDATA[");
    if let Some(inner) = inner.and_then(|inner| inner.strip_suffix("]]>")) {
        return inner.to_owned();
    }
    let mut out = String::with_capacity(content.len());
    let mut parts = content.split('&');
    out.push_str(parts.next().unwrap_or_default());
    for part in parts {
        let known = part
            .split_once(';')
            .and_then(|(name, after)| Some((letter(name)?, after)));
        if let Some((letter, after)) = known {
            out.push(letter);
            out.push_str(after);
        } else {
            out.push('&');
            out.push_str(part);
        }
    }
    out
}

/// The character of an entity, by its name without `&` and `;`.
fn letter(name: &str) -> Option<char> {
    if let Some(number) = name.strip_prefix("#x") {
        return char::from_u32(u32::from_str_radix(number, 16).ok()?);
    }
    if let Some(number) = name.strip_prefix('#') {
        return char::from_u32(number.parse().ok()?);
    }
    let mut escapes = ESCAPES.iter();
    let found = escapes.find(|(_, escape)| escape.trim_matches(['&', ';']) == name);
    found.map(|(plain, _)| *plain)
}
