//! What an organiser does: makes a survey, gathers ballots, closes.

use leptos::prelude::GetValue;

use super::{
    device, page,
    persistence::{self, Added, CloseError, Closing},
    respondent::NotHandedIn,
    workspace::Workspace,
};
use crate::{
    browser::{pause, random},
    codec::{
        ballot::Ballot,
        link::{self, Invitation},
        record::Kept,
        sealing,
    },
    domain::{
        draft::Settled,
        side::{BySide, Side},
    },
};

/// What came of closing.
pub type CloseOutcome = Result<Closing, CloseError>;

/// The browser gives no random numbers, so nothing was made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoRandomness;

impl Workspace {
    /// Opens a survey: makes its keys, keeps it, and gives its id.
    ///
    /// Where the browser keeps nothing, the survey lives as long as the page, and the page says so.
    ///
    /// # Errors
    ///
    /// Returns [`NoRandomness`]; then there is no survey.
    pub async fn create(self, settled: Settled) -> Result<Option<String>, NoRandomness> {
        let random = || random::bytes().map_err(|_| NoRandomness);
        let keys = sealing::key_pair(&random()?);
        let kept = Kept {
            survey: settled.with_key(keys.public),
            secrets: BySide {
                executive: random()?,
                team: random()?,
            },
            private_key: Some(keys.private),
        };
        self.opened().await;
        let store = self.store.get_value();
        Ok(self.told(persistence::keep(&store, &kept).await).await)
    }

    /// The link of one side of a survey that this device holds.
    #[must_use]
    pub fn link(self, id: &str, side: Side) -> Option<String> {
        let fragment = link::encode(&self.invitation(id, side)?);
        Some(format!("{}#{fragment}", page::beside(page::ANSWERING)))
    }

    pub(super) fn invitation(self, id: &str, side: Side) -> Option<Invitation> {
        let held = self.held(id)?;
        let kept = held.own()?;
        Some(Invitation {
            secret: *kept.secrets.of(side),
            survey: kept.survey.clone(),
            side,
        })
    }

    /// Puts one ballot into the box of a survey on this device.
    ///
    /// # Errors
    ///
    /// Says why it is not in the box.
    pub(super) async fn put(self, id: String, ballot: Ballot) -> Result<(), NotHandedIn> {
        let store = self.store.get_value();
        match persistence::add(&store, &id, &[ballot]).await {
            Ok(Added { late: 0, .. }) => {
                self.announce().await;
                Ok(())
            }
            Ok(_) => Err(NotHandedIn::Closed),
            Err(error) => {
                self.complain(error);
                Err(NotHandedIn::NotKept(error))
            }
        }
    }

    /// Opens the box of a survey: every side that has enough ballots is counted and dropped. `opened` hears how many
    /// ballots are opened, and of how many.
    ///
    /// # Errors
    ///
    /// Says why nothing was opened.
    pub async fn close(self, id: String, opened: impl Fn(usize, usize)) -> CloseOutcome {
        let store = self.store.get_value();
        let pause = async |done, of| {
            opened(done, of);
            pause::pause().await;
        };
        let closed = persistence::close(&store, &id, page::today(), &pause).await;
        match closed {
            Err(CloseError::Keeping(error)) => self.complain(error),
            Err(CloseError::TooFew { .. }) => self.refresh().await,
            Ok(_) => self.announce().await,
        }
        closed
    }

    /// Ends a survey for good: its key is erased. Says whether it is.
    pub async fn end(self, id: String) -> bool {
        let store = self.store.get_value();
        let ended = persistence::end(&store, &id).await;
        match ended {
            Ok(()) => self.announce().await,
            Err(error) => self.complain(error),
        }
        ended.is_ok()
    }

    /// Removes a survey with its keys, ballots and counts from this device, for good.
    /// Says whether it is gone.
    pub async fn forget(self, id: String) -> bool {
        let store = self.store.get_value();
        let forgotten = persistence::forget(&store, &id).await;
        match forgotten {
            Ok(()) => {
                device::forget_note(&id);
                self.announce().await;
            }
            Err(error) => self.complain(error.into()),
        }
        forgotten.is_ok()
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use leptos::prelude::Owner;

    use super::*;
    use crate::{
        browser::storage::now::now,
        codec::{ballot, code},
        domain::{draft::Draft, sheet::Sheet},
        state::{KeepingError, Watch, persistence::sample::example_kept},
    };

    #[test]
    fn without_random_numbers_there_is_no_survey() {
        let _owner = owner();
        let workspace = Workspace::new();
        let mut draft = Draft {
            team: "Claims".to_owned(),
            ..Draft::default()
        };
        draft.invited = BySide::from_fn(|_| "9".to_owned());

        let created = now(workspace.create(draft.check().unwrap()));

        assert_eq!(created, Err(NoRandomness));
        assert_eq!(workspace.all_held(), []);
    }

    #[test]
    fn a_pasted_chat_fills_the_box_and_closing_empties_it() {
        let _owner = owner();
        let (workspace, id) = with_survey();
        let codes: Vec<String> = (1..=5).map(code_of).collect();
        let chat = format!("Ana: {}\nBen: {}", codes.join("\nok\n"), codes[0]);

        let outcome = now(workspace.collect(id.clone(), chat, Watch::new()));

        let added = outcome.added.unwrap();
        assert_eq!((added.new.team, added.known), (5, 1));
        assert_eq!(outcome.unread, []);
        assert_eq!(workspace.held(&id).unwrap().ballots.team, 5);

        let closed = now(workspace.close(id.clone(), |_, _| ())).unwrap();

        let closed = closed.closed;
        assert_eq!(closed.tally.ballots().team, 5);
        let held = workspace.held(&id).unwrap();
        assert_eq!(held.ballots.team, 0);
        assert_eq!(held.closed, Some(closed));
        assert!(now(workspace.forget(id)));
        assert_eq!(workspace.all_held(), []);
    }

    #[test]
    fn a_survey_that_is_not_here_takes_nothing() {
        let _owner = owner();
        let workspace = Workspace::new();
        let id = "3f9a3f9a3f9a3f9a".to_owned();

        let outcome = now(workspace.collect(id.clone(), code_of(1), Watch::new()));

        assert_eq!(outcome.added, Err(KeepingError::NotHere));
        assert_eq!(workspace.link(&id, Side::Team), None);
        let closed = now(workspace.close(id.clone(), |_, _| ()));
        assert!(!now(workspace.end(id)));
        assert_eq!(closed, Err(CloseError::Keeping(KeepingError::NotHere)));
    }

    fn with_survey() -> (Workspace, String) {
        let workspace = Workspace::new();
        let store = workspace.store.get_value();
        let id = now(persistence::keep(&store, &example_kept())).unwrap();
        now(workspace.refresh());
        (workspace, id)
    }

    fn code_of(person: u8) -> String {
        let Kept {
            survey, secrets, ..
        } = example_kept();
        let answers = Sheet::blank(&survey, Side::Team).finish();
        code::encode(&ballot::seal(&survey, &secrets.team, &answers, [person; 32]).unwrap())
    }

    // Signals live only as long as an owner does.
    fn owner() -> Owner {
        let owner = Owner::new();
        owner.set();
        owner
    }
}
