//! The experiment cards of the results on a screen: read, changed, kept, and in step with other tabs.

mod keeping;
mod whose;

use leptos::{prelude::*, task::spawn_local};

use super::{
    persistence::{self, CARDS},
    workspace::Workspace,
};
use crate::{
    browser::{pause, storage::StorageError},
    codec::{
        calendar,
        record::{self, RecordError},
    },
    domain::card::{Card, Cards, Edit, NotTaken},
};

pub use crate::codec::calendar::Event;
pub use whose::Whose;

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

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests;
