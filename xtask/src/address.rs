//! What an address means as a file.

use std::path::{Path, PathBuf};

/// The file in `site` that `address` means, if there is one.
///
/// An address that leads out of the site means none.
pub(crate) fn locate(address: &str, site: &Path) -> Option<PathBuf> {
    let path = address.split(['?', '#']).next()?;
    let path = unescaped(path)?;
    let path = path.strip_prefix('/')?;
    let mut file = site.to_path_buf();
    for step in path.split('/') {
        // Leading dots hide files and lead upwards; the others mean something on Windows.
        let is_foreign = step.starts_with('.') || step.contains(['\\', ':', '\0']);
        if is_foreign {
            return None;
        }
        file.push(step);
    }
    if path.is_empty() || path.ends_with('/') {
        file.push("index.html");
    }
    file.is_file().then_some(file)
}

// With `%20` and the like as the bytes they stand for.
fn unescaped(path: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(path.len());
    let mut parts = path.split('%');
    bytes.extend_from_slice(parts.next()?.as_bytes());
    for part in parts {
        let digits = part.get(..2).filter(|digits| !digits.starts_with('+'))?;
        bytes.push(u8::from_str_radix(digits, 16).ok()?);
        bytes.extend_from_slice(&part.as_bytes()[2..]);
    }
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_that_are_escaped_are_read() {
        assert_eq!(unescaped("/a%20b%C3%A9").as_deref(), Some("/a bé"));
        assert_eq!(unescaped("/plain").as_deref(), Some("/plain"));
    }

    #[test]
    fn broken_escapes_mean_nothing() {
        for path in ["/%", "/%2", "/%zz", "/%+1", "/%-1", "/%ff", "/%é"] {
            assert_eq!(unescaped(path), None, "{path}");
        }
    }
}
