//! What all parts of the screen share.

use leptos::prelude::*;

use crate::{
    domain::{
        card::{Card, Edit},
        results::{ItemResult, Results},
    },
    state::{CardBox, Published},
    text::card,
};

/// Results, their cards, and which of these is being edited.
#[derive(Clone, Copy)]
pub(super) struct Desk {
    /// The card that is being edited, by its number.
    pub(super) edited: RwSignal<Option<u32>>,
    /// The card that was edited last, whose sheet takes the focus.
    pub(super) left: StoredValue<Option<u32>>,
    /// What is said at the top, if a file could not be given.
    pub(super) said: RwSignal<Option<&'static str>>,
    on: StoredValue<On>,
}

struct On {
    cards: CardBox,
    published: Published,
    results: Results,
}

impl Desk {
    /// The desk with these results and cards.
    pub(super) fn new(published: Published, cards: CardBox) -> Self {
        let results = Results::of(&published.survey, &published.released);
        Self {
            edited: RwSignal::new(None),
            left: StoredValue::new(None),
            said: RwSignal::new(None),
            on: StoredValue::new(On {
                cards,
                published,
                results,
            }),
        }
    }

    /// The cards.
    pub(super) fn cards(self) -> CardBox {
        self.on.with_value(|on| on.cards)
    }

    /// Looks at the results and at what was published.
    pub(super) fn with<T>(self, look: impl FnOnce(&Published, &Results) -> T) -> T {
        self.on.with_value(|on| look(&on.published, &on.results))
    }

    /// The place of the item that a card is for, if these results have it.
    pub(super) fn place(self, card: &Card) -> Option<usize> {
        let is_it = |item: &ItemResult| item.item.id == card.item();
        self.with(|_, results| results.items().position(is_it))
    }

    /// The label of the item that a card is for, or its number where these results do not have it.
    pub(super) fn subject(self, card: &Card) -> String {
        let id = card.item();
        self.with(|_, results| {
            let place = results.items().position(|item| item.item.id == id);
            let item = place.and_then(|place| {
                let dimension = results.dimension_at(place)?;
                let label = &results.items().nth(place)?.item.label;
                Some(format!("{} · {id} {label}", dimension.dimension.name))
            });
            item.unwrap_or_else(|| id.to_owned())
        })
    }

    /// A new card for the item at `place`, open to be edited.
    pub(super) async fn make(self, place: usize) {
        let card = self.with(|published, results| card::idea(results, place, published.day()));
        if let Some(card) = card
            && let Some(number) = self.cards().add(card).await
        {
            let _ = self.edited.try_set(Some(number));
        }
    }

    /// Changes a card.
    pub(super) fn edit(self, edit: Edit) {
        self.cards().edit(edit);
    }

    /// Ends the editing.
    pub(super) fn close(self) {
        self.left.set_value(self.edited.get_untracked());
        self.edited.set(None);
    }
}
