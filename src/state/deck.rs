//! The slides of the results on a screen: what was changed about them, kept and in step with other windows, and the line
//! on which the windows of one deck tell each other what is shown.

mod line;

use std::mem;

use leptos::{prelude::*, task::spawn_local};

use super::{
    cards::{Keeping, Whose},
    persistence::{self, DECK},
    workspace::Workspace,
};
use crate::{
    codec::record::{self, RecordError},
    domain::deck::{Edit, Edits},
};

pub use crate::codec::pose::Told;
pub use line::Line;

/// What was changed about the slides of the results on a screen.
///
/// `Copy`, because it only holds signals.
#[derive(Clone, Copy, Debug)]
pub struct DeckBox {
    workspace: Workspace,
    whose: StoredValue<Whose>,
    /// With every change of this page; `None` while it is being read.
    edits: RwSignal<Option<Edits>>,
    /// What is kept cannot be read by this version, and stays as it is.
    is_unreadable: RwSignal<bool>,
    keeping: RwSignal<Keeping>,
    /// Changes that the storage has not acknowledged yet.
    pending: StoredValue<Vec<Edit>>,
    is_keeping: StoredValue<bool>,
}

impl DeckBox {
    /// What was changed about the slides of these results: read at once, and again whenever another window has changed it.
    #[must_use]
    pub fn open(workspace: Workspace, whose: Whose) -> Self {
        let this = Self::new(workspace, whose);
        Effect::new(move |_| {
            workspace.beside.track();
            spawn_local(this.look());
        });
        this
    }

    fn new(workspace: Workspace, whose: Whose) -> Self {
        Self {
            workspace,
            whose: StoredValue::new(whose),
            edits: RwSignal::new(None),
            is_unreadable: RwSignal::new(false),
            keeping: RwSignal::new(Keeping::Unchanged),
            pending: StoredValue::new(Vec::new()),
            is_keeping: StoredValue::new(false),
        }
    }

    /// What was changed; `None` while it is being read.
    #[must_use]
    pub fn edits(self) -> Option<Edits> {
        self.edits.get()
    }

    /// How it stands with what was changed on this page.
    #[must_use]
    pub fn keeping(self) -> Keeping {
        self.keeping.get()
    }

    /// Whether what is kept cannot be read by this version.
    #[must_use]
    pub fn is_unreadable(self) -> bool {
        self.is_unreadable.get()
    }

    /// Makes a change, here at once and in the storage as soon as it can.
    pub fn apply(self, edit: Edit) {
        if self.change(edit) {
            spawn_local(self.keep());
        }
    }

    /// Changes it on this page; says whether there is something to keep.
    fn change(self, edit: Edit) -> bool {
        self.edits
            .update(|edits| edits.get_or_insert_default().apply(&edit));
        if self.is_unreadable.get_untracked() {
            self.keeping.set(Keeping::OnlyHere);
            return false;
        }
        self.pending.update_value(|pending| push(pending, edit));
        true
    }

    async fn look(self) {
        self.workspace.opened().await;
        let Some(whose) = self.whose.try_get_value() else {
            return;
        };
        let store = self.workspace.store.get_value();
        let record = persistence::read_beside(&store, whose.id(), DECK).await;
        let is_behind = self.is_keeping.try_get_value() != Some(false)
            || self.pending.try_with_value(Vec::is_empty) != Some(true);
        if is_behind {
            return;
        }
        match record.map(|record| read(record.as_deref())) {
            Ok(Ok(edits)) => self.show(edits),
            Ok(Err(_)) => {
                let _ = self.is_unreadable.try_set(true);
                let seen = self.edits.try_get_untracked().flatten();
                self.show(seen.unwrap_or_default());
            }
            Err(error) => {
                self.show(Edits::default());
                self.workspace.complain(error.into());
            }
        }
    }

    fn show(self, edits: Edits) {
        let edits = Some(edits);
        if self.edits.try_get_untracked() != Some(edits.clone()) {
            self.edits.try_set(edits);
        }
    }

    /// Keeps what is pending, and what comes meanwhile; it goes on if the screen goes away.
    async fn keep(self) {
        if self.is_keeping.try_get_value() != Some(false) {
            return;
        }
        let _ = self.is_keeping.try_set_value(true);
        let whose = self.whose.try_get_value();
        while let (Some(whose), Some(edits)) = (&whose, self.next()) {
            let _ = self.keeping.try_set(Keeping::Working);
            let store = self.workspace.store.get_value();
            let change = |here: Option<&[u8]>| changed(here, &edits);
            let kept = persistence::change_beside(&store, whose.owner(), DECK, change).await;
            let keeping = match kept {
                Ok(Ok(_)) => {
                    self.workspace.announce_beside();
                    if self.workspace.is_lasting() {
                        Keeping::Kept
                    } else {
                        Keeping::OnlyHere
                    }
                }
                Ok(Err(_)) => {
                    let _ = self.is_unreadable.try_set(true);
                    Keeping::OnlyHere
                }
                Err(error) => {
                    self.workspace.complain(error);
                    Keeping::NotKept
                }
            };
            let _ = self.keeping.try_set(keeping);
        }
        let _ = self.is_keeping.try_set_value(false);
    }

    /// What is to be kept next; nothing once all is kept.
    fn next(self) -> Option<Vec<Edit>> {
        let edits = self.pending.try_update_value(mem::take)?;
        (!edits.is_empty()).then_some(edits)
    }
}

/// One more change; what was typed into the same field before is not kept on its own.
fn push(pending: &mut Vec<Edit>, edit: Edit) {
    let is_typed_over = match (pending.last(), &edit) {
        (Some(Edit::Title(before, _)), Edit::Title(key, _))
        | (Some(Edit::Notes(before, _)), Edit::Notes(key, _)) => before == key,
        (Some(_) | None, _) => false,
    };
    if is_typed_over {
        pending.pop();
    }
    pending.push(edit);
}

fn read(record: Option<&[u8]>) -> Result<Edits, RecordError> {
    record.map_or_else(|| Ok(Edits::default()), record::decode_deck)
}

/// What is kept with these changes.
fn changed(here: Option<&[u8]>, edits: &[Edit]) -> Result<Vec<u8>, RecordError> {
    let mut kept = read(here)?;
    for edit in edits {
        kept.apply(edit);
    }
    Ok(record::encode_deck(&kept))
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests;
