//! Folders in which browsers live, and that are gone when their journeys are, however those end.

use std::{
    env, fs,
    os::unix::process::CommandExt,
    path::{Path, PathBuf},
    process::{self, Command, Stdio},
    sync::{
        LazyLock,
        atomic::{AtomicU32, Ordering},
    },
};

/// Takes the folder of all homes away as soon as standard input closes, when the journeys have ended or were killed.
///
/// Browsers that are just dying may still write a file meanwhile.
const CARETAKER: &str =
    r#"read -r _; for turn in 1 2 3 4 5; do rm -rf -- "$1" && exit; sleep 1; done"#;

/// Where all homes of these journeys lie.
static HOMES: LazyLock<PathBuf> = LazyLock::new(|| {
    let homes = env::temp_dir().join(format!("plumbline-{}", process::id()));
    fs::create_dir_all(&homes).expect("the folder for temporary files can be written to");
    let caretaker = Command::new("sh")
        .args(["-c", CARETAKER, "caretaker"])
        .arg(&homes)
        .process_group(0)
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn();
    // It is never waited for: its standard input closes when this process is gone.
    std::mem::forget(caretaker.expect("sh is there"));
    homes
});

/// A folder in which one browser lives; it goes with it.
pub(crate) struct Home(PathBuf);

impl Home {
    pub(crate) fn new() -> Self {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let count = COUNT.fetch_add(1, Ordering::Relaxed);
        let folder = HOMES.join(count.to_string());
        fs::create_dir_all(&folder).expect("the folder of all homes can be written to");
        Self(folder)
    }

    pub(crate) fn folder(&self) -> &Path {
        &self.0
    }

    pub(crate) fn log(&self) -> PathBuf {
        self.0.join("driver.log")
    }

    /// What the driver said, for the one who must find out why it does not start.
    pub(crate) fn said(&self) -> String {
        fs::read_to_string(self.log()).unwrap_or_default()
    }
}

impl Drop for Home {
    fn drop(&mut self) {
        remove(&self.0);
    }
}

/// Takes a file or a folder with all that is in it away; a process that is just dying may still write into it.
pub(crate) fn remove(path: &Path) {
    let go = || {
        if path.is_dir() {
            fs::remove_dir_all(path)
        } else {
            fs::remove_file(path)
        }
    };
    // What stays after the second time goes with the folder of all homes.
    drop(go().or_else(|_| go()));
}
