//! Reading codes with the camera, and from pictures.

mod live;
mod page;
mod pictures;
mod said;

pub(crate) use page::page;
