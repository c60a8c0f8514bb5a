//! What a camera would see of our own QR pictures: drawn by resvg, then turned, tilted, blurred, dimmed and made noisy.

use plumbline::chart::Qr;
use resvg::{
    tiny_skia::{Pixmap, Transform},
    usvg::{Options, Tree},
};

/// Pixels a side of the QR picture that is looked at: more than a camera shows.
const SHARP: u32 = 1_000;

/// How a QR picture is seen.
#[derive(Clone, Copy, Debug)]
pub(crate) struct View {
    /// The picture's own size, in pixels.
    pub(crate) size: (usize, usize),
    /// How much of its height the QR picture takes, with its border.
    pub(crate) share: f64,
    /// By how many degrees it is turned.
    pub(crate) turn: f64,
    /// How much closer its upper edge is than its lower one: 0 for none, 0.3 for a third or so.
    pub(crate) tilt: f64,
    /// How many pixels run into one another.
    pub(crate) blur: usize,
    /// How light the dark modules are, and how light the light ones.
    pub(crate) shades: (f64, f64),
    /// How much lighter the right side is than the left.
    pub(crate) slope: f64,
    /// By how much each pixel is off, at most.
    pub(crate) noise: f64,
}

impl Default for View {
    fn default() -> Self {
        Self {
            size: (640, 480),
            share: 0.7,
            turn: 0.0,
            tilt: 0.0,
            blur: 0,
            shades: (30.0, 225.0),
            slope: 0.0,
            noise: 0.0,
        }
    }
}

/// A QR picture as a picture of so many pixels.
pub(crate) fn drawn(text: &str, side: u32) -> Pixmap {
    let svg = Qr::of(text).expect("it fits").to_file("code", side);
    let tree = Tree::from_str(&svg, &Options::default()).expect("it is SVG");
    let mut pixels = Pixmap::new(side, side).expect("it is not too large");
    resvg::render(&tree, Transform::identity(), &mut pixels.as_mut());
    pixels
}

/// A text's QR picture, seen so, row by row.
pub(crate) fn rows(text: &str, view: View) -> Vec<u8> {
    let sharp = drawn(text, SHARP);
    let light: Vec<f64> = sharp
        .pixels()
        .iter()
        .map(|pixel| f64::from(pixel.green()) / 255.0)
        .collect();
    let (width, height) = view.size;
    let mut picture = Vec::with_capacity(width * height);
    for y in 0..height {
        for x in 0..width {
            picture.push(looked_up(&light, view, (x, y)));
        }
    }
    let picture = blurred(picture, width, view.blur);
    shaded(&picture, view)
}

/// How light a pixel is, as the mean of four places in it; beside the QR picture it is half light.
fn looked_up(light: &[f64], view: View, (x, y): (usize, usize)) -> f64 {
    let quarters = [(0.25, 0.25), (0.75, 0.25), (0.25, 0.75), (0.75, 0.75)];
    let sum: f64 = quarters
        .iter()
        .map(|(right, down)| {
            let (u, v) = on_paper(view, as_f64(x) + right, as_f64(y) + down);
            if !(0.0..1.0).contains(&u) || !(0.0..1.0).contains(&v) {
                return 0.55;
            }
            let place = |share: f64| as_usize(share * f64::from(SHARP));
            light[place(v) * as_usize(f64::from(SHARP)) + place(u)]
        })
        .sum();
    sum / 4.0
}

/// Where on the QR picture a place of the camera's picture looks, from 0 to 1 each way.
fn on_paper(view: View, x: f64, y: f64) -> (f64, f64) {
    let (width, height) = (as_f64(view.size.0), as_f64(view.size.1));
    let (x, y) = (x - width / 2.0, y - height / 2.0);
    let (sin, cos) = view.turn.to_radians().sin_cos();
    let side = view.share * height;
    let (x, y) = ((x * cos + y * sin) / side, (y * cos - x * sin) / side);
    let far = 1.0 + view.tilt * y;
    (x / far + 0.5, y / far + 0.5)
}

fn blurred(picture: Vec<f64>, width: usize, blur: usize) -> Vec<f64> {
    let height = picture.len() / width;
    let mut picture = picture;
    for (right, down) in [(1, 0), (0, 1), (1, 0), (0, 1)] {
        if blur == 0 {
            break;
        }
        let mean = |place: usize| {
            let (x, y) = (place % width, place / width);
            let mut sum = 0.0;
            for step in 0..=blur {
                let x = (x + right * step)
                    .saturating_sub(right * (blur / 2))
                    .min(width - 1);
                let y = (y + down * step)
                    .saturating_sub(down * (blur / 2))
                    .min(height - 1);
                sum += picture[y * width + x];
            }
            sum / as_f64(blur + 1)
        };
        picture = (0..picture.len()).map(mean).collect();
    }
    picture
}

fn shaded(picture: &[f64], view: View) -> Vec<u8> {
    let (dark, light) = view.shades;
    let width = view.size.0;
    let mut random = 0x2545_f491_4f6c_dd1d_u64;
    let mut shaded = Vec::with_capacity(picture.len());
    for (place, share) in picture.iter().enumerate() {
        random ^= random << 13;
        random ^= random >> 7;
        random ^= random << 17;
        let off = f64::from(u8::try_from(random >> 56).expect("a byte")) / 127.5 - 1.0;
        let slope = view.slope * (as_f64(place % width) / as_f64(width) - 0.5);
        let value = dark + (light - dark) * share + slope + off * view.noise;
        shaded.push(u8::try_from(as_usize(value.clamp(0.0, 255.0))).expect("clamped"));
    }
    shaded
}

fn as_f64(n: usize) -> f64 {
    f64::from(u32::try_from(n).expect("pictures are small"))
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "pixels are small and positive"
)]
fn as_usize(n: f64) -> usize {
    n as usize
}
