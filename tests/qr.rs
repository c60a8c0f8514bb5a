//! QR pictures are read as cameras and files show them, and nothing is read that is not there.

#![cfg(not(target_arch = "wasm32"))]

#[path = "qr/photo.rs"]
mod photo;

use photo::{View, drawn, rows};
use plumbline::{
    codec::{
        ballot::{Ballot, SEALED},
        code,
        qr::{Grey, Look, MOST_PIXELS},
    },
    domain::side::Side,
};

#[test]
fn a_code_is_read_however_it_is_turned() {
    for turn in 0..72 {
        let turn = f64::from(turn) * 5.0;
        is_read(View {
            turn,
            ..View::default()
        });
    }
}

#[test]
fn a_code_is_read_tilted() {
    for tilt in [-0.3, -0.2, -0.1, 0.1, 0.2, 0.3] {
        for turn in [0.0, 30.0, 45.0, 80.0] {
            is_read(View {
                turn,
                tilt,
                ..View::default()
            });
        }
    }
}

#[test]
fn a_code_is_read_small_and_large() {
    for share in [0.35, 0.4, 0.5, 0.6, 0.8, 0.9, 1.0] {
        is_read(View {
            share,
            turn: 7.0 * share,
            ..View::default()
        });
    }
    for size in [(160, 160), (1_280, 720), (1_920, 1_080)] {
        is_read(View {
            size,
            share: 0.95,
            ..View::default()
        });
    }
}

#[test]
fn a_code_is_read_blurred() {
    for blur in 1..=6 {
        for turn in [0.0, 20.0, 45.0] {
            is_read(View {
                blur,
                turn,
                share: 0.8,
                ..View::default()
            });
        }
    }
}

#[test]
fn a_code_is_read_dim_noisy_and_unevenly_lit() {
    for shades in [(10.0, 60.0), (100.0, 150.0), (140.0, 175.0), (180.0, 250.0)] {
        for (slope, noise) in [(0.0, 0.0), (60.0, 0.0), (0.0, 8.0), (30.0, 6.0)] {
            is_read(View {
                shades,
                slope,
                noise,
                turn: 12.0,
                share: 0.75,
                ..View::default()
            });
        }
    }
    is_read(View {
        noise: 60.0,
        turn: 3.0,
        share: 0.85,
        ..View::default()
    });
}

#[test]
fn light_on_dark_is_read() {
    is_read(View {
        shades: (220.0, 20.0),
        turn: 5.0,
        ..View::default()
    });
}

#[test]
fn every_version_is_read() {
    for length in (1..1_200).step_by(80) {
        let text = "a1B2-c3".repeat(length / 7 + 1);
        let picture = grey(&text, 900);
        assert_eq!(picture.texts(Look::Plain), [text], "{length}");
    }
}

#[test]
fn many_codes_in_one_picture_are_all_read() {
    let codes: Vec<String> = (0..24).map(a_code).collect();
    let (columns, side) = (6, 260);
    let mut sheet = vec![235_u8; columns * side * 4 * side];
    for (place, code) in codes.iter().enumerate() {
        let small = rows(
            code,
            View {
                size: (side, side),
                share: 0.7,
                turn: f64::from(u8::try_from(place).unwrap()) * 3.0 - 30.0,
                ..View::default()
            },
        );
        let (left, top) = (place % columns * side, place / columns * side);
        for (y, row) in small.chunks(side).enumerate() {
            let start = (top + y) * columns * side + left;
            sheet[start..start + side].copy_from_slice(row);
        }
    }
    let picture = Grey::new(columns * side, sheet).unwrap();
    let mut read = picture.texts(Look::Plain);
    read.sort();
    let mut codes = codes;
    codes.sort();
    assert_eq!(read, codes);
}

#[test]
fn the_same_code_twice_in_one_picture_is_one_text() {
    let one = grey_rows(&a_code(3), 240);
    let two: Vec<u8> = one
        .chunks(240)
        .flat_map(|row| [row, row].concat())
        .collect();
    let picture = Grey::new(480, two).unwrap();
    assert_eq!(picture.texts(Look::Plain), [a_code(3)]);
}

#[test]
fn a_picture_without_codes_has_none() {
    for look in Look::ALL {
        for light in [0, 128, 255] {
            let flat = Grey::new(64, vec![light; 64 * 64]).unwrap();
            assert_eq!(flat.texts(look), [""; 0]);
        }
        let stripes = (0..200 * 200).map(|place| if place % 7 < 3 { 0 } else { 255 });
        let stripes = Grey::new(200, stripes.collect()).unwrap();
        assert_eq!(stripes.texts(look), [""; 0]);
    }
}

#[test]
fn a_picture_is_bounded_and_whole() {
    assert_eq!(Grey::new(0, Vec::new()), None);
    assert_eq!(Grey::new(3, vec![0; 7]), None);
    assert_eq!(Grey::new(1_000, vec![0; MOST_PIXELS + 1_000]), None);
    assert_eq!(Grey::new(9_000, vec![0; 9_000]), None);
    assert_eq!(Grey::of_rgba(2, &[0; 9]), None);
    assert!(Grey::of_rgba(2, &[0; 16]).is_some());
}

/// What covers nothing is white: a code drawn on a transparent ground is read.
#[test]
fn a_transparent_ground_is_light() {
    let side = 300;
    let picture = drawn(&a_code(8), side);
    let rgba: Vec<u8> = picture
        .pixels()
        .iter()
        .flat_map(|pixel| {
            if pixel.green() > 128 {
                [0; 4]
            } else {
                [0, 0, 0, 255]
            }
        })
        .collect();
    let picture = Grey::of_rgba(300, &rgba).unwrap();
    assert_eq!(picture.texts(Look::Plain), [a_code(8)]);
}

/// In one of the ways to look, and never as anything else.
fn is_read(view: View) {
    let code = a_code(7);
    let picture = Grey::new(view.size.0, rows(&code, view)).unwrap();
    let mut found = Vec::new();
    for look in Look::ALL {
        found.extend(picture.texts(look));
    }
    assert!(!found.is_empty(), "nothing in {view:?}");
    assert!(
        found.iter().all(|text| *text == code),
        "{view:?}: {found:?}"
    );
}

fn grey(text: &str, side: u32) -> Grey {
    Grey::new(usize::try_from(side).unwrap(), grey_rows(text, side)).unwrap()
}

fn grey_rows(text: &str, side: u32) -> Vec<u8> {
    let pixels = drawn(text, side);
    pixels.pixels().iter().map(|pixel| pixel.green()).collect()
}

/// A code that nobody can open.
fn a_code(seed: u8) -> String {
    let mut sealed = [seed; SEALED];
    for (place, byte) in (0_u8..).zip(&mut sealed) {
        *byte = byte.wrapping_mul(31).wrapping_add(place.wrapping_mul(97)) ^ (place >> 2);
    }
    code::encode(&Ballot {
        side: Side::Team,
        tag: 99,
        sealed,
    })
}
