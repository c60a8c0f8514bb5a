//! Pictures as pixels.

use super::window::{document, window};
use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Blob, CanvasRenderingContext2d, ContextAttributes2d, HtmlCanvasElement, HtmlVideoElement,
    ImageBitmap,
};

/// The pixels of a picture, row by row: red, green, blue and how much of it covers what is behind, a byte each.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Raster {
    /// Pixels of a row.
    pub width: usize,
    /// Four bytes for each pixel.
    pub rgba: Vec<u8>,
}

/// A picture that the browser has read.
#[derive(Debug)]
pub struct Picture(ImageBitmap);

impl Picture {
    /// Lets the browser read the bytes of a file; `None` if it finds no picture in it that it knows.
    pub async fn read(bytes: &[u8]) -> Option<Self> {
        let window = window()?;
        let parts = Array::of1(&Uint8Array::from(bytes));
        let blob = Blob::new_with_u8_array_sequence(&parts).ok()?;
        let reading = window.create_image_bitmap_with_blob(&blob).ok()?;
        let read = JsFuture::from(reading).await.ok()?;
        read.dyn_into().ok().map(Self)
    }

    /// Its pixels, no side longer than this.
    #[must_use]
    pub fn pixels(&self, longest: u32) -> Option<Raster> {
        of(&self.0, (self.0.width(), self.0.height()), longest)
    }

    /// The picture, for the browser's own reader of codes.
    pub(super) fn shown(&self) -> &ImageBitmap {
        &self.0
    }
}

impl Drop for Picture {
    fn drop(&mut self) {
        // Phones have little room for pictures.
        self.0.close();
    }
}

/// What can be drawn on a canvas.
pub(super) trait Drawable {
    /// Draws it this wide and high.
    fn draw(&self, pen: &CanvasRenderingContext2d, size: (f64, f64)) -> Result<(), JsValue>;
}

impl Drawable for HtmlVideoElement {
    fn draw(&self, pen: &CanvasRenderingContext2d, (w, h): (f64, f64)) -> Result<(), JsValue> {
        pen.draw_image_with_html_video_element_and_dw_and_dh(self, 0.0, 0.0, w, h)
    }
}

impl Drawable for ImageBitmap {
    fn draw(&self, pen: &CanvasRenderingContext2d, (w, h): (f64, f64)) -> Result<(), JsValue> {
        pen.draw_image_with_image_bitmap_and_dw_and_dh(self, 0.0, 0.0, w, h)
    }
}

/// The pixels of what is so large, made smaller so that no side is longer than this.
pub(super) fn of(shown: &impl Drawable, size: (u32, u32), longest: u32) -> Option<Raster> {
    let (width, height) = fitted(size, longest)?;
    let canvas: HtmlCanvasElement = document()?.create_element("canvas").ok()?.dyn_into().ok()?;
    canvas.set_width(width);
    canvas.set_height(height);
    let settings = ContextAttributes2d::new();
    settings.set_will_read_frequently(true);
    let pen = canvas.get_context_with_context_options("2d", &settings);
    let pen: CanvasRenderingContext2d = pen.ok()??.dyn_into().ok()?;
    let (wide, high) = (f64::from(width), f64::from(height));
    shown.draw(&pen, (wide, high)).ok()?;
    let pixels = pen.get_image_data(0.0, 0.0, wide, high).ok()?.data().0;
    // Phones give the memory of a canvas back only when it is empty.
    canvas.set_width(0);
    Some(Raster {
        width: usize::try_from(width).ok()?,
        rgba: pixels,
    })
}

/// The size in which no side is longer than this; nothing for what is not there yet.
fn fitted((width, height): (u32, u32), longest: u32) -> Option<(u32, u32)> {
    let longer = width.max(height);
    let fit = |side: u32| {
        let side = u64::from(side) * u64::from(longest.min(longer));
        u32::try_from(side.checked_div(u64::from(longer))?).ok()
    };
    let (width, height) = (fit(width)?, fit(height)?);
    (width > 0 && height > 0).then_some((width, height))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pictures_are_made_smaller_and_never_larger() {
        assert_eq!(fitted((4_000, 3_000), 2_000), Some((2_000, 1_500)));
        assert_eq!(fitted((640, 480), 2_000), Some((640, 480)));
        assert_eq!(fitted((0, 0), 2_000), None);
        assert_eq!(fitted((9_000, 1), 2_000), None);
    }
}
