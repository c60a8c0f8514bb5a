//! Storage, codec and domain joined: what the organiser's browser holds.
//!
//! Beside the records of [`record`], each survey has a number among the ballots, under its bare id, that every change
//! to its box counts up. Whoever changes a box says which number they saw, so that two tabs can never undo one another,
//! and a box cannot be closed past a ballot that is just arriving.
//!
//! [`record`]: crate::codec::record

mod adding;
mod beside;
mod closing;
mod counting;
mod everything;
mod forgetting;
mod gathering;
mod held;
mod keeping;
#[cfg(all(test, not(target_arch = "wasm32")))]
pub(super) mod sample;
mod snapshot;
#[cfg(all(test, not(target_arch = "wasm32")))]
mod two_tabs;

pub use adding::{Added, add};
pub use beside::{
    CARDS, DECK, Owner, all_beside, change_beside, forget_beside, read_beside, restore_beside,
};
pub use closing::{CloseError, Closing, close, end};
pub use everything::{
    Aside, aside, erase_ballot, erase_everything, everything, plan, restore, unread_ballots,
};
pub use forgetting::forget;
pub use gathering::{box_file, gather, sealed};
pub use held::Held;
pub use keeping::{KeepingError, keep, load, load_one};

/// How often a change is tried anew when other tabs are changing the same box.
const MOST_TRIES: usize = 1_000;
