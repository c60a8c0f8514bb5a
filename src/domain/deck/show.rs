//! Slides while they are presented: which one is shown, how far, and what the room has guessed.

use std::collections::BTreeMap;

use super::{Content, Key};

/// The steps of a gap's slide: the question, the executives, the team, the word, and the question to ask.
pub const GAP_STEPS: u8 = 5;
/// The room's low, middle and high guess.
pub const MOST_GUESSES: usize = 3;
/// The highest guess, in points.
const HIGHEST: u8 = 100;

/// What is shown at a moment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pose {
    /// Which slide.
    pub key: Key,
    /// How far it is shown, counted from 0.
    pub step: u8,
    /// What the room has guessed, for each slide that asks it.
    pub guesses: BTreeMap<Key, Guesses>,
}

/// The room's guesses in points, lowest first, at most [`MOST_GUESSES`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Guesses(Vec<u8>);

/// The slides that are presented, in order, each with its number of steps; never empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Show {
    slides: Vec<(Key, u8)>,
}

impl Guesses {
    /// These guesses, tidied.
    #[must_use]
    pub fn new(points: &[u8]) -> Self {
        let mut guesses = Self::default();
        for &points in points.iter().take(MOST_GUESSES) {
            if !guesses.0.contains(&points) {
                guesses.press(points);
            }
        }
        guesses
    }

    /// The guesses, lowest first.
    #[must_use]
    pub fn points(&self) -> &[u8] {
        &self.0
    }

    /// Takes one guess more, or takes it back if it is there; beyond the third, the nearest moves.
    pub fn press(&mut self, points: u8) {
        let points = points.min(HIGHEST);
        if let Some(place) = self.0.iter().position(|known| *known == points) {
            self.0.remove(place);
            return;
        }
        if self.0.len() >= MOST_GUESSES {
            let distance = |known: &u8| known.abs_diff(points);
            let nearest = self
                .0
                .iter()
                .enumerate()
                .min_by_key(|(_, known)| distance(known));
            if let Some((place, _)) = nearest {
                self.0.remove(place);
            }
        }
        self.0.push(points);
        self.0.sort_unstable();
    }
}

impl Pose {
    /// The beginning of a slide.
    #[must_use]
    pub fn at(key: Key) -> Self {
        Self {
            key,
            step: 0,
            guesses: BTreeMap::new(),
        }
    }

    /// What the room has guessed on this slide.
    #[must_use]
    pub fn guessed(&self) -> Guesses {
        self.guesses.get(&self.key).cloned().unwrap_or_default()
    }

    /// With these guesses on this slide.
    #[must_use]
    pub fn with_guesses(mut self, guesses: Guesses) -> Self {
        if guesses == Guesses::default() {
            self.guesses.remove(&self.key);
        } else {
            self.guesses.insert(self.key.clone(), guesses);
        }
        self
    }

    fn to(&self, key: &Key, step: u8) -> Self {
        Self {
            key: key.clone(),
            step,
            guesses: self.guesses.clone(),
        }
    }
}

impl Show {
    /// A show of these slides; `None` of no slide.
    #[must_use]
    pub fn of<'a>(slides: impl IntoIterator<Item = (&'a Key, &'a Content)>) -> Option<Self> {
        let slides = slides.into_iter();
        let slides: Vec<(Key, u8)> = slides
            .map(|(key, content)| (key.clone(), steps(content)))
            .collect();
        (!slides.is_empty()).then_some(Self { slides })
    }

    /// How many slides there are.
    #[must_use]
    pub fn count(&self) -> usize {
        self.slides.len()
    }

    /// The place of a slide, counted from 0.
    #[must_use]
    pub fn place(&self, key: &Key) -> Option<usize> {
        self.slides.iter().position(|(known, _)| known == key)
    }

    /// How many steps a slide has; one if it is not shown.
    #[must_use]
    pub fn steps(&self, key: &Key) -> u8 {
        let place = self.place(key).and_then(|place| self.slides.get(place));
        place.map_or(1, |(_, steps)| *steps)
    }

    /// The same pose if its slide is shown, no further than it goes; else the first slide.
    #[must_use]
    pub fn fitted(&self, pose: &Pose) -> Pose {
        match self.place(&pose.key) {
            Some(_) => pose.to(&pose.key, pose.step.min(self.steps(&pose.key) - 1)),
            None => self.first(pose),
        }
    }

    /// One step further, or the next slide; the last one stays.
    #[must_use]
    pub fn forward(&self, pose: &Pose) -> Pose {
        if pose.step + 1 < self.steps(&pose.key) {
            return pose.to(&pose.key, pose.step + 1);
        }
        let next = self.place(&pose.key).map_or(0, |place| place + 1);
        match self.slides.get(next) {
            Some((key, _)) => pose.to(key, 0),
            None => pose.clone(),
        }
    }

    /// One step back, or the end of the slide before; the first one stays.
    #[must_use]
    pub fn back(&self, pose: &Pose) -> Pose {
        if pose.step > 0 {
            return pose.to(&pose.key, pose.step - 1);
        }
        let before = self.place(&pose.key).and_then(|place| place.checked_sub(1));
        match before.and_then(|place| self.slides.get(place)) {
            Some((key, steps)) => pose.to(key, steps - 1),
            None => pose.clone(),
        }
    }

    /// The beginning of the first slide.
    #[must_use]
    pub fn first(&self, pose: &Pose) -> Pose {
        self.nth(pose, 1)
    }

    /// The beginning of the last slide.
    #[must_use]
    pub fn last(&self, pose: &Pose) -> Pose {
        self.nth(pose, self.count())
    }

    /// The beginning of the slide of this number, counted from 1; beyond the ends, the first or last.
    #[must_use]
    pub fn nth(&self, pose: &Pose, number: usize) -> Pose {
        let place = number.clamp(1, self.count()) - 1;
        match self.slides.get(place) {
            Some((key, _)) => pose.to(key, 0),
            None => pose.clone(),
        }
    }

    /// The slide after this one.
    #[must_use]
    pub fn after(&self, key: &Key) -> Option<&Key> {
        let next = self.slides.get(self.place(key)? + 1);
        next.map(|(key, _)| key)
    }
}

const fn steps(content: &Content) -> u8 {
    match content {
        Content::Gap(_) => GAP_STEPS,
        Content::Title
        | Content::Who
        | Content::Overview(_)
        | Content::Alike(_)
        | Content::Nearest(_)
        | Content::Untold(_)
        | Content::OfTen
        | Content::Questions(_)
        | Content::Experiments
        | Content::Agreed(_)
        | Content::Method => 1,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_show_goes_step_by_step_and_back_the_same_way() {
        let show = show();
        let mut pose = Pose::at(key("title"));
        let mut way = vec![(pose.key.clone(), pose.step)];
        for _ in 0..6 {
            pose = show.forward(&pose);
            way.push((pose.key.clone(), pose.step));
        }
        let steps: Vec<(&str, u8)> = way.iter().map(|(key, step)| (key.text(), *step)).collect();
        assert_eq!(
            steps,
            [
                ("title", 0),
                ("gap-1", 0),
                ("gap-1", 1),
                ("gap-1", 2),
                ("gap-1", 3),
                ("gap-1", 4),
                ("method", 0)
            ]
        );
        assert_eq!(show.forward(&pose), pose);
        for (key, step) in way.iter().rev() {
            assert_eq!((&pose.key, pose.step), (key, *step));
            pose = show.back(&pose);
        }
        assert_eq!(pose, Pose::at(key("title")));
    }

    #[test]
    fn a_number_leads_to_its_slide_and_beyond_the_ends_to_the_first_or_last() {
        let (show, pose) = (show(), Pose::at(key("title")));
        for (number, slide) in [(0, "title"), (2, "gap-1"), (3, "method"), (99, "method")] {
            assert_eq!(show.nth(&pose, number).key, key(slide));
        }
        assert_eq!(show.last(&pose).key, key("method"));
        assert_eq!(show.after(&key("gap-1")), Some(&key("method")));
        assert_eq!(show.after(&key("method")), None);
    }

    #[test]
    fn a_pose_of_a_slide_that_is_not_shown_is_the_beginning() {
        let show = show();
        assert_eq!(show.fitted(&Pose::at(key("gone"))).key, key("title"));
        let far = Pose {
            step: 9,
            ..Pose::at(key("gap-1"))
        };
        assert_eq!(show.fitted(&far).step, GAP_STEPS - 1);
        assert_eq!(Show::of([]), None);
    }

    #[test]
    fn the_room_has_at_most_three_guesses_and_can_take_each_back() {
        let mut guesses = Guesses::default();
        for points in [70, 20, 40] {
            guesses.press(points);
        }
        assert_eq!(guesses.points(), [20, 40, 70]);
        guesses.press(60);
        assert_eq!(guesses.points(), [20, 40, 60]);
        guesses.press(40);
        assert_eq!(guesses.points(), [20, 60]);
        guesses.press(255);
        assert_eq!(guesses.points(), [20, 60, 100]);
        assert_eq!(Guesses::new(&[9, 9, 3, 8, 7]).points(), [3, 9]);
    }

    #[test]
    fn guesses_belong_to_their_slide_and_are_still_there_later() {
        let show = show();
        let guessed = Guesses::new(&[30]);
        let pose = Pose::at(key("gap-1")).with_guesses(guessed.clone());
        let later = show.last(&pose);
        assert_eq!(later.guessed(), Guesses::default());
        assert_eq!(show.nth(&later, 2).guessed(), guessed);
        assert!(pose.with_guesses(Guesses::default()).guesses.is_empty());
    }

    fn show() -> Show {
        let slides = [
            (key("title"), Content::Title),
            (key("gap-1"), Content::Gap(0)),
            (key("method"), Content::Method),
        ];
        Show::of(slides.iter().map(|(key, content)| (key, content))).unwrap()
    }

    fn key(text: &str) -> Key {
        Key::new(text).unwrap()
    }
}
