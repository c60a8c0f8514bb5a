//! What a collector's device keeps of somebody else's survey: a survey's record, version 2, without any secret.
//!
//! Only whoever made a survey keeps version 1 ([`Kept`]). A Plumbline that knows no collectors says of this
//! record that a later version wrote it, and leaves it alone.

use serde::{Deserialize, Serialize};

use super::{Kept, RecordError, VERSION, decode_kept, decode_version, encode_kept, encode_version};
use crate::{codec::wire::SurveyV1, domain::survey::Survey};

/// The version that is written.
const GATHERED: u8 = 2;

/// A survey on this device.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Entry {
    /// Made here, or brought back from a backup: with its secrets.
    Own(Kept),
    /// Gathered for whoever made it.
    Gathered(Survey),
}

#[derive(Serialize, Deserialize)]
struct GatheredV2 {
    survey: SurveyV1,
}

impl Entry {
    /// The survey.
    #[must_use]
    pub fn survey(&self) -> &Survey {
        match self {
            Self::Own(kept) => &kept.survey,
            Self::Gathered(survey) => survey,
        }
    }

    /// What becomes of this entry where `other`, of the same survey, is brought in: secrets stay.
    #[must_use]
    pub fn joined(self, other: Self) -> Self {
        match (self, other) {
            (Self::Gathered(_), own @ Self::Own(_)) => own,
            (held, _) => held,
        }
    }
}

/// A survey's record, own or gathered.
#[must_use]
pub fn encode_entry(entry: &Entry) -> Vec<u8> {
    match entry {
        Entry::Own(kept) => encode_kept(kept),
        Entry::Gathered(survey) => {
            let survey = SurveyV1::from_domain(survey);
            encode_version(GATHERED, &GatheredV2 { survey })
        }
    }
}

/// Reads a survey's record, own or gathered.
///
/// # Errors
///
/// Says why it cannot be read.
pub fn decode_entry(bytes: &[u8]) -> Result<Entry, RecordError> {
    if bytes.first() == Some(&VERSION) {
        return decode_kept(bytes).map(Entry::Own);
    }
    let record: GatheredV2 = decode_version(GATHERED, bytes)?;
    let survey = record.survey.into_domain().ok_or(RecordError::Damaged)?;
    Ok(Entry::Gathered(survey))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{example, side::BySide};

    #[test]
    fn both_kinds_are_read_back_and_an_older_version_refuses() {
        for entry in [own(), gathered()] {
            assert_eq!(decode_entry(&encode_entry(&entry)), Ok(entry.clone()));
            assert_eq!(*entry.survey(), example::survey());
        }
        let bytes = encode_entry(&gathered());
        assert_eq!(decode_kept(&bytes), Err(RecordError::Newer(2)));
        assert_eq!(decode_entry(&[3, 0]), Err(RecordError::Newer(3)));
        assert_eq!(
            decode_entry(&[bytes, vec![0]].concat()),
            Err(RecordError::Damaged)
        );
    }

    #[test]
    fn a_collector_s_record_never_takes_the_place_of_the_key() {
        assert_eq!(own().joined(gathered()), own());
        assert_eq!(gathered().joined(own()), own());
        assert_eq!(gathered().joined(gathered()), gathered());
    }

    fn own() -> Entry {
        Entry::Own(Kept {
            survey: example::survey(),
            secrets: BySide::from_fn(|_| [1; 32]),
            private_key: None,
        })
    }

    fn gathered() -> Entry {
        Entry::Gathered(example::survey())
    }
}
