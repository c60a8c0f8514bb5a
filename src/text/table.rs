//! The table for spreadsheets.

/// What the file is called.
pub const TITLE: &str = "All numbers";
/// Its columns.
pub const COLUMNS: [&str; 20] = [
    "Dimension",
    "Item",
    "Label",
    "Asked of executives",
    "Asked of the team",
    "n executives",
    "n team",
    "Executives, points",
    "Team, points",
    "Gap, points",
    "Gap, 95 % low",
    "Gap, 95 % high",
    "Gap, 80 % low",
    "Gap, 80 % high",
    "Evidence",
    "Switches, fewest",
    "Switches, executives alone",
    "Switches, team alone",
    "Gap of exactly this group, 95 % low",
    "Gap of exactly this group, 95 % high",
];
