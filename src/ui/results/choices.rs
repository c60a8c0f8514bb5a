//! What the reader may choose to see.

use super::{
    choice::Choice,
    picture::Subject,
    view::{View, keep},
};
use crate::{
    domain::side::Side,
    text::{article, benchmark, results, this_group},
    ui::kit::{El, el, tick},
};

/// The sides of [`article::SIDE_OPTIONS`].
const SIDES: [Option<Side>; 3] = [None, Some(Side::Executive), Some(Side::Team)];
/// The id of their field.
const FIELD: &str = "sides";

/// What the reader may choose; it is written into the address, and read from there.
pub(super) fn choices(view: View, has_this_group: bool) -> El {
    let ticked = |id, label, is_on: fn(Choice) -> bool, with: fn(Choice, bool) -> Choice| {
        tick(
            id,
            label,
            move || is_on(view.get()),
            move |is_ticked| keep(with(view.now(), is_ticked)),
        )
    };
    let this_group = has_this_group.then(|| {
        ticked(
            "this-group",
            this_group::SHOW,
            |choice| choice.is_of_this_group,
            |choice, is_of_this_group| Choice {
                is_of_this_group,
                ..choice
            },
        )
    });
    el("div")
        .class("choices")
        .child(sides(view))
        .child(ticked(
            "by-gap",
            results::BY_GAP,
            |choice| choice.is_by_gap,
            |choice, is_by_gap| Choice {
                is_by_gap,
                ..choice
            },
        ))
        .child(ticked(
            "published",
            benchmark::SHOW,
            |choice| choice.with_published,
            |choice, with_published| Choice {
                with_published,
                ..choice
            },
        ))
        .maybe(this_group)
}

/// Both sides, or one of them for showing it before the other.
fn sides(view: View) -> El {
    let options = article::SIDE_OPTIONS.iter().enumerate();
    let options =
        options.map(|(place, words)| el("option").attr("value", place.to_string()).text(*words));
    let chosen = move || {
        let only = view.get().only;
        let place = SIDES.iter().position(|side| *side == only);
        place.unwrap_or_default().to_string()
    };
    let choose = move |place: String| {
        let place: usize = place.parse().unwrap_or_default();
        let only = SIDES.get(place).copied().flatten();
        keep(Choice { only, ..view.now() });
    };
    let select = el("select")
        .class("field__input")
        .id(FIELD)
        .children(options)
        .live_value(chosen)
        .on_text(choose);
    let label = el("label")
        .class("field__label")
        .attr("for", FIELD)
        .text(article::SIDES);
    el("div").class("field").child(label).child(select)
}

/// Whether the number of people is known, so that exactly this group can be described.
pub(super) fn has_this_group(subject: &Subject) -> bool {
    let mut gaps = subject.results.items().filter_map(|item| item.gap);
    gaps.any(|gap| gap.this_group.is_some())
}
