//! QR pictures, found and read in whatever a camera or a file shows: any number of them, turned, tilted, blurred, dim.
//!
//! The finding is our own: [`bits`] tells dark from light, [`finder`] looks for the three square eyes that every QR
//! picture has, [`eyes`] tells which three belong together, [`lattice`] lays the modules over them. `rqrr` then reads the
//! modules: it corrects errors and unpacks text. Its own finding stops the program on pictures that confuse it (a
//! perspective without a finite point is an assertion there), and copies the whole picture for each pair of eyes; what a
//! camera shows for an hour must do neither. What is done here is bounded, whatever the picture.

mod bits;
mod eyes;
mod finder;
mod lattice;
mod point;

use rqrr::{Grid, SimpleGrid};

use self::{bits::Bits, eyes::Eyes};

/// Pictures with more pixels are refused: nothing larger is needed to read any QR picture.
pub const MOST_PIXELS: usize = 5_000_000;
/// Longest side of a picture, in pixels.
const LONGEST: usize = 8_000;
/// Triples of eyes that are looked at in one picture.
const MOST_TRIPLES: usize = 600;
/// Lattices that are read in vain in one picture.
const MOST_READ: usize = 40;

/// A picture in shades of grey.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Grey {
    width: usize,
    height: usize,
    light: Vec<u8>,
}

/// How carefully a picture is looked at; each finds some that the other does not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    /// As most pictures are.
    Plain,
    /// Every second pixel each way: what is blurred or noisy becomes clear, what is small is lost.
    Far,
    /// Dark and light hardly differ.
    Dim,
    /// Light on dark, as pages in dark colours are.
    Inverted,
}

impl Look {
    /// Every way to look.
    pub const ALL: [Self; 4] = [Self::Plain, Self::Far, Self::Dim, Self::Inverted];
}

impl Grey {
    /// A picture of so many pixels a row, each as light as its byte says; `None` if rows are not whole, or there are too
    /// many.
    #[must_use]
    pub fn new(width: usize, light: Vec<u8>) -> Option<Self> {
        let height = light.len().checked_div(width)?;
        let fits = width.max(height) <= LONGEST && light.len() <= MOST_PIXELS;
        (fits && height > 0 && width * height == light.len()).then_some(Self {
            width,
            height,
            light,
        })
    }

    /// The same of four bytes for each pixel: red, green, blue and how much of it covers a white ground.
    #[must_use]
    pub fn of_rgba(width: usize, rgba: &[u8]) -> Option<Self> {
        let (pixels, rest) = rgba.as_chunks::<4>();
        if !rest.is_empty() || pixels.len() > MOST_PIXELS {
            return None;
        }
        Self::new(width, pixels.iter().copied().map(luma).collect())
    }

    /// Every text that is found in the picture, each once.
    #[must_use]
    pub fn texts(&self, look: Look) -> Vec<String> {
        let picture = match look {
            Look::Plain => Bits::of(self, bits::USUAL),
            Look::Dim => Bits::of(self, bits::FAINT),
            Look::Inverted => Bits::of(&self.inverted(), bits::USUAL),
            Look::Far => match self.halved() {
                Some(half) => Bits::of(&half, bits::USUAL),
                None => return Vec::new(),
            },
        };
        read_all(&picture)
    }

    fn inverted(&self) -> Self {
        Self {
            light: self.light.iter().map(|light| !light).collect(),
            ..*self
        }
    }

    /// Of half the size, each pixel the mean of four.
    fn halved(&self) -> Option<Self> {
        let (width, height) = (self.width / 2, self.height / 2);
        let mut light = Vec::with_capacity(width * height);
        for two in self.light.chunks_exact(2 * self.width) {
            let (upper, lower) = two.split_at(self.width);
            let pairs = upper.chunks_exact(2).zip(lower.chunks_exact(2));
            light.extend(pairs.map(|(a, b)| mean(a, b)));
        }
        Self::new(width, light)
    }
}

/// How light a colour looks (ITU-R BT.601), over white.
fn luma([red, green, blue, cover]: [u8; 4]) -> u8 {
    let light = (u32::from(red) * 77 + u32::from(green) * 150 + u32::from(blue) * 29) / 256;
    let cover = u32::from(cover);
    let light = (light * cover + 255 * (255 - cover)) / 255;
    u8::try_from(light).unwrap_or(u8::MAX)
}

fn mean(one: &[u8], other: &[u8]) -> u8 {
    let sum: u32 = one.iter().chain(other).map(|light| u32::from(*light)).sum();
    u8::try_from(sum / 4).unwrap_or(u8::MAX)
}

/// Reads whatever three eyes can belong together, the closest first; eyes of a picture that was read are done with.
fn read_all(picture: &Bits) -> Vec<String> {
    let finders = finder::finders(picture);
    let mut done = vec![false; finders.len()];
    let mut texts = Vec::new();
    let mut left = MOST_READ;
    for triple in eyes::triples(&finders).into_iter().take(MOST_TRIPLES) {
        let is_done = triple.iter().any(|place| done[*place]);
        let eyes = Eyes::of(picture, triple.map(|place| finders[place]));
        let Some(eyes) = eyes.filter(|_| !is_done) else {
            continue;
        };
        for lattice in lattice::lattices(picture, &eyes) {
            if left == 0 {
                return texts;
            }
            if let Some(text) = read(lattice.modules(), |x, y| lattice.is_dark(picture, x, y)) {
                for place in triple {
                    done[place] = true;
                }
                if !texts.contains(&text) {
                    texts.push(text);
                }
                break;
            }
            left -= 1;
        }
    }
    texts
}

/// The text of a square of modules; `None` if it is no whole QR picture.
fn read(modules: usize, is_dark: impl Fn(usize, usize) -> bool) -> Option<String> {
    let mut bytes = Vec::new();
    let grid = Grid::new(SimpleGrid::from_func(modules, is_dark));
    grid.decode_to(&mut bytes).ok()?;
    Some(String::from_utf8_lossy(&bytes).into_owned())
}
