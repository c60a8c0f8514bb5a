//! Topics for leaders, half a page each: what is worth knowing about a gap, one picture in words, and one thing to do on
//! Monday (method, section 1.3). They describe two views, blame nobody, and name a direction only where the gap has one.

mod words;

use super::{card::both_views, moves};
use crate::domain::{
    evidence::Evidence,
    finding::Finding,
    gap::Gap,
    results::{ItemResult, Results},
    side::Side,
};
use words::{GENERAL, TOPICS, Topic};

/// Over a topic, wherever it is shown.
pub const EDUCATE_UP: &str = "For leaders: half a page";
/// Over what to do.
pub const MONDAY: &str = "On Monday";

/// A topic, written for the gap at hand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HalfPage {
    /// Its title.
    pub title: &'static str,
    /// Paragraphs, the first of which says how the gap at hand looks from both sides.
    pub paragraphs: Vec<String>,
    /// One thing to do on Monday.
    pub monday: &'static str,
}

impl HalfPage {
    /// All of it as plain paragraphs, the title left out, for what is taken along.
    #[must_use]
    pub fn plain(&self) -> Vec<String> {
        let monday = format!("{MONDAY}: {}", self.monday);
        self.paragraphs.iter().cloned().chain([monday]).collect()
    }
}

/// The topic for the item at `place`; `None` if there is no such item. Of exactly this group a gap is as it is: nothing
/// is said of how sure it is.
#[must_use]
pub fn of_item(results: &Results, place: usize, is_of_this_group: bool) -> Option<HalfPage> {
    let item = results.items().nth(place)?;
    let dimension = results.dimension_at(place)?;
    let name = dimension.dimension.name.as_ref();
    let topic = TOPICS.iter().find(|topic| topic.dimension == name);
    let topic = topic.unwrap_or(&GENERAL);
    let body = topic.body.iter().map(|words| (*words).to_owned());
    Some(HalfPage {
        title: moves::of(name).topic,
        paragraphs: [at_hand(item, topic, is_of_this_group)]
            .into_iter()
            .chain(body)
            .collect(),
        monday: topic.monday,
    })
}

/// The topic that fits every gap, where there is no particular one.
#[must_use]
pub fn general() -> HalfPage {
    HalfPage {
        title: moves::GENERAL.topic,
        paragraphs: GENERAL
            .body
            .iter()
            .map(|words| (*words).to_owned())
            .collect(),
        monday: GENERAL.monday,
    }
}

/// How the gap at hand looks from both sides.
fn at_hand(item: &ItemResult, topic: &Topic, is_of_this_group: bool) -> String {
    let label = &item.item.label;
    let gap = item.gap.map(|gap| Gap {
        evidence: if is_of_this_group {
            Evidence::Clear
        } else {
            gap.evidence
        },
        ..gap
    });
    match Finding::of(item.shown, gap) {
        Finding::Apart {
            higher,
            groups,
            is_clear,
        } => {
            let views = both_views(item, groups);
            let [leaders, team] = topic.directions;
            let meaning = match higher {
                Side::Executive => leaders,
                Side::Team => team,
            };
            let sure = if is_clear {
                ""
            } else {
                " The gap is possible, not clear: a few different answers could undo it."
            };
            format!("{views} {meaning}{sure}")
        }
        Finding::Close => format!(
            "{label}. Leaders and team see this alike. That is worth saying aloud, and a good place to start from."
        ),
        Finding::CannotTell(_) => format!(
            "{label}. There are too few answers to compare the two views, so ask before anything else."
        ),
        Finding::Hidden => format!(
            "{label}. The answers are hidden to protect people, so ask before anything else."
        ),
    }
}

#[cfg(test)]
mod tests;
