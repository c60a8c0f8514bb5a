//! A ballot that somebody brings as a link: into the right box where that is here.

use leptos::prelude::GetValue;

use super::{
    arriving,
    persistence::{self, Added, KeepingError},
    workspace::Workspace,
};
use crate::codec::{
    ballot_link::{BallotLink, Whose},
    fingerprint::Fingerprint,
    link::LinkError,
};

/// What became of a ballot in a link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Brought {
    /// Its survey is on this device, under this id.
    Here(String, Came),
    /// Its survey is not on this device; whose it says it is for, by team and company, if the link still says so.
    Elsewhere(Option<(String, Option<String>)>),
    /// Its survey is here, but the ballot could not be kept.
    NotKept(KeepingError),
    /// The link cannot be read.
    Broken(LinkError),
}

/// How a ballot came to a box that is here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Came {
    /// It is in now.
    New,
    /// It was in already, or was counted before.
    Again,
    /// Nobody will ever open it: the survey is over.
    Late,
}

impl Workspace {
    /// Puts the ballot of a link into the box of its survey, if that is on this device.
    pub async fn bring_ballot(self, text: &str) -> Brought {
        let link = match arriving::ballot_in(text) {
            Ok(link) => link,
            Err(why) => return Brought::Broken(why),
        };
        self.open_if_present().await;
        let Some(id) = self.home_of(&link) else {
            return Brought::Elsewhere(link.of.map(|of| (of.team, of.company)));
        };
        let store = self.store.get_value();
        match persistence::add(&store, &id, &[link.ballot]).await {
            Ok(added) => {
                self.announce().await;
                Brought::Here(id, Came::of(added))
            }
            Err(error) => {
                self.complain(error);
                Brought::NotKept(error)
            }
        }
    }

    /// The survey of this device that a ballot belongs to: the one that its link names, or the only one it can be for.
    fn home_of(self, link: &BallotLink) -> Option<String> {
        let held = self.all_held();
        let mut fitting = held
            .iter()
            .filter(|(_, held)| Fingerprint::of(held.survey()).tag() == link.ballot.tag)
            .map(|(id, _)| id);
        if let Some(Whose { id: named, .. }) = &link.of {
            return fitting.find(|id| *id == named).cloned();
        }
        let only = fitting.next()?;
        fitting.next().is_none().then(|| only.clone())
    }
}

impl Came {
    fn of(added: Added) -> Self {
        if added.known + added.counted > 0 {
            Self::Again
        } else if added.late > 0 {
            Self::Late
        } else {
            Self::New
        }
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use leptos::prelude::Owner;

    use super::*;
    use crate::{
        browser::storage::now::now,
        codec::ballot_link,
        domain::side::Side,
        state::persistence::{
            keep,
            sample::{ballots, example_kept},
        },
    };

    #[test]
    fn a_ballot_finds_its_box_and_is_counted_there_once() {
        let (_owner, workspace, id) = with_survey();
        let kept = example_kept();
        let ballot = &ballots(Side::Team, 0..1)[0];
        let link = ballot_link::encode(&kept.survey, ballot);
        let nameless = link.split('.').next().unwrap();

        let first = now(workspace.bring_ballot(&format!("{link}>.")));
        let again = now(workspace.bring_ballot(nameless));

        assert_eq!(first, Brought::Here(id.clone(), Came::New));
        assert_eq!(again, Brought::Here(id.clone(), Came::Again));
        assert_eq!(workspace.held(&id).unwrap().ballots.team, 1);
    }

    #[test]
    fn a_ballot_of_another_survey_stays_where_it_is() {
        let (_owner, workspace, id) = with_survey();
        let mut other = example_kept().survey;
        other.team = "Payments".to_owned();
        other.company = None;
        let mut ballot = ballots(Side::Team, 0..1)[0].clone();
        ballot.tag = Fingerprint::of(&other).tag();

        let brought = now(workspace.bring_ballot(&ballot_link::encode(&other, &ballot)));

        let whose = Some(("Payments".to_owned(), None));
        assert_eq!(brought, Brought::Elsewhere(whose));
        assert_eq!(workspace.held(&id).unwrap().ballots.team, 0);
        let cut = now(workspace.bring_ballot("b=PE"));
        assert_eq!(cut, Brought::Broken(LinkError::CutShort));
    }

    fn with_survey() -> (Owner, Workspace, String) {
        let owner = Owner::new();
        owner.set();
        let workspace = Workspace::new();
        now(workspace.open());
        let id = now(keep(&workspace.store.get_value(), &example_kept())).unwrap();
        now(workspace.announce());
        (owner, workspace, id)
    }
}
