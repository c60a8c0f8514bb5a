//! A backup brought back: first what it would do, then doing it.

use leptos::{prelude::*, task::spawn_local};

use crate::{
    state::{
        BackedUp, Backup, BackupError, Joined, NotJoined, Plan, ReadError, Step, Unreadable, What,
        Workspace, page,
    },
    text::{bad, carried, device},
    ui::kit::{El, Field, actions, busy_button, el, notice, paragraph, small, spoken},
};

/// The field for the file.
const FILE: &str = "backup-file";

#[derive(Clone, Copy)]
struct Restoring {
    workspace: Workspace,
    /// A file that waits for its passphrase.
    file: RwSignal<Option<Vec<u8>>>,
    passphrase: RwSignal<String>,
    plan: RwSignal<Option<(Backup, Plan)>>,
    is_busy: RwSignal<bool>,
    said: RwSignal<Option<&'static str>>,
}

/// The file, its passphrase if it needs one, the plan, and the button.
pub(super) fn restore_section() -> El {
    let restoring = Restoring {
        workspace: Workspace::expect(),
        file: RwSignal::new(None),
        passphrase: RwSignal::new(String::new()),
        plan: RwSignal::new(None),
        is_busy: RwSignal::new(false),
        said: RwSignal::new(None),
    };
    el("section")
        .class("step")
        .attr("aria-labelledby", "restore")
        .child(el("h2").id("restore").text(device::RESTORE))
        .child(paragraph(device::RESTORE_LEAD))
        .child(restoring.file_field())
        .live(move || {
            let is_locked = restoring.file.with(Option::is_some);
            is_locked.then(|| restoring.passphrase_field())
        })
        .child(spoken().live(move || restoring.said.get().map(notice)))
        .live(move || {
            let plan = restoring.plan.get();
            plan.map(|(_, plan)| restoring.planned(&plan))
        })
}

impl Restoring {
    fn file_field(self) -> El {
        let pick = move || {
            spawn_local(async move {
                match page::picked_backup(FILE).await {
                    Some(Ok(file)) => self.open(file, None).await,
                    Some(Err(ReadError::TooLarge)) => self.said.set(Some(carried::BACKUP_LARGE)),
                    Some(Err(ReadError::Unreadable)) => self.said.set(Some(bad::FILE_UNREADABLE)),
                    None => {}
                }
            });
        };
        let label = el("label")
            .class("field__label")
            .attr("for", FILE)
            .text(device::FILE);
        let input = el("input")
            .class("field__input")
            .id(FILE)
            .attr("type", "file")
            .on("change", pick);
        el("div").class("field setting").child(label).child(input)
    }

    fn passphrase_field(self) -> El {
        let passphrase = self.passphrase;
        let open = move || {
            let Some(file) = self.file.get_untracked() else {
                return;
            };
            self.is_busy.set(true);
            spawn_local(async move {
                page::pause().await;
                let typed = passphrase.get_untracked();
                self.open(file, Some(typed)).await;
                self.is_busy.set(false);
            });
        };
        let field = Field {
            id: "its-passphrase",
            label: device::ITS_PASSPHRASE,
            hint: "",
            is_number: false,
            value: passphrase.into(),
            problem: Signal::derive(|| None),
            on_input: Callback::new(move |typed| passphrase.set(typed)),
        };
        let button = busy_button("button", self.is_busy, device::OPEN, device::OPENING);
        el("div")
            .class("paste")
            .child(field.view())
            .child(actions().child(button.on("click", open)))
    }

    async fn open(self, file: Vec<u8>, passphrase: Option<String>) {
        let planned = self.workspace.plan_restoring(&file, passphrase.as_deref());
        let planned = planned.await;
        let error = planned.as_ref().err().copied();
        let waits = matches!(
            error,
            Some(BackupError::NeedsPassphrase | BackupError::WrongPassphrase)
        );
        self.file.set(waits.then_some(file));
        self.said.set(match &planned {
            Err(error) => Some(sentence(*error)),
            Ok(None) => Some(device::CANNOT_LOOK),
            Ok(Some(_)) => None,
        });
        self.plan.set(planned.ok().flatten());
    }

    fn planned(self, plan: &Plan) -> El {
        let steps: Vec<El> = plan
            .steps
            .iter()
            .map(words)
            .chain(plan.beside.iter().map(beside))
            .map(|words| el("li").text(words))
            .collect();
        let is_empty = steps.is_empty();
        let act = busy_button("button", self.is_busy, device::DO_IT, device::DOING);
        let shown = el("div").class("sure").child(el("h3").text(device::PLAN));
        if is_empty {
            return shown.child(small(device::PLAN_EMPTY));
        }
        shown
            .child(el("ul").class("plan").children(steps))
            .child(actions().child(act.on("click", move || self.restore())))
    }

    fn restore(self) {
        let Some((backup, _)) = self.plan.get_untracked() else {
            return;
        };
        self.is_busy.set(true);
        spawn_local(async move {
            let is_kept = self.workspace.restore(&backup).await;
            self.is_busy.set(false);
            self.said.set(Some(if is_kept {
                device::DONE
            } else {
                device::NOT_DONE
            }));
            self.plan.set(None);
        });
    }
}

fn words(step: &Result<Step, Unreadable>) -> String {
    let step = match step {
        Ok(step) => step,
        Err(unreadable) if unreadable.is_here => return device::PLAN_UNREADABLE_HERE.to_owned(),
        Err(_) => return device::PLAN_UNREADABLE.to_owned(),
    };
    let is_new = step.survey.is_some();
    let words = device::step(&step.team, is_new, step.new.len(), step.known, step.counted);
    match step.tally {
        BackedUp::None | BackedUp::Here => words,
        BackedUp::Backup(_) => format!("{words} {}", device::STEP_TALLY),
        BackedUp::Differ => format!("{words} {}", device::STEP_DIFFER),
    }
}

fn beside(joined: &Result<Joined, NotJoined>) -> String {
    let joined = match joined {
        Ok(joined) => joined,
        Err(not) if not.is_here => return device::STEP_CARDS_UNREADABLE_HERE.to_owned(),
        Err(_) => return device::STEP_CARDS_UNREADABLE.to_owned(),
    };
    match &joined.what {
        What::Cards { team, added, known } => device::step_cards(team, *added, *known),
        What::Added => device::STEP_SLIDES.to_owned(),
        What::Here => device::STEP_SLIDES_HERE.to_owned(),
        What::Differs => device::STEP_SLIDES_DIFFER.to_owned(),
    }
}

fn sentence(error: BackupError) -> &'static str {
    match error {
        BackupError::NotABackup => carried::BACKUP_OTHER,
        BackupError::TooLarge => carried::BACKUP_LARGE,
        BackupError::CutShort => carried::BACKUP_CUT,
        BackupError::Damaged => carried::BACKUP_DAMAGED,
        BackupError::Later(_) => carried::BACKUP_LATER,
        BackupError::NeedsPassphrase => carried::BACKUP_LOCKED,
        BackupError::WrongPassphrase => carried::BACKUP_WRONG,
    }
}
