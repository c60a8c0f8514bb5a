//! The table of who may know whom.

use super::source::Source;

/// A module and all that it may know.
pub(super) struct Module {
    /// Where it lives.
    pub(super) folder: &'static str,
    /// Paths of ours, itself included.
    ours: &'static [&'static str],
    /// Crates.
    crates: &'static [&'static str],
    /// Words that it never says.
    never: &'static [&'static str],
}

pub(super) const MODULES: [Module; 8] = [
    Module {
        folder: "src/domain",
        ours: &["domain"],
        crates: &[],
        never: &["Serialize", "Deserialize"],
    },
    Module {
        folder: "src/chart",
        ours: &["chart", "domain"],
        crates: &[
            "plotters",
            "plotters_backend",
            "qrcodegen",
            "base64ct",
            "thiserror",
        ],
        never: PAGE,
    },
    Module {
        folder: "src/codec",
        ours: &["codec", "domain"],
        crates: &[
            "serde",
            "postcard",
            "miniserde",
            "hpke",
            "argon2",
            "chacha20poly1305",
            "rand_core",
            "sha2",
            "base32",
            "base64ct",
            "crc",
            "zip",
            "rqrr",
            "thiserror",
        ],
        never: PAGE,
    },
    Module {
        folder: "src/text",
        ours: &["text", "domain"],
        crates: &[],
        never: PAGE,
    },
    Module {
        folder: "src/browser",
        ours: &["browser"],
        crates: &[
            "web_sys",
            "wasm_bindgen",
            "wasm_bindgen_futures",
            "js_sys",
            "gloo_storage",
            "thiserror",
        ],
        never: &[],
    },
    Module {
        folder: "src/state",
        ours: &["state", "domain", "codec", "browser"],
        crates: &["leptos", "thiserror"],
        never: PAGE,
    },
    Module {
        folder: "src/ui",
        ours: &["ui", "domain", "chart", "text", "state"],
        crates: &["leptos"],
        never: PAGE,
    },
    Module {
        folder: "src/ui/kit",
        ours: &["ui::kit"],
        crates: &["leptos"],
        never: PAGE,
    },
];

/// Leptos' prelude would give these away.
const PAGE: &[&str] = &["window()", "document()"];

impl Module {
    /// What `source` says although a file of this module may not.
    pub(super) fn broken_by(&self, source: &Source) -> Vec<String> {
        let ours = source.paths_of_ours().into_iter().filter(|path| {
            let is_within = |allowed: &&str| {
                path.strip_prefix(*allowed)
                    .is_some_and(|rest| rest.is_empty() || rest.starts_with("::"))
            };
            !self.ours.iter().any(is_within)
        });
        let crates = source
            .crates()
            .into_iter()
            .filter(|name| !self.crates.contains(&name.as_str()));
        let never = self
            .never
            .iter()
            .filter(|word| source.code.contains(*word))
            .map(|word| (*word).to_owned());
        ours.map(|path| format!("crate::{path}"))
            .chain(crates)
            .chain(never)
            .collect()
    }
}

#[test]
fn each_rule_bites() {
    let says = |folder: &str, text: &str| {
        let module = MODULES.iter().find(|module| module.folder == folder);
        module.unwrap().broken_by(&Source::of(text))
    };
    for (folder, text, expected) in [
        (
            "src/domain",
            "use crate::codec::link;",
            "crate::codec::link",
        ),
        ("src/domain", "#[derive(serde::Serialize)]", "serde"),
        (
            "src/chart",
            "use crate::{domain::gap, text::start};",
            "crate::text::start",
        ),
        ("src/codec", "use leptos::prelude::*;", "leptos"),
        (
            "src/text",
            "fn f() { crate::state::page::go() }",
            "crate::state::page::go",
        ),
        (
            "src/browser",
            "use crate::{browser::x, domain::{gap, side}};",
            "crate::domain::gap",
        ),
        ("src/state", "let w = web_sys::window();", "web_sys"),
        ("src/state", "use crate::ui::app;", "crate::ui::app"),
        (
            "src/ui",
            "use crate::{\n    browser::file,\n};",
            "crate::browser::file",
        ),
        ("src/ui", "use crate::codec as c;", "crate::codec"),
        ("src/ui", "let d = document();", "document()"),
        (
            "src/ui/kit",
            "use crate::domain::side::Side;",
            "crate::domain::side::Side",
        ),
        ("src/ui/kit", "use crate::ui::screen;", "crate::ui::screen"),
    ] {
        let said = says(folder, text);
        assert!(
            said.contains(&expected.to_owned()),
            "{folder}: {text} gave {said:?}"
        );
    }
    for (folder, text) in [
        (
            "src/domain",
            "use super::gap; // not crate::codec\nlet s = \"serde::x\";",
        ),
        (
            "src/domain",
            "#[cfg(test)]\nmod tests { use crate::codec; }",
        ),
        (
            "src/domain",
            "#[cfg(all(test, unix))]\nmod tests { use crate::codec; }",
        ),
        ("src/codec", "let crc = 1; crc.min(2)"),
        (
            "src/ui/kit",
            "use leptos::prelude::*; use crate::ui::kit::el;",
        ),
    ] {
        assert_eq!(says(folder, text), [""; 0], "{folder}: {text}");
    }
}
