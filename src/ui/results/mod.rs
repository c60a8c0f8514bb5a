//! Executives and team, side by side.

mod article;
mod bring;
mod chart;
mod choice;
mod choices;
mod details;
mod drawing;
#[cfg(test)]
mod every_picture;
#[cfg(all(test, not(target_arch = "wasm32")))]
#[path = "../../../tests/golden/grid.rs"]
mod grid;
mod leaving_out;
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
mod table;
mod take_away;
mod telling;
#[cfg(test)]
mod tests;
mod view;
mod wave;

pub(crate) use bring::take_what_is_dropped;
pub(crate) use choice::Choice;
pub(crate) use drawing::Drawing;
pub(crate) use line::Line;
pub(crate) use of_ten::part as of_ten_part;
pub(crate) use opened::{link_page, opened_page};
pub(crate) use page::{example_page, not_counted, page};
pub(crate) use picture::Subject;
