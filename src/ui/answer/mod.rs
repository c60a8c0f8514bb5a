//! Answering: from the opened link to the sealed code.

mod ballot;
mod code;
mod done;
mod intro;
mod keys;
mod link;
mod options;
mod page;
mod question;
mod review;
mod round;
mod way_out;
mod ways;

pub(crate) use ballot::{ballot_page, came_in};
pub(crate) use link::link_page;
pub(crate) use page::page;
