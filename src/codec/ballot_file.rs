//! One ballot as a file: `plumbline ballot 1`, and the fragment of its link ([`ballot_link`]) in the next line.
//! It is read as any text is ([`scan`](super::scan)).

use super::{ballot::Ballot, ballot_link};
use crate::domain::survey::Survey;

/// What the file begins with, before the version.
const FORMAT: &str = "plumbline ballot ";
/// The version that is written.
const VERSION: u32 = 1;

/// The file that brings `ballot` to whoever runs `survey`.
#[must_use]
pub fn encode(survey: &Survey, ballot: &Ballot) -> String {
    let link = ballot_link::encode(survey, ballot);
    format!("{FORMAT}{VERSION}\n{link}\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        codec::{ballot::SEALED, scan},
        domain::{example, side::Side},
    };

    #[test]
    fn a_ballot_file_is_text_with_a_link_that_has_the_code() {
        let ballot = Ballot {
            side: Side::Executive,
            tag: 3,
            sealed: [9; SEALED],
        };
        let text = encode(&example::survey(), &ballot);
        assert_eq!(scan::scan(&text).ballots, std::slice::from_ref(&ballot));
        let (first, link) = text.split_once('\n').unwrap();
        assert_eq!(first, "plumbline ballot 1");
        let read = ballot_link::decode(link.trim_end()).unwrap();
        assert_eq!(read.ballot, ballot);
        assert_eq!(read.of.map(|of| of.team), Some(example::survey().team));
    }
}
