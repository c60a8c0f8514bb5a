//! The QR picture alone, as files.

use leptos::{prelude::*, task::spawn_local};

use crate::{
    chart::Qr,
    domain::{side::Side, survey::Survey},
    state::page,
    text::{bad, files, links, results},
    ui::kit::{El, actions, busy_button, button, notice, spoken},
};

/// Pixels of a side of the saved picture.
const PIXELS: u32 = 1_200;

/// The buttons that save the picture.
pub(super) fn saving(qr: &Qr, survey: &Survey, side: Side) -> El {
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
