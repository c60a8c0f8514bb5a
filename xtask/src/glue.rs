//! Short names between the page's WebAssembly and its JavaScript, before a visitor has to load them.
//!
//! wasm-bindgen names each function that WebAssembly calls after its Rust path and a hash of 16
//! digits, in both files; hashes do not compress. One or two letters do as well: 4.7 KB less.

use std::collections::BTreeMap;

use crate::run::{Failure, Outcome};
use crate::staged::{self, SCRIPT, Staged, WASM};
use crate::wasm::{self, IMPORTS, number, put_bytes, put_number};

/// How the names begin that wasm-bindgen makes up.
const MADE_UP: &str = "__wb";

/// Shortens the names in the page's WebAssembly and JavaScript.
///
/// # Errors
///
/// Fails if a file is missing or is not as wasm-bindgen writes it.
pub(crate) fn shorten_names(staged: &mut Staged) -> Outcome {
    let wasm = staged.only(WASM)?;
    let script = staged.only(SCRIPT)?;
    let mut names = BTreeMap::new();
    let new_wasm = shortened(&staged::read(&wasm)?, &mut names)
        .ok_or_else(|| Failure::new(format!("{} is not WebAssembly", wasm.display())))?;
    let new_script = renamed(&staged::text(&script)?, &names);
    staged.replace(&wasm, &new_wasm)?;
    staged.replace(&script, new_script.as_bytes())
}

/// The module with short names for what it calls, which are noted in `names`.
fn shortened(module: &[u8], names: &mut BTreeMap<String, String>) -> Option<Vec<u8>> {
    wasm::with_section(module, IMPORTS, |imports| with_short_names(imports, names))
}

fn with_short_names(imports: &[u8], names: &mut BTreeMap<String, String>) -> Option<Vec<u8>> {
    let (count, mut rest) = number(imports)?;
    let mut out = Vec::new();
    put_number(&mut out, count);
    for _ in 0..count {
        let (module, after) = wasm::bytes(rest)?;
        let (name, after) = wasm::bytes(after)?;
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
}
