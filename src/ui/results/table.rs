//! The numbers of a picture as a real table.

use leptos::prelude::*;

use super::picture::{Line, Part, gap_words};
use crate::text::results;

/// Both values, the gap, and n of each side.
#[component]
pub(super) fn ResultsTable(
    /// The picture whose numbers these are.
    part: Part,
) -> impl IntoView {
    let heads = results::COLUMNS
        .map(|head| view! { <th scope="col">{head}</th> })
        .collect_view();
    let rows = part.rows.iter().map(line).collect_view();

    view! {
        <div class="table-frame" role="region" tabindex="0" aria-labelledby=part.id.clone()>
            <table class="numbers">
                <caption class="visually-hidden">{part.title}</caption>
                <thead><tr>{heads}</tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
}

fn line(line: &Line) -> impl IntoView + use<> {
    view! {
        <tr>
            <th scope="row">{line.label.clone()}</th>
            <td class="number">{results::shown(line.shown.executive)}</td>
            <td class="number">{results::shown(line.shown.team)}</td>
            <td class="number number--strong">{gap_words(line.gap)}</td>
            <td class="number">{results::n(line.shown.executive)}</td>
            <td class="number">{results::n(line.shown.team)}</td>
        </tr>
    }
}
