//! A backup of everything, with or without a passphrase.

use leptos::{prelude::*, task::spawn_local};

use crate::{
    state::Workspace,
    text::device,
    ui::{
        backup,
        kit::{El, Field, actions, busy_button, el, notice, paragraph, spoken},
    },
};

/// The field for a passphrase and the button.
pub(super) fn backup_section() -> El {
    let workspace = Workspace::expect();
    let passphrase = RwSignal::new(String::new());
    let is_busy = RwSignal::new(false);
    let said = RwSignal::new(None::<&'static str>);
    let save = move || {
        let typed = passphrase.get_untracked();
        is_busy.set(true);
        spawn_local(async move {
            // The button says first what goes on: making the key takes a moment.
            crate::state::page::pause().await;
            let made = if typed.is_empty() {
                workspace.backup().await
            } else {
                workspace.backup_under(typed).await
            };
            said.set(Some(backup::give(workspace, made)));
            is_busy.set(false);
        });
    };
    let field = Field {
        id: "passphrase",
        label: device::PASSPHRASE,
        hint: device::PASSPHRASE_HINT,
        is_number: false,
        value: passphrase.into(),
        problem: Signal::derive(|| None),
        on_input: Callback::new(move |typed| passphrase.set(typed)),
    };
    el("section")
        .class("step")
        .attr("aria-labelledby", "backup")
        .child(el("h2").id("backup").text(device::BACKUP))
        .child(paragraph(device::BACKUP_LEAD))
        .child(el("div").class("setting").child(field.view()))
        .child(
            actions().child(
                busy_button("button", is_busy, device::SAVE, device::SAVING).on("click", save),
            ),
        )
        .child(spoken().live(move || said.get().map(notice)))
}
