//! A backup handed to the person.

use crate::{
    state::{Workspace, page},
    text::{bad, carried, device},
};

/// Gives the person the file, notes it, and says what came of it.
pub(crate) fn give(workspace: Workspace, file: Option<Vec<u8>>) -> &'static str {
    let Some(file) = file else {
        return device::NOT_SAVED;
    };
    let name = format!("{}.plumbline", carried::backup_file(&page::date()));
    if !page::save(&name, "application/octet-stream", &file) {
        return bad::NO_FILE;
    }
    workspace.note_backup();
    device::SAVED
}
