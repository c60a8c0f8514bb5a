//! Links as they arrive, read by the document that shows what they are for.

use crate::codec::{
    arrived::{self, Check, Lost},
    ballot_link::{self, BallotLink},
    collector_link,
    link::{self, Invitation, LinkError},
    result_link,
    tally::Published,
};
use crate::domain::survey::Survey;

pub use crate::codec::arrived::Kind as LinkKind;

/// Of which kind the link in `text` is, whatever mail and chat have made of it; it is not read.
#[must_use]
pub fn kind_in(text: &str) -> Option<LinkKind> {
    match arrived::fragment(text, |_, _| Ok(())) {
        Ok((kind, _)) | Err(Lost::Broken(kind, _)) => Some(kind),
        Err(Lost::Nothing) => None,
    }
}

/// The survey link in `text`.
pub(super) fn survey_in(text: &str) -> Result<Invitation, LinkError> {
    let check: Check = |kind, fragment| match kind {
        LinkKind::Survey => link::decode(fragment).map(drop),
        LinkKind::Results | LinkKind::Ballot | LinkKind::Collector => Err(LinkError::Damaged),
    };
    link::decode(&whole(text, check)?)
}

/// The ballot link in `text`.
pub(super) fn ballot_in(text: &str) -> Result<BallotLink, LinkError> {
    let check: Check = |kind, fragment| match kind {
        LinkKind::Ballot => ballot_link::decode(fragment).map(drop),
        LinkKind::Survey | LinkKind::Results | LinkKind::Collector => Err(LinkError::Damaged),
    };
    ballot_link::decode(&whole(text, check)?)
}

/// The survey of the collector link in `text`.
pub(super) fn collector_in(text: &str) -> Result<Survey, LinkError> {
    let check: Check = |kind, fragment| match kind {
        LinkKind::Collector => collector_link::decode(fragment).map(drop),
        LinkKind::Survey | LinkKind::Results | LinkKind::Ballot => Err(LinkError::Damaged),
    };
    collector_link::decode(&whole(text, check)?)
}

/// The results in the link in `text`.
///
/// # Errors
///
/// Says what is wrong with it.
pub fn result_of(text: &str) -> Result<Published, LinkError> {
    let check: Check = |kind, fragment| match kind {
        LinkKind::Results => result_link::decode(fragment).map(drop),
        LinkKind::Survey | LinkKind::Ballot | LinkKind::Collector => Err(LinkError::Damaged),
    };
    result_link::decode(&whole(text, check)?)
}

fn whole(text: &str, check: Check) -> Result<String, LinkError> {
    match arrived::fragment(text, check) {
        Ok((_, fragment)) => Ok(fragment),
        Err(Lost::Broken(_, why)) => Err(why),
        Err(Lost::Nothing) => Err(LinkError::Damaged),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        codec::sealing,
        domain::{example, side::Side, survey::Survey},
    };

    #[test]
    fn a_link_is_known_and_read_in_every_shape() {
        let invitation = invitation();
        let link = link::encode(&invitation);
        let (start, end) = link.split_at(60);
        for text in [
            link.clone(),
            format!("{link})."),
            format!("#{link}&utm_source=mail"),
            link.replace('=', "%3D"),
            link.replace('=', "%253D"),
            format!("{start}%0D%0A{end}"),
            format!(
                "https://mail.example/?url=https%3A%2F%2Fa.example%2Fanswer.html%23{link}&data=05"
            ),
        ] {
            assert_eq!(kind_in(&text), Some(LinkKind::Survey), "{text}");
            assert_eq!(survey_in(&text).as_ref(), Ok(&invitation), "{text}");
        }
    }

    #[test]
    fn what_is_lost_is_named() {
        let link = link::encode(&invitation());
        assert_eq!(survey_in(&link[..60]), Err(LinkError::CutShort));
        assert_eq!(survey_in("s="), Err(LinkError::CutShort));
        assert_eq!(survey_in(&link.replace('=', "=x")), Err(LinkError::Damaged));
        assert_eq!(survey_in("r=AQID"), Err(LinkError::Damaged));
        assert_eq!(kind_in("r="), Some(LinkKind::Results));
        assert_eq!(kind_in("/nowhere"), None);
    }

    fn invitation() -> Invitation {
        Invitation {
            survey: Survey {
                public_key: sealing::key_pair(&[4; 32]).public,
                ..example::survey()
            },
            side: Side::Team,
            secret: [2; 32],
        }
    }
}
