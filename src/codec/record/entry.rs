//! A survey's record: one's own, or somebody else's that is gathered for here, without any secret.
//!
//! Version 1 is one's own ([`Kept`]), version 2 somebody else's, version 3 says which of both it is and has a checksum. A
//! Plumbline that knows no collectors, or no checksums, says of later ones that a later version wrote them, and leaves
//! them alone.

use serde::{Deserialize, Serialize};

use super::{Kept, KeptV1, RecordError, VERSION, decode, decode_version, summed};
use crate::{codec::wire::SurveyV1, domain::survey::Survey};

/// The version of somebody else's survey, before there were checksums.
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

#[derive(Serialize, Deserialize)]
enum EntryV3 {
    Own(KeptV1),
    Gathered(GatheredV2),
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

/// The record of one's own survey.
#[must_use]
pub fn encode_kept(kept: &Kept) -> Vec<u8> {
    summed::encode(&EntryV3::Own(KeptV1::from_domain(kept)))
}

/// Reads the record of one's own survey.
///
/// # Errors
///
/// Says why it cannot be read; somebody else's survey has no secrets that could be.
pub fn decode_kept(bytes: &[u8]) -> Result<Kept, RecordError> {
    match decode_entry(bytes)? {
        Entry::Own(kept) => Ok(kept),
        Entry::Gathered(_) => Err(RecordError::Damaged),
    }
}

/// A survey's record, own or gathered.
#[must_use]
pub fn encode_entry(entry: &Entry) -> Vec<u8> {
    match entry {
        Entry::Own(kept) => encode_kept(kept),
        Entry::Gathered(survey) => {
            let survey = SurveyV1::from_domain(survey);
            summed::encode(&EntryV3::Gathered(GatheredV2 { survey }))
        }
    }
}

/// Reads a survey's record, own or gathered, of this version or one before.
///
/// # Errors
///
/// Says why it cannot be read.
pub fn decode_entry(bytes: &[u8]) -> Result<Entry, RecordError> {
    let entry = match bytes.first() {
        Some(&VERSION) => EntryV3::Own(decode(bytes)?),
        Some(&GATHERED) => EntryV3::Gathered(decode_version(GATHERED, bytes)?),
        Some(_) | None => summed::decode(bytes)?,
    };
    match entry {
        EntryV3::Own(kept) => kept.into_domain().map(Entry::Own),
        EntryV3::Gathered(gathered) => gathered.survey.into_domain().map(Entry::Gathered),
    }
    .ok_or(RecordError::Damaged)
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use data_encoding::HEXLOWER;
    use proptest::prelude::*;

    use super::*;
    use crate::domain::{example, side::BySide};

    #[test]
    fn both_kinds_are_read_back() {
        for entry in [own(), gathered()] {
            let bytes = encode_entry(&entry);
            assert_eq!(bytes[0], 3);
            assert_eq!(decode_entry(&bytes), Ok(entry.clone()));
            assert_eq!(*entry.survey(), example::survey());
            let longer = [bytes, vec![0]].concat();
            assert_eq!(decode_entry(&longer), Err(RecordError::Damaged));
        }
        assert_eq!(decode_entry(&[4, 0]), Err(RecordError::Newer(4)));
    }

    #[test]
    fn a_cut_and_every_changed_bit_are_noticed() {
        for entry in [own(), gathered()] {
            let bytes = encode_entry(&entry);
            for end in 0..bytes.len() {
                assert!(decode_entry(&bytes[..end]).is_err(), "cut at {end}");
            }
            for place in 0..bytes.len() {
                for bit in 0..8 {
                    let mut changed = bytes.clone();
                    changed[place] ^= 1 << bit;
                    assert!(decode_entry(&changed).is_err(), "bit {bit} at {place}");
                }
            }
        }
    }

    /// As each version wrote it; never made anew.
    #[test]
    fn every_version_is_still_read() {
        for (text, entry) in [
            (include_str!("../../../tests/fixtures/kept_v1.hex"), own()),
            (
                include_str!("../../../tests/fixtures/gathered_v2.hex"),
                gathered(),
            ),
            (include_str!("../../../tests/fixtures/kept_v3.hex"), own()),
            (
                include_str!("../../../tests/fixtures/gathered_v3.hex"),
                gathered(),
            ),
        ] {
            let bytes = HEXLOWER.decode(text.trim().as_bytes()).unwrap();
            assert_eq!(decode_entry(&bytes), Ok(entry));
        }
    }

    #[test]
    fn a_collector_s_record_has_no_secrets_and_never_takes_the_place_of_the_key() {
        let bytes = encode_entry(&gathered());
        assert_eq!(decode_kept(&bytes), Err(RecordError::Damaged));
        assert_eq!(own().joined(gathered()), own());
        assert_eq!(gathered().joined(own()), own());
        assert_eq!(gathered().joined(gathered()), gathered());
    }

    proptest! {
        #[test]
        fn any_record_is_read_without_harm(version in 0_u8..5, bytes: Vec<u8>) {
            let bytes = [vec![version], bytes].concat();
            let _ = decode_entry(&bytes);
        }
    }

    fn own() -> Entry {
        Entry::Own(Kept {
            survey: example::survey(),
            secrets: BySide {
                executive: [1; 32],
                team: [2; 32],
            },
            private_key: Some([3; 32]),
        })
    }

    fn gathered() -> Entry {
        Entry::Gathered(example::survey())
    }
}
