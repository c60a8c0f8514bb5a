//! Executives and team, side by side.

mod chart;
mod details;
mod drawing;
#[cfg(test)]
mod every_picture;
mod line;
mod of_ten;
mod order;
mod page;
mod picture;
mod spread;
mod steps;
mod table;

pub(crate) use page::{example_page, not_counted, page};
