//! What lies beside results, as it is written down.

use serde::{Deserialize, Serialize};

/// A record that lies beside results: experiment cards, or what was changed in the slides.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Beside {
    /// The results' id: a survey's, or a [digest](crate::codec::fingerprint::of_results) of results without one.
    pub id: String,
    /// What it is.
    pub name: String,
    /// The record, as it is stored.
    pub bytes: Vec<u8>,
}

#[derive(Serialize, Deserialize)]
pub(super) struct BesideV2 {
    id: String,
    name: String,
    bytes: Vec<u8>,
}

impl BesideV2 {
    pub(super) fn from_domain(beside: &Beside) -> Self {
        let Beside { id, name, bytes } = beside.clone();
        Self { id, name, bytes }
    }

    pub(super) fn into_domain(self) -> Beside {
        let Self { id, name, bytes } = self;
        Beside { id, name, bytes }
    }
}
