//! Everything that is gathered: pasted texts and files, looked through in pieces; boxes that go to somebody else.

use leptos::prelude::*;

use super::{
    arriving, page,
    persistence::{self, Added, KeepingError},
    workspace::Workspace,
};
use crate::{
    browser::{pause, picked::Picked},
    codec::{
        ballot::{self, Ballot},
        ballot_box, code, collector_link,
        link::LinkError,
        scan::{Scan, Scanner, Unread},
    },
    domain::receipt::Receipt,
};

/// Bytes looked through without a pause: some 10 ms on a laptop, less than 50 on a slow phone.
const PIECE: usize = 32 * 1024;
/// Ballots put into the box at once.
const BATCH: usize = 500;
/// Receipts made without a pause.
const RECEIPTS: usize = 250;

/// How far the looking is; whoever holds it can stop it.
#[derive(Clone, Copy, Debug)]
pub struct Watch {
    /// Bytes looked through, and of how many; `None` while nothing goes on.
    pub progress: RwSignal<Option<(usize, usize)>>,
    /// Set to stop.
    pub is_stopped: RwSignal<bool>,
}

impl Watch {
    /// Nothing goes on yet.
    #[must_use]
    pub fn new() -> Self {
        Self {
            progress: RwSignal::default(),
            is_stopped: RwSignal::default(),
        }
    }
}

impl Default for Watch {
    fn default() -> Self {
        Self::new()
    }
}

/// What came of gathering.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CollectOutcome {
    /// What came in, or why not everything did.
    pub added: Result<Added, KeepingError>,
    /// What looked like a code and could not be read.
    pub unread: Vec<Unread>,
    /// Ballots that boxes say they hold and do not.
    pub missing: usize,
    /// Names of files that could not be read, or are too large all together.
    pub unopened: Vec<String>,
    /// Whether it was stopped before anything came in.
    pub is_stopped: bool,
}

impl CollectOutcome {
    /// Whether something came and all of it could be read, so that nobody needs the text any more.
    #[must_use]
    pub fn is_done(&self) -> bool {
        let has_come = matches!(self.added, Ok(added) if added != Added::default());
        has_come && self.unread.is_empty() && self.missing == 0
    }
}

impl Workspace {
    /// Finds every code in `text` and puts it into the survey's box.
    pub async fn collect(self, id: String, text: String, watch: Watch) -> CollectOutcome {
        let pasted = Picked {
            name: String::new(),
            content: Ok(text.into_bytes()),
        };
        self.collect_files(id, vec![pasted], watch).await
    }

    /// Finds every code in `files` and puts it into the survey's box.
    pub async fn collect_files(
        self,
        id: String,
        files: Vec<Picked>,
        watch: Watch,
    ) -> CollectOutcome {
        watch.is_stopped.set(false);
        let looked = look(files, watch).await;
        // What was found is put in as a whole: from here on there is nothing to stop.
        watch.progress.set(None);
        let added = match &looked {
            Some(found) => self.add_all(&id, &found.ballots).await,
            None => Ok(Added::default()),
        };
        let is_stopped = looked.is_none();
        let found = looked.unwrap_or_default();
        CollectOutcome {
            added: added.map(|added| Added {
                known: added.known + found.repeated,
                ..added
            }),
            unread: found.unread,
            missing: found.missing,
            unopened: found.unopened,
            is_stopped,
        }
    }

    /// Puts ballots into the box, some at a time: what came in before something fails stays in, and other tabs see it at
    /// once.
    pub(super) async fn add_all(self, id: &str, ballots: &[Ballot]) -> Result<Added, KeepingError> {
        let store = self.store.get_value();
        let mut sum = Added::default();
        let mut outcome = Ok(());
        // Once also for nothing: whether the survey is here is told in any case.
        let batches = ballots
            .chunks(BATCH)
            .chain(ballots.is_empty().then_some(ballots));
        for batch in batches {
            match persistence::add(&store, id, batch).await {
                Ok(added) => {
                    sum.count(added);
                    // Whatever becomes of the next ones: these are in.
                    self.spread();
                }
                Err(error) => {
                    outcome = Err(error);
                    break;
                }
            }
            pause::pause().await;
        }
        self.refresh().await;
        if let Err(error) = outcome {
            self.complain(error);
        }
        outcome.map(|()| sum)
    }

    /// Keeps the survey of a collector's link, to gather for it, and gives its id; `None` if it could not be kept.
    ///
    /// # Errors
    ///
    /// Says what is wrong with the link.
    pub async fn gather(self, fragment: String) -> Result<Option<String>, LinkError> {
        let survey = arriving::collector_in(&fragment)?;
        self.opened().await;
        let store = self.store.get_value();
        Ok(self.told(persistence::gather(&store, &survey).await).await)
    }

    /// The link with which others gather for a survey on this device: no secret is in it.
    #[must_use]
    pub fn collector_link(self, id: &str) -> Option<String> {
        let fragment = collector_link::encode(self.held(id)?.survey());
        Some(format!("{}#{fragment}", page::beside("")))
    }

    /// The box of a survey as a file's text; `None` if it is not here.
    pub async fn box_file(self, id: String) -> Option<String> {
        let store = self.store.get_value();
        let file = persistence::box_file(&store, &id).await;
        file.ok().map(|(text, _)| text)
    }

    /// The receipts of all ballots in the box of a survey, in an order that says nothing about who came first.
    pub async fn receipts(self, id: String) -> Vec<Receipt> {
        let store = self.store.get_value();
        let codes = persistence::sealed(&store, &id).await.unwrap_or_default();
        let mut receipts = Vec::new();
        for some in codes.chunks(RECEIPTS) {
            let ballots = some.iter().filter_map(|text| code::decode(text.as_bytes()));
            receipts.extend(ballots.map(|ballot| ballot::receipt(&ballot)));
            pause::pause().await;
        }
        receipts.sort_unstable();
        receipts
    }
}

/// What was found in texts and files.
#[derive(Debug, Default)]
struct Looked {
    ballots: Vec<Ballot>,
    repeated: usize,
    unread: Vec<Unread>,
    missing: usize,
    unopened: Vec<String>,
}

/// Looks through everything, in pieces; `None` if it was stopped.
async fn look(files: Vec<Picked>, watch: Watch) -> Option<Looked> {
    let size = |file: &Picked| file.content.as_ref().map_or(0, Vec::len);
    let all = files.iter().map(size).sum();
    let (mut looked, mut done) = (Looked::default(), 0);
    for file in files {
        let Ok(bytes) = file.content else {
            looked.unopened.push(file.name);
            continue;
        };
        let mut scanner = Scanner::default();
        for piece in bytes.chunks(PIECE) {
            scanner.feed_bytes(piece);
            done += piece.len();
            watch.progress.set(Some((done, all)));
            pause::pause().await;
            if watch.is_stopped.get_untracked() {
                return None;
            }
        }
        looked.take(scanner.finish(), ballot_box::announced(&bytes));
    }
    Some(looked)
}

impl Looked {
    fn take(&mut self, scan: Scan, announced: Option<usize>) {
        let announced = announced.unwrap_or_default();
        self.missing += announced.saturating_sub(scan.ballots.len());
        self.ballots.extend(scan.ballots);
        self.repeated += scan.repeated;
        self.unread.extend(scan.unread);
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests;
