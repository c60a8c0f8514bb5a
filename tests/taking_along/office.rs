//! An office program that knows nothing of ours, and files as it reads them.
//!
//! The test command installs `LibreOffice` where it can; elsewhere a test that wants it says so and looks at nothing.

use std::{
    env, fs,
    io::Write,
    path::{Path, PathBuf},
    process::{self, Command},
    sync::atomic::{AtomicUsize, Ordering},
};

/// `LibreOffice`.
#[derive(Debug)]
pub(crate) struct Office(PathBuf);

impl Office {
    /// The one that is installed; else says that nothing is looked at.
    pub(crate) fn find() -> Option<Self> {
        let program = program(&["soffice", "libreoffice"]);
        if program.is_none() {
            skip("LibreOffice is not installed, so no office program opened the file");
        }
        program.map(Self)
    }

    /// The file, whose name ends with `from`, as one that ends with `to`; `more` is said to the program besides.
    pub(crate) fn convert(&self, bytes: &[u8], from: &str, to: &str, more: &[&str]) -> Vec<u8> {
        in_folder(|folder| {
            let file = folder.join(format!("file.{from}"));
            fs::write(&file, bytes).unwrap();
            // Two that run on one profile wait for each other.
            let profile = format!("-env:UserInstallation=file://{}/profile", folder.display());
            let done = Command::new(&self.0)
                .args([profile.as_str(), "--headless", "--convert-to", to])
                .args(more)
                .arg("--outdir")
                .args([folder, &file])
                .output()
                .unwrap();
            fs::read(folder.join(format!("file.{to}"))).unwrap_or_else(|error| {
                panic!("{error}: {}", String::from_utf8_lossy(&done.stderr));
            })
        })
    }
}

/// Straight to where the person looks: what a passing test prints is not shown.
pub(crate) fn skip(why: &str) {
    std::io::stderr()
        .write_all(format!("skipped: {why}\n").as_bytes())
        .unwrap();
}

/// The first of these programs that is there.
pub(crate) fn program(names: &[&str]) -> Option<PathBuf> {
    let folders = env::var_os("PATH")?;
    let mut folders: Vec<PathBuf> = env::split_paths(&folders).collect();
    folders.push("/Applications/LibreOffice.app/Contents/MacOS".into());
    let programs = folders
        .iter()
        .flat_map(|folder| names.iter().map(|name| folder.join(name)));
    let mut programs = programs.filter(|program| program.is_file());
    programs.next()
}

/// Gives `work` an empty folder of its own, which is gone afterwards.
pub(crate) fn in_folder<T>(work: impl FnOnce(&Path) -> T) -> T {
    static NUMBER: AtomicUsize = AtomicUsize::new(0);
    let number = NUMBER.fetch_add(1, Ordering::Relaxed);
    let folder = env::temp_dir().join(format!("plumbline-office-{}-{number}", process::id()));
    fs::create_dir_all(&folder).unwrap();
    let made = work(&folder);
    fs::remove_dir_all(&folder).unwrap();
    made
}
