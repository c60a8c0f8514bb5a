//! Where tools are kept, and finding the one that suits.

use std::env;
use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};

use crate::run::{self, Outcome};
use crate::tool::Tool;
use crate::{apt, install, project, toolchain};

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
        toolchain::provide_wasm_target()?;
        toolchain::provide_std_source()?;
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
        self.find_beside(&env::var_os("PATH").unwrap_or_default(), tool)
    }

    // On this `path`, or else here.
    fn find_beside(&self, path: &OsStr, tool: &Tool) -> Option<PathBuf> {
        let here = tool.place_in(&self.folder.join(tool.folder_name()));
        run::find_on(path, tool.program)
            .into_iter()
            .chain([here])
            .find(|path| tool.is_usable_at(path))
    }
}

#[cfg(all(test, unix))]
mod tests {
    use std::{fs, process};

    use super::*;

    /// A folder of its own for each test, gone with it.
    struct Folder(PathBuf);

    impl Folder {
        fn new(name: &str) -> Self {
            let folder = format!("plumbline-toolbox-{}-{name}", process::id());
            Self(env::temp_dir().join(folder))
        }

        /// Lays down a program that says that it is trunk of this version.
        fn put(place: &Path, version: &str) {
            fs::create_dir_all(place.parent().unwrap()).unwrap();
            // A shell writes it: a file that this process has open could not be started meanwhile.
            let script = format!(
                "printf '#!/bin/sh\\necho trunk {version}\\n' > \"$0\" && chmod 755 \"$0\""
            );
            let mut shell = process::Command::new("sh");
            assert!(
                shell
                    .arg("-c")
                    .arg(script)
                    .arg(place)
                    .status()
                    .unwrap()
                    .success()
            );
        }
    }

    impl Drop for Folder {
        fn drop(&mut self) {
            let _ = fs::remove_dir_all(&self.0);
        }
    }

    #[test]
    fn a_tool_on_the_path_is_used_only_in_the_right_version() {
        let folder = Folder::new("path");
        let toolbox = Toolbox::open(Some(&folder.0.join("tools"))).unwrap();
        let (tool, path) = (Tool::trunk(), folder.0.join("path"));
        let found = || toolbox.find_beside(path.as_os_str(), &tool);
        assert_eq!(found(), None);

        Folder::put(&path.join("trunk"), "0.0.1");
        assert_eq!(found(), None);

        Folder::put(&path.join("trunk"), &tool.version);
        assert_eq!(found(), Some(path.join("trunk")));
    }

    #[test]
    fn the_named_folder_has_the_tool_where_the_path_has_another_version() {
        let folder = Folder::new("named");
        let (tool, path) = (Tool::trunk(), folder.0.join("path"));
        let tools = folder.0.join("tools");
        let ours = tools.join(format!("trunk-{}/bin/trunk", tool.version));
        Folder::put(&path.join("trunk"), "0.0.1");
        Folder::put(&ours, &tool.version);

        let toolbox = Toolbox::open(Some(&tools)).unwrap();

        let found = toolbox.find_beside(path.as_os_str(), &tool);
        assert_eq!(found.as_deref(), Some(ours.as_path()));
        assert_eq!(install::install(&tool, &tools), Ok(ours), "nothing to do");
    }
}
