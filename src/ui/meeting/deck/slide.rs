//! One slide: its words, and its picture.

use leptos::prelude::*;

use super::{
    reveal,
    slides::{Illustration, SlideView},
    stage::Stage,
};
use crate::{
    chart::{Format, Theme},
    domain::{deck::Content, side::Side},
    state::page,
    text::common,
    ui::{
        kit::{El, HEADING, circle, diamond, el, signature},
        side_mark::side_mark,
    },
};

/// Where a slide's text would be too small to read, it is a page of its own that can be scrolled.
const NARROW: &str = "(max-width: 860px), (max-height: 500px)";
/// Titles of more characters are smaller: about two lines, and about five of the smaller ones.
const LONG: usize = 140;
const VERY_LONG: usize = 280;
/// The person's setting.
const DARK: &str = "(prefers-color-scheme: dark)";

/// How slides look, now.
#[derive(Clone, Copy)]
pub(in crate::ui::meeting) struct Look {
    /// Always as on a slide, if there is nothing to follow.
    is_narrow: Option<ReadSignal<bool>>,
    /// Always light, if there is nothing to follow.
    is_dark: Option<ReadSignal<bool>>,
}

impl Look {
    /// Follows the page's size and the person's setting.
    pub(in crate::ui::meeting) fn of_page() -> Self {
        Self {
            is_narrow: Some(page::media(NARROW)),
            is_dark: Some(page::media(DARK)),
        }
    }

    /// The same, always as a slide.
    pub(in crate::ui::meeting) fn always_whole(self) -> Self {
        Self {
            is_narrow: None,
            ..self
        }
    }

    /// On paper.
    pub(in crate::ui::meeting) const fn of_paper() -> Self {
        Self {
            is_narrow: None,
            is_dark: None,
        }
    }

    pub(super) fn format(self) -> Format {
        if self.is_narrow.is_some_and(|is_narrow| is_narrow.get()) {
            Format::Narrow
        } else {
            Format::Slide
        }
    }

    pub(super) fn theme(self) -> Theme {
        if self.is_dark.is_some_and(|is_dark| is_dark.get()) {
            Theme::Dark
        } else {
            Theme::Light
        }
    }
}

/// A slide; `stage` steps through it, and without one everything is shown. Ids in it begin with `id`.
pub(in crate::ui::meeting) fn slide(
    view: &SlideView,
    number: usize,
    id: String,
    look: Look,
    stage: Option<Stage>,
) -> El {
    let slide = el("article").class(class(&view.content));
    let head = |title: El| {
        el("header")
            .class("slide__head")
            .child(kicker(view, number))
            .child(title)
    };
    match (&view.picture, &view.steps) {
        (Some(Illustration::Reveal(chart)), Some(steps)) => slide
            .child(head(reveal::title(view, steps, stage)))
            .child(reveal::figure(
                chart,
                steps.question.clone(),
                id,
                look,
                stage,
            ))
            .child(reveal::said(steps, stage)),
        (Some(picture), _) => slide
            .child(head(title(view, stage)).children(view.words.body.iter().map(line)))
            .child(figure(picture.clone(), id, look)),
        (None, _) => slide
            .child(head(title(view, stage)))
            .child(body(view))
            .child(
                el("footer")
                    .class("slide__foot")
                    .child(signature(common::NAME)),
            ),
    }
}

fn class(content: &Content) -> &'static str {
    match content {
        Content::Title => "slide slide--title",
        Content::Who => "slide slide--who",
        Content::Gap(_) => "slide slide--gap",
        Content::Questions(_) | Content::Experiments => "slide slide--list",
        Content::Method | Content::Agreed(_) => "slide slide--method",
        Content::Overview(_)
        | Content::Alike(_)
        | Content::Nearest(_)
        | Content::Untold(_)
        | Content::OfTen => "slide slide--chart",
    }
}

fn kicker(view: &SlideView, number: usize) -> El {
    el("p")
        .class("slide__kicker")
        .child(
            el("span")
                .attr("dir", "auto")
                .text(view.words.kicker.clone()),
        )
        .child(
            el("span")
                .class("slide__number")
                .attr("aria-hidden", "true")
                .text(number.to_string()),
        )
}

/// The heading of the slide that is shown takes the focus when the screen changes; others are no headings of the page.
/// It will say `longest`, or less.
pub(super) fn heading_of(stage: Option<Stage>, longest: &str) -> El {
    match stage {
        Some(_) => el("h1").id(HEADING).attr("tabindex", "-1"),
        None => el("h2"),
    }
    .class(size_of(longest))
    .attr("dir", "auto")
}

/// A long title is smaller, so that it leaves room for the picture.
fn size_of(title: &str) -> &'static str {
    let characters = title.chars().count();
    if characters <= LONG {
        "slide__title"
    } else if characters <= VERY_LONG {
        "slide__title slide__title--long"
    } else {
        "slide__title slide__title--very-long"
    }
}

fn title(view: &SlideView, stage: Option<Stage>) -> El {
    let title = &view.words.title;
    heading_of(stage, title).text(title.clone())
}

fn line(words: impl Into<String>) -> El {
    el("p")
        .class("slide__line")
        .attr("dir", "auto")
        .text(words.into())
}

/// The picture, drawn anew for another look.
fn figure(picture: Illustration, id: String, look: Look) -> El {
    el("figure").class("slide__picture").live_markup(move || {
        let drawn = picture.draw(look.format(), look.theme());
        drawn
            .map(|picture| picture.on_page(&id))
            .unwrap_or_default()
    })
}

/// What a slide without a picture says.
fn body(view: &SlideView) -> El {
    let lines = view.words.body.iter();
    match &view.content {
        Content::Who => who(&view.words.body),
        Content::Questions(_) | Content::Experiments | Content::Agreed(_) | Content::Method => {
            el("ul")
                .class("slide__list")
                .children(lines.map(|words| el("li").attr("dir", "auto").text(words.clone())))
        }
        Content::Title => el("div")
            .class("slide__marks")
            .child(circle())
            .child(diamond())
            .children(lines.map(line)),
        Content::Gap(_)
        | Content::Overview(_)
        | Content::Alike(_)
        | Content::Nearest(_)
        | Content::Untold(_)
        | Content::OfTen => el("div").children(lines.map(line)),
    }
}

/// A mark before what is said of its side; the rest is small print.
fn who(lines: &[String]) -> El {
    let sides = Side::ALL.into_iter().zip(lines);
    let sides = sides.map(|(side, words)| {
        el("p")
            .class("slide__side")
            .child(side_mark(side))
            .child(el("span").text(words.clone()))
    });
    el("div")
        .class("slide__sides")
        .children(sides)
        .children(lines.iter().skip(Side::ALL.len()).map(line))
}
