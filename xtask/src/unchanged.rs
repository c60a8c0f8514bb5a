//! Whether the site that is there is still what would be built.

use std::fs;
use std::path::{Path, PathBuf};

use data_encoding::BASE64;
use sha2::{Digest, Sha256};

use crate::project;
use crate::run::{Failure, Outcome};

/// What the site is made of and by, besides the pages and their programs: files and folders.
const SOURCES: [&str; 6] = [
    "Trunk.toml",
    "Cargo.lock",
    "style",
    "assets",
    "xtask/Cargo.toml",
    "xtask/src",
];

/// Whether nothing has changed since [`remember`]: neither what the site is made of and by, nor the site itself.
pub(crate) fn is_unchanged(programs: &Path, pages: &[&str]) -> bool {
    let remembered = fs::read_to_string(stamp());
    fingerprint(programs, pages).is_ok_and(|now| remembered.is_ok_and(|then| then == now))
}

/// Remembers what the site was made of, and the site.
///
/// # Errors
///
/// Fails if a file cannot be read, or that cannot be written.
pub(crate) fn remember(programs: &Path, pages: &[&str]) -> Outcome {
    let now = fingerprint(programs, pages)?;
    fs::write(stamp(), now).map_err(|cause| Failure::io("write", &stamp(), &cause))
}

fn stamp() -> PathBuf {
    project::root().join("target").join("site.sha256")
}

fn fingerprint(programs: &Path, pages: &[&str]) -> Outcome<String> {
    let mut files = Vec::new();
    for name in SOURCES.iter().chain(pages) {
        gather(&project::root().join(name), &mut files)?;
    }
    gather(&project::dist(), &mut files)?;
    let entries = fs::read_dir(programs);
    let entries = entries.map_err(|cause| Failure::io("read", programs, &cause))?;
    let all = entries.filter_map(|entry| Some(entry.ok()?.path()));
    files.extend(all.filter(|path| path.extension().is_some_and(|ending| ending == "wasm")));
    digest(files)
}

fn digest(mut files: Vec<PathBuf>) -> Outcome<String> {
    files.sort();
    let mut hash = Sha256::new();
    for file in files {
        let bytes = fs::read(&file).map_err(|cause| Failure::io("read", &file, &cause))?;
        hash.update(file.as_os_str().as_encoded_bytes());
        hash.update(bytes.len().to_le_bytes());
        hash.update(bytes);
    }
    Ok(BASE64.encode(&hash.finalize()))
}

fn gather(path: &Path, files: &mut Vec<PathBuf>) -> Outcome {
    if !path.is_dir() {
        files.push(path.to_path_buf());
        return Ok(());
    }
    let entries = fs::read_dir(path).map_err(|cause| Failure::io("read", path, &cause))?;
    for entry in entries {
        let entry = entry.map_err(|cause| Failure::io("read", path, &cause))?;
        gather(&entry.path(), files)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::{env, process};

    use super::*;

    #[test]
    fn what_a_file_holds_and_what_it_is_called_is_seen() {
        let folder = env::temp_dir().join(format!("plumbline-unchanged-{}", process::id()));
        let inner = folder.join("inner");
        fs::create_dir_all(&inner).unwrap();
        let seen = || {
            let mut files = Vec::new();
            gather(&folder, &mut files).unwrap();
            digest(files).unwrap()
        };
        fs::write(inner.join("a"), "1").unwrap();
        let first = seen();
        assert_eq!(seen(), first);
        fs::write(inner.join("a"), "2").unwrap();
        let other = seen();
        fs::rename(inner.join("a"), inner.join("b")).unwrap();
        let renamed = seen();
        fs::write(folder.join("c"), "").unwrap();
        let mut all = vec![first, other, renamed, seen()];
        all.dedup();
        assert_eq!(all.len(), 4);
        fs::remove_dir_all(&folder).unwrap();
        assert!(digest(vec![folder]).is_err());
    }
}
