//! What the project's own files and the person's folders say.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use crate::run::{Failure, Outcome};

/// The project's folder.
pub(crate) fn root() -> PathBuf {
    // Read when run, not when compiled: the folder may have been moved since.
    env::var_os("CARGO_MANIFEST_DIR")
        .and_then(|xtask| Path::new(&xtask).parent().map(Path::to_path_buf))
        .unwrap_or_else(|| PathBuf::from("."))
}

/// Where the finished site is.
pub(crate) fn dist() -> PathBuf {
    root().join("dist")
}

/// The version of `package` in the project's lock file.
///
/// # Errors
///
/// Fails if the lock file cannot be read or does not name the package.
pub(crate) fn locked_version(package: &str) -> Outcome<String> {
    let path = root().join("Cargo.lock");
    let lock = fs::read_to_string(&path).map_err(|cause| Failure::io("read", &path, &cause))?;
    version_in_lock(&lock, package)
        .ok_or_else(|| Failure::new(format!("Cargo.lock does not name `{package}`.")))
}

fn version_in_lock(lock: &str, package: &str) -> Option<String> {
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines().skip_while(|line| *line != name).skip(1);
    let version = lines.next()?.strip_prefix("version = \"")?;
    version.strip_suffix('"').map(str::to_owned)
}

/// The folder for tools, shared by all clones of the project.
///
/// # Errors
///
/// Fails if the system names no folder for caches.
pub(crate) fn tools_folder() -> Outcome<PathBuf> {
    cache_folder()
        .map(|cache| cache.join("plumbline").join("tools"))
        .ok_or_else(|| {
            Failure::new("No folder for tools: neither a cache folder nor a home folder is set. Name one with `--tools DIR`.")
        })
}

fn cache_folder() -> Option<PathBuf> {
    if cfg!(windows) {
        return env::var_os("LOCALAPPDATA").map(PathBuf::from);
    }
    let home = env::home_dir().filter(|home| home.is_absolute());
    if cfg!(target_os = "macos") {
        return home.map(|home| home.join("Library").join("Caches"));
    }
    env::var_os("XDG_CACHE_HOME")
        .map(PathBuf::from)
        // The rule for this variable: a relative path counts as none.
        .filter(|cache| cache.is_absolute())
        .or_else(|| home.map(|home| home.join(".cache")))
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOCK: &str = "\
[[package]]
name = \"wasm-bindgen\"
version = \"0.2.129\"
source = \"registry\"

[[package]]
name = \"wasm-bindgen-futures\"
version = \"0.4.79\"
";

    #[test]
    fn the_lock_file_tells_a_version() {
        assert_eq!(
            version_in_lock(LOCK, "wasm-bindgen").as_deref(),
            Some("0.2.129")
        );
    }

    #[test]
    fn a_package_not_in_the_lock_file_has_no_version() {
        assert_eq!(version_in_lock(LOCK, "wasm"), None);
    }
}
