//! Fonts made from bytes.

use super::window::document;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use web_sys::{FontFace, FontFaceDescriptors};

/// The bytes are no font that this browser can use.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the browser refused the font")]
pub struct FontRefused;

/// Makes a font of `woff2` bytes known to the page under the name `family`.
///
/// `weights` is one weight or the range of a variable font, such as `400 700`. Nothing is fetched, so no policy
/// stands in the way and the font is there before the first text needs it.
///
/// # Errors
///
/// Returns [`FontRefused`] if the browser cannot read the bytes.
pub async fn install(family: &str, woff2: &[u8], weights: &str) -> Result<(), FontRefused> {
    let document = document().ok_or(FontRefused)?;
    let font = loaded(family, woff2, weights).await;
    font.and_then(|font| document.fonts().add(&font))
        .map_err(|_| FontRefused)
}

async fn loaded(family: &str, woff2: &[u8], weights: &str) -> Result<FontFace, JsValue> {
    let described = FontFaceDescriptors::new();
    described.set_weight(weights);
    // A copy that JavaScript owns: a view of our memory would be detached when the memory grows.
    let bytes = js_sys::Uint8Array::from(woff2);
    let font = FontFace::new_with_js_u8_array_and_descriptors(family, &bytes, &described)?;
    JsFuture::from(font.load()?).await?;
    Ok(font)
}
