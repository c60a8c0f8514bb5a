//! The one shared state.

use std::{
    future::poll_fn,
    mem,
    task::{Poll, Waker},
};

use leptos::prelude::*;

use super::{
    persistence::{self, Held, KeepingError},
    sitting::Sitting,
};
use crate::{
    browser::{
        channel::Channel,
        kept::KeepError,
        page,
        storage::{StorageError, StorageProblem, Store},
    },
    codec::tally::Published,
    domain::receipt::Receipt,
};

/// The name of the line between tabs.
const CHANNEL: &str = "plumbline";
/// What is said on it when a survey has changed, and when only something beside results has.
const CHANGED: &str = "changed";
const BESIDE: &str = "beside";

/// The one shared state, handed to every component by context.
///
/// `Copy`, because it only holds signals. All changes go through its methods: those of the organiser in
/// `organiser.rs`, those of a respondent in `respondent.rs`.
#[derive(Clone, Copy, Debug)]
pub struct Workspace {
    pub(super) store: StoredValue<Store, LocalStorage>,
    pub(super) channel: StoredValue<Option<Channel>, LocalStorage>,
    pub(super) surveys: RwSignal<Vec<(String, Held)>>,
    pub(super) sitting: RwSignal<Option<Sitting>>,
    /// Notified when another tab has gone on with the sheet of this one.
    pub(super) overtaken: RwSignal<()>,
    pub(super) receipt: RwSignal<Option<Receipt>>,
    pub(super) is_screen_refused: RwSignal<bool>,
    pub(super) brought: RwSignal<Option<Published>>,
    pub(super) trouble: RwSignal<Option<Trouble>>,
    /// Notified when another tab has changed what lies beside results.
    pub(super) beside: RwSignal<()>,
    unreadable: RwSignal<usize>,
    ready: RwSignal<bool>,
    pub(super) is_opening: StoredValue<bool, LocalStorage>,
    /// Who waits until it is ready.
    waiting: StoredValue<Vec<Waker>, LocalStorage>,
}

/// What the person must know at the top of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// Nothing can be kept in this browser.
    Forbidden,
    /// A newer version has stored here.
    Newer,
    /// The storage does not open.
    Broken,
    /// There is no room.
    Full,
    /// The last change was not kept.
    NotKept,
}

impl From<StorageError> for Trouble {
    fn from(error: StorageError) -> Self {
        match error {
            StorageError::Full => Self::Full,
            StorageError::Forbidden => Self::Forbidden,
            StorageError::Changed | StorageError::Failed => Self::NotKept,
        }
    }
}

impl From<StorageProblem> for Trouble {
    fn from(problem: StorageProblem) -> Self {
        match problem {
            StorageProblem::Forbidden => Self::Forbidden,
            StorageProblem::Newer => Self::Newer,
            StorageProblem::Broken => Self::Broken,
        }
    }
}

impl From<KeepError> for Trouble {
    fn from(error: KeepError) -> Self {
        match error {
            KeepError::Forbidden => Self::Forbidden,
            KeepError::Full => Self::Full,
        }
    }
}

impl Workspace {
    /// A workspace that keeps nothing yet; [`open`](Self::open) brings back what is stored.
    #[must_use]
    pub fn new() -> Self {
        Self {
            store: StoredValue::new_local(Store::in_memory()),
            channel: StoredValue::new_local(None),
            surveys: RwSignal::default(),
            sitting: RwSignal::default(),
            overtaken: RwSignal::default(),
            receipt: RwSignal::default(),
            is_screen_refused: RwSignal::default(),
            brought: RwSignal::default(),
            trouble: RwSignal::default(),
            beside: RwSignal::default(),
            unreadable: RwSignal::default(),
            ready: RwSignal::default(),
            is_opening: StoredValue::new_local(false),
            waiting: StoredValue::new_local(Vec::new()),
        }
    }

    /// The workspace of this page.
    ///
    /// # Panics
    ///
    /// Outside of the app's components.
    #[must_use]
    pub fn expect() -> Self {
        expect_context()
    }

    /// Brings back what this browser holds, and listens to other tabs from now on.
    pub async fn open(self) {
        let opened = Store::open().await;
        if let Some(problem) = opened.problem {
            self.trouble.set(Some(problem.into()));
        }
        self.store.set_value(opened.store);
        // Sheets of respondents are kept by the other document.
        page::on_return(move || self.sitting.notify());
        let hear = move |what: String| {
            self.beside.notify();
            if what != BESIDE {
                leptos::task::spawn_local(self.refresh());
            }
        };
        self.channel.set_value(Channel::open(CHANNEL, hear));
        self.refresh().await;
        self.ready.set(true);
        let waiting = self.waiting.try_update_value(mem::take);
        waiting.into_iter().flatten().for_each(Waker::wake);
    }

    /// Waits until [`open`](Self::open) is done: what is kept before that would be lost when the store is there.
    pub(super) async fn opened(self) {
        poll_fn(|context| {
            if self.ready.get_untracked() {
                return Poll::Ready(());
            }
            let waker = context.waker().clone();
            self.waiting.update_value(|waiting| waiting.push(waker));
            Poll::Pending
        })
        .await;
    }

    /// Reads everything anew: this or another tab has changed it.
    pub(super) async fn refresh(self) {
        let store = self.store.get_value();
        match persistence::load(&store).await {
            Ok((surveys, unreadable)) => {
                self.surveys.set(surveys);
                self.unreadable.set(unreadable);
            }
            Err(error) => self.trouble.set(Some(error.into())),
        }
    }

    /// A change was kept: tells other tabs to read anew, and does so here.
    pub(super) async fn announce(self) {
        self.spread();
        self.refresh().await;
    }

    /// A change was kept, and more of it may follow: tells other tabs to read anew.
    pub(super) fn spread(self) {
        self.has_kept();
        self.tell(CHANGED);
    }

    /// A change beside results was kept: tells other tabs to read that anew.
    pub(super) fn announce_beside(self) {
        self.has_kept();
        self.tell(BESIDE);
    }

    /// Whoever calls this is called again when another window has changed what lies beside results.
    pub fn track_beside(self) {
        self.beside.track();
    }

    fn tell(self, what: &str) {
        self.channel.with_value(|channel| {
            if let Some(channel) = channel {
                channel.tell(what);
            }
        });
    }

    /// Says at the top of the page that something was not kept.
    pub(super) fn complain(self, error: KeepingError) {
        if let KeepingError::Storage(error) = error {
            self.trouble.set(Some(error.into()));
        }
    }

    /// Announces a survey that was kept, or says that it was not.
    pub(super) async fn told(self, kept: Result<String, StorageError>) -> Option<String> {
        match kept {
            Ok(id) => {
                self.announce().await;
                Some(id)
            }
            Err(error) => {
                self.complain(error.into());
                None
            }
        }
    }

    /// Takes back that the last change was not kept: this one was.
    pub(super) fn has_kept(self) {
        let is_past = |trouble| matches!(trouble, Some(Trouble::Full | Trouble::NotKept));
        if is_past(self.trouble.get_untracked()) {
            self.trouble.set(None);
        }
    }

    /// Whether what this browser holds has been read.
    #[must_use]
    pub fn is_ready(self) -> bool {
        self.ready.get()
    }

    /// Whether other documents of the site find what this one keeps.
    #[must_use]
    pub fn is_lasting(self) -> bool {
        self.store.with_value(Store::is_lasting)
    }

    /// What must be said at the top of the page.
    #[must_use]
    pub fn trouble(self) -> Option<Trouble> {
        self.trouble.get()
    }

    /// How many surveys on this device could not be read.
    #[must_use]
    pub fn unreadable(self) -> usize {
        self.unreadable.get()
    }

    /// The survey of this id as this device holds it.
    #[must_use]
    pub fn held(self, id: &str) -> Option<Held> {
        self.surveys.with(|surveys| {
            let (_, held) = surveys.iter().find(|(held_id, _)| held_id == id)?;
            Some(held.clone())
        })
    }

    /// All surveys on this device, by id.
    #[must_use]
    pub fn all_held(self) -> Vec<(String, Held)> {
        self.surveys.get()
    }
}

impl Default for Workspace {
    fn default() -> Self {
        Self::new()
    }
}

#[cfg(test)]
mod tests {
    use std::{pin::pin, task::Context};

    use super::*;
    use crate::browser::storage::now::now;

    #[test]
    fn what_was_kept_takes_back_that_the_change_before_was_not() {
        let _owner = owner();
        let workspace = Workspace::new();
        for (trouble, after) in [
            (Trouble::Full, None),
            (Trouble::NotKept, None),
            (Trouble::Forbidden, Some(Trouble::Forbidden)),
            (Trouble::Newer, Some(Trouble::Newer)),
        ] {
            workspace.trouble.set(Some(trouble));
            now(workspace.announce());
            assert_eq!(workspace.trouble(), after);
        }
    }

    #[test]
    fn who_is_quicker_than_the_store_waits_for_it() {
        let _owner = owner();
        let workspace = Workspace::new();
        let mut opened = pin!(workspace.opened());
        let mut context = Context::from_waker(Waker::noop());
        assert_eq!(opened.as_mut().poll(&mut context), Poll::Pending);

        now(workspace.open());

        assert_eq!(opened.as_mut().poll(&mut context), Poll::Ready(()));
    }

    // Signals live only as long as an owner does.
    fn owner() -> Owner {
        let owner = Owner::new();
        owner.set();
        owner
    }
}
