//! Which items of two surveys are the same: by id, scale and both wordings.

use crate::domain::{side::Side, survey::Item};

/// Which items of two surveys are the same.
pub(super) struct Matched {
    /// Places now and then.
    pub(super) pairs: Vec<(usize, usize)>,
    pub(super) changed: Vec<usize>,
    pub(super) new: Vec<usize>,
    pub(super) gone: Vec<String>,
}

impl Matched {
    pub(super) fn of(now: &[Item], then: &[Item]) -> Self {
        let mut matched = Self {
            pairs: Vec::new(),
            changed: Vec::new(),
            new: Vec::new(),
            gone: Vec::new(),
        };
        for (place, item) in now.iter().enumerate() {
            let earlier = then.iter().position(|earlier| earlier.id == item.id);
            match earlier.and_then(|place| Some((place, then.get(place)?))) {
                None => matched.new.push(place),
                Some((earlier, was)) if is_same(item, was) => matched.pairs.push((place, earlier)),
                Some(_) => matched.changed.push(place),
            }
        }
        let is_gone = |item: &&Item| now.iter().all(|here| here.id != item.id);
        let gone = then.iter().filter(is_gone);
        matched.gone = gone.map(|item| item.label.to_string()).collect();
        matched
    }
}

fn is_same(now: &Item, then: &Item) -> bool {
    let asked = |item: &Item| Side::ALL.map(|side| item.is_asked(side));
    now.scale == then.scale && now.question == then.question && asked(now) == asked(then)
}
