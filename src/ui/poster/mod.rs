//! A side's link as a QR picture on a poster, to show, to save and to print.

mod page;
mod save;

pub(crate) use page::poster_page;
