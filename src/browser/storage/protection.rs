//! The browser's promise not to clear up.

use crate::browser::window::{lacks, window};
use wasm_bindgen_futures::JsFuture;

/// Asks the browser never to clear this page's records by itself, and tells whether it promised.
///
/// Firefox asks the person, and this waits for the answer, if need be for ever: ask when there is something worth
/// keeping, and hold nothing up for it. The promise does not hold against a person who clears the browser: a backup file
/// does.
pub async fn protect() -> bool {
    let Some(window) = window() else { return false };
    let keeper = window.navigator().storage();
    if keeper.is_undefined() || lacks(&keeper, "persist") {
        return false;
    }
    let Ok(asked) = keeper.persist() else {
        return false;
    };
    JsFuture::from(asked)
        .await
        .is_ok_and(|promised| promised.is_truthy())
}
