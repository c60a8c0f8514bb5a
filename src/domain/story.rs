//! What is told of the results, in which order: the article, the deck and everything that is taken along tell the same.

use super::{
    evidence::Evidence,
    gap::Gap,
    release::Released,
    results::{ItemResult, Results},
    side::Side,
};

/// How many of the largest gaps are told at length.
pub const MOST_GAPS: usize = 4;
/// How many items are told as nearest to being seen alike.
const MOST_NEAREST: usize = 4;
/// From this share of a side's people on, not knowing is told: at least a quarter.
const MANY_UNSURE: f64 = 0.25;

/// The parts of what is told. Every item is named by its place among all of them, counted from 0.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Story {
    /// The largest gaps, the widest first: the clear ones, or the possible ones if none is clear. At most one of each
    /// dimension, so that each leads to another question, and at most [`MOST_GAPS`].
    pub gaps: Vec<usize>,
    /// How many more gaps are as sure as these.
    pub more: usize,
    /// Whether [`gaps`](Self::gaps) are clear ones.
    pub are_clear: bool,
    /// What leaders and team see alike, in the survey's order.
    pub alike: Vec<usize>,
    /// Where nothing is seen alike for sure: what is nearest to it, the nearest first; at most four. These are told among
    /// the gaps or the untold as well.
    pub nearest: Vec<usize>,
    /// Where the team says more than leaders do, and the gap points one way; the widest first.
    pub pessimistic: Vec<usize>,
    /// Where many could not tell; the largest share first.
    pub unsure: Vec<Unsure>,
    /// Where there are too few answers to tell, in the survey's order.
    pub untold: Vec<usize>,
    /// What is hidden, in the survey's order.
    pub hidden: Vec<usize>,
}

/// Many of one side did not know, or could not guess.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Unsure {
    /// The item.
    pub place: usize,
    /// Who.
    pub side: Side,
    /// How many.
    pub people: u32,
    /// Of how many.
    pub of: u32,
}

impl Unsure {
    /// The share of the side's people, from 0 to 1.
    #[must_use]
    pub fn share(self) -> f64 {
        f64::from(self.people) / f64::from(self.of.max(1))
    }
}

impl Story {
    /// What `results`, which were made of `released`, tell.
    #[must_use]
    pub fn of(results: &Results, released: &Released) -> Self {
        let with = |evidence| places(results, move |gap| gap.evidence == evidence);
        let clear = with(Evidence::Clear);
        let are_clear = !clear.is_empty();
        let sure = if are_clear {
            clear
        } else {
            with(Evidence::Possible)
        };
        let (gaps, more) = told(results, sure);
        let is_less = |gap: Gap| gap.evidence.has_direction() && gap.points < 0.0;
        let hidden = results.items().enumerate();
        let hidden = hidden.filter(|(_, item)| item.gap.is_none());
        let alike = with(Evidence::Close);
        let nearest = if alike.is_empty() {
            nearest(results)
        } else {
            Vec::new()
        };
        Self {
            gaps,
            more,
            are_clear,
            alike,
            nearest,
            pessimistic: widest_first(results, places(results, is_less)),
            unsure: unsure(results, released),
            untold: with(Evidence::CannotTell),
            hidden: hidden.map(|(place, _)| place).collect(),
        }
    }

    /// The same, read as one of exactly this group: its gaps are the widest of those that hold whatever the silent had
    /// said, and alike is what they could not bring 15 points apart.
    #[must_use]
    pub fn of_this_group(self, results: &Results) -> Self {
        let sure = places(results, |gap| gap.holds_in_this_group());
        let is_less = |gap: Gap| gap.holds_in_this_group() && gap.points < 0.0;
        let is_close = |gap: Gap| gap.this_group.is_some_and(|ranges| ranges.are_close());
        let (gaps, more) = told(results, sure);
        Self {
            gaps,
            more,
            alike: places(results, is_close),
            nearest: Vec::new(),
            pessimistic: widest_first(results, places(results, is_less)),
            ..self
        }
    }
}

/// Which of these gaps are told, and how many are left.
fn told(results: &Results, sure: Vec<usize>) -> (Vec<usize>, usize) {
    let all = sure.len();
    let mut gaps = one_of_each_dimension(results, sure);
    gaps.truncate(MOST_GAPS);
    let more = all - gaps.len();
    (gaps, more)
}

/// The places of the items whose gap is as wanted, in the survey's order.
fn places(results: &Results, is_wanted: impl Fn(Gap) -> bool) -> Vec<usize> {
    let items = results.items().enumerate();
    let wanted = items.filter(|(_, item)| item.gap.is_some_and(&is_wanted));
    wanted.map(|(place, _)| place).collect()
}

fn width(results: &Results, place: usize) -> f64 {
    let gap = results.items().nth(place).and_then(|item| item.gap);
    gap.map_or(0.0, |gap| gap.points.abs())
}

/// Of two as wide, the one that is asked first.
fn widest_first(results: &Results, mut places: Vec<usize>) -> Vec<usize> {
    places.sort_by(|one, other| width(results, *other).total_cmp(&width(results, *one)));
    places
}

/// The items whose gap is sure to be smallest: whose range, at the level by which closeness is judged, reaches least far
/// from zero.
fn nearest(results: &Results) -> Vec<usize> {
    let items = results.items().enumerate();
    let reaches = items.filter_map(|(place, item)| {
        let range = item.gap?.ranges.at_90;
        Some((place, range.low.abs().max(range.high.abs())))
    });
    let mut reaches: Vec<(usize, f64)> = reaches.collect();
    reaches.sort_by(|one, other| one.1.total_cmp(&other.1));
    let nearest = reaches.into_iter().take(MOST_NEAREST);
    nearest.map(|(place, _)| place).collect()
}

fn one_of_each_dimension(results: &Results, places: Vec<usize>) -> Vec<usize> {
    let mut told = Vec::new();
    let mut chosen = Vec::new();
    for place in widest_first(results, places) {
        let dimension = results.dimension_of(place);
        if !told.contains(&dimension) {
            told.push(dimension);
            chosen.push(place);
        }
    }
    chosen
}

fn unsure(results: &Results, released: &Released) -> Vec<Unsure> {
    let of_item = |(place, _): (usize, &ItemResult)| {
        Side::ALL.into_iter().filter_map(move |side| {
            Some(Unsure {
                place,
                side,
                people: released.unsure(place, side)?,
                of: (*released.ballots().of(side))?,
            })
        })
    };
    let mut many: Vec<Unsure> = results.items().enumerate().flat_map(of_item).collect();
    many.retain(|unsure| unsure.share() >= MANY_UNSURE);
    many.sort_by(|one, other| other.share().total_cmp(&one.share()));
    many
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{example, tally::Tally};

    #[test]
    fn the_largest_clear_gaps_come_first_and_one_of_each_dimension() {
        let (results, released) = results();

        let story = Story::of(&results, &released);

        assert!(story.are_clear);
        assert!(story.gaps.len() <= MOST_GAPS && !story.gaps.is_empty());
        let widths: Vec<f64> = story
            .gaps
            .iter()
            .map(|place| width(&results, *place))
            .collect();
        assert!(widths.is_sorted_by(|one, next| one >= next));
        let mut dimensions: Vec<_> = story
            .gaps
            .iter()
            .map(|place| results.dimension_of(*place))
            .collect();
        dimensions.dedup();
        assert_eq!(dimensions.len(), story.gaps.len());
    }

    #[test]
    fn without_a_clear_gap_possible_ones_are_told_and_called_so() {
        let (mut results, released) = results();
        for item in results
            .dimensions
            .iter_mut()
            .flat_map(|dimension| &mut dimension.items)
        {
            let gap = item.gap.as_mut().unwrap();
            if gap.evidence == Evidence::Clear {
                gap.evidence = Evidence::Possible;
            }
        }

        let story = Story::of(&results, &released);

        assert!(!story.are_clear && !story.gaps.is_empty());
    }

    #[test]
    fn where_nothing_is_close_what_is_nearest_to_it_is_told() {
        let (mut results, released) = results();

        let story = Story::of(&results, &released);

        assert_eq!((story.alike.len(), story.nearest.len()), (0, MOST_NEAREST));
        let reach = |place: &usize| {
            let gap = results.items().nth(*place).unwrap().gap.unwrap();
            gap.ranges.at_90.low.abs().max(gap.ranges.at_90.high.abs())
        };
        let told: Vec<f64> = story.nearest.iter().map(reach).collect();
        assert!(told.is_sorted());
        let others = (0..18).filter(|place| !story.nearest.contains(place));
        assert!(
            others
                .map(|place| reach(&place))
                .all(|other| other >= told[3])
        );

        let close = &mut results.dimensions[0].items[0];
        close.gap.as_mut().unwrap().evidence = Evidence::Close;
        let story = Story::of(&results, &released);
        assert_eq!((story.alike, story.nearest), (vec![0], vec![]));
    }

    #[test]
    fn how_many_more_gaps_are_as_sure_is_told() {
        let (mut results, released) = results();
        let items = results.dimensions.iter_mut();
        let items = items.flat_map(|dimension| &mut dimension.items);
        for (place, item) in items.enumerate() {
            // Two of the first dimension.
            item.gap.as_mut().unwrap().evidence = if place < 2 {
                Evidence::Clear
            } else {
                Evidence::CannotTell
            };
        }

        let story = Story::of(&results, &released);

        assert_eq!((story.gaps.len(), story.more), (1, 1));
    }

    #[test]
    fn of_exactly_this_group_the_widest_gaps_are_told_however_sure_they_are_of_others() {
        let (mut results, released) = results();
        let items = results.dimensions.iter_mut();
        for item in items.flat_map(|dimension| &mut dimension.items) {
            item.gap.as_mut().unwrap().evidence = Evidence::CannotTell;
        }

        let story = Story::of(&results, &released);
        assert!(story.gaps.is_empty());
        let story = story.of_this_group(&results);
        assert!(!story.alike.is_empty() && story.nearest.is_empty());
        for place in &story.alike {
            let gap = results.items().nth(*place).unwrap().gap.unwrap();
            assert!(gap.this_group.unwrap().at_90.is_within(15.0));
        }
        let is_less = |place: &usize| {
            let gap = results.items().nth(*place).unwrap().gap.unwrap();
            gap.points < 0.0 && gap.this_group.unwrap().at_95.high < 0.0
        };
        assert!(!story.pessimistic.is_empty() && story.pessimistic.iter().all(is_less));

        let holds = |place: usize| {
            let gap = results.items().nth(place).unwrap().gap.unwrap();
            gap.holds_in_this_group()
        };
        let all = (0..18).filter(|place| holds(*place));
        assert_eq!(story.gaps.len() + story.more, all.count());
        assert_eq!(story.gaps.len(), MOST_GAPS);
        assert!(story.gaps.iter().all(|place| holds(*place)));
        let widest = (0..18).filter(|place| holds(*place));
        let widest =
            widest.max_by(|one, other| width(&results, *one).total_cmp(&width(&results, *other)));
        assert_eq!(story.gaps.first().copied(), widest);
    }

    #[test]
    fn nothing_is_told_of_what_is_hidden() {
        let survey = example::survey();
        let released = Released::of(&survey, &Tally::empty(&survey));
        let results = Results::of(&survey, &released);

        let story = Story::of(&results, &released);

        let expected = Story {
            hidden: (0..18).collect(),
            ..Story::default()
        };
        assert_eq!(story, expected);
    }

    #[test]
    fn every_item_is_told_once_as_a_gap_alike_untold_or_hidden_unless_it_is_a_lesser_gap() {
        let (results, released) = results();
        let story = Story::of(&results, &released);
        let one_way = places(&results, |gap| gap.evidence.has_direction());
        let told = one_way.len() + story.alike.len() + story.untold.len() + story.hidden.len();
        assert_eq!(told, results.items().count());
        assert!(
            story
                .pessimistic
                .iter()
                .all(|place| one_way.contains(place))
        );
    }

    fn results() -> (Results, Released) {
        let survey = example::survey();
        let released = Released::of(&survey, &example::tally());
        (Results::of(&survey, &released), released)
    }
}
