//! A backup handed to the person.

use crate::{
    state::{MadeBackup, Workspace, page},
    text::{bad, carried, device},
};

/// Gives the person the file, notes it, and says what came of it.
pub(crate) fn give(workspace: Workspace, made: Option<MadeBackup>) -> &'static str {
    let Some(made) = made else {
        return device::NOT_SAVED;
    };
    let name = format!("{}.plumbline", carried::backup_file(&page::date()));
    if !page::save(&name, "application/octet-stream", &made.file) {
        return bad::NO_FILE;
    }
    workspace.note_backup(&made);
    device::SAVED
}
