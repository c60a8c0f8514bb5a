//! Files given to the person.

use super::object_url::ObjectUrl;
use super::timer;
use super::window::document;
use wasm_bindgen::JsCast;
use web_sys::HtmlAnchorElement;

/// The browser could not be asked to save a file.
///
/// Whether the person then saved it, no browser tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the file could not be offered")]
pub struct FileError;

/// Offers `bytes` to the person as a file of this name.
///
/// # Errors
///
/// Returns [`FileError`] if the browser cannot be asked.
pub fn download(name: &str, mime: &str, bytes: &[u8]) -> Result<(), FileError> {
    let url = ObjectUrl::new(bytes, mime).ok_or(FileError)?;
    click_link(name, url.as_str()).ok_or(FileError)?;
    timer::after(SAVING_MS, move || drop(url));
    Ok(())
}

/// How long the bytes stay in reach: a phone asks where to save before it reads them.
const SAVING_MS: i32 = 60_000;

fn click_link(name: &str, address: &str) -> Option<()> {
    let document = document()?;
    let link = document.create_element("a").ok()?;
    let link: HtmlAnchorElement = link.dyn_into().ok()?;
    link.set_href(address);
    link.set_download(name);
    link.set_hidden(true);
    // Firefox once ignored links that are not on the page.
    document.body()?.append_child(&link).ok()?;
    link.click();
    link.remove();
    Some(())
}
