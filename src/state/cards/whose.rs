//! Which results something is kept beside.

use crate::{
    codec::{fingerprint::of_results, tally::Published},
    state::persistence::Owner,
};

/// Which results cards belong to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Whose {
    pub(super) owner: Owner,
    pub(super) team: String,
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
    pub(in crate::state) fn owner(&self) -> &Owner {
        &self.owner
    }

    /// The id that everything beside these results is kept under.
    #[must_use]
    pub fn id(&self) -> &str {
        self.owner.id()
    }
}
