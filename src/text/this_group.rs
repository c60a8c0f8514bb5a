//! The other reading of a gap: exactly the people who were asked, this week, instead of people like these on another
//! day (method, section 2.3).
//!
//! Words such as “clear” belong to the first reading: of exactly this group every gap would be clear as soon as everyone
//! answered. So here the number of people who would have to change their answer stands where they stood.

use super::{
    article,
    common::{count, number},
    detail, dimension, finding, results, views,
};
use crate::domain::{
    gap::Gap,
    results::{DimensionResult, ItemResult, Results, Shown},
    side::{BySide, Side},
    statistics::Switches,
    survey::Survey,
};

/// The switch.
pub const SHOW: &str = "Describe exactly this group";
/// Over the note.
pub const TITLE: &str = "Exactly this group";
/// What the reading means.
pub const MEANING: &str = "Now these results describe the people who were asked, this week, and nobody else. A gap’s range is only for those of them who did not answer; beside it stands how many people would have to change their answer to close it. Words such as “clear” are not said of this reading: a wording, a mood or a slip can move every figure here.";
/// What is added where both sides answered to the last person.
pub const NO_RANGE: &str = "Everyone answered, so no gap has a range.";
/// Over the widest gaps.
pub const WIDEST: &str = "The widest gaps, one per dimension";
/// Over what stands in their place, where none holds.
pub const NO_WIDEST: &str = "No gap that holds";
/// In their place.
pub const NO_GAP: &str =
    "No gap here would hold whatever the silent had said. A good question to ask anyway:";
/// What the picture of what is seen alike says.
pub const ALIKE: &str = "Exactly this group: leaders and team see this alike";
/// The column that stands for how sure a gap is.
pub const COLUMN: &str = "To close the gap";
/// What a table says for a range without width.
pub const ALL_ANSWERED: &str = "none, all answered";
/// What the ranges of gaps mean, where they are drawn.
pub const RANGES: &str = "Ranges, for those who did not answer: thin 95\u{A0}%, thick 80\u{A0}%.";
/// The same where they are written.
pub const RANGES_BELOW: &str = "Under each gap: its 95\u{A0}% range, for those who did not answer.";
/// The footer's beginning.
const FOOTER: &str = "Exactly this group. Gap: executives minus team, before rounding";

/// The whole footer; `has_people` says whether the picture tells how many would have to change.
#[must_use]
pub fn footer(survey: &Survey, results: &Results, has_people: bool) -> String {
    let people = if has_people {
        "; beside it how many people would have to change to close it."
    } else {
        "."
    };
    format!("{FOOTER}{people} {}", results::rules(survey, results, None))
}

/// The name of a picture in this reading.
#[must_use]
pub fn named(title: &str) -> String {
    format!("{title}, exactly this group")
}

/// How many people would have to change their answer; nothing where that is not known.
#[must_use]
pub fn to_close(switches: Option<Switches>) -> Option<String> {
    let fewest = usize::try_from(switches?.fewest).unwrap_or(usize::MAX);
    Some(count(fewest, "person", "people"))
}

/// Where the gap could be, in words.
#[must_use]
pub fn range(gap: Option<Gap>) -> String {
    match gap.and_then(|gap| gap.this_group) {
        None => finding::NO_RANGE.to_owned(),
        Some(ranges) if ranges.at_95.width() <= 0.0 => ALL_ANSWERED.to_owned(),
        Some(ranges) => finding::range(ranges.at_95),
    }
}

/// A gap in words, in this reading or in the other.
#[must_use]
pub fn either_in_words(gap: Option<Gap>, is_of_this_group: bool) -> String {
    if is_of_this_group {
        gap_in_words(gap)
    } else {
        results::gap_in_words(gap)
    }
}

/// A question where the team says more.
#[must_use]
pub fn more_than_expected(item: &ItemResult) -> String {
    let views = article::views_of(item).unwrap_or_default();
    format!("{}: {views}", item.item.label)
}

/// A gap in words, with its range and who would have to change.
#[must_use]
pub fn gap_in_words(gap: Option<Gap>) -> String {
    let Some(sure) = gap else {
        return results::HIDDEN.to_owned();
    };
    let said = format!(
        "{}, range of exactly this group {}",
        results::gap(sure.points),
        range(gap)
    );
    match to_close(sure.switches) {
        Some(people) => format!("{said}, {people} would have to change to close it"),
        None => said,
    }
}

/// What one person could change, where everyone of a side answered.
#[must_use]
pub fn everyone(survey: &Survey, results: &Results) -> Vec<String> {
    let side = |side, who: &str| {
        let all = (*results.ballots.of(side)).filter(|n| n == survey.invited.of(side))?;
        // One weighs most where most did not know.
        let fewest = results
            .items()
            .filter_map(|item| item.cells.of(side).n())
            .min();
        let points = detail::points(100.0 / f64::from(fewest.filter(|n| *n > 0)?));
        let all = number(all.into());
        Some(format!(
            "All {all} {who} answered. One of them changing an answer moves their figure by up to {points}."
        ))
    };
    let said = [
        side(Side::Executive, "executives"),
        side(Side::Team, "team members"),
    ];
    said.into_iter().flatten().collect()
}

/// What the whole survey says first: the widest gap that nobody who was silent could turn round.
#[must_use]
pub fn headline(dimensions: &[DimensionResult]) -> String {
    let widest = widest(dimensions.iter().map(|dimension| dimension.gap));
    let widest = widest.and_then(|place| dimensions.get(place));
    let said = widest.and_then(|dimension| {
        let says = dimension::says(&dimension.dimension.name, dimension.gap?.higher());
        Some(finding::in_sentence(says.trim_end_matches('.')))
    });
    titled(
        said,
        dimensions.iter().all(|dimension| dimension.gap.is_none()),
    )
}

/// What a picture of these items says first.
#[must_use]
pub fn items_headline(items: &[&ItemResult]) -> String {
    let widest = widest(items.iter().map(|item| item.gap));
    let widest = widest.and_then(|place| items.get(place));
    let said = widest.and_then(|item| {
        let (Shown::Group(executive), Shown::Group(team)) = (item.shown.executive, item.shown.team)
        else {
            return None;
        };
        let views = views::short(item.item.scale, BySide { executive, team });
        let label = finding::in_sentence(&item.item.label);
        Some(format!("{label}: {views}"))
    });
    titled(said, items.iter().all(|item| item.gap.is_none()))
}

/// The place of the widest gap whose range leaves out zero.
#[must_use]
pub fn widest(gaps: impl Iterator<Item = Option<Gap>>) -> Option<usize> {
    let sure = gaps.enumerate().filter_map(|(place, gap)| {
        let gap = gap.filter(Gap::holds_in_this_group)?;
        Some((place, gap.points.abs()))
    });
    // Of two as wide, the first.
    let wider = |one: (usize, f64), other: (usize, f64)| if other.1 > one.1 { other } else { one };
    sure.reduce(wider).map(|(place, _)| place)
}

fn titled(said: Option<String>, is_hidden: bool) -> String {
    match said {
        Some(said) => format!("{TITLE}: {said}"),
        None if is_hidden => finding::NOTHING_SHOWN.to_owned(),
        None => "Exactly this group: no gap that the silent could not turn round".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{
        example, release::Released, results::Results, survey::Survey, tally::Tally,
    };

    #[test]
    fn where_all_answered_there_is_no_range_but_one_person() {
        let (survey, results) = with_all_invited();
        for gap in results.items().map(|item| item.gap) {
            assert_eq!(range(gap), ALL_ANSWERED);
            let said = gap_in_words(gap);
            assert!(said.contains("would have to change to close it"), "{said}");
        }
        assert_eq!(
            everyone(&survey, &results),
            [
                "All 6 executives answered. One of them changing an answer moves their figure by up to 20 points.",
                "All 31 team members answered. One of them changing an answer moves their figure by up to 4 points.",
            ]
        );
    }

    #[test]
    fn a_title_says_whom_it_describes() {
        let (_, results) = with_all_invited();
        let items: Vec<&ItemResult> = results.items().collect();
        assert_eq!(
            items_headline(&items),
            "Exactly this group: AI saves two hours a week or more: 8\u{A0}in\u{A0}10 leaders expect it; 2\u{A0}in\u{A0}10 in the team say so"
        );
        assert!(headline(&results.dimensions).starts_with("Exactly this group: leaders "));
    }

    #[test]
    fn while_some_are_silent_a_gap_has_a_range_and_nobody_is_everyone() {
        let survey = example::survey();
        let results = Results::of(&survey, &Released::of(&survey, &example::tally()));
        assert!(everyone(&survey, &results).is_empty());
        for item in results.items() {
            assert!(range(item.gap).contains(" to "), "{}", range(item.gap));
        }
    }

    #[test]
    fn what_is_hidden_is_not_called_a_gap_that_could_turn_round() {
        let survey = example::survey();
        let results = Results::of(&survey, &Released::of(&survey, &Tally::empty(&survey)));
        let items: Vec<&ItemResult> = results.items().collect();
        for said in [headline(&results.dimensions), items_headline(&items)] {
            assert_eq!(said, finding::NOTHING_SHOWN);
        }
    }

    /// The example, if nobody else had been invited.
    fn with_all_invited() -> (Survey, Results) {
        let mut survey = example::survey();
        survey.invited = example::tally().ballots();
        let released = Released::of(&survey, &example::tally());
        let results = Results::of(&survey, &released);
        (survey, results)
    }
}
