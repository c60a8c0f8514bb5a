//! What somebody else needs to gather ballots for a survey, as the part of a link after `#`: `c=` and, as in every link
//! (`frame.rs`), the version (1), the survey, and a checksum.
//!
//! No secret is in it. Whoever has it can tell this survey's ballots from others and keep them sealed, but neither open
//! one nor make one that would be counted; for that the side's own link is needed.

use super::{
    frame,
    link::{LinkError, survey_at},
    wire::SurveyV1,
};
use crate::domain::survey::Survey;

/// What every collector link's fragment begins with.
pub const PREFIX: &str = "c=";
/// No link of this version is longer, in characters after the prefix: hostile ones are refused unread.
const LONGEST: usize = 600;
/// The version that is written.
const VERSION: u8 = 1;

/// The fragment of the link with which others gather for `survey`, without `#`.
#[must_use]
pub fn encode(survey: &Survey) -> String {
    let mut bytes = vec![VERSION];
    bytes.extend(SurveyV1::from_domain(survey).to_bytes());
    frame::encode(PREFIX, bytes)
}

/// Reads the fragment of a collector link; what chat and mail hang on its end is left out.
///
/// # Errors
///
/// Says what is wrong with it.
pub fn decode(fragment: &str) -> Result<Survey, LinkError> {
    let bytes = frame::payload(fragment, PREFIX, LONGEST)?;
    match bytes.as_slice() {
        [VERSION, rest @ ..] => survey_at(rest, &bytes),
        [] => Err(LinkError::CutShort),
        _ => Err(frame::of_another_version(&bytes)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{codec::sealing, domain::example};

    #[test]
    fn a_collector_knows_the_survey_and_nothing_more() {
        let keys = sealing::key_pair(&[6; 32]);
        let survey = Survey {
            public_key: keys.public,
            ..example::survey()
        };
        let link = encode(&survey);
        assert!(link.len() < 200, "{}", link.len());
        assert_eq!(decode(&format!("{link}.")), Ok(survey));
        assert_eq!(decode(&link[..link.len() - 9]), Err(LinkError::CutShort));
        assert_eq!(
            decode(&frame::encode(PREFIX, vec![2; 40])),
            Err(LinkError::OtherVersion(2))
        );
    }

    #[test]
    fn a_forged_key_is_refused() {
        let survey = Survey {
            public_key: [0; 32],
            ..example::survey()
        };
        assert_eq!(decode(&encode(&survey)), Err(LinkError::Impossible));
    }
}
