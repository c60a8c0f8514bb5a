//! A survey on the organiser's device: links, box, closing.

mod close;
mod collect;
mod links;
mod page;
mod paste;
mod round;

pub(crate) use page::page;
