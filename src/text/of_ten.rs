//! "Of every 10 people": how many of the whole team.

use super::results;
use crate::domain::results::{Group, Shown, Value};

/// Over the rows, which go on with the sentence; the picture's title is what they show.
pub const HEADING: &str = "Of every 10 people…";
/// Its name in files.
pub const NAME: &str = "Of every 10 people";
/// What it does not say.
pub const NOTE: &str = "Each row is a share of the whole team.";
/// The scale; it ends the line under the title.
pub const SCALE: &str = "People of every 10.";
/// The gaps' head: they are not in people.
pub const GAP: &str = "Gap, points of 100";
/// The footer's beginning.
pub const FOOTER: &str = "Gap: executives minus team in points, before rounding.";
/// After a figure in words and in the table, which are finer than people of every 10.
pub const OF_100: &str = " of 100";
/// The axis in people.
pub const AXIS: [&str; 5] = ["0", "", "5", "", "10"];
/// The items, and how the sentence goes on.
pub const ROWS: [(&str, &str); 5] = [
    ("2.1", "…have an AI tool from the company"),
    ("2.2", "…used AI for work in the past 7 days"),
    ("3.1", "…shared an AI tip in the past 30 days"),
    ("4.1", "…take part in a task where AI is an agreed step"),
    ("4.3", "…say shared work was finished sooner thanks to AI"),
];

/// How many of every 10.
#[must_use]
pub fn people(shown: Shown) -> String {
    match shown {
        Shown::Group(Group {
            value: Value::Points(points),
            ..
        }) => tenths(points),
        Shown::Group(Group {
            value: Value::About(points),
            ..
        }) => format!("about {}", tenths(points)),
        Shown::Hidden | Shown::Group(_) => results::shown(shown),
    }
}

/// People in whole numbers; few are not nobody, and nearly all are not all.
fn tenths(points: f64) -> String {
    match results::points(points / 10.0).as_str() {
        "0" if points > 0.0 => "<1".to_owned(),
        "10" if points < 100.0 => ">9".to_owned(),
        people => people.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_people_of_ten_as_the_axis_is() {
        let said = |value| people(Shown::Group(Group { n: 6, value }));
        assert_eq!(said(Value::Points(71.0)), "7");
        assert_eq!(said(Value::About(30.0)), "about 3");
        assert_eq!(said(Value::NearlyAll), "nearly all");
    }
}
