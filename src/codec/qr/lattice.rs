//! The modules of a QR picture, laid over what a camera sees of it.

use super::{
    bits::Bits,
    eyes::{CORNER, Eyes},
    point::{Perspective, Point},
};

/// Sizes that are tried for three eyes.
const MOST_SIZES: usize = 2;
/// The row and the column in which dark and light take turns.
const TURNS: i32 = 6;
/// How many of these turns must be right, of a hundred: by chance half of them are.
const RIGHT: i32 = 60;
/// Modules from the far corner to the middle of the small eye near it.
const SMALL_EYE: f64 = 6.5;
/// Half modules each way in which the small eye is looked for, and for how many modules a side there is one more.
const REACH: i32 = 10;
const REACH_MORE: i32 = 4;
/// Modules of a small eye that must be right, of 25.
const ALIKE: i32 = 21;
/// Modules of the three eyes that must be right, of 147: of others, about two in three are.
const EYES_RIGHT: usize = 122;
/// Places that are taken for the small eye, one after another.
const MOST_SMALL_EYES: usize = 3;

/// Where each module of a QR picture is seen.
#[derive(Debug)]
pub(super) struct Lattice {
    size: i32,
    seen: Perspective,
}

/// Ways to lay modules over three eyes, the likeliest first.
pub(super) fn lattices(picture: &Bits, eyes: &Eyes) -> Vec<Lattice> {
    let fitting = eyes.sizes.iter().take(MOST_SIZES);
    // In perspective the turns are not where they are looked for, but can be counted all the same.
    let fitting =
        fitting.filter(|size| eyes.count(**size) || turns(picture, eyes, **size) >= RIGHT);
    let lattices = fitting.flat_map(|size| {
        let small_eyes = small_eyes(picture, eyes, *size).into_iter().map(Some);
        small_eyes
            .chain([None])
            .filter_map(|small_eye| Lattice::over(eyes, *size, small_eye))
            .filter(|lattice| lattice.has_eyes(picture))
    });
    lattices.collect()
}

/// How many of the modules that take turns between the eyes are as they should be, of a hundred.
fn turns(picture: &Bits, eyes: &Eyes, size: i32) -> i32 {
    let middle = |module: i32| f64::from(module) + 0.5;
    let mut right = 0;
    let all = 8..size - 8;
    let count = 2 * i32::try_from(all.len()).unwrap_or(1);
    for module in all {
        for (x, y) in [(module, TURNS), (TURNS, module)] {
            let is_dark = picture.is_dark(eyes.at(size, middle(x), middle(y)));
            right += i32::from(is_dark == (module % 2 == 0));
        }
    }
    right * 100 / count
}

/// Where the small eye near the corner without a large one can be; the smallest version has none.
fn small_eyes(picture: &Bits, eyes: &Eyes, size: i32) -> Vec<Point> {
    if size <= 21 {
        return Vec::new();
    }
    let middle = f64::from(size) - SMALL_EYE;
    let reach = REACH.max(size / REACH_MORE);
    let mut places = Vec::new();
    for down in -reach..=reach {
        for right in -reach..=reach {
            let at = [right, down].map(|off| middle + f64::from(off) / 2.0);
            let alike = likeness(picture, eyes, size, at);
            if alike >= ALIKE {
                places.push((alike, -(right * right + down * down), at));
            }
        }
    }
    places.sort_by_key(|(alike, near, _)| (-alike, -near));
    apart(&places).map(|[x, y]| eyes.at(size, x, y)).collect()
}

/// The first of those that lie within a module of one another.
fn apart(places: &[(i32, i32, [f64; 2])]) -> impl Iterator<Item = [f64; 2]> {
    let is_near = |one: [f64; 2], other: [f64; 2]| {
        (one[0] - other[0]).abs().max((one[1] - other[1]).abs()) <= 1.0
    };
    let mut taken: Vec<[f64; 2]> = Vec::new();
    for (_, _, at) in places {
        if taken.len() < MOST_SMALL_EYES && !taken.iter().any(|other| is_near(*at, *other)) {
            taken.push(*at);
        }
    }
    taken.into_iter()
}

/// How many of its 25 modules are those of a small eye; none if its middle is not.
fn likeness(picture: &Bits, eyes: &Eyes, size: i32, [x, y]: [f64; 2]) -> i32 {
    let is_dark = |x: f64, y: f64| picture.is_dark(eyes.at(size, x, y));
    let middle = [(0.0, 1.0), (1.0, 0.0), (0.0, -1.0), (-1.0, 0.0)];
    if !is_dark(x, y)
        || middle
            .iter()
            .any(|(right, down)| is_dark(x + right, y + down))
    {
        return 0;
    }
    let mut alike = 0;
    for down in -2_i32..=2 {
        for right in -2_i32..=2 {
            let wanted = right.abs().max(down.abs()) != 1;
            let found = is_dark(x + f64::from(right), y + f64::from(down));
            alike += i32::from(found == wanted);
        }
    }
    alike
}

impl Lattice {
    /// Over the eyes and the small eye, or without one as if there were no perspective.
    fn over(eyes: &Eyes, size: i32, small_eye: Option<Point>) -> Option<Self> {
        let far = f64::from(size) - CORNER;
        let (last, seen) = match small_eye {
            Some(seen) => (f64::from(size) - SMALL_EYE, seen),
            None => (far, eyes.corner + eyes.right + eyes.down),
        };
        let from = [(CORNER, CORNER), (far, CORNER), (CORNER, far), (last, last)];
        let to = [
            eyes.corner,
            eyes.corner + eyes.right,
            eyes.corner + eyes.down,
            seen,
        ];
        let seen = Perspective::between(from.map(|(x, y)| Point::new(x, y)), to)?;
        Some(Self { size, seen })
    }

    /// Whether the modules of the three eyes are as they should be, most of them: reading what is no QR picture takes long.
    fn has_eyes(&self, picture: &Bits) -> bool {
        let far = f64::from(self.size) - CORNER;
        let eyes = [(CORNER, CORNER), (far, CORNER), (CORNER, far)];
        let mut right = 0;
        for (x, y) in eyes {
            for down in -3_i32..=3 {
                for across in -3_i32..=3 {
                    let wanted = across.abs().max(down.abs()) != 2;
                    let at = self.seen.at(x + f64::from(across), y + f64::from(down));
                    right += usize::from(picture.is_dark(at) == wanted);
                }
            }
        }
        right >= EYES_RIGHT
    }

    /// Modules a side.
    pub(super) fn modules(&self) -> usize {
        usize::try_from(self.size).unwrap_or_default()
    }

    /// Whether a module is dark: at most of five places within it.
    pub(super) fn is_dark(&self, picture: &Bits, x: usize, y: usize) -> bool {
        let place = |module: usize| f64::from(u16::try_from(module).unwrap_or_default()) + 0.5;
        let (x, y) = (place(x), place(y));
        let around = [(0.0, 0.0), (0.2, 0.0), (-0.2, 0.0), (0.0, 0.2), (0.0, -0.2)];
        let dark = around
            .iter()
            .filter(|(right, down)| picture.is_dark(self.seen.at(x + right, y + down)));
        dark.count() >= 3
    }
}
