//! Everything the browser does for us, behind small functions.
//!
//! The only module that knows `web_sys`, `wasm_bindgen`, `js_sys`, `gloo` and `indexed_db_futures`, and it knows none
//! of ours. It speaks text, bytes, futures and closures; no JavaScript value leaves it. Where there is no browser
//! (native tests) everything here answers with its error or does nothing, and nothing panics.

/// The page's own address and the history of its screens.
pub mod address;
/// Word to and from other tabs of this page.
pub mod channel;
/// The clipboard.
pub mod clipboard;
/// Today's date.
pub mod clock;
/// Files given to the person.
pub mod file;
/// Where on the page the person is.
pub mod focus;
/// Fonts made from bytes.
pub mod font;
/// Small texts kept between visits.
pub mod kept;
/// Keys pressed anywhere on the page.
pub mod keyboard;
/// What the screen and the settings are like.
pub mod media;
/// The page as a whole: its first and its last moment.
pub mod page;
/// Files taken from the person.
pub mod picked;
/// Drawings as pictures.
pub mod picture;
/// Random bytes.
pub mod random;
/// The share sheet of the device.
pub mod share;
/// What must last: records in a database of the browser.
pub mod storage;

/// A listener that is taken off when dropped.
mod listener;
/// An address for bytes in memory.
mod object_url;
/// A value given once and awaited once.
mod once;
/// Something done later.
mod timer;
/// The window and the document, if there is a browser.
mod window;
