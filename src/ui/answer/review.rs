//! All answers, to look over and change before handing in.

use leptos::{prelude::*, task::spawn_local};

use crate::{
    domain::scale::Scale,
    domain::{
        sheet::{Answer, asked},
        side::Side,
        survey::Item,
    },
    state::{KeepingError, NotHandedIn, Sitting, Workspace},
    text::{answer, hand_in, scale},
    ui::{
        app::HEADING,
        kit::Notice,
        screen::{Place, Step},
    },
};

/// Every question with its answer, and the button that hands in.
#[component]
pub(super) fn Review(
    /// Where this is.
    place: Place,
    /// Who is answering.
    sitting: Sitting,
) -> impl IntoView {
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
        .map(|((item, given), number)| row(&place, side, item, *given, number))
        .collect_view();

    view! {
        <div class="review">
            <h1 id=HEADING tabindex="-1">{answer::REVIEW_TITLE}</h1>
            <p class="lead">{answer::REVIEW_LEAD}</p>
            <ol class="review__list">{rows}</ol>
            <p class="need">{open_words}</p>
            <HandIn place/>
        </div>
    }
}

fn row(
    place: &Place,
    side: Side,
    item: &Item,
    given: Option<Answer>,
    number: usize,
) -> impl IntoView + use<> {
    let answer = match given {
        Some(Answer::Picked(pick)) => scale::option(item.scale, side, pick),
        Some(Answer::Unsure) => scale::unsure(item.scale, side).to_owned(),
        None => answer::OPEN.to_owned(),
    };
    let question = if item.scale == Scale::PeopleInTen && side == Side::Executive {
        format!("{} {}", answer::OUT_OF_TEN, item.question.of(side))
    } else {
        item.question.of(side).to_string()
    };
    view! {
        <li class="review__row" class:review__row--open=given.is_none()>
            <a class="review__link" href=place.at(Step::Question(number)).href()>
                <span class="review__question">{question}</span>
                <span class="review__answer">{answer}</span>
            </a>
        </li>
    }
}

/// Seals the sheet: into a code, or straight into this device's box.
#[component]
fn HandIn(
    /// Where this is.
    place: Place,
) -> impl IntoView {
    let workspace = Workspace::expect();
    let is_kiosk = place.is_kiosk;
    let is_busy = RwSignal::new(false);
    let said = RwSignal::new(None::<&'static str>);
    let label = if is_kiosk {
        answer::HAND_IN_KIOSK
    } else {
        answer::HAND_IN
    };

    let hand_in = move |_| {
        is_busy.set(true);
        let place = place.clone();
        spawn_local(async move {
            let step = if place.is_kiosk {
                Step::Done
            } else {
                Step::HandedIn
            };
            let handed_in = if place.is_kiosk {
                workspace.seal_into_box().await
            } else {
                workspace.seal()
            };
            is_busy.set(false);
            match handed_in {
                Ok(()) => place.at(step).replace(),
                Err(why) => said.set(Some(words(why))),
            }
        });
    };

    view! {
        <div role="status">{move || said.get().map(|words| view! { <Notice words/> })}</div>
        <p class="actions">
            <button type="button" class="button" prop:disabled=is_busy on:click=hand_in>
                {move || if is_busy.get() { answer::SEALING } else { label }}
            </button>
        </p>
    }
}

/// Why a sheet was not handed in.
pub(super) fn words(why: NotHandedIn) -> &'static str {
    match why {
        NotHandedIn::CannotSeal => hand_in::CANNOT_SEAL,
        NotHandedIn::NotKept(KeepingError::NotHere) | NotHandedIn::Closed => {
            hand_in::CLOSED_MEANWHILE
        }
        NotHandedIn::NotKept(KeepingError::Storage(_)) => hand_in::NOT_IN_BOX,
    }
}
