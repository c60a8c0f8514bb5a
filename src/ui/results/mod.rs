//! Executives and team, side by side.

mod bring;
mod chart;
mod details;
mod drawing;
#[cfg(test)]
mod every_picture;
#[cfg(all(test, not(target_arch = "wasm32")))]
#[path = "../../../tests/golden/grid.rs"]
mod grid;
mod line;
mod of_ten;
mod one_file;
mod opened;
mod order;
mod page;
mod picture;
mod rows;
mod save;
mod spread;
mod steps;
mod story;
mod table;
mod take_away;

pub(crate) use bring::take_what_is_dropped;
pub(crate) use drawing::Drawing;
pub(crate) use line::Line;
pub(crate) use of_ten::part as of_ten_part;
pub(crate) use opened::{link_page, opened_page};
pub(crate) use page::{example_page, not_counted, page};
pub(crate) use picture::{Choice, Subject};
