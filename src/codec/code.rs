//! A ballot as text: 100 characters of Crockford's base 32, read in either case.
//!
//! | bits | what |
//! |---|---|
//! | 5 | `P`: a Plumbline ballot, version 1 |
//! | 5 | `E` or `T`: the side |
//! | 14 | the survey's tag ([`Fingerprint::tag`](super::fingerprint::Fingerprint::tag)) |
//! | 448 | the sealed answers |
//! | 24 | checksum over everything before |

use base32::Alphabet;

use super::{
    ballot::{Ballot, SEALED},
    checksum,
};
use crate::domain::side::Side;

/// Characters of a code, the same for every sheet.
pub const LENGTH: usize = 100;
/// Bytes before the checksum.
const BODY: usize = HEADER + SEALED;
/// Bytes of mark, side and tag.
const HEADER: usize = 3;
/// Bits of the tag.
const TAG_BITS: u32 = 14;
/// The first two characters of every code, by side.
const STARTS: [(Side, u32); 2] = [
    (Side::Executive, MARK << 5 | EXECUTIVE),
    (Side::Team, MARK << 5 | TEAM),
];
/// The value of `P` in the alphabet.
const MARK: u32 = 22;
/// The value of `E` in the alphabet.
const EXECUTIVE: u32 = 14;
/// The value of `T` in the alphabet.
const TEAM: u32 = 26;

/// The code of `ballot`.
#[must_use]
pub fn encode(ballot: &Ballot) -> String {
    let start = STARTS
        .iter()
        .find(|(side, _)| *side == ballot.side)
        .map_or(0, |(_, start)| *start);
    let [_, header @ ..] = (start << TAG_BITS | u32::from(ballot.tag)).to_be_bytes();
    let mut bytes = header.to_vec();
    bytes.extend(ballot.sealed);
    bytes.extend(checksum::of(&bytes));
    base32::encode(Alphabet::Crockford, &bytes)
}

/// The ballot of a whole code and nothing else, or `None`.
#[must_use]
pub fn decode(code: &[u8]) -> Option<Ballot> {
    let body = body(code)?;
    let (header, sealed) = body.split_at_checked(HEADER)?;
    let &[a, b, c] = header else { return None };
    let header = u32::from_be_bytes([0, a, b, c]);
    let (side, _) = *STARTS
        .iter()
        .find(|(_, start)| *start == header >> TAG_BITS)?;
    Some(Ballot {
        side,
        tag: u16::try_from(header & ((1 << TAG_BITS) - 1)).ok()?,
        sealed: sealed.try_into().ok()?,
    })
}

/// Whether this is a whole code that does not begin like those of this version.
#[must_use]
pub fn is_of_another_version(code: &[u8]) -> bool {
    body(code).is_some() && decode(code).is_none()
}

/// All bytes before the checksum, if that is right.
fn body(code: &[u8]) -> Option<Vec<u8>> {
    let code = str::from_utf8(code)
        .ok()
        .filter(|code| code.len() == LENGTH)?;
    let mut bytes = base32::decode(Alphabet::Crockford, code)?;
    // The four bits after the last byte must be zero, or one ballot would have sixteen codes.
    let same = |other: &str| code.chars().zip(other.chars()).all(|(a, b)| is_same(a, b));
    if !same(&base32::encode(Alphabet::Crockford, &bytes)) {
        return None;
    }
    let (body, sum) = bytes.split_at_checked(BODY)?;
    let is_whole = sum == checksum::of(body);
    bytes.truncate(BODY);
    is_whole.then_some(bytes)
}

/// Whether a character, in either case, stands for the same as `symbol`: `I` and `L` read as 1, `O` as 0.
fn is_same(read: char, symbol: char) -> bool {
    match read.to_ascii_uppercase() {
        'I' | 'L' => symbol == '1',
        'O' => symbol == '0',
        upper => symbol == upper,
    }
}

/// Whether codes hold this character, in either case.
#[must_use]
pub fn is_symbol(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() && !matches!(byte, b'U' | b'u')
}

/// Whether a code can begin with these two characters.
#[must_use]
pub fn is_start(first: u8, second: u8) -> bool {
    first.eq_ignore_ascii_case(&b'P') && matches!(second, b'E' | b'e' | b'T' | b't')
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_code_has_100_characters_and_says_its_side() {
        let code = encode(&ballot(Side::Executive));
        assert_eq!(code.len(), LENGTH);
        assert!(code.starts_with("PE"));
        let side = |code: &str| decode(code.as_bytes()).map(|ballot| ballot.side);
        assert_eq!(side(&code), Some(Side::Executive));
        assert_eq!(side(&encode(&ballot(Side::Team))), Some(Side::Team));
        assert!(encode(&ballot(Side::Team)).starts_with("PT"));
    }

    #[test]
    fn a_code_is_read_in_either_case() {
        let code = encode(&ballot(Side::Team));
        let lower = code
            .to_ascii_lowercase()
            .replace('1', "l")
            .replace('0', "O");
        assert_eq!(decode(lower.as_bytes()), Some(ballot(Side::Team)));
    }

    proptest! {
        #[test]
        fn what_is_encoded_is_decoded(tag in 0_u16..1 << 14, sealed: [u8; 32], more: [u8; 24]) {
            let sealed: [u8; SEALED] = [sealed.as_slice(), &more].concat().try_into().unwrap();
            let ballot = Ballot { side: Side::Team, tag, sealed };
            prop_assert_eq!(decode(encode(&ballot).as_bytes()), Some(ballot));
        }

        #[test]
        fn one_changed_letter_is_noticed(place in 0..LENGTH, letter in 0_usize..32) {
            let code = encode(&ballot(Side::Team)).into_bytes();
            let mut changed = code.clone();
            changed[place] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ"[letter];
            prop_assume!(changed != code);
            prop_assert_eq!(decode(&changed), None);
        }

        #[test]
        fn any_bytes_are_read_without_harm(bytes: Vec<u8>) {
            let _ = decode(&bytes);
        }
    }

    fn ballot(side: Side) -> Ballot {
        Ballot {
            side,
            tag: 12_345,
            sealed: [0xa7; SEALED],
        }
    }
}
