//! What all links have in common: a prefix that says which kind it is, then base 64 (RFC 4648, section 5, without
//! padding) of the version, what the link holds, and a checksum.

use base64ct::{Base64UrlUnpadded, Encoding};

use super::{checksum, link::LinkError};

/// The fragment that holds `bytes`, the first of which is the version.
pub(super) fn encode(prefix: &str, mut bytes: Vec<u8>) -> String {
    bytes.extend(checksum::of(&bytes));
    format!("{prefix}{}", Base64UrlUnpadded::encode_string(&bytes))
}

/// The bytes after the prefix of a link's fragment, up to what chat and mail hang on its end; of a link cut in the
/// middle of a byte, the whole ones. Of more than `longest` characters nothing is read.
pub(super) fn payload(fragment: &str, prefix: &str, longest: usize) -> Result<Vec<u8>, LinkError> {
    let payload = fragment.strip_prefix(prefix).ok_or(LinkError::Damaged)?;
    let payload = payload.split(|c| !is_payload(c)).next().unwrap_or_default();
    if payload.len() > longest {
        return Err(LinkError::Damaged);
    }
    bytes(payload)
}

/// Whether links hold this character.
pub(super) fn is_payload(character: char) -> bool {
    character.is_ascii_alphanumeric() || matches!(character, '-' | '_')
}

fn bytes(payload: &str) -> Result<Vec<u8>, LinkError> {
    let whole = if payload.len() % 4 == 1 {
        payload.len() - 1
    } else {
        payload.len()
    };
    let payload = payload.get(..whole).unwrap_or_default();
    Base64UrlUnpadded::decode_vec(payload).map_err(|_| LinkError::CutShort)
}

/// What stands before the checksum of `whole`, if `left`, what was not read, is exactly that checksum.
pub(super) fn checked<'a>(whole: &'a [u8], left: &[u8]) -> Result<&'a [u8], LinkError> {
    if left.len() < checksum::LENGTH {
        return Err(LinkError::CutShort);
    }
    let body = whole.get(..whole.len().saturating_sub(left.len()));
    body.filter(|body| checksum::of(body) == left)
        .ok_or(LinkError::Damaged)
}

/// What is wrong with a link of a version that is not known: damaged, unless its checksum is right, which ends links of
/// every version.
pub(super) fn of_another_version(whole: &[u8]) -> LinkError {
    let body = whole.len().saturating_sub(checksum::LENGTH);
    match whole.split_at_checked(body) {
        Some((body @ [version, ..], sum)) if checksum::of(body) == sum => {
            LinkError::OtherVersion(*version)
        }
        Some(_) | None => LinkError::Damaged,
    }
}

/// Why a record in a link cannot be read.
pub(super) fn unreadable(error: &postcard::Error) -> LinkError {
    if *error == postcard::Error::DeserializeUnexpectedEnd {
        LinkError::CutShort
    } else {
        LinkError::Damaged
    }
}
