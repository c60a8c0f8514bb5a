//! The first screen of a respondent: what this is, who asks, how long, who could read what.

use leptos::prelude::*;

use super::{options::radio, page::unread, way_out::way_out};
use crate::{
    domain::side::Side,
    state::{Sitting, Workspace},
    text::{answer, round},
    ui::{
        kit::{El, actions, button, el, heading, lead, link, notice, paragraph, small},
        screen::{Place, Screen, Step},
        side_mark::side_mark,
    },
};

/// Everything to know before the first question.
pub(super) fn intro(place: &Place, sitting: &Sitting) -> El {
    let survey = &sitting.invitation.survey;
    let side = sitting.key.side;
    let questions = sitting.sheet.answers().len();
    let who_reads = if place.is_kiosk {
        answer::WHO_READS_KIOSK
    } else {
        answer::WHO_READS_CODE
    };
    el("div")
        .class("intro")
        .child(el("p").class("intro__mark").child(side_mark(side)))
        .child(heading(answer::title(survey, side)))
        .child(lead(answer::lead(side, questions)))
        .maybe((!place.is_kiosk).then(|| unread(&place.key)).flatten())
        .child(paragraph(answer::who_asks(survey, side)))
        .child(el("h2").text(answer::WHO_READS))
        .children(who_reads.iter().map(|words| paragraph(*words)))
        .child(paragraph(answer::when_shown(survey, side)))
        .child(begin(place, sitting))
        .maybe(place.is_kiosk.then(|| round_end(place)))
}

/// The way out of a round, and what is missing in it.
fn round_end(place: &Place) -> El {
    let workspace = Workspace::expect();
    el("div")
        .class("intro__round")
        .live(move || {
            workspace
                .lacks_full_screen()
                .then(|| small(round::NO_FULL_SCREEN))
        })
        .child(way_out(place))
}

/// The consent question where there is one, and the way on.
fn begin(place: &Place, sitting: &Sitting) -> El {
    let survey = &sitting.invitation.survey;
    let is_begun = sitting.sheet.answered() > 0;
    let asks = sitting.key.side == Side::Executive && survey.needs_executive_consent() && !is_begun;
    let agreed = RwSignal::new(if asks { None } else { Some(true) });
    let consent = asks.then(|| consent(answer::consent(survey), agreed));
    let start = match sitting.sheet.first_open() {
        Some(open) => Step::Question(open + 1),
        None => Step::Review,
    };
    let (href, is_kiosk) = (place.at(start).href(), place.is_kiosk);
    let way_on = if is_begun {
        answer::GO_ON
    } else {
        answer::BEGIN
    };
    el("div")
        .class("begin")
        .maybe(consent)
        .live(move || match agreed.get() {
            None => None,
            Some(false) => Some(notice(answer::DISAGREED)),
            Some(true) => Some(
                actions()
                    .child(to_questions(href.clone(), way_on, is_kiosk))
                    .maybe((is_begun && !is_kiosk).then(erase)),
            ),
        })
        .maybe(kept_words(sitting).map(small))
}

/// The way to the questions; in a round it also gives the page the whole screen.
fn to_questions(href: String, words: &'static str, is_kiosk: bool) -> El {
    let workspace = Workspace::expect();
    let on = link("button", href, words);
    if is_kiosk {
        on.on("click", move || workspace.fill_screen())
    } else {
        on
    }
}

fn kept_words(sitting: &Sitting) -> Option<&'static str> {
    match (sitting.is_kiosk, sitting.is_kept) {
        (true, _) => None,
        (false, true) => Some(answer::KEPT_HERE),
        (false, false) => Some(answer::NOT_KEPT),
    }
}

/// Whether executives agree to a smaller group.
fn consent(words: String, agreed: RwSignal<Option<bool>>) -> El {
    let choice = move |id: &'static str, label: &'static str, value: bool| {
        let input = radio("consent", id)
            .live_switch("checked", move || agreed.get() == Some(value))
            .on("change", move || agreed.set(Some(value)));
        el("label")
            .class("option")
            .attr("for", id)
            .child(input)
            .child(el("span").text(label))
    };
    el("fieldset")
        .class("consent")
        .child(el("legend").text(words))
        .child(choice("agree", answer::AGREE, true))
        .child(choice("disagree", answer::DISAGREE, false))
}

/// Erases what was answered so far.
fn erase() -> El {
    let workspace = Workspace::expect();
    let erase = move || {
        workspace.erase_sheet();
        Screen::Home.go();
    };
    button("link").text(answer::ERASE).on("click", erase)
}
