//! What is seen of results stands in the page's own address.

use leptos::prelude::*;

use super::choice::{AT, Choice, row_in};
use crate::{state::page, ui::screen::query};

/// What the page's address says now, and from now on.
pub(super) fn of_address() -> Memo<Choice> {
    let query = query();
    Memo::new(move |_| query.with(|query| Choice::of_query(query)))
}

/// Writes it into the page's address, in the present step of the history.
pub(super) fn keep(choice: Choice) {
    let fragment = page::fragment();
    let path = fragment
        .split_once('?')
        .map_or(fragment.as_str(), |(path, _)| path);
    let query = choice.to_query();
    if query.is_empty() {
        page::replace(path);
    } else {
        page::replace(&format!("{path}?{query}"));
    }
}

/// The fragment that leads to the row of this id, in the present view.
pub(super) fn at(id: &str) -> String {
    let fragment = page::fragment();
    let (path, query) = fragment.split_once('?').unwrap_or((&fragment, ""));
    let choice = Choice::of_query(query).to_query();
    let and = if choice.is_empty() { "" } else { "&" };
    format!("{path}?{choice}{and}{AT}{id}")
}

/// The id of the row that the page's address leads to.
pub(super) fn row_in_address() -> Memo<Option<String>> {
    let query = query();
    Memo::new(move |_| query.with(|query| row_in(query)))
}
