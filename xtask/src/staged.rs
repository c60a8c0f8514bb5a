//! What Trunk has built and not yet put into `dist/`: the hook may still change it.

use std::env;
use std::ffi::{OsStr, OsString};
use std::fs;
use std::path::{Path, PathBuf};

use data_encoding::BASE64;
use sha2::{Digest, Sha384};

use crate::run::{Failure, Outcome};

/// How the name of the page's WebAssembly ends.
pub(crate) const WASM: &str = "_bg.wasm";
/// How the name of the page's JavaScript ends.
pub(crate) const SCRIPT: &str = ".js";
/// The folder with the built files, and the page that says how each of them hashes.
#[derive(Debug)]
pub(crate) struct Staged {
    folder: PathBuf,
    page_name: OsString,
    page: String,
}

impl Staged {
    /// The folder that Trunk names.
    ///
    /// # Errors
    ///
    /// Fails if Trunk is not building, or has built no page.
    pub(crate) fn open() -> Outcome<Self> {
        let folder = told("TRUNK_STAGING_DIR")?;
        let page_name = told("TRUNK_HTML_FILE")?
            .file_name()
            .map(OsStr::to_os_string)
            .unwrap_or_default();
        let page = text(&folder.join(&page_name))?;
        Ok(Self {
            folder,
            page_name,
            page,
        })
    }

    /// The path of a file in the folder.
    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }

    /// The page, to change.
    pub(crate) fn page_mut(&mut self) -> &mut String {
        &mut self.page
    }

    /// All pages in the folder: the one that is built, and what it takes along.
    ///
    /// # Errors
    ///
    /// Fails if the folder cannot be looked into.
    pub(crate) fn pages(&self) -> Outcome<Vec<PathBuf>> {
        self.ending_with(".html")
    }

    /// The only file whose name has this ending.
    ///
    /// # Errors
    ///
    /// Fails if there is none, or more than one.
    pub(crate) fn only(&self, ending: &str) -> Outcome<PathBuf> {
        let found = self.ending_with(ending)?;
        match <[PathBuf; 1]>::try_from(found) {
            Ok([only]) => Ok(only),
            Err(found) => Err(Failure::new(format!(
                "there must be one *{ending} file in {}, not {}",
                self.folder.display(),
                found.len()
            ))),
        }
    }

    fn ending_with(&self, ending: &str) -> Outcome<Vec<PathBuf>> {
        let failed = |cause| Failure::io("look into the folder", &self.folder, &cause);
        let mut found = Vec::new();
        for entry in fs::read_dir(&self.folder).map_err(failed)? {
            let entry = entry.map_err(failed)?;
            if entry.file_name().to_string_lossy().ends_with(ending) {
                found.push(entry.path());
            }
        }
        Ok(found)
    }

    /// Puts `bytes` in place of the file at `path`, and says anew in the page how it hashes.
    ///
    /// # Errors
    ///
    /// Fails if the file cannot be read or written.
    pub(crate) fn replace(&mut self, path: &Path, bytes: &[u8]) -> Outcome {
        let old = integrity(&read(path)?);
        self.page = self.page.replace(&old, &integrity(bytes));
        write(path, bytes)
    }

    /// Writes the page as it is now.
    ///
    /// # Errors
    ///
    /// Fails if it cannot be written.
    pub(crate) fn write_page(&self) -> Outcome {
        write(&self.folder.join(&self.page_name), self.page.as_bytes())
    }
}

// What Trunk tells its hooks.
fn told(variable: &str) -> Outcome<PathBuf> {
    env::var_os(variable)
        .map(PathBuf::from)
        .ok_or_else(|| Failure::new("`cargo xtask finish` is called by Trunk while it builds."))
}

/// What pages say of a file, so that the browser takes no other.
pub(crate) fn integrity(file: &[u8]) -> String {
    format!("sha384-{}", BASE64.encode(&Sha384::digest(file)))
}

/// The bytes of a built file.
///
/// # Errors
///
/// Fails if it cannot be read.
pub(crate) fn read(path: &Path) -> Outcome<Vec<u8>> {
    fs::read(path).map_err(|cause| Failure::io("read the built file", path, &cause))
}

/// The text of a built file.
///
/// # Errors
///
/// Fails if it cannot be read or is no text.
pub(crate) fn text(path: &Path) -> Outcome<String> {
    fs::read_to_string(path).map_err(|cause| Failure::io("read the built file", path, &cause))
}

/// Writes a built file.
///
/// # Errors
///
/// Fails if it cannot be written.
pub(crate) fn write(path: &Path, bytes: &[u8]) -> Outcome {
    fs::write(path, bytes).map_err(|cause| Failure::io("write the built file", path, &cause))
}
