//! The browser's drawer in memory, for tests outside a browser.

use std::{cell::RefCell, collections::BTreeMap};

use super::KeepError;

thread_local! {
    static DRAWER: RefCell<Option<Drawer>> = const { RefCell::new(None) };
}

/// What is kept, and how much of it there may be.
#[derive(Default)]
struct Drawer {
    texts: BTreeMap<String, String>,
    is_full: bool,
}

/// Gives this thread an empty drawer; without one, keeping is forbidden.
pub fn provide() {
    DRAWER.set(Some(Drawer::default()));
}

/// From now on there is room for nothing more, or for everything again.
pub fn set_full(is_full: bool) {
    DRAWER.with_borrow_mut(|drawer| {
        if let Some(drawer) = drawer {
            drawer.is_full = is_full;
        }
    });
}

pub(super) fn load(key: &str) -> Option<Result<Option<String>, KeepError>> {
    with(|drawer| Ok(drawer.texts.get(key).cloned()))
}

pub(super) fn save(key: &str, text: &str) -> Option<Result<(), KeepError>> {
    with(|drawer| {
        if drawer.is_full {
            return Err(KeepError::Full);
        }
        drawer.texts.insert(key.to_owned(), text.to_owned());
        Ok(())
    })
}

pub(super) fn erase(key: &str) -> Option<Result<(), KeepError>> {
    with(|drawer| {
        drawer.texts.remove(key);
        Ok(())
    })
}

pub(super) fn keys(prefix: &str) -> Option<Result<Vec<String>, KeepError>> {
    with(|drawer| {
        let keys = drawer.texts.keys();
        let keys = keys.filter(|key| key.starts_with(prefix)).cloned();
        Ok(keys.collect())
    })
}

fn with<T>(
    change: impl FnOnce(&mut Drawer) -> Result<T, KeepError>,
) -> Option<Result<T, KeepError>> {
    DRAWER.with_borrow_mut(|drawer| drawer.as_mut().map(change))
}
