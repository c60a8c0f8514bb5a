//! All answers, to look over and change before handing in.

use leptos::{prelude::*, task::spawn_local};

use crate::{
    domain::{
        sheet::{Answer, asked},
        side::Side,
        survey::Item,
    },
    state::{KeepingError, NotHandedIn, Sitting, Workspace},
    text::{answer, hand_in, scale},
    ui::{
        kit::{El, actions, busy_button, el, heading, lead, notice, paragraph, spoken},
        screen::{Place, Step},
    },
};

/// Every question with its answer, and the button that hands in.
pub(super) fn review(place: Place, sitting: &Sitting) -> El {
    let side = sitting.key.side;
    let items = asked(&sitting.invitation.survey, side);
    let open = items.len() - sitting.sheet.answered();
    let open_words = if open == items.len() {
        answer::ALL_OPEN.to_owned()
    } else {
        answer::still_open(open)
    };
    let rows = items
        .iter()
        .zip(sitting.sheet.answers())
        .zip(1..)
        .map(|((item, given), number)| row(&place, side, item, *given, number));
    el("div")
        .class("review")
        .child(heading(answer::REVIEW_TITLE))
        .child(lead(answer::REVIEW_LEAD))
        .child(el("ol").class("review__list").children(rows))
        .child(paragraph(open_words).class("need"))
        .child(hand_in(place))
}

fn row(place: &Place, side: Side, item: &Item, given: Option<Answer>, number: usize) -> El {
    let (class, answer) = match given {
        Some(Answer::Picked(pick)) => ("review__row", scale::option(item.scale, side, pick)),
        Some(Answer::Unsure) => ("review__row", scale::unsure(item.scale, side).to_owned()),
        None => ("review__row review__row--open", answer::OPEN.to_owned()),
    };
    let words = item.question.of(side);
    let question = match answer::opening(item.scale, side) {
        Some(opening) => format!("{opening} {words}"),
        None => words.to_string(),
    };
    let link = el("a")
        .class("review__link")
        .attr("href", place.at(Step::Question(number)).href())
        .child(el("span").class("review__question").text(question))
        .child(el("span").class("review__answer").text(answer));
    el("li").class(class).child(link)
}

/// Seals the sheet: into a code, or straight into this device's box.
fn hand_in(place: Place) -> El {
    let workspace = Workspace::expect();
    let is_busy = RwSignal::new(false);
    let said = RwSignal::new(None::<&'static str>);
    let label = if place.is_kiosk {
        answer::HAND_IN_KIOSK
    } else {
        answer::HAND_IN
    };
    let hand_in = move || {
        is_busy.set(true);
        let place = place.clone();
        spawn_local(async move {
            let handed_in = if place.is_kiosk {
                workspace.seal_into_box().await.map(|()| Step::Done)
            } else {
                workspace.seal().map(|()| Step::HandedIn)
            };
            is_busy.set(false);
            match handed_in {
                Ok(step) => place.at(step).replace(),
                Err(why) => said.set(Some(words(why))),
            }
        });
    };
    let seal = busy_button("button", is_busy, label, answer::SEALING).on("click", hand_in);
    el("div")
        .child(spoken().live(move || said.get().map(notice)))
        .child(actions().child(seal))
}

/// Why a sheet was not handed in.
pub(super) fn words(why: NotHandedIn) -> &'static str {
    match why {
        NotHandedIn::CannotSeal => hand_in::CANNOT_SEAL,
        NotHandedIn::Gone => answer::NO_SHEET,
        NotHandedIn::NotKept(KeepingError::NotHere) | NotHandedIn::Closed => {
            hand_in::CLOSED_MEANWHILE
        }
        NotHandedIn::NotKept(KeepingError::Storage(_)) => hand_in::NOT_IN_BOX,
    }
}
