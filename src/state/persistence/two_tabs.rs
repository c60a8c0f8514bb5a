//! Two tabs that change one box, each with what it saw last.

use std::collections::BTreeSet;

use proptest::prelude::*;

use super::{
    sample::{TODAY, at_once, counted, everyone, held, kept_survey},
    snapshot::{Snapshot, key},
};
use crate::{
    browser::storage::{Shelf, Store, now::now},
    codec::{ballot::Ballot, code},
};

/// What one of two tabs does next, with what it saw last.
#[derive(Clone, Copy, Debug)]
enum Step {
    Look,
    Add(usize),
    Close,
    End,
}

proptest! {
    #[test]
    fn no_acknowledged_ballot_is_ever_lost(steps in proptest::collection::vec((0_usize..2, step()), 1..24)) {
        let (store, id) = kept_survey();
        let mut tabs: [Option<Snapshot>; 2] = [None, None];
        let mut acknowledged = BTreeSet::new();
        for (tab, step) in steps {
            let seen = &mut tabs[tab];
            match (step, seen.as_ref()) {
                (Step::Look, _) | (_, None) => *seen = now(Snapshot::read(&store, &id)).ok(),
                (Step::Add(from), Some(snapshot)) => {
                    let group = everyone()[from..from + 4].to_vec();
                    let (_, taken) = snapshot.sort(&group);
                    if now(snapshot.add(&store, &id, &group)).is_ok() {
                        acknowledged.extend(taken);
                    }
                }
                (Step::Close, Some(snapshot)) => {
                    if let Ok(opening) = now(snapshot.open(TODAY, &at_once)) {
                        let _ = now(snapshot.close(&store, &id, &opening));
                    }
                }
                (Step::End, Some(snapshot)) => {
                    let had_key = held(&store, &id).has_key();
                    if now(snapshot.end(&store, &id)).is_ok() && had_key {
                        prop_assert!(!held(&store, &id).has_key());
                    }
                }
            }
        }
        check(&store, &id, acknowledged)?;
    }
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        3 => Just(Step::Look),
        4 => (0_usize..10).prop_map(Step::Add),
        2 => Just(Step::Close),
        1 => Just(Step::End),
    ]
}

fn check(store: &Store, id: &str, mut acknowledged: BTreeSet<String>) -> Result<(), TestCaseError> {
    let held = held(store, id);
    for (code, _) in now(store.all(Shelf::Ballots, &key(id, ""))).unwrap() {
        let code = code.strip_prefix(&key(id, "")).unwrap();
        prop_assert!(acknowledged.remove(code), "nobody put {code} there");
        let ballot = code::decode(code.as_bytes()).unwrap();
        prop_assert!(
            !held.ledger.has_counted(&ballot),
            "{code} would count twice"
        );
    }
    // What is not in the box any more was counted.
    let spent: Vec<Ballot> = acknowledged
        .iter()
        .filter_map(|code| code::decode(code.as_bytes()))
        .collect();
    prop_assert_eq!(held.ledger.counted.all(), &counted(&spent));
    Ok(())
}
