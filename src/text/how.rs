//! How it works, and who can read what.

/// The screen's title.
pub const TITLE: &str = "How it works, and who can read what";

/// One part: a heading and its sentences.
pub type Part = (&'static str, &'static [&'static str]);

/// The parts, in reading order.
pub const PARTS: &[Part] = &[
    (
        "Two links, the same questions",
        &[
            "Executives get one link, the team another. Executives answer for themselves and guess about the team; the team answers for itself.",
            "There are 18 questions in six groups; they take about four minutes.",
        ],
    ),
    (
        "Answers travel as sealed codes",
        &[
            "At the end your answers become one code of 100 letters and digits, without name, time or anything about your device.",
            "Only the device on which the survey was made can open codes, and whoever runs the survey could open a single one. So hand yours in in a way that does not show who you are, or to someone you trust to combine all codes.",
        ],
    ),
    (
        "Opened once, counted, dropped",
        &[
            "Nothing is shown while answers come in. Closing opens all codes at once, counts them and drops them: what stays are counts, never a person's answers. Late codes stay sealed until enough have come; the key is erased when the survey ends.",
            "A side with too few answers stays hidden, and so does a question that too few could answer. Of a small group of one mind the page says “few or none” or “nearly all”.",
        ],
    ),
    (
        "Nothing is sent by this page",
        &[
            "Each page loads once and then asks the network for nothing. There is no account, no cookie, no counting of visitors. The part of a link after the # sign, which holds the survey, is never sent to the server that the page came from.",
            "The survey and its key are in the browser of the person who made it. Clearing that browser's data erases them for good.",
        ],
    ),
    (
        "What the picture can and cannot say",
        &[
            "A gap describes two views. It does not say who is right, and it does not say why. The people who did not answer may think otherwise.",
        ],
    ),
];
