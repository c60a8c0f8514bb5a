//! The experiment cards of the results on a screen: read, changed, kept, and in step with other tabs.

use std::mem;

use leptos::{prelude::*, task::spawn_local};

use super::{
    persistence::{self, CARDS, KeepingError, Owner},
    workspace::Workspace,
};
use crate::{
    browser::{pause, storage::StorageError},
    codec::{
        calendar,
        fingerprint::of_results,
        record::{self, RecordError},
        tally::Published,
    },
    domain::card::{Card, Cards, Edit, NotTaken},
};

pub use crate::codec::calendar::Event;

/// Which results cards belong to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Whose {
    owner: Owner,
    team: String,
}

impl Whose {
    /// Those of a survey on this device.
    #[must_use]
    pub fn survey(id: &str, published: &Published) -> Self {
        Self {
            owner: Owner::Survey(id.to_owned()),
            team: published.survey.team.clone(),
        }
    }

    /// Those of results that belong to no survey on this device.
    #[must_use]
    pub fn results(published: &Published) -> Self {
        Self {
            owner: Owner::Results(of_results(published)),
            team: published.survey.team.clone(),
        }
    }

    /// Whose records beside results are.
    pub(super) fn owner(&self) -> &Owner {
        &self.owner
    }

    /// The id that everything beside these results is kept under.
    #[must_use]
    pub fn id(&self) -> &str {
        self.owner.id()
    }
}

/// How it stands with what was changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keeping {
    /// Nothing was changed on this page.
    Unchanged,
    /// It is being kept.
    Working,
    /// The storage has acknowledged all of it.
    Kept,
    /// Nothing lasts in this browser: all of it is only on this page.
    OnlyHere,
    /// Not all of it is kept; what is not stays on this page and can be tried again.
    NotKept,
    /// The last change was not taken.
    NotTaken(NotTaken),
}

/// The cards of the results on a screen.
///
/// `Copy`, because it only holds signals.
#[derive(Clone, Copy, Debug)]
pub struct CardBox {
    workspace: Workspace,
    /// As they are with every change of this page; `None` while they are being read.
    cards: RwSignal<Option<Result<Cards, Unread>>>,
    keeping: RwSignal<Keeping>,
    work: StoredValue<Work>,
}

/// What is to be kept.
#[derive(Debug)]
struct Work {
    whose: Whose,
    /// Changes that the storage has not acknowledged yet.
    pending: Vec<Edit>,
    /// Whether some are on their way to it.
    is_keeping: bool,
}

/// Cards that this version cannot read: they stay as they are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unread {
    /// Why.
    pub why: RecordError,
    /// The record.
    pub bytes: Vec<u8>,
}

/// Why cards could not be changed.
#[derive(Clone, Debug)]
enum NotChanged {
    Unread,
    NotTaken(NotTaken),
}

impl CardBox {
    /// The cards of these results, which are read at once, and again whenever another tab has changed them.
    #[must_use]
    pub fn open(workspace: Workspace, whose: Whose) -> Self {
        let this = Self::new(workspace, whose);
        Effect::new(move |_| {
            workspace.beside.track();
            spawn_local(this.look());
        });
        on_cleanup(move || this.leave());
        this
    }

    fn new(workspace: Workspace, whose: Whose) -> Self {
        Self {
            workspace,
            cards: RwSignal::new(None),
            keeping: RwSignal::new(Keeping::Unchanged),
            work: StoredValue::new(Work {
                whose,
                pending: Vec::new(),
                is_keeping: false,
            }),
        }
    }

    /// All cards; none while they are being read, or if they cannot be.
    #[must_use]
    pub fn all(self) -> Vec<Card> {
        self.cards.with(|cards| match cards {
            Some(Ok(cards)) => cards.all().to_vec(),
            Some(Err(_)) | None => Vec::new(),
        })
    }

    /// The card of this number.
    #[must_use]
    pub fn get(self, number: u32) -> Option<Card> {
        self.cards.with(|cards| match cards {
            Some(Ok(cards)) => cards.get(number).cloned(),
            Some(Err(_)) | None => None,
        })
    }

    /// Whether they have been read.
    #[must_use]
    pub fn is_read(self) -> bool {
        self.cards.with(Option::is_some)
    }

    /// What cannot be read, if so.
    #[must_use]
    pub fn unread(self) -> Option<Unread> {
        self.cards.with(|cards| match cards {
            Some(Err(unread)) => Some(unread.clone()),
            Some(Ok(_)) | None => None,
        })
    }

    /// How it stands with what was changed.
    #[must_use]
    pub fn keeping(self) -> Keeping {
        self.keeping.get()
    }

    /// The id that stays a card's own, for calendars.
    #[must_use]
    pub fn uid(self, card: &Card) -> String {
        let number = card.number();
        self.work
            .with_value(|work| format!("{}-{number}@plumbline", work.whose.id()))
    }

    /// Makes a card, and gives its number once it is among the others.
    pub async fn add(self, card: Card) -> Option<u32> {
        // Alone, so that its number is the one that it is kept with.
        while self.work.try_with_value(|work| work.is_keeping) == Some(true) {
            pause::pause().await;
        }
        self.change(Edit::add(card));
        self.keep().await;
        let cards = self.cards.get_untracked()?.ok()?;
        let is_there = !matches!(self.keeping.get_untracked(), Keeping::NotTaken(_));
        is_there.then(|| cards.last())
    }

    /// Changes a card, here at once and in the storage as soon as it can.
    pub fn edit(self, edit: Edit) {
        if self.change(edit) {
            spawn_local(self.keep());
        }
    }

    /// Tries once more to keep what is not kept.
    pub fn try_again(self) {
        spawn_local(self.keep());
    }

    /// Changes it on this page; says whether it was taken.
    fn change(self, edit: Edit) -> bool {
        let changed = self.cards.try_update(|cards| match cards {
            Some(Ok(cards)) => Some(cards.apply(&edit)),
            Some(Err(_)) | None => None,
        });
        match changed.flatten() {
            Some(Ok(())) => {
                self.work.update_value(|work| push(&mut work.pending, edit));
                true
            }
            Some(Err(why)) => {
                self.keeping.set(Keeping::NotTaken(why));
                false
            }
            None => false,
        }
    }

    /// Reads what is kept, unless this page has changed more than that.
    async fn look(self) {
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
    async fn keep(self) {
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

    fn whose(self) -> Option<Whose> {
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
    fn leave(self) {
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

impl Workspace {
    /// The cards that are kept for these results, once; none if there are none or they cannot be read.
    pub async fn cards_kept(self, whose: Whose) -> Vec<Card> {
        self.opened().await;
        let store = self.store.get_value();
        let record = persistence::read_beside(&store, whose.id(), CARDS).await;
        let cards = record.map(|record| read(&whose.team, record.as_deref()));
        match cards {
            Ok(Ok(cards)) => cards.all().to_vec(),
            Ok(Err(_)) | Err(_) => Vec::new(),
        }
    }

    /// Erases what lies beside results which belong to no survey; says whether it is gone.
    pub async fn forget_beside(self, id: String) -> bool {
        let store = self.store.get_value();
        let forgotten: Result<(), StorageError> = persistence::forget_beside(&store, &id).await;
        match forgotten {
            Ok(()) => self.announce().await,
            Err(error) => self.complain(error.into()),
        }
        forgotten.is_ok()
    }
}

/// A day to look again as a calendar file.
#[must_use]
pub fn calendar_file(event: &Event<'_>) -> String {
    calendar::encode(event)
}

/// One more change; what was typed into the same field before is not kept on its own.
fn push(pending: &mut Vec<Edit>, edit: Edit) {
    let is_typed_over = match (pending.last(), &edit) {
        (Some(Edit::Say(before, old, _)), Edit::Say(number, field, _)) => {
            before == number && old == field
        }
        (Some(_) | None, _) => false,
    };
    if is_typed_over {
        pending.pop();
    }
    pending.push(edit);
}

fn read(team: &str, record: Option<&[u8]>) -> Result<Cards, Unread> {
    record.map_or_else(
        || Ok(Cards::none(team)),
        |bytes| {
            record::decode_cards(bytes).map_err(|why| Unread {
                why,
                bytes: bytes.to_vec(),
            })
        },
    )
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

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests;
