//! Records of version 3: as those before, then a checksum over everything from the first byte.

use serde::{Serialize, de::DeserializeOwned};

use super::{RecordError, decode_version, encode_version};
use crate::codec::checksum;

/// The version that is written.
pub(super) const SUMMED: u8 = 3;

/// A record with its checksum.
pub(super) fn encode(record: &impl Serialize) -> Vec<u8> {
    let mut bytes = encode_version(SUMMED, record);
    bytes.extend(checksum::of(&bytes));
    bytes
}

/// Reads a record with its checksum. Whose version is another is not looked at further.
///
/// # Errors
///
/// Says why it cannot be read.
pub(super) fn decode<T: Serialize + DeserializeOwned>(bytes: &[u8]) -> Result<T, RecordError> {
    match bytes.first() {
        Some(&SUMMED) => {}
        Some(found) if *found > SUMMED => return Err(RecordError::Newer(*found)),
        Some(_) | None => return Err(RecordError::Damaged),
    }
    let (record, sum) = bytes
        .split_last_chunk::<{ checksum::LENGTH }>()
        .ok_or(RecordError::Damaged)?;
    if checksum::of(record) != *sum {
        return Err(RecordError::Damaged);
    }
    decode_version(SUMMED, record)
}
