//! Cards are kept as they are typed, also when the storage is full, two tabs write, or nothing lasts.

use leptos::prelude::Owner as Scope;

use super::*;
use crate::{
    browser::storage::{Store, now::now},
    domain::{card::Field, day::Day, example, release::Released, side::BySide},
    state::persistence::sample::kept_survey,
};

#[test]
fn a_card_is_made_changed_and_found_again() {
    let _scope = scope();
    let (cards, workspace) = on(kept_survey());
    assert_eq!(now(cards.add(Card::blank("3.1"))), Some(1));
    cards.change(Edit::Say(1, Field::Title, " Twenty  minutes ".to_owned()));
    cards.change(Edit::Say(
        1,
        Field::Title,
        "Twenty minutes a week".to_owned(),
    ));
    now(cards.keep());

    // In memory nothing lasts beyond the page, and the page says so.
    assert_eq!(cards.keeping.get_untracked(), Keeping::OnlyHere);
    let found = now(workspace.cards_kept(whose()));
    assert_eq!(found[0].text(Field::Title), "Twenty minutes a week");
    assert_eq!(found, cards.all());
    assert_eq!(
        cards.uid(&found[0]),
        format!("{}-1@plumbline", whose().id())
    );
}

#[test]
fn two_tabs_change_the_same_cards_and_none_is_lost() {
    let _scope = scope();
    let (one, workspace) = on(kept_survey());
    let other = CardBox::new(workspace, whose());
    now(other.look());
    assert_eq!(now(one.add(Card::blank("3.1"))), Some(1));
    assert_eq!(now(other.add(Card::blank("1.1"))), Some(2));
    one.change(Edit::Say(1, Field::Who, "Intake".to_owned()));
    other.change(Edit::Say(1, Field::Said, "Yes".to_owned()));
    now(one.keep());
    now(other.keep());
    now(one.look());

    let card = one.get(1).unwrap();
    assert_eq!(
        (card.text(Field::Who), card.text(Field::Said)),
        ("Intake", "Yes")
    );
    assert_eq!(one.all(), other.all());
}

#[test]
fn what_does_not_fit_stays_on_the_page_and_is_tried_again() {
    let _scope = scope();
    let (full, id) = (Store::in_memory_with_room(40), "r".to_owned());
    let (cards, workspace) = on((full, id));
    cards.work.update_value(|work| work.whose = results());
    assert_eq!(now(cards.add(Card::blank("3.1"))), Some(1));
    assert_eq!(cards.keeping.get_untracked(), Keeping::NotKept);
    assert!(workspace.trouble().is_some());
    cards.change(Edit::Say(1, Field::Title, "Still here".to_owned()));
    now(cards.look());
    assert_eq!(cards.get(1).unwrap().text(Field::Title), "Still here");

    workspace.store.set_value(Store::in_memory());
    now(cards.keep());

    assert_eq!(workspace.trouble(), None);
    let found = now(workspace.cards_kept(results()));
    assert_eq!(found[0].text(Field::Title), "Still here");
}

#[test]
fn cards_that_cannot_be_read_are_said_and_left() {
    let _scope = scope();
    let (store, id) = kept_survey();
    let owner = Owner::Survey(id.clone());
    let newer = |_: Option<&[u8]>| Ok::<_, ()>(vec![9, 9]);
    now(persistence::change_beside(&store, &owner, CARDS, newer))
        .unwrap()
        .unwrap();
    let (cards, workspace) = on((store, id));

    let unread = cards.unread().unwrap();

    assert_eq!(
        (unread.why, unread.bytes),
        (RecordError::Newer(9), vec![9, 9])
    );
    assert_eq!(now(cards.add(Card::blank("3.1"))), None);
    let store = workspace.store.get_value();
    let record = now(persistence::read_beside(&store, whose().id(), CARDS));
    assert_eq!(record, Ok(Some(vec![9, 9])));
}

#[test]
fn a_text_without_end_is_refused_and_the_one_before_stays() {
    let _scope = scope();
    let (cards, _) = on(kept_survey());
    now(cards.add(Card::blank("3.1")));
    cards.change(Edit::Say(1, Field::Problem, "Short".to_owned()));
    let endless = Edit::Say(1, Field::Problem, "x".repeat(20_000));
    assert!(!cards.change(endless));
    assert_eq!(
        cards.keeping.get_untracked(),
        Keeping::NotTaken(NotTaken::TooLong)
    );
    assert_eq!(cards.get(1).unwrap().text(Field::Problem), "Short");
}

#[test]
fn results_without_a_survey_have_the_same_id_wherever_they_come_from() {
    let published = published();
    assert_eq!(
        results().id(),
        Whose::results(&published.without_key()).id()
    );
    assert_eq!(results().id().len(), 16);
    assert_ne!(results().id(), whose().id());
}

fn on((store, _): (Store, String)) -> (CardBox, Workspace) {
    let workspace = Workspace::new();
    now(workspace.open());
    workspace.store.set_value(store);
    let cards = CardBox::new(workspace, whose());
    now(cards.look());
    (cards, workspace)
}

fn whose() -> Whose {
    let (_, id) = kept_survey();
    Whose::survey(&id, &published())
}

fn results() -> Whose {
    Whose::results(&published())
}

fn published() -> Published {
    let survey = example::survey();
    let day = Day {
        year: 2026,
        month: 11,
        day: 22,
    };
    Published {
        released: Released::of(&survey, &example::tally()),
        closed: BySide::from_fn(|_| Some(day)),
        survey,
    }
}

// Signals live only as long as an owner does.
fn scope() -> Scope {
    let scope = Scope::new();
    scope.set();
    scope
}
