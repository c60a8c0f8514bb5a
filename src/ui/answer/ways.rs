//! The other ways to hand a code in, each folded, each with who could know what.

use leptos::prelude::*;

use crate::{
    chart::Qr,
    domain::{receipt::Receipt, survey::Survey},
    state::{OnItsWay, page},
    text::{bad, carried, hand_in, ways::Way},
    ui::{
        copy_button::Copyable,
        kit::{El, actions, button, el, notice, paragraph, small, spoken},
    },
};

/// Where the link stands on the page.
const LINK: &str = "code-link";
/// What the file is.
const TEXT: &str = "text/plain";

/// To the camera, as a link, as a file.
pub(super) fn others(code: &str, forms: &OnItsWay, survey: &Survey) -> El {
    el("section")
        .class("ways")
        .attr("aria-labelledby", "ways")
        .child(el("h2").id("ways").text(hand_in::OTHER_WAYS))
        .maybe(camera(code))
        .child(link(forms.link.clone()))
        .child(file(forms, survey))
}

fn way(way: Way, title: &'static str, inside: El) -> El {
    el("details")
        .class("way")
        .child(el("summary").class("way__title").text(title))
        .child(
            inside
                .class("way__inside")
                .child(small(way.for_respondent())),
        )
}

/// The code as a picture. A code always fits into one.
fn camera(code: &str) -> Option<El> {
    let picture = Qr::handy(code)?.on_page(hand_in::QR);
    let inside = el("div")
        .child(el("div").class("way__qr").markup(picture))
        .child(paragraph(hand_in::QR_HINT));
    Some(way(Way::Camera, hand_in::BY_CAMERA, inside))
}

fn link(address: String) -> El {
    let copy = Copyable {
        label: hand_in::COPY_LINK,
        name: hand_in::COPY_LINK,
        text: address.clone(),
        shown_in: LINK,
        class: "button button--quiet",
    };
    let inside = el("div")
        .child(paragraph(hand_in::LINK_HINT))
        .child(el("p").class("way__link").id(LINK).text(address))
        .child(actions().child(copy.button()));
    way(Way::Link, hand_in::BY_LINK, inside)
}

fn file(forms: &OnItsWay, survey: &Survey) -> El {
    let has_failed = RwSignal::new(false);
    let (text, name) = (forms.file.clone(), file_name(survey, forms.receipt));
    let save = move || has_failed.set(!page::save(&name, TEXT, text.as_bytes()));
    let inside = el("div")
        .child(paragraph(hand_in::FILE_HINT))
        .child(
            actions().child(
                button("button button--quiet")
                    .text(hand_in::SAVE_FILE)
                    .on("click", save),
            ),
        )
        .child(spoken().live(move || has_failed.get().then(|| notice(bad::NO_FILE))));
    way(Way::File, hand_in::BY_FILE, inside)
}

fn file_name(survey: &Survey, receipt: Receipt) -> String {
    format!("{}.txt", carried::ballot_file(survey, receipt))
}
