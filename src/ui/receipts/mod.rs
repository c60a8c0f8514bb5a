//! The words of the ballots in a box.

mod page;

pub(crate) use page::receipts_page;
