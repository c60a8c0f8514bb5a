//! Where a card begins: the gaps that are told first, then every other item.

use leptos::task::spawn_local;

use super::desk::Desk;
use crate::{
    domain::{results::Results, story::Story},
    text::{card, finding},
    ui::kit::{El, button, el, small},
};

/// The gaps with a button each, and a fold with every item.
pub(super) fn choose(desk: Desk) -> El {
    let section = el("section")
        .class("choose not-printed")
        .attr("aria-labelledby", "choose")
        .child(el("h2").id("choose").text(card::START));
    desk.with(|published, results| {
        let story = Story::of(results, &published.released);
        let minimum = published.survey.minimum;
        let row = |place: &usize| {
            let item = results.items().nth(*place)?;
            let says = small(finding::item(item, minimum));
            Some(row(desk, *place, &item.item.label, Some(says)))
        };
        let told: Vec<El> = story.gaps.iter().filter_map(row).collect();
        let title = match (told.is_empty(), story.are_clear) {
            (true, _) => None,
            (false, true) => Some(card::CLEAR_GAPS),
            (false, false) => Some(card::POSSIBLE_GAPS),
        };
        section
            .maybe(title.is_none().then(|| small(card::NO_GAPS)))
            .maybe(title.map(|title| el("h3").text(title)))
            .maybe(title.map(|_| el("ul").class("choose__list").children(told)))
            .child(others(desk, results, &story.gaps))
    })
}

/// Every item that is not told above, dimension by dimension.
fn others(desk: Desk, results: &Results, told: &[usize]) -> El {
    let mut place = 0..;
    let dimensions = results.dimensions.iter().map(|dimension| {
        let items = dimension.items.iter().zip(&mut place);
        let rows = items.filter(|(_, place)| !told.contains(place));
        let rows = rows.map(|(item, place)| row(desk, place, &item.item.label, None));
        el("div")
            .class("choose__dimension")
            .child(
                el("h3")
                    .attr("dir", "auto")
                    .text(dimension.dimension.name.clone()),
            )
            .child(
                el("ul")
                    .class("choose__list")
                    .children(rows.collect::<Vec<_>>()),
            )
    });
    el("details")
        .class("choose__others")
        .child(el("summary").text(card::OTHERS))
        .children(dimensions.collect::<Vec<_>>())
}

fn row(desk: Desk, place: usize, label: &str, says: Option<El>) -> El {
    let words = el("div")
        .child(
            el("p")
                .class("choose__label")
                .attr("dir", "auto")
                .text(label.to_owned()),
        )
        .maybe(says);
    let make = button("button button--quiet button--small")
        .attr("aria-label", card::named(card::MAKE, label))
        .text(card::MAKE)
        .on("click", move || spawn_local(desk.make(place)));
    el("li").class("choose__row").child(words).child(make)
}
