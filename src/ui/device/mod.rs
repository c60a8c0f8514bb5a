//! What this device keeps, in words: saved, brought back, erased.

mod backup;
mod kept;
mod lasting;
mod page;
mod restore;

pub(crate) use page::page;
