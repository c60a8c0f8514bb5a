//! An address for bytes in memory.

use super::window::window;
use js_sys::{Array, Uint8Array};
use web_sys::{Blob, BlobPropertyBag, Url};

/// An address inside this page for bytes in memory; void once dropped.
#[derive(Debug)]
pub(super) struct ObjectUrl(String);

impl ObjectUrl {
    /// Makes an address for `bytes`, or nothing outside a browser.
    pub(super) fn new(bytes: &[u8], mime: &str) -> Option<Self> {
        window()?;
        let kind = BlobPropertyBag::new();
        kind.set_type(mime);
        let parts = Array::of1(&Uint8Array::from(bytes));
        let blob = Blob::new_with_u8_array_sequence_and_options(&parts, &kind).ok()?;
        Url::create_object_url_with_blob(&blob).ok().map(Self)
    }

    pub(super) fn as_str(&self) -> &str {
        &self.0
    }
}

impl Drop for ObjectUrl {
    fn drop(&mut self) {
        let _ = Url::revoke_object_url(&self.0);
    }
}
