//! Pictures for the reader of QR pictures: any pixels, and whole QR pictures with any bits in them, some modules changed.

use plumbline::codec::qr::{Grey, Look};
use qrcodegen::{Mask, QrCode, QrCodeEcc, Version};

/// Versions that are drawn, with the bytes that each holds at the lowest correction (ISO/IEC 18004, table 9).
const HOLDS: [(u8, usize); 5] = [(1, 19), (2, 34), (5, 108), (6, 136), (7, 156)];
/// Modules that are changed at most.
const MOST_CHANGED: usize = 100;
/// Pixels for a module.
const PIXELS: i32 = 3;
/// The light border, in modules.
const QUIET: i32 = 4;

/// Reads both.
pub(super) fn qr(bytes: &[u8]) {
    let Some((first, rest)) = bytes.split_first() else {
        return;
    };
    let width = usize::from(*first).max(1);
    let whole = rest.len() / width * width;
    if let Some(picture) = Grey::new(width, rest[..whole].to_vec()) {
        let _ = picture.texts(Look::ALL[rest.len() % Look::ALL.len()]);
    }
    let _ = picture(*first, rest).texts(Look::Plain);
}

/// A QR picture whose bits are the first bytes, with those modules changed that the others name two by two.
fn picture(first: u8, bytes: &[u8]) -> Grey {
    let (version, holds) = HOLDS[usize::from(first) % HOLDS.len()];
    let (data, changed) = bytes.split_at(holds.min(bytes.len()));
    let mut data = data.to_vec();
    data.resize(holds, 0);
    let mask = Some(Mask::new(first / 32));
    let code = QrCode::encode_codewords(Version::new(version), QrCodeEcc::Low, &data, mask);
    let size = code.size();
    let at = |x: i32, y: i32| usize::try_from(y * size + x).expect("it is within");
    let mut is_dark: Vec<bool> = (0..size * size)
        .map(|place| code.get_module(place % size, place / size))
        .collect();
    for [x, y] in changed.as_chunks::<2>().0.iter().take(MOST_CHANGED) {
        is_dark[at(i32::from(*x) % size, i32::from(*y) % size)] ^= true;
    }
    let width = (size + 2 * QUIET) * PIXELS;
    let within = 0..size;
    let mut light = Vec::new();
    for y in (0..width).map(|y| y / PIXELS - QUIET) {
        for x in (0..width).map(|x| x / PIXELS - QUIET) {
            let is_dark = within.contains(&x) && within.contains(&y) && is_dark[at(x, y)];
            light.push(if is_dark { 40 } else { 220 });
        }
    }
    let width = usize::try_from(width).expect("it is positive");
    Grey::new(width, light).expect("it is small")
}
