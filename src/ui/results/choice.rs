//! What the reader has chosen to see of results, and how it stands in an address.

use crate::domain::{
    benchmark::{Benchmark, on_axis},
    results::ItemResult,
    side::Side,
};

/// What the reader has chosen to see.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Choice {
    /// Rows by the size of their gap instead of by dimension.
    pub(super) is_by_gap: bool,
    /// Published figures in the pictures.
    pub(super) with_published: bool,
    /// Gaps of exactly this group instead of people like these on another day.
    pub(super) is_of_this_group: bool,
    /// Only this side, for showing one before the other; no gap is shown then.
    pub(crate) only: Option<Side>,
}

/// Rows by size of gap.
const BY_GAP: &str = "order=gap";
/// Published figures.
const PUBLISHED: &str = "published=1";
/// Exactly this group.
const THIS_GROUP: &str = "group=1";
/// One side only, by its name.
const ONLY: [(&str, Side); 2] = [
    ("side=executives", Side::Executive),
    ("side=team", Side::Team),
];

impl Choice {
    /// What stands after the question mark of an address; what is unknown is left out.
    pub(super) fn of_query(query: &str) -> Self {
        let parts = || query.split('&');
        let has = |wanted: &str| parts().any(|part| part == wanted);
        let only = ONLY.into_iter().find(|(name, _)| has(name));
        Self {
            is_by_gap: has(BY_GAP),
            with_published: has(PUBLISHED),
            is_of_this_group: has(THIS_GROUP),
            only: only.map(|(_, side)| side),
        }
    }

    /// How it stands after the question mark; empty where nothing was chosen.
    pub(super) fn to_query(self) -> String {
        let only = ONLY.into_iter().find(|(_, side)| self.only == Some(*side));
        let parts = [
            self.is_by_gap.then_some(BY_GAP),
            self.with_published.then_some(PUBLISHED),
            self.is_of_this_group.then_some(THIS_GROUP),
            only.map(|(name, _)| name),
        ];
        parts.into_iter().flatten().collect::<Vec<_>>().join("&")
    }

    /// Whether gaps are shown with words such as "clear".
    pub(super) fn has_words(self) -> bool {
        self.only.is_none() && !self.is_of_this_group
    }

    /// The figures of others that are to be seen beside this item. Whether one fits is asked only if any are: pictures are
    /// drawn while people wait.
    pub(super) fn published_of(self, item: &ItemResult) -> Vec<&'static Benchmark> {
        let are_seen = self.with_published && self.only.is_none();
        let figures = are_seen.then(|| on_axis(&item.item).collect());
        figures.unwrap_or_default()
    }

    /// Whether `side` is to be seen.
    pub(super) fn shows(self, side: Side) -> bool {
        self.only.is_none_or(|only| only == side)
    }
}

/// What an address begins with that leads to a row.
pub(super) const AT: &str = "at=";

/// The id of the row that an address leads to.
pub(super) fn row_in(query: &str) -> Option<String> {
    let id = query.split('&').find_map(|part| part.strip_prefix(AT))?;
    let is_row = id.starts_with("item-") || id.starts_with("dimension-");
    is_row.then(|| id.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_view_comes_back_from_its_address() {
        for number in 0_u8..24 {
            let choice = Choice {
                is_by_gap: number & 1 > 0,
                with_published: number & 2 > 0,
                is_of_this_group: number & 4 > 0,
                only: [None, Some(Side::Executive), Some(Side::Team)][usize::from(number / 8)],
            };
            assert_eq!(Choice::of_query(&choice.to_query()), choice);
        }
        assert_eq!(Choice::default().to_query(), "");
    }

    #[test]
    fn an_address_leads_to_a_row_and_to_nothing_else() {
        assert_eq!(row_in("order=gap&at=item-3").as_deref(), Some("item-3"));
        assert_eq!(row_in("at=content"), None);
        assert_eq!(row_in("order=gap"), None);
    }

    #[test]
    fn what_is_unknown_in_an_address_is_left_out() {
        let choice = Choice::of_query("order=gap&colour=red&side=both&&published=2&=&side=team");
        let expected = Choice {
            is_by_gap: true,
            only: Some(Side::Team),
            ..Choice::default()
        };
        assert_eq!(choice, expected);
        assert_eq!(Choice::of_query("%00?#"), Choice::default());
    }
}
