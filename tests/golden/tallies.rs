//! The tallies of the grid: an ordinary one, and those that ask for trouble.

use std::borrow::Cow;

use crate::domain::{
    example,
    scale::Scale,
    side::{BySide, Side},
    survey::{Dimension, Item, Survey, TeamAnswer, Wording},
    tally::{Counts, Tally},
};

/// How many people of each side the largest tally has.
const MILLIONS: u32 = 2_000_000;
/// The items of the largest wording.
const ITEMS: usize = 60;
/// How long its wordings are.
const LONG: usize = 500;
/// What they are made of; the first is one word without an end.
const SCRIPTS: [&str; 6] = [
    "Donaudampfschifffahrtsgesellschaft",
    "כמה אנשים בצוות משתמשים בבינה מלאכותית ",
    "チームの何人がAIを使っていますか",
    "Сколько человек в команде используют ИИ ",
    "كم شخصا في الفريق يستخدم الذكاء ",
    "👩🏽\u{200D}💻 e\u{301} ",
];

/// Every tally by its name.
pub(super) fn all() -> [(&'static str, Survey, Tally); 6] {
    let (survey, tally) = (example::survey(), example::tally());
    let (sixty, answers) = long();
    let [hidden, words, equal, millions] = [
        tallied((9, 9), 0, |_, side, _| match side {
            Side::Executive => vec![0; 11],
            Side::Team => vec![4; 1],
        }),
        tallied((6, 19), 0, in_words),
        tallied((30, 30), 2, |_, _, options| at_ends(options, 15)),
        tallied((MILLIONS, MILLIONS), 0, among_millions),
    ];
    [
        ("normal", survey, tally),
        ("hidden", hidden.0, hidden.1),
        ("words", words.0, words.1),
        ("equal", equal.0, equal.1),
        ("millions", millions.0, millions.1),
        ("long", sixty, answers),
    ]
}

/// All of a side of one mind, at either end; or too few of the team to show.
fn in_words(place: usize, side: Side, options: usize) -> Vec<u32> {
    let n = match side {
        Side::Executive => 6,
        Side::Team if place % 4 == 3 => 4,
        Side::Team => 19,
    };
    let is_last = match place % 4 {
        0 | 3 => side == Side::Executive,
        1 => side == Side::Team,
        _ => place.is_multiple_of(8),
    };
    // The first option of yes and no is yes.
    at(
        options,
        if is_last == (options == 2) {
            0
        } else {
            options - 1
        },
        n,
    )
}

/// Everybody at one place, or spread over all, or all but one.
fn among_millions(place: usize, side: Side, options: usize) -> Vec<u32> {
    let people = u32::try_from(options).unwrap();
    match (place % 4, side) {
        (0, _) => at(options, place, MILLIONS),
        (1, Side::Executive) => at(options, options - 1, MILLIONS),
        (1 | 2, _) => vec![MILLIONS / people; options],
        (_, _) => {
            let mut counts = at(options, 0, MILLIONS - 1);
            counts[options - 1] += 1;
            counts
        }
    }
}

fn at(options: usize, place: usize, n: u32) -> Vec<u32> {
    let mut counts = vec![0; options];
    counts[place % options] = n;
    counts
}

fn at_ends(options: usize, n: u32) -> Vec<u32> {
    let mut counts = vec![0; options];
    (counts[0], counts[options - 1]) = (n, n);
    counts
}

/// The example's survey answered so by everybody who was invited, but for `missing` on each side; who picked nothing did
/// not know.
fn tallied(
    (executive, team): (u32, u32),
    missing: u32,
    counts: impl Fn(usize, Side, usize) -> Vec<u32>,
) -> (Survey, Tally) {
    let ballots = BySide { executive, team };
    let survey = Survey {
        invited: BySide::from_fn(|side| ballots.of(side) + missing),
        ..example::survey()
    };
    let tally = answered(&survey, ballots, counts);
    (survey, tally)
}

fn answered(
    survey: &Survey,
    ballots: BySide<u32>,
    counts: impl Fn(usize, Side, usize) -> Vec<u32>,
) -> Tally {
    let items = survey.items().into_iter().enumerate();
    let items = items.map(|(place, item)| {
        BySide::from_fn(|side| {
            let options = usize::from(item.scale.options(side));
            let mut picked = counts(place, side, options);
            picked.resize(options, 0);
            let unsure = ballots.of(side) - picked.iter().sum::<u32>();
            Counts::new(picked, unsure)
        })
    });
    Tally::with_counts(survey, ballots, items.collect()).unwrap()
}

/// Sixty items in other scripts, the last dimension with more of them than fit on a picture.
fn long() -> (Survey, Tally) {
    let mut dimensions = example::survey().dimensions();
    let asked: usize = dimensions
        .iter()
        .map(|dimension| dimension.items.len())
        .sum();
    let again = dimensions[0].items.clone().into_iter().cycle();
    let more: Vec<Item> = again.skip(1).take(ITEMS - asked).collect();
    // Behind all others, where no item is taken from another by its place.
    dimensions.last_mut().unwrap().items.extend(more);
    let mut number = 0;
    for dimension in &mut dimensions {
        reword(dimension, &mut number);
    }
    let ballots = BySide {
        executive: 8,
        team: 24,
    };
    let survey = Survey {
        team: "W".repeat(40),
        company: Some("社".repeat(30)),
        wording: Wording::of(dimensions),
        invited: ballots,
        ..example::survey()
    };
    let tally = answered(&survey, ballots, |place, side, options| {
        let mut counts = at(options, place, *ballots.of(side) / 2);
        counts[(place + 1) % options] += ballots.of(side) / 4;
        counts
    });
    (survey, tally)
}

fn reword(dimension: &mut Dimension, number: &mut usize) {
    let mut words = || {
        *number += 1;
        let script = SCRIPTS[*number % SCRIPTS.len()];
        Cow::Owned(script.chars().cycle().take(LONG).collect())
    };
    dimension.name = words();
    for item in &mut dimension.items {
        item.label = words();
        if item.scale == Scale::PeopleInTen {
            item.team_answer = TeamAnswer::Asked;
        }
    }
}
