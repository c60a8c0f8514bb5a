//! Leaving questions out before results are shared: the whole page becomes what a receiver will see.

use std::mem;

use leptos::prelude::*;

use super::picture::Subject;
use crate::{
    domain::{card::Card, release::left_out_with},
    state::{self, Published},
    text::article,
    ui::kit::{El, el, notice, small, spoken},
};

/// What is shared, and what of it is left out.
#[derive(Clone, Copy)]
pub(super) struct Sharing {
    /// All that could be shared, and the places of what is left out of it.
    whole: StoredValue<(Published, Vec<usize>)>,
    /// The experiment cards beside it.
    cards: StoredValue<Vec<Card>>,
    /// What the page shows now.
    pub(super) subject: StoredValue<Subject>,
    /// How often that has changed.
    turn: RwSignal<usize>,
    is_refused: RwSignal<bool>,
}

impl Sharing {
    /// Nothing is left out of `subject` yet.
    pub(super) fn of(subject: &Subject) -> Self {
        Self {
            whole: StoredValue::new((subject.published.clone(), Vec::new())),
            cards: StoredValue::new(Vec::new()),
            subject: StoredValue::new(subject.clone()),
            turn: RwSignal::new(0),
            is_refused: RwSignal::new(false),
        }
    }

    /// Whatever is made of the subject is made anew when this changes.
    pub(super) fn follow(self) {
        self.turn.track();
    }

    /// Tells of the experiments among `cards` that were agreed on.
    pub(super) fn tell_of(self, cards: Vec<Card>) {
        // The screen may have been left meanwhile.
        let is_changed = self.subject.try_update_value(|subject| {
            let agreed = subject.agreed_of(&cards);
            let before = mem::replace(&mut subject.agreed, agreed);
            before != subject.agreed
        });
        let Some(is_changed) = is_changed else {
            return;
        };
        self.cards.set_value(cards);
        if is_changed {
            self.turn.update(|turn| *turn += 1);
        }
    }

    /// Leaves out the item at `place`, or takes it in again, with those that go with it.
    fn set(self, place: usize, stays: bool) {
        let (whole, mut chosen) = self.whole.get_value();
        let bound = left_out_with(&whole.survey, &[place]);
        chosen.retain(|other| !bound.contains(other));
        if !stays {
            chosen.extend(bound);
        }
        let shared = state::without(&whole, &chosen);
        self.is_refused.set(shared.is_none());
        if let Some(shared) = shared {
            let day = self.subject.with_value(|subject| subject.day);
            let mut subject = Subject::of(shared, day);
            subject.agreed = self.cards.with_value(|cards| subject.agreed_of(cards));
            self.subject.set_value(subject);
            self.whole.set_value((whole, chosen));
        }
        self.turn.update(|turn| *turn += 1);
    }

    fn is_shared(self, place: usize) -> bool {
        self.follow();
        self.whole
            .with_value(|(_, left_out)| !left_out.contains(&place))
    }

    /// The list of all questions, each ticked as long as it is shared.
    pub(super) fn list(self) -> El {
        let items = self.whole.with_value(|(whole, _)| whole.survey.items());
        let ticks = items.into_iter().enumerate().map(|(place, item)| {
            let id = format!("share-{}", place + 1);
            el("p")
                .class("tick")
                .child(
                    el("input")
                        .attr("type", "checkbox")
                        .id(id.clone())
                        .live_switch("checked", move || self.is_shared(place))
                        .on_tick(move |stays| self.set(place, stays)),
                )
                .child(
                    el("label")
                        .attr("for", id)
                        .attr("dir", "auto")
                        .text(item.label),
                )
        });
        let refused = move || self.is_refused.get().then(|| notice(article::ONE_STAYS));
        el("details")
            .class("card__more")
            .child(el("summary").text(article::LEAVE_OUT))
            .child(small(article::LEAVE_OUT_HOW))
            .children(ticks)
            .child(spoken().live(refused))
    }
}

/// That whoever shared these results left questions out, if so.
pub(super) fn said(subject: &Subject) -> Option<El> {
    article::left_out(&subject.survey, &subject.results).map(notice)
}
