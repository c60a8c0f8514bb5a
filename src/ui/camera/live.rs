//! The live picture: started, looked at, and stopped.

use leptos::{prelude::*, task::spawn_local};

use super::{page::Reading, said::Said};
use crate::{
    state::{CameraError, Eye, InSight, Speaker, page},
    text::camera,
    ui::kit::{El, actions, busy_button, button, el, notice, small, spoken, tick},
};

/// The video element.
const VIDEO: &str = "camera";
/// Between two looks, in milliseconds: quick enough for a queue of people, slow enough for the page's other work.
const BETWEEN: i32 = 100;

/// How far the camera is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Phase {
    Off,
    Starting,
    On,
}

/// The camera's state.
#[derive(Clone)]
struct Live {
    reading: Reading,
    phase: RwSignal<Phase>,
    is_starting: RwSignal<bool>,
    problem: RwSignal<Option<&'static str>>,
    has_sound: RwSignal<bool>,
    /// Kept while the camera is on: browsers let it sound because it was made on a click.
    speaker: StoredValue<Option<Speaker>, LocalStorage>,
}

/// The button that starts, the live picture, and why there is none.
pub(super) fn live(reading: &Reading) -> El {
    let live = Live {
        reading: reading.clone(),
        phase: RwSignal::new(Phase::Off),
        is_starting: RwSignal::new(false),
        problem: RwSignal::new(None),
        has_sound: RwSignal::new(true),
        speaker: StoredValue::new_local(None),
    };
    let (phase, problem, has_sound) = (live.phase, live.problem, live.has_sound);
    let is_shown = Memo::new(move |_| phase.get() != Phase::Off);
    el("div")
        .class("camera__live")
        .live(move || is_shown.get().then(video))
        .live(move || Some(live.buttons(is_shown.get())))
        .child(tick(
            "tone",
            camera::SOUND,
            move || has_sound.get(),
            move |is_on| has_sound.set(is_on),
        ))
        .child(spoken().live(move || {
            let words = problem.get()?;
            let notices = [words, camera::OTHERWISE].map(notice);
            Some(el("div").class("said").children(notices))
        }))
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
    fn buttons(&self, is_shown: bool) -> El {
        let live = self.clone();
        if is_shown {
            let stop = button("button button--quiet")
                .text(camera::STOP)
                .on("click", move || live.phase.set(Phase::Off));
            return actions().child(stop);
        }
        let start = busy_button("button", self.is_starting, camera::START, camera::STARTING);
        el("div")
            .class("said")
            .child(actions().child(start.on("click", move || live.start())))
            .child(small(camera::START_HINT))
    }

    fn start(&self) {
        self.speaker.set_value(Speaker::new());
        self.problem.set(None);
        self.phase.set(Phase::Starting);
        let live = self.clone();
        spawn_local(async move {
            // The video element is on the page after that.
            page::pause().await;
            match Eye::open(VIDEO).await {
                Ok(eye) => live.watch(eye).await,
                Err(why) => live.end(Some(in_words(why))),
            }
        });
    }

    /// Looks again and again, until the camera is stopped, lost, or the screen is another one.
    async fn watch(&self, mut eye: Eye) {
        if self.phase.try_get_untracked() == Some(Phase::Starting) {
            self.phase.set(Phase::On);
            self.reading
                .said
                .set(Said::quiet(vec![camera::WAITING.to_owned()]));
        }
        let mut sight = InSight::default();
        while self.phase.try_get_untracked() == Some(Phase::On) {
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

    fn end(&self, problem: Option<&'static str>) {
        self.problem.set(problem);
        self.phase.set(Phase::Off);
        self.reading.said.set(Said::default());
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
