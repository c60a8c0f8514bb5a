//! Drawings as pictures.

use super::object_url::ObjectUrl;
use super::once::once;
use super::timer;
use super::window::document;
use js_sys::Uint8Array;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, CanvasRenderingContext2d, HtmlCanvasElement, HtmlImageElement};

/// Why a drawing could not become a picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PictureError {
    /// The browser cannot read the SVG.
    #[error("the drawing is not a readable SVG")]
    Unreadable,
    /// The browser does not draw, or not so large.
    #[error("the browser cannot draw a picture of this size")]
    Undrawable,
}

/// Draws `svg` as a PNG picture of so many pixels, over `background` (a CSS colour) or transparent.
///
/// The SVG should say its own `width` and `height`: older browsers draw nothing without. It cannot fetch anything, so
/// its font must be inside it.
///
/// # Errors
///
/// Returns a [`PictureError`] if the SVG cannot be read or the browser cannot draw it.
pub async fn png(
    svg: &str,
    width: u32,
    height: u32,
    background: Option<&str>,
) -> Result<Vec<u8>, PictureError> {
    let url = ObjectUrl::new(svg.as_bytes(), "image/svg+xml").ok_or(PictureError::Undrawable)?;
    let image = decoded(&url).await.ok_or(PictureError::Unreadable)?;
    let (tiny, canvas) = canvas(TINY, TINY)
        .zip(canvas(width, height))
        .ok_or(PictureError::Undrawable)?;
    for pause in FONT_PAUSES_MS {
        draw(&tiny, &image, background).ok_or(PictureError::Undrawable)?;
        timer::wait(pause).await;
    }
    draw(&canvas, &image, background).ok_or(PictureError::Undrawable)?;
    let png = encoded(&canvas).await.ok_or(PictureError::Undrawable);
    // Phones give the memory of a canvas back only when it is empty.
    canvas.set_width(0);
    png
}

/// Pauses between drawings of the same picture: `WebKit` starts to read a font inside an SVG when it first draws it.
const FONT_PAUSES_MS: [i32; 2] = [30, 120];

/// Width and height of drawings that only let it begin, in pixels.
const TINY: u32 = 64;

async fn decoded(url: &ObjectUrl) -> Option<HtmlImageElement> {
    let image = HtmlImageElement::new().ok()?;
    image.set_src(url.as_str());
    JsFuture::from(image.decode()).await.ok()?;
    Some(image)
}

fn canvas(width: u32, height: u32) -> Option<HtmlCanvasElement> {
    let canvas = document()?.create_element("canvas").ok()?;
    let canvas: HtmlCanvasElement = canvas.dyn_into().ok()?;
    canvas.set_width(width);
    canvas.set_height(height);
    Some(canvas)
}

fn draw(
    canvas: &HtmlCanvasElement,
    image: &HtmlImageElement,
    background: Option<&str>,
) -> Option<()> {
    let (width, height) = (f64::from(canvas.width()), f64::from(canvas.height()));
    let pen = canvas.get_context("2d").ok()??;
    let pen: CanvasRenderingContext2d = pen.dyn_into().ok()?;
    pen.clear_rect(0.0, 0.0, width, height);
    if let Some(colour) = background {
        pen.set_fill_style_str(colour);
        pen.fill_rect(0.0, 0.0, width, height);
    }
    pen.draw_image_with_html_image_element_and_dw_and_dh(image, 0.0, 0.0, width, height)
        .ok()
}

async fn encoded(canvas: &HtmlCanvasElement) -> Option<Vec<u8>> {
    let (giver, awaited) = once();
    let give = Closure::once_into_js(move |blob: JsValue| {
        let _ = giver.give(blob.dyn_into::<Blob>().ok());
    });
    canvas.to_blob(give.unchecked_ref()).ok()?;
    let blob = awaited.await??;
    let buffer = JsFuture::from(blob.array_buffer()).await.ok()?;
    Some(Uint8Array::new(&buffer).to_vec())
}
