//! Installing a tool into its own folder, whole or not at all.

use std::fs::{self, File, TryLockError};
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::run::{self, Failure, Outcome};
use crate::tool::Tool;

/// Compiler settings for tools: they run for seconds, so compiling them quickly counts for more.
const QUICK_BUILD: [(&str, &str); 3] = [
    ("CARGO_PROFILE_RELEASE_LTO", "off"),
    ("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16"),
    ("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1"),
];

/// Installs `tool` into a folder of its own inside `folder`, and gives the program's place.
///
/// Clones that want the same tool at the same time wait for one another. What was interrupted
/// goes on where it stopped.
///
/// # Errors
///
/// Fails if the tool cannot be installed, saying what was tried and what to do.
pub(crate) fn install(tool: &Tool, folder: &Path) -> Outcome<PathBuf> {
    let in_folder = |failure: Failure| {
        Failure::new(format!(
            "{} {} could not be installed. {failure}\n\
             Another folder for tools can be named with `--tools DIR`.",
            tool.package, tool.version
        ))
    };
    let _lock = lock(tool, folder).map_err(in_folder)?;
    let home = folder.join(tool.folder_name());
    let place = tool.place_in(&home);
    if tool.is_usable_at(&place) {
        return Ok(place);
    }

    println!(
        "Installing {} {} into {}: about {} on two cores, once.",
        tool.package,
        tool.version,
        home.display(),
        tool.takes
    );
    let staging = folder.join(format!(".{}.unfinished", tool.folder_name()));
    fetch(tool, &staging)?;
    publish(&staging, &home).map_err(in_folder)?;
    Ok(place)
}

// The lock goes with the process, however that ends.
fn lock(tool: &Tool, folder: &Path) -> Outcome<File> {
    fs::create_dir_all(folder).map_err(|cause| Failure::io("make the folder", folder, &cause))?;
    let path = folder.join(format!(".{}.lock", tool.folder_name()));
    let file = File::create(&path).map_err(|cause| Failure::io("write", &path, &cause))?;
    let locked = match file.try_lock() {
        Err(TryLockError::WouldBlock) => {
            println!(
                "{} is being installed by another command; waiting.",
                tool.package
            );
            file.lock()
        }
        Err(TryLockError::Error(cause)) => Err(cause),
        Ok(()) => Ok(()),
    };
    locked.map_err(|cause| Failure::io("lock", &path, &cause))?;
    Ok(file)
}

fn fetch(tool: &Tool, staging: &Path) -> Outcome {
    let mut tried = Vec::new();
    let ways = ready_made(tool, staging)
        .into_iter()
        .chain([compiled(tool, staging)]);
    // Else cargo advises to put the unfinished folder there.
    let path = run::path_with([staging.join("bin")])?;
    for mut command in ways {
        match run::run(command.env("PATH", &path)) {
            Ok(()) if tool.is_usable_at(&tool.place_in(staging)) => return Ok(()),
            Ok(()) => tried.push(format!(
                "`{}` left no working program.",
                run::typed(&command)
            )),
            Err(failure) => tried.push(failure.to_string()),
        }
    }
    Err(not_installed(tool, &tried))
}

fn not_installed(tool: &Tool, tried: &[String]) -> Failure {
    Failure::new(format!(
        "{} {} could not be installed.\nTried: {}\n{}\nThe messages above say more; \
         the same command again goes on where it stopped.",
        tool.package,
        tool.version,
        tried.join("\n       "),
        tool.advice
    ))
}

// `cargo binstall` where there is one: a download instead of minutes of compiling.
fn ready_made(tool: &Tool, staging: &Path) -> Option<Command> {
    run::find_on_path("cargo-binstall").map(|_| binstalled(tool, staging))
}

fn binstalled(tool: &Tool, staging: &Path) -> Command {
    let mut command = run::cargo();
    command
        .args(["binstall", "--no-confirm", "--force", "--locked"])
        // Compiling is left to `cargo install`, with settings of our own.
        .args(["--disable-strategies", "compile"])
        .args(["--disable-telemetry", "--root"])
        .arg(staging)
        .arg(format!("{}@{}", tool.package, tool.version));
    command
}

fn compiled(tool: &Tool, staging: &Path) -> Command {
    let mut command = run::cargo();
    command
        .args(["install", "--locked", "--force", tool.package])
        .args(["--version", &tool.version, "--root"])
        .arg(staging)
        .arg("--target-dir")
        .arg(staging.join("target"))
        .envs(QUICK_BUILD)
        // Flags meant for the project's own code.
        .env_remove("RUSTFLAGS")
        .env_remove("CARGO_ENCODED_RUSTFLAGS")
        .env_remove("CARGO_BUILD_TARGET");
    command
}

// Renaming is one step: at no time is there half a tool under its name.
fn publish(staging: &Path, home: &Path) -> Outcome {
    remove(&staging.join("target"))?;
    remove(home)?;
    fs::rename(staging, home).map_err(|cause| Failure::io("make the folder", home, &cause))
}

fn remove(folder: &Path) -> Outcome {
    if !folder.exists() {
        return Ok(());
    }
    fs::remove_dir_all(folder).map_err(|cause| Failure::io("remove", folder, &cause))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tool_is_downloaded_or_compiled_in_its_version_as_locked() {
        let (tool, staging) = (Tool::trunk(), Path::new("tools/.unfinished"));
        let version = &tool.version;

        assert_eq!(
            run::typed(&binstalled(&tool, staging)),
            format!(
                "cargo binstall --no-confirm --force --locked --disable-strategies compile \
                 --disable-telemetry --root tools/.unfinished trunk@{version}"
            )
        );
        let target = staging.join("target");
        assert_eq!(
            run::typed(&compiled(&tool, staging)),
            format!(
                "cargo install --locked --force trunk --version {version} \
                 --root tools/.unfinished --target-dir {}",
                target.display()
            )
        );
    }

    #[test]
    fn a_failure_names_the_tool_what_was_tried_and_what_to_do() {
        let tool = Tool::wasm_opt();
        let tried = ["`cargo binstall` failed.", "`cargo install` failed."].map(String::from);

        let failure = not_installed(&tool, &tried).to_string();

        assert_eq!(
            failure,
            format!(
                "wasm-opt {} could not be installed.\n\
                 Tried: `cargo binstall` failed.\n       `cargo install` failed.\n{}\n\
                 The messages above say more; the same command again goes on where it stopped.",
                tool.version, tool.advice
            )
        );
    }

    /// A file stands where the folder should be.
    #[test]
    fn a_folder_that_cannot_be_used_is_named_with_the_way_to_another() {
        let folder = crate::project::root().join("Cargo.toml");

        let failure = install(&Tool::trunk(), &folder).unwrap_err().to_string();

        assert!(failure.starts_with("trunk "), "{failure}");
        assert!(
            failure.contains(&format!("Could not make the folder {}", folder.display())),
            "{failure}"
        );
        assert!(
            failure.ends_with("Another folder for tools can be named with `--tools DIR`."),
            "{failure}"
        );
    }
}
