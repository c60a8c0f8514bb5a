//! Short names between the page's WebAssembly and its JavaScript, before a visitor has to load them.
//!
//! wasm-bindgen names each function that WebAssembly calls after its Rust path and a hash of 16
//! digits, in both files; hashes do not compress. One or two letters do as well: 4.7 KB less.

use std::collections::BTreeMap;
use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use data_encoding::BASE64;
use sha2::{Digest, Sha384};

use crate::run::{Failure, Outcome};

/// How the names begin that wasm-bindgen makes up.
const MADE_UP: &str = "__wb";

/// The section of a WebAssembly file that names what it calls.
const IMPORTS: u8 = 2;

/// Bytes before the first section.
const PREAMBLE: usize = 8;

/// Shortens the names in the folder that Trunk names, and says anew in the page how its files hash.
///
/// # Errors
///
/// Fails if a file is missing or is not as wasm-bindgen writes it.
pub(crate) fn shorten_staged_names() -> Outcome {
    let folder = env::var_os("TRUNK_STAGING_DIR")
        .map(PathBuf::from)
        .ok_or_else(|| Failure::new("`cargo xtask policy` is called by Trunk while it builds."))?;
    let wasm = only_file(&folder, "_bg.wasm")?;
    let script = only_file(&folder, ".js")?;
    let page = folder.join("index.html");
    let (old_wasm, old_script) = (read(&wasm)?, text(&script)?);
    let mut names = BTreeMap::new();
    let new_wasm = shortened(&old_wasm, &mut names)
        .ok_or_else(|| Failure::new(format!("{} is not WebAssembly", wasm.display())))?;
    let new_script = renamed(&old_script, &names);
    let new_page = text(&page)?
        .replace(&integrity(&old_wasm), &integrity(&new_wasm))
        .replace(
            &integrity(old_script.as_bytes()),
            &integrity(new_script.as_bytes()),
        );
    write(&wasm, &new_wasm)?;
    write(&script, new_script.as_bytes())?;
    write(&page, new_page.as_bytes())
}

/// The module with short names for what it calls, which are noted in `names`.
fn shortened(wasm: &[u8], names: &mut BTreeMap<String, String>) -> Option<Vec<u8>> {
    let mut out = wasm.get(..PREAMBLE)?.to_vec();
    let mut rest = &wasm[PREAMBLE..];
    while let Some((kind, after)) = rest.split_first() {
        let (section, after) = bytes(after)?;
        out.push(*kind);
        if *kind == IMPORTS {
            put_bytes(&mut out, &with_short_names(section, names)?);
        } else {
            put_bytes(&mut out, section);
        }
        rest = after;
    }
    Some(out)
}

fn with_short_names(imports: &[u8], names: &mut BTreeMap<String, String>) -> Option<Vec<u8>> {
    let (count, mut rest) = number(imports)?;
    let mut out = Vec::new();
    put_number(&mut out, count);
    for _ in 0..count {
        let (module, after) = bytes(rest)?;
        let (name, after) = bytes(after)?;
        let name = str::from_utf8(name).ok()?;
        // A function and the number of its type; wasm-bindgen lets nothing else be imported.
        let (0, after) = after.split_first().map(|(kind, after)| (*kind, after))? else {
            return None;
        };
        let (kind, after) = number(after)?;
        put_bytes(&mut out, module);
        if name.starts_with(MADE_UP) {
            let place = names.len();
            let short = names.entry(name.to_owned()).or_insert_with(|| short(place));
            put_bytes(&mut out, short.as_bytes());
        } else {
            put_bytes(&mut out, name.as_bytes());
        }
        out.push(0);
        put_number(&mut out, kind);
        rest = after;
    }
    rest.is_empty().then_some(out)
}

/// The name at `place`: `$a`, `$b`, … `$z`, `$ba`, …; wasm-bindgen itself uses no `$`.
fn short(place: usize) -> String {
    let digit = |place: usize| char::from(b'a' + u8::try_from(place % 26).unwrap_or_default());
    let mut name = String::from("$");
    if place >= 26 {
        name.push(digit(place / 26));
    }
    name.push(digit(place));
    name
}

/// `script` with every whole word that has a new name renamed.
fn renamed(script: &str, names: &BTreeMap<String, String>) -> String {
    let in_word = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '$';
    let mut out = String::with_capacity(script.len());
    let mut rest = script;
    while let Some(start) = rest.find(in_word) {
        out.push_str(&rest[..start]);
        let word = &rest[start..];
        let end = word.find(|c| !in_word(c)).unwrap_or(word.len());
        let word = &word[..end];
        out.push_str(names.get(word).map_or(word, String::as_str));
        rest = &rest[start + end..];
    }
    out.push_str(rest);
    out
}

/// What pages say of a file, so that the browser takes no other.
fn integrity(file: &[u8]) -> String {
    format!("sha384-{}", BASE64.encode(&Sha384::digest(file)))
}

// Numbers are in LEB128: seven bits each, lowest first, the eighth says that more follow.
fn number(from: &[u8]) -> Option<(usize, &[u8])> {
    let end = from.iter().take(5).position(|byte| byte & 0x80 == 0)? + 1;
    let (number, rest) = from.split_at(end);
    let add = |sum, byte: &u8| (sum << 7) | usize::from(byte & 0x7f);
    Some((number.iter().rev().fold(0, add), rest))
}

fn put_number(to: &mut Vec<u8>, mut number: usize) {
    while number > 0x7f {
        to.push(0x80 | u8::try_from(number & 0x7f).unwrap_or_default());
        number >>= 7;
    }
    to.push(u8::try_from(number).unwrap_or_default());
}

fn bytes(from: &[u8]) -> Option<(&[u8], &[u8])> {
    let (length, rest) = number(from)?;
    rest.split_at_checked(length)
}

fn put_bytes(to: &mut Vec<u8>, bytes: &[u8]) {
    put_number(to, bytes.len());
    to.extend_from_slice(bytes);
}

fn only_file(folder: &Path, ending: &str) -> Outcome<PathBuf> {
    let failed = |cause| Failure::io("look into the folder", folder, &cause);
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).map_err(failed)? {
        let entry = entry.map_err(failed)?;
        if entry.file_name().to_string_lossy().ends_with(ending) {
            found.push(entry.path());
        }
    }
    match <[PathBuf; 1]>::try_from(found) {
        Ok([only]) => Ok(only),
        Err(found) => Err(Failure::new(format!(
            "there must be one *{ending} file in {}, not {}",
            folder.display(),
            found.len()
        ))),
    }
}

fn read(path: &Path) -> Outcome<Vec<u8>> {
    fs::read(path).map_err(|cause| Failure::io("read the built file", path, &cause))
}

fn text(path: &Path) -> Outcome<String> {
    fs::read_to_string(path).map_err(|cause| Failure::io("read the built file", path, &cause))
}

fn write(path: &Path, bytes: &[u8]) -> Outcome {
    fs::write(path, bytes).map_err(|cause| Failure::io("write the built file", path, &cause))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A module that calls `__wbg_a_0f` and `other` of `m`, and has an empty section after that.
    const MODULE: &[u8] =
        b"\0asm\x01\0\0\0\x02\x1a\x02\x01m\x0a__wbg_a_0f\0\x00\x01m\x05other\0\x03\x0a\x00";

    #[test]
    fn made_up_names_become_short_and_all_else_stays() {
        let mut names = BTreeMap::new();

        let short = shortened(MODULE, &mut names).unwrap();

        let expected = b"\0asm\x01\0\0\0\x02\x12\x02\x01m\x02$a\0\x00\x01m\x05other\0\x03\x0a\x00";
        assert_eq!(short, expected);
        assert_eq!(names["__wbg_a_0f"], "$a");
    }

    #[test]
    fn what_is_cut_off_is_refused() {
        for length in [0, 7, 9, 20, MODULE.len() - 1] {
            assert_eq!(shortened(&MODULE[..length], &mut BTreeMap::new()), None);
        }
    }

    #[test]
    fn only_whole_words_are_renamed() {
        let names = BTreeMap::from([("__wbg_a_0f".to_owned(), "$a".to_owned())]);

        let script = renamed(
            "__wbg_a_0f: f(__wbg_a_0f1, x__wbg_a_0f) é __wbg_a_0f",
            &names,
        );

        assert_eq!(script, "$a: f(__wbg_a_0f1, x__wbg_a_0f) é $a");
    }

    #[test]
    fn names_differ() {
        let names: std::collections::BTreeSet<String> = (0..26 * 26).map(short).collect();

        assert_eq!(names.len(), 26 * 26);
    }

    #[test]
    fn numbers_are_read_as_they_are_written() {
        for value in [0, 1, 127, 128, 300, 517_000] {
            let mut written = Vec::new();
            put_number(&mut written, value);
            assert_eq!(number(&written), Some((value, &[][..])));
        }
    }
}
