//! Building the finished site into `dist/`.

use std::env;
use std::ffi::OsStr;
use std::fs;
use std::iter;
use std::path::Path;
use std::process::Command;

use crate::run::{self, Failure, Outcome};
use crate::toolbox::Toolbox;
use crate::toolchain::{STD_FROM_SOURCE, WASM};
use crate::{project, sizes, unchanged};

/// The document of the site's own address.
const FIRST: &str = "index.html";
/// The documents beside it.
const BESIDE: [&str; 5] = [
    "answer.html",
    "results.html",
    "device.html",
    "meeting.html",
    "camera.html",
];

/// Builds the site and weighs it.
///
/// # Errors
///
/// Fails if it cannot be built or a first visit loads more than its budget.
pub(crate) fn dist(tools: Option<&Path>) -> Outcome {
    build(&Toolbox::open(tools)?)?;
    sizes::weigh(&project::dist())
}

/// Builds the release of the site, installing what that needs: each document with a program of its own.
///
/// # Errors
///
/// Fails if a tool is missing and cannot be installed, or if the code does not build.
pub(crate) fn build(toolbox: &Toolbox) -> Outcome {
    let path = toolbox.path_for_building()?;
    println!("Building the pages: 4 to 8 minutes the first time on two cores, then seconds.");
    programs(&path)?;
    let dist = project::dist();
    let made = project::root().join("target").join(WASM).join("release");
    let pages: Vec<&str> = iter::once(FIRST).chain(BESIDE).collect();
    if unchanged::is_unchanged(&made, &pages) {
        println!("Nothing has changed since the pages were built.");
        return Ok(());
    }
    trunk(FIRST, &dist, &path)?;
    for page in BESIDE {
        let apart = project::root().join("target").join("beside").join(page);
        trunk(page, &apart, &path)?;
        copy_all(&apart, &dist)?;
    }
    unchanged::remember(&made, &pages)
}

// All programs at once, because Trunk compiles one after the other and joining the parts of each keeps one core busy.
// Trunk calls the same and finds it done.
fn programs(path: &OsStr) -> Outcome {
    let mut cargo = run::cargo();
    cargo
        .args(["build", "--release", "--locked", "--package", "plumbline"])
        .args(["--bins", "--target", WASM])
        .current_dir(project::root())
        .env("PATH", path)
        .envs(STD_FROM_SOURCE);
    run::run(&mut cargo)
}

fn copy_all(from: &Path, to: &Path) -> Outcome {
    for entry in fs::read_dir(from).map_err(|cause| Failure::io("read", from, &cause))? {
        let entry = entry.map_err(|cause| Failure::io("read", from, &cause))?;
        let to = to.join(entry.file_name());
        fs::copy(entry.path(), &to).map_err(|cause| Failure::io("copy to", &to, &cause))?;
    }
    Ok(())
}

fn trunk(page: &str, dist: &Path, path: &OsStr) -> Outcome {
    let mut trunk = Command::new("trunk");
    forget_settings(&mut trunk);
    trunk
        .args(["build", "--release", "--locked", "--html-output", page])
        .arg("--dist")
        .arg(dist)
        .arg(page)
        .current_dir(project::root())
        .env("PATH", path)
        .envs(STD_FROM_SOURCE)
        // It would ask the network for a newer Trunk at each build.
        .env("TRUNK_SKIP_VERSION_CHECK", "true")
        // Where Trunk's own code failed would bury the messages of what it calls.
        .env("RUST_BACKTRACE", "0");
    run::run(&mut trunk)
}

// Trunk takes each of its settings from variables too, which must not change a release.
fn forget_settings(trunk: &mut Command) {
    for (name, _) in env::vars_os() {
        if name.to_string_lossy().starts_with("TRUNK_") {
            trunk.env_remove(name);
        }
    }
    // Trunk accepts `true` and `false` only, others mean any value by it.
    match env::var_os("NO_COLOR") {
        Some(value) if !value.is_empty() => trunk.env("NO_COLOR", "true"),
        Some(_) | None => trunk.env_remove("NO_COLOR"),
    };
}
