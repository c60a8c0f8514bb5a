//! One ballot as a file: `plumbline ballot 1`, and the fragment of its link ([`ballot_link`]) in the next line.

use thiserror::Error;

use super::{
    ballot::Ballot,
    ballot_link::{self, BallotLink},
    link::LinkError,
};
use crate::domain::survey::Survey;

/// What the file begins with, before the version.
const FORMAT: &str = "plumbline ballot ";
/// The version that is written.
const VERSION: u32 = 1;

/// Why a file holds no ballot.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum BallotFileError {
    /// It is something else.
    #[error("not a ballot")]
    NotABallot,
    /// Written by a later version of Plumbline.
    #[error("written by version {0}")]
    Later(u32),
    /// What stands in it cannot be read.
    #[error("its ballot: {0}")]
    Ballot(#[from] LinkError),
}

/// The file that brings `ballot` to whoever runs `survey`.
#[must_use]
pub fn encode(survey: &Survey, ballot: &Ballot) -> String {
    let link = ballot_link::encode(survey, ballot);
    format!("{FORMAT}{VERSION}\n{link}\n")
}

/// Reads one ballot from a file's text.
///
/// # Errors
///
/// Says why there is none.
pub fn decode(text: &str) -> Result<BallotLink, BallotFileError> {
    let text = text.trim_start_matches('\u{feff}').trim_start();
    let rest = text
        .strip_prefix(FORMAT)
        .ok_or(BallotFileError::NotABallot)?;
    let (version, rest) = rest.split_once('\n').unwrap_or((rest, ""));
    match version.trim().parse() {
        Ok(VERSION) if rest.is_empty() => Err(LinkError::CutShort.into()),
        Ok(VERSION) => Ok(ballot_link::decode(rest)?),
        Ok(later) => Err(BallotFileError::Later(later)),
        Err(_) => Err(BallotFileError::NotABallot),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        codec::{ballot::SEALED, scan},
        domain::{example, side::Side},
    };

    #[test]
    fn a_ballot_file_is_read_back_and_is_text_with_a_code() {
        let ballot = Ballot {
            side: Side::Executive,
            tag: 3,
            sealed: [9; SEALED],
        };
        let text = encode(&example::survey(), &ballot);
        let read = decode(&text.replace('\n', "\r\n")).unwrap();
        assert_eq!(read.ballot, ballot);
        assert_eq!(read.of.map(|of| of.team), Some(example::survey().team));
        assert_eq!(scan::scan(&text).ballots, [ballot]);
        let cut = decode(&text[..70]);
        assert_eq!(cut, Err(LinkError::CutShort.into()));
        let later = text.replace("ballot 1", "ballot 2");
        assert_eq!(decode(&later), Err(BallotFileError::Later(2)));
        assert_eq!(decode("hello"), Err(BallotFileError::NotABallot));
    }
}
