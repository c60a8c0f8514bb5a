//! The first screen.

/// The page's title.
pub const TITLE: &str = "See how far AI expectations lean from reality";
/// What this is, in two sentences.
pub const LEAD: &str = "Executives guess and people answer for themselves, four minutes each, without names. You walk into the meeting with the gap, side by side, and a question worth asking.";
/// Starts a survey.
pub const START: &str = "Start a survey";
/// Shows a made-up company's results.
pub const EXAMPLE: &str = "Look at an example";
/// Where answers go.
pub const STAYS: &str = "Everything stays in your browser. There is no server to send it to.";
/// What this browser holds.
pub const HELD: &str = "On this device";
/// Nothing yet.
pub const NOTHING_HELD: &str =
    "Surveys that you start, and answers that you have not handed in yet, will be here.";
/// A survey that is collecting.
pub const COLLECTING: &str = "Collecting answers";
/// Somebody else's survey.
pub const GATHERED: &str = "Gathering for somebody else";
/// A survey that was ended before anything was shown.
pub const OVER: &str = "Over, never opened";
/// A survey whose box was opened.
pub const CLOSED: &str = "Closed, results ready";
/// An unfinished sheet.
pub const UNFINISHED: &str = "Your answers, not handed in yet";
/// A sealed code that has not been sent.
pub const UNSENT: &str = "Your code, not sent yet";
/// The explanation of how it works.
pub const HOW: &str = "How it works";
/// The chart beside the words, for people who do not see it.
pub const PICTURE: &str = "A made-up company: a diamond for what executives guess, a circle for what the team says, and the gap between them.";
/// The made-up rows of that chart: words, the executives' value, the team's value.
pub const PICTURE_ROWS: [(&str, u8, u8); 5] = [
    ("has a tool from the company", 92, 87),
    ("used AI this week", 70, 32),
    ("shared a tip this month", 58, 19),
    ("takes part in an agreed AI step", 54, 16),
    ("finished shared work sooner", 62, 23),
];
/// Under the chart.
pub const PICTURE_NOTE: &str = "A made-up company. Out of every 100 people.";
/// The address is none of ours.
pub const UNKNOWN_ADDRESS: &str =
    "This address is not a page of Plumbline. If somebody sent it to you, ask for the link again.";
/// The survey in the address is not on this device.
pub const NOT_HERE: &str = "This browser does not hold that survey. Open it on the device where it was made, or open the link that you were sent.";
