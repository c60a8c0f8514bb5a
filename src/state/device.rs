//! Everything that this device keeps: listed, saved as a backup, brought back, erased.

use leptos::prelude::*;

use super::{
    page,
    persistence::{self, Aside},
    sitting::{self, CODES, SHEETS},
    workspace::{Trouble, Workspace},
};
use crate::{
    browser::{kept, lasting, random, session, storage::Store},
    codec::{
        backup::{self, Backup, BackupError, Beside, NONCE, Passphrase, Plan, SALT, Saved, Step},
        record,
    },
    domain::side::Side,
};

pub use crate::browser::lasting::Promise;

/// What every text that the site keeps beside its records begins with.
const TEXTS: &str = "plumbline";
/// Before the id of a survey, where it stands how many of its ballots the last backup held.
const SAVED: &str = "plumbline/saved/";

/// A survey as it lies on this device.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stored {
    /// Its id.
    pub id: String,
    /// The team, if it can be read.
    pub team: Option<String>,
    /// Sealed ballots.
    pub ballots: usize,
    /// Whether counts are kept.
    pub has_tally: bool,
    /// Experiment cards.
    pub cards: usize,
    /// Bytes of all of its records.
    pub bytes: usize,
}

/// What lies beside results which belong to no survey on this device.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredBeside {
    /// The results' id.
    pub id: String,
    /// The team that they are about, if that can be read.
    pub team: Option<String>,
    /// Experiment cards.
    pub cards: usize,
    /// Bytes of all of it.
    pub bytes: usize,
}

/// How many ballots of which survey.
type Holds = Vec<(usize, String)>;

/// A backup that was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Made {
    /// The file.
    pub file: Vec<u8>,
    holds: Holds,
}

/// Why there is no backup.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotMade {
    /// The browser does not let the page look, or gives no random numbers.
    Failed,
    /// It would be larger than any that can be brought back.
    TooLarge,
}

/// Everything on this device.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Inventory {
    /// Surveys.
    pub surveys: Vec<Stored>,
    /// What lies beside results without a survey.
    pub beside: Vec<StoredBeside>,
    /// Records that cannot be read.
    pub aside: Vec<Aside>,
    /// Names and texts of sheets and codes that cannot be read.
    pub unread: Vec<(String, String)>,
    /// Ballots that cannot be read, each a survey's id, a stroke and a code.
    pub ballots: Vec<String>,
    /// Unfinished sheets and codes not sent: how many, and their bytes.
    pub sheets: (usize, usize),
    /// Other texts, such as when a backup was made: how many, and their bytes.
    pub texts: (usize, usize),
    /// Texts that this tab alone holds, such as words typed into a form: how many, and their bytes.
    pub tab: (usize, usize),
    /// Whether the browser has a database besides that this page cannot open.
    pub is_partial: bool,
}

impl Workspace {
    /// Lists everything on this device; `None` if the browser does not let the page look.
    pub async fn inventory(self) -> Option<Inventory> {
        self.opened().await;
        let store = self.store.get_value();
        let saved = persistence::everything(&store).await.ok()?;
        let beside = persistence::all_beside(&store).await.ok()?;
        let (sheets, texts) = texts();
        Some(Inventory {
            surveys: saved.iter().map(|saved| stored(saved, &beside)).collect(),
            beside: alone(&saved, &beside),
            aside: persistence::aside(&saved, page::today()),
            unread: unread(),
            ballots: persistence::unread_ballots(&store).await.ok()?,
            sheets,
            texts,
            tab: of_this_tab(),
            is_partial: self.is_unopened(),
        })
    }

    /// Whether the browser has a database that this page could not open.
    fn is_unopened(self) -> bool {
        let trouble = self.trouble.get_untracked();
        matches!(trouble, Some(Trouble::Newer | Trouble::Broken))
    }

    /// Follows what other tabs change beside results.
    pub fn follow_beside(self) {
        self.beside.track();
    }

    /// A backup of everything, which anybody can read.
    ///
    /// # Errors
    ///
    /// Says why it cannot be made.
    pub async fn backup(self) -> Result<Made, NotMade> {
        let (backup, holds) = self.all_saved().await.ok_or(NotMade::Failed)?;
        made(backup::encode(&backup), holds)
    }

    /// A backup of everything under a passphrase.
    ///
    /// # Errors
    ///
    /// Says why it cannot be made.
    pub async fn backup_under(self, passphrase: String) -> Result<Made, NotMade> {
        let (backup, holds) = self.all_saved().await.ok_or(NotMade::Failed)?;
        let (salt, nonce) = (random::bytes::<SALT>(), random::bytes::<NONCE>());
        let passphrase = Passphrase {
            text: &passphrase,
            salt: salt.map_err(|_| NotMade::Failed)?,
            nonce: nonce.map_err(|_| NotMade::Failed)?,
        };
        made(backup::encode_under(&passphrase, &backup), holds)
    }

    /// All that a backup holds, and how many ballots of each survey are certainly among it.
    async fn all_saved(self) -> Option<(Backup, Holds)> {
        self.opened().await;
        // Before the store is read: what comes meanwhile is asked for once more.
        let surveys = self.surveys.get_untracked().into_iter();
        let holds = surveys.filter_map(|(id, _)| Some((self.gathered(&id)?, id)));
        let holds = holds.collect();
        let surveys = persistence::everything(&self.store.get_value())
            .await
            .ok()?;
        let beside = persistence::all_beside(&self.store.get_value())
            .await
            .ok()?;
        let backup = Backup {
            made: page::today(),
            surveys,
            beside,
        };
        Some((backup, holds))
    }

    /// Notes that this backup was given to the person.
    pub fn note_backup(self, made: &Made) {
        for (ballots, id) in &made.holds {
            // Without the note the person is reminded once too often.
            let _ = kept::save(&note(id), &ballots.to_string());
        }
        self.surveys.notify();
    }

    /// How many ballots of a survey have come since the last backup; `None` if there was none.
    #[must_use]
    pub fn since_backup(self, id: &str) -> Option<usize> {
        let now = self.gathered(id)?;
        let saved = kept::load(&note(id)).ok().flatten()?;
        Some(now.saturating_sub(saved.parse().ok()?))
    }

    /// All ballots that ever came for a survey: in its box, counted, or refused when it was opened. It never falls, so
    /// what comes after a closing is not hidden by what the closing has dropped.
    fn gathered(self, id: &str) -> Option<usize> {
        let held = self.held(id)?;
        let counted = held.ledger.counted.all().ballots();
        let of = |side: &Side| {
            let refused = held.ledger.refused.of(*side).total();
            held.ballots.of(*side) + (*counted.of(*side)).saturating_add(refused) as usize
        };
        Some(Side::ALL.iter().map(of).sum())
    }

    /// What bringing a backup back would do, and the backup itself.
    ///
    /// # Errors
    ///
    /// Says why it cannot be read.
    pub async fn plan_restoring(
        self,
        file: &[u8],
        passphrase: Option<&str>,
    ) -> Result<Option<(Backup, Plan)>, BackupError> {
        let backup = backup::decode(file, passphrase)?;
        self.opened().await;
        let plan = persistence::plan(&self.store.get_value(), &backup).await;
        Ok(plan.ok().map(|plan| (backup, plan)))
    }

    /// Brings a backup back; says whether all of it is kept. What cannot be read is left out.
    pub async fn restore(self, backup: &Backup) -> bool {
        let store = self.store.get_value();
        let mut failed = None;
        for saved in &backup.surveys {
            match persistence::restore(&store, saved).await {
                // A note that is still there is of another time, and of other ballots.
                Ok(Ok(Step {
                    survey: Some(_), ..
                })) => forget_note(&saved.id),
                Ok(_) => {}
                Err(error) => failed = Some(error.into()),
            }
        }
        for beside in &backup.beside {
            if let Err(error) = persistence::restore_beside(&store, beside).await {
                failed = Some(error);
            }
        }
        // Also where something failed: the rest is there.
        self.announce().await;
        if let Some(error) = failed {
            self.complain(error);
        }
        failed.is_none()
    }

    /// Erases everything that the site keeps in this browser; says whether it is gone.
    pub async fn erase_everything(self) -> bool {
        let store = self.store.get_value();
        let erased = persistence::erase_everything(&store).await;
        let is_rest_gone = store.erase_unopened().await.is_ok();
        if is_rest_gone && self.is_unopened() {
            // From now on what is made on this page lasts.
            let opened = Store::open().await;
            self.trouble.set(opened.problem.map(Trouble::from));
            self.store.set_value(opened.store);
        }
        for key in kept::keys(TEXTS).unwrap_or_default() {
            let _ = kept::erase(&key);
        }
        for key in session::keys(TEXTS) {
            let _ = session::erase(&key);
        }
        // Looked at again, whatever the browser has said.
        let texts = kept::keys(TEXTS).unwrap_or_default();
        let are_texts_gone = texts.is_empty() && session::keys(TEXTS).is_empty();
        match erased {
            Ok(()) => self.announce().await,
            Err(error) => self.complain(error.into()),
        }
        erased.is_ok() && is_rest_gone && are_texts_gone
    }

    /// Erases the unread text of this name; says whether it is gone.
    #[must_use]
    pub fn erase_unread(self, name: &str) -> bool {
        kept::erase(name).is_ok()
    }

    /// Erases the unread ballot of this key; says whether it is gone.
    pub async fn erase_ballot(self, key: &str) -> bool {
        let store = self.store.get_value();
        persistence::erase_ballot(&store, key).await.is_ok()
    }

    /// Erases all unfinished sheets and codes that were not sent, but for those that cannot be read; says whether they
    /// are gone.
    #[must_use]
    pub fn erase_sheets(self) -> bool {
        let mut are_gone = true;
        let keys = kept::keys(TEXTS).unwrap_or_default();
        for key in keys.iter().filter(|key| is_sheet(key) && !is_unread(key)) {
            are_gone &= kept::erase(key).is_ok();
        }
        self.sitting.notify();
        are_gone
    }
}

fn made(file: Vec<u8>, holds: Holds) -> Result<Made, NotMade> {
    if file.len() > backup::LARGEST {
        // What nobody could bring back would only look like a backup.
        return Err(NotMade::TooLarge);
    }
    Ok(Made { file, holds })
}

/// What the browser says about keeping, asked for it or not.
pub async fn promise(is_asked: bool) -> Promise {
    if is_asked {
        lasting::ask().await
    } else {
        lasting::promise().await
    }
}

/// The name under which it stands how many ballots of a survey the last backup held.
fn note(id: &str) -> String {
    [SAVED, id].concat()
}

/// Forgets what the last backup held of a survey.
pub(super) fn forget_note(id: &str) {
    // Where it stays, the person is reminded too late once the same survey is here again.
    let _ = kept::erase(&note(id));
}

fn stored(saved: &Saved, beside: &[Beside]) -> Stored {
    let entry = record::decode_entry(&saved.survey).ok();
    let counted = saved.counted.as_ref().map_or(0, Vec::len);
    let beside = lying(&saved.id, beside);
    Stored {
        id: saved.id.clone(),
        team: entry.map(|entry| entry.survey().team.clone()),
        ballots: saved.ballots.len(),
        has_tally: saved.counted.is_some(),
        cards: beside.cards,
        // Each ballot is its key: the survey's id, a stroke, 100 characters, and one byte of version.
        bytes: saved.survey.len()
            + counted
            + saved.ballots.len() * (saved.id.len() + 102)
            + beside.bytes,
    }
}

/// What lies beside results of no survey among these.
fn alone(saved: &[Saved], beside: &[Beside]) -> Vec<StoredBeside> {
    let mut ids: Vec<&str> = beside.iter().map(|one| one.id.as_str()).collect();
    ids.dedup();
    ids.retain(|id| saved.iter().all(|saved| saved.id != *id));
    ids.into_iter().map(|id| lying(id, beside)).collect()
}

/// All that lies beside the results of this id.
fn lying(id: &str, beside: &[Beside]) -> StoredBeside {
    let all = || beside.iter().filter(|one| one.id == id);
    let cards = all().find(|one| one.name == backup::CARDS);
    let cards = cards.and_then(|one| record::decode_cards(&one.bytes).ok());
    StoredBeside {
        id: id.to_owned(),
        team: cards.as_ref().map(|cards| cards.team().to_owned()),
        cards: cards.map_or(0, |cards| cards.all().len()),
        bytes: all().map(|one| one.bytes.len()).sum(),
    }
}

fn is_sheet(key: &str) -> bool {
    [SHEETS, CODES].iter().any(|prefix| key.starts_with(prefix))
}

/// Sheets and codes that cannot be read, each with its name.
fn unread() -> Vec<(String, String)> {
    let names = kept::keys(TEXTS).unwrap_or_default().into_iter();
    let texts = names.filter_map(|name| Some((sitting::unread(&name)?, name)));
    texts.map(|(text, name)| (name, text)).collect()
}

fn is_unread(name: &str) -> bool {
    sitting::unread(name).is_some()
}

/// Texts kept beside the records: sheets and codes, then all others that can be read.
fn texts() -> ((usize, usize), (usize, usize)) {
    let (mut sheets, mut others) = ((0, 0), (0, 0));
    let keys = kept::keys(TEXTS).unwrap_or_default();
    for key in keys.iter().filter(|key| !is_unread(key)) {
        let text = kept::load(key).ok().flatten().unwrap_or_default();
        let of = if is_sheet(key) {
            &mut sheets
        } else {
            &mut others
        };
        of.0 += 1;
        of.1 += key.len() + text.len();
    }
    (sheets, others)
}

/// Texts that go with this tab.
fn of_this_tab() -> (usize, usize) {
    let keys = session::keys(TEXTS);
    let texts = keys
        .iter()
        .filter_map(|key| Some((key, session::load(key)?)));
    texts.fold((0, 0), |(n, bytes), (key, text)| {
        (n + 1, bytes + key.len() + text.len())
    })
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use std::slice;

    use super::*;
    use crate::{
        browser::storage::{Change, Shelf, now::now},
        codec::{ballot::Ballot, sheet},
        state::{
            persistence::{
                add, close, keep,
                sample::{TODAY, at_once, ballots, everyone, example_kept, record_of, unopenable},
            },
            sitting::SheetKey,
        },
    };

    #[test]
    fn a_backup_is_planned_and_brought_back() {
        let owner = Owner::new();
        owner.set();
        let workspace = Workspace::new();
        now(workspace.open());
        let store = workspace.store.get_value();
        let id = now(keep(&store, &example_kept())).unwrap();
        now(add(&store, &id, &everyone())).unwrap();
        now(workspace.refresh());
        let file = now(workspace.backup()).unwrap().file;
        // Random numbers are the browser's.
        let refused = now(workspace.backup_under("tea".to_owned()));
        assert_eq!(refused, Err(NotMade::Failed));

        let inventory = now(workspace.inventory()).unwrap();
        let [survey] = inventory.surveys.as_slice() else {
            panic!("there is one survey");
        };
        assert_eq!((survey.ballots, survey.has_tally), (14, false));
        assert_eq!(workspace.since_backup(&id), None);

        assert!(now(workspace.erase_everything()));
        assert_eq!(now(workspace.inventory()).unwrap().surveys, []);
        let (backup, plan) = now(workspace.plan_restoring(&file, None)).unwrap().unwrap();
        assert_eq!(plan.steps[0].as_ref().unwrap().new.len(), 14);
        assert!(now(workspace.restore(&backup)));
        assert_eq!(workspace.held(&id).unwrap().ballots.team, 8);
        let cut = now(workspace.plan_restoring(&file[..40], None));
        assert_eq!(cut, Err(BackupError::CutShort));
    }

    #[test]
    fn ballots_that_come_while_a_backup_is_given_are_not_said_to_be_in_it() {
        let ballots = everyone();
        let (first, late) = ballots.split_at(10);
        let (_owner, workspace, id) = with(first);
        let store = workspace.store.get_value();
        let made = now(workspace.backup()).unwrap();
        now(add(&store, &id, late)).unwrap();
        now(workspace.refresh());

        workspace.note_backup(&made);

        assert_eq!(workspace.since_backup(&id), Some(4));
        let again = now(workspace.backup()).unwrap();
        workspace.note_backup(&again);
        assert_eq!(workspace.since_backup(&id), Some(0));
    }

    #[test]
    fn a_backup_is_never_larger_than_what_can_be_brought_back() {
        let (_owner, workspace, id) = with_ballots();
        let store = workspace.store.get_value();
        let survey = now(store.read(Shelf::Surveys, &id)).unwrap().unwrap();
        let size = now(workspace.backup()).unwrap().file.len();
        // Records that only a later version can read travel along, however large.
        for (more, fits) in [(backup::LARGEST - size, true), (backup::LARGEST, false)] {
            // The length of such a record takes three bytes more.
            let record = vec![9; survey.len() + more - 3];
            now(store.change(record_of(Shelf::Surveys, &id, record))).unwrap();
            match now(workspace.backup()) {
                Ok(made) => {
                    assert!(fits);
                    assert!(now(workspace.plan_restoring(&made.file, None)).is_ok());
                }
                Err(why) => assert_eq!((fits, why), (false, NotMade::TooLarge)),
            }
        }
    }

    #[test]
    fn what_a_closing_refuses_hides_no_later_ballot_from_the_reminder() {
        let (_owner, workspace, id) = with_ballots();
        let store = workspace.store.get_value();
        now(add(&store, &id, &[unopenable(1), unopenable(2)])).unwrap();
        now(workspace.refresh());
        let made = now(workspace.backup()).unwrap();
        workspace.note_backup(&made);

        let closing = now(close(&store, &id, TODAY, &at_once)).unwrap();
        now(add(&store, &id, &ballots(Side::Team, 30..33))).unwrap();
        now(workspace.refresh());

        assert_eq!(closing.closed.refused.executive.total(), 2);
        assert_eq!(workspace.since_backup(&id), Some(3));
    }

    #[test]
    fn what_the_last_backup_held_is_forgotten_with_the_survey() {
        let (_owner, workspace, id) = with_ballots();
        let made = now(workspace.backup()).unwrap();
        workspace.note_backup(&made);
        assert!(now(workspace.forget(id.clone())));
        assert_eq!(kept::load(&note(&id)), Ok(None));

        // As earlier versions left it.
        kept::save(&note(&id), "40").unwrap();
        let (backup, _) = now(workspace.plan_restoring(&made.file, None))
            .unwrap()
            .unwrap();
        assert!(now(workspace.restore(&backup)));
        assert_eq!(workspace.since_backup(&id), None);
        workspace.note_backup(&made);
        assert!(now(workspace.restore(&backup)));
        assert_eq!(workspace.since_backup(&id), Some(0), "it was here already");
    }

    #[test]
    fn a_ballot_that_was_damaged_is_counted_nowhere_and_can_be_saved_and_erased() {
        let (_owner, workspace, id) = with_ballots();
        let store = workspace.store.get_value();
        let key = now(store.keys(Shelf::Ballots, &format!("{id}/"))).unwrap();
        let damaged = key[0].replace("/PE", "/PE!");
        now(store.change(Change {
            put: vec![(Shelf::Ballots, damaged.clone(), vec![1])],
            delete: vec![(Shelf::Ballots, key[0].clone())],
            ..Change::default()
        }))
        .unwrap();
        now(workspace.refresh());
        let made = now(workspace.backup()).unwrap();
        workspace.note_backup(&made);

        let ballots = workspace.held(&id).unwrap().ballots;
        assert_eq!((ballots.executive, ballots.team), (5, 8));
        assert_eq!(kept::load(&note(&id)), Ok(Some("13".to_owned())));
        let inventory = now(workspace.inventory()).unwrap();
        assert_eq!(inventory.surveys[0].ballots, 13);
        assert_eq!(inventory.ballots.as_slice(), slice::from_ref(&damaged));
        assert!(now(workspace.erase_ballot(&damaged)));
        let inventory = now(workspace.inventory()).unwrap();
        assert_eq!(inventory.ballots, [""; 0]);
        assert_eq!(inventory.surveys[0].ballots, 13);
    }

    #[test]
    fn what_an_earlier_version_kept_for_a_respondent_is_read_and_written_as_it_was() {
        let owner = Owner::new();
        owner.set();
        kept::twin::provide();
        let sheet = include_str!("../../tests/fixtures/sheet_v1.txt").trim_end();
        let code = include_str!("../../tests/fixtures/kept_code_v1.txt").trim_end();
        let (invitation, answers) = sheet::decode(sheet).unwrap();
        let key = SheetKey::of(&invitation);
        kept::save(&key.sheet(), sheet).unwrap();
        let kept_sheet = sitting::kept_sheet(&key).unwrap().unwrap();
        assert_eq!(
            (&kept_sheet.invitation, kept_sheet.sheet),
            (&invitation, answers)
        );
        assert!(sitting::is_as_kept(
            &sitting::kept_under(&key).unwrap().unwrap()
        ));

        kept::save(&key.code(), code).unwrap();
        let kept_code = sitting::kept_under(&key).unwrap().unwrap();
        assert_eq!(kept_code.invitation, invitation);
        let text = kept_code.code.unwrap().text;
        assert_eq!(sitting::code_record(&invitation, &text), code);
        assert_eq!(unread(), []);
    }

    fn with_ballots() -> (Owner, Workspace, String) {
        with(&everyone())
    }

    fn with(ballots: &[Ballot]) -> (Owner, Workspace, String) {
        let owner = Owner::new();
        owner.set();
        kept::twin::provide();
        let workspace = Workspace::new();
        now(workspace.open());
        let store = workspace.store.get_value();
        let id = now(keep(&store, &example_kept())).unwrap();
        now(add(&store, &id, ballots)).unwrap();
        now(workspace.refresh());
        (owner, workspace, id)
    }
}
