//! The parts of Rust's own toolchain that need not be there yet.

use std::path::Path;
use std::process::Command;

use crate::run::{self, Failure, Outcome};

/// The target that pages are compiled for.
pub(crate) const WASM: &str = "wasm32-unknown-unknown";

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
