//! What Trunk has built and not yet put into `dist/`: the hook may still change it.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use data_encoding::BASE64;
use sha2::{Digest, Sha384};

use crate::run::{Failure, Outcome};

/// How the name of the page's WebAssembly ends.
pub(crate) const WASM: &str = "_bg.wasm";
/// How the name of the page's JavaScript ends.
pub(crate) const SCRIPT: &str = ".js";
/// The page that names all the others.
const PAGE: &str = "index.html";

/// The folder with the built files, and the page that says how each of them hashes.
#[derive(Debug)]
pub(crate) struct Staged {
    folder: PathBuf,
    page: String,
}

impl Staged {
    /// The folder that Trunk names.
    ///
    /// # Errors
    ///
    /// Fails if Trunk is not building, or has built no page.
    pub(crate) fn open() -> Outcome<Self> {
        let folder = env::var_os("TRUNK_STAGING_DIR")
            .map(PathBuf::from)
            .ok_or_else(|| {
                Failure::new("`cargo xtask finish` is called by Trunk while it builds.")
            })?;
        let page = text(&folder.join(PAGE))?;
        Ok(Self { folder, page })
    }

    /// The path of a file in the folder.
    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }

    /// The page, to change.
    pub(crate) fn page_mut(&mut self) -> &mut String {
        &mut self.page
    }

    /// The only file whose name has this ending.
    ///
    /// # Errors
    ///
    /// Fails if there is none, or more than one.
    pub(crate) fn only(&self, ending: &str) -> Outcome<PathBuf> {
        let failed = |cause| Failure::io("look into the folder", &self.folder, &cause);
        let mut found = Vec::new();
        for entry in fs::read_dir(&self.folder).map_err(failed)? {
            let entry = entry.map_err(failed)?;
            if entry.file_name().to_string_lossy().ends_with(ending) {
                found.push(entry.path());
            }
        }
        match <[PathBuf; 1]>::try_from(found) {
            Ok([only]) => Ok(only),
            Err(found) => Err(Failure::new(format!(
                "there must be one *{ending} file in {}, not {}",
                self.folder.display(),
                found.len()
            ))),
        }
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
        write(&self.path(PAGE), self.page.as_bytes())
    }
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
