//! What an organiser changes about a deck: what is left out, in which order, in which words.

use std::collections::BTreeMap;

use super::{Deck, Key, Slide};
use crate::domain::draft::tidy;

/// The longest title of one's own, in characters.
pub const TITLE_LONGEST: usize = 120;
/// The longest notes of one's own, in characters.
pub const NOTES_LONGEST: usize = 2_000;
/// The most slides that anything is kept about.
pub const MOST_KEYS: usize = 200;

/// What an organiser changed about a deck. What it says of slides that are not there now is kept, for when they return.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Edits {
    /// The slides in the order that was chosen; empty while they stand as they were made.
    order: Vec<Key>,
    /// Slides that differ from how they were made.
    own: BTreeMap<Key, Own>,
}

/// How one slide differs from how it was made.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Own {
    /// Left out.
    pub is_dropped: bool,
    /// Another title.
    pub title: Option<String>,
    /// Other notes, their lines divided by line feeds.
    pub notes: Option<String>,
}

/// One change of a deck.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Edit {
    /// Leaves a slide out, or takes it in again.
    Drop(Key, bool),
    /// Gives a slide another title; its own again if nothing is left of it.
    Title(Key, String),
    /// Gives a slide other notes; its own again if nothing is left of them.
    Notes(Key, String),
    /// Another order.
    Order(Vec<Key>),
    /// Everything as it was made.
    Reset,
}

/// A slide in its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Arranged {
    /// The slide.
    pub slide: Slide,
    /// What was changed about it.
    pub own: Own,
}

impl Edits {
    /// Edits of this order and these differences; what is too long or too much is cut.
    #[must_use]
    pub fn new(order: Vec<Key>, own: impl IntoIterator<Item = (Key, Own)>) -> Self {
        let mut edits = Self::default();
        for key in order {
            if edits.order.len() < MOST_KEYS && !edits.order.contains(&key) {
                edits.order.push(key);
            }
        }
        for (key, own) in own {
            edits.change(&key, |changed| {
                *changed = Own {
                    is_dropped: own.is_dropped,
                    title: own.title.as_deref().and_then(title),
                    notes: own.notes.as_deref().and_then(notes),
                };
            });
        }
        edits
    }

    /// The order that was chosen.
    #[must_use]
    pub fn order(&self) -> &[Key] {
        &self.order
    }

    /// Every slide that differs, by its key.
    pub fn own(&self) -> impl Iterator<Item = (&Key, &Own)> {
        self.own.iter()
    }

    /// Makes one change.
    pub fn apply(&mut self, edit: &Edit) {
        match edit {
            Edit::Drop(key, is_dropped) => self.change(key, |own| own.is_dropped = *is_dropped),
            Edit::Title(key, typed) => self.change(key, |own| own.title = title(typed)),
            Edit::Notes(key, typed) => self.change(key, |own| own.notes = notes(typed)),
            Edit::Order(order) => *self = Self::new(order.clone(), self.own.clone()),
            Edit::Reset => *self = Self::default(),
        }
    }

    /// The change that moves a slide of `deck` by one place, up or down; none at the ends.
    #[must_use]
    pub fn shift(&self, deck: &Deck, key: &Key, is_up: bool) -> Option<Edit> {
        let mut order: Vec<Key> = self.keys(deck);
        let place = order.iter().position(|known| known == key)?;
        let other = if is_up {
            place.checked_sub(1)?
        } else {
            place + 1
        };
        if other >= order.len() {
            return None;
        }
        order.swap(place, other);
        // Slides that are not there now keep their places among themselves, behind all others.
        let absent = self.order.iter().filter(|key| !order.contains(key));
        let absent: Vec<Key> = absent.cloned().collect();
        order.extend(absent);
        Some(Edit::Order(order))
    }

    /// All slides of `deck` in the order that was chosen, with what was changed about each. A slide that the order does
    /// not know stands behind the one that it was made behind.
    #[must_use]
    pub fn arrange(&self, deck: &Deck) -> Vec<Arranged> {
        let keys = self.keys(deck).into_iter();
        let slides = keys.filter_map(|key| deck.slides.iter().find(|slide| slide.key == key));
        let arranged = slides.map(|slide| Arranged {
            slide: slide.clone(),
            own: self.own.get(&slide.key).cloned().unwrap_or_default(),
        });
        arranged.collect()
    }

    fn keys(&self, deck: &Deck) -> Vec<Key> {
        let is_there = |key: &&Key| deck.slides.iter().any(|slide| slide.key == **key);
        let mut keys: Vec<Key> = self.order.iter().filter(is_there).cloned().collect();
        let mut before: Option<&Key> = None;
        for Slide { key, .. } in &deck.slides {
            if !keys.contains(key) {
                let place = before.and_then(|before| keys.iter().position(|key| key == before));
                keys.insert(place.map_or(0, |place| place + 1), key.clone());
            }
            before = Some(key);
        }
        keys
    }

    fn change(&mut self, key: &Key, change: impl FnOnce(&mut Own)) {
        let mut own = self.own.get(key).cloned().unwrap_or_default();
        change(&mut own);
        if own == Own::default() {
            self.own.remove(key);
        } else if self.own.len() < MOST_KEYS || self.own.contains_key(key) {
            self.own.insert(key.clone(), own);
        }
    }
}

/// One line, as far as it is not too long; `None` if nothing is left.
fn title(typed: &str) -> Option<String> {
    let title: String = tidy(typed).chars().take(TITLE_LONGEST).collect();
    Some(title.trim_end().to_owned()).filter(|title| !title.is_empty())
}

/// Tidy lines, as far as they are not too long all together; `None` if nothing is left.
fn notes(typed: &str) -> Option<String> {
    let lines: Vec<String> = typed.lines().map(tidy).collect();
    let notes: String = lines.join("\n").chars().take(NOTES_LONGEST).collect();
    Some(notes.trim().to_owned()).filter(|notes| !notes.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::deck::Content;

    #[test]
    fn a_slide_moves_by_one_and_stops_at_the_ends() {
        let deck = deck(&["a", "b", "c"]);
        let mut edits = Edits::default();
        shift(&mut edits, &deck, "c", true);
        assert_eq!(order(&edits, &deck), ["a", "c", "b"]);
        for (name, is_up) in [("a", true), ("b", false), ("x", false)] {
            assert_eq!(edits.shift(&deck, &key(name), is_up), None);
        }
        shift(&mut edits, &deck, "a", false);
        assert_eq!(order(&edits, &deck), ["c", "a", "b"]);
    }

    #[test]
    fn a_later_release_keeps_what_was_changed_and_new_slides_come_where_they_were_made() {
        let mut edits = Edits::default();
        shift(&mut edits, &deck(&["a", "b", "c"]), "c", true);
        edits.apply(&Edit::Title(key("c"), "Mine".to_owned()));
        edits.apply(&Edit::Drop(key("b"), true));

        let later = deck(&["a", "new", "c", "last"]);

        let arranged = edits.arrange(&later);
        assert_eq!(order(&edits, &later), ["a", "new", "c", "last"]);
        assert_eq!(arranged[2].own.title.as_deref(), Some("Mine"));
        shift(&mut edits, &later, "last", true);
        let again = deck(&["a", "b", "c"]);
        assert_eq!(order(&edits, &again), ["a", "c", "b"]);
        assert!(edits.arrange(&again)[2].own.is_dropped);
    }

    #[test]
    fn words_are_one_tidy_line_or_tidy_lines_and_never_too_long() {
        let mut edits = Edits::default();
        edits.apply(&Edit::Title(
            key("a"),
            " Up \u{202e}and\n\tdown ".to_owned(),
        ));
        edits.apply(&Edit::Notes(
            key("a"),
            "one  two\r\n\u{200b}three\n".to_owned(),
        ));
        edits.apply(&Edit::Title(key("b"), "x".repeat(10_000)));
        edits.apply(&Edit::Notes(key("b"), "字\n".repeat(10_000)));
        let own = |name| edits.own.get(&key(name)).unwrap();
        assert_eq!(own("a").title.as_deref(), Some("Up and down"));
        assert_eq!(own("a").notes.as_deref(), Some("one two\nthree"));
        assert_eq!(own("b").title.as_ref().unwrap().len(), TITLE_LONGEST);
        assert!(own("b").notes.as_ref().unwrap().chars().count() <= NOTES_LONGEST);
    }

    #[test]
    fn taken_back_nothing_is_left_of_an_edit() {
        let mut edits = Edits::default();
        edits.apply(&Edit::Title(key("a"), "Mine".to_owned()));
        edits.apply(&Edit::Drop(key("a"), true));
        edits.apply(&Edit::Title(key("a"), "  ".to_owned()));
        edits.apply(&Edit::Drop(key("a"), false));
        assert_eq!(edits, Edits::default());
    }

    #[test]
    fn there_is_a_limit_to_what_is_kept() {
        let keys = (0..1_000).map(|number| key(&format!("k-{number}")));
        let mine = Own {
            is_dropped: true,
            ..Own::default()
        };
        let edits = Edits::new(
            keys.clone().chain([key("k-0")]).collect(),
            keys.map(|key| (key, mine.clone())),
        );
        assert_eq!(edits.order().len(), MOST_KEYS);
        assert_eq!(edits.own().count(), MOST_KEYS);
    }

    fn shift(edits: &mut Edits, deck: &Deck, name: &str, is_up: bool) {
        let edit = edits.shift(deck, &key(name), is_up).unwrap();
        edits.apply(&edit);
    }

    fn key(text: &str) -> Key {
        Key::new(text).unwrap()
    }

    fn deck(keys: &[&str]) -> Deck {
        let slides = keys.iter().map(|text| Slide {
            key: key(text),
            content: Content::Title,
        });
        Deck {
            slides: slides.collect(),
        }
    }

    fn order(edits: &Edits, deck: &Deck) -> Vec<String> {
        let arranged = edits.arrange(deck).into_iter();
        let keys = arranged.map(|arranged| arranged.slide.key.text().to_owned());
        keys.collect()
    }
}
