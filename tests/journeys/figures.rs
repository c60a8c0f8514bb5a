//! What everybody answers in the journeys, and the figures that must come of it: counted here a second
//! time, in whole numbers, so that the app is not compared with itself.

use std::iter;

use Scale::{Days, Hours, Often, Tens, Weeks, YesNo};

/// Parts of a point, so that the means of up to 8 answers and of 3 items are whole numbers.
const PARTS: i64 = 7 * 7_560;

/// Fewer answers are not shown.
const MINIMUM: usize = 5;

/// The columns of how sure a gap is; the method's worked cases stand for what is in them.
const RANGE: &str = "Range, 95 %";
const EVIDENCE: &str = "Evidence";

/// Items of a dimension.
const ITEMS_OF_ONE: usize = 3;

/// Executives.
pub(crate) const EXECUTIVES: usize = 5;

/// People in the team.
pub(crate) const TEAM: usize = 8;

/// How the keys of one side are counted.
#[derive(Clone, Copy)]
enum Scale {
    /// 0 to 7 days.
    Days,
    /// 1 is yes, 2 is no.
    YesNo,
    /// 1 to 5, from never to always.
    Often,
    /// So many of 10 people.
    Tens,
    /// From the third answer on it is two hours or more.
    Hours,
    /// Up to the third answer it is within 12 weeks.
    Weeks,
}

/// One item: its label and scale, and the key that each person presses.
struct Item {
    label: &'static str,
    executives: (Scale, &'static str),
    team: (Scale, &'static str),
}

const fn item(
    label: &'static str,
    executives: (Scale, &'static str),
    team: (Scale, &'static str),
) -> Item {
    Item {
        label,
        executives,
        team,
    }
}

/// The item that the team is not asked, because the first item tells it.
const USED_AI: usize = 4;

#[rustfmt::skip]
const ITEMS: [Item; 18] = [
    item("Days of AI use in the past week", (Days, "32145"), (Days, "02150313")),
    item("A leader showed AI on a real task", (YesNo, "12112"), (YesNo, "21222212")),
    item("AI goals fit what the tools can do", (Often, "43454"), (Often, "23212132")),
    item("Has an AI tool from the company", (Tens, "98979"), (YesNo, "11211112")),
    item("Used AI for work in the past 7 days", (Tens, "78687"), (YesNo, "21112111")),
    item("AI saves two hours a week or more", (Hours, "34215"), (Hours, "12131412")),
    item("Shared an AI tip in the past 30 days", (Tens, "56475"), (YesNo, "12222122")),
    item("Knows a shared place for tips that worked", (Tens, "34526"), (YesNo, "22122?2?")),
    item("Had work time set aside to learn or try AI", (Tens, "45163"), (YesNo, "21222212")),
    item("Takes part in a task where AI is an agreed step", (Tens, "65734"), (YesNo, "22212212")),
    item("Someone checks that a new way is better", (Often, "33424"), (Often, "1221312?")),
    item("AI helped finish shared work sooner", (Tens, "67586"), (YesNo, "21221222")),
    item("Can use AI with the documents the work needs", (Tens, "23114"), (YesNo, "12112122")),
    item("Knows which work data may go into AI tools", (Tens, "48677"), (YesNo, "11212111")),
    item("Results are good enough after light edits", (Often, "43443"), (Often, "34332343")),
    item("Leaders ask the doers before they promise", (Often, "34345"), (Often, "21122131")),
    item("Could say how we will know that AI worked", (Tens, "567?8"), (YesNo, "2212?221")),
    item("A measurable difference within 12 weeks", (Weeks, "23512"), (Weeks, "4?6?73??")),
];

const DIMENSIONS: [&str; 6] = [
    "Hands-on experience",
    "Access and use",
    "Sharing and learning",
    "Team workflow and results",
    "Context",
    "Promises and proof",
];

/// The keys that an executive presses, question by question.
pub(crate) fn executive(person: usize) -> String {
    let keys = ITEMS.iter().map(|item| item.executives.1);
    keys.map(|keys| nth(keys, person)).collect()
}

/// The keys that somebody in the team presses.
pub(crate) fn team_member(person: usize) -> String {
    let asked = ITEMS
        .iter()
        .enumerate()
        .filter(|(place, _)| *place != USED_AI);
    asked.map(|(_, item)| nth(item.team.1, person)).collect()
}

fn nth(keys: &str, person: usize) -> char {
    keys.chars().nth(person).expect("everybody answers")
}

/// One row of a table or chart, as it must stand there.
pub(crate) struct Row {
    /// What was asked.
    pub(crate) label: &'static str,
    /// The executives' value.
    pub(crate) executives: String,
    /// The team's value.
    pub(crate) team: String,
    /// The gap between them.
    pub(crate) gap: String,
    /// How many answers of each side stand behind it.
    counts: [String; 2],
}

impl Row {
    /// As the page's table has it.
    pub(crate) fn cells(&self) -> Vec<String> {
        let values = [&self.executives, &self.team, &self.gap];
        let cells = iter::once(self.label).chain(values.into_iter().map(String::as_str));
        let cells = cells.chain(self.counts.iter().map(String::as_str));
        cells.map(str::to_owned).collect()
    }
}

/// The head of every table.
pub(crate) fn head() -> Vec<String> {
    [
        "Asked",
        "Executives",
        "Team",
        "Gap",
        RANGE,
        EVIDENCE,
        "n executives",
        "n team",
    ]
    .map(str::to_owned)
    .into()
}

/// The rows of a table without how sure the gaps are, once that is seen to be a range and a word.
pub(crate) fn without_evidence(mut table: Vec<Vec<String>>) -> Vec<Vec<String>> {
    const WORDS: [&str; 5] = ["clear", "possible", "close", "cannot tell", "hidden"];
    assert_eq!(table.remove(0), head());
    for row in &mut table {
        let sure: Vec<String> = row.drain(4..6).collect();
        let is_hidden = row[3] == "hidden";
        assert!(WORDS.contains(&sure[1].as_str()), "{sure:?} of {row:?}");
        assert_eq!(sure[1] == "hidden", is_hidden, "{row:?}");
        assert_eq!(sure[0].contains(" to "), !is_hidden, "{sure:?} of {row:?}");
    }
    table
}

/// All tables of the results: their captions and rows, the dimensions first.
pub(crate) fn tables(team: usize) -> Vec<(String, Vec<Row>)> {
    let items = Vec::from_iter(ITEMS.iter().map(|item| both(item, team)));
    let overview = DIMENSIONS.iter().zip(items.chunks(ITEMS_OF_ONE));
    let overview = overview
        .map(|(name, items)| dimension(name, items))
        .collect();
    let mut tables = vec![("The six dimensions".to_owned(), overview)];
    let rows = Vec::from_iter(
        ITEMS
            .iter()
            .zip(&items)
            .map(|(item, values)| row(item.label, values)),
    );
    let mut rows = rows.into_iter();
    for names in DIMENSIONS.chunks(2) {
        let group = rows.by_ref().take(names.len() * ITEMS_OF_ONE).collect();
        tables.push((names.join(" · "), group));
    }
    tables
}

/// The mean of one side in parts of a point, and how many answers it is made of.
#[derive(Clone, Copy)]
struct Mean {
    parts: i64,
    n: usize,
}

/// What executives and team said; nothing where too few answered.
type Both = [Option<Mean>; 2];

fn both(item: &Item, team: usize) -> Both {
    let (scale, keys) = item.team;
    [
        mean(item.executives.0, item.executives.1),
        mean(scale, &keys[..team]),
    ]
}

fn mean(scale: Scale, keys: &str) -> Option<Mean> {
    let answers = Vec::from_iter(keys.chars().filter_map(|key| sevenths(scale, key)));
    let n = i64::try_from(answers.len()).expect("they are few");
    (answers.len() >= MINIMUM).then(|| Mean {
        parts: answers.iter().sum::<i64>() * (PARTS / 7) / n,
        n: answers.len(),
    })
}

/// The points of one answer, times 7; nothing for “I don’t know”.
fn sevenths(scale: Scale, key: char) -> Option<i64> {
    let key = i64::from(key.to_digit(10)?);
    let all = |holds: bool| i64::from(holds) * 700;
    Some(match scale {
        Days => key * 100,
        YesNo => all(key == 1),
        Often => (key - 1) * 175,
        Tens => key * 70,
        Hours => all(key >= 3),
        Weeks => all(key <= 3),
    })
}

fn dimension(name: &'static str, items: &[Both]) -> Row {
    let average = |side: usize| {
        let means = items
            .iter()
            .map(|item| item[side])
            .collect::<Option<Vec<Mean>>>()?;
        Some(Mean {
            parts: means.iter().map(|mean| mean.parts).sum::<i64>() / 3,
            n: means.iter().map(|mean| mean.n).min()?,
        })
    };
    row(name, &[average(0), average(1)])
}

fn row(label: &'static str, values: &Both) -> Row {
    let [executives, team] = values;
    let gap = executives
        .zip(*team)
        .map(|(executives, team)| executives.parts - team.parts);
    Row {
        label,
        executives: value(*executives),
        team: value(*team),
        gap: gap.map_or_else(hidden, |parts| signed(rounded(parts))),
        counts: values.map(|side| side.map_or_else(|| "–".into(), |mean| mean.n.to_string())),
    }
}

fn value(mean: Option<Mean>) -> String {
    mean.map_or_else(hidden, |mean| {
        let points = rounded(mean.parts);
        assert!(
            (1..100).contains(&points),
            "answers of one mind are told in words"
        );
        points.to_string()
    })
}

fn hidden() -> String {
    "hidden".into()
}

fn signed(points: i64) -> String {
    match points {
        0 => "0".into(),
        1.. => format!("+{points}"),
        _ => format!("−{}", -points),
    }
}

fn rounded(parts: i64) -> i64 {
    assert!(
        parts.abs() * 2 % (2 * PARTS) != PARTS,
        "half a point could be rounded either way"
    );
    (parts * 2 + PARTS).div_euclid(2 * PARTS)
}
