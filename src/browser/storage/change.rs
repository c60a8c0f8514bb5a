//! What a change of the records is made of.

use super::Shelf;

/// Records to write and to take away together, if the present ones are as expected.
///
/// What is deleted goes first; a key both deleted and put is there afterwards.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Change {
    /// What must be true for the change to happen.
    pub only_if: Vec<Expect>,
    /// Records to write, each in place of the one before under its key.
    pub put: Vec<(Shelf, String, Vec<u8>)>,
    /// Records to take away; a key that is not there is no error.
    pub delete: Vec<(Shelf, String)>,
}

/// A record as it must be for a change to happen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Expect {
    /// Where the record stands.
    pub shelf: Shelf,
    /// Under which key.
    pub key: String,
    /// What it must hold; `None` if there must be none.
    pub value: Option<Vec<u8>>,
}

impl Change {
    pub(super) fn is_empty(&self) -> bool {
        self.only_if.is_empty() && self.put.is_empty() && self.delete.is_empty()
    }
}
