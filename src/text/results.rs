//! The results, in tables and pictures.

use super::{
    common::{count, number},
    finding,
};
use crate::domain::{
    day::Day,
    evidence::Evidence,
    gap::Gap,
    release::Cell,
    results::{Group, ItemResult, Results, Shown, Value},
    side::Side,
    survey::Survey,
};

/// The label over the page.
pub const TITLE: &str = "Executives and team, side by side";
/// Over the example.
pub const MADE_UP: &str = "A made-up company, to show what results look like.";
/// The chart of the dimensions.
pub const OVERVIEW: &str = "The six dimensions";
/// The chart of the dimensions with the optional pair.
pub const OVERVIEW_SEVEN: &str = "The seven dimensions";
/// The chart of any other number of dimensions.
pub const OVERVIEW_OTHER: &str = "The dimensions";
/// The tables' columns.
pub const COLUMNS: [&str; 8] = [
    "Asked",
    "Executives",
    "Team",
    "Gap",
    "Range, 95\u{A0}%",
    "Evidence",
    "n executives",
    "n team",
];

/// The name of a picture's table, which can be scrolled sideways on a phone.
#[must_use]
pub fn table_of(title: &str) -> String {
    format!("Table: {title}")
}

/// The gap column's head.
pub const GAP: &str = "Gap, points";
/// A value that may not be seen.
pub const HIDDEN: &str = "hidden";
/// The same in a table.
pub const HIDDEN_WHY: &str = "“Hidden” protects people: fewer answers than the survey’s minimum, or a figure that would give a hidden one away.";
/// What a file for readers is.
pub const ABOUT_A_FILE: &str =
    "This file loads nothing, sends nothing and runs no program. What is hidden is not in it.";
/// A button.
pub const SVG: &str = "Download SVG";
/// A button.
pub const PNG: &str = "Download PNG";
/// While the PNG is made.
pub const MAKING_PNG: &str = "Making the picture…";
/// What the figures are, in short.
pub const HOW_TO_READ: &str = "Figures are points from 0 to 100. The gap is executives minus team: above zero, executives are more optimistic.";
/// What can be done with a picture on a screen.
pub const PRESS_A_ROW: &str = "Press a row of a picture to see what stands behind it.";
/// The same with all that belongs to it.
pub const POINTS: &str = "Points are people out of 100, or how often something happens, from never, 0, to always, 100. Figures are rounded, so a gap can differ by one from the difference of the two values beside it.";
/// The rows of a picture, for who cannot see that they can be pressed.
pub const ROWS: &str = "Rows: arrow keys go through them, Enter shows what stands behind one";
/// The button under what stands behind a row.
pub const BACK_TO_ROW: &str = "Back to the picture";
/// What the results cannot say.
pub const CAVEAT: &str =
    "Not a random sample. People chose to answer, and nobody checked that each answered once.";
/// Whom the results cover (method, section 2.7).
pub const COVERAGE: &str = "Whoever ran the survey decided who was invited, contractors or not. People took the side whose link they used, and each answer is of one moment.";
/// Ballots that did not open.
pub const REFUSED: &str = "Not counted";
/// The switch of order.
pub const BY_GAP: &str = "Order by size of gap, hidden last";
/// A picture of items by the size of their gap.
#[must_use]
pub fn by_gap(number: usize) -> String {
    format!("Items by size of gap, {number}")
}
/// Back to collecting.
pub const GO_ON_COLLECTING: &str = "Go on collecting";
/// Heads of the example's picture.
pub const AXIS: [&str; 5] = ["0", "25", "50", "75", "100"];
/// Ticks of the gap axis.
pub const GAP_AXIS: [&str; 3] = ["−50", "0", "+50"];

/// Points without decimals.
#[must_use]
pub fn points(points: f64) -> String {
    format!("{}", whole(points))
}

/// The same of how much a group says; few are not nobody, and nearly all are not all.
#[must_use]
pub fn share(points: f64) -> String {
    match self::points(points).as_str() {
        "0" if points > 0.0 => "<1".to_owned(),
        "100" if points < 100.0 => ">99".to_owned(),
        rounded => rounded.to_owned(),
    }
}

/// A gap with its sign; a real minus.
#[must_use]
pub fn gap(points: f64) -> String {
    match whole(points) {
        0 => "0".to_owned(),
        n if n < 0 => format!("−{}", n.unsigned_abs()),
        n => format!("+{n}"),
    }
}

#[expect(clippy::cast_possible_truncation, reason = "points are at most 100")]
fn whole(points: f64) -> i32 {
    points.round() as i32
}

/// What a side said.
#[must_use]
pub fn shown(shown: Shown) -> String {
    match shown {
        Shown::Hidden => HIDDEN.to_owned(),
        Shown::Group(group) => value(group),
    }
}

/// A group's value, or the words that stand for it.
#[must_use]
pub fn value(group: Group) -> String {
    match group.value {
        Value::Points(value) => share(value),
        Value::FewOrNone => "few or none".to_owned(),
        Value::NearlyAll => "nearly all".to_owned(),
        Value::About(value) => format!("about {}", points(value)),
    }
}

/// How many answered.
#[must_use]
pub fn n(shown: Shown) -> String {
    match shown {
        Shown::Hidden => "–".to_owned(),
        Shown::Group(group) => number(group.n.into()),
    }
}

/// Who answered, for the line under a chart's title.
#[must_use]
pub fn who(survey: &Survey, results: &Results, when: &str) -> String {
    let answered = |side, people: &str| {
        results.ballots.of(side).map_or_else(
            || format!("{people}: too few answers to show"),
            |n| {
                let [n, invited] = [n, *survey.invited.of(side)].map(|n| number(n.into()));
                format!("{n} of {invited} {people} answered")
            },
        )
    };
    format!(
        "{}, {when}. {}; {}.",
        whose(survey),
        answered(Side::Executive, "executives"),
        answered(Side::Team, "team members"),
    )
}

/// What stands at the foot of every page on paper: whose results, of which day.
#[must_use]
pub fn foot(survey: &Survey, day: Day) -> String {
    format!("{} · {} · Plumbline", whose(survey), closed(day))
}

/// The day of the results.
#[must_use]
pub fn closed(day: Day) -> String {
    format!("Closed on {} {}", day.day, month(day.year, day.month))
}

fn whose(survey: &Survey) -> String {
    match &survey.company {
        Some(company) => format!("{}, {company}", survey.team),
        None => survey.team.clone(),
    }
}

/// The name over a side's marks.
#[must_use]
pub fn head(side: Side, ballots: Option<u32>) -> String {
    match (side, ballots) {
        (Side::Executive, Some(n)) => count(n as usize, "executive", "executives"),
        (Side::Team, Some(n)) => count(n as usize, "team member", "team members"),
        (Side::Executive, None) => "Executives".to_owned(),
        (Side::Team, None) => "Team".to_owned(),
    }
}

/// The title of the chart with the items of these dimensions.
#[must_use]
pub fn items_title(dimensions: &[&str]) -> String {
    dimensions.join(" · ")
}

/// The title of a further picture of the same.
#[must_use]
pub fn more_of(title: &str, number: usize) -> String {
    format!("{title} ({number})")
}

/// What is said of a dimension, after its name.
#[must_use]
pub fn of_dimension(name: &str, says: &str) -> String {
    format!("{name}: {says}")
}

/// A gap in words, with its range and how sure it is.
#[must_use]
pub fn gap_in_words(gap: Option<Gap>) -> String {
    gap.map_or_else(
        || HIDDEN.to_owned(),
        |sure| {
            let range = finding::range(sure.ranges.at_95);
            format!(
                "{}, {}, range {range}",
                self::gap(sure.points),
                finding::word(sure.evidence)
            )
        },
    )
}

/// A row of a chart in words.
#[must_use]
pub fn row_in_words(label: &str, executives: &str, team: &str, gap: &str) -> String {
    format!("{label}: executives {executives}, team {team}, gap {gap}.")
}

/// What a chart shows first: its largest gap, with the word for how sure it is where one is said.
#[must_use]
pub fn largest_gap(word: Option<&str>, [label, executives, team, range]: [&str; 4]) -> String {
    let word = word.map_or_else(String::new, |word| format!("{word} "));
    format!("Largest {word}gap: {label}, leaders {executives}, team {team}, range {range}.")
}

/// How many rows of a chart are hidden; nothing if none is.
#[must_use]
pub fn how_many_hidden(rows: usize) -> Option<String> {
    (rows > 0).then(|| format!("{} {HIDDEN}.", count(rows, "row", "rows")))
}

/// What the ranges of gaps mean, where they are drawn.
pub const RANGES: &str = "Ranges: thin 95\u{A0}%, thick 80\u{A0}%.";
/// The same where they are written.
pub const RANGES_BELOW: &str = "Under each gap: its 95\u{A0}% range.";
/// What a thin line between two marks means.
pub const THIN: &str = "Thin line: a gap that points neither way.";

/// The scale of the main charts; it ends the line under their titles.
pub const SCALE: &str = "Points from 0 to 100.";
/// What the main charts' gaps are; their footer begins with it.
pub const GAPS: &str = "Gap: executives minus team, before rounding.";

/// The footer of a chart of such `figures`, whose gaps are so sure.
#[must_use]
pub fn footer(figures: &str, gaps: &[Evidence], survey: &Survey, results: &Results) -> String {
    let (words, rules) = (finding::meanings(gaps), rules(survey, results, None));
    let said = [figures, &words, &rules];
    let said = said.into_iter().filter(|words| !words.is_empty());
    said.collect::<Vec<_>>().join(" ")
}

/// The end of the footer of a picture of both sides, or of only one; it tells nothing of the other.
#[must_use]
pub fn rules(survey: &Survey, results: &Results, only: Option<Side>) -> String {
    let is_hidden = |item: &ItemResult, side| {
        only.is_none_or(|only| only == side)
            && matches!(item.cells.of(side), Cell::Hidden)
            && results.ballots.of(side).is_some()
    };
    let mut items = results.items();
    let unsure = if items.any(|item| Side::ALL.into_iter().any(|side| is_hidden(item, side))) {
        " “Don’t know” is not an answer."
    } else {
        ""
    };
    format!("{}{unsure} {CAVEAT}", minimum(survey))
}

/// From how many answers groups are shown.
#[must_use]
pub fn minimum(survey: &Survey) -> String {
    if survey.minimum.executive == survey.minimum.team {
        format!("Groups are shown from {} answers.", survey.minimum.team)
    } else {
        format!(
            "Groups are shown from {} executive and {} team answers.",
            survey.minimum.executive, survey.minimum.team
        )
    }
}

/// A month, such as "November 2026".
#[must_use]
pub fn month(year: u16, month: u8) -> String {
    const MONTHS: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    let name = MONTHS
        .get(usize::from(month).saturating_sub(1))
        .copied()
        .unwrap_or_default();
    format!("{name} {year}")
}

/// Ballots that were made with the other side's link.
#[must_use]
pub fn other_side(side: Side, n: u32) -> String {
    let (claimed, made) = match side {
        Side::Executive => ("executives’", "team"),
        Side::Team => ("team’s", "executive"),
    };
    format!(
        "{} to be the {claimed} but made with the {made} link.",
        count(n as usize, "ballot said", "ballots said")
    )
}

/// Ballots that do not open.
#[must_use]
pub fn does_not_open(n: u32) -> String {
    format!(
        "{} not open: made for another survey, or changed on purpose.",
        count(n as usize, "ballot did", "ballots did")
    )
}

/// Ballots that open to something else.
#[must_use]
pub fn not_answers(n: u32) -> String {
    format!(
        "{} something other than answers to this survey.",
        count(n as usize, "ballot held", "ballots held")
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{
        example,
        release::Released,
        side::BySide,
        tally::{Counts, Tally},
    };

    #[test]
    fn where_all_took_part_and_too_few_knew_the_footer_says_so() {
        let survey = example::survey();
        let said = |tally: &Tally| {
            let results = Results::of(&survey, &Released::of(&survey, tally));
            rules(&survey, &results, None).contains("“Don’t know” is not an answer.")
        };
        let nobody_knows = survey.items().into_iter().map(|item| {
            BySide::from_fn(|side| Counts::new(vec![0; usize::from(item.scale.options(side))], 9))
        });
        let ballots = BySide::from_fn(|_| 9);
        let tally = Tally::with_counts(&survey, ballots, nobody_knows.collect()).unwrap();
        assert!(said(&tally) && !said(&example::tally()));
    }

    #[test]
    fn a_few_are_not_nobody() {
        assert_eq!(
            [share(0.0), share(0.3), share(99.8), share(50.4)],
            ["0", "<1", ">99", "50"]
        );
    }

    #[test]
    fn a_gap_says_its_sign() {
        assert_eq!(gap(38.4), "+38");
        assert_eq!(gap(-11.6), "−12");
        assert_eq!(gap(-0.2), "0");
    }
}
