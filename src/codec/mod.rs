//! Domain to bytes and text and back: versioned formats, and the sealing of ballots.
//!
//! What is written down has types of its own here, so that the domain may change freely and a released
//! format may not.

pub mod answers;
pub mod ballot;
pub mod checksum;
pub mod code;
pub mod fingerprint;
pub mod link;
pub mod record;
pub mod scan;
pub mod sealing;
pub mod sheet;
pub mod wire;
