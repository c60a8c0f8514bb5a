//! How the answers lie on their scale, in pictures: groups of options, steps, middles.

use super::{common, common::count, results, scale, this_group, views};
use crate::domain::{
    release::Cell,
    results::{Group as Share, ItemResult, Shown, Value},
    scale::Scale,
    side::Side,
    spread::{FEW_ANSWERS, Group, groups},
    statistics::Agreement,
};

/// The scale of shares; it ends the line under the title.
pub const SCALE: &str = "Shares in percent of those who answered.";
/// The footer's beginning where there are bars.
pub const SHARES: &str = "“Don’t know” is counted apart.";
/// The footer's beginning, or its next sentence, where there are marks.
pub const MARKS: &str = "Where fewer than 10 answered, each answer is one mark.";
/// The picture of hours and weeks, by its name.
pub const HOURS_AND_WEEKS: &str = "Hours and weeks";
/// In place of lines, where no group has one: all that are told of are hidden, or what can be said stands above.
#[must_use]
pub fn no_line(result: &ItemResult, only: Option<Side>) -> &'static str {
    let told = Side::ALL.into_iter();
    let mut told = told.filter(|side| only.is_none_or(|only| only == *side));
    if !told.all(|side| matches!(result.cells.of(side), Cell::Hidden)) {
        "No line is drawn here: what can be shown stands above in words."
    } else if only.is_some() {
        "No line is drawn here: the group is hidden."
    } else {
        "No line is drawn here: both groups are hidden."
    }
}
/// The footer's beginning there.
pub const MEDIANS: &str = "The marks on the line of 50\u{A0}% are the medians.";
/// The levels of that picture.
pub const LEVELS: [&str; 3] = ["0", "50", "100"];
/// Steps of hours.
pub const HOURS: [&str; 5] = ["some", "2", "4", "8", "12"];
/// Steps of weeks.
pub const WEEKS: [&str; 6] = ["now", "4", "12", "26", "52", "later"];
/// What the steps of hours mean.
pub const AT_LEAST: &str = "Percent who say at least this many hours a week";
/// What the steps of weeks mean.
pub const WITHIN: &str = "Percent who expect it within this many weeks";

/// Over the options in a table.
pub const ANSWER: &str = "Answer";
/// What a side's figures are in a table.
pub const PERCENT: &str = "percent";
/// The same where each answer is one mark.
pub const ANSWERS: &str = "answers";
/// The row of those who did not know.
pub const UNSURE: &str = "Don’t know, people";

/// A gap as a sentence.
#[must_use]
pub fn gap(result: &ItemResult, is_of_this_group: bool) -> String {
    let gap = this_group::either_in_words(result.gap, is_of_this_group);
    format!("Gap {gap}.")
}

/// The names of the groups of options, lowest first.
#[must_use]
pub fn options(scale: Scale, side: Side) -> Vec<String> {
    let groups = groups(scale, side).iter();
    groups.map(|group| option(scale, side, *group)).collect()
}

fn option(scale: Scale, side: Side, (first, last): Group) -> String {
    let named = |place| {
        let pick = scale.pick(side, place);
        pick.map_or_else(String::new, |pick| scale::option(scale, side, pick))
    };
    match (scale, first, last) {
        (Scale::Hours, 4, _) => "8 hours or more".to_owned(),
        (Scale::Weeks, 0, _) => "Within 4 weeks".to_owned(),
        (Scale::Weeks, 5, _) => "Later or never".to_owned(),
        (Scale::PeopleInTen, first, last) if side == Side::Executive => {
            let some = if first == last {
                String::new()
            } else {
                format!("{first} to ")
            };
            format!("{some}{last} in\u{A0}10")
        }
        (Scale::Days, first, last) if first != last => format!("{first} to {last}"),
        _ => named(first),
    }
}

/// A share with the name of its option.
#[must_use]
pub fn named(option: &str, share: f64) -> String {
    format!("{option} {}", results::share(share))
}

/// Who answered an item, and whether they are split.
#[must_use]
pub fn name(result: &ItemResult, side: Side) -> String {
    let head = results::head(side, result.cells.of(side).n());
    format!("{head}{}", split(result, side))
}

/// What follows who answered, where they are split.
fn split(result: &ItemResult, side: Side) -> &'static str {
    match result.agreement(side) {
        Some(Agreement::Split) => ", split",
        Some(Agreement::MostlyAgree | Agreement::Mixed) | None => "",
    }
}

/// How many did not know; nothing if nobody.
#[must_use]
pub fn unsure(n: Option<u32>) -> String {
    match n {
        None | Some(0) => String::new(),
        Some(n) => format!("{} don’t know", common::number(n.into())),
    }
}

/// Instead of a side's answers, where they may not be seen.
#[must_use]
pub fn instead(result: &ItemResult, side: Side) -> String {
    match result.cells.of(side) {
        Cell::Hidden => results::HIDDEN.to_owned(),
        Cell::OneMind { .. } => of_one_mind(result.item.scale, side, *result.shown.of(side)),
        Cell::Outline(_) => {
            "not shown: it would tell how all answered to another question".to_owned()
        }
        Cell::Counts(_) => String::new(),
    }
}

/// What a few who all answered alike say, in words of their scale.
fn of_one_mind(scale: Scale, side: Side, shown: Shown) -> String {
    let words = results::shown(shown);
    match (scale, side, shown) {
        (Scale::Days | Scale::Often | Scale::Agreement, _, Shown::Group(group)) => {
            views::amount(scale, group)
        }
        (Scale::PeopleInTen, Side::Executive, _) => format!("guess: {words} of the team"),
        (Scale::PeopleInTen | Scale::YesNo, _, _) => format!("{words} say yes"),
        (Scale::Hours, _, _) => format!("{words} at 2\u{A0}hours\u{A0}or\u{A0}more"),
        (Scale::Weeks, _, _) => format!("{words} within 12\u{A0}weeks"),
        (Scale::Days | Scale::Often | Scale::Agreement, _, Shown::Hidden) => words,
    }
}

/// Who a line is, and where its middle lies.
#[must_use]
pub fn curve(result: &ItemResult, side: Side) -> String {
    let name = name(result, side);
    match median(result, side) {
        Some(median) => format!("{name}: median {median}"),
        None => format!("{name}: {}", instead(result, side)),
    }
}

/// The middle of a side's answers, in words.
#[must_use]
pub fn median(result: &ItemResult, side: Side) -> Option<String> {
    let (low, high) = result.detail.sides.of(side).median?;
    let scale = result.item.scale;
    let named = |place| {
        let words = scale::option(scale, side, scale.pick(side, place)?);
        Some(small(&words))
    };
    if let Some(between) = border(scale, low, high) {
        return Some(between);
    }
    let (low, high) = (named(low)?, named(high)?);
    Some(if low == high {
        // A sentence of its own is quoted, a number of hours or weeks is not.
        if low.starts_with(['I', 'i']) {
            format!("“{low}”")
        } else {
            low
        }
    } else {
        format!("between “{low}” and “{high}”")
    })
}

/// Where two neighbouring options meet, if that is a number.
fn border(scale: Scale, low: usize, high: usize) -> Option<String> {
    let (steps, place, unit): (&[&str], usize, _) = match scale {
        Scale::Hours => (&HOURS, low, "hours"),
        Scale::Weeks => (&WEEKS, low, "weeks"),
        Scale::PeopleInTen | Scale::YesNo | Scale::Often | Scale::Days | Scale::Agreement => {
            return None;
        }
    };
    let step = steps.get(place).filter(|_| high == low + 1)?;
    step.starts_with(|letter: char| letter.is_ascii_digit())
        .then(|| format!("about {step} {unit}"))
}

/// Words in the middle of a sentence; "I" stays.
fn small(words: &str) -> String {
    let mut letters = words.chars();
    match letters.next() {
        Some(first) if !words.starts_with("I ") => {
            first.to_ascii_lowercase().to_string() + letters.as_str()
        }
        _ => words.to_owned(),
    }
}

/// A distribution in words.
#[must_use]
pub fn description(result: &ItemResult) -> String {
    let side = |side: Side| {
        let n = result.cells.of(side).n().map_or(0, |n| n as usize);
        let said = result.cells.of(side).counts().map_or_else(
            || instead(result, side),
            |counts| {
                let grouped = crate::domain::spread::grouped(result.item.scale, side, counts);
                let names = options(result.item.scale, side);
                let parts: Vec<String> = names
                    .iter()
                    .zip(grouped)
                    .map(|(name, n)| format!("{name}: {}", of_all(n, counts.valid())))
                    .collect();
                parts.join(", ")
            },
        );
        format!(
            "{}, {}{}: {said}.",
            common::side(side),
            count(n, "answer", "answers"),
            split(result, side)
        )
    };
    format!(
        "{}. {} {}",
        result.item.label,
        side(Side::Executive),
        side(Side::Team)
    )
}

/// How many of a side's answers, as the table beside it has them: marks are counted, a share that would tell what each of
/// a few said stands in words.
fn of_all(n: u32, all: u32) -> String {
    let share = Share::of_share(all, f64::from(n) * 100.0 / f64::from(all.max(1)));
    match share.value {
        Value::FewOrNone | Value::NearlyAll if all >= FEW_ANSWERS => {
            results::shown(Shown::Group(share))
        }
        Value::FewOrNone | Value::NearlyAll | Value::Points(_) | Value::About(_) => {
            common::number(n.into())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{example, release::Released, results::Results};

    #[test]
    fn every_group_of_options_has_a_name() {
        let survey = example::survey();
        let results = Results::of(&survey, &Released::of(&survey, &example::tally()));
        for result in results.items() {
            for side in Side::ALL {
                let options = options(result.item.scale, side);
                assert!(
                    options.iter().all(|option| !option.is_empty()),
                    "{options:?}"
                );
                let has_median = matches!(result.item.scale, Scale::Hours | Scale::Weeks);
                assert_eq!(median(result, side).is_some(), has_median);
            }
            assert!(
                !description(result).contains(": ."),
                "{}",
                description(result)
            );
        }
    }

    #[test]
    fn who_is_of_one_mind_says_of_what() {
        let said =
            |scale, side, value| of_one_mind(scale, side, Shown::Group(Share { n: 6, value }));
        for (scale, side, few, all) in [
            (
                Scale::PeopleInTen,
                Side::Executive,
                "guess: few or none of the team",
                "guess: nearly all of the team",
            ),
            (
                Scale::PeopleInTen,
                Side::Team,
                "few or none say yes",
                "nearly all say yes",
            ),
            (
                Scale::Hours,
                Side::Team,
                "few or none at 2\u{A0}hours\u{A0}or\u{A0}more",
                "nearly all at 2\u{A0}hours\u{A0}or\u{A0}more",
            ),
            (Scale::Days, Side::Team, "hardly a day", "nearly every day"),
            (Scale::Often, Side::Executive, "the low end", "the high end"),
        ] {
            assert_eq!(said(scale, side, Value::FewOrNone), few);
            assert_eq!(said(scale, side, Value::NearlyAll), all);
        }
    }

    #[test]
    fn what_each_of_a_few_said_is_told_in_words_and_marks_are_counted() {
        assert_eq!(
            [of_all(0, 15), of_all(15, 15)],
            ["few or none", "nearly all"]
        );
        assert_eq!(
            [of_all(5, 15), of_all(0, 20), of_all(0, 9)],
            ["5", "0", "0"]
        );
    }

    #[test]
    fn guesses_say_of_how_many() {
        let guesses = options(Scale::PeopleInTen, Side::Executive);
        assert_eq!(guesses[2..4], ["5 in\u{A0}10", "6 to 7 in\u{A0}10"]);
        assert_eq!(options(Scale::PeopleInTen, Side::Team), ["No", "Yes"]);
    }
}
