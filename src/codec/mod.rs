//! Domain to bytes and text and back: versioned formats, and the sealing of ballots. What people take away is in
//! [`tally`], [`csv`], [`picture`] and [`result_link`]; [`opening`] reads whatever they bring back. What arrives by chat
//! and mail is read by [`scan`] and [`arrived`].
//!
//! What is written down has types of its own here, so that the domain may change freely and a released
//! format may not.

pub mod answers;
pub mod arrived;
pub mod backup;
pub mod ballot;
pub mod ballot_box;
pub mod ballot_file;
pub mod ballot_link;
pub mod calendar;
pub mod checksum;
pub mod code;
pub mod collector_link;
pub mod csv;
pub mod escape;
pub mod fingerprint;
mod frame;
pub mod html;
pub mod link;
pub mod opening;
pub mod picture;
pub mod pin;
pub mod pose;
pub mod pptx;
pub mod qr;
pub mod record;
pub mod result_link;
pub mod scan;
pub mod sealing;
pub mod sheet;
pub mod tally;
pub mod wire;
