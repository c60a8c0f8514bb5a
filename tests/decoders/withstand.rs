//! Every decoder on many inputs, and on every input that ever did harm.

use std::{
    fs,
    path::Path,
    time::{Duration, Instant},
};

use super::{noise::Noise, seeds::seeds, targets::TARGETS};

/// Inputs for each decoder, besides those of its own test: with those, over a million.
const INPUTS: usize = 10_000;
/// Where inputs that did harm are kept, a folder for each decoder.
const KEPT: &str = "tests/decoders/inputs";
/// The most that one of these may take: the fuzzer's 50 ms, a hundred times, since this is code without what compilers do
/// for speed, on a machine that does other things too.
const MOST_TIME: Duration = Duration::from_secs(5);

#[test]
fn every_decoder_withstands_changed_and_random_inputs() {
    for (number, (name, target)) in (0..).zip(TARGETS) {
        let mut noise = Noise::new(100 + number);
        let seeds: Vec<Vec<u8>> = seeds()
            .into_iter()
            .filter_map(|(known, seed)| (known == name).then_some(seed))
            .collect();
        assert!(!seeds.is_empty(), "{name}");
        // A picture takes a thousand times as long as a text, without what compilers do for speed.
        let inputs = if name == "qr" { INPUTS / 20 } else { INPUTS };
        for round in 0..inputs {
            target(&changed(&seeds[round % seeds.len()], &mut noise, round));
        }
    }
}

#[test]
fn no_input_that_did_harm_does_it_again() {
    let mut tried = 0;
    for (name, target) in TARGETS {
        let folder = Path::new(KEPT).join(name);
        for file in fs::read_dir(&folder).unwrap_or_else(|_| panic!("no folder {name}")) {
            let path = file.unwrap().path();
            let bytes = fs::read(&path).unwrap();
            let start = Instant::now();
            target(&bytes);
            let spent = start.elapsed();
            assert!(spent <= MOST_TIME, "{spent:?} for {}", path.display());
            tried += 1;
        }
    }
    assert!(tried >= TARGETS.len());
}

/// Writes the seeds where libFuzzer begins: `cargo test --test decoders -- --ignored`.
#[test]
#[ignore = "writes files"]
fn write_seeds() {
    for (number, (name, seed)) in seeds().into_iter().enumerate() {
        let folder = Path::new(KEPT).join(name);
        fs::create_dir_all(&folder).unwrap();
        fs::write(folder.join(format!("seed_{number}")), seed).unwrap();
    }
}

/// A cut, a few changed bytes, a piece twice, or noise.
fn changed(seed: &[u8], noise: &mut Noise, round: usize) -> Vec<u8> {
    let mut bytes = seed.to_vec();
    let place = noise.below(bytes.len());
    match round % 5 {
        0 => bytes.truncate(place),
        1 => {
            for _ in 0..=noise.below(4) {
                noise.change(&mut bytes);
            }
        }
        2 => {
            let piece = bytes[place..(place + 20).min(bytes.len())].to_vec();
            bytes.splice(place..place, piece);
        }
        3 => {
            let put_in = noise.below(9);
            let put_in = noise.bytes(put_in);
            bytes.splice(place..place, put_in);
        }
        _ => {
            let length = noise.below(300);
            bytes = noise.bytes(length);
        }
    }
    bytes
}
