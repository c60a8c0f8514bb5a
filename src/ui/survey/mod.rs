//! A survey on the organiser's device: links, box, closing.

mod close;
mod collect;
mod links;
mod page;
mod paste;

pub(crate) use page::page;
