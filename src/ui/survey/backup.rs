//! The reminder of a backup, and the button for one.

use leptos::{prelude::*, task::spawn_local};

use crate::{
    domain::side::Side,
    state::Workspace,
    text::device,
    ui::{
        backup,
        kit::{El, actions, busy_button, el, link, notice, paragraph, small, spoken},
        screen::Screen,
    },
};

/// From so many ballots since the last backup on, the reminder stands out.
const MANY: usize = 10;

/// How urgent a backup is, and the button; `is_sent` says that a link was copied just now.
pub(super) fn backup_part(id: &str, is_sent: RwSignal<bool>) -> El {
    let workspace = Workspace::expect();
    let is_busy = RwSignal::new(false);
    let said = RwSignal::new(None::<String>);
    let save = move || {
        is_busy.set(true);
        spawn_local(async move {
            let made = workspace.backup().await;
            said.set(Some(backup::give(workspace, made).to_owned()));
            is_busy.set(false);
        });
    };
    let id = id.to_owned();
    let button = busy_button(
        "button button--quiet",
        is_busy,
        device::SAVE,
        device::SAVING,
    );
    el("div")
        .class("backup")
        .child(spoken().live(move || reminder(workspace, &id, is_sent.get())))
        .child(actions().child(button.on("click", save)).child(link(
            "link",
            Screen::Device.href(),
            device::TITLE,
        )))
        .child(spoken().live(move || said.get().map(small)))
}

/// The more ballots are only here, the louder; and once links are on their way, a survey without any backup.
fn reminder(workspace: Workspace, id: &str, is_sent: bool) -> Option<El> {
    let held = workspace.held(id)?;
    let ballots = Side::ALL.iter().map(|side| *held.ballots.of(*side)).sum();
    if ballots == 0 && held.is_gathered() {
        // Whoever gathers for somebody else has nothing to lose yet.
        return None;
    }
    let since = workspace.since_backup(id);
    let words = device::since(since, ballots)?;
    let is_urgent = since.unwrap_or(ballots) >= MANY || (is_sent && since.is_none());
    Some(if is_urgent {
        notice(words).class("notice need")
    } else {
        paragraph(words)
    })
}
