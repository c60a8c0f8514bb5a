use super::{Change, Expect, Shelf, StorageError};
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

type Records = BTreeMap<(Shelf, String), Vec<u8>>;

/// Records in memory, with the same rules as the browser's database.
#[derive(Clone, Debug)]
pub(super) struct Memory {
    records: Rc<RefCell<Records>>,
    room: usize,
}

impl Memory {
    pub(super) fn with_room(bytes: usize) -> Self {
        Self {
            records: Rc::default(),
            room: bytes,
        }
    }

    pub(super) fn read(&self, from: Shelf, key: &str) -> Option<Vec<u8>> {
        self.records.borrow().get(&(from, key.to_owned())).cloned()
    }

    pub(super) fn all(&self, from: Shelf, prefix: &str) -> Vec<(String, Vec<u8>)> {
        self.records
            .borrow()
            .range((from, prefix.to_owned())..)
            .take_while(|((at, key), _)| *at == from && key.starts_with(prefix))
            .map(|((_, key), value)| (key.clone(), value.clone()))
            .collect()
    }

    pub(super) fn change(&self, change: Change) -> Result<(), StorageError> {
        let mut records = self.records.borrow_mut();
        if !change.only_if.iter().all(|expect| is_so(&records, expect)) {
            return Err(StorageError::Changed);
        }
        let changed = changed(&records, change);
        if size(&changed) > self.room {
            return Err(StorageError::Full);
        }
        *records = changed;
        Ok(())
    }
}

fn is_so(records: &Records, expect: &Expect) -> bool {
    let key = (expect.shelf, expect.key.clone());
    records.get(&key) == expect.value.as_ref()
}

fn changed(records: &Records, change: Change) -> Records {
    let mut records = records.clone();
    for key in &change.delete {
        records.remove(key);
    }
    for (shelf, key, value) in change.put {
        records.insert((shelf, key), value);
    }
    records
}

fn size(records: &Records) -> usize {
    records
        .iter()
        .map(|((_, key), value)| key.len() + value.len())
        .sum()
}
