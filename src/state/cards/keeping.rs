//! Cards on their way into the storage, and back from it.

use std::mem;

use leptos::{prelude::*, task::spawn_local};

use super::{CardBox, Keeping, Unread, Whose, Work, read};
use crate::{
    codec::record,
    domain::card::{Cards, Edit, NotTaken},
    state::persistence::{self, CARDS, KeepingError},
};

/// Why cards could not be changed.
#[derive(Clone, Debug)]
enum NotChanged {
    Unread,
    NotTaken(NotTaken),
}

impl CardBox {
    /// Reads what is kept, unless this page has changed more than that.
    pub(super) async fn look(self) {
        self.workspace.opened().await;
        let Some(whose) = self.whose() else {
            return;
        };
        let store = self.workspace.store.get_value();
        let record = persistence::read_beside(&store, whose.id(), CARDS).await;
        let is_done = |work: &Work| !work.is_keeping && work.pending.is_empty();
        if self.work.try_with_value(is_done) != Some(true) {
            return;
        }
        match record {
            Ok(record) => self.show(read(&whose.team, record.as_deref())),
            Err(error) => self.complain(error.into()),
        }
    }

    fn show(self, cards: Result<Cards, Unread>) {
        if self.cards.try_get_untracked() != Some(Some(cards.clone())) {
            self.cards.try_set(Some(cards));
        }
    }

    /// Keeps what is pending, and what comes meanwhile.
    pub(super) async fn keep(self) {
        let begins = |work: &mut Work| !mem::replace(&mut work.is_keeping, true);
        if self.work.try_update_value(begins) != Some(true) {
            return;
        }
        while let Some(edits) = self.next() {
            let _ = self.keeping.try_set(Keeping::Working);
            if !self.keep_these(edits).await {
                break;
            }
        }
        let _ = self.work.try_update_value(|work| work.is_keeping = false);
    }

    pub(super) fn whose(self) -> Option<Whose> {
        self.work.try_with_value(|work| work.whose.clone())
    }

    fn take(self) -> Option<Vec<Edit>> {
        self.work
            .try_update_value(|work| mem::take(&mut work.pending))
    }

    /// What is to be kept next; nothing once the screen is gone or all is kept.
    fn next(self) -> Option<Vec<Edit>> {
        let edits = self.take()?;
        (!edits.is_empty()).then_some(edits)
    }

    async fn keep_these(self, edits: Vec<Edit>) -> bool {
        let Some(whose) = self.whose() else {
            return false;
        };
        let store = self.workspace.store.get_value();
        let change = |here: Option<&[u8]>| changed(&whose.team, here, &edits);
        let kept = persistence::change_beside(&store, &whose.owner, CARDS, change).await;
        match kept {
            Ok(Ok(bytes)) => {
                self.workspace.announce_beside();
                self.kept(read(&whose.team, Some(&bytes)));
                true
            }
            Ok(Err(NotChanged::NotTaken(why))) => {
                // Other tabs have left no room for it: this page shows what is kept.
                let _ = self.keeping.try_set(Keeping::NotTaken(why));
                self.reread(&whose).await;
                false
            }
            Ok(Err(NotChanged::Unread)) => {
                self.reread(&whose).await;
                false
            }
            Err(error) => {
                let _ = self.work.try_update_value(|work| {
                    let later = mem::replace(&mut work.pending, edits);
                    work.pending.extend(later);
                });
                self.complain(error);
                false
            }
        }
    }

    /// Shows what was kept, with what was changed meanwhile.
    fn kept(self, cards: Result<Cards, Unread>) {
        let pending = self.work.try_with_value(|work| work.pending.clone());
        let pending = pending.unwrap_or_default();
        let cards = cards.map(|mut cards| {
            for edit in &pending {
                // What is no longer possible is told when it is to be kept.
                let _ = cards.apply(edit);
            }
            cards
        });
        self.show(cards);
        let keeping = match (pending.is_empty(), self.workspace.is_lasting()) {
            (false, _) => Keeping::Working,
            (true, true) => Keeping::Kept,
            (true, false) => Keeping::OnlyHere,
        };
        let _ = self.keeping.try_set(keeping);
    }

    /// The screen goes away: what is not kept yet is kept without it.
    pub(super) fn leave(self) {
        let edits = self.take().unwrap_or_default();
        let whose = self.whose();
        let Some(whose) = whose.filter(|_| !edits.is_empty()) else {
            return;
        };
        let workspace = self.workspace;
        spawn_local(async move {
            let store = workspace.store.get_value();
            let change = |here: Option<&[u8]>| changed(&whose.team, here, &edits);
            match persistence::change_beside(&store, &whose.owner, CARDS, change).await {
                Ok(_) => workspace.announce_beside(),
                Err(error) => workspace.complain(error),
            }
        });
    }

    async fn reread(self, whose: &Whose) {
        let store = self.workspace.store.get_value();
        if let Ok(record) = persistence::read_beside(&store, whose.id(), CARDS).await {
            self.show(read(&whose.team, record.as_deref()));
        }
    }

    fn complain(self, error: KeepingError) {
        let _ = self.keeping.try_set(Keeping::NotKept);
        self.workspace.complain(error);
    }
}

fn changed(team: &str, here: Option<&[u8]>, edits: &[Edit]) -> Result<Vec<u8>, NotChanged> {
    let mut cards = read(team, here).map_err(|_| NotChanged::Unread)?;
    for edit in edits {
        match cards.apply(edit) {
            // Another tab has thrown the card away.
            Ok(()) | Err(NotTaken::Gone) => {}
            Err(why) => return Err(NotChanged::NotTaken(why)),
        }
    }
    Ok(record::encode_cards(&cards))
}
