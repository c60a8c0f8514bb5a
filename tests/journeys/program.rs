//! Programs that a journey starts, and that are gone when it ends, however it ends.

use std::{
    env,
    fs::File,
    io::{BufRead, BufReader},
    os::unix::process::CommandExt,
    path::PathBuf,
    process::{Child, Command, Stdio},
};

/// Runs a program and ends it, with all that it started, as soon as standard input closes.
///
/// The pipe closes by itself when the tests are interrupted or killed, so no browser outlives them.
const GUARD: &str = r#"{ "$@"; kill -KILL 0; } & read -r _; kill -KILL 0"#;

/// A running program; dropping it ends it and everything that it started.
pub(crate) struct Program(Child);

impl Program {
    /// Starts `words[0]` with the rest as its arguments; its output goes to `log`.
    pub(crate) fn start(words: &[String], environment: &[(&str, String)], log: File) -> Self {
        let errors = log.try_clone().expect("a file can be held twice");
        Self::spawn(words, environment, log.into(), errors.into())
    }

    /// Is it still running?
    pub(crate) fn is_running(&mut self) -> bool {
        matches!(self.0.try_wait(), Ok(None))
    }

    /// The number of the group of processes that it and all that it started are in.
    pub(crate) fn group(&self) -> u32 {
        self.0.id()
    }

    fn spawn(
        words: &[String],
        environment: &[(&str, String)],
        output: Stdio,
        errors: Stdio,
    ) -> Self {
        let child = Command::new("sh")
            .args(["-c", GUARD, "guard"])
            .args(words)
            .envs(environment.iter().cloned())
            .process_group(0)
            .stdin(Stdio::piped())
            .stdout(output)
            .stderr(errors)
            .spawn();
        Self(child.unwrap_or_else(|error| panic!("cannot start {}: {error}", words[0])))
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        drop(self.0.stdin.take());
        // Nothing is left to do about a guard that cannot be waited for.
        let _ = self.0.wait();
    }
}

/// A screen in memory, for an engine that cannot do without one.
pub(crate) struct Screen {
    /// What programs find in `DISPLAY` to draw on it.
    pub(crate) display: String,
    _server: Program,
}

impl Screen {
    /// Starts one on a free display number.
    pub(crate) fn start() -> Self {
        // Without `-noreset` it starts anew when its only browser is killed, and refuses the next one meanwhile.
        let words = "Xvfb -noreset -displayfd 1 -screen 0 1600x1200x24 -nolisten tcp";
        let words: Vec<String> = words.split(' ').map(String::from).collect();
        let mut server = Program::spawn(&words, &[], Stdio::piped(), Stdio::null());
        let mut number = String::new();
        let output = server.0.stdout.as_mut().expect("its output is piped");
        let read = BufReader::new(output).read_line(&mut number);
        assert!(
            read.is_ok() && !number.trim().is_empty(),
            "Xvfb did not start; install it or set DISPLAY"
        );
        Self {
            display: format!(":{}", number.trim()),
            _server: server,
        }
    }
}

/// The first of these programs that is on the PATH.
pub(crate) fn on_path(names: &[&str]) -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    names
        .iter()
        .flat_map(|name| env::split_paths(&path).map(move |folder| folder.join(name)))
        .find(|file| file.is_file())
}
