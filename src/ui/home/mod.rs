//! The first screen.

mod hand_over;
mod held;
mod page;
mod picture;

pub(crate) use page::page;
