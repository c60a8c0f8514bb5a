//! Whoever answers loses nothing, and leaves nothing behind.

use super::*;
use crate::{
    codec::{link, sealing},
    domain::{example, scale::Scale, side::Side},
    state::Trouble,
};

#[test]
fn an_answer_is_noted_and_the_sheet_goes_on() {
    let _owner = owner();
    let workspace = Workspace::new();
    let sitting = workspace.open_link(&fragment()).unwrap();
    let three = Answer::Picked(Scale::Days.pick(Side::Team, 3).unwrap());

    workspace.answer(0, three);
    workspace.answer(1, Answer::Unsure);

    let again = workspace.open_link(&fragment()).unwrap();
    assert_eq!(
        again.sheet.answers()[..3],
        [Some(three), Some(Answer::Unsure), None]
    );
    assert_eq!(workspace.resume(&sitting.key), Some(again));
}

#[test]
fn a_sheet_that_cannot_be_kept_is_said_to_be_so() {
    let _owner = owner();
    let workspace = Workspace::new();

    let sitting = workspace.open_link(&fragment()).unwrap();

    assert!(!sitting.is_kept);
    assert_eq!(workspace.trouble(), Some(Trouble::Forbidden));
}

#[test]
fn there_is_nothing_to_resume_before_somebody_has_begun() {
    let _owner = owner();
    let workspace = Workspace::new();
    let key = SheetKey::from_text("3f9a3f9a3f9a3f9a-team").unwrap();

    assert_eq!(workspace.resume(&key), None);
    assert_eq!(workspace.begin_round(&key), None);
    workspace.answer(0, Answer::Unsure);
    assert_eq!(workspace.sitting(), None);
    assert_eq!(workspace.seal(), Err(NotHandedIn::CannotSeal));
}

#[test]
fn an_erased_sheet_is_gone() {
    let _owner = owner();
    let workspace = Workspace::new();
    let sitting = workspace.open_link(&fragment()).unwrap();
    workspace.answer(0, Answer::Unsure);

    workspace.erase_sheet();

    assert_eq!(workspace.sitting(), None);
    assert_eq!(workspace.resume(&sitting.key), None);
    assert_eq!(
        workspace.open_link(&fragment()).unwrap().sheet.answered(),
        0
    );
}

#[test]
fn a_sheet_that_cannot_be_sealed_is_as_it_was() {
    let _owner = owner();
    let workspace = Workspace::new();
    workspace.open_link(&fragment()).unwrap();
    workspace.answer(0, Answer::Unsure);
    let before = workspace.sitting();

    // There are no random numbers outside a browser.
    assert_eq!(workspace.seal(), Err(NotHandedIn::CannotSeal));

    assert_eq!(workspace.sitting(), before);
}

#[test]
fn a_bad_link_begins_nothing() {
    let _owner = owner();
    let workspace = Workspace::new();

    let cut = &fragment()[..100];

    assert_eq!(workspace.open_link(cut), Err(LinkError::CutShort));
    assert_eq!(workspace.sitting(), None);
}

#[test]
fn a_sheet_s_key_is_read_back() {
    for side in Side::ALL {
        let key = SheetKey {
            id: "3f9a3f9a3f9a3f9a".to_owned(),
            side,
        };
        assert_eq!(SheetKey::from_text(&key.to_text()), Some(key));
    }
    assert_eq!(SheetKey::from_text("3f9a-board"), None);
}

fn fragment() -> String {
    link::encode(&Invitation {
        survey: Survey {
            public_key: sealing::key_pair(&[4; 32]).public,
            ..example::survey()
        },
        side: Side::Team,
        secret: [2; 32],
    })
}

// Signals live only as long as an owner does.
fn owner() -> Owner {
    let owner = Owner::new();
    owner.set();
    owner
}
