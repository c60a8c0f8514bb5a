//! The live picture: started, looked at, and stopped.

use leptos::{prelude::*, task::spawn_local};

use super::{page::Reading, said::Said};
use crate::{
    state::{CameraError, Eye, InSight, Speaker, page},
    text::camera,
    ui::kit::{El, actions, button, el, notice, small, spoken, tick},
};

/// The video element.
const VIDEO: &str = "camera";
/// The button that starts or stops.
const SWITCH: &str = "camera-switch";
/// Between two looks, in milliseconds: quick enough for a queue of people, slow enough for the page's other work.
const BETWEEN: i32 = 100;

/// For so long a camera may show nothing, in milliseconds; after that something else has it.
const PATIENCE: u64 = 10_000;

/// How far the camera is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Phase {
    Off,
    /// The how many-th start it is: whoever stops and starts again has one camera, not two.
    On(usize),
}

/// The camera's state.
#[derive(Clone)]
struct Live {
    reading: Reading,
    phase: RwSignal<Phase>,
    starts: StoredValue<usize>,
    problem: RwSignal<Option<&'static str>>,
    has_sound: RwSignal<bool>,
    /// Kept while the page is: browsers let it sound because it was made on a click.
    speaker: StoredValue<Option<Speaker>, LocalStorage>,
}

/// The live picture and its button, why there is none, and `beside` it what was read.
pub(super) fn live(reading: &Reading, beside: [El; 2]) -> El {
    let live = Live {
        reading: reading.clone(),
        phase: RwSignal::new(Phase::Off),
        starts: StoredValue::new(0),
        problem: RwSignal::new(None),
        has_sound: RwSignal::new(true),
        speaker: StoredValue::new_local(None),
    };
    let phase = live.phase;
    let is_on = Memo::new(move |_| phase.get() != Phase::Off);
    let state = move || if is_on.get() { "on" } else { "off" };
    let picture = el("div")
        .class("camera__live")
        .live(move || is_on.get().then(video))
        .child(live.controls(is_on));
    el("div")
        .class("camera")
        .live_attr("data-camera", move || Some(state().into()))
        .child(picture)
        .children(beside)
}

fn video() -> El {
    el("video")
        .class("camera__video")
        .id(VIDEO)
        .attr("aria-label", camera::SEES)
        // Telephones would fill the screen with it otherwise, or not start it.
        .attr("playsinline", "")
        .live_switch("muted", || true)
}

impl Live {
    fn controls(&self, is_on: Memo<bool>) -> El {
        let (live, problem, has_sound) = (self.clone(), self.problem, self.has_sound);
        el("div")
            .class("camera__controls")
            .live(move || Some(live.switch(is_on.get())))
            .child(tick(
                "tone",
                camera::SOUND,
                move || has_sound.get(),
                move |is_on| has_sound.set(is_on),
            ))
            .child(spoken().live(move || {
                let words = problem.get()?;
                Some(notice(format!("{words} {}", camera::OTHERWISE)))
            }))
    }

    fn switch(&self, is_on: bool) -> El {
        let live = self.clone();
        if is_on {
            let stop = button("button button--quiet").text(camera::STOP);
            return actions().child(stop.id(SWITCH).on("click", move || live.end(None)));
        }
        let start = button("button").text(camera::START);
        el("div")
            .class("said")
            .child(actions().child(start.id(SWITCH).on("click", move || live.start())))
            .child(small(camera::START_HINT))
    }

    fn start(&self) {
        self.speaker.set_value(Speaker::new());
        self.problem.set(None);
        self.starts.update_value(|starts| *starts += 1);
        let mine = Phase::On(self.starts.get_value());
        self.phase.set(mine);
        self.say(camera::STARTING);
        let live = self.clone();
        spawn_local(async move {
            // The video element is on the page after that.
            page::pause().await;
            page::focus(SWITCH);
            let opened = Eye::open(VIDEO).await;
            if live.phase.try_get_untracked() != Some(mine) {
                return;
            }
            match opened {
                Ok(eye) => live.watch(eye, mine).await,
                Err(why) => live.end(Some(in_words(why))),
            }
        });
    }

    /// Waits for the first picture; whether it came while somebody still wants it.
    async fn first_picture(&self, eye: &Eye, mine: Phase) -> bool {
        let start = page::now();
        while self.phase.try_get_untracked() == Some(mine) {
            if eye.sees() {
                return true;
            }
            if page::now().saturating_sub(start) > PATIENCE {
                self.end(Some(camera::BUSY));
            }
            page::wait(BETWEEN).await;
        }
        false
    }

    /// Looks again and again, until the camera is stopped, lost, or the screen is another one.
    async fn watch(&self, mut eye: Eye, mine: Phase) {
        if !self.first_picture(&eye, mine).await {
            return;
        }
        self.say(camera::WAITING);
        let mut sight = InSight::default();
        while self.phase.try_get_untracked() == Some(mine) {
            if !eye.is_open() {
                self.end(Some(camera::LOST));
                break;
            }
            let texts = sight.new_ones(eye.look().await, page::now());
            if !texts.is_empty() {
                self.take(&texts, &mut sight).await;
            }
            page::wait(BETWEEN).await;
        }
    }

    /// Puts what is new in sight into the box, and says so: aloud only what the storage has acknowledged.
    async fn take(&self, texts: &[String], sight: &mut InSight) {
        let Reading { workspace, id, .. } = &self.reading;
        let shown = workspace.show(id, texts).await;
        let (is_new, said) = self.reading.tell(&shown);
        if shown.added.is_err() {
            sight.forget(texts);
        }
        if is_new && self.has_sound.try_get_untracked() == Some(true) {
            self.speaker
                .with_value(|speaker| speaker.as_ref().map(Speaker::tone));
        }
        self.reading.said.set(said);
    }

    /// Nobody looks any more.
    fn end(&self, problem: Option<&'static str>) {
        self.problem.set(problem);
        self.phase.set(Phase::Off);
        self.reading.said.set(Said::default());
        spawn_local(async {
            // The button that starts is on the page after that.
            page::pause().await;
            page::focus(SWITCH);
        });
    }

    fn say(&self, words: &str) {
        self.reading.said.set(Said::quiet(vec![words.to_owned()]));
    }
}

fn in_words(why: CameraError) -> &'static str {
    match why {
        CameraError::Insecure => camera::INSECURE,
        CameraError::Unknown => camera::UNKNOWN,
        CameraError::Refused => camera::REFUSED,
        CameraError::Missing => camera::MISSING,
        CameraError::Busy => camera::BUSY,
    }
}
