//! The options of every scale.

use crate::domain::{
    scale::{Pick, Scale},
    side::Side,
};

const YES_NO: [&str; 2] = ["Yes", "No"];
const OFTEN: [&str; 5] = [
    "Never",
    "Rarely",
    "About half the time",
    "Usually",
    "Always",
];
const AGREEMENT: [&str; 5] = [
    "Strongly disagree",
    "Disagree",
    "Neither agree nor disagree",
    "Agree",
    "Strongly agree",
];
const HOURS: [&str; 6] = [
    "None, or it costs time",
    "Under 2 hours",
    "2 to under 4 hours",
    "4 to under 8 hours",
    "8 to under 12 hours",
    "12 hours or more",
];
const WEEKS: [&str; 7] = [
    "It already does",
    "Within 4 weeks",
    "5 to 12 weeks",
    "13 to 26 weeks",
    "27 to 52 weeks",
    "More than a year",
    "I don’t expect it to",
];

/// An option as it is offered.
#[must_use]
pub fn option(scale: Scale, side: Side, pick: Pick) -> String {
    let place = pick.index();
    let words: &[&str] = match (scale, side) {
        (Scale::PeopleInTen, Side::Executive) | (Scale::Days, _) => return place.to_string(),
        (Scale::PeopleInTen, Side::Team) | (Scale::YesNo, _) => &YES_NO,
        (Scale::Often, _) => &OFTEN,
        (Scale::Agreement, _) => &AGREEMENT,
        (Scale::Hours, _) => &HOURS,
        (Scale::Weeks, _) => &WEEKS,
    };
    words.get(place).copied().unwrap_or_default().to_owned()
}

/// Whether the options are bare numbers, which stand in a row rather than in a list.
#[must_use]
pub fn is_numbers(scale: Scale, side: Side) -> bool {
    matches!(
        (scale, side),
        (Scale::PeopleInTen, Side::Executive) | (Scale::Days, _)
    )
}

/// What the numbers count, under their row.
#[must_use]
pub fn unit(scale: Scale) -> &'static str {
    match scale {
        Scale::PeopleInTen => "people out of every 10",
        Scale::Days => "days",
        Scale::YesNo | Scale::Often | Scale::Hours | Scale::Weeks | Scale::Agreement => "",
    }
}

/// The answer that is set apart.
#[must_use]
pub fn unsure(scale: Scale, side: Side) -> &'static str {
    match (scale, side) {
        (Scale::PeopleInTen | Scale::Hours, Side::Executive) => "I can’t guess",
        _ => "I don’t know",
    }
}
