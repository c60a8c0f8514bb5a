//! How far two drawings of one picture differ, whatever programs drew them.

use std::io::Cursor;

use resvg::tiny_skia::Pixmap;

/// The most that a channel of two half-size pixels may differ: letters have soft edges, which every program draws a
/// little otherwise.
const SOFTNESS: u8 = 48;

/// The most that drawings by different programs differ, in thousandths of what is drawn.
pub(crate) const LIMIT: usize = 30;

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

    /// The upper left corner of a PNG file, so many pixels wide and high.
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
            rgb: rgb.map(|pixel| [pixel[0], pixel[1], pixel[2]]).collect(),
        }
    }

    /// The same at half its size, each pixel the mean of four.
    fn halved(&self) -> Vec<[u8; 3]> {
        let mut halved = Vec::new();
        for lines in self.rgb.chunks_exact(2 * self.width) {
            let (upper, lower) = lines.split_at(self.width);
            let squares = upper.chunks_exact(2).zip(lower.chunks_exact(2));
            halved.extend(squares.map(|(above, below)| {
                [0, 1, 2].map(|part| {
                    let four = [above[0], above[1], below[0], below[1]];
                    let sum: u16 = four.iter().map(|pixel| u16::from(pixel[part])).sum();
                    u8::try_from(sum / 4).unwrap()
                })
            }));
        }
        halved
    }
}

/// Which share of what is drawn differs, in thousandths: of the pixels at half size that are not ground in both.
pub(crate) fn difference(one: &Pixels, other: &Pixels) -> usize {
    let (one, other) = (one.halved(), other.halved());
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
