//! A backup handed to the person.

use crate::{
    state::{MadeBackup, NotMade, Workspace, page},
    text::{bad, carried, device},
};

/// Gives the person the file, notes it, and says what came of it.
pub(crate) fn give(workspace: Workspace, made: Result<MadeBackup, NotMade>) -> &'static str {
    let made = match made {
        Ok(made) => made,
        Err(NotMade::Failed) => return device::NOT_SAVED,
        Err(NotMade::TooLarge) => return device::NOT_SAVED_LARGE,
    };
    let name = format!("{}.plumbline", carried::backup_file(&page::date()));
    if !page::save(&name, "application/octet-stream", &made.file) {
        return bad::NO_FILE;
    }
    workspace.note_backup(&made);
    device::SAVED
}
