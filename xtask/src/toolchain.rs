//! The parts of Rust's own toolchain that need not be there yet.

use std::path::Path;
use std::process::Command;

use crate::run::{self, Failure, Outcome};

/// The target that pages are compiled for.
pub(crate) const WASM: &str = "wasm32-unknown-unknown";

/// Below the toolchain's folder: there only if the source of the standard library is.
const STD_LOCK: &str = "lib/rustlib/src/rust/library/Cargo.lock";

/// What makes cargo compile the standard library along with a release of the page, for size and without a message for
/// each thing that cannot happen: 20 KB less to load than with the compiled one.
///
/// Cargo and rustc take these settings in nightly versions only, or when told that they are building Rust itself.
pub(crate) const STD_FROM_SOURCE: [(&str, &str); 4] = [
    ("RUSTC_BOOTSTRAP", "1"),
    ("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort"),
    ("CARGO_UNSTABLE_BUILD_STD_FEATURES", "optimize_for_size"),
    // In place of the flags in .cargo/config.toml, so these are here once more.
    (
        "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS",
        "--cfg sha2_backend_soft=\"compact\" -Zunstable-options -Cpanic=immediate-abort \
         -Zlocation-detail=none -Zfmt-debug=none",
    ),
];

/// Installs Rust's WebAssembly target if it is missing.
///
/// # Errors
///
/// Fails if it is missing and rustup cannot install it.
pub(crate) fn provide_wasm_target() -> Outcome {
    let mut rustc = Command::new("rustc");
    rustc.args(["--print", "target-libdir", "--target", WASM]);
    if run::output(&mut rustc).is_some_and(|folder| Path::new(folder.trim()).is_dir()) {
        return Ok(());
    }
    println!("Installing Rust's WebAssembly target: under a minute.");
    rustup(&["target", "add", WASM])
}

/// Installs the source of Rust's standard library if it is missing.
///
/// # Errors
///
/// Fails if it is missing and rustup cannot install it.
pub(crate) fn provide_std_source() -> Outcome {
    let sysroot = run::output(Command::new("rustc").args(["--print", "sysroot"]));
    let lock = |sysroot: String| Path::new(sysroot.trim()).join(STD_LOCK);
    if sysroot.map(lock).is_some_and(|lock| lock.is_file()) {
        return Ok(());
    }
    println!("Installing the source of Rust's standard library: under a minute.");
    rustup(&["component", "add", "rust-src"])
}

/// Installs rustfmt and clippy if they are missing.
///
/// # Errors
///
/// Fails if one is missing and rustup cannot install it.
pub(crate) fn provide_checkers() -> Outcome {
    for (command, component) in [("fmt", "rustfmt"), ("clippy", "clippy")] {
        if run::output(run::cargo().args([command, "--version"])).is_none() {
            println!("Installing {component}: under a minute.");
            rustup(&["component", "add", component])?;
        }
    }
    Ok(())
}

fn rustup(words: &[&str]) -> Outcome {
    run::run(Command::new("rustup").args(words)).map_err(|failure| {
        Failure::new(format!(
            "Rust's toolchain lacks `{}`, and adding it did not work. {failure}\n\
             With rustup, look at its messages above; without it, install this part \
             with whatever brought Rust here.",
            words.last().copied().unwrap_or_default()
        ))
    })
}
