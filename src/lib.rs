//! Plumbline.
pub mod browser;
pub mod chart;
pub mod codec;
pub mod domain;
pub mod state;
pub mod text;
pub mod ui;
