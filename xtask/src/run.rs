//! Running programs, with messages that say what failed.

use std::env;
use std::env::consts::EXE_SUFFIX;
use std::ffi::{OsStr, OsString};
use std::fmt;
use std::io::{self, BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus, Stdio};

/// What went wrong, in words for the person at the terminal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Failure(String);

/// The result of anything that can fail with a [`Failure`].
pub(crate) type Outcome<T = ()> = Result<T, Failure>;

impl Failure {
    /// A failure told by `message`.
    pub(crate) fn new(message: impl Into<String>) -> Self {
        Self(message.into())
    }

    /// Tells an input or output error: what was being done, with which file, and the cause.
    pub(crate) fn io(doing: &str, path: &Path, cause: &io::Error) -> Self {
        Self(format!("Could not {doing} {}: {cause}", path.display()))
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The cargo that started this program, or the one on the PATH.
pub(crate) fn cargo() -> Command {
    Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}

/// Shows and runs `command`, its output going to the terminal.
///
/// # Errors
///
/// Fails if it cannot be started or does not end well.
pub(crate) fn run(command: &mut Command) -> Outcome {
    announce(command);
    let status = command.status().map_err(|cause| unstarted(command, &cause));
    judge(command, status?)
}

/// Like [`run`], and hands each line of the standard output to `on_line` as well.
///
/// # Errors
///
/// Fails if it cannot be started or does not end well.
pub(crate) fn run_reading(command: &mut Command, mut on_line: impl FnMut(&str)) -> Outcome {
    announce(command);
    let mut child = command
        .stdout(Stdio::piped())
        .spawn()
        .map_err(|cause| unstarted(command, &cause))?;
    if let Some(output) = child.stdout.take() {
        // Not `lines`: the output of a test need not be UTF-8.
        for line in BufReader::new(output).split(b'\n').map_while(Result::ok) {
            let line = String::from_utf8_lossy(&line);
            println!("{line}");
            on_line(&line);
        }
    }
    let status = child.wait().map_err(|cause| unstarted(command, &cause));
    judge(command, status?)
}

/// What `command` prints, or `None` if it does not start or end well.
pub(crate) fn output(command: &mut Command) -> Option<String> {
    let output = command.stdin(Stdio::null()).output().ok()?;
    output
        .status
        .success()
        .then(|| String::from_utf8_lossy(&output.stdout).into_owned())
}

/// The first file on the PATH with the name of `program`.
pub(crate) fn find_on_path(program: &str) -> Option<PathBuf> {
    find_on(&env::var_os("PATH")?, program)
}

/// The same on another `path`.
pub(crate) fn find_on(path: &OsStr, program: &str) -> Option<PathBuf> {
    let file = format!("{program}{EXE_SUFFIX}");
    env::split_paths(path)
        .map(|folder| folder.join(&file))
        .find(|path| path.is_file())
}

/// The PATH with `folders` in front.
///
/// # Errors
///
/// Fails if the name of a folder cannot stand on a PATH.
pub(crate) fn path_with(folders: impl IntoIterator<Item = PathBuf>) -> Outcome<OsString> {
    let inherited = env::var_os("PATH").unwrap_or_default();
    env::join_paths(folders.into_iter().chain(env::split_paths(&inherited)))
        .map_err(|cause| Failure::new(format!("The folder for tools cannot be used: {cause}")))
}

/// The command as one would type it.
pub(crate) fn typed(command: &Command) -> String {
    let program = Path::new(command.get_program());
    let name = program.file_stem().unwrap_or(program.as_os_str());
    std::iter::once(name)
        .chain(command.get_args())
        .map(|word| word.to_string_lossy())
        .collect::<Vec<_>>()
        .join(" ")
}

fn announce(command: &Command) {
    println!("  $ {}", typed(command));
}

fn unstarted(command: &Command, cause: &io::Error) -> Failure {
    Failure(format!("`{}` could not be run: {cause}", typed(command)))
}

fn judge(command: &Command, status: ExitStatus) -> Outcome {
    if status.success() {
        return Ok(());
    }
    Err(Failure(format!("`{}` failed ({status}).", typed(command))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_command_is_shown_as_typed() {
        let mut command = Command::new("/some/where/cargo");
        command.args(["install", "--locked"]);

        assert_eq!(typed(&command), "cargo install --locked");
    }

    #[test]
    fn a_program_that_is_not_there_is_named() {
        let failure = run(&mut Command::new("plumbline-no-such-program")).unwrap_err();

        assert!(
            failure
                .to_string()
                .starts_with("`plumbline-no-such-program` could not be run:")
        );
    }

    #[test]
    fn a_program_that_is_not_there_prints_nothing() {
        assert_eq!(output(&mut Command::new("plumbline-no-such-program")), None);
        assert_eq!(find_on_path("plumbline-no-such-program"), None);
    }
}
