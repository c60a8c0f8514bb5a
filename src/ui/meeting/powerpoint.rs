//! The button that saves the slides as a `PowerPoint` file, with the organiser's words and notes.

use leptos::{prelude::*, task::spawn_local};

use super::deck::{SlideView, Stage};
use crate::{
    chart::{Format, Theme},
    domain::{deck::Content, results::Results},
    state::{
        page,
        pptx::{Colours, Deck, Picture, PptxError, Slide},
    },
    text::{bad, deck::powerpoint as words, files, results},
    ui::kit::{El, busy_button, el, notice, small, spoken},
};

/// The type of a `PowerPoint` file.
const PPTX: &str = "application/vnd.openxmlformats-officedocument.presentationml.presentation";
/// How wide pictures are, in pixels.
const WIDE: u32 = page::SIZES[1].0;

/// What is said under the button.
#[derive(Clone, PartialEq)]
enum Said {
    Nothing,
    Doing(String),
    Done(String),
    Failed(&'static str),
}

/// The button, and what comes of it.
pub(super) fn powerpoint(stage: Stage) -> El {
    let is_busy = RwSignal::new(false);
    let said = RwSignal::new(Said::Nothing);
    let save = move || {
        is_busy.set(true);
        spawn_local(async move {
            let outcome = save(stage, said).await;
            // The page may show something else by now.
            let _ = said.try_set(outcome);
            let _ = is_busy.try_set(false);
        });
    };
    let class = "button button--quiet button--small";
    el("div")
        .class("deck__powerpoint")
        .child(busy_button(class, is_busy, words::SAVE, words::MAKING).on("click", save))
        .child(spoken().live(move || match said.get() {
            Said::Nothing => None,
            Said::Doing(words) | Said::Done(words) => Some(small(words)),
            Said::Failed(words) => Some(notice(words)),
        }))
}

/// Makes the file and saves it; says how it went.
async fn save(stage: Stage, said: RwSignal<Said>) -> Said {
    let (views, day) = (stage.shown.get_untracked(), stage.day);
    let (slides, missing) = slides(&views, said).await;
    let survey = stage
        .published
        .with_value(|published| published.survey.clone());
    let deck = Deck {
        title: views
            .first()
            .map(|view| view.words.title.clone())
            .unwrap_or_default(),
        day,
        footer: footer(stage),
        colours: colours(),
        slides,
    };
    let file = match deck.to_file() {
        Ok(file) => file,
        Err(PptxError::TooLarge | PptxError::TooManySlides) => {
            return Said::Failed(words::TOO_LARGE);
        }
        Err(PptxError::Container) => return Said::Failed(words::NOT_MADE),
    };
    let name = files::file_name(&survey, words::FILE, &day.to_text());
    match (page::save(&format!("{name}.pptx"), PPTX, &file), missing) {
        (false, _) => Said::Failed(bad::NO_FILE),
        (true, 0) => Said::Done(words::SAVED.to_owned()),
        (true, missing) => Said::Done(words::without(missing)),
    }
}

/// Whose results these are, of when, and how many answered.
fn footer(stage: Stage) -> String {
    stage.published.with_value(|published| {
        let when = results::month(stage.day.year, stage.day.month);
        let shown = Results::of(&published.survey, &published.released);
        results::who(&published.survey, &shown, &when)
    })
}

/// The slides with their pictures, and how many of these could not be drawn: their words stand there instead.
async fn slides(views: &[SlideView], said: RwSignal<Said>) -> (Vec<Slide>, usize) {
    let all = views.iter().filter(|view| view.picture.is_some()).count();
    let (mut slides, mut drawn, mut missing) = (Vec::new(), 0, 0);
    for view in views {
        let mut slide = in_words(view);
        if view.picture.is_some() {
            drawn += 1;
            let _ = said.try_set(Said::Doing(words::drawing(drawn, all)));
            page::pause().await;
            slide.picture = picture(view).await;
            if slide.picture.is_none() {
                missing += 1;
                slide.body.extend(description(view));
            }
        }
        slides.push(slide);
    }
    (slides, missing)
}

fn in_words(view: &SlideView) -> Slide {
    Slide {
        is_opening: view.content == Content::Title,
        kicker: view.words.kicker.clone(),
        title: view.words.title.clone(),
        body: view.words.body.clone(),
        picture: None,
        notes: view.words.notes.clone(),
    }
}

fn description(view: &SlideView) -> Option<String> {
    Some(view.picture.as_ref()?.description().to_owned())
}

/// The slide's picture as the file has it; `None` if the browser cannot draw it.
async fn picture(view: &SlideView) -> Option<Picture> {
    let drawn = view
        .picture
        .as_ref()?
        .draw(Format::Slide, Theme::Light)
        .ok()?;
    let (width, height) = drawn.size();
    let size = (WIDE, height * WIDE / width.max(1));
    Some(Picture {
        png: page::picture_png(drawn.to_file(), size).await?,
        size,
        description: description(view)?,
    })
}

/// The charts' colours on white.
fn colours() -> Colours {
    let palette = Theme::Light.palette();
    let [ink, muted, executives, team] = [
        palette.text,
        palette.muted,
        palette.executives,
        palette.team,
    ]
    .map(|color| [color.0, color.1, color.2]);
    Colours {
        ink,
        muted,
        executives,
        team,
    }
}
