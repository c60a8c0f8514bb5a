//! libFuzzer on one of the decoders, named by the variable `PLUMBLINE_FUZZ`. `cargo xtask fuzz` builds and runs it.
//!
//! The targets are those of the native test, which also runs every input that ever did harm. Codec and domain are
//! compiled as they stand, without the page, which takes a tenth of the time and keeps the fuzzer's eyes on them.

#![no_main]
#![allow(dead_code, unreachable_pub, reason = "the page's half is not here")]

// What the targets call the library.
extern crate self as plumbline;

#[path = "../../src/codec/mod.rs"]
pub mod codec;
#[path = "../../src/domain/mod.rs"]
pub mod domain;
#[path = "../../tests/decoders/targets.rs"]
mod targets;

use std::{alloc::System, sync::LazyLock, time::Duration};

use cap::Cap;
use cpu_time::ThreadTime;
use libfuzzer_sys::fuzz_target;

/// The most that a decoder may hold while it reads an input: beyond it the allocator refuses, and the program ends.
const MOST_MEMORY: usize = 64 * 1024 * 1024;
/// The most of a processor's time that an input may take: 50 ms, times five, since counting every edge and checking every
/// sum makes a decoder that much slower (the slowest picture found takes 79 ms here and 16 ms without).
const MOST_TIME: Duration = Duration::from_millis(5 * 50);

#[global_allocator]
static MEMORY: Cap<System> = Cap::new(System, usize::MAX);

static TARGET: LazyLock<fn(&[u8])> = LazyLock::new(|| {
    let name = std::env::var("PLUMBLINE_FUZZ").unwrap_or_default();
    let target = targets::TARGETS.iter().find(|(known, _)| *known == name);
    target.unwrap_or_else(|| panic!("no target {name:?}")).1
});

fuzz_target!(|bytes: &[u8]| {
    let target = *TARGET;
    let limit = MEMORY.allocated() + MOST_MEMORY;
    MEMORY.set_limit(limit).expect("what is held now is less");
    let start = ThreadTime::now();
    target(bytes);
    let spent = start.elapsed();
    assert!(spent <= MOST_TIME, "{spent:?} for {} bytes", bytes.len());
});
