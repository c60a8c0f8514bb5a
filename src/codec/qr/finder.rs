//! The square eyes in three corners of every QR picture: on any line through their middle dark, light, dark, light and
//! dark lie as 1 : 1 : 3 : 1 : 1, however they are turned.

use std::cmp::Reverse;

use super::{
    bits::{Bits, whole},
    point::Point,
};

/// Eyes that are kept of one picture: a sheet of 40 codes has 120.
const MOST: usize = 150;
/// Rows for each module's width that an eye is found in at least: in a clear picture three.
const STRONG: f64 = 1.2;
/// Modules across an eye.
const ACROSS: f64 = 7.0;

/// An eye.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Finder {
    /// Its middle.
    pub(super) at: Point,
    /// The width of a module there, along a row.
    pub(super) module: f64,
    /// How many rows have found it.
    hits: u32,
}

impl Finder {
    /// Whether fewer rows have found it than an eye has: what is among modules by chance is as narrow as one of them.
    pub(super) fn is_weak(&self) -> bool {
        f64::from(self.hits) < STRONG * self.module
    }
}

/// All eyes of a picture, the surest first.
pub(super) fn finders(picture: &Bits) -> Vec<Finder> {
    let mut found: Vec<Finder> = Vec::new();
    for (row, y) in picture.rows().zip(0..) {
        for x in middles(row) {
            if let Some(finder) = confirmed(picture, x, y) {
                note(&mut found, finder);
            }
        }
    }
    found.sort_by_key(|finder| Reverse(finder.hits));
    found
}

/// Counts a finding with the eye that it is one more row of.
fn note(found: &mut Vec<Finder>, new: Finder) {
    let is_full = found.len() >= MOST;
    let known = found
        .iter_mut()
        .find(|known| (known.at - new.at).length() < 2.0 * known.module);
    match known {
        Some(known) => {
            let weight = f64::from(known.hits);
            let sum = weight + 1.0;
            known.at = (known.at * weight + new.at) * (1.0 / sum);
            known.module = (known.module * weight + new.module) / sum;
            known.hits += 1;
        }
        None if is_full => {}
        None => found.push(new),
    }
}

/// Where the middles of eyes could be in a row.
fn middles(row: &[bool]) -> Vec<i32> {
    let mut middles = Vec::new();
    let mut runs = [0_i32; 5];
    let mut is_dark = false;
    // A light pixel after the last one ends what is dark there.
    for (dark, end) in row.iter().copied().chain([false]).zip(0..) {
        if dark != is_dark {
            if is_dark && are_of_an_eye(runs) {
                middles.push(end - runs[4] - runs[3] - (runs[2] + 1) / 2);
            }
            runs.rotate_left(1);
            runs[4] = 0;
            is_dark = dark;
        }
        runs[4] += 1;
    }
    middles
}

/// Whether lengths of dark and light in turn are those of a line through an eye's middle, as far as pixels can tell.
fn are_of_an_eye(runs: [i32; 5]) -> bool {
    let module = f64::from(runs.iter().sum::<i32>()) / ACROSS;
    let is_near = |run: i32, modules: f64| {
        let off = (f64::from(run) - modules * module).abs();
        off <= modules * module * 0.5 + 0.5
    };
    module >= 1.0
        && runs
            .into_iter()
            .zip([1.0, 1.0, 3.0, 1.0, 1.0])
            .all(|(run, modules)| run > 0 && is_near(run, modules))
}

/// The eye whose middle is near a pixel, if the lines up and down and slantwise agree.
fn confirmed(picture: &Bits, x: i32, y: i32) -> Option<Finder> {
    let (down, _) = line(picture, (x, y), (0, 1))?;
    let y = y + whole(down + 0.5);
    let (right, length) = line(picture, (x, y), (1, 0))?;
    let x = x + whole(right + 0.5);
    let (more, _) = line(picture, (x, y), (0, 1))?;
    line(picture, (x, y), (1, 1)).or_else(|| line(picture, (x, y), (1, -1)))?;
    Some(Finder {
        // The middle of a pixel.
        at: Point::new(f64::from(x) + 0.5, f64::from(y) + 0.5 + more),
        module: length / ACROSS,
        hits: 1,
    })
}

/// How far along a line through a pixel the middle of the eye lies, in steps, and how long the line is within it.
fn line(picture: &Bits, from: (i32, i32), (right, down): (i32, i32)) -> Option<(f64, f64)> {
    let [inner, light, outer] = half(picture, from, (right, down))?;
    let [inner_back, light_back, outer_back] = half(picture, from, (-right, -down))?;
    // The pixel itself is counted both ways.
    let runs = [outer_back, light_back, inner + inner_back - 1, light, outer];
    let length = f64::from(runs.iter().sum::<i32>());
    are_of_an_eye(runs).then(|| (f64::from(inner - inner_back) / 2.0, length))
}

/// From a pixel on, in one direction: how many are dark, then light, then dark.
fn half(picture: &Bits, from: (i32, i32), step: (i32, i32)) -> Option<[i32; 3]> {
    let mut runs = [0; 3];
    let mut at = from;
    for (run, wanted) in runs.iter_mut().zip([true, false, true]) {
        while picture.get(at.0, at.1) == Some(wanted) {
            *run += 1;
            at = (at.0 + step.0, at.1 + step.1);
        }
        if *run == 0 {
            return None;
        }
    }
    Some(runs)
}
