//! What lies beside results, brought back: cards are joined, and everything else stays as it is here.

use super::Beside;
use crate::{
    codec::record::{self, RecordError},
    domain::card::Cards,
};

/// The name of the record that holds experiment cards.
pub const CARDS: &str = "cards";

/// What bringing back one record beside results would do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Joined {
    /// The results' id.
    pub id: String,
    /// What it is.
    pub what: What,
    /// What is to be kept instead of what is here; nothing if that stays as it is.
    pub bytes: Option<Vec<u8>>,
}

/// What would become of a record beside results.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// Experiment cards: those that are here stay, and the others are added.
    Cards {
        /// The team that the results are about.
        team: String,
        /// How many are added.
        added: usize,
        /// How many say the same as one that is here.
        known: usize,
    },
    /// There is nothing of the kind here.
    Added,
    /// The same is here.
    Here,
    /// Something else is here, and stays; the backup should be kept.
    Differs,
}

/// Cards that are left out, as a later version wrote them or they are damaged; the backup should be kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotJoined {
    /// Whether it is this device's record that cannot be read.
    pub is_here: bool,
    /// Why.
    pub why: RecordError,
}

/// What bringing back `beside` would do where this record of the same id and name is here.
///
/// # Errors
///
/// Says which of the two cannot be read, and why.
pub fn join(here: Option<&[u8]>, beside: &Beside) -> Result<Joined, NotJoined> {
    let (what, bytes) = if beside.name == CARDS {
        join_cards(here, &beside.bytes)?
    } else {
        match here {
            None => (What::Added, Some(beside.bytes.clone())),
            Some(here) if *here == beside.bytes => (What::Here, None),
            Some(_) => (What::Differs, None),
        }
    };
    Ok(Joined {
        id: beside.id.clone(),
        what,
        bytes,
    })
}

fn join_cards(here: Option<&[u8]>, brought: &[u8]) -> Result<(What, Option<Vec<u8>>), NotJoined> {
    let read = |bytes: &[u8], is_here| {
        record::decode_cards(bytes).map_err(|why| NotJoined { is_here, why })
    };
    let brought = read(brought, false)?;
    let before = here.map(|bytes| read(bytes, true)).transpose()?;
    let mut cards = before.unwrap_or_else(|| Cards::none(brought.team()));
    let added = cards.join(&brought);
    let what = What::Cards {
        team: brought.team().to_owned(),
        added,
        known: brought.all().len() - added,
    };
    let bytes = record::encode_cards(&cards);
    Ok((what, Some(bytes).filter(|bytes| here != Some(bytes))))
}
