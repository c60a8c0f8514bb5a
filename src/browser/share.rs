//! The share sheet of the device.

use super::window::{is_called, lacks, window};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Navigator, ShareData};

/// How sharing ended without a failure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shared {
    /// The person chose where it goes.
    Done,
    /// The person closed the share sheet.
    Cancelled,
}

/// The device did not let the page share.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("sharing was refused")]
pub struct Refused;

/// Whether there is a share sheet, as on phones.
#[must_use]
pub fn can_share() -> bool {
    sharing_navigator().is_some()
}

/// Opens the share sheet with a text and perhaps a link.
///
/// To be called at once on the person's click: browsers refuse it later.
///
/// # Errors
///
/// Returns [`Refused`] if there is no share sheet or it does not take this.
pub async fn share(title: &str, text: &str, url: Option<&str>) -> Result<Shared, Refused> {
    let navigator = sharing_navigator().ok_or(Refused)?;
    let shared = ShareData::new();
    shared.set_title(title);
    shared.set_text(text);
    if let Some(url) = url {
        shared.set_url(url);
    }
    match JsFuture::from(navigator.share_with_data(&shared)).await {
        Ok(_) => Ok(Shared::Done),
        Err(thrown) if is_called(&thrown, "AbortError") => Ok(Shared::Cancelled),
        Err(_) => Err(Refused),
    }
}

fn sharing_navigator() -> Option<Navigator> {
    let navigator = window()?.navigator();
    (!lacks(&navigator, "share")).then_some(navigator)
}
