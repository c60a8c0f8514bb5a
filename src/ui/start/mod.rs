//! Making a survey.

mod form;
mod page;

pub(crate) use page::page;
