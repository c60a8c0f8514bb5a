//! Handing this device round.

use leptos::prelude::*;

use crate::{
    domain::side::Side,
    state::{self, SheetKey, Workspace, page},
    text::{collect, round, ways::Way},
    ui::{
        kit::{El, Field, actions, button, el, notice, paragraph, small},
        screen::{Place, Screen, Step},
    },
};

/// The field for the PIN.
const PIN: &str = "round-pin";

/// What handing round is for, and the ways into it; where the other document finds nothing of the survey, why not.
pub(super) fn round(id: &str) -> El {
    let part = el("div")
        .class("round")
        .child(el("h3").text(collect::KIOSK));
    if !Workspace::expect().is_lasting() {
        return part.child(notice(round::NOT_HERE));
    }
    let pin = RwSignal::new(String::new());
    let problem = RwSignal::new(None::<String>);
    let ways = Side::ALL.map(|side| way_in(id, side, pin, problem));
    part.child(paragraph(collect::KIOSK_HINT))
        .child(small(Way::ThisDevice.for_organiser()))
        .child(pin_field(pin, problem))
        .child(actions().children(ways))
}

fn pin_field(pin: RwSignal<String>, problem: RwSignal<Option<String>>) -> El {
    let field = Field {
        id: PIN,
        label: round::PIN,
        hint: round::PIN_HINT,
        is_number: true,
        value: pin.into(),
        problem: problem.into(),
        on_input: Callback::new(move |typed| {
            problem.set(None);
            pin.set(typed);
        }),
    };
    field.view()
}

fn way_in(id: &str, side: Side, pin: RwSignal<String>, problem: RwSignal<Option<String>>) -> El {
    let start = Screen::Answer(Place {
        key: SheetKey {
            id: id.to_owned(),
            side,
        },
        is_kiosk: true,
        step: Step::Intro,
    });
    let enter = move || match locked(&start, pin.get_untracked().trim()) {
        Ok(()) => start.go(),
        Err(words) => {
            problem.set(Some(words.to_owned()));
            page::focus(PIN);
        }
    };
    button("button button--quiet")
        .text(collect::kiosk(side))
        .on("click", enter)
}

/// Locks the tab into the round if there is a PIN, or says what is wrong with that.
fn locked(start: &Screen, pin: &str) -> Result<(), &'static str> {
    if pin.is_empty() {
        state::open();
        Ok(())
    } else if !state::is_pin(pin) {
        Err(round::PIN_FORM)
    } else if state::lock(&start.fragment(), pin) {
        Ok(())
    } else {
        Err(round::PIN_NOT_KEPT)
    }
}
