//! Records in memory.

use super::{Change, Expect, Shelf, StorageError};
use std::cell::RefCell;
use std::rc::Rc;

/// Every record with its place, in the order of places.
type Records = Vec<((Shelf, String), Vec<u8>)>;

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
        get(&self.records.borrow(), from, key).cloned()
    }

    pub(super) fn all(&self, from: Shelf, prefix: &str) -> Vec<(String, Vec<u8>)> {
        self.records
            .borrow()
            .iter()
            .filter(|((at, key), _)| *at == from && key.starts_with(prefix))
            .map(|((_, key), value)| (key.clone(), value.clone()))
            .collect()
    }

    pub(super) fn keys(&self, from: Shelf, prefix: &str) -> Vec<String> {
        let all = self.all(from, prefix).into_iter();
        all.map(|(key, _)| key).collect()
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
    get(records, expect.shelf, &expect.key) == expect.value.as_ref()
}

fn get<'a>(records: &'a Records, from: Shelf, key: &str) -> Option<&'a Vec<u8>> {
    let place = find(records, from, key).ok()?;
    Some(&records[place].1)
}

/// Where a record is, or where it would have to be.
fn find(records: &Records, from: Shelf, key: &str) -> Result<usize, usize> {
    records.binary_search_by(|((at, present), _)| (*at, present.as_str()).cmp(&(from, key)))
}

fn changed(records: &Records, change: Change) -> Records {
    let mut records = records.clone();
    for (shelf, key) in change.delete {
        if let Ok(place) = find(&records, shelf, &key) {
            records.remove(place);
        }
    }
    for (shelf, key, value) in change.put {
        match find(&records, shelf, &key) {
            Ok(place) => records[place].1 = value,
            Err(place) => records.insert(place, ((shelf, key), value)),
        }
    }
    records
}

fn size(records: &Records) -> usize {
    records
        .iter()
        .map(|((_, key), value)| key.len() + value.len())
        .sum()
}

#[cfg(test)]
mod tests {
    use super::super::now::now;
    use super::super::{Change, Expect, Shelf, StorageError, StorageProblem, Store};

    #[test]
    fn what_is_put_is_read_back() {
        let store = Store::in_memory();

        now(store.change(put(&[("a", "1"), ("b", "2")]))).unwrap();

        assert_eq!(read(&store, "a").as_deref(), Some("1"));
        assert_eq!(read(&store, "b").as_deref(), Some("2"));
        assert_eq!(read(&store, "c"), None);
    }

    #[test]
    fn clones_share_their_records() {
        let store = Store::in_memory();

        now(store.clone().change(put(&[("a", "1")]))).unwrap();

        assert_eq!(read(&store, "a").as_deref(), Some("1"));
    }

    #[test]
    fn each_shelf_has_keys_of_its_own() {
        let store = Store::in_memory();

        now(store.change(put(&[("a", "1")]))).unwrap();

        assert_eq!(now(store.read(Shelf::Surveys, "a")), Ok(None));
        assert_eq!(now(store.all(Shelf::Tallies, "")), Ok(Vec::new()));
    }

    #[test]
    fn records_come_in_the_order_of_their_keys() {
        let store = Store::in_memory();

        now(store.change(put(&[("b", "2"), ("c", "3"), ("a", "1")]))).unwrap();

        assert_eq!(keys(&store, ""), ["a", "b", "c"]);
    }

    #[test]
    fn a_prefix_finds_only_its_own() {
        let store = Store::in_memory();

        now(store.change(put(&[
            ("a", ""),
            ("a/", ""),
            ("a/1", ""),
            ("a/2", ""),
            ("a0", ""),
        ])))
        .unwrap();

        assert_eq!(keys(&store, "a/"), ["a/", "a/1", "a/2"]);
        assert_eq!(keys(&store, "b"), [""; 0]);
    }

    #[test]
    fn what_is_deleted_is_gone_and_what_is_not_there_is_no_error() {
        let store = Store::in_memory();
        now(store.change(put(&[("a", "1"), ("b", "2")]))).unwrap();

        now(store.change(delete(&["a", "z"]))).unwrap();

        assert_eq!(keys(&store, ""), ["b"]);
    }

    #[test]
    fn what_is_both_deleted_and_put_is_there() {
        let store = Store::in_memory();
        now(store.change(put(&[("a", "1")]))).unwrap();

        let change = Change {
            delete: delete(&["a"]).delete,
            ..put(&[("a", "2")])
        };
        now(store.change(change)).unwrap();

        assert_eq!(read(&store, "a").as_deref(), Some("2"));
    }

    #[test]
    fn a_change_happens_only_if_every_record_is_as_expected() {
        let store = Store::in_memory();
        now(store.change(put(&[("a", "1")]))).unwrap();

        for (expected, outcome) in [
            (vec![expect("a", Some("0"))], Err(StorageError::Changed)),
            (vec![expect("a", None)], Err(StorageError::Changed)),
            (
                vec![expect("a", Some("1")), expect("b", Some("1"))],
                Err(StorageError::Changed),
            ),
            (vec![expect("a", Some("1")), expect("b", None)], Ok(())),
        ] {
            let change = Change {
                only_if: expected,
                ..put(&[("c", "3")])
            };
            assert_eq!(now(store.change(change)), outcome);
            assert_eq!(read(&store, "c").is_some(), outcome.is_ok());
        }
    }

    #[test]
    fn of_two_who_saw_the_same_only_one_changes_it() {
        let store = Store::in_memory();
        let see_nothing_and_put = |value| Change {
            only_if: vec![expect("a", None)],
            ..put(&[("a", value)])
        };

        assert_eq!(now(store.change(see_nothing_and_put("1"))), Ok(()));
        let second = now(store.change(see_nothing_and_put("2")));

        assert_eq!(second, Err(StorageError::Changed));
        assert_eq!(read(&store, "a").as_deref(), Some("1"));
    }

    #[test]
    fn a_full_store_keeps_what_it_had() {
        let store = Store::in_memory_with_room(6);
        now(store.change(put(&[("a", "12")]))).unwrap();

        let too_much = Change {
            delete: delete(&["a"]).delete,
            ..put(&[("b", "12"), ("c", "123")])
        };

        assert_eq!(now(store.change(too_much)), Err(StorageError::Full));
        assert_eq!(read(&store, "a").as_deref(), Some("12"));
        assert_eq!(keys(&store, ""), ["a"]);
    }

    #[test]
    fn deleting_makes_room() {
        let store = Store::in_memory_with_room(3);
        now(store.change(put(&[("a", "12")]))).unwrap();

        let swap = Change {
            delete: delete(&["a"]).delete,
            ..put(&[("b", "12")])
        };

        assert_eq!(now(store.change(swap)), Ok(()));
    }

    #[test]
    fn without_a_browser_a_store_opens_in_memory_and_says_so() {
        let opened = now(Store::open());

        assert_eq!(opened.problem, Some(StorageProblem::Forbidden));
        now(opened.store.change(put(&[("a", "1")]))).unwrap();
        assert_eq!(read(&opened.store, "a").as_deref(), Some("1"));
    }

    fn put(records: &[(&str, &str)]) -> Change {
        let record = |(key, value): &(&str, &str)| {
            (Shelf::Ballots, (*key).to_owned(), value.as_bytes().to_vec())
        };
        Change {
            put: records.iter().map(record).collect(),
            ..Change::default()
        }
    }

    fn delete(keys: &[&str]) -> Change {
        let place = |key: &&str| (Shelf::Ballots, (*key).to_owned());
        Change {
            delete: keys.iter().map(place).collect(),
            ..Change::default()
        }
    }

    fn expect(key: &str, value: Option<&str>) -> Expect {
        Expect {
            shelf: Shelf::Ballots,
            key: key.to_owned(),
            value: value.map(|value| value.as_bytes().to_vec()),
        }
    }

    fn read(store: &Store, key: &str) -> Option<String> {
        let value = now(store.read(Shelf::Ballots, key)).unwrap();
        value.map(|value| String::from_utf8(value).unwrap())
    }

    fn keys(store: &Store, prefix: &str) -> Vec<String> {
        let records = now(store.all(Shelf::Ballots, prefix)).unwrap();
        records.into_iter().map(|(key, _)| key).collect()
    }
}
