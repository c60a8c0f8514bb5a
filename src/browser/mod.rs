//! Everything the browser does for us, behind small functions.
//!
//! The only module that knows `web_sys`, `wasm_bindgen`, `js_sys` and `gloo`, and it knows none
//! of ours. It speaks text, bytes, futures and closures; no JavaScript value leaves it. Where there is no browser
//! (native tests) everything here answers with its error or does nothing, and nothing panics.

pub mod address;
pub mod camera;
pub mod channel;
pub mod clipboard;
pub mod clock;
pub mod detector;
pub mod file;
pub mod focus;
pub mod font;
pub mod fullscreen;
pub mod kept;
pub mod keyboard;
pub mod lasting;
pub mod media;
pub mod page;
pub mod paper;
pub mod pause;
pub mod picked;
pub mod picture;
pub mod popup;
pub mod presence;
pub mod random;
pub mod raster;
pub mod session;
pub mod share;
pub mod storage;
pub mod swipe;
pub mod ticking;
pub mod timer;
pub mod tone;

mod listener;
mod object_url;
mod once;
mod window;
