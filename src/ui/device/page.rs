//! What this device keeps, whether it lasts, and backups.

use super::{
    backup::backup_section, kept::kept_section, lasting::lasting_section, restore::restore_section,
};
use crate::{
    state::page,
    text::{common, device},
    ui::kit::{El, el, heading, lead},
};

/// All of it.
pub(crate) fn page() -> El {
    page::set_title(&common::title(device::TITLE));
    el("div")
        .class("survey")
        .child(heading(device::TITLE))
        .child(lead(device::LEAD))
        .child(kept_section())
        .child(backup_section())
        .child(restore_section())
        .child(lasting_section())
}
