//! The programs that building and testing need, and which versions of them suit.

use std::env::consts::EXE_SUFFIX;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::project;
use crate::run::{self, Outcome};

/// The newest Trunk that the project's Rust version can compile.
const TRUNK: &str = "0.21.14";

/// Drives Firefox.
const GECKODRIVER: &str = "0.37.1";

/// Older ones cannot read what today's compiler writes; Debian 12 has this one.
const OLDEST_WASM_OPT: u32 = 108;

/// What is installed where no wasm-opt is found; the number after the first dot is Binaryen's.
const WASM_OPT: &str = "0.116.1";

/// A program that Rust's toolchain does not bring.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Tool {
    /// The name of the program.
    pub(crate) program: &'static str,
    /// The package that has it, in the Rust package registry.
    pub(crate) package: &'static str,
    /// The version of the package that is installed where none suits.
    pub(crate) version: String,
    /// About how long installing takes, measured on two cores.
    pub(crate) takes: &'static str,
    /// What installing needs besides Rust, or what else helps.
    pub(crate) advice: &'static str,
    suits: Suits,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Suits {
    SameVersion,
    AtLeast(u32),
}

impl Tool {
    /// Builds the page.
    pub(crate) fn trunk() -> Self {
        Self {
            program: "trunk",
            package: "trunk",
            version: TRUNK.to_owned(),
            takes: "4 to 7 minutes",
            advice: "It needs a C compiler (on Debian and Ubuntu: `apt-get install gcc libc6-dev`).",
            suits: Suits::SameVersion,
        }
    }

    /// Joins the page's WebAssembly with JavaScript; must be as old as the crate in the lock file.
    ///
    /// # Errors
    ///
    /// Fails if the lock file does not tell the version.
    pub(crate) fn wasm_bindgen() -> Outcome<Self> {
        Ok(Self {
            program: "wasm-bindgen",
            package: "wasm-bindgen-cli",
            version: project::locked_version("wasm-bindgen")?,
            takes: "2 to 5 minutes",
            advice: "It needs a C compiler (on Debian and Ubuntu: `apt-get install gcc libc6-dev`).",
            suits: Suits::SameVersion,
        })
    }

    /// Makes WebAssembly smaller.
    pub(crate) fn wasm_opt() -> Self {
        Self {
            program: "wasm-opt",
            package: "wasm-opt",
            version: WASM_OPT.to_owned(),
            takes: "6 to 11 minutes",
            advice: "It needs a C++ compiler. Any wasm-opt from version 108 on will do instead, \
                     if it is on the PATH: it comes with the package `binaryen` of most systems.",
            suits: Suits::AtLeast(OLDEST_WASM_OPT),
        }
    }

    /// Drives Firefox.
    pub(crate) fn geckodriver() -> Self {
        Self {
            program: "geckodriver",
            package: "geckodriver",
            version: GECKODRIVER.to_owned(),
            takes: "1 to 2 minutes",
            advice: "It needs a C compiler (on Debian and Ubuntu: `apt-get install gcc libc6-dev`).",
            suits: Suits::SameVersion,
        }
    }

    /// Whether the file at `path` starts and is a version that suits.
    pub(crate) fn is_usable_at(&self, path: &Path) -> bool {
        path.is_file()
            && run::output(Command::new(path).arg("--version"))
                .as_deref()
                .and_then(version_in)
                .is_some_and(|version| self.is_suited_by(version))
    }

    /// Where the program is once the package is installed in `root`.
    pub(crate) fn place_in(&self, root: &Path) -> PathBuf {
        root.join("bin")
            .join(format!("{}{EXE_SUFFIX}", self.program))
    }

    /// The name of the tool's own folder.
    pub(crate) fn folder_name(&self) -> String {
        format!("{}-{}", self.package, self.version)
    }

    fn is_suited_by(&self, version: &str) -> bool {
        match self.suits {
            Suits::SameVersion => version == self.version,
            Suits::AtLeast(oldest) => first_number(version).is_some_and(|number| number >= oldest),
        }
    }
}

/// The first word of `text` that starts with a digit: "trunk 0.21.14" tells 0.21.14.
fn version_in(text: &str) -> Option<&str> {
    text.split_whitespace()
        .find(|word| word.starts_with(|first: char| first.is_ascii_digit()))
}

fn first_number(version: &str) -> Option<u32> {
    let end = version
        .find(|character: char| !character.is_ascii_digit())
        .unwrap_or(version.len());
    version[..end].parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn programs_tell_their_version_in_many_ways() {
        for (text, version) in [
            ("trunk 0.21.14\n", "0.21.14"),
            ("wasm-bindgen 0.2.129\n", "0.2.129"),
            (
                "geckodriver 0.37.1 (7dfb05b18ea2 2026-05-04)\n\nMore",
                "0.37.1",
            ),
            ("wasm-opt version 108\n", "108"),
            ("wasm-opt version 116 (version_116)\n", "116"),
        ] {
            assert_eq!(version_in(text), Some(version), "{text}");
        }
        assert_eq!(version_in("error: no such command"), None);
    }

    #[test]
    fn most_tools_must_have_one_version() {
        let trunk = Tool::trunk();

        assert!(trunk.is_suited_by(TRUNK));
        assert!(!trunk.is_suited_by("0.21.15"));
        assert!(!trunk.is_suited_by("0.21.1"));
    }

    #[test]
    fn wasm_opt_may_be_newer() {
        let wasm_opt = Tool::wasm_opt();

        assert!(wasm_opt.is_suited_by("108"));
        assert!(wasm_opt.is_suited_by("132"));
        assert!(wasm_opt.is_suited_by("132.1"));
        assert!(!wasm_opt.is_suited_by("105"));
        assert!(!wasm_opt.is_suited_by("unknown"));
    }

    #[test]
    fn wasm_bindgen_is_as_old_as_the_lock_file_says() {
        let tool = Tool::wasm_bindgen().unwrap();

        assert_eq!(
            tool.version,
            project::locked_version("wasm-bindgen").unwrap()
        );
    }

    #[test]
    fn a_file_that_is_not_the_program_does_not_count() {
        let manifest = project::root().join("Cargo.toml");

        assert!(!Tool::trunk().is_usable_at(&manifest));
        assert!(!Tool::trunk().is_usable_at(Path::new("nowhere")));
    }
}
