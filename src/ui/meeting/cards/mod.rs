//! Experiments that come out of results: chosen, filled in, agreed, printed.

mod calendar;
mod choose;
mod desk;
mod fields;
mod form;
mod keeping;
mod overview;
mod page;
mod removing;
mod sheet;

pub(crate) use page::cards_page;
