//! The camera, pictures, and what they brought.

use leptos::prelude::*;

use super::{live::live, pictures::pictures, said::Said};
use crate::{
    domain::side::Side,
    state::{Workspace, page},
    text::{camera, common, home, ways::Way},
    ui::{
        kit::{El, actions, el, heading, lead, link, notice, paragraph, small},
        screen::Screen,
        side_mark::side_mark,
    },
};

/// What the parts of the screen share.
#[derive(Clone)]
pub(super) struct Reading {
    /// Held, since whoever drops a file does so outside of the app's components.
    pub(super) workspace: Workspace,
    /// The survey whose box it is.
    pub(super) id: String,
    /// What is said about the last that was shown.
    pub(super) said: RwSignal<Said>,
    /// New ballots since the page was opened.
    pub(super) new: RwSignal<usize>,
}

/// The screen of the survey with this id.
pub(crate) fn page(id: String) -> El {
    let workspace = Workspace::expect();
    page::set_title(&common::title(camera::TITLE));
    let is_here = Memo::new({
        let id = id.clone();
        move |_| {
            let held = workspace.held(&id);
            let takes = held.map(|held| held.is_collecting());
            workspace.is_ready().then_some(takes)
        }
    });
    el("div").live(move || {
        Some(match is_here.get() {
            None => small(common::OPENING),
            Some(None | Some(false)) => untrack(|| not_here(&id)),
            Some(Some(true)) => untrack(|| reading(&id)),
        })
    })
}

fn not_here(id: &str) -> El {
    let is_over = Workspace::expect().held(id).is_some();
    let words = if is_over {
        camera::OVER
    } else {
        home::NOT_HERE
    };
    el("div")
        .class("survey")
        .child(heading(camera::TITLE))
        .child(notice(words))
        .child(back(id))
}

fn reading(id: &str) -> El {
    let reading = Reading {
        workspace: Workspace::expect(),
        id: id.to_owned(),
        said: RwSignal::new(Said::default()),
        new: RwSignal::new(0),
    };
    let said = reading.said;
    let last = el("div")
        .class("camera__said")
        .attr("role", "status")
        .live(move || said.get().view());
    el("div")
        .class("survey")
        .child(heading(camera::TITLE))
        .child(lead(camera::LEAD))
        .child(small(Way::Camera.for_organiser()))
        .child(live(&reading, [last, in_the_box(&reading)]))
        .child(pictures(&reading))
        .child(back(id))
}

/// How many ballots of each side are in the box.
fn in_the_box(reading: &Reading) -> El {
    let (workspace, id) = (reading.workspace, reading.id.clone());
    let ballots = Memo::new(move |_| workspace.held(&id).map(|held| held.ballots));
    let side = move |side: Side| {
        let number = move || ballots.get().map_or(0, |ballots| *ballots.of(side));
        el("li")
            .child(side_mark(side))
            .child(el("span").text(common::side(side)))
            .child(el("strong").live_text(move || number().to_string().into()))
    };
    el("div")
        .class("camera__box")
        .child(paragraph(camera::IN_THE_BOX))
        .child(el("ul").children(Side::ALL.map(side)))
}

fn back(id: &str) -> El {
    let survey = Screen::Survey(id.to_owned());
    actions().child(link("link", survey.href(), camera::BACK))
}
