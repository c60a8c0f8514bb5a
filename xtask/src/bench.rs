//! Measuring: how often ranges hold the truth, how fast pictures are drawn and how soon a question can be answered beside
//! other programs.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use data_encoding::BASE64;
use sha2::{Digest, Sha512};

use crate::browser::{self, Browser};
use crate::run::{self, Failure, Outcome};
use crate::toolbox::Toolbox;
use crate::{project, site, sizes};

/// A package of the npm registry that the page is measured beside; it is used here only.
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

/// What pictures are measured beside.
const DRAWING: [Peer; 2] = [
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

/// What answering is measured beside.
const ASKING: [Peer; 2] = [
    Peer {
        folder: "survey-core",
        package: "survey-core@2.5.38",
        file: "survey-core-2.5.38.tgz",
        integrity: "sha512-uI/5ocM08K3LKCa6M1njs8YbRuuF/4vxfAFwyo0RaImoAVdGKkayxt2gNqapTOb0qwYX6OFdDTkEqSMgjYsW8g==",
    },
    Peer {
        folder: "survey-js-ui",
        package: "survey-js-ui@2.5.38",
        file: "survey-js-ui-2.5.38.tgz",
        integrity: "sha512-BZ+zQlt/PvR76MgD0lrlD2rZjOoQ78Qt1mdpxpHngVufD6sJUTI3xGOJGiYYLxVh328YtU06TO8vbhXxpDbz5w==",
    },
];

/// Its files, and the page that asks 18 questions with them.
const ASKED_WITH: [&str; 4] = [
    "target/peer/survey-core/survey.core.min.js",
    "target/peer/survey-core/survey-core.min.css",
    "target/peer/survey-js-ui/survey-js-ui.min.js",
    "tests/bench/load-peer.html",
];

/// The name of that page beside the site's own.
const PEER_PAGE: &str = "peer.html";

/// Runs the benchmark of this name.
///
/// # Errors
///
/// Fails if something needed is missing and cannot be installed, or if the benchmark fails.
pub(crate) fn bench(name: &str) -> Outcome {
    match name {
        "chart" => chart(),
        "load" => load(),
        _ => run::run(run::cargo().args(["bench", "--locked", "--bench", name])),
    }
}

fn chart() -> Outcome {
    provide(&DRAWING)?;
    journey("how_fast", &project::dist())
}

fn load() -> Outcome {
    provide(&ASKING)?;
    journey("how_soon", &as_hosts_send_it()?)
}

fn peers() -> PathBuf {
    project::root().join("target").join("peer")
}

fn provide(needed: &[Peer]) -> Outcome {
    browser::provide(&[Browser::Chromium])?;
    for peer in needed {
        peer.provide(&peers())?;
    }
    site::build(&Toolbox::open(None)?)
}

// Such a benchmark is a journey that others pass over.
fn journey(name: &str, site: &Path) -> Outcome {
    let words = "test --locked --test journeys -- --ignored --nocapture";
    run::run(
        run::cargo()
            .args(words.split(' '))
            .arg(name)
            .env("PLUMBLINE_BROWSER", Browser::Chromium.name())
            .env("PLUMBLINE_SITE", site)
            .env("PLUMBLINE_PEER", peers()),
    )
}

// The site and its peer in a folder of their own, each file with its compressed twin.
fn as_hosts_send_it() -> Outcome<PathBuf> {
    let folder = project::root().join("target").join("load");
    // What an earlier build left would be served too.
    if folder.exists() {
        fs::remove_dir_all(&folder).map_err(|cause| Failure::io("empty", &folder, &cause))?;
    }
    fs::create_dir_all(&folder).map_err(|cause| Failure::io("make", &folder, &cause))?;
    let dist = project::dist();
    let files = fs::read_dir(&dist).map_err(|cause| Failure::io("read", &dist, &cause))?;
    let mut files: Vec<PathBuf> = files.flatten().map(|entry| entry.path()).collect();
    files.extend(ASKED_WITH.map(|file| project::root().join(file)));
    for file in files {
        let name = match file.file_name().and_then(|name| name.to_str()) {
            Some("load-peer.html") => PEER_PAGE,
            Some(name) => name,
            None => continue,
        };
        put_with_twin(&file, &folder.join(name))?;
    }
    Ok(folder)
}

fn put_with_twin(file: &Path, to: &Path) -> Outcome {
    let content = fs::read(file).map_err(|cause| Failure::io("read", file, &cause))?;
    let packed = sizes::brotli(&content).map_err(|cause| Failure::io("compress", file, &cause))?;
    let twin = PathBuf::from(format!("{}.br", to.display()));
    fs::write(to, &content).map_err(|cause| Failure::io("write", to, &cause))?;
    fs::write(&twin, packed).map_err(|cause| Failure::io("write", &twin, &cause))
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
