//! Two tabs that change one box, each with what it saw last.

use std::collections::BTreeSet;

use proptest::prelude::*;

use super::{
    sample::{TODAY, at_once, counted, everyone, example_kept, held, kept_survey},
    snapshot::{Snapshot, key},
};
use crate::{
    browser::storage::{Shelf, Store, now::now},
    codec::{ballot::Ballot, code},
    domain::tally::Tally,
};

/// What one of two tabs does next, with what it saw last.
#[derive(Clone, Copy, Debug)]
enum Step {
    Look,
    Add(usize),
    Close,
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
    ]
}

fn check(store: &Store, id: &str, mut acknowledged: BTreeSet<String>) -> Result<(), TestCaseError> {
    for (code, _) in now(store.all(Shelf::Ballots, &key(id, ""))).unwrap() {
        let code = code.strip_prefix(&key(id, "")).unwrap();
        prop_assert!(acknowledged.remove(code), "nobody put {code} there");
        let side = code::decode(code.as_bytes()).unwrap().side;
        prop_assert!(!held(store, id).is_opened(side), "{code} came too late");
    }
    // What is not in the box any more was counted.
    let spent: Vec<Ballot> = acknowledged
        .iter()
        .filter_map(|code| code::decode(code.as_bytes()))
        .collect();
    let tally = held(store, id).closed.map(|closed| closed.tally);
    prop_assert_eq!(
        tally.unwrap_or_else(|| Tally::empty(&example_kept().survey)),
        counted(&spent)
    );
    Ok(())
}
