//! Leaving questions out before results are shared: the whole page becomes what a receiver will see.

use leptos::prelude::*;

use super::picture::Subject;
use crate::{
    domain::release::{left_out_of, left_out_with},
    state::{self, Published},
    text::article,
    ui::kit::{El, el, notice, small, spoken},
};

/// What is shared, and what of it is left out.
#[derive(Clone, Copy)]
pub(super) struct Sharing {
    whole: StoredValue<Published>,
    /// What the page shows now.
    pub(super) subject: StoredValue<Subject>,
    left_out: RwSignal<Vec<usize>>,
    is_refused: RwSignal<bool>,
}

impl Sharing {
    /// Nothing is left out of `subject` yet.
    pub(super) fn of(subject: &Subject) -> Self {
        Self {
            whole: StoredValue::new(subject.published.clone()),
            subject: StoredValue::new(subject.clone()),
            left_out: RwSignal::default(),
            is_refused: RwSignal::default(),
        }
    }

    /// Whatever is made of the subject is made anew when this changes.
    pub(super) fn follow(self) {
        self.left_out.track();
    }

    /// Leaves out the item at `place`, or takes it in again, with those that go with it.
    fn set(self, place: usize, stays: bool) {
        let mut chosen = self.left_out.get_untracked();
        let survey = self.whole.with_value(|whole| whole.survey.clone());
        let bound = left_out_with(&survey, &[place]);
        chosen.retain(|other| !bound.contains(other));
        if !stays {
            chosen.extend(bound);
        }
        let shared = self
            .whole
            .with_value(|whole| state::without(whole, &chosen));
        self.is_refused.set(shared.is_none());
        if let Some(shared) = shared {
            let day = self.subject.with_value(|subject| subject.day);
            self.subject.set_value(Subject::of(shared, day));
            self.left_out.set(chosen);
        } else {
            self.left_out.notify();
        }
    }

    /// The list of all questions, each ticked as long as it is shared.
    pub(super) fn list(self) -> El {
        let items = self.whole.with_value(|whole| whole.survey.items());
        let ticks = items.into_iter().enumerate().map(|(place, item)| {
            let id = format!("share-{}", place + 1);
            let is_shared = move || !self.left_out.get().contains(&place);
            el("p")
                .class("tick")
                .child(
                    el("input")
                        .attr("type", "checkbox")
                        .id(id.clone())
                        .live_switch("checked", is_shared)
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

/// How many questions whoever shared these results left out, in words.
pub(super) fn said(subject: &Subject) -> Option<El> {
    let (_, left_out) = left_out_of(&subject.survey.wording)?;
    let shown = subject.results.items().count();
    (!left_out.is_empty()).then(|| notice(article::left_out(shown, left_out.len())))
}
