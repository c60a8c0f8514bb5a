//! The list of what is kept, each with its size and the way to erase it.

use std::borrow::Cow;

use leptos::{prelude::*, task::spawn_local};

use crate::{
    state::{Inventory, Stored, StoredBeside, Workspace, page},
    text::{bad, common, device},
    ui::{
        kit::{El, actions, busy_button, button, el, notice, paragraph, small, spoken},
        survey::sure,
    },
};

/// What somebody wants to erase.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Wanted {
    Survey(String),
    Beside(String),
    Unread(String),
    Ballot(String),
    Sheets,
    Everything,
}

/// What is kept; or that the page may not look.
type Found = Result<Inventory, CannotLook>;

/// The browser does not let the page look.
#[derive(Clone, Debug)]
struct CannotLook;

#[derive(Clone, Copy)]
struct List {
    workspace: Workspace,
    /// `None` while it is looked for.
    found: RwSignal<Option<Found>>,
    wanted: RwSignal<Option<Wanted>>,
    is_busy: RwSignal<bool>,
    said: RwSignal<Option<&'static str>>,
}

/// The list, which follows what other tabs change.
pub(super) fn kept_section() -> El {
    let list = List {
        workspace: Workspace::expect(),
        found: RwSignal::new(None),
        wanted: RwSignal::new(None),
        is_busy: RwSignal::new(false),
        said: RwSignal::new(None),
    };
    Effect::new(move |_| {
        // Read anew whenever a survey has changed.
        let _ = (list.workspace.all_held(), list.workspace.is_ready());
        list.workspace.follow_beside();
        list.look();
    });
    el("section")
        .class("step")
        .attr("aria-labelledby", "kept")
        .child(el("h2").id("kept").text(device::KEPT))
        .child(spoken().live(move || list.said.get().map(notice)))
        .live(move || {
            Some(match list.found.get() {
                None => small(common::OPENING),
                Some(Err(CannotLook)) => notice(device::CANNOT_LOOK),
                Some(Ok(found)) => untrack(|| list.shown(&found)),
            })
        })
        .live(move || list.wanted.get().map(|wanted| list.question(wanted)))
}

impl List {
    fn look(self) {
        spawn_local(async move {
            let found = self.workspace.inventory().await;
            self.found.set(Some(found.ok_or(CannotLook)));
        });
    }

    fn shown(self, found: &Inventory) -> El {
        if *found == Inventory::default() {
            return paragraph(device::NOTHING);
        }
        let is_aside = |one: &&Stored| found.aside.iter().any(|aside| aside.id == one.id);
        let surveys = found.surveys.iter().filter(|one| !is_aside(one));
        let mut rows: Vec<El> = surveys.map(|one| self.survey(one)).collect();
        rows.extend(found.beside.iter().map(|one| self.beside(one)));
        rows.extend(found.aside.iter().map(|one| {
            let wanted = Wanted::Survey(one.id.clone());
            let file = format!("plumbline_backup_{}.plumbline", one.id);
            self.unread((device::ASIDE, &one.id), (file, &one.backup), wanted)
        }));
        rows.extend(found.unread.iter().map(|(name, text)| {
            let what = name.trim_start_matches("plumbline/");
            let wanted = Wanted::Unread(name.clone());
            let file = format!("plumbline_unread_{}.bin", what.replace('/', "-"));
            let bytes = text.as_bytes();
            self.unread((device::UNREAD, what), (file, bytes), wanted)
        }));
        rows.extend(found.ballots.iter().map(|key| {
            let wanted = Wanted::Ballot(key.clone());
            let file = format!("plumbline_unread_ballot-{}.bin", key.replace('/', "-"));
            let bytes = key.as_bytes();
            self.unread((device::UNREAD_BALLOT, key), (file, bytes), wanted)
        }));
        let (sheets, bytes) = found.sheets;
        if sheets > 0 {
            let erase = self.erase(Wanted::Sheets, &device::sheets(sheets, bytes));
            rows.push(row(small(device::sheets(sheets, bytes)), erase));
        }
        let (texts, bytes) = found.texts;
        if texts > 0 {
            rows.push(told(device::texts(texts, bytes)));
        }
        let (texts, bytes) = found.tab;
        if texts > 0 {
            rows.push(told(device::tab(texts, bytes)));
        }
        if found.is_partial {
            rows.push(told(device::PARTIAL));
        }
        let all = button("button button--quiet")
            .text(device::ERASE_ALL)
            .on("click", move || self.wanted.set(Some(Wanted::Everything)));
        el("div")
            .class("kept")
            .child(el("ul").class("kept__list").children(rows))
            .child(actions().child(all))
    }

    fn survey(self, one: &Stored) -> El {
        let team = one.team.clone().unwrap_or_default();
        let about = device::survey(one.ballots, one.has_tally, one.cards, one.bytes);
        let words = el("div")
            .child(el("bdi").class("kept__name").text(team.clone()))
            .child(small(about));
        row(words, self.erase(Wanted::Survey(one.id.clone()), &team))
    }

    fn beside(self, one: &StoredBeside) -> El {
        let team = one.team.clone();
        let team = team.unwrap_or_else(|| device::NAMELESS.to_owned());
        let words = el("div")
            .child(el("bdi").class("kept__name").text(team.clone()))
            .child(small(device::beside(one.cards, one.bytes)));
        row(words, self.erase(Wanted::Beside(one.id.clone()), &team))
    }

    /// Something that cannot be read: what it is, its own name, and the file that it can be saved as.
    fn unread(
        self,
        (words, name): (&'static str, &str),
        (file, bytes): (String, &[u8]),
        wanted: Wanted,
    ) -> El {
        let words = el("div")
            .child(paragraph(words))
            .child(small(device::ASIDE_HINT))
            .child(small(device::size(bytes.len())));
        let erase = self.erase(wanted, name);
        let bytes = bytes.to_vec();
        let save = move || {
            let is_saved = page::save(&file, "application/octet-stream", &bytes);
            self.said.set((!is_saved).then_some(bad::NO_FILE));
        };
        let save = button("button button--quiet button--small")
            .text(device::ASIDE_SAVE)
            .on("click", save);
        row(words, actions().child(save).child(erase))
    }

    fn erase(self, wanted: Wanted, what: &str) -> El {
        button("button button--quiet button--small")
            .attr("aria-label", format!("{} {what}", device::ERASE))
            .text(device::ERASE)
            .on("click", move || self.wanted.set(Some(wanted.clone())))
    }

    fn question(self, wanted: Wanted) -> El {
        let words = match &wanted {
            Wanted::Survey(_) => device::SURE_SURVEY,
            Wanted::Beside(_) => device::SURE_BESIDE,
            Wanted::Unread(_) | Wanted::Ballot(_) => device::SURE_UNREAD,
            Wanted::Sheets => device::SURE_SHEETS,
            Wanted::Everything => device::SURE_ALL,
        };
        let yes = busy_button("button", self.is_busy, device::ERASE_YES, device::ERASING)
            .on("click", move || self.do_erase(wanted.clone()));
        let no = button("button button--quiet")
            .text(device::ERASE_NO)
            .on("click", move || self.wanted.set(None));
        sure("erase-sure", device::SURE, [words.to_owned()], [yes, no])
    }

    fn do_erase(self, wanted: Wanted) {
        let Self { workspace, .. } = self;
        self.is_busy.set(true);
        spawn_local(async move {
            let is_erased = match wanted {
                Wanted::Survey(id) => workspace.forget(id).await,
                Wanted::Beside(id) => workspace.forget_beside(id).await,
                Wanted::Unread(name) => workspace.erase_unread(&name),
                Wanted::Ballot(key) => workspace.erase_ballot(&key).await,
                Wanted::Sheets => workspace.erase_sheets(),
                Wanted::Everything => workspace.erase_everything().await,
            };
            self.said.set(Some(if is_erased {
                device::ERASED
            } else {
                device::NOT_ERASED
            }));
            self.is_busy.set(false);
            self.wanted.set(None);
            self.look();
        });
    }
}

fn row(words: El, ways: El) -> El {
    el("li").class("kept__row").child(words).child(ways)
}

/// Something that goes only with everything.
fn told(words: impl Into<Cow<'static, str>>) -> El {
    el("li").class("kept__row").child(small(words))
}
