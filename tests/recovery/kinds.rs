//! Every kind of number that results publish, and which of them may stand beside a hidden cell.

use std::collections::BTreeMap;

use plumbline::domain::{
    gap::Gap,
    release::Cell,
    results::{ItemResult, Results, Shown, Value},
    side::Side,
};

/// How often each kind of number was published.
#[derive(Debug, Default)]
pub(crate) struct Kinds(BTreeMap<&'static str, usize>);

/// All kinds; a new one belongs here, and where [`Kinds::look_through`] meets it.
const ALL: [&str; 21] = [
    "ballots",
    "consensus",
    "counts",
    "deviation",
    "dimension gap",
    "dimension value",
    "dominance",
    "everyone",
    "favourable",
    "gap",
    "gap of this group",
    "gap ranges",
    "median",
    "n",
    "only executives sharpen",
    "range of a side",
    "switches",
    "unsure",
    "value",
    "words for one mind",
    "worst case",
];

impl Kinds {
    /// Looks at every number of `results`: beside a hidden side there is none of it, and beside a few of one mind none that
    /// counts them.
    pub(crate) fn look_through(&mut self, results: &Results) {
        for side in Side::ALL {
            self.saw("ballots", results.ballots.of(side).is_some());
        }
        for dimension in &results.dimensions {
            for side in Side::ALL {
                let is_shown = *dimension.shown.of(side) != Shown::Hidden;
                let has_hidden = dimension.items.iter().any(|item| is_hidden(item, side));
                assert_ne!(is_shown, has_hidden);
                self.saw("dimension value", is_shown);
            }
            self.saw("dimension gap", dimension.gap.is_some());
            self.look_at_gap(dimension.gap);
            for item in &dimension.items {
                self.look_at_item(item);
            }
        }
    }

    /// No kind was missing from all these tallies, or the others would have proved nothing of it.
    pub(crate) fn took_all_part(&self) {
        let seen: Vec<&str> = self.0.keys().copied().collect();
        assert_eq!(seen, ALL);
        assert!(self.0.values().all(|times| *times > 20), "{self:?}");
    }

    fn look_at_item(&mut self, item: &ItemResult) {
        let has_hidden = Side::ALL.iter().any(|side| is_hidden(item, *side));
        let detail = &item.detail;
        let both = [
            ("gap", item.gap.is_some()),
            ("dominance", detail.dominance.is_some()),
            ("favourable", detail.favourable.is_some()),
        ];
        for (kind, is_there) in both {
            assert!(!(has_hidden && is_there), "{kind} tells of a hidden side");
            self.saw(kind, is_there);
        }
        self.look_at_gap(item.gap);
        for side in Side::ALL {
            self.look_at_side(item, side);
        }
    }

    fn look_at_side(&mut self, item: &ItemResult, side: Side) {
        let cell = item.cells.of(side);
        let detail = item.detail.sides.of(side);
        let told = [
            ("n", cell.n().is_some()),
            ("unsure", detail.unsure.is_some()),
            ("everyone", detail.everyone.is_some()),
        ];
        let counted = [
            (
                "value",
                matches!(item.shown.of(side), Shown::Group(group) if matches!(group.value, Value::Points(_))),
            ),
            ("range of a side", detail.range.is_some()),
            ("deviation", detail.deviation.is_some()),
            ("consensus", detail.consensus.is_some()),
            ("median", detail.median.is_some()),
            ("worst case", detail.worst_case.is_some()),
            ("counts", cell.counts().is_some()),
        ];
        let is_of_one_mind = matches!(cell, Cell::OneMind { .. });
        for (kind, is_there) in told.into_iter().chain(counted) {
            assert!(
                !(is_hidden(item, side) && is_there),
                "{kind} of a hidden side"
            );
            self.saw(kind, is_there);
        }
        for (kind, is_there) in counted {
            assert!(!(is_of_one_mind && is_there), "{kind} of a few of one mind");
        }
        let in_words = matches!(item.shown.of(side), Shown::Group(group) if !matches!(group.value, Value::Points(_)));
        assert_eq!(in_words, is_of_one_mind);
        self.saw("words for one mind", in_words);
    }

    fn look_at_gap(&mut self, gap: Option<Gap>) {
        self.saw("gap ranges", gap.is_some());
        self.saw(
            "gap of this group",
            gap.is_some_and(|gap| gap.this_group.is_some()),
        );
        self.saw("switches", gap.is_some_and(|gap| gap.switches.is_some()));
        self.saw(
            "only executives sharpen",
            gap.is_some_and(|gap| gap.only_executives_sharpen),
        );
    }

    fn saw(&mut self, kind: &'static str, is_there: bool) {
        *self.0.entry(kind).or_default() += usize::from(is_there);
    }
}

fn is_hidden(item: &ItemResult, side: Side) -> bool {
    *item.shown.of(side) == Shown::Hidden
}
