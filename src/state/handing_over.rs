//! A file that was brought to one document of the site, on its way to the one that shows it.

use leptos::prelude::GetValue;

use super::{OpeningError, ReadError, workspace::Workspace};
use crate::browser::{
    session,
    storage::{Change, Shelf},
};

/// Where it waits; no survey has such an id.
const PLACE: &str = "brought";
/// What a tab holds it by.
const TAB: &str = "plumbline/opened";

impl Workspace {
    /// Leaves a file for the document that is gone to next.
    ///
    /// Where nothing can be kept it is not there; that document then asks for the file itself.
    pub async fn hand_over(self, file: Vec<u8>) {
        let change = Change {
            put: vec![(Shelf::Tallies, PLACE.to_owned(), file)],
            ..Change::default()
        };
        self.opened().await;
        // A file that did not fit is picked once more, from where it still is.
        let _ = self.store.get_value().change(change).await;
    }

    /// Takes the file that another document has left, once.
    pub async fn take_over(self) -> Option<Vec<u8>> {
        self.opened().await;
        let store = self.store.get_value();
        let file = store.read(Shelf::Tallies, PLACE).await.ok().flatten()?;
        let change = Change {
            delete: vec![(Shelf::Tallies, PLACE.to_owned())],
            ..Change::default()
        };
        // If it stays it is shown once more, until the next one comes.
        let _ = store.change(change).await;
        Some(file)
    }

    /// The same, and once more whenever this tab loads the page again or opens a window beside it; gone with the tab.
    pub async fn take_over_for_tab(self) -> Option<Vec<u8>> {
        let Some(file) = self.take_over().await else {
            return session::load(TAB).map(String::into_bytes);
        };
        hold(&file);
        Some(file)
    }

    /// Takes the results of a file that was brought, for as long as [`Self::take_over_for_tab`] does.
    ///
    /// # Errors
    ///
    /// Says why there are none; what was brought before stays.
    pub fn bring_for_tab(self, file: Result<Vec<u8>, ReadError>) -> Result<(), OpeningError> {
        let held = file.clone();
        self.bring(file)?;
        if let Ok(file) = held {
            hold(&file);
        }
        Ok(())
    }
}

/// Holds a file for this tab. One that is no text, or has no room, is picked once more after a reload.
fn hold(file: &[u8]) {
    if let Ok(text) = str::from_utf8(file) {
        let _ = session::save(TAB, text);
    }
}

#[cfg(test)]
mod tests {
    use leptos::prelude::Owner;

    use super::*;
    use crate::browser::storage::now::now;

    #[test]
    fn a_file_is_taken_over_once() {
        let owner = Owner::new();
        owner.set();
        let workspace = Workspace::new();
        now(workspace.open());
        assert_eq!(now(workspace.take_over()), None);
        now(workspace.hand_over(vec![1, 2, 3]));
        now(workspace.hand_over(vec![4]));
        assert_eq!(now(workspace.take_over()), Some(vec![4]));
        assert_eq!(now(workspace.take_over()), None);
    }
}
