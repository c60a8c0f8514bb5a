//! The results as slides: which there are, in which order, and what an organiser changes about them.

mod edits;
mod show;

use super::{
    results::Results,
    story::{MOST_GAPS, Story},
};

pub use edits::{Arranged, Edit, Edits, MOST_KEYS, NOTES_LONGEST, Own, TITLE_LONGEST};
pub use show::{GAP_STEPS, Guesses, MOST_GUESSES, Pose, Show};

/// The most rows of a slide with a chart; a chart takes no more.
pub const MOST_ROWS: usize = 8;
/// The most questions of a slide.
pub const MOST_QUESTIONS: usize = 4;
/// The first slide's key.
const TITLE: &str = "title";
/// The longest name of a slide, in bytes.
const KEY_LONGEST: usize = 40;

/// Names a slide for good, so that what an organiser changed about it is found again in results of a later release.
///
/// Lower-case letters, digits, "-" and ".": it stands in addresses and records.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Key(String);

/// One slide, before there are words for it. Items and dimensions are named by their places, counted from 0.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slide {
    /// What it is found by.
    pub key: Key,
    /// What it shows.
    pub content: Content,
}

/// What a slide shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Content {
    /// Whose results these are.
    Title,
    /// Who answered, and what is needed where a side has too few answers.
    Who,
    /// These dimensions.
    Overview(Vec<usize>),
    /// An item that leaders and team see apart.
    Gap(usize),
    /// Items that leaders and team see alike.
    Alike(Vec<usize>),
    /// Items that are nearest to being seen alike; only where none is.
    Nearest(Vec<usize>),
    /// Items with too few answers to tell; only where no gap is clear.
    Untold(Vec<usize>),
    /// Five shares of the whole team.
    OfTen,
    /// What to ask where no gap can be told: the questions of these dimensions.
    Questions(Vec<usize>),
    /// Experiments that fit the gaps that are told; where none was agreed.
    Experiments,
    /// An experiment that was agreed, by its place among those.
    Agreed(usize),
    /// How all this was measured.
    Method,
}

/// What a deck is made of besides results.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shape {
    /// Whether the five shares of the whole team were asked.
    pub has_of_ten: bool,
    /// The numbers of the experiments that were agreed already.
    pub agreed: Vec<u32>,
    /// The dimensions that lead to a question which none before them leads to.
    pub asking: Vec<usize>,
}

/// The results as slides, in order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deck {
    /// Never empty.
    pub slides: Vec<Slide>,
}

impl Key {
    /// The key that is written so; `None` if no slide can have it.
    #[must_use]
    pub fn new(text: &str) -> Option<Self> {
        let is_fitting =
            |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '-' | '.');
        let is_key = (1..=KEY_LONGEST).contains(&text.len()) && text.chars().all(is_fitting);
        is_key.then(|| Self(text.to_owned()))
    }

    /// The key of the slide that every deck begins with, unless somebody moves it.
    #[must_use]
    pub fn first() -> Self {
        Self::of(TITLE, 0)
    }

    /// How it is written.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.0
    }

    /// The key of a further slide of the same kind, counted from 0.
    fn of(kind: &str, number: usize) -> Self {
        match number {
            0 => Self(kind.to_owned()),
            _ => Self(format!("{kind}-{}", number + 1)),
        }
    }

    /// The key of a gap: the item's own number where it can be written, else its place.
    fn of_item(id: &str, place: usize) -> Self {
        Self::new(&format!("gap-{}", id.to_ascii_lowercase()))
            .unwrap_or_else(|| Self(format!("gap-at-{place}")))
    }
}

impl Deck {
    /// The slides of `results`, which tell `story`.
    #[must_use]
    pub fn of(results: &Results, story: &Story, shape: &Shape) -> Self {
        let mut slides = vec![
            slide(TITLE, 0, Content::Title),
            slide("who", 0, Content::Who),
        ];
        let is_hidden = story.hidden.len() == results.items().count();
        if !is_hidden {
            let dimensions: Vec<usize> = (0..results.dimensions.len()).collect();
            slides.extend(several("overview", &dimensions, Content::Overview));
        }
        slides.extend(gaps(results, story));
        slides.extend(several("alike", &story.alike, Content::Alike));
        slides.extend(several("nearest", &story.nearest, Content::Nearest));
        if !story.are_clear {
            slides.extend(several("untold", &story.untold, Content::Untold));
        }
        if shape.has_of_ten && !is_hidden {
            slides.push(slide("of-ten", 0, Content::OfTen));
        }
        if story.gaps.is_empty() {
            let asking = shape.asking.chunks(MOST_QUESTIONS).take(MOST_GAPS / 2);
            let asking = asking.map(<[usize]>::to_vec).enumerate();
            slides
                .extend(asking.map(|(number, asking)| {
                    slide("questions", number, Content::Questions(asking))
                }));
        }
        // By their own numbers: what was changed about one is never found on another that was agreed before it.
        let agreed = shape.agreed.iter().enumerate();
        slides.extend(agreed.map(|(place, number)| Slide {
            key: Key(format!("experiment-{number}")),
            content: Content::Agreed(place),
        }));
        if shape.agreed.is_empty() && !story.gaps.is_empty() {
            slides.push(slide("experiments", 0, Content::Experiments));
        }
        slides.push(slide("method", 0, Content::Method));
        Self { slides }
    }
}

fn slide(kind: &str, number: usize, content: Content) -> Slide {
    Slide {
        key: Key::of(kind, number),
        content,
    }
}

/// As many slides as these places need.
fn several(
    kind: &'static str,
    places: &[usize],
    content: fn(Vec<usize>) -> Content,
) -> impl Iterator<Item = Slide> {
    let parts = places.chunks(MOST_ROWS).map(<[usize]>::to_vec).enumerate();
    parts.map(move |(number, part)| slide(kind, number, content(part)))
}

/// A slide for each gap; two items of one number, which only a foreign wording has, are told apart by their places.
fn gaps(results: &Results, story: &Story) -> Vec<Slide> {
    let mut slides: Vec<Slide> = Vec::new();
    for &place in &story.gaps {
        let Some(item) = results.items().nth(place) else {
            continue;
        };
        let key = Key::of_item(&item.item.id, place);
        let is_taken = slides.iter().any(|slide| slide.key == key);
        slides.push(Slide {
            key: if is_taken {
                Key(format!("gap-at-{place}"))
            } else {
                key
            },
            content: Content::Gap(place),
        });
    }
    slides
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{
        evidence::Evidence, example, release::Released, survey::Survey, tally::Tally,
    };

    #[test]
    fn a_deck_goes_from_who_answered_over_the_gaps_to_experiments_and_method() {
        let (results, story) = told(&example::survey(), &example::tally());

        let keys = keys(&Deck::of(&results, &story, &shape()));

        assert_eq!(
            keys,
            [
                "title",
                "who",
                "overview",
                "gap-2.3",
                "gap-6.3",
                "gap-1.2",
                "gap-3.2",
                "nearest",
                "of-ten",
                "experiments",
                "method"
            ]
        );
    }

    #[test]
    fn where_everything_is_hidden_the_deck_says_what_is_needed_and_what_to_ask() {
        let survey = example::survey();
        let (results, story) = told(&survey, &Tally::empty(&survey));

        let keys = keys(&Deck::of(&results, &story, &shape()));

        assert_eq!(keys, ["title", "who", "questions", "questions-2", "method"]);
    }

    #[test]
    fn without_a_gap_that_points_one_way_there_is_something_to_ask() {
        let (mut results, _) = told(&example::survey(), &example::tally());
        let items = results.dimensions.iter_mut();
        for item in items.flat_map(|dimension| &mut dimension.items) {
            item.gap.as_mut().unwrap().evidence = Evidence::CannotTell;
        }
        let survey = example::survey();
        let story = Story::of(&results, &Released::of(&survey, &example::tally()));

        let keys = keys(&Deck::of(&results, &story, &shape()));

        assert_eq!(
            keys,
            [
                "title",
                "who",
                "overview",
                "nearest",
                "untold",
                "untold-2",
                "untold-3",
                "of-ten",
                "questions",
                "questions-2",
                "method"
            ]
        );
    }

    #[test]
    fn no_slide_has_more_rows_than_fit() {
        let (results, mut story) = told(&example::survey(), &example::tally());
        story.alike = (0..60).collect();
        let deck = Deck::of(&results, &story, &shape());
        let alike = deck.slides.iter().filter_map(|slide| {
            let Content::Alike(places) = &slide.content else {
                return None;
            };
            Some(places.len())
        });
        assert_eq!(alike.collect::<Vec<_>>(), [8, 8, 8, 8, 8, 8, 8, 4]);
    }

    #[test]
    fn every_slide_has_a_key_of_its_own_that_can_be_read_back() {
        let (mut results, story) = told(&example::survey(), &example::tally());
        let items = results.dimensions.iter_mut();
        for item in items.flat_map(|dimension| &mut dimension.items) {
            item.item.id = "<b>".into();
        }
        let mut keys = keys(&Deck::of(&results, &story, &shape()));
        for key in &keys {
            assert_eq!(Key::new(key).unwrap().text(), key);
        }
        let all = keys.len();
        keys.sort();
        keys.dedup();
        assert_eq!(keys.len(), all);
        assert_eq!(Key::new(""), None);
        assert_eq!(Key::new("a/b"), None);
        assert_eq!(Key::new(&"a".repeat(41)), None);
    }

    fn shape() -> Shape {
        Shape {
            has_of_ten: true,
            agreed: Vec::new(),
            asking: (0..6).collect(),
        }
    }

    fn told(survey: &Survey, tally: &Tally) -> (Results, Story) {
        let released = Released::of(survey, tally);
        let results = Results::of(survey, &released);
        let story = Story::of(&results, &released);
        (results, story)
    }

    fn keys(deck: &Deck) -> Vec<String> {
        let keys = deck.slides.iter().map(|slide| slide.key.text().to_owned());
        keys.collect()
    }
}
