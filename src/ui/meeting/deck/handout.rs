//! All slides, for paper only: one a page, everything shown.

use leptos::prelude::*;

use super::{
    slide::{Look, slide},
    stage::Stage,
};
use crate::ui::kit::{El, el};

/// All slides for paper; on a screen they are not to be seen.
pub(super) fn handout(stage: Stage) -> El {
    el("div")
        .class("handout")
        .attr("aria-hidden", "true")
        .live(move || {
            let shown = stage.shown.get();
            let pages = shown.iter().zip(1..).map(|(view, number)| {
                let id = format!("print-{number}");
                let slide = slide(view, number, id, Look::of_paper(), None);
                el("div").class("handout__page").child(slide)
            });
            Some(el("div").class("handout__pages").children(pages))
        })
}
