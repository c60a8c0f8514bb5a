//! Takes the results of a file, or says what is wrong with it.

use leptos::prelude::*;

use crate::{
    state::{ReadError, Workspace, page},
    ui::{
        bad_file::sentence,
        kit::El,
        opening::{self, Said},
        screen::Screen,
    },
};

/// On every screen of the document for results a file can be dropped; what is wrong with it is said on the screen with
/// the field.
pub(crate) fn take_what_is_dropped() {
    let said = Said::new(None);
    provide_context(said);
    let is_taken = Taken(RwSignal::new(false));
    provide_context(is_taken);
    let workspace = Workspace::expect();
    page::on_drop(move |file| {
        if !is_taken.0.get_untracked() {
            bring(workspace, file, said);
        }
    });
}

/// Whether somebody else takes what is dropped, so that it is not to be opened as results.
#[derive(Clone, Copy)]
pub(super) struct Taken(pub(super) RwSignal<bool>);

/// The field for files with results.
pub(super) fn open_results(said: Said) -> El {
    opening::field(said, bring)
}

/// Shows the results of a file.
pub(super) fn bring(workspace: Workspace, file: Result<Vec<u8>, ReadError>, said: Said) {
    match workspace.bring(file) {
        Ok(()) => {
            said.set(None);
            Screen::Opened.go();
        }
        Err(error) => {
            said.set(Some(sentence(&error)));
            Screen::Opened.go();
            page::scroll_to_top();
        }
    }
}
