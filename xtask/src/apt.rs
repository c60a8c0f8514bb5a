//! Debian's and Ubuntu's package manager.

use std::fs;
use std::process::{Command, Stdio};

use crate::run::{self, Failure, Outcome};

/// Whether packages can be installed: there is apt-get, and this is root.
pub(crate) fn is_usable() -> bool {
    run::find_on_path("apt-get").is_some()
        && run::output(Command::new("id").arg("-u")).is_some_and(|id| id.trim() == "0")
}

/// Whether this is Ubuntu, which names the browsers' packages differently.
pub(crate) fn is_ubuntu() -> bool {
    fs::read_to_string("/etc/os-release")
        .is_ok_and(|release| release.lines().any(|line| line == "ID=ubuntu"))
}

/// Installs `packages`.
///
/// # Errors
///
/// Fails if apt-get does, naming the packages.
pub(crate) fn install(packages: &[&str]) -> Outcome {
    if let Err(failure) = run::run(&mut apt_get(&["update"])) {
        // One unreachable source need not matter for what is wanted.
        println!("{failure} Trying with the package lists that are there.");
    }
    let mut command = apt_get(&["install", "--yes", "--no-install-recommends"]);
    run::run(command.args(packages)).map_err(|failure| {
        Failure::new(format!(
            "The packages {} could not be installed with apt-get. {failure}",
            packages.join(", ")
        ))
    })
}

fn apt_get(words: &[&str]) -> Command {
    let mut command = Command::new("apt-get");
    command
        // Wait for another apt-get instead of failing.
        .args(["-o", "DPkg::Lock::Timeout=300"])
        .args(words)
        .env("DEBIAN_FRONTEND", "noninteractive")
        .stdin(Stdio::null());
    command
}
