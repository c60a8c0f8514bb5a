//! Tells something damaged on its way from something whole, without any key.

use crc::{CRC_24_OPENPGP, Crc, NoTable};

/// CRC-24 of `OpenPGP` (RFC 4880, section 6.1): finds every change within 24 neighbouring bits.
const CRC: Crc<u32, NoTable> = Crc::<u32, NoTable>::new(&CRC_24_OPENPGP);

/// Bytes of a checksum.
pub const LENGTH: usize = 3;

/// The checksum of `bytes`, most significant byte first.
#[must_use]
pub fn of(bytes: &[u8]) -> [u8; LENGTH] {
    let [_, a, b, c] = CRC.checksum(bytes).to_be_bytes();
    [a, b, c]
}
