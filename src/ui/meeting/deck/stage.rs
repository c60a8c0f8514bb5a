//! What the windows of one deck share: the slides, which one is shown, and how far.

use leptos::{prelude::*, task::spawn_local};

use super::slides::{SlideView, slides};
use crate::{
    domain::{
        card::State,
        day::Day,
        deck::{Edits, Guesses, Key, Pose, Show},
    },
    state::{
        Published, Whose, Workspace,
        deck::{DeckBox, Line, Told},
        page,
    },
    text::deck::{self as words, Experiment},
    ui::{screen::Screen, source::Source},
};

/// What the windows of one deck share.
///
/// `Copy`, because it only holds signals.
#[derive(Clone, Copy)]
pub(in crate::ui::meeting) struct Stage {
    pub(in crate::ui::meeting) source: StoredValue<Source>,
    pub(in crate::ui::meeting) published: StoredValue<Published>,
    pub(in crate::ui::meeting) day: Day,
    /// What was changed about the slides.
    pub(in crate::ui::meeting) deck: DeckBox,
    /// All slides, also those that are left out; none while they are being read.
    pub(in crate::ui::meeting) all: Memo<Vec<SlideView>>,
    /// The slides that are presented.
    pub(in crate::ui::meeting) shown: Memo<Vec<SlideView>>,
    pose: RwSignal<Pose>,
    /// When the presentation began, in milliseconds since 1970.
    pub(in crate::ui::meeting) started: RwSignal<u64>,
    /// Whether another window of this deck is there, as far as was heard.
    pub(in crate::ui::meeting) is_heard: RwSignal<bool>,
    /// Whether this window shows the slides, so that its address follows them; one of notes does not.
    pub(in crate::ui::meeting) shows_slides: bool,
    line: StoredValue<Option<Line>>,
    pub(in crate::ui::meeting) experiments: RwSignal<Vec<Experiment>>,
}

impl Stage {
    /// The deck of these results, where it was when this window or another showed it last.
    pub(in crate::ui::meeting) fn open(
        source: &Source,
        published: Published,
        shows_slides: bool,
    ) -> Self {
        let workspace = Workspace::expect();
        let whose = source.whose(&published);
        let deck = DeckBox::open(workspace, whose.clone());
        let experiments = experiments(workspace, &whose);
        let day = published.day().unwrap_or_else(page::today);
        let published = StoredValue::new(published);
        let all = Memo::new(move |_| {
            let edits = deck.edits();
            let made = |edits: &Edits| {
                published.with_value(|published| {
                    experiments.with(|experiments| slides(published, day, experiments, edits))
                })
            };
            edits.as_ref().map_or_else(Vec::new, made)
        });
        let stage = Self {
            source: StoredValue::new(source.clone()),
            published,
            day,
            deck,
            all,
            shown: Memo::new(move |_| all.with(|all| shown(all))),
            pose: RwSignal::new(Pose::at(Key::first())),
            started: RwSignal::new(page::now()),
            is_heard: RwSignal::new(false),
            shows_slides,
            line: StoredValue::new(None),
            experiments,
        };
        stage.begin(&whose);
        stage
    }

    /// Takes up what this tab remembers, or what the address says, and asks the other windows.
    fn begin(self, whose: &Whose) {
        let line = Line::open(whose, self.shows_slides, move |told| self.hear(told));
        self.line.set_value(Some(line));
        let spot = self.spot(&page::fragment());
        if let Some(Told::Shown(pose, started)) = line.remembered() {
            let is_same = !self.shows_slides || spot.as_ref() == Some(&pose.key);
            if is_same {
                self.pose.set(pose);
                self.started.set(started);
            }
        }
        if let Some(key) = spot.filter(|key| self.pose.with_untracked(|pose| pose.key != *key)) {
            self.pose.set(Pose::at(key));
        }
        line.tell(&Told::Ask);
    }

    /// The slide that stands in an address of this deck.
    pub(in crate::ui::meeting) fn spot(self, fragment: &str) -> Option<Key> {
        let start = self
            .source
            .with_value(|source| Screen::Deck(source.clone()).fragment());
        Key::new(fragment.strip_prefix(&start)?.strip_prefix('/')?)
    }

    /// The address of a slide.
    pub(in crate::ui::meeting) fn address(self, name: &str) -> String {
        let start = self
            .source
            .with_value(|source| Screen::Deck(source.clone()).fragment());
        format!("{start}/{name}")
    }

    fn hear(self, told: Told) {
        let _ = self.is_heard.try_set(told != Told::Gone);
        match told {
            Told::Ask => self.tell(),
            // Not asked who else is there: the one that goes could still answer.
            Told::Gone => {}
            Told::Shown(pose, started) => {
                let _ = self.started.try_set(started);
                if self
                    .pose
                    .try_get_untracked()
                    .is_some_and(|known| known != pose)
                {
                    let _ = self.pose.try_set(pose);
                }
                self.remember();
            }
        }
    }

    fn told(self) -> Option<Told> {
        let pose = self.pose.try_get_untracked()?;
        Some(Told::Shown(pose, self.started.try_get_untracked()?))
    }

    fn tell(self) {
        let line = self.line.try_get_value().flatten();
        if let Some((line, told)) = line.zip(self.told()) {
            line.tell(&told);
        }
    }

    /// For a reload, in this tab and in the address.
    pub(in crate::ui::meeting) fn remember(self) {
        let line = self.line.try_get_value().flatten();
        if let Some((line, told)) = line.zip(self.told()) {
            line.remember(&told);
        }
        if self.shows_slides
            && let Some(pose) = self.now_untracked()
            && self.is_at_slides()
        {
            page::replace(&self.address(pose.key.text()));
        }
    }

    /// Whether the address is one of the slides, and not of their arranging or of another screen.
    fn is_at_slides(self) -> bool {
        let fragment = page::fragment();
        let start = self
            .source
            .with_value(|source| Screen::Deck(source.clone()).fragment());
        fragment.starts_with(&start) && !fragment.ends_with(super::ARRANGE)
    }

    /// Whether windows can tell each other anything in this browser.
    pub(in crate::ui::meeting) fn is_joined(self) -> bool {
        self.line.get_value().is_some_and(Line::is_there)
    }

    /// The slides that are presented; nothing while they are being read.
    pub(in crate::ui::meeting) fn show(self) -> Option<Show> {
        self.shown
            .with(|shown| Show::of(shown.iter().map(|view| (&view.key, &view.content))))
    }

    /// What is shown now; nothing while slides are being read.
    pub(in crate::ui::meeting) fn now(self) -> Option<Pose> {
        Some(self.show()?.fitted(&self.pose.get()))
    }

    fn now_untracked(self) -> Option<Pose> {
        untrack(|| self.now())
    }

    /// The step that is shown.
    pub(in crate::ui::meeting) fn step(self) -> u8 {
        self.now().map_or(0, |pose| pose.step)
    }

    /// The slide that is shown, with its number.
    pub(in crate::ui::meeting) fn slide(self) -> Option<(usize, SlideView)> {
        let place = self.show()?.place(&self.now()?.key)?;
        let view = self.shown.with(|shown| shown.get(place).cloned())?;
        Some((place + 1, view))
    }

    /// Goes somewhere else, here and in the other windows.
    pub(in crate::ui::meeting) fn go(self, way: impl FnOnce(&Show, &Pose) -> Pose) {
        let Some((show, pose)) = untrack(|| self.show()).zip(self.now_untracked()) else {
            return;
        };
        self.set(way(&show, &pose));
    }

    fn set(self, pose: Pose) {
        self.pose.set(pose);
        self.tell();
        self.remember();
    }

    /// Goes to the beginning of a slide.
    pub(in crate::ui::meeting) fn go_to(self, key: &Key) {
        self.go(|show, pose| match show.place(key) {
            Some(place) => show.nth(pose, place + 1),
            None => pose.clone(),
        });
    }

    /// Whether the room can guess now: a question stands alone.
    pub(in crate::ui::meeting) fn is_guessing(self) -> bool {
        untrack(|| {
            let pose = self.now();
            let steps = self.show().zip(pose.as_ref());
            let has_steps = steps.is_some_and(|(show, pose)| show.steps(&pose.key) > 1);
            has_steps && pose.is_some_and(|pose| pose.step == 0)
        })
    }

    /// What the room has guessed on this slide.
    pub(in crate::ui::meeting) fn guesses(self) -> Guesses {
        self.now().map(|pose| pose.guessed()).unwrap_or_default()
    }

    /// The room guesses otherwise.
    pub(in crate::ui::meeting) fn guess(self, guesses: Guesses) {
        self.go(|_, pose| pose.clone().with_guesses(guesses));
    }

    /// The presentation begins now.
    pub(in crate::ui::meeting) fn restart(self) {
        self.started.set(page::now());
        self.tell();
        self.remember();
    }
}

/// The slides that are not left out; the first where all are.
fn shown(all: &[SlideView]) -> Vec<SlideView> {
    let shown: Vec<SlideView> = all
        .iter()
        .filter(|view| !view.is_dropped)
        .cloned()
        .collect();
    if shown.is_empty() {
        return all.iter().take(1).cloned().collect();
    }
    shown
}

/// The experiments that were agreed, read again whenever a window has changed them. Ideas stay behind, as in the article.
fn experiments(workspace: Workspace, whose: &Whose) -> RwSignal<Vec<Experiment>> {
    let experiments = RwSignal::new(Vec::new());
    let whose = StoredValue::new(whose.clone());
    Effect::new(move |_| {
        workspace.track_beside();
        spawn_local(async move {
            let Some(whose) = whose.try_get_value() else {
                return;
            };
            let cards = workspace.cards_kept(whose).await;
            let agreed = cards.iter().filter(|card| card.state() == State::Agreed);
            let agreed: Vec<Experiment> = agreed.map(words::agreed).collect();
            if experiments.try_get_untracked() != Some(agreed.clone()) {
                experiments.try_set(agreed);
            }
        });
    });
    experiments
}
