//! What Firefox makes of its own parts at its first start, made once for all journeys of a run.
//!
//! With it in a new profile a start takes two thirds of the time (2.9 instead of 4.6 seconds of processor). Nothing that a
//! page could keep is among it: its storage is laid out anew in every profile.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use tokio::sync::OnceCell;

use crate::{
    browser::Browser,
    engine::{Engine, Wish, profile},
};

/// What is taken over: its compiled scripts, which of its parts there are, and of which version they are.
const PARTS: [&str; 4] = [
    "startupCache",
    "addonStartup.json.lz4",
    "extensions.json",
    "compatibility.ini",
];

/// Where it lies.
static WARM: OnceCell<PathBuf> = OnceCell::const_new();

/// Lays it into the home of a browser that has not started yet.
pub(crate) async fn furnish(home: &Path) {
    let warm = WARM.get_or_init(warm_up).await;
    copy(warm, &profile(home)).expect("a new profile can be written to");
}

async fn warm_up() -> PathBuf {
    let kept = Path::new(env!("CARGO_TARGET_TMPDIR")).join("firefox");
    // What an earlier run has left is of another version, perhaps.
    let _ = fs::remove_dir_all(&kept);
    fs::create_dir_all(&kept).expect("target can be written to");
    let first = Browser::start_cold(Engine::Firefox, "nobody", Wish::Light, None).await;
    first.quit().await;
    for part in PARTS {
        let (from, to) = (first.profile().join(part), kept.join(part));
        let copied = if from.is_dir() {
            copy(&from, &to)
        } else {
            fs::copy(from, to).map(drop)
        };
        // A Firefox that makes no such part starts as it is.
        drop(copied);
    }
    kept
}

fn copy(from: &Path, to: &Path) -> io::Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy(&entry.path(), &target)?;
        } else {
            fs::copy(entry.path(), target)?;
        }
    }
    Ok(())
}
