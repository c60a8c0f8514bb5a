//! A ballot as the part of a link after `#`: `b=` and its code, which any text scan finds there, then `.` and whose
//! survey it is for: base 64 of the version (1), the first 8 bytes of the survey's fingerprint, team and company, and a
//! checksum (`frame.rs`).
//!
//! The second part is for people on other devices. The ballot is whole without it.

use super::{
    ballot::Ballot,
    code::{self, LENGTH},
    fingerprint::Fingerprint,
    frame,
    link::LinkError,
    wire,
};
use crate::domain::survey::Survey;

/// What every ballot link's fragment begins with.
pub const PREFIX: &str = "b=";
/// No second part of this version is longer, in characters: hostile ones are refused unread.
const LONGEST: usize = 500;
/// The version that is written.
const VERSION: u8 = 1;
/// Bytes of a fingerprint that name a survey.
const ID: usize = 8;

/// What a ballot link holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BallotLink {
    /// The sealed sheet.
    pub ballot: Ballot,
    /// Whose survey it says it is for; `None` if that part was lost. Nothing proves it: the ballot's own tag counts.
    pub of: Option<Whose>,
}

/// Whose survey something is for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Whose {
    /// The survey's id ([`Fingerprint::id`]).
    pub id: String,
    /// The team that it is about.
    pub team: String,
    /// The company, if it was named.
    pub company: Option<String>,
}

/// The fragment of the link that brings `ballot` to whoever runs `survey`, without `#`.
#[must_use]
pub fn encode(survey: &Survey, ballot: &Ballot) -> String {
    let fingerprint = Fingerprint::of(survey);
    let (id, _) = fingerprint.bytes().split_at(ID);
    let mut whose = vec![VERSION];
    whose.extend(id);
    let names = (&survey.team, survey.company.as_deref().unwrap_or_default());
    // Serialising two texts into a growing vector has nothing that could fail.
    whose.extend(postcard::to_allocvec(&names).unwrap_or_default());
    let whose = frame::encode("", whose);
    format!("{PREFIX}{}.{whose}", code::encode(ballot))
}

/// Reads the fragment of a ballot link; what chat and mail hang on its end is left out.
///
/// # Errors
///
/// Says what is wrong with its code. A second part that is lost is no error.
pub fn decode(fragment: &str) -> Result<BallotLink, LinkError> {
    let rest = fragment.strip_prefix(PREFIX).ok_or(LinkError::Damaged)?;
    let length = rest.bytes().take_while(|b| code::is_symbol(*b)).count();
    let (code, after) = rest.split_at_checked(length).ok_or(LinkError::Damaged)?;
    let ballot = code::decode(code.as_bytes()).ok_or_else(|| unreadable(code))?;
    let of = after.strip_prefix('.').and_then(whose);
    Ok(BallotLink { ballot, of })
}

fn unreadable(code: &str) -> LinkError {
    match code.as_bytes() {
        code if code.len() < LENGTH => LinkError::CutShort,
        [first, ..] if code::is_of_another_version(code.as_bytes()) => {
            LinkError::OtherVersion(*first)
        }
        _ => LinkError::Damaged,
    }
}

fn whose(payload: &str) -> Option<Whose> {
    let bytes = frame::payload(payload, "", LONGEST).ok()?;
    let (&VERSION, rest) = bytes.split_first()? else {
        return None;
    };
    let (id, names) = rest.split_first_chunk::<ID>()?;
    let ((team, company), left) = postcard::take_from_bytes::<(String, String)>(names).ok()?;
    frame::checked(&bytes, left).ok()?;
    wire::are_names(&team, &company).then(|| Whose {
        id: super::fingerprint::hexadecimal(id),
        team,
        company: Some(company).filter(|name| !name.is_empty()),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        codec::{ballot::SEALED, scan},
        domain::{example, side::Side},
    };

    #[test]
    fn a_ballot_travels_with_the_name_of_its_survey() {
        let link = encode(&example::survey(), &ballot());
        assert!(link.len() < 200, "{}", link.len());
        let read = decode(&format!("{link}&x")).unwrap();
        assert_eq!(read.ballot, ballot());
        let of = read.of.unwrap();
        assert_eq!(of.id, Fingerprint::of(&example::survey()).id());
        assert_eq!(of.team, example::survey().team);
        assert_eq!(of.company, example::survey().company);
        assert_eq!(scan::scan(&link).ballots, [ballot()]);
    }

    #[test]
    fn a_lost_second_part_costs_only_the_name() {
        let link = encode(&example::survey(), &ballot());
        for end in PREFIX.len()..link.len() {
            let read = decode(&link[..end]);
            if end < PREFIX.len() + LENGTH {
                assert_eq!(read, Err(LinkError::CutShort), "{end}");
            } else {
                let expected = BallotLink {
                    ballot: ballot(),
                    of: None,
                };
                assert_eq!(read, Ok(expected), "{end}");
            }
        }
    }

    fn ballot() -> Ballot {
        Ballot {
            side: Side::Team,
            tag: 4,
            sealed: [0x5c; SEALED],
        }
    }
}
