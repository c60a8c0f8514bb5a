//! Results without some of their items, for sharing: what is left out is not in them, and nothing that is in them was made
//! of it.
//!
//! A dimension's value is then the average of the items that are left, each of which is shown itself, so it says nothing
//! new. "Used AI in the past 7 days" and the days it is taken from go together: each would give the other away.

use super::Released;
use crate::domain::survey::{Dimension, Item, Survey, TeamAnswer, Wording};

/// The places that must be left out so that nothing of `chosen` can be told from the rest, in order and each once.
#[must_use]
pub fn left_out_with(survey: &Survey, chosen: &[usize]) -> Vec<usize> {
    let items = survey.items();
    let is_bound = |place: usize| {
        chosen.contains(&place) || items.iter().enumerate().any(|(taken, item)| {
            matches!(item.team_answer, TeamAnswer::OneDayOrMore(source)
                if (source == place && chosen.contains(&taken)) || (taken == place && chosen.contains(&source)))
        })
    };
    (0..items.len()).filter(|place| is_bound(*place)).collect()
}

/// What was asked and what may be seen of it, without the items at these places and those that go with them; `None` if
/// nothing would be left.
#[must_use]
pub fn without(
    survey: &Survey,
    released: &Released,
    chosen: &[usize],
) -> Option<(Survey, Released)> {
    let left_out = left_out_with(survey, chosen);
    let cells = released.cells.iter().enumerate();
    let cells = cells.filter(|(place, _)| !left_out.contains(place));
    let cells: Vec<_> = cells.map(|(_, cell)| cell.clone()).collect();
    let survey = Survey {
        wording: Wording::of(dimensions_without(&survey.dimensions(), &left_out)),
        ..survey.clone()
    };
    let ballots = released.ballots;
    (!cells.is_empty()).then_some((survey, Released { ballots, cells }))
}

/// The shipped wording that `wording` is, and the places of the items that were left out of it; `None` if it is another.
#[must_use]
pub fn left_out_of(wording: &Wording) -> Option<(Wording, Vec<usize>)> {
    let Wording::Own(dimensions) = wording else {
        return Some((wording.clone(), Vec::new()));
    };
    let is_here = |item: &Item| {
        let mut items = dimensions.iter().flat_map(|dimension| &dimension.items);
        items.any(|here| here.id == item.id)
    };
    let shipped = [Wording::RealityCheck, Wording::RealityCheckWithPair];
    shipped.into_iter().find_map(|shipped| {
        let all = shipped.dimensions();
        let items = all.iter().flat_map(|dimension| &dimension.items);
        let items = items.enumerate().filter(|(_, item)| !is_here(item));
        let left_out: Vec<usize> = items.map(|(place, _)| place).collect();
        (dimensions_without(&all, &left_out) == *dimensions).then_some((shipped, left_out))
    })
}

/// The shipped wording without the items at these places, as [`left_out_of`] reads it.
#[must_use]
pub fn wording_without(wording: &Wording, left_out: &[usize]) -> Wording {
    Wording::of(dimensions_without(&wording.dimensions(), left_out))
}

/// Dimensions that lose all their items go with them.
fn dimensions_without(dimensions: &[Dimension], left_out: &[usize]) -> Vec<Dimension> {
    let mut place = 0..;
    let mut stays = |_: &&Item| place.next().is_some_and(|place| !left_out.contains(&place));
    let left = dimensions.iter().map(|dimension| Dimension {
        name: dimension.name.clone(),
        items: dimension
            .items
            .iter()
            .filter(&mut stays)
            .map(|item| moved_up(item, left_out))
            .collect(),
    });
    left.filter(|dimension| !dimension.items.is_empty())
        .collect()
}

/// The item with the place that it is taken from as it is now.
fn moved_up(item: &Item, left_out: &[usize]) -> Item {
    let team_answer = match item.team_answer {
        TeamAnswer::Asked => TeamAnswer::Asked,
        TeamAnswer::OneDayOrMore(source) => {
            let before = left_out.iter().filter(|place| **place < source).count();
            TeamAnswer::OneDayOrMore(source - before)
        }
    };
    Item {
        team_answer,
        ..item.clone()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{
        example,
        results::Results,
        side::BySide,
        tally::{Counts, Tally},
    };

    /// "Used AI in the past 7 days", which is taken from the days at place 0.
    const TAKEN: usize = 4;

    #[test]
    fn days_and_what_is_taken_from_them_go_together() {
        let survey = example::survey();
        assert_eq!(left_out_with(&survey, &[0]), [0, TAKEN]);
        assert_eq!(left_out_with(&survey, &[TAKEN]), [0, TAKEN]);
        assert_eq!(left_out_with(&survey, &[7, 5, 7]), [5, 7]);
    }

    #[test]
    fn whatever_was_answered_to_what_is_left_out_the_rest_is_the_same() {
        let survey = example::survey();
        for place in 0..18 {
            let left_out = left_out_with(&survey, &[place]);
            let shared = [0, 1].map(|turn| {
                let released = Released::of(&survey, &answered_otherwise(&left_out, turn));
                let (survey, released) = without(&survey, &released, &[place]).unwrap();
                let results = Results::of(&survey, &released);
                assert_eq!(results.items().count(), 18 - left_out.len());
                assert!(
                    results
                        .dimensions
                        .iter()
                        .all(|dimension| dimension.gap.is_some())
                );
                (survey, released, results)
            });
            assert_eq!(shared[0], shared[1], "{place}");
        }
    }

    #[test]
    fn what_is_left_could_have_been_published_and_says_what_it_was() {
        let survey = example::survey();
        let released = Released::of(&survey, &example::tally());
        for chosen in [vec![1], vec![0], vec![3, 4, 5], (1..18).collect()] {
            let expected = left_out_with(&survey, &chosen);
            let Some((shared, left)) = without(&survey, &released, &chosen) else {
                assert_eq!(expected.len(), 18);
                continue;
            };
            let again = Released::restore(&shared, left.ballots(), left.cells().to_vec());
            assert_eq!(again, Some(left));
            assert_eq!(
                left_out_of(&shared.wording),
                Some((Wording::RealityCheck, expected))
            );
        }
        assert_eq!(
            without(&survey, &released, &(0..18).collect::<Vec<_>>()),
            None
        );
        let foreign = Wording::Own(Vec::new());
        assert_eq!(
            left_out_of(&foreign).map(|(_, places)| places.len()),
            Some(18)
        );
    }

    #[test]
    fn a_hidden_item_that_is_left_out_does_not_hide_its_dimension() {
        let survey = example::survey();
        let mut items = example::tally().items().to_vec();
        items[1].team = Counts::new(vec![2, 2], 27);
        let tally = Tally::with_counts(&survey, example::tally().ballots(), items).unwrap();
        let released = Released::of(&survey, &tally);
        assert!(Results::of(&survey, &released).dimensions[0].gap.is_none());
        let (survey, released) = without(&survey, &released, &[1]).unwrap();
        assert!(Results::of(&survey, &released).dimensions[0].gap.is_some());
    }

    /// The example, with other answers to these items.
    fn answered_otherwise(places: &[usize], turn: usize) -> Tally {
        let survey = example::survey();
        let mut items = example::tally().items().to_vec();
        for place in places {
            items[*place] = BySide::from_fn(|side| {
                let counts = items[*place].of(side);
                let mut options = vec![0; counts.options().len()];
                options[0] = counts.valid() - 1;
                let next = turn % options.len();
                options[next] += 1;
                Counts::new(options, counts.unsure())
            });
        }
        if places.contains(&TAKEN) {
            let days = items[0].team.clone();
            let none = days.options()[0];
            items[TAKEN].team = Counts::new(vec![days.valid() - none, none], days.unsure());
        }
        Tally::with_counts(&survey, example::tally().ballots(), items).unwrap()
    }
}
