//! A profile of Firefox that has been opened once, on no page at all.
//!
//! A browser on a copy of it starts in less than half the time: what Firefox makes of its own parts at the first start is
//! there already. There are some two hundred starts in one run of all journeys.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use tokio::sync::OnceCell;

use crate::{
    browser::Browser,
    engine::{Engine, Theme, profile},
};

/// The one that all journeys of a run copy.
static WARM: OnceCell<PathBuf> = OnceCell::const_new();

/// Lays a copy into the home of a browser that has not started yet.
pub(crate) async fn furnish(home: &Path) {
    let warm = WARM.get_or_init(warm_up).await;
    copy(warm, &profile(home)).expect("a profile can be copied");
}

async fn warm_up() -> PathBuf {
    let kept = Path::new(env!("CARGO_TARGET_TMPDIR")).join("firefox");
    // What an earlier run has left is of another version, perhaps.
    let _ = fs::remove_dir_all(&kept);
    let first = Browser::start_cold(Engine::Firefox, "nobody", Theme::Light, None).await;
    first.quit().await;
    copy(&first.profile(), &kept).expect("a profile can be kept");
    kept
}

fn copy(from: &Path, to: &Path) -> io::Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let (kind, target) = (entry.file_type()?, to.join(entry.file_name()));
        if kind.is_dir() {
            copy(&entry.path(), &target)?;
        } else if kind.is_file() {
            // Links are locks of a browser that runs.
            fs::copy(entry.path(), target)?;
        }
    }
    Ok(())
}
