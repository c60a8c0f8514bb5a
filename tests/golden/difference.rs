//! How far two drawings of one picture differ, whatever programs drew them.

use std::io::Cursor;

use resvg::tiny_skia::Pixmap;

/// How wide and high the squares are whose means are compared, in pixels: every program draws the edges of letters a little
/// otherwise, and `WebKit` moves them to whole pixels upwards and downwards.
const SQUARE: usize = 4;

/// The most that a channel of two such means may differ.
const SOFTNESS: u8 = 64;

/// The most that drawings by different programs may differ, in thousandths of what is drawn. Measured at 1920 by 1080 on
/// 23 November 2026: Chromium and Firefox under 1, `WebKit` up to 7; another colour for one side is 28 and more, another font
/// hundreds (`what_a_browser_could_draw_wrong_is_a_difference`).
pub(crate) const LIMIT: usize = 15;

/// An opaque picture.
#[derive(Debug)]
pub(crate) struct Pixels {
    width: usize,
    rgb: Vec<[u8; 3]>,
}

impl Pixels {
    /// A native drawing, over white.
    pub(crate) fn of_drawing(drawing: &Pixmap) -> Self {
        let over_white = |pixel: &resvg::tiny_skia::PremultipliedColorU8| {
            let white = 255 - pixel.alpha();
            [pixel.red(), pixel.green(), pixel.blue()].map(|part| part + white)
        };
        Self {
            width: drawing.width() as usize,
            rgb: drawing.pixels().iter().map(over_white).collect(),
        }
    }

    /// The upper left corner of a PNG file, so many pixels wide and high; over white where it is transparent.
    pub(crate) fn of_png(png: &[u8], (width, height): (usize, usize)) -> Self {
        let mut reader = png::Decoder::new(Cursor::new(png)).read_info().unwrap();
        let mut bytes = vec![0; reader.output_buffer_size().unwrap()];
        let info = reader.next_frame(&mut bytes).unwrap();
        assert!(info.width as usize >= width && info.height as usize >= height);
        let step = info.color_type.samples();
        let lines = bytes.chunks(info.line_size).take(height);
        let rgb = lines.flat_map(|line| line.chunks(step).take(width));
        Self {
            width,
            rgb: rgb.map(over_white).collect(),
        }
    }

    /// The same at a quarter of its size, each pixel the mean of sixteen.
    fn quartered(&self) -> Vec<[u8; 3]> {
        let mut quartered = Vec::new();
        for lines in self.rgb.chunks_exact(SQUARE * self.width) {
            for left in (0..=self.width - SQUARE).step_by(SQUARE) {
                let lines = lines.chunks_exact(self.width);
                let square = lines.flat_map(|line| &line[left..left + SQUARE]);
                quartered.push(mean(square));
            }
        }
        quartered
    }
}

/// A pixel of three or four channels, over white.
fn over_white(pixel: &[u8]) -> [u8; 3] {
    let alpha = u32::from(*pixel.get(3).unwrap_or(&255));
    let over = |part: u8| (u32::from(part) * alpha + 255 * (255 - alpha)) / 255;
    [pixel[0], pixel[1], pixel[2]].map(|part| u8::try_from(over(part)).unwrap())
}

fn mean<'a>(pixels: impl Iterator<Item = &'a [u8; 3]>) -> [u8; 3] {
    let mut sums = [0; 3];
    let mut count = 0;
    for pixel in pixels {
        count += 1;
        for (sum, part) in sums.iter_mut().zip(pixel) {
            *sum += u32::from(*part);
        }
    }
    sums.map(|sum| u8::try_from(sum / count).unwrap())
}

/// Which share of what is drawn differs, in thousandths: of the pixels at quarter size that are not ground in both.
pub(crate) fn difference(one: &Pixels, other: &Pixels) -> usize {
    let (one, other) = (one.quartered(), other.quartered());
    assert_eq!(one.len(), other.len(), "the pictures have different sizes");
    let ground = one[0];
    let far = |one: [u8; 3], other: [u8; 3]| {
        let parts = one.into_iter().zip(other);
        parts.map(|(one, other)| one.abs_diff(other)).max().unwrap() > SOFTNESS
    };
    let pairs = || one.iter().copied().zip(other.iter().copied());
    let inked = pairs().filter(|(one, other)| far(*one, ground) || far(*other, ground));
    let differing = pairs().filter(|(one, other)| far(*one, *other)).count();
    differing * 1000 / inked.count().max(1)
}
