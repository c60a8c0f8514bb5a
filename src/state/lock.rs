//! The PIN that keeps people in a round: in this tab, every address leads back to the round until it is typed.
//!
//! It is kept in the tab's own storage, since the round is another document than the one that starts it, and a reload
//! must not let anybody out. It is gone with the tab: that is also the way out for whoever has forgotten it.

use crate::{browser::session, codec::pin};

pub use crate::codec::pin::is_pin;

/// Where the lock is kept: the round's first address, and the digest of the PIN.
const KEY: &str = "plumbline/round";

/// Locks this tab into the round that begins at `round`, a fragment; says whether it is.
#[must_use]
pub fn lock(round: &str, pin: &str) -> bool {
    session::save(KEY, &record(round, pin)).is_ok()
}

/// The first fragment of the round that this tab is locked into.
#[must_use]
pub fn locked_into() -> Option<String> {
    let (round, _) = read()?;
    Some(round)
}

/// Ends the lock if this is its PIN; says whether it is.
#[must_use]
pub fn unlock(pin: &str) -> bool {
    let Some((round, digest)) = read() else {
        return true;
    };
    let is_right = pin::digest(&round, pin.trim()) == digest;
    if is_right {
        open();
    }
    is_right
}

/// Ends the lock: a round without a PIN begins.
pub fn open() {
    // What cannot be erased was not kept in the first place.
    let _ = session::erase(KEY);
}

fn record(round: &str, pin: &str) -> String {
    format!("{round} {}", pin::digest(round, pin))
}

fn read() -> Option<(String, String)> {
    let record = session::load(KEY)?;
    let (round, digest) = record.split_once(' ')?;
    Some((round.to_owned(), digest.to_owned()))
}
