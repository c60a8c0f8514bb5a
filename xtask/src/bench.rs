//! Measuring: how often ranges hold the truth, and how fast pictures are drawn beside another program's.

use std::fs;
use std::path::Path;
use std::process::Command;

use data_encoding::BASE64;
use sha2::{Digest, Sha512};

use crate::browser::{self, Browser};
use crate::run::{self, Failure, Outcome};
use crate::toolbox::Toolbox;
use crate::{project, site};

/// A package of the npm registry that pictures are measured beside; it is used here only.
struct Peer {
    /// Its folder below `target/peer`.
    folder: &'static str,
    /// Its name and version.
    package: &'static str,
    /// The file that `npm pack` makes of it.
    file: &'static str,
    /// How the registry says that this file hashes.
    integrity: &'static str,
}

const PEERS: [Peer; 2] = [
    Peer {
        folder: "plot",
        package: "@observablehq/plot@0.6.17",
        file: "observablehq-plot-0.6.17.tgz",
        integrity: "sha512-/qaXP/7mc4MUS0s4cPPFASDRjtsWp85/TbfsciqDgU1HwYixbSbbytNuInD8AcTYC3xaxACgVX06agdfQy9W+g==",
    },
    // Plot draws with it.
    Peer {
        folder: "d3",
        package: "d3@7.9.2",
        file: "d3-7.9.2.tgz",
        integrity: "sha512-ZKb/mONPVKzaO5UlcWcwN8bS4ezvQaYu+bsou+XgNABdGC800kwH651ADTbbTxMPHW13UlvbQafdmJQDk1w7Mg==",
    },
];

/// Runs the benchmark of this name.
///
/// # Errors
///
/// Fails if something needed is missing and cannot be installed, or if the benchmark fails.
pub(crate) fn bench(name: &str) -> Outcome {
    if name == "chart" {
        return chart();
    }
    run::run(run::cargo().args(["bench", "--locked", "--bench", name]))
}

// The benchmark is a journey that others pass over.
fn chart() -> Outcome {
    browser::provide(&[Browser::Chromium])?;
    let peers = project::root().join("target").join("peer");
    for peer in PEERS {
        peer.provide(&peers)?;
    }
    site::build(&Toolbox::open(None)?)?;
    let words = "test --locked --test journeys -- --ignored --nocapture how_fast";
    run::run(
        run::cargo()
            .args(words.split(' '))
            .env("PLUMBLINE_BROWSER", Browser::Chromium.name())
            .env("PLUMBLINE_SITE", project::dist())
            .env("PLUMBLINE_PEER", peers),
    )
}

impl Peer {
    /// Unpacks it below `peers`, and fetches it before if it is not there.
    fn provide(&self, peers: &Path) -> Outcome {
        let folder = peers.join(self.folder);
        fs::create_dir_all(&folder).map_err(|cause| Failure::io("make", &folder, &cause))?;
        let packed = peers.join(self.file);
        if !packed.is_file() {
            self.fetch(peers)?;
        }
        self.check(&packed)?;
        let mut tar = Command::new("tar");
        tar.arg("-xzf").arg(&packed).arg("-C").arg(&folder);
        run::run(tar.args(["--strip-components", "1"]))
    }

    fn fetch(&self, peers: &Path) -> Outcome {
        if run::find_on_path("npm").is_none() {
            return Err(Failure::new(
                "This benchmark needs npm, to fetch what it measures beside.",
            ));
        }
        let mut npm = Command::new("npm");
        npm.args(["pack", "--silent", self.package, "--pack-destination"]);
        run::run(npm.arg(peers))
    }

    fn check(&self, packed: &Path) -> Outcome {
        let bytes = fs::read(packed).map_err(|cause| Failure::io("read", packed, &cause))?;
        let found = format!("sha512-{}", BASE64.encode(&Sha512::digest(bytes)));
        if found == self.integrity {
            return Ok(());
        }
        Err(Failure::new(format!(
            "{} is not {}: it hashes to {found}. Remove it and try again.",
            packed.display(),
            self.package
        )))
    }
}
