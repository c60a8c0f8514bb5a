//! Executives and team, side by side.

mod chart;
mod page;
mod picture;
mod table;

pub(crate) use page::{example_page, not_counted, page};
