//! What came of what was shown, in sentences.

use super::page::Reading;
use crate::{
    state::{Shown, Stranger, Why},
    text::camera,
    ui::kit::{El, el, paragraph},
};
use leptos::prelude::{GetUntracked, Set};

/// Sentences, and whether they tell of new ballots.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Said {
    is_new: bool,
    sentences: Vec<String>,
}

impl Said {
    /// Sentences that tell of no new ballot.
    pub(super) fn quiet(sentences: Vec<String>) -> Self {
        Self {
            is_new: false,
            sentences,
        }
    }

    /// With more sentences after these.
    pub(super) fn and(mut self, more: Vec<String>) -> Self {
        self.sentences.extend(more);
        self
    }

    /// The sentences on the page; new ballots stand out.
    pub(super) fn view(&self) -> Option<El> {
        let class = if self.is_new {
            "camera__new"
        } else {
            "camera__quiet"
        };
        let sentences = self.sentences.iter().cloned().map(paragraph);
        (!self.sentences.is_empty()).then(|| el("div").class(class).children(sentences))
    }
}

impl Reading {
    /// Counts what is new and puts it all into words; says whether there is something new.
    pub(super) fn tell(&self, shown: &Shown) -> (bool, Said) {
        let Ok(added) = &shown.added else {
            return (false, Said::quiet(vec![camera::NOT_KEPT.to_owned()]));
        };
        let new = added.new.executive + added.new.team;
        let all = self.new.get_untracked() + new;
        self.new.set(all);
        let mut sentences = Vec::new();
        if new > 0 {
            sentences.push(camera::kept(&added.new, all));
        }
        for (n, words) in [
            (added.known, camera::known as fn(usize) -> String),
            (added.counted, camera::counted),
            (added.other_survey, camera::of_another_survey),
            (added.late, camera::late),
        ] {
            if n > 0 {
                sentences.push(words(n));
            }
        }
        for stranger in &shown.strangers {
            let words = stranger_in_words(*stranger);
            if !sentences.iter().any(|said| said == words) {
                sentences.push(words.to_owned());
            }
        }
        let is_new = new > 0;
        (is_new, Said { is_new, sentences })
    }
}

fn stranger_in_words(stranger: Stranger) -> &'static str {
    match stranger {
        Stranger::Invitation(side) => camera::invitation(side),
        Stranger::Results => camera::RESULTS,
        Stranger::Collector => camera::COLLECTOR,
        Stranger::Unread(Why::CutOff) => camera::CUT_OFF,
        Stranger::Unread(Why::Damaged) => camera::DAMAGED,
        Stranger::Unread(Why::OtherVersion) => camera::OTHER_VERSION,
        Stranger::Other => camera::OTHER,
    }
}
