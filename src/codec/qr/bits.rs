//! What is dark in a picture, and what is light: by what is around, since no picture is lit evenly.

use super::{Grey, point::Point};

/// Side of the squares whose mean is taken, in pixels.
const BLOCK: usize = 8;
/// Blocks each way around a pixel that say what is light there: so many at least, and this part of the shorter side.
const LEAST_AROUND: usize = 3;
const PART_AROUND: usize = 12;

/// How much darker than what is around it a pixel must be, in 256ths.
pub(super) const USUAL: u32 = 14;
/// The same where dark and light hardly differ.
pub(super) const FAINT: u32 = 3;

/// A picture in which every pixel is dark or light.
#[derive(Debug)]
pub(super) struct Bits {
    width: i32,
    height: i32,
    dark: Vec<bool>,
}

impl Bits {
    /// Tells what is darker than its surroundings by `margin` 256ths.
    pub(super) fn of(picture: &Grey, margin: u32) -> Self {
        let limits = Limits::of(picture, margin);
        let mut dark = Vec::with_capacity(picture.light.len());
        for (y, row) in picture.light.chunks_exact(picture.width).enumerate() {
            let limits = limits.of_row(y);
            for (pixels, limit) in row.chunks(BLOCK).zip(limits) {
                dark.extend(pixels.iter().map(|light| *light < *limit));
            }
        }
        Self {
            width: i32::try_from(picture.width).unwrap_or_default(),
            height: i32::try_from(picture.height).unwrap_or_default(),
            dark,
        }
    }

    /// Row after row.
    pub(super) fn rows(&self) -> impl Iterator<Item = &[bool]> {
        let width = usize::try_from(self.width).unwrap_or(1).max(1);
        self.dark.chunks_exact(width)
    }

    /// Whether this pixel is dark; `None` outside of the picture.
    pub(super) fn get(&self, x: i32, y: i32) -> Option<bool> {
        if !(0..self.width).contains(&x) || !(0..self.height).contains(&y) {
            return None;
        }
        let place = usize::try_from(y * self.width + x).ok()?;
        self.dark.get(place).copied()
    }

    /// Whether it is dark there; outside of the picture it is light.
    pub(super) fn is_dark(&self, at: Point) -> bool {
        self.get(whole(at.x), whole(at.y)).unwrap_or_default()
    }
}

/// The pixel that a place lies in; far away for what is no number.
#[expect(
    clippy::cast_possible_truncation,
    reason = "casts of floats end at the largest number"
)]
pub(super) fn whole(place: f64) -> i32 {
    if place.is_nan() {
        i32::MIN
    } else {
        place.floor() as i32
    }
}

/// For each block, from which lightness on its pixels are light.
struct Limits {
    columns: usize,
    limits: Vec<u8>,
}

impl Limits {
    fn of(picture: &Grey, margin: u32) -> Self {
        let columns = picture.width.div_ceil(BLOCK);
        let means = means(picture, columns);
        let rows = means.len() / columns;
        let around = LEAST_AROUND.max(columns.min(rows) / PART_AROUND);
        let sums = Sums::of(&means, columns);
        let mut limits = Vec::with_capacity(means.len());
        for y in 0..rows {
            for x in 0..columns {
                let mean = sums.mean(
                    x.saturating_sub(around)..(x + around + 1).min(columns),
                    y.saturating_sub(around)..(y + around + 1).min(rows),
                );
                let limit = mean * (256 - margin) / 256;
                limits.push(u8::try_from(limit).unwrap_or(u8::MAX));
            }
        }
        Self { columns, limits }
    }

    /// The blocks of the pixels in this row.
    fn of_row(&self, y: usize) -> &[u8] {
        let start = y / BLOCK * self.columns;
        self.limits
            .get(start..start + self.columns)
            .unwrap_or_default()
    }
}

/// How light each block is.
fn means(picture: &Grey, columns: usize) -> Vec<u32> {
    let mut means = Vec::with_capacity(columns * picture.height.div_ceil(BLOCK));
    for band in picture.light.chunks(BLOCK * picture.width) {
        let mut sums = vec![(0_u32, 0_u32); columns];
        for row in band.chunks_exact(picture.width) {
            for (pixels, (sum, count)) in row.chunks(BLOCK).zip(&mut sums) {
                for light in pixels {
                    *sum += u32::from(*light);
                    *count += 1;
                }
            }
        }
        means.extend(sums.into_iter().map(|(sum, count)| sum / count.max(1)));
    }
    means
}

/// Sums over everything above and to the left, so that any rectangle's sum takes four of them.
struct Sums {
    columns: usize,
    sums: Vec<u32>,
}

impl Sums {
    fn of(values: &[u32], width: usize) -> Self {
        let columns = width + 1;
        let mut sums = vec![0; columns];
        for row in values.chunks_exact(width) {
            let above = sums.len() - columns;
            let mut sum = 0;
            sums.push(0);
            for (x, value) in row.iter().enumerate() {
                sum += value;
                sums.push(sums[above + x + 1] + sum);
            }
        }
        Self { columns, sums }
    }

    fn mean(&self, x: std::ops::Range<usize>, y: std::ops::Range<usize>) -> u32 {
        let at = |x: usize, y: usize| self.sums[y * self.columns + x];
        let sum = at(x.end, y.end) + at(x.start, y.start) - at(x.start, y.end) - at(x.end, y.start);
        let count = u32::try_from(x.len() * y.len()).unwrap_or(u32::MAX);
        sum / count.max(1)
    }
}
