//! The buttons that save or copy a picture; what they save carries its numbers.

use leptos::{prelude::*, task::spawn_local};

use super::picture::Part;
use crate::{
    chart::{Format, Theme},
    state::{carrying, page, picture_carrying},
    text::{bad, files, results},
    ui::kit::{El, actions, busy_button, button, el, notice, spoken},
};

/// The type of an SVG file.
const SVG: &str = "image/svg+xml";
/// The type of a PNG file.
const PNG: &str = "image/png";
/// The buttons' class.
const BUTTON: &str = "button button--quiet button--small";

/// What is chosen for the next file.
#[derive(Clone, Copy, Debug)]
struct Choice {
    /// The place of the size among [`page::SIZES`].
    size: RwSignal<usize>,
    /// The place of the background among [`Theme::ALL`].
    background: RwSignal<usize>,
}

impl Choice {
    fn size(self) -> (u32, u32) {
        let size = page::SIZES.get(self.size.get_untracked());
        size.copied().unwrap_or(page::SIZES[0])
    }

    fn theme(self) -> Theme {
        let theme = Theme::ALL.get(self.background.get_untracked());
        theme.copied().unwrap_or(Theme::Light)
    }
}

/// The buttons that save or copy the picture.
pub(super) fn save(part: Part) -> El {
    let choice = Choice {
        size: RwSignal::new(0),
        background: RwSignal::new(0),
    };
    let said = RwSignal::new(None::<&'static str>);
    let is_busy = RwSignal::new(false);
    let choices = choices(&part.id, choice);
    let part = StoredValue::new(part);
    let save_svg = move || said.set(part.with_value(|part| save_svg(part, choice)));
    let save_png = move || {
        is_busy.set(true);
        let part = part.get_value();
        spawn_local(async move {
            said.set(save_png(&part, choice).await);
            is_busy.set(false);
        });
    };
    let copy = move || {
        // Begun at once: later the browser would not take it for the person's wish.
        let svg = part.with_value(|part| slide(part, choice.theme()));
        let copied = page::copy_picture(svg, choice.size());
        spawn_local(async move {
            said.set(Some(if copied.await {
                files::PICTURE_COPIED
            } else {
                files::PICTURE_NOT_COPIED
            }));
        });
    };
    let buttons = actions()
        .child(button(BUTTON).text(results::SVG).on("click", save_svg))
        .child(
            busy_button(BUTTON, is_busy, results::PNG, results::MAKING_PNG).on("click", save_png),
        )
        .child(button(BUTTON).text(files::COPY_PICTURE).on("click", copy));
    el("div")
        .class("chart")
        .child(buttons)
        .child(choices)
        .child(spoken().live(move || said.get().map(notice)))
}

fn choices(id: &str, choice: Choice) -> El {
    let inside = actions()
        .child(choose(
            format!("{id}-size"),
            files::SIZE,
            &files::SIZES,
            choice.size,
        ))
        .child(choose(
            format!("{id}-background"),
            files::BACKGROUND,
            &files::BACKGROUNDS,
            choice.background,
        ));
    el("details")
        .class("card__more")
        .child(el("summary").text(files::FORMAT))
        .child(inside)
}

/// A labelled choice; what is chosen is a place among `options`.
fn choose(
    id: String,
    label: &'static str,
    options: &[&'static str],
    chosen: RwSignal<usize>,
) -> El {
    let options = options.iter().enumerate();
    let options =
        options.map(|(place, words)| el("option").attr("value", place.to_string()).text(*words));
    let select = el("select")
        .class("field__input")
        .id(id.clone())
        .children(options)
        .on_text(move |place| chosen.set(place.parse().unwrap_or_default()));
    el("div")
        .class("field")
        .child(
            el("label")
                .class("field__label")
                .attr("for", id)
                .text(label),
        )
        .child(select)
}

/// The name of the file that this choice makes.
fn file(part: &Part, choice: Choice, ending: &str) -> String {
    let end = files::ENDS.get(choice.background.get_untracked());
    let end = end.copied().unwrap_or_default();
    format!("{}{end}.{ending}", part.file_name)
}

/// Saves the picture as SVG; says what went wrong.
fn save_svg(part: &Part, choice: Choice) -> Option<&'static str> {
    let file = file(part, choice, "svg");
    let svg = carrying(&slide(part, choice.theme()), &part.tally);
    (!page::save(&file, SVG, svg.as_bytes())).then_some(bad::NO_FILE)
}

/// Saves the picture as PNG; says what went wrong.
async fn save_png(part: &Part, choice: Choice) -> Option<&'static str> {
    let file = file(part, choice, "png");
    let png = page::picture_png(slide(part, choice.theme()), choice.size()).await;
    match png.map(|png| picture_carrying(png, &part.tally)) {
        Some(png) if page::save(&file, PNG, &png) => None,
        Some(_) => Some(bad::NO_FILE),
        None => Some(bad::NO_PICTURE),
    }
}

/// The picture as a file for a slide.
fn slide(part: &Part, theme: Theme) -> String {
    part.chart
        .draw(Format::Slide, theme)
        .map(|picture| picture.to_file())
        .unwrap_or_default()
}
