//! Closing counts each ballot once, drops nothing else, and waits for enough new ones.

use super::{
    super::{
        add,
        sample::{
            NONE_REFUSED, TODAY, at_once, ballots, counted, everyone, everything, held,
            kept_survey, not_answers, record_of, relabelled, unopenable,
        },
    },
    *,
};
use crate::{
    browser::storage::now::now,
    domain::{closing::Next, side::Side},
};

const TOO_FEW: CloseError = CloseError::TooFew {
    refused: BySide {
        executive: NONE_REFUSED,
        team: NONE_REFUSED,
    },
};

#[test]
fn closing_counts_exactly_drops_the_ballots_and_leaves_the_key() {
    let (store, id) = kept_survey();
    now(add(&store, &id, &everyone())).unwrap();

    let closed = now(close(&store, &id, TODAY, &at_once)).unwrap().closed;

    assert_eq!(closed.tally, counted(&everyone()));
    assert_eq!(closed.opened, BySide::from_fn(|_| Some(TODAY)));
    assert_eq!(closed.refused, BySide::default());
    let held = held(&store, &id);
    assert_eq!(held.closed, Some(closed));
    assert!(held.has_key() && held.is_collecting());
    assert_eq!(held.ballots, BySide::default());
    let waiting = Next::Waiting { new: 0, minimum: 5 };
    assert_eq!(held.next(Side::Team), waiting);
    assert_eq!(now(store.all(Shelf::Ballots, &key(&id, ""))), Ok(vec![]));
    assert_eq!(now(close(&store, &id, TODAY, &at_once)), Err(TOO_FEW));
}

#[test]
fn a_side_under_its_minimum_stays_sealed_and_can_be_closed_later() {
    let (store, id) = kept_survey();
    let (few, more) = (
        ballots(Side::Executive, 0..4),
        ballots(Side::Executive, 4..6),
    );
    let team = ballots(Side::Team, 0..8);
    now(add(&store, &id, &few)).unwrap();
    now(add(&store, &id, &team)).unwrap();

    let first = now(close(&store, &id, TODAY, &at_once)).unwrap().closed;

    assert_eq!(first.tally, counted(&team));
    assert_eq!(first.opened.executive, None);
    let between = held(&store, &id);
    assert!(between.has_key());
    assert_eq!(between.ballots.executive, 4);
    assert_eq!(between.needed(Side::Executive), 1);
    assert_eq!(between.needed(Side::Team), 0);

    now(add(&store, &id, &more)).unwrap();
    let second = now(close(&store, &id, TODAY, &at_once)).unwrap().closed;

    let all = [ballots(Side::Executive, 0..6), team].concat();
    assert_eq!(second.tally, counted(&all));
}

#[test]
fn ballots_that_do_not_open_are_counted_and_named() {
    let (store, id) = kept_survey();
    now(add(&store, &id, &everyone())).unwrap();
    let wrong = [relabelled(9), unopenable(1), unopenable(2), not_answers()];
    assert_eq!(now(add(&store, &id, &wrong)).unwrap().new.executive, 3);

    let closed = now(close(&store, &id, TODAY, &at_once)).unwrap().closed;

    assert_eq!(closed.tally, counted(&everyone()));
    let expected = BySide {
        executive: RefusedCounts {
            other_side: 1,
            does_not_open: 2,
            not_answers: 0,
        },
        team: RefusedCounts {
            not_answers: 1,
            ..RefusedCounts::default()
        },
    };
    assert_eq!(closed.refused, expected);
    assert_eq!(held(&store, &id).closed.unwrap().refused, expected);
    assert_eq!(held(&store, &id).ballots, BySide::default());
}

#[test]
fn what_does_not_open_makes_no_group() {
    let (store, id) = kept_survey();
    now(add(&store, &id, &ballots(Side::Executive, 0..4))).unwrap();
    now(add(&store, &id, &[relabelled(9), unopenable(1)])).unwrap();
    let before = everything(&store);

    let refused = BySide {
        executive: RefusedCounts {
            other_side: 1,
            does_not_open: 1,
            not_answers: 0,
        },
        team: RefusedCounts::default(),
    };
    let closed = now(close(&store, &id, TODAY, &at_once));
    assert_eq!(closed, Err(CloseError::TooFew { refused }));
    let held = held(&store, &id);
    assert_eq!(held.needed(Side::Executive), 0);
    let next = held.next_beside(Side::Executive, refused.executive);
    assert_eq!(next, Next::Collecting { more: 1 });

    assert_eq!(everything(&store), before);
}

#[test]
fn what_does_not_open_is_named_once_when_the_other_side_is_opened() {
    let (store, id) = kept_survey();
    now(add(&store, &id, &[unopenable(1)])).unwrap();
    now(add(&store, &id, &ballots(Side::Team, 0..5))).unwrap();
    assert_eq!(
        now(close(&store, &id, TODAY, &at_once))
            .unwrap()
            .closed
            .refused
            .executive
            .does_not_open,
        1
    );

    now(add(&store, &id, &ballots(Side::Executive, 0..5))).unwrap();
    let closed = now(close(&store, &id, TODAY, &at_once)).unwrap().closed;

    assert_eq!(closed.refused.executive.does_not_open, 1);
    assert_eq!(closed.tally.ballots().executive, 5);
}

#[test]
fn nothing_to_open_changes_nothing() {
    let (store, id) = kept_survey();
    for few in [0, 4] {
        now(add(&store, &id, &ballots(Side::Team, 0..few))).unwrap();
        let before = everything(&store);
        assert_eq!(now(close(&store, &id, TODAY, &at_once)), Err(TOO_FEW));
        assert_eq!(everything(&store), before);
    }
}

#[test]
fn late_ballots_stay_sealed_until_enough_are_new() {
    let (store, id) = kept_survey();
    now(add(&store, &id, &ballots(Side::Team, 0..6))).unwrap();
    now(close(&store, &id, TODAY, &at_once)).unwrap();
    let late = ballots(Side::Team, 5..10);

    let added = now(add(&store, &id, &late)).unwrap();
    assert_eq!((added.counted, added.new.team), (1, 4));
    let before = everything(&store);
    assert_eq!(now(close(&store, &id, TODAY, &at_once)), Err(TOO_FEW));
    assert_eq!(everything(&store), before);
    let waiting = Next::Waiting { new: 4, minimum: 5 };
    assert_eq!(held(&store, &id).next(Side::Team), waiting);

    now(add(&store, &id, &ballots(Side::Team, 10..11))).unwrap();
    assert_eq!(held(&store, &id).next(Side::Team), Next::Ready);
    let again = now(close(&store, &id, TODAY, &at_once)).unwrap();
    assert_eq!(again.held_back, BySide::default());
    assert_eq!(again.closed.tally, counted(&ballots(Side::Team, 0..11)));
    assert_eq!(held(&store, &id).closed, Some(again.closed));
}

#[test]
fn the_end_erases_the_key_and_loses_no_ballot() {
    let (store, id) = kept_survey();
    now(add(&store, &id, &ballots(Side::Team, 0..6))).unwrap();
    now(close(&store, &id, TODAY, &at_once)).unwrap();
    now(add(&store, &id, &ballots(Side::Team, 6..8))).unwrap();

    now(end(&store, &id)).unwrap();
    now(end(&store, &id)).unwrap();

    let held = held(&store, &id);
    assert!(!held.has_key() && !held.is_collecting());
    assert_eq!(held.next(Side::Team), Next::Over);
    assert_eq!(held.ballots.team, 2);
    assert_eq!(held.closed.unwrap().tally.ballots().team, 6);
    let late = now(add(&store, &id, &ballots(Side::Team, 8..9))).unwrap();
    assert_eq!(late.late, 1);
    assert_eq!(now(close(&store, &id, TODAY, &at_once)), Err(TOO_FEW));
    let no_key = record::encode_entry(&held.kept);
    assert_eq!(now(store.read(Shelf::Surveys, &id)), Ok(Some(no_key)));
}

/// As the first version left it: one side shown, and nobody knows which ballots were counted.
#[test]
fn a_side_that_the_first_version_opened_takes_no_late_ballots() {
    let (store, id) = kept_survey();
    let closed = Closed {
        opened: BySide {
            executive: None,
            team: Some(TODAY),
        },
        tally: counted(&ballots(Side::Team, 0..6)),
        refused: BySide::default(),
    };
    let record = record::encode_closed(&closed);
    now(store.change(record_of(Shelf::Tallies, &id, record))).unwrap();

    assert_eq!(held(&store, &id).closed, Some(closed.clone()));
    assert_eq!(held(&store, &id).next(Side::Team), Next::Over);
    let late = now(add(&store, &id, &ballots(Side::Team, 5..8))).unwrap();
    assert_eq!(late.late, 3);
    now(add(&store, &id, &ballots(Side::Executive, 0..5))).unwrap();
    let both = now(close(&store, &id, TODAY, &at_once)).unwrap().closed;
    assert_eq!(both.tally.ballots().executive, 5);
    assert_eq!(both.tally.ballots().team, 6);
}
