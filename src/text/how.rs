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
            "Whoever runs the survey sends one link to executives and one to the team. Executives answer for themselves and guess about the team; people in the team answer for themselves. Every question has its twin on the other side.",
            "There are 18 questions in six groups, from hands-on experience to promises and proof. They take about four minutes.",
        ],
    ),
    (
        "Answers travel as sealed codes",
        &[
            "At the end your answers become one code of 100 letters and digits. Every code is equally long, whatever was answered. It holds no name, no time and nothing about your device.",
            "Only the device on which the survey was made can open codes. The person who runs the survey could open a single one with the program that anybody can download. If they know that a code came from you, they could know your answers. So hand it in in a way that does not show who you are, or to someone you trust to combine all codes.",
        ],
    ),
    (
        "Opened once, counted, dropped",
        &[
            "Nothing is shown while answers come in. When the survey is closed, all codes are opened at once, counted and dropped. What stays are counts for each question, never a person's answers. Codes that come late stay sealed until enough of them have come to be shown together, and the key is erased once the survey is ended.",
            "A side with fewer answers than the survey's minimum stays hidden, and so does every question that too few could answer. In a small group that is all of one mind, the page says “few or none” or “nearly all” instead of a figure.",
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
