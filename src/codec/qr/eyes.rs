//! Which three eyes belong to one QR picture, and how many modules lie between them.

use super::{bits::Bits, finder::Finder, point::Point};

/// Modules between the middles of two eyes: of the smallest version, and of the largest.
const BETWEEN: [f64; 2] = [14.0, 170.0];
/// Eyes around another that are looked at.
const MOST_AROUND: usize = 32;
/// Modules from the middle of an eye to its rim.
const TO_RIM: f64 = 3.5;
/// Modules from there to the line on which dark and light take turns.
const TO_TURNS: f64 = 3.0;
/// Modules of a side beside those between which dark and light change.
const BESIDE_TURNS: i32 = 13;
/// Modules from a corner of the picture to the middle of the eye in it.
pub(super) const CORNER: f64 = 3.5;

/// Three eyes that can belong to one QR picture.
#[derive(Debug)]
pub(super) struct Eyes {
    /// The one in the corner between the others.
    pub(super) corner: Point,
    /// From there to the eye on the right, as the picture is meant to be seen.
    pub(super) right: Point,
    /// From there to the eye below.
    pub(super) down: Point,
    /// Modules a side that they speak for, the likeliest first.
    pub(super) sizes: Vec<i32>,
    /// Modules of two sides, as far as they can be counted.
    counted: [i32; 2],
}

/// Places of eyes that lie like the corners of a square seen from somewhere, the surest and closest first; the middle one
/// is the corner between the others.
pub(super) fn triples(finders: &[Finder]) -> Vec<[usize; 3]> {
    let mut triples = Vec::new();
    for (middle, corner) in finders.iter().enumerate() {
        let around = around(finders, middle);
        for (place, one) in around.iter().enumerate() {
            for other in around.iter().skip(place + 1) {
                let eyes = [*one, middle, *other].map(|place| finders[place]);
                if let Some(size) = size(corner.at, eyes[0].at, eyes[2].at) {
                    let weak = eyes.iter().filter(|eye| eye.is_weak()).count();
                    triples.push((weak, size, [*one, middle, *other]));
                }
            }
        }
    }
    triples.sort_by(|one, other| one.0.cmp(&other.0).then(one.1.total_cmp(&other.1)));
    triples.into_iter().map(|(_, _, places)| places).collect()
}

/// The nearest of those that can belong to the same QR picture as an eye, the surest first.
fn around(finders: &[Finder], place: usize) -> Vec<usize> {
    let eye = finders[place];
    let can = |other: &usize| *other != place && are_alike(&eye, &finders[*other]);
    let mut around: Vec<usize> = (0..finders.len()).filter(can).collect();
    let far = |other: usize| (finders[other].at - eye.at).length();
    around.sort_by(|one, other| {
        let weak = finders[*one].is_weak().cmp(&finders[*other].is_weak());
        weak.then(far(*one).total_cmp(&far(*other)))
    });
    around.truncate(MOST_AROUND);
    around
}

/// Whether eyes are of about one size, and neither too close nor too far.
fn are_alike(one: &Finder, other: &Finder) -> bool {
    let larger = one.module.max(other.module);
    let apart = (one.at - other.at).length();
    // Along a row, a module of a turned picture measures up to 1.42 of itself.
    larger <= 1.8 * one.module.min(other.module)
        && apart >= BETWEEN[0] * larger / 1.9
        && apart <= BETWEEN[1] * larger * 1.3
}

/// How large a right angle with equal sides is; `None` if it is none, seen from anywhere sensible.
fn size(corner: Point, one: Point, other: Point) -> Option<f64> {
    let (one, other) = (one - corner, other - corner);
    let (first, second) = (one.length(), other.length());
    let is_square = first.max(second) <= 1.7 * first.min(second)
        && one.dot(other).abs() <= 0.5 * first * second;
    is_square.then_some(first + second)
}

impl Eyes {
    /// The eyes at the first and last place beside the one in the middle.
    pub(super) fn of(picture: &Bits, [one, corner, other]: [Finder; 3]) -> Option<Self> {
        let (corner, mut right, mut down) = (corner.at, one.at, other.at);
        if (right - corner).cross(down - corner) < 0.0 {
            std::mem::swap(&mut right, &mut down);
        }
        let across = Edge::between(picture, corner, right)?;
        let along = Edge::between(picture, corner, down)?;
        let counted = [
            across.counted(picture, along.module),
            along.counted(picture, across.module),
        ];
        Some(Self {
            corner,
            right: right - corner,
            down: down - corner,
            sizes: sizes(f64::midpoint(across.modules, along.modules), counted),
            counted,
        })
    }

    /// Whether a side has so many modules, as far as they can be counted.
    pub(super) fn count(&self, size: i32) -> bool {
        self.counted.iter().any(|counted| is_about(*counted, size))
    }

    /// Where modules lie as long as there is no perspective.
    pub(super) fn at(&self, size: i32, x: f64, y: f64) -> Point {
        let between = f64::from(size) - 2.0 * CORNER;
        self.corner + self.right * ((x - CORNER) / between) + self.down * ((y - CORNER) / between)
    }
}

/// The side of a QR picture between two eyes.
struct Edge {
    from: Point,
    to: Point,
    /// A module's width at the first eye, and by how much it is larger at the second.
    module: Point,
    growth: f64,
    /// Modules from eye to eye, by these widths.
    modules: f64,
}

impl Edge {
    /// Measured by how wide the halves of both eyes are that look at one another.
    fn between(picture: &Bits, from: Point, to: Point) -> Option<Self> {
        let (first, second) = (to_rim(picture, from, to)?, to_rim(picture, to, from)?);
        let length = (to - from).length();
        Some(Self {
            from,
            to,
            module: (to - from) * (first / TO_RIM / length),
            growth: second / first,
            modules: length * 2.0 * TO_RIM / (first + second),
        })
    }

    /// Modules a side, counted where dark and light take turns between the eyes; `inwards` is a module's way from this
    /// side into the picture.
    fn counted(&self, picture: &Bits, inwards: Point) -> i32 {
        let from = self.from + (self.module + inwards) * TO_TURNS;
        let to = self.to + (inwards - self.module) * (TO_TURNS * self.growth);
        let way = to - from;
        let step = 0.5 / way.length().max(1.0);
        let (mut changes, mut share) = (0, 0.0);
        let mut is_dark = true;
        while share <= 1.0 {
            let now = picture.is_dark(from + way * share);
            changes += i32::from(now != is_dark);
            is_dark = now;
            share += step;
        }
        changes + BESIDE_TURNS
    }
}

/// How far it is from an eye's middle to its rim, on the way to another eye: through dark, light and dark.
fn to_rim(picture: &Bits, from: Point, to: Point) -> Option<f64> {
    let way = to - from;
    let step = 0.5 / way.length();
    let (mut wanted, mut changes, mut share) = (true, 0, 0.0);
    while share < 0.5 {
        if picture.is_dark(from + way * share) != wanted {
            wanted = !wanted;
            changes += 1;
            if changes == 3 {
                return Some(way.length() * share);
            }
        }
        share += step;
    }
    None
}

/// Whether modules that were counted are so many; sides differ by four.
fn is_about(counted: i32, size: i32) -> bool {
    (counted - size).abs() <= 1
}

/// Sides that QR pictures have, near one that was measured; those first that were counted.
fn sizes(between: f64, counted: [i32; 2]) -> Vec<i32> {
    let measured = between + 2.0 * CORNER;
    let off = |size: i32| (f64::from(size) - measured).abs();
    let mut sizes: Vec<i32> = (1..=40).map(|version| 17 + 4 * version).collect();
    sizes.retain(|size| off(*size) <= 2.0 + measured * 0.15);
    sizes.sort_by(|one, other| {
        let counts = |size: i32| {
            counted
                .iter()
                .filter(|count| is_about(**count, size))
                .count()
        };
        let by_count = counts(*other).cmp(&counts(*one));
        by_count.then(off(*one).total_cmp(&off(*other)))
    });
    sizes
}
