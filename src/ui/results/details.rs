//! What stands behind a row's figures: in a list of all items, and under the picture whose row was pressed.

#[cfg(test)]
mod tests;

use leptos::prelude::*;

use super::{
    chart::{Look, chart},
    line::Behind,
    picture::Subject,
    spread,
    table::of_numbers,
};
use crate::{
    domain::{
        gap::Gap,
        results::{DimensionResult, ItemResult},
        side::{BySide, Side},
    },
    text::{article, detail, finding, results, spread as words, this_group},
    ui::kit::{El, el, paragraph, small},
};

/// All items, closed.
pub(super) fn details(subject: StoredValue<Subject>, look: Look, is_of_this_group: bool) -> El {
    let names = subject.with_value(|subject| {
        let items = subject.results.items();
        let names = items.map(|item| named(item, is_of_this_group));
        names.collect::<Vec<_>>()
    });
    let items = names.into_iter().zip(0..);
    el("section")
        .class("details")
        .attr("aria-labelledby", "details")
        .child(el("h2").id("details").text(detail::TITLE))
        .child(paragraph(detail::HOW))
        .children(
            items.map(|(name, place)| of_item(subject, name, (place, is_of_this_group), look)),
        )
}

/// An item with its gap.
fn named(item: &ItemResult, is_of_this_group: bool) -> String {
    let gap = this_group::either_in_words(item.gap, is_of_this_group);
    results::of_dimension(&item.item.label, &gap)
}

/// One item; the picture is drawn when it is opened first.
fn of_item(
    subject: StoredValue<Subject>,
    name: String,
    (place, is_of_this_group): (usize, bool),
    look: Look,
) -> El {
    let is_open = RwSignal::new(false);
    let inside = move || {
        is_open.get().then_some(())?;
        subject.with_value(|subject| {
            let ids = format!("answers-{}", place + 1);
            behind(subject, (Behind::Item(place), is_of_this_group), ids, look)
        })
    };
    el("details")
        .class("detail")
        .child(el("summary").text(name))
        .on("toggle", move || is_open.set(true))
        .live(inside)
}

/// What stands behind a row, in its own reading; ids on the page begin with `ids`.
pub(super) fn behind(
    subject: &Subject,
    (what, is_of_this_group): (Behind, bool),
    ids: String,
    look: Look,
) -> Option<El> {
    match what {
        Behind::Item(place) => {
            let item = subject.results.items().nth(place)?;
            Some(behind_item(subject, (item, is_of_this_group), ids, look))
        }
        Behind::Dimension(place) => {
            let dimension = subject.results.dimensions.get(place)?;
            let said = of_dimension(subject, dimension, is_of_this_group);
            let said = el("div")
                .class("behind__words")
                .children(said.into_iter().map(paragraph));
            Some(el("div").class("behind__inside").child(said))
        }
    }
}

/// Sentences, and beside them how the answers lie.
fn behind_item(
    subject: &Subject,
    (item, is_of_this_group): (&ItemResult, bool),
    ids: String,
    look: Look,
) -> El {
    let part = spread::part(subject, item, ids, is_of_this_group);
    let said = sentences(subject, item, is_of_this_group)
        .into_iter()
        .map(paragraph);
    let said = el("div")
        .class("behind__words")
        .children(said)
        .children(part.said.iter().cloned().map(small))
        .children(part.numbers.iter().map(of_numbers));
    el("div")
        .class("behind__inside")
        .child(said)
        .child(chart(part, look.always_narrow(), None))
}

/// The finding, n, range, and the gap of each item; of exactly this group nothing that is of people like these.
fn of_dimension(
    subject: &Subject,
    dimension: &DimensionResult,
    is_of_this_group: bool,
) -> Vec<String> {
    let of_others = dimension.gap.filter(|_| !is_of_this_group);
    let finding =
        (!is_of_this_group).then(|| finding::dimension(dimension, subject.survey.minimum));
    let mut said: Vec<String> = finding.into_iter().collect();
    said.push(detail::answered_each(dimension.shown, of_others));
    said.extend(
        dimension
            .gap
            .map(|gap| of_any_gap(gap, is_of_this_group))
            .into_iter()
            .flatten(),
    );
    let items = dimension.items.iter();
    said.extend(items.map(|item| named(item, is_of_this_group)));
    said
}

/// The finding, n, range, switches, agreement, middles, and who did not answer; of exactly this group nothing that is of
/// people like these.
fn sentences(subject: &Subject, item: &ItemResult, is_of_this_group: bool) -> Vec<String> {
    let [executives, team] = [item.shown.executive, item.shown.team].map(results::n);
    let of_others = item.gap.filter(|_| !is_of_this_group);
    let views = is_of_this_group.then(|| article::views_of(item)).flatten();
    let finding = views.unwrap_or_else(|| finding::item(item, subject.survey.minimum));
    let mut said = vec![finding, detail::answered(&executives, &team, of_others)];
    said.extend(of_the_gap(item, is_of_this_group));
    said.extend(Side::ALL.into_iter().filter_map(|side| {
        detail::of_one_view(side, item.agreement(side), item.detail.sides.of(side))
    }));
    said.extend(detail::medians(BySide::from_fn(|side| {
        words::median(item, side)
    })));
    if !is_of_this_group {
        said.extend(item.detail.favourable.map(detail::favourable));
        said.extend(item.detail.dominance.map(detail::dominance));
    }
    said.extend(
        Side::ALL
            .map(|side| of_the_silent(subject, item, side))
            .into_iter()
            .flatten(),
    );
    said
}

fn of_the_gap(item: &ItemResult, is_of_this_group: bool) -> Vec<String> {
    let Some(gap) = item.gap else {
        return Vec::new();
    };
    let everyone = Side::ALL
        .into_iter()
        .filter_map(|side| Some((side, item.detail.sides.of(side).everyone?)));
    let mut said: Vec<String> = everyone
        .map(|(side, all)| detail::everyone(side, all.people, all.one_person, gap.switches))
        .collect();
    if said.is_empty() {
        said.extend(gap.switches.map(detail::switched));
    }
    said.extend(of_any_gap(gap, is_of_this_group));
    said
}

/// What is said of an item's gap and of a dimension's alike.
fn of_any_gap(gap: Gap, is_of_this_group: bool) -> Vec<String> {
    let mut said: Vec<String> = gap.this_group.map(detail::this_group).into_iter().collect();
    let sharpen = gap.only_executives_sharpen && !is_of_this_group;
    said.extend(sharpen.then(|| detail::ONLY_EXECUTIVES_SHARPEN.to_owned()));
    said
}

fn of_the_silent(subject: &Subject, item: &ItemResult, side: Side) -> Option<String> {
    let range = item.detail.sides.of(side).worst_case?;
    let ballots = (*subject.results.ballots.of(side))?;
    let silent = subject.survey.invited.of(side).saturating_sub(ballots);
    let is_share = item.item.scale.steps(side) == 1 && item.item.scale.options(side) == 2;
    Some(detail::worst_case(side, silent, range, is_share))
}
