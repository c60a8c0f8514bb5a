//! A file with results goes on to the document that shows them.

use leptos::{prelude::*, task::spawn_local};

use crate::{
    state::{ReadError, Workspace},
    text::bad,
    ui::{
        kit::El,
        opening::{self, Said},
        screen::Screen,
    },
};

/// The field for files with results.
pub(super) fn open_results() -> El {
    let said = Said::new(None);
    opening::listen(said, hand_over);
    opening::field(said, hand_over).child(opening::last(said))
}

fn hand_over(workspace: Workspace, file: Result<Vec<u8>, ReadError>, said: Said) {
    let Ok(bytes) = file else {
        let words = match file {
            Err(ReadError::TooLarge) => bad::FILE_LARGE,
            _ => bad::FILE_UNREADABLE,
        };
        said.set(Some(words.to_owned()));
        return;
    };
    spawn_local(async move {
        // Where nothing can be kept, the page that opens asks for the file itself.
        workspace.hand_over(bytes).await;
        said.set(None);
        Screen::Opened.go();
    });
}
