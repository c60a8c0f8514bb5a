//! Whether the browser may throw away what this site keeps.

use wasm_bindgen_futures::JsFuture;
use web_sys::StorageManager;

use super::window::{lacks, window};

/// What the browser says about keeping.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Promise {
    /// It keeps everything until the person erases it.
    Keeps,
    /// It may make room by throwing everything away.
    MayDrop,
    /// It does not say.
    Unknown,
}

/// What the browser says now.
pub async fn promise() -> Promise {
    let Some(manager) = manager() else {
        return Promise::Unknown;
    };
    answered(manager.persisted().ok()).await
}

/// Asks the browser to keep everything. Some ask the person, some decide by themselves.
pub async fn ask() -> Promise {
    let Some(manager) = manager() else {
        return Promise::Unknown;
    };
    answered(manager.persist().ok()).await
}

async fn answered(promise: Option<js_sys::Promise>) -> Promise {
    let Some(promise) = promise else {
        return Promise::Unknown;
    };
    match JsFuture::from(promise)
        .await
        .map(|is_kept| is_kept.as_bool())
    {
        Ok(Some(true)) => Promise::Keeps,
        Ok(Some(false)) => Promise::MayDrop,
        Ok(None) | Err(_) => Promise::Unknown,
    }
}

// Only pages with a safe address have one.
fn manager() -> Option<StorageManager> {
    let navigator = window()?.navigator();
    (!lacks(&navigator, "storage")).then(|| navigator.storage())
}
