//! Whoever answers loses nothing, and leaves nothing behind.

use super::*;
use crate::{
    browser::kept::twin,
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
    assert_eq!(workspace.seal(), Err(NotHandedIn::Gone));
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
fn two_tabs_on_one_sheet_lose_no_answer() {
    let (_owner, [here, there]) = two_tabs();

    here.answer(0, Answer::Unsure);
    here.answer(1, Answer::Unsure);
    there.answer(5, Answer::Unsure);

    let answered = |workspace: Workspace| workspace.sitting().unwrap().sheet.answered();
    assert_eq!(answered(there), 3);
    assert_eq!(kept_sheet(&key()).unwrap().unwrap().sheet.answered(), 3);
    // Going on in the first takes over what the second has added.
    here.catch_up();
    assert_eq!(answered(here), 3);
}

#[test]
fn a_sheet_that_another_tab_has_handed_in_is_not_written_again() {
    let (_owner, [here, there]) = two_tabs();
    here.answer(0, Answer::Unsure);
    there.catch_up();
    seal(here);
    let code = kept_code(&key()).unwrap().unwrap();

    there.answer(1, Answer::Unsure);

    assert_eq!(there.sitting(), Some(code.clone()));
    assert_eq!(kept_sheet(&key()), Ok(None));
    // Handing in once more makes no second ballot.
    assert_eq!(there.seal(), Ok(()));
    assert_eq!(kept_code(&key()), Ok(Some(code)));
}

#[test]
fn a_code_that_another_tab_has_sent_leaves_nothing_to_answer() {
    let (_owner, [here, there]) = two_tabs();
    seal(here);
    here.sitting.set(kept_code(&key()).unwrap());
    here.remove_code();

    there.answer(1, Answer::Unsure);

    assert_eq!(there.sitting(), None);
    assert_eq!(kept_sheet(&key()), Ok(None));
    assert_eq!(there.seal(), Err(NotHandedIn::Gone));
}

#[test]
fn an_answer_that_could_not_be_kept_is_not_replaced_by_what_was() {
    let (_owner, [here, _]) = two_tabs();
    here.answer(0, Answer::Unsure);
    twin::set_full(true);
    here.answer(1, Answer::Unsure);
    assert_eq!(here.trouble(), Some(Trouble::Full));

    here.answer(2, Answer::Unsure);
    assert_eq!(here.sitting().unwrap().sheet.answered(), 3);

    twin::set_full(false);
    here.answer(3, Answer::Unsure);
    assert_eq!(kept_sheet(&key()).unwrap().unwrap().sheet.answered(), 4);
    assert_eq!(here.trouble(), None);
}

#[test]
fn what_cannot_be_read_stays_as_it_is_and_nothing_is_kept_beside_it() {
    twin::provide();
    let _owner = owner();
    let later = "2 of a later version";
    for name in [key().sheet(), key().code()] {
        kept::save(&name, later).unwrap();
        let workspace = Workspace::new();

        let sitting = workspace.open_link(&fragment()).unwrap();
        workspace.answer(0, Answer::Unsure);

        assert!(workspace.has_unread(&key()) && !sitting.is_kept);
        assert_eq!(workspace.sitting().unwrap().sheet.answered(), 1);
        assert!(Workspace::new().unfinished().is_empty());
        assert!(Workspace::new().erase_sheets());
        workspace.erase_sheet();
        assert_eq!(kept::load(&name).unwrap().as_deref(), Some(later));
        assert_eq!(kept::keys("").unwrap(), std::slice::from_ref(&name));

        assert!(workspace.erase_unread(&name));
        assert!(workspace.open_link(&fragment()).unwrap().is_kept);
        workspace.erase_sheet();
    }
}

/// Two tabs that have opened the same link.
fn two_tabs() -> (Owner, [Workspace; 2]) {
    twin::provide();
    let owner = owner();
    let tabs = [(); 2].map(|()| Workspace::new());
    for tab in tabs {
        tab.open_link(&fragment()).unwrap();
    }
    (owner, tabs)
}

/// What [`Workspace::seal`] leaves in this browser; it needs random numbers, which are the browser's.
fn seal(workspace: Workspace) {
    let Sitting {
        invitation, sheet, ..
    } = workspace.sitting().unwrap();
    let Invitation { survey, secret, .. } = &invitation;
    let ballot = ballot::seal(survey, secret, &sheet.finish(), [7; _]).unwrap();
    let record = code_record(&invitation, &code::encode(&ballot));
    kept::save(&key().code(), &record).unwrap();
    kept::erase(&key().sheet()).unwrap();
}

fn key() -> SheetKey {
    SheetKey::of(&link::decode(&fragment()).unwrap())
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
