//! What the person who presents may say, may not say, and can ask: never an objection.

use super::{Matter, ask, item, items_of_ten, reveal};
use crate::{
    domain::{
        deck::Content,
        evidence::Evidence,
        results::{ItemResult, Shown},
        side::Side,
    },
    text::{common::count, detail, finding, moves, results},
};

/// What no slide shows.
const NO_CAUSE: &str = "You cannot say who is right, why it is so, or what one person answered.";

/// The notes of a slide, line by line.
pub(super) fn notes(content: &Content, matter: &Matter<'_>) -> Vec<String> {
    let lines: Vec<String> = match content {
        Content::Title => strings([
            "You can say: these are two views of the same work, side by side. Nobody is graded.",
            "You cannot say who answered what: only counts were kept.",
            "Ask: “What would surprise us most on the next slides?”",
        ]),
        Content::Who => who(matter),
        Content::Overview(_) => overview(matter),
        Content::Gap(place) => gap(*place, matter),
        Content::Alike(_) => strings([
            "You can say: here leaders and team see the same, and that is worth as much as a gap.",
            "You can say: any difference is probably under 15 points. You cannot say that there is none.",
            "Ask: “What made this easy to see for everyone, and what can we learn from it for the rest?”",
        ]),
        Content::Nearest(_) => strings([
            "You can say: these come nearest, but a difference of 15 points cannot be ruled out.",
            "You cannot say that leaders and team disagree everywhere: with few answers, little can be ruled out.",
            "Ask: “What do we believe we all see the same way, and how would we know?”",
        ]),
        Content::Untold(_) => strings([
            "You can say: there are too few answers, or they differ too much, to tell.",
            "You cannot say that there is a gap here, nor that there is none.",
            "Ask: “What do we each believe about this, and how could we find out cheaply?”",
        ]),
        Content::OfTen => of_ten(matter),
        Content::Questions(_) => strings([
            "You can say: these questions are worth an answer whatever the figures would be.",
            "You cannot say what leaders or team think about them yet.",
            "Pick one, give everyone a minute to write, and hear the quietest person first.",
        ]),
        Content::Experiments => strings([
            "You can say: each of these is small, has one measure, an end and a rule for stopping.",
            "You cannot say that one of them will work: that is what it is to show.",
            "Ask: “Which one could start within two weeks, who would do the work, and on which day do we look?”",
        ]),
        Content::Agreed(place) => {
            let agreed = matter.experiments.get(*place);
            let mut lines = agreed
                .map(|agreed| agreed.whole.clone())
                .unwrap_or_default();
            lines.extend(strings([
                "You can say: this was agreed, with one measure, an end and a rule for stopping.",
                "You cannot say that it will work: that is what it is to show.",
                "Ask: “Who would notice first if this went wrong, and is that person here?”",
            ]));
            lines
        }
        Content::Method => strings([
            "You can say: everybody answered the same questions, and the rules for the words were fixed before anybody answered.",
            "You cannot say that it holds for people who were not asked.",
            "Ask: “What would we need to see to change our minds, and when do we ask again?”",
        ]),
    };
    lines
}

fn strings<const N: usize>(lines: [&str; N]) -> Vec<String> {
    lines.map(str::to_owned).to_vec()
}

fn who(matter: &Matter<'_>) -> Vec<String> {
    let ballots = &matter.results.ballots;
    let is_hidden = Side::ALL.iter().any(|side| ballots.of(*side).is_none());
    if is_hidden {
        return strings([
            "You can say: a side is shown from a number of answers that was fixed before anybody answered. It protects the people who did.",
            "You cannot say how many are missing, or who.",
            "Ask: “What would make it easy and safe to answer?”",
        ]);
    }
    strings([
        "You can say: this is what the people who answered say, in one week.",
        "You cannot say what the others think. Nobody knows who they are.",
        "Ask: “Whose view is missing in this room, and how do we hear it?”",
    ])
}

fn overview(matter: &Matter<'_>) -> Vec<String> {
    let with = |evidence| {
        let dimensions = matter.results.dimensions.iter();
        let fitting = dimensions.filter(|it| it.gap.is_some_and(|gap| gap.evidence == evidence));
        fitting.count()
    };
    let told = format!(
        "You can say: of {}, {} clear, {} possible, {} close.",
        count(matter.results.dimensions.len(), "dimension", "dimensions"),
        are(with(Evidence::Clear)),
        are(with(Evidence::Possible)),
        are(with(Evidence::Close)),
    );
    vec![
        told,
        "You cannot say anything about those marked “cannot tell”: that is not the same as no gap."
            .to_owned(),
        finding::FLUKES.to_owned(),
        NO_CAUSE.to_owned(),
        "Ask: “Which row would you have guessed otherwise?”".to_owned(),
    ]
}

fn are(n: usize) -> String {
    match n {
        0 => "none is".to_owned(),
        1 => "1 is".to_owned(),
        n => format!("{n} are"),
    }
}

fn gap(place: usize, matter: &Matter<'_>) -> Vec<String> {
    let Some(item) = item(place, matter) else {
        return Vec::new();
    };
    let mut lines = vec![
        "First let the room guess, then show the executives’ figure, then the team’s.".to_owned(),
    ];
    lines.extend(reveal::views(item).map(|views| format!("You can say: {views}{}", answers(item))));
    if let Some(gap) = item.gap {
        lines.push(format!(
            "You can say: the gap is {} points and could be anywhere from {}.",
            results::gap(gap.points),
            finding::range(gap.ranges.at_95)
        ));
        lines.extend(gap.switches.map(detail::switched));
        lines.push(
            match gap.evidence {
                Evidence::Clear => {
                    "You can call it a clear gap: it is unlikely to be only who happened to answer."
                }
                Evidence::Possible => {
                    "Call it a possible gap: it points one way, but a few different answers could undo it."
                }
                Evidence::Close => "Say that they see it alike: any difference is probably under 15 points.",
                Evidence::CannotTell | Evidence::Hidden => {
                    "You cannot say that there is a gap, nor that there is none."
                }
            }
            .to_owned(),
        );
    }
    lines.push(NO_CAUSE.to_owned());
    let dimension = matter.results.dimension_name(place);
    lines.push(ask(dimension));
    lines.push(format!("To try: {}.", moves::of(dimension).experiment));
    lines
}

/// How many answered an item, after what they said.
fn answers(item: &ItemResult) -> String {
    let n = |side| match item.shown.of(side) {
        Shown::Group(group) => group.n as usize,
        Shown::Hidden => 0,
    };
    format!(
        " {} and {} answered this.",
        count(n(Side::Executive), "executive", "executives"),
        count(n(Side::Team), "team member", "team members"),
    )
}

fn of_ten(matter: &Matter<'_>) -> Vec<String> {
    let shown = items_of_ten(matter.results).into_iter();
    let shown = shown.filter(|item| item.gap.is_some()).count();
    vec![
        format!(
            "You can say: each row is a share of the whole team; {} can be shown.",
            count(shown, "row", "rows")
        ),
        "You cannot say that people of one row are those of the row above: the rows are not steps."
            .to_owned(),
        "Ask: “Which row would we like to be different in three months?”".to_owned(),
    ]
}
