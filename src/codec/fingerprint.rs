//! What tells one survey from every other.

use std::fmt::Write;

use sha2::{Digest, Sha256};

use super::{
    tally::{self, Published},
    wire::SurveyV1,
};
use crate::domain::survey::Survey;

/// SHA-256 (FIPS 180-4) over everything of a survey that both sides know.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fingerprint([u8; 32]);

impl Fingerprint {
    /// The fingerprint of `survey`.
    #[must_use]
    pub fn of(survey: &Survey) -> Self {
        let mut hash = Sha256::new();
        hash.update(b"plumbline/survey/1\0");
        hash.update(SurveyV1::from_domain(survey).to_bytes());
        Self(hash.finalize().into())
    }

    /// All 32 bytes.
    #[must_use]
    pub fn bytes(&self) -> &[u8; 32] {
        &self.0
    }

    /// The 14 bits that stand in a code, so that a box can tell another survey's codes.
    #[must_use]
    pub fn tag(&self) -> u16 {
        let [a, b, ..] = self.0;
        u16::from_be_bytes([a, b]) >> 2
    }

    /// 16 hexadecimal digits: the survey's name in this device's storage and in the page's address.
    #[must_use]
    pub fn id(&self) -> String {
        let (start, _) = self.0.split_at(8);
        hexadecimal(start)
    }
}

/// 16 hexadecimal digits for results that belong to no survey on this device: always the same for the same numbers, however
/// they came here.
#[must_use]
pub fn of_results(published: &Published) -> String {
    let mut hash = Sha256::new();
    hash.update(b"plumbline/results/1\0");
    hash.update(tally::encode(published));
    let digest: [u8; 32] = hash.finalize().into();
    let (start, _) = digest.split_at(8);
    hexadecimal(start)
}

/// Two digits for each byte.
pub(super) fn hexadecimal(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(2 * bytes.len());
    for byte in bytes {
        // Writing to a string cannot fail.
        let _ = write!(text, "{byte:02x}");
    }
    text
}
