//! Building the finished site into `dist/`.

use std::env;
use std::path::Path;
use std::process::Command;

use crate::run::{self, Outcome};
use crate::toolbox::Toolbox;
use crate::toolchain::STD_FROM_SOURCE;
use crate::{project, sizes};

/// Builds the site and weighs it.
///
/// # Errors
///
/// Fails if it cannot be built or a first visit loads more than its budget.
pub(crate) fn dist(tools: Option<&Path>) -> Outcome {
    build(&Toolbox::open(tools)?)?;
    sizes::weigh(&project::dist())
}

/// Builds the release of the site, installing what that needs.
///
/// # Errors
///
/// Fails if a tool is missing and cannot be installed, or if the code does not build.
pub(crate) fn build(toolbox: &Toolbox) -> Outcome {
    let path = toolbox.path_for_building()?;
    println!("Building the page: 2 to 4 minutes the first time on two cores, then seconds.");
    let mut trunk = Command::new("trunk");
    forget_settings(&mut trunk);
    trunk
        .args(["build", "--release", "--locked"])
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
