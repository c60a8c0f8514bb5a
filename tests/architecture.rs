//! Who may know whom, and what may stand where: a scan of the project's own text.

#![cfg(not(target_arch = "wasm32"))]

#[path = "architecture/rules.rs"]
mod rules;
#[path = "architecture/source.rs"]
mod source;
#[path = "architecture/tree.rs"]
mod tree;

use std::{fs, path::Path};

use plumbline::chart::Theme;
use rules::{MODULES, Module};
use source::Source;
use tree::files;

/// What follows a colour's name or begins one, in a style or a literal.
const COLOURS: [&str; 5] = ["rgb(", "rgba(", "hsl(", "oklch(", "color-mix("];
/// Where packages come from, and how a machine's own folders begin; in two pieces, since this file is searched too.
const FOREIGN: [[&str; 2]; 9] = [
    ["crates", ".io"],
    ["npm", "js."],
    ["registry", ".yarnpkg"],
    ["pypi", ".org"],
    ["proxy.golang", ".org"],
    ["deb.debian", ".org"],
    ["/wo", "rk/"],
    ["/ro", "ot/"],
    ["/ho", "me/"],
];

#[test]
fn every_module_knows_only_what_it_may() {
    for module in &MODULES {
        let inner = MODULES.iter().filter(|other| module.holds(other));
        let inner: Vec<&str> = inner.map(|other| other.folder).collect();
        for (path, text) in files(&[module.folder], &["rs"]) {
            if !inner.iter().any(|folder| path.starts_with(folder)) {
                assert_eq!(module.broken_by(&Source::of(&text)), [""; 0], "in {path}");
            }
        }
    }
}

#[test]
fn the_fuzzer_has_every_crate_that_decoders_use() {
    let manifest = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/Cargo.toml");
    let manifest = fs::read_to_string(manifest).unwrap();
    let has = |name: &String| {
        let mut lines = manifest.lines();
        lines.any(|line| line.replace('-', "_").starts_with(&format!("{name} =")))
    };
    for (path, text) in files(&["src/codec", "src/domain"], &["rs"]) {
        // It compiles them as they stand, but not their tests.
        if !path.contains("/tests") {
            let code = text.split("#[cfg(test)]").next().unwrap_or_default();
            let missing: Vec<String> = Source::of(code).crates();
            let missing: Vec<&String> = missing.iter().filter(|name| !has(name)).collect();
            assert!(missing.is_empty(), "{missing:?} in {path}");
        }
    }
}

#[test]
fn every_word_lives_in_the_texts() {
    for (path, text) in files(&["src/ui"], &["rs"]) {
        // Tests in a file of their own are read by nobody who uses the page.
        if !path.ends_with("/tests.rs") {
            assert_eq!(sentences(&Source::of(&text)), [""; 0], "in {path}");
        }
    }
}

#[test]
fn every_colour_lives_in_the_tokens() {
    for (path, text) in files(&["style"], &["css"]) {
        // What is sent as one file stands alone; where it is made, its colours are compared with the tokens.
        if path != "style/tokens.css" && path != "style/file.css" {
            assert_eq!(colours(&text), [""; 0], "in {path}");
        }
    }
    for (path, text) in files(&["src/ui", "src/state", "src/browser"], &["rs"]) {
        let literals = Source::of(&text).literals.join("\n");
        assert_eq!(colours(&literals), [""; 0], "in {path}");
    }
}

#[test]
fn charts_and_page_have_the_same_two_colours() {
    let tokens = files(&["style/tokens.css"], &["css"]).remove(0).1;
    for (place, theme) in [Theme::Light, Theme::Dark].into_iter().enumerate() {
        let palette = theme.palette();
        for (name, colour) in [("executives", palette.executives), ("team", palette.team)] {
            let expected = format!("#{:02x}{:02x}{:02x}", colour.0, colour.1, colour.2);
            assert_eq!(
                token(&tokens, name, place),
                Some(expected.as_str()),
                "{name}"
            );
        }
    }
}

#[test]
fn no_file_names_a_registry_or_a_folder_of_a_machine() {
    let ours = [
        "src",
        "style",
        "tests",
        "xtask",
        "README.md",
        "CHANGELOG.md",
        "answer.html",
        "device.html",
        "meeting.html",
        "index.html",
        "results.html",
        "Cargo.toml",
    ];
    for (path, text) in files(&ours, &["rs", "css", "md", "html", "toml"]) {
        assert_eq!(foreign(&text), [""; 0], "in {path}");
    }
}

#[test]
fn documents_differ_only_in_their_program_and_styles() {
    let same = |page: &str| -> Vec<String> {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let text = fs::read_to_string(root.join(page)).unwrap();
        let own = ["data-bin=", "rel=\"css\"", "copy-file"];
        let lines = text
            .lines()
            .filter(|line| !own.iter().any(|tag| line.contains(tag)));
        lines.map(str::to_owned).collect()
    };
    assert!(same("index.html").len() > 20);
    for page in ["answer.html", "results.html", "device.html", "meeting.html"] {
        assert_eq!(same(page), same("index.html"), "{page}");
    }
}

#[test]
fn each_scan_finds_what_it_is_for() {
    let found = |text: &str| sentences(&Source::of(text)).len();
    assert_eq!(found(r#"el("p").text("Too few answers")"#), 1);
    assert_eq!(
        found(r#"el("p").class("button button--quiet").text("Ok")"#),
        0
    );
    assert_eq!(
        found("// \"Not words\"\n#[cfg(test)]\nmod tests { \"Some words\" }"),
        0
    );
    assert_eq!(
        colours("a { color: #0fa; background: rgb(1, 2, 3) }").len(),
        2
    );
    assert_eq!(
        colours("a { color: var(--ink) } #chart { margin: 0 }").len(),
        0
    );
    assert_eq!(
        token("--team: #111;\n --team: #222;", "team", 1),
        Some("#222")
    );
    for pieces in FOREIGN {
        assert_eq!(
            foreign(&format!("see https://{}x", pieces.concat())).len(),
            1
        );
    }
}

/// Literals that begin like a sentence and have two words or more.
fn sentences(source: &Source) -> Vec<&str> {
    let is_sentence = |text: &str| text.starts_with(char::is_uppercase) && text.contains(' ');
    let literals = source.literals.iter().map(String::as_str);
    literals.filter(|text| is_sentence(text)).collect()
}

fn colours(text: &str) -> Vec<&str> {
    let hex = text.split('#').skip(1).filter(|rest| {
        let digits = rest.len()
            - rest
                .trim_start_matches(|c: char| c.is_ascii_hexdigit())
                .len();
        let ends =
            !rest[digits..].starts_with(|c: char| c.is_alphanumeric() || c == '-' || c == '_');
        matches!(digits, 3 | 4 | 6 | 8) && ends
    });
    let named = COLOURS.into_iter().filter(|name| text.contains(name));
    hex.map(|rest| rest.split(';').next().unwrap_or(rest))
        .chain(named)
        .collect()
}

/// The value at `place` of all that the custom property `name` is given.
fn token<'a>(styles: &'a str, name: &str, place: usize) -> Option<&'a str> {
    let property = format!("--{name}:");
    let value = styles.split(property.as_str()).nth(place + 1)?;
    value.split(';').next().map(str::trim)
}

fn foreign(text: &str) -> Vec<String> {
    let needles = FOREIGN.iter().map(|pieces| pieces.concat());
    needles.filter(|needle| text.contains(needle)).collect()
}

impl Module {
    /// Whether `other` is a part of this module with rules of its own.
    fn holds(&self, other: &Self) -> bool {
        self.folder != other.folder && other.folder.starts_with(self.folder)
    }
}
