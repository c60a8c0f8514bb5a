//! What stands behind a value or a gap, in sentences.

use super::{
    common::{count, number},
    finding, results,
};
use crate::domain::{
    detail::{Favourable, SideDetail},
    evidence::Ranges,
    gap::Gap,
    results::{Group, Shown, Value},
    side::{BySide, Side},
    statistics::{Agreement, Dominance, Range, Switches},
};

/// Where the number of executives is what limits the picture.
pub const ONLY_EXECUTIVES_SHARPEN: &str =
    "More executive answers would sharpen this; more team answers would not.";

/// How many people would have to change their answer to close a gap.
#[must_use]
pub fn switched(switches: Switches) -> String {
    match switches.fewest {
        0 => "Leaders and team give the same figure.".to_owned(),
        fewest => format!(
            "{} would have to change their answer to close the gap.",
            people(fewest)
        ),
    }
}

/// What stands instead of a range where everyone of a side answered.
#[must_use]
pub fn everyone(side: Side, all: u32, one_person: f64, switches: Option<Switches>) -> String {
    let who = match side {
        Side::Executive => "executives",
        Side::Team => "team members",
    };
    let points = points(one_person);
    let all = number(all.into());
    let moves = format!(
        "All {all} {who} answered. One person changing their answer moves their figure by up to {points}"
    );
    match switches.map(|switches| switches.fewest) {
        Some(fewest @ 1..) => format!(
            "{moves}; {} would have to change to close the gap.",
            people(fewest)
        ),
        Some(0) | None => format!("{moves}."),
    }
}

/// A number of points in words.
pub(super) fn points(points: f64) -> String {
    match results::points(points).as_str() {
        "1" => "1 point".to_owned(),
        points => format!("{points} points"),
    }
}

fn people(n: u64) -> String {
    count(usize::try_from(n).unwrap_or(usize::MAX), "person", "people")
}

/// The same gap read as one of exactly these people, this week.
#[must_use]
pub fn this_group(ranges: Ranges) -> String {
    let range = ranges.at_95;
    if range.width() <= 0.0 {
        return "Describing exactly this group, the gap has no range: everyone answered."
            .to_owned();
    }
    format!(
        "Describing exactly this group, the gap lies between {} and {}.",
        results::gap(range.low),
        results::gap(range.high)
    )
}

/// Cliff's delta in words, with its range at 95 %.
#[must_use]
pub fn dominance(dominance: Dominance) -> String {
    let share = |delta: f64| results::gap(delta * 100.0);
    format!(
        "Of every 100 pairs of a leader and a team member, those in which the leader answers higher, less those in which the team member does: {}, range {} to {} (Cliff’s delta).",
        share(dominance.delta),
        share(dominance.range.low),
        share(dominance.range.high)
    )
}

/// How many chose one of the two highest of five options.
#[must_use]
pub fn favourable(favourable: Favourable) -> String {
    let share = |side| match favourable.shown(side) {
        Shown::Group(Group {
            value: Value::Points(points),
            ..
        }) => format!("{} %", results::share(points)),
        in_words @ (Shown::Hidden | Shown::Group(_)) => results::shown(in_words),
    };
    format!(
        "Of the leaders {} and of the team {} chose one of the two highest options; the difference lies between {} and {} points.",
        share(Side::Executive),
        share(Side::Team),
        results::gap(favourable.gap.low * 100.0),
        results::gap(favourable.gap.high * 100.0)
    )
}

/// What those of a side who did not answer could change. `is_share` says whether the side answered yes or no.
#[must_use]
pub fn worst_case(side: Side, silent: u32, range: Range, is_share: bool) -> String {
    let who = match side {
        Side::Executive => count(silent as usize, "executive", "executives"),
        Side::Team => count(silent as usize, "team member", "team members"),
    };
    let (low, high) = (results::points(range.low), results::points(range.high));
    if is_share {
        format!(
            "{who} did not answer and may differ. If none of them would say yes, the figure would be {low}; if all would, {high}."
        )
    } else {
        format!(
            "{who} did not answer and may differ. If all of them were at the low end, the figure would be {low}; if all were at the high end, {high}."
        )
    }
}

/// Over the list of items.
pub const TITLE: &str = "Details, item by item";
/// What opens one of them shows.
pub const HOW: &str = "Each opens to what stands behind its two figures: how many answered, how sure the gap is, how the answers are spread.";

/// Under a row, where a side is split.
#[must_use]
pub const fn split(executives: bool, team: bool) -> Option<&'static str> {
    match (executives, team) {
        (true, true) => Some("leaders and team are each split"),
        (true, false) => Some("leaders are split"),
        (false, true) => Some("the team is split"),
        (false, false) => None,
    }
}

/// How many answered, on both sides, and the range of the gap.
#[must_use]
pub fn answered(executives: &str, team: &str, gap: Option<Gap>) -> String {
    format!("Executives n {executives}, team n {team}.{}", of_gap(gap))
}

/// The same of a dimension, whose items may have been answered by more.
#[must_use]
pub fn answered_each(shown: BySide<Shown>, gap: Option<Gap>) -> String {
    let [executives, team] = [shown.executive, shown.team].map(|shown| match shown {
        Shown::Hidden => results::HIDDEN.to_owned(),
        Shown::Group(_) => format!("{} or more", results::n(shown)),
    });
    format!(
        "Answers to each of its questions: executives {executives}, team {team}.{}",
        of_gap(gap)
    )
}

fn of_gap(gap: Option<Gap>) -> String {
    gap.map_or_else(String::new, |gap| {
        let range = finding::range(gap.ranges.at_95);
        format!(" Gap, 95 % range: {range}.")
    })
}

/// The middles of hours or weeks, of each side whose middle may be known.
#[must_use]
pub fn medians(medians: BySide<Option<String>>) -> Option<String> {
    let of = |who, median: Option<String>| median.map(|median| format!("{who} {median}"));
    let said = [
        of("executives", medians.executive),
        of("team", medians.team),
    ];
    let said: Vec<String> = said.into_iter().flatten().collect();
    (!said.is_empty()).then(|| format!("Median: {}.", said.join("; ")))
}

/// How far a side is of one view: the word where there is one, consensus over the options, and the standard deviation of
/// the points (method, section 2.6).
#[must_use]
pub fn of_one_view(
    side: Side,
    agreement: Option<Agreement>,
    detail: &SideDetail,
) -> Option<String> {
    let whose = match (agreement, side) {
        (Some(word), _) => self::agreement(side, word).trim_end_matches('.'),
        (None, Side::Executive) => "Leaders’ answers",
        (None, Side::Team) => "The team’s answers",
    };
    let consensus = detail.consensus.map(|consensus| {
        format!("consensus {consensus:.2} over the options, where 1 is all alike")
    });
    let deviation = detail
        .deviation
        .map(|deviation| format!("standard deviation {} of 100", points(deviation)));
    let said: Vec<String> = [consensus, deviation].into_iter().flatten().collect();
    (!said.is_empty()).then(|| format!("{whose}: {}.", said.join("; ")))
}

/// How far a side is of one view.
#[must_use]
pub const fn agreement(side: Side, agreement: Agreement) -> &'static str {
    match (side, agreement) {
        (Side::Executive, Agreement::MostlyAgree) => "Leaders mostly agree.",
        (Side::Executive, Agreement::Mixed) => "Leaders’ answers are mixed.",
        (Side::Executive, Agreement::Split) => "Leaders do not share one view.",
        (Side::Team, Agreement::MostlyAgree) => "The team mostly agrees.",
        (Side::Team, Agreement::Mixed) => "The team’s answers are mixed.",
        (Side::Team, Agreement::Split) => "The team does not share one view.",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn when_all_answered_one_person_and_the_fewest_are_told() {
        let switches = |fewest| Switches {
            executives: fewest,
            team: fewest + 3,
            fewest,
        };
        assert_eq!(
            everyone(Side::Team, 9, 100.0 / 9.0, Some(switches(4))),
            "All 9 team members answered. One person changing their answer moves their figure by up to 11 points; 4 people would have to change to close the gap."
        );
        assert_eq!(
            everyone(Side::Executive, 100, 1.0, None),
            "All 100 executives answered. One person changing their answer moves their figure by up to 1 point."
        );
        assert_eq!(
            switched(switches(1)),
            "1 person would have to change their answer to close the gap."
        );
        assert_eq!(
            switched(switches(0)),
            "Leaders and team give the same figure."
        );
    }

    #[test]
    fn who_was_silent_may_differ() {
        let range = Range {
            low: 24.0,
            high: 64.0,
        };
        assert_eq!(
            worst_case(Side::Team, 10, range, true),
            "10 team members did not answer and may differ. If none of them would say yes, the figure would be 24; if all would, 64."
        );
        assert_eq!(
            worst_case(Side::Executive, 1, range, false),
            "1 executive did not answer and may differ. If all of them were at the low end, the figure would be 24; if all were at the high end, 64."
        );
    }
}
