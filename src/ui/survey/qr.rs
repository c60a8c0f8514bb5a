//! A link as a QR picture, to show, to save and to print.

use leptos::{prelude::*, task::spawn_local};

use crate::{
    chart::Qr,
    domain::{side::Side, survey::Survey},
    state::page,
    text::{bad, files, links, results},
    ui::{
        kit::{El, actions, busy_button, button, el, link, notice, spoken},
        screen::Screen,
    },
};

/// Pixels of a side of the saved picture.
const PIXELS: u32 = 1_200;

/// The fold with the picture; nothing if the link is too long for one.
pub(super) fn qr_fold(id: &str, survey: &Survey, side: Side, address: &str) -> Option<El> {
    let qr = Qr::of(address)?;
    let name = links::qr_name(side);
    let picture = qr.on_page(name);
    let poster = Screen::Poster(id.to_owned(), side).href();
    let fold = el("details")
        .class("card__more")
        .child(el("summary").text(links::show_qr(side)))
        .child(el("div").class("qr").markup(picture))
        .child(saving(&qr, survey, side))
        .child(link("link", poster, links::poster(side)));
    Some(fold)
}

fn saving(qr: &Qr, survey: &Survey, side: Side) -> El {
    let said = RwSignal::new(None::<&'static str>);
    let is_busy = RwSignal::new(false);
    let file = files::file_name(survey, links::qr_name(side), "qr");
    let svg = qr.to_file(links::qr_name(side), PIXELS);
    let save_svg = {
        let (file, svg) = (file.clone(), svg.clone());
        move || {
            let is_saved = page::save(&format!("{file}.svg"), "image/svg+xml", svg.as_bytes());
            said.set((!is_saved).then_some(bad::NO_FILE));
        }
    };
    let save_png = move || {
        is_busy.set(true);
        let (name, svg) = (format!("{file}.png"), svg.clone());
        spawn_local(async move {
            let png = page::picture_png(svg, (PIXELS, PIXELS)).await;
            said.set(match png {
                None => Some(bad::NO_PICTURE),
                Some(png) => (!page::save(&name, "image/png", &png)).then_some(bad::NO_FILE),
            });
            is_busy.set(false);
        });
    };
    let class = "button button--quiet button--small";
    actions()
        .child(button(class).text(results::SVG).on("click", save_svg))
        .child(busy_button(class, is_busy, results::PNG, results::MAKING_PNG).on("click", save_png))
        .child(spoken().live(move || said.get().map(notice)))
}
