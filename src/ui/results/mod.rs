//! Executives and team, side by side.

mod chart;
mod opened;
mod page;
mod picture;
mod save;
mod table;
mod take_away;

pub(crate) use opened::{link_page, opened_page};
pub(crate) use page::{example_page, not_counted, page};
