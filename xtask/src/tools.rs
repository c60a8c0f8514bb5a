//! The programs that building and testing need: which versions suit, and where they are.

use std::env::consts::EXE_SUFFIX;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::run::{self, Failure, Outcome};
use crate::{apt, install, project};

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
            takes: "3 to 7 minutes",
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
            takes: "3 to 5 minutes",
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
            takes: "10 to 20 minutes",
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

/// The folder where tools are kept, each in a folder of its own named after its version.
#[derive(Debug)]
pub(crate) struct Toolbox {
    folder: PathBuf,
}

impl Toolbox {
    /// The toolbox at `folder`, or the one in the person's cache folder.
    ///
    /// # Errors
    ///
    /// Fails if no folder is given and the system names none for caches.
    pub(crate) fn open(folder: Option<&Path>) -> Outcome<Self> {
        let folder =
            folder.map_or_else(project::tools_folder, |folder| Ok(folder.to_path_buf()))?;
        Ok(Self { folder })
    }

    /// Where `tool` is, on the PATH or here, installing it here if it is nowhere.
    ///
    /// # Errors
    ///
    /// Fails if it is missing and cannot be installed.
    pub(crate) fn provide(&self, tool: &Tool) -> Outcome<PathBuf> {
        match self.find(tool) {
            Some(path) => Ok(path),
            None => install::install(tool, &self.folder),
        }
    }

    /// Provides everything that building the page needs, and gives the PATH to build with.
    ///
    /// # Errors
    ///
    /// Fails if anything is missing and cannot be installed.
    pub(crate) fn path_for_building(&self) -> Outcome<OsString> {
        provide_wasm_target()?;
        let found = [
            self.provide(&Tool::wasm_bindgen()?)?,
            self.provide_wasm_opt()?,
            self.provide(&Tool::trunk())?,
        ];
        // What is on the PATH already is found there anyway, and moving its folder to the front
        // could bring another cargo with it.
        let ours = found
            .iter()
            .filter(|path| path.starts_with(&self.folder))
            .filter_map(|path| path.parent().map(Path::to_path_buf));
        run::path_with(ours)
    }

    // The system's package is there in seconds, where compiling takes many minutes.
    fn provide_wasm_opt(&self) -> Outcome<PathBuf> {
        let tool = Tool::wasm_opt();
        if self.find(&tool).is_none() && apt::is_usable() {
            println!("Installing wasm-opt (package binaryen) with apt-get: under a minute.");
            if let Err(failure) = apt::install(&["binaryen"]) {
                println!("{failure} Trying the Rust package registry.");
            }
        }
        self.provide(&tool)
    }

    fn find(&self, tool: &Tool) -> Option<PathBuf> {
        let here = tool.place_in(&self.folder.join(tool.folder_name()));
        run::find_on_path(tool.program)
            .into_iter()
            .chain([here])
            .find(|path| tool.is_usable_at(path))
    }
}

/// Installs Rust's WebAssembly target if it is missing.
///
/// # Errors
///
/// Fails if it is missing and rustup cannot install it.
pub(crate) fn provide_wasm_target() -> Outcome {
    let mut rustc = Command::new("rustc");
    rustc.args(["--print", "target-libdir", "--target", WASM]);
    if run::output(&mut rustc).is_some_and(|folder| Path::new(folder.trim()).is_dir()) {
        return Ok(());
    }
    println!("Installing Rust's WebAssembly target: under a minute.");
    rustup(&["target", "add", WASM])
}

/// Installs rustfmt and clippy if they are missing.
///
/// # Errors
///
/// Fails if one is missing and rustup cannot install it.
pub(crate) fn provide_checkers() -> Outcome {
    for (command, component) in [("fmt", "rustfmt"), ("clippy", "clippy")] {
        if run::output(run::cargo().args([command, "--version"])).is_none() {
            println!("Installing {component}: under a minute.");
            rustup(&["component", "add", component])?;
        }
    }
    Ok(())
}

/// The target that pages are compiled for.
pub(crate) const WASM: &str = "wasm32-unknown-unknown";

fn rustup(words: &[&str]) -> Outcome {
    run::run(Command::new("rustup").args(words)).map_err(|failure| {
        Failure::new(format!(
            "Rust's toolchain lacks `{}`, and adding it did not work. {failure}\n\
             With rustup, look at its messages above; without it, install this part \
             with whatever brought Rust here.",
            words.last().copied().unwrap_or_default()
        ))
    })
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
