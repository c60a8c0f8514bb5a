//! What the two sides say, beside each other, in the unit that the question was asked in.

use super::results;
use crate::domain::{
    results::{Group, Value},
    scale::Scale,
    side::BySide,
};

/// The most decimals of a figure; two that are still the same are called the same.
const MOST_DECIMALS: usize = 3;

/// Two views of an item that points one way.
#[must_use]
pub fn item(scale: Scale, groups: BySide<Group>) -> String {
    let [leaders, team] = amounts(scale, groups);
    match scale {
        Scale::PeopleInTen => format!("Leaders guess {leaders}; {team} say so."),
        Scale::YesNo => format!("Of the leaders, {leaders} say yes; of the team, {team}."),
        Scale::Hours => format!(
            "Two hours a week or more: {} expect it; {team} in the team say so.",
            people(&leaders)
        ),
        Scale::Weeks => format!(
            "Within 12 weeks: {} expect it; {team} in the team do.",
            people(&leaders)
        ),
        Scale::Days => format!("Leaders say {leaders}; the team says {team}."),
        Scale::Often => {
            format!("From never, 0, to always, 100: leaders are at {leaders}, the team at {team}.")
        }
        Scale::Agreement => {
            format!(
                "From disagreeing, 0, to agreeing, 100: leaders are at {leaders}, the team at {team}."
            )
        }
    }
}

/// Two views of an item that points one way, in a title after what was asked.
#[must_use]
pub fn short(scale: Scale, groups: BySide<Group>) -> String {
    let [leaders, team] = amounts(scale, groups);
    match scale {
        Scale::PeopleInTen => format!("leaders guess {leaders}; {team} say so"),
        Scale::YesNo | Scale::Days => format!("leaders say {leaders}; the team says {team}"),
        Scale::Hours => format!("{} expect it; {team} in the team say so", people(&leaders)),
        Scale::Weeks => format!("{} expect it; {team} in the team do", people(&leaders)),
        Scale::Often | Scale::Agreement => {
            format!("leaders are at {leaders} of 100; the team is at {team}")
        }
    }
}

/// So many leaders: none of them are no leaders.
fn people(leaders: &str) -> String {
    format!("{} leaders", leaders.replace("none", "no"))
}

/// Both values in points, as a sentence.
#[must_use]
pub fn points(groups: BySide<Group>) -> String {
    let groups = [groups.executive, groups.team];
    let rough = groups.map(|group| on_scale(group.value));
    let [leaders, team] = told_apart(rough, groups.map(Group::points), "");
    format!("In points of 100: leaders {leaders}, team {team}.")
}

/// How much each side says; in people out of 100 where people out of 10 would be the same number, and in parts of one
/// where that would be too.
fn amounts(scale: Scale, groups: BySide<Group>) -> [String; 2] {
    let groups = [groups.executive, groups.team];
    let rough = groups.map(|group| amount(scale, group));
    let is_share = matches!(
        scale,
        Scale::PeopleInTen | Scale::YesNo | Scale::Hours | Scale::Weeks
    );
    let points = groups.map(Group::points);
    if is_share {
        if rough[0] != rough[1] {
            return rough;
        }
        let rough = points.map(|points| format!("{}\u{A0}in\u{A0}100", results::share(points)));
        return told_apart(rough, points, "\u{A0}in\u{A0}100");
    }
    if scale == Scale::Days {
        return told_apart(rough, points.map(in_days), " of 7 days");
    }
    told_apart(rough, points, "")
}

/// Figures that round to the same, with as many decimals as tell them apart.
fn told_apart(rough: [String; 2], exact: [f64; 2], unit: &str) -> [String; 2] {
    if rough[0] != rough[1] {
        return rough;
    }
    let finer = |decimals| exact.map(|figure| format!("{figure:.decimals$}{unit}"));
    let mut finer = (1..=MOST_DECIMALS).map(finer);
    finer.find(|[one, other]| one != other).unwrap_or(rough)
}

/// How much a group says, in people out of 10, days or points.
#[must_use]
pub fn amount(scale: Scale, group: Group) -> String {
    match scale {
        Scale::PeopleInTen | Scale::YesNo | Scale::Hours | Scale::Weeks => in_ten(group.value),
        Scale::Days => days(group.value),
        Scale::Often | Scale::Agreement => on_scale(group.value),
    }
}

fn in_ten(value: Value) -> String {
    match value {
        Value::FewOrNone => "few or none".to_owned(),
        Value::NearlyAll => "nearly all".to_owned(),
        Value::About(points) => format!("about {}", tenths(points)),
        Value::Points(points) => tenths(points),
    }
}

/// "7 in 10", which no line breaks; where that rounds to nobody or everybody, in words, since it was neither.
fn tenths(points: f64) -> String {
    match whole(points / 10.0) {
        0 if points > 0.0 => "fewer than 1\u{A0}in\u{A0}10".to_owned(),
        10 if points < 100.0 => "more than 9\u{A0}in\u{A0}10".to_owned(),
        people => format!("{people}\u{A0}in\u{A0}10"),
    }
}

fn days(value: Value) -> String {
    let day = |points: f64| format!("{:.1} of 7 days", in_days(points));
    match value {
        Value::FewOrNone => "hardly a day".to_owned(),
        Value::NearlyAll => "nearly every day".to_owned(),
        Value::About(points) => format!("about {}", day(points)),
        Value::Points(points) => day(points),
    }
}

fn in_days(points: f64) -> f64 {
    points * 7.0 / 100.0
}

fn on_scale(value: Value) -> String {
    match value {
        Value::FewOrNone => "the low end".to_owned(),
        Value::NearlyAll => "the high end".to_owned(),
        Value::About(points) => format!("about {}", results::points(points)),
        Value::Points(points) => results::share(points),
    }
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "from 0 to 100"
)]
fn whole(number: f64) -> usize {
    number.round().max(0.0) as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_that_are_apart_are_never_told_as_the_same() {
        let groups = |executive, team| {
            let group = |points| Group {
                n: 2_000_000,
                value: Value::Points(points),
            };
            BySide {
                executive: group(executive),
                team: group(team),
            }
        };
        let said = |scale| item(scale, groups(67.3, 66.9));
        assert_eq!(
            said(Scale::PeopleInTen),
            "Leaders guess 67.3\u{A0}in\u{A0}100; 66.9\u{A0}in\u{A0}100 say so."
        );
        assert_eq!(
            said(Scale::Often),
            "From never, 0, to always, 100: leaders are at 67.3, the team at 66.9."
        );
        assert_eq!(
            said(Scale::Days),
            "Leaders say 4.71 of 7 days; the team says 4.68 of 7 days."
        );
        assert_eq!(
            points(groups(67.3, 66.9)),
            "In points of 100: leaders 67.3, team 66.9."
        );
        assert_eq!(
            item(Scale::YesNo, groups(67.02, 67.04)),
            "Of the leaders, 67.02\u{A0}in\u{A0}100 say yes; of the team, 67.04\u{A0}in\u{A0}100."
        );
        assert_eq!(
            item(Scale::YesNo, groups(67.0, 68.0)),
            "Of the leaders, 67\u{A0}in\u{A0}100 say yes; of the team, 68\u{A0}in\u{A0}100."
        );
        assert_eq!(
            points(groups(50.0, 50.0)),
            "In points of 100: leaders 50, team 50."
        );
    }

    #[test]
    fn few_or_none_of_the_leaders_are_few_or_no_leaders() {
        let group = |value| Group { n: 6, value };
        let groups = BySide {
            executive: group(Value::FewOrNone),
            team: group(Value::NearlyAll),
        };
        assert_eq!(
            [Scale::Hours, Scale::Weeks].map(|scale| short(scale, groups)),
            [
                "few or no leaders expect it; nearly all in the team say so",
                "few or no leaders expect it; nearly all in the team do",
            ]
        );
    }
}
