//! The ways in for codes that arrive as text or files, and what the last of them brought.

use leptos::{prelude::*, task::spawn_local};

use super::said::sentences;
use crate::{
    state::{CollectOutcome, Picked, Watch, Workspace, page},
    text::{collect, gather, ways::Way},
    ui::kit::{El, actions, bar, busy_button, button, el, is_under_way, paragraph, small, spoken},
};

/// The field for files.
const FILES: &str = "code-files";
/// Files that the browser offers first; any other is looked through too.
const KINDS: &str = ".txt,.json,.html,.htm,.csv,.eml,.md,text/*,application/json";

/// What is typed, and what goes on.
#[derive(Clone)]
struct Paste {
    /// Held, since whoever drops a file does so outside of the app's components.
    workspace: Workspace,
    id: String,
    /// Whether whoever gathers can open what comes in.
    is_own: bool,
    text: RwSignal<String>,
    is_busy: RwSignal<bool>,
    /// Whether something was brought while this was busy.
    has_missed: RwSignal<bool>,
    said: RwSignal<Vec<String>>,
    watch: Watch,
}

/// The field and its button, files, and what came of the last.
pub(super) fn paste(id: &str) -> El {
    let workspace = Workspace::expect();
    let paste = Paste {
        workspace,
        id: id.to_owned(),
        is_own: workspace.held(id).is_some_and(|held| !held.is_gathered()),
        text: RwSignal::new(String::new()),
        is_busy: RwSignal::new(false),
        has_missed: RwSignal::new(false),
        said: RwSignal::new(Vec::new()),
        watch: Watch::new(),
    };
    page::on_drop_all({
        let paste = paste.clone();
        move |files| paste.take(files)
    });
    let add = {
        let paste = paste.clone();
        move || paste.add()
    };
    let (said, has_missed) = (paste.said, paste.has_missed);
    let add_button =
        busy_button("button", paste.is_busy, collect::ADD, collect::ADDING).on("click", add);
    el("div")
        .class("paste")
        .child(paragraph(collect::LEAD))
        .maybe(paste.known_of(Way::Pasted))
        .maybe(paste.known_of(Way::Link))
        .child(field(paste.text))
        .child(actions().child(add_button))
        .child(paste.files())
        .live(paste.progress())
        .child(spoken().live(move || {
            let mut said = said.get();
            if has_missed.get() {
                said.push(gather::MISSED.to_owned());
            }
            (!said.is_empty()).then(|| {
                el("div")
                    .class("said")
                    .children(said.into_iter().map(paragraph))
            })
        }))
}

fn field(text: RwSignal<String>) -> El {
    let label = el("label")
        .class("field__label")
        .attr("for", "codes")
        .text(collect::FIELD);
    let area = el("textarea")
        .class("field__input paste__field")
        .id("codes")
        .attr("rows", "5")
        .attr("autocomplete", "off")
        .attr("spellcheck", "false")
        .live_value(move || text.get())
        .on_text(move |typed| text.set(typed));
    el("div").class("field").child(label).child(area)
}

impl Paste {
    /// Who could know what by this way, to whoever runs the survey.
    fn known_of(&self, way: Way) -> Option<El> {
        self.is_own.then(|| small(way.for_organiser()))
    }

    /// The field for files.
    fn files(&self) -> El {
        let paste = self.clone();
        let pick = move || {
            let paste = paste.clone();
            spawn_local(async move {
                let files = page::all_picked(FILES).await;
                paste.take(files);
            });
        };
        let label = el("label")
            .class("field__label")
            .attr("for", FILES)
            .text(gather::FILES);
        let input = el("input")
            .class("field__input")
            .id(FILES)
            .attr("type", "file")
            .attr("multiple", "")
            .attr("accept", KINDS)
            .attr("aria-describedby", "code-files-hint")
            .on("change", pick);
        el("div")
            .class("field")
            .child(label)
            .child(small(gather::FILES_HINT).id("code-files-hint"))
            .maybe(self.known_of(Way::File))
            .child(input)
    }

    /// How far the looking is, and a way to stop it.
    fn progress(&self) -> impl Fn() -> Option<El> + 'static {
        let Watch {
            progress,
            is_stopped,
        } = self.watch;
        let is_shown = is_under_way(progress);
        move || {
            is_shown.get().then(|| {
                let stop = button("button button--quiet button--small")
                    .text(gather::STOP)
                    .on("click", move || is_stopped.set(true));
                el("div")
                    .class("looking")
                    .child(bar(collect::ADDING, progress))
                    .child(stop)
            })
        }
    }

    fn add(&self) {
        let pasted = self.text.get_untracked();
        if pasted.trim().is_empty() {
            self.said.set(vec![collect::NOTHING_PASTED.to_owned()]);
            return;
        }
        let (workspace, paste) = (self.workspace, self.clone());
        self.begin();
        spawn_local(async move {
            let looked = workspace.collect(paste.id.clone(), pasted, paste.watch);
            let outcome = looked.await;
            // What was not all read is still there to look at.
            if outcome.is_done() {
                paste.text.set(String::new());
            }
            paste.tell(&outcome);
        });
    }

    fn take(&self, files: Vec<Picked>) {
        if files.is_empty() {
            return;
        }
        if self.is_busy.get_untracked() {
            self.has_missed.set(true);
            return;
        }
        let (workspace, paste) = (self.workspace, self.clone());
        self.begin();
        spawn_local(async move {
            let looked = workspace.collect_files(paste.id.clone(), files, paste.watch);
            let outcome = looked.await;
            paste.tell(&outcome);
        });
    }

    fn begin(&self) {
        self.has_missed.set(false);
        self.is_busy.set(true);
    }

    fn tell(&self, outcome: &CollectOutcome) {
        if outcome.added.is_err() {
            // A full or failing storage is told at the top of the page.
            page::scroll_to_top();
        }
        self.said.set(sentences(outcome));
        self.is_busy.set(false);
    }
}
