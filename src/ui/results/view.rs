//! What is seen of results stands in the page's own address.

use leptos::prelude::*;

use super::choice::{AT, Choice, row_in};
use crate::{state::page, ui::screen::query};

/// What is to be seen, read from the page's address whenever that changes.
#[derive(Clone, Copy)]
pub(super) struct View {
    query: RwSignal<String>,
    /// Whether gaps can be read as of exactly this group.
    has_this_group: bool,
}

impl View {
    /// What the page's address says.
    pub(super) fn of_address(has_this_group: bool) -> Self {
        Self {
            query: query(),
            has_this_group,
        }
    }

    /// What is to be seen now; whatever asks is made anew when this changes.
    pub(super) fn get(self) -> Choice {
        self.query.with(|query| self.choice(query))
    }

    /// The same without being made anew.
    pub(super) fn now(self) -> Choice {
        self.query.with_untracked(|query| self.choice(query))
    }

    fn choice(self, query: &str) -> Choice {
        let choice = Choice::of_query(query);
        Choice {
            is_of_this_group: choice.is_of_this_group && self.has_this_group,
            ..choice
        }
    }

    /// The id of the row that the address leads to.
    pub(super) fn row(self) -> Option<String> {
        self.query.with(|query| row_in(query))
    }
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
