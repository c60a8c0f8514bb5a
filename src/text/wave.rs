//! An earlier tally beside the present one.

use super::{common::list, finding, results};
use crate::domain::{
    evidence::Evidence,
    results::{Group, Results, Shown},
    side::Side,
    survey::Survey,
    wave::{Change, GapChange, NotCompared, Row, Waves},
};

/// The fold.
pub const COMPARE: &str = "Compare with an earlier tally";
/// What can be compared.
pub const HOW: &str = "An earlier tally of the same team: its file, a picture made from it, or its result link. It is read here, sent nowhere, and gone when you reload or leave this page.";
/// The field for files.
pub const FILE: &str = "Earlier tally file or picture";
/// The field for links.
pub const LINK: &str = "Earlier result link";
/// The button beside it.
pub const OPEN: &str = "Compare";
/// Ends the comparison.
pub const STOP: &str = "Stop comparing";
/// The earlier tally is the later one.
pub const LATER: &str = "That tally is newer than the results on this page. Open the newer one, and compare it with this one.";
/// What the picture's columns are.
pub const GAP: &str = "Gap: then, now";
/// And what stands beside them.
pub const ITS_CHANGE: &str = "Its change";
/// The footer's beginning.
pub const FOOTER: &str = "Gap: executives minus team. Its change is now minus then: how sure it is, and its 95\u{a0}% range.";
/// How to read changes.
pub const READ: &str = "A change is now minus then, in points, with its 95 % range. Other people may have answered this time, so a change is of the answers, not of persons.";
/// The dimensions' picture.
pub const DIMENSIONS: &str = "Then and now: the dimensions";
/// The table's columns.
pub const COLUMNS: [&str; 7] = [
    "Asked",
    "Executives",
    "Their change",
    "Team",
    "Its change",
    "Gap",
    "Change of the gap",
];

/// Over a comparison, where the rest of the page is of exactly this group.
pub const OF_OTHERS: &str = "Changes and their words are not of exactly this group, but of people like these on other days.";
/// A picture of items.
#[must_use]
pub fn items(number: usize) -> String {
    format!("Then and now: questions, {number}")
}

/// Over the comparison.
#[must_use]
pub fn title(when: &str) -> String {
    format!("What has changed since {when}")
}

/// Which months are compared, by their marks if there are any.
#[must_use]
pub fn months(then: &str, now: &str, has_marks: bool) -> String {
    if has_marks {
        format!("Hollow marks: {then}. Filled marks: {now}.")
    } else {
        format!("Then: {then}. Now: {now}.")
    }
}

/// What the rows say first: the widest change of a gap that points one way.
#[must_use]
pub fn headline<'a>(rows: &[Row], label: impl Fn(&Row) -> &'a str) -> String {
    let widest = [Evidence::Clear, Evidence::Possible]
        .into_iter()
        .find_map(|evidence| {
            let changes = rows.iter().filter_map(|row| Some((row, row.gap?)));
            let alike = changes.filter(|(_, gap)| gap.change.evidence == evidence);
            alike.rev().max_by(|one, other| {
                let width = |gap: &GapChange| gap.change.points.abs();
                width(&one.1).total_cmp(&width(&other.1))
            })
        });
    let Some((row, gap)) = widest else {
        let said = if rows.iter().any(|row| row.gap.is_some()) {
            "No gap has changed for sure"
        } else if rows
            .iter()
            .any(|row| Side::ALL.iter().any(|side| row.sides.of(*side).is_some()))
        {
            "One side then and now; too few answers to compare gaps"
        } else {
            "Too few answers to compare then and now"
        };
        return said.to_owned();
    };
    let strength = if gap.change.evidence == Evidence::Possible {
        "Possible"
    } else {
        "Clear"
    };
    format!("{strength} change: {}: {}", label(row), moved(gap))
}

/// How a gap has moved, without blame: narrower, wider, or to the other side.
fn moved(gap: GapChange) -> String {
    let [then, now] = [gap.then, gap.now].map(results::gap);
    let how = if gap.then * gap.now < 0.0 {
        "the gap has turned round"
    } else if gap.now.abs() < gap.then.abs() {
        "the gap has narrowed"
    } else {
        "the gap has widened"
    };
    format!("{how} from {then} to {now}")
}

/// A gap then and now.
#[must_use]
pub fn gap(gap: Option<GapChange>) -> String {
    gap.map_or_else(
        || results::HIDDEN.to_owned(),
        |gap| format!("{} → {}", results::gap(gap.then), results::gap(gap.now)),
    )
}

/// The same in a picture, whose font has no arrow.
#[must_use]
pub fn drawn_gap(gap: Option<GapChange>) -> String {
    self::gap(gap).replace(" →", ", now")
}

/// The earlier value in words after the present one.
#[must_use]
pub fn before(then: Group, now: Group) -> String {
    match [then, now].map(results::value) {
        [then, now] if then == now => "as before".to_owned(),
        [then, _] => format!("before {then}"),
    }
}

/// A side's values then and now.
#[must_use]
pub fn values(then: Shown, now: Shown) -> String {
    format!("{} → {}", results::shown(then), results::shown(now))
}

/// A change with its range and its word.
#[must_use]
pub fn change(change: Option<Change>) -> String {
    change.map_or_else(
        || results::HIDDEN.to_owned(),
        |change| {
            format!(
                "{} ({}), {}",
                results::gap(change.points),
                finding::range(change.ranges.at_95),
                finding::word(change.evidence)
            )
        },
    )
}

/// Where the change of a gap could be; nothing if it is hidden.
#[must_use]
pub fn range(gap: Option<GapChange>) -> String {
    gap.map_or_else(String::new, |gap| finding::range(gap.change.ranges.at_95))
}

/// The word beside a gap in the picture.
#[must_use]
pub fn word(gap: Option<GapChange>) -> &'static str {
    gap.map_or("", |gap| finding::word(gap.change.evidence))
}

/// A row in words.
#[must_use]
pub fn in_words(label: &str, row: &Row) -> String {
    let side = |side| {
        format!(
            "{}, change {}",
            values(*row.then.of(side), *row.now.of(side)),
            change(*row.sides.of(side))
        )
    };
    format!(
        "{label}: executives {}; team {}; gap {}, change {}.",
        side(Side::Executive),
        side(Side::Team),
        gap(row.gap),
        change(row.gap.map(|gap| gap.change))
    )
}

/// Why two tallies are not compared.
#[must_use]
pub fn not_compared(why: NotCompared, now: &Survey, then: &Survey) -> String {
    let whose = |survey: &Survey| match &survey.company {
        Some(company) => format!("{}, {company}", survey.team),
        None => survey.team.clone(),
    };
    match why {
        NotCompared::Same => "That is the very same tally. Nothing can have changed.".to_owned(),
        NotCompared::OtherTeam => format!(
            "That tally is of another survey: {}. These results are of {}. Two teams are not compared.",
            whose(then),
            whose(now)
        ),
        NotCompared::OtherWording => {
            "That tally asks none of these questions in the same words, so nothing can be compared."
                .to_owned()
        }
    }
}

/// What is not compared, by name.
#[must_use]
pub fn left(waves: &Waves, results: &Results) -> Vec<String> {
    let named = |places: &[usize]| {
        let items = places
            .iter()
            .filter_map(|place| results.items().nth(*place));
        let labels: Vec<String> = items.map(|item| item.item.label.to_string()).collect();
        list(&labels)
    };
    let mut said = Vec::new();
    if !waves.changed.is_empty() {
        said.push(format!(
            "Asked in other words then, so not compared: {}.",
            named(&waves.changed)
        ));
    }
    if !waves.new.is_empty() {
        said.push(format!("Not in that tally: {}.", named(&waves.new)));
    }
    if !waves.gone.is_empty() {
        said.push(format!("Not in these results: {}.", list(&waves.gone)));
    }
    let is_whole = |place: usize| waves.dimensions.iter().any(|row| row.place == place);
    let apart = results.dimensions.iter().enumerate();
    let apart = apart.filter(|(place, _)| !is_whole(*place));
    let apart = apart.map(|(_, apart)| apart.dimension.name.to_string());
    let apart: Vec<String> = apart.collect();
    if !apart.is_empty() {
        // By commas alone: names have an “and” of their own.
        said.push(format!("Not compared as a whole: {}.", apart.join(", ")));
    }
    said
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{
        example,
        release::Released,
        results::Value,
        side::BySide,
        survey::Wording,
        tally::{Counts, Tally},
    };

    #[test]
    fn dimensions_that_are_not_compared_as_a_whole_are_named() {
        let now = example::survey();
        let released = Released::of(&now, &example::tally());
        let results = Results::of(&now, &released);
        let said = |reworded: &[usize]| {
            let mut then = now.clone();
            let mut dimensions = then.dimensions();
            for place in reworded {
                dimensions[*place].items[0].question.team = "Asked otherwise?".into();
            }
            then.wording = Wording::of(dimensions);
            let earlier = Released::of(&then, &Tally::empty(&then));
            let waves = Waves::of((&now, &released), (&then, &earlier)).unwrap();
            left(&waves, &results)
        };
        assert!(said(&[]).is_empty());
        assert_eq!(
            said(&[2, 5]),
            [
                "Asked in other words then, so not compared: Shared an AI tip in the past 30 days and Leaders ask the doers before they promise.",
                "Not compared as a whole: Sharing and learning, Promises and proof."
            ]
        );
        assert_eq!(
            said(&[0, 1, 2, 3, 4, 5])[1],
            "Not compared as a whole: Hands-on experience, Access and use, Sharing and learning, Team workflow and results, Context, Promises and proof."
        );
    }

    #[test]
    fn where_one_side_was_hidden_the_other_is_compared_and_the_headline_says_so() {
        let survey = example::survey();
        let now = Released::of(&survey, &example::tally());
        let then = |executives: u32, team: u32| {
            let ballots = BySide {
                executive: executives,
                team,
            };
            let counts = survey.items().into_iter().map(|item| {
                BySide::from_fn(|side| {
                    let mut counts = vec![0; usize::from(item.scale.options(side))];
                    (counts[0], counts[1]) = (*ballots.of(side) - 1, 1);
                    Counts::new(counts, 0)
                })
            });
            let tally = Tally::with_counts(&survey, ballots, counts.collect()).unwrap();
            let then = Released::of(&survey, &tally);
            let waves = Waves::of((&survey, &now), (&survey, &then)).unwrap();
            headline(&waves.items, |_| "")
        };
        assert_eq!(
            then(2, 25),
            "One side then and now; too few answers to compare gaps"
        );
        assert_eq!(then(2, 2), "Too few answers to compare then and now");
    }

    #[test]
    fn an_earlier_value_without_a_mark_of_its_own_is_said() {
        let group = |points| Group {
            n: 9,
            value: Value::Points(points),
        };
        assert_eq!(before(group(50.2), group(49.8)), "as before");
        assert_eq!(before(group(48.0), group(50.0)), "before 48");
    }
}
