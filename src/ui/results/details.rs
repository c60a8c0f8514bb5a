//! What stands behind each item's figures, item by item; each opens when it is pressed.

use leptos::prelude::*;

use super::{
    chart::{Look, chart},
    picture::Subject,
    spread,
};
use crate::{
    domain::{results::ItemResult, side::Side},
    text::{detail, finding, results, spread as words},
    ui::kit::{El, el, paragraph, small},
};

/// All items, closed.
pub(super) fn details(subject: &Subject, look: Look) -> El {
    let items = subject.results.items().zip(1..);
    el("section")
        .class("details")
        .attr("aria-labelledby", "details")
        .child(el("h2").id("details").text(detail::TITLE))
        .child(paragraph(detail::HOW))
        .children(items.map(|(item, number)| of_item(subject, item, number, look)))
}

/// One item; the picture is drawn when it is opened first.
fn of_item(subject: &Subject, item: &ItemResult, number: usize, look: Look) -> El {
    let is_open = RwSignal::new(false);
    let said = sentences(subject, item);
    let part = spread::part(subject, item, number);
    let summary = results::of_dimension(&item.item.label, &results::gap_in_words(item.gap));
    el("details")
        .class("detail")
        .child(el("summary").text(summary))
        .on("toggle", move || is_open.set(true))
        .live(move || {
            let part = part.clone();
            is_open.get().then(|| {
                el("div")
                    .class("detail__inside")
                    .children(said.iter().cloned().map(paragraph))
                    .children(part.said.iter().cloned().map(small))
                    .child(chart(part, look))
            })
        })
}

/// The finding, n, range, switches, agreement, middles, and who did not answer.
fn sentences(subject: &Subject, item: &ItemResult) -> Vec<String> {
    let [executives, team] = [item.shown.executive, item.shown.team].map(results::n);
    let mut said = vec![
        finding::item(item, subject.survey.minimum),
        detail::answered(&executives, &team, &finding::range_of(item.gap)),
    ];
    said.extend(of_the_gap(item));
    for side in Side::ALL {
        let agreement = item.agreement(side);
        said.extend(agreement.map(|agreement| detail::agreement(side, agreement).to_owned()));
    }
    let medians = words::median(item, Side::Executive).zip(words::median(item, Side::Team));
    said.extend(medians.map(|(executives, team)| detail::medians(&executives, &team)));
    said.extend(item.detail.favourable.map(detail::favourable));
    said.extend(item.detail.dominance.map(detail::dominance));
    said.extend(of_the_silent(subject, item));
    said
}

fn of_the_gap(item: &ItemResult) -> Vec<String> {
    let Some(gap) = item.gap else {
        return Vec::new();
    };
    let everyone: Vec<_> = Side::ALL
        .into_iter()
        .filter_map(|side| item.detail.sides.of(side).everyone)
        .collect();
    let mut said: Vec<String> = everyone
        .iter()
        .map(|everyone| detail::everyone(everyone.people, everyone.one_person, gap.switches))
        .collect();
    if said.is_empty() {
        said.extend(gap.switches.map(detail::switched));
    }
    said.extend(gap.this_group.map(detail::this_group));
    let sharpen = gap.only_executives_sharpen;
    said.extend(sharpen.then(|| detail::ONLY_EXECUTIVES_SHARPEN.to_owned()));
    said
}

fn of_the_silent(subject: &Subject, item: &ItemResult) -> Option<String> {
    let range = item.detail.sides.team.worst_case?;
    let ballots = subject.results.ballots.team?;
    let silent = subject.survey.invited.team.saturating_sub(ballots);
    Some(detail::worst_case(silent, range))
}
