//! A survey and a side's secret as the part of a link after `#`: everything that a respondent needs.
//!
//! `s=` and base 64 (RFC 4648, section 5, without padding) of: the version (1), the side (0 executive, 1 team),
//! the side's secret (32 bytes), the survey ([`SurveyV1`]), and a checksum.

use thiserror::Error;

use super::{
    frame,
    sealing::{self, Binding, KEY},
    wire::SurveyV1,
};
use crate::domain::{side::Side, survey::Survey};

/// What every survey link's fragment begins with.
pub const PREFIX: &str = "s=";
/// No link of this version is longer, in characters after the prefix: hostile ones are refused unread.
const LONGEST: usize = 600;
/// The version that is written.
const VERSION: u8 = 1;

/// Everything that a survey link holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Invitation {
    /// What is asked.
    pub survey: Survey,
    /// Who is asked.
    pub side: Side,
    /// What proves that a ballot was made with this side's link.
    pub secret: [u8; KEY],
}

/// Why a link cannot be opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum LinkError {
    /// Its end is missing.
    #[error("cut short")]
    CutShort,
    /// It was changed on its way.
    #[error("damaged")]
    Damaged,
    /// It was made by another version of Plumbline.
    #[error("version {0}")]
    OtherVersion(u8),
    /// It is whole, but no survey can be like that: it was not made by Plumbline.
    #[error("no such survey can be")]
    Impossible,
}

/// The fragment of the link that holds `invitation`, without `#`.
#[must_use]
pub fn encode(invitation: &Invitation) -> String {
    let side = match invitation.side {
        Side::Executive => 0,
        Side::Team => 1,
    };
    let mut bytes = vec![VERSION, side];
    bytes.extend(invitation.secret);
    bytes.extend(SurveyV1::from_domain(&invitation.survey).to_bytes());
    frame::encode(PREFIX, bytes)
}

/// Reads the fragment of a survey link; what chat and mail hang on its end is left out.
///
/// # Errors
///
/// Says what is wrong with it.
pub fn decode(fragment: &str) -> Result<Invitation, LinkError> {
    let bytes = frame::payload(fragment, PREFIX, LONGEST)?;
    match bytes.as_slice() {
        [VERSION, side, rest @ ..] => invitation(*side, rest, &bytes),
        [VERSION] | [] => Err(LinkError::CutShort),
        _ => Err(frame::of_another_version(&bytes)),
    }
}

fn invitation(side: u8, rest: &[u8], whole: &[u8]) -> Result<Invitation, LinkError> {
    let (secret, survey) = rest.split_first_chunk::<KEY>().ok_or(LinkError::CutShort)?;
    let survey = survey_at(survey, whole)?;
    let side = match side {
        0 => Side::Executive,
        1 => Side::Team,
        _ => return Err(LinkError::Impossible),
    };
    Ok(Invitation {
        survey,
        side,
        secret: *secret,
    })
}

/// The survey that `bytes` begin with, the end of `whole`, with nothing after it but the checksum.
pub(super) fn survey_at(bytes: &[u8], whole: &[u8]) -> Result<Survey, LinkError> {
    let (survey, left) =
        postcard::take_from_bytes::<SurveyV1>(bytes).map_err(|error| frame::unreadable(&error))?;
    let body = frame::checked(whole, left)?;
    // A number may be written longer than it needs to be; Plumbline never does.
    if !body.ends_with(&survey.to_bytes()) {
        return Err(LinkError::Impossible);
    }
    let survey = survey.into_domain().ok_or(LinkError::Impossible)?;
    is_usable(&survey.public_key)
        .then_some(survey)
        .ok_or(LinkError::Impossible)
}

/// A forged key that everybody could open is found by trying to seal to it.
fn is_usable(public_key: &[u8; KEY]) -> bool {
    let binding = Binding {
        info: b"",
        secret: &[1; KEY],
        secret_id: b"trial",
        beside: b"",
    };
    sealing::seal(public_key, binding, b"", [1; KEY]).is_ok()
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use base64ct::{Base64UrlUnpadded, Encoding};
    use proptest::prelude::*;

    use super::*;
    use crate::codec::checksum;
    use crate::domain::{
        draft::{LONGEST_TEAM, MOST_INVITED, NAMES},
        example,
        side::BySide,
    };

    #[test]
    fn a_link_has_at_most_200_characters() {
        let mut longest = invitation();
        longest.survey.team = "w".repeat(LONGEST_TEAM);
        longest.survey.company = Some("w".repeat(NAMES - LONGEST_TEAM));
        longest.survey.invited = BySide::from_fn(|_| MOST_INVITED);
        let fragment = encode(&longest);
        assert!(fragment.len() <= 200, "{}", fragment.len());
        assert_eq!(decode(&fragment), Ok(longest));
    }

    #[test]
    fn a_link_cut_anywhere_is_refused() {
        let fragment = encode(&invitation());
        for end in PREFIX.len()..fragment.len() {
            let error = decode(&fragment[..end]).unwrap_err();
            assert!(
                matches!(error, LinkError::CutShort | LinkError::Damaged),
                "{end}: {error}"
            );
        }
        assert_eq!(decode(&fragment[..100]), Err(LinkError::CutShort));
    }

    #[test]
    fn one_changed_letter_is_noticed() {
        let fragment = encode(&invitation());
        for place in PREFIX.len()..fragment.len() {
            let letter = if fragment.as_bytes()[place] == b'A' {
                "B"
            } else {
                "A"
            };
            let mut changed = fragment.clone();
            changed.replace_range(place..=place, letter);
            assert!(decode(&changed).is_err(), "{place}");
        }
    }

    #[test]
    fn what_stands_after_a_link_is_left_out() {
        let fragment = encode(&invitation());
        for end in [".", ")", ">", ",", "\u{200b}", "%20", "&utm_source=mail"] {
            assert_eq!(
                decode(&format!("{fragment}{end}")),
                Ok(invitation()),
                "{end}"
            );
        }
    }

    #[test]
    fn a_link_of_another_version_is_named() {
        let later = frame::encode(PREFIX, vec![2; 90]);
        assert_eq!(decode(&later), Err(LinkError::OtherVersion(2)));
        let changed = later.replacen("Ag", "Bg", 1);
        assert_eq!(decode(&changed), Err(LinkError::Damaged));
    }

    #[test]
    fn a_forged_key_is_refused() {
        let mut forged = invitation();
        forged.survey.public_key = [0; KEY];
        assert_eq!(decode(&encode(&forged)), Err(LinkError::Impossible));
    }

    #[test]
    fn a_survey_that_plumbline_would_not_make_is_refused() {
        let mut forged = invitation();
        forged.survey.minimum.team = 1;
        assert_eq!(decode(&encode(&forged)), Err(LinkError::Impossible));
        let mut turned = invitation();
        turned.survey.team = "Your \u{202e}bank".to_owned();
        assert_eq!(decode(&encode(&turned)), Err(LinkError::Impossible));
    }

    proptest! {
        #[test]
        fn any_fragment_is_read_without_harm(fragment: String, payload in "s=[A-Za-z0-9_-]{0,700}") {
            let _ = decode(&fragment);
            let _ = decode(&payload);
        }

        #[test]
        fn any_bytes_are_read_without_harm(bytes: Vec<u8>) {
            let mut bytes = bytes;
            bytes.splice(0..0, [VERSION, 1]);
            bytes.extend(checksum::of(&bytes));
            let _ = decode(&format!("{PREFIX}{}", Base64UrlUnpadded::encode_string(&bytes)));
        }
    }

    fn invitation() -> Invitation {
        Invitation {
            survey: Survey {
                public_key: sealing::key_pair(&[6; KEY]).public,
                ..example::survey()
            },
            side: Side::Team,
            secret: [2; KEY],
        }
    }
}
