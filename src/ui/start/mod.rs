//! Making a survey.

mod page;

pub(crate) use page::StartPage;
