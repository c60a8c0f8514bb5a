//! Tests of what is kept about slides.

use leptos::prelude::Owner;

use super::*;
use crate::{
    browser::storage::now::now,
    codec::tally::Published,
    domain::{deck::Key, example, release::Released, side::BySide},
};

#[test]
fn a_change_is_kept_beside_the_results_and_read_back() {
    let (_owner, workspace, whose) = opened();
    let deck = DeckBox::new(workspace, whose.clone());
    now(deck.look());
    assert_eq!(deck.edits.get_untracked(), Some(Edits::default()));

    change(deck, Edit::Title(key("who"), "Mi".to_owned()));
    change(deck, Edit::Title(key("who"), "Mine".to_owned()));
    change(deck, Edit::Drop(key("title"), true));

    let again = DeckBox::new(workspace, whose);
    now(again.look());
    assert_eq!(again.edits.get_untracked(), deck.edits.get_untracked());
    assert_eq!(deck.keeping.get_untracked(), Keeping::OnlyHere);
    let own: Vec<String> = again
        .edits
        .get_untracked()
        .unwrap()
        .own()
        .map(|(key, _)| key.text().to_owned())
        .collect();
    assert_eq!(own, ["title", "who"]);
}

#[test]
fn two_windows_change_different_slides_and_both_changes_stay() {
    let (_owner, workspace, whose) = opened();
    let [one, other] = [0, 1].map(|_| DeckBox::new(workspace, whose.clone()));
    for deck in [one, other] {
        now(deck.look());
    }
    change(one, Edit::Drop(key("who"), true));
    change(other, Edit::Title(key("method"), "How".to_owned()));
    now(one.look());
    assert_eq!(one.edits.get_untracked().unwrap().own().count(), 2);
}

#[test]
fn what_this_version_cannot_read_stays_as_it_is() {
    let (_owner, workspace, whose) = opened();
    let store = workspace.store.get_value();
    let newer = vec![9, 1, 2, 3];
    let put = |_: Option<&[u8]>| Ok::<_, ()>(newer.clone());
    now(persistence::change_beside(&store, whose.owner(), DECK, put))
        .unwrap()
        .unwrap();
    let deck = DeckBox::new(workspace, whose.clone());
    now(deck.look());
    assert!(deck.is_unreadable.get_untracked());

    change(deck, Edit::Drop(key("who"), true));

    assert_eq!(deck.edits.get_untracked().unwrap().own().count(), 1);
    assert_eq!(deck.keeping.get_untracked(), Keeping::OnlyHere);
    let kept = now(persistence::read_beside(&store, whose.id(), DECK));
    assert_eq!(kept, Ok(Some(newer)));
}

#[test]
fn what_is_typed_over_is_kept_once() {
    let mut pending = Vec::new();
    for typed in ["M", "Mi", "Mine"] {
        push(&mut pending, Edit::Title(key("who"), typed.to_owned()));
    }
    push(&mut pending, Edit::Title(key("title"), "Other".to_owned()));
    assert_eq!(
        pending,
        [
            Edit::Title(key("who"), "Mine".to_owned()),
            Edit::Title(key("title"), "Other".to_owned())
        ]
    );
}

/// As `apply`, without a task beside.
fn change(deck: DeckBox, edit: Edit) {
    if deck.change(edit) {
        now(deck.keep());
    }
}

fn opened() -> (Owner, Workspace, Whose) {
    let owner = Owner::new();
    owner.set();
    let workspace = Workspace::new();
    now(workspace.open());
    let survey = example::survey();
    let published = Published {
        released: Released::of(&survey, &example::tally()),
        closed: BySide::from_fn(|_| None),
        survey,
    };
    (owner, workspace, Whose::results(&published))
}

fn key(text: &str) -> Key {
    Key::new(text).unwrap()
}
