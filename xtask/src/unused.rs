//! What is in the page's program only because a crate offers it to JavaScript, which nobody calls.
//!
//! Leptos brings streams for servers along (the crate `wasm-streams`), and what is offered to JavaScript no compiler
//! leaves out. Without it, and made small once more without it: 3 KB less.

use std::path::Path;
use std::process::Command;

use crate::run::{self, Failure, Outcome};
use crate::staged::{self, SCRIPT, Staged, WASM};
use crate::wasm::{self, EXPORTS, number, put_number};

/// The classes that nobody uses: how their names begin in JavaScript.
const CLASSES: &str = "IntoUnderlying";

/// Where the standard library's words for trouble with files begin and end. Only those streams say them, and wasm-opt keeps
/// what lies in memory whether or not anything reads it.
const WORDS: [&[u8]; 2] = [b"entity not found", b"operation successful"];

/// What every engine of the last years knows, as in `index.html`.
const FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-multivalue",
    "--enable-sign-ext",
    "--enable-mutable-globals",
];

/// Takes the unused classes out of the page's WebAssembly and JavaScript.
///
/// # Errors
///
/// Fails if a file is missing or is not as wasm-bindgen writes it.
pub(crate) fn leave_out(staged: &mut Staged) -> Outcome {
    let script = staged.only(SCRIPT)?;
    let shorter = without_comments(&without_classes(&staged::text(&script)?));
    staged.replace(&script, shorter.as_bytes())?;
    let wasm = staged.only(WASM)?;
    let fewer = without_exports(&staged::read(&wasm)?)
        .ok_or_else(|| Failure::new(format!("{} is not WebAssembly", wasm.display())))?;
    let smaller = optimized(&fewer, &staged.path("fewer.wasm"))?;
    staged.replace(&wasm, &without_words(smaller))
}

/// The module with nothing where the unused words were: zeros, which take no room once compressed.
fn without_words(mut module: Vec<u8>) -> Vec<u8> {
    let find = |words: &[u8], module: &[u8]| module.windows(words.len()).position(|at| at == words);
    let [first, last] = WORDS;
    if let Some(start) = find(first, &module)
        && let Some(length) = find(last, &module[start..])
    {
        module[start..start + length + last.len()].fill(0);
    }
    module
}

/// The module without the functions of the unused classes among what can be called.
fn without_exports(module: &[u8]) -> Option<Vec<u8>> {
    let unused = CLASSES.to_ascii_lowercase();
    wasm::with_section(module, EXPORTS, |exports| {
        let (count, mut rest) = number(exports)?;
        let mut kept = Vec::new();
        for _ in 0..count {
            let (name, after) = wasm::bytes(rest)?;
            let (_kind, after) = after.split_first()?;
            let (_index, after) = number(after)?;
            if !str::from_utf8(name).ok()?.contains(&unused) {
                kept.push(&rest[..rest.len() - after.len()]);
            }
            rest = after;
        }
        let mut out = Vec::new();
        put_number(&mut out, kept.len());
        out.extend(kept.concat());
        Some(out)
    })
}

/// The script without the unused classes, and without what is there to forget them.
fn without_classes(script: &str) -> String {
    let class = format!("export class {CLASSES}");
    let disposal = format!("if (Symbol.dispose) {CLASSES}");
    let finalization = format!("const {CLASSES}");
    let mut out = String::with_capacity(script.len());
    let mut end = None;
    for line in script.lines() {
        if let Some(last) = end {
            if line.starts_with(last) {
                end = None;
            }
        } else if line.starts_with(&class) {
            end = Some("}");
        } else if line.starts_with(&finalization) {
            end = Some("    : ");
        } else if !line.starts_with(&disposal) {
            out.push_str(line);
            out.push('\n');
        }
    }
    out
}

/// The script without the lines that only people read, and without space around the others.
fn without_comments(script: &str) -> String {
    let mut out = String::with_capacity(script.len());
    let mut is_comment = false;
    for line in script.lines().map(str::trim) {
        is_comment |= line.starts_with("/*");
        if !is_comment && !line.is_empty() && !line.starts_with("//") {
            out.push_str(line);
            out.push('\n');
        }
        is_comment &= !line.ends_with("*/");
    }
    out
}

/// The module as wasm-opt makes it smaller, twice: the second time it finds more.
fn optimized(module: &[u8], place: &Path) -> Outcome<Vec<u8>> {
    staged::write(place, module)?;
    let mut wasm_opt = Command::new("wasm-opt");
    wasm_opt.args(["-Oz", "-Oz", "--low-memory-unused"]);
    wasm_opt.args(FEATURES).arg(place).arg("-o").arg(place);
    run::run(&mut wasm_opt)?;
    let smaller = staged::read(place)?;
    std::fs::remove_file(place).map_err(|cause| Failure::io("remove", place, &cause))?;
    Ok(smaller)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn unused_words_are_nothing_any_more_and_the_rest_stays() {
        let module = b"one entity not foundbroken pipeoperation successful two".to_vec();
        let length = module.len();

        let without = without_words(module);

        assert_eq!(without.len(), length);
        assert!(without.starts_with(b"one \0\0") && without.ends_with(b"\0\0 two"));
        assert_eq!(without_words(b"nothing of it".to_vec()), b"nothing of it");
    }

    #[test]
    fn unused_functions_cannot_be_called_any_more() {
        let module = b"\0asm\x01\0\0\0\x07\x1e\x02\x16intounderlyingsink_new\0\x03\x01m\x02\0";

        let fewer = without_exports(module).unwrap();

        assert_eq!(fewer, b"\0asm\x01\0\0\0\x07\x05\x01\x01m\x02\0");
    }

    #[test]
    fn unused_classes_leave_the_script() {
        let script = "export class IntoUnderlyingSink {\n    free() {\n    }\n}\n\
            if (Symbol.dispose) IntoUnderlyingSink.prototype[x] = 1;\n\
            const IntoUnderlyingSinkFinalization = (typeof X)\n    ? { a }\n    : new F();\n\
            export class Other {\n}\n";

        assert_eq!(without_classes(script), "export class Other {\n}\n");
    }

    #[test]
    fn comments_leave_the_script() {
        let script = "/* one */\n  a = 1; // stays\n/**\n * two\n */\n\n    // three\n  b();\n";

        assert_eq!(without_comments(script), "a = 1; // stays\nb();\n");
    }
}
