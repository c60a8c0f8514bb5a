//! Where tools are kept, and finding the one that suits.

use std::ffi::OsString;
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
        let here = tool.place_in(&self.folder.join(tool.folder_name()));
        run::find_on_path(tool.program)
            .into_iter()
            .chain([here])
            .find(|path| tool.is_usable_at(path))
    }
}
