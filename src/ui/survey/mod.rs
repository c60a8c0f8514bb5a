//! A survey on the organiser's device: links, box, closing.

mod backup;
mod close;
mod collect;
mod gather;
mod links;
mod over;
mod page;
mod paste;
mod round;
mod said;
mod sure;

pub(crate) use gather::collector_link_page;
pub(crate) use page::page;
pub(crate) use said::sentences;
pub(crate) use sure::sure;
