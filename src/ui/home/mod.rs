//! The first screen.

mod held;
mod page;
mod picture;

pub(crate) use page::page;
