//! Places in a picture, and the way from one square to another in perspective.

use std::ops::{Add, Mul, Sub};

/// A place in a picture, in pixels from its upper left corner, or a way from one to another.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Point {
    pub(super) x: f64,
    pub(super) y: f64,
}

impl Point {
    pub(super) const fn new(x: f64, y: f64) -> Self {
        Self { x, y }
    }

    pub(super) fn length(self) -> f64 {
        self.dot(self).sqrt()
    }

    pub(super) fn dot(self, other: Self) -> f64 {
        self.x * other.x + self.y * other.y
    }

    /// Positive if `other` lies clockwise of this way, as pictures are drawn: y grows downwards.
    pub(super) fn cross(self, other: Self) -> f64 {
        self.x * other.y - self.y * other.x
    }
}

impl Add for Point {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self::new(self.x + other.x, self.y + other.y)
    }
}

impl Sub for Point {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        Self::new(self.x - other.x, self.y - other.y)
    }
}

impl Mul<f64> for Point {
    type Output = Self;

    fn mul(self, times: f64) -> Self {
        Self::new(self.x * times, self.y * times)
    }
}

/// How a flat thing looks from somewhere: a projective map of the plane, row by row.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Perspective([[f64; 3]; 3]);

impl Perspective {
    /// The map that leads each of `from` to its place in `to`; `None` if three of them lie on one line.
    pub(super) fn between(from: [Point; 4], to: [Point; 4]) -> Option<Self> {
        let mut rows = [[0.0; 9]; 8];
        for ((from, to), pair) in from.into_iter().zip(to).zip(rows.as_chunks_mut::<2>().0) {
            let Point { x, y } = from;
            *pair = [
                [x, y, 1.0, 0.0, 0.0, 0.0, -x * to.x, -y * to.x, to.x],
                [0.0, 0.0, 0.0, x, y, 1.0, -x * to.y, -y * to.y, to.y],
            ];
        }
        let to_rows = |s: [f64; 8]| [[s[0], s[1], s[2]], [s[3], s[4], s[5]], [s[6], s[7], 1.0]];
        solved(rows).map(to_rows).map(Self)
    }

    /// Where a place of the flat thing is seen.
    pub(super) fn at(&self, x: f64, y: f64) -> Point {
        let [right, down, far] = self.0.map(|row| row[0] * x + row[1] * y + row[2]);
        Point::new(right / far, down / far)
    }
}

/// Solves eight equations by elimination, the largest coefficient first.
fn solved(mut rows: [[f64; 9]; 8]) -> Option<[f64; 8]> {
    for column in 0..8 {
        let largest = (column..8).max_by(|one, other| {
            rows[*one][column]
                .abs()
                .total_cmp(&rows[*other][column].abs())
        })?;
        rows.swap(column, largest);
        let pivot = rows[column];
        if pivot[column].abs() < 1e-9 {
            return None;
        }
        for (place, row) in rows.iter_mut().enumerate() {
            if place != column {
                let times = row[column] / pivot[column];
                row.iter_mut()
                    .zip(pivot)
                    .for_each(|(cell, pivot)| *cell -= times * pivot);
            }
        }
    }
    Some(std::array::from_fn(|place| {
        rows[place][8] / rows[place][place]
    }))
}
