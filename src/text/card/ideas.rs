//! What a card says when it is new: a problem, a belief, a measure and a rule for stopping for each dimension (method,
//! section 1.3), in the item's own words and figures.

use super::said;
use crate::{
    domain::{
        card::{Card, Field, Unit},
        day::Day,
        finding::Finding,
        results::{Group, ItemResult, Results, Shown, Value},
        scale::Scale,
        side::{BySide, Side},
    },
    text::{common::count, moves, results as figures, views},
};

/// Longer wordings of other surveys are not quoted, in characters: the measure would fill the card.
const LONGEST_QUOTED: usize = 300;

/// What a card for a dimension says when it is new.
struct Idea {
    dimension: &'static str,
    /// What stands in the way, where leaders see more than the team does; and where the team sees more.
    problem: [&'static str; 2],
    belief: &'static str,
    time_box: (&'static str, Unit),
    stop: &'static str,
}

/// For each dimension that ships, in its order.
const IDEAS: [Idea; 7] = [
    Idea {
        dimension: "Hands-on experience",
        problem: [
            "Goals for AI are set away from the tasks that the team does every day.",
            "The team tries things with AI that the people who set its direction have not seen yet.",
        ],
        belief: "A leader who has done one of our real tasks with AI will set goals that fit what the tools can do today, and the team will notice.",
        time_box: ("30", Unit::Days),
        stop: "The first session cannot be held within two weeks, or the task turns out to be one that the team hardly ever does.",
    },
    Idea {
        dimension: "Access and use",
        problem: [
            "A seat is not the same as use: the tool is there, and a normal week leaves little reason to open it.",
            "People use AI more than leaders know, so support and rules may not reach them.",
        ],
        belief: "People who have tried AI for an hour on their own most common task, with help beside them, will go on using it in the weeks after.",
        time_box: ("6", Unit::Weeks),
        stop: "After three weeks the group that started is not ahead of the other by the amount that we fix before we begin.",
    },
    Idea {
        dimension: "Sharing and learning",
        problem: [
            "What one person finds stays with that person, and the next one starts from nothing.",
            "People share more than leaders see, so what works is not picked up beyond the team.",
        ],
        belief: "With a fixed time and one place for short notes, what one person finds will be used by somebody else.",
        time_box: ("4", Unit::Weeks),
        stop: "After two weeks nobody has used a note that somebody else wrote.",
    },
    Idea {
        dimension: "Team workflow and results",
        problem: [
            "Single steps are faster, and shared work takes as long as before: it waits somewhere else.",
            "The team sees shared work get faster, and leaders cannot see where.",
        ],
        belief: "If AI is an agreed step in one shared task, the time from its start to its finish gets shorter, with no more rework.",
        time_box: ("6", Unit::Weeks),
        stop: "After five runs with the AI step rework has gone up, or start to finish takes longer than without it.",
    },
    Idea {
        dimension: "Context",
        problem: [
            "AI does not have the documents, examples and rules that the work needs, so results take many edits.",
            "The team has given AI more of what it needs than leaders know, and nobody owns it.",
        ],
        belief: "With three good examples, our terms and our rules, more results of one frequent task are good enough after light edits.",
        time_box: ("4", Unit::Weeks),
        stop: "After ten tasks the results with the pack are marked no better than those without it.",
    },
    Idea {
        dimension: "Promises and proof",
        problem: [
            "AI results are promised before the people who will do the work are asked, and before it is clear how we will know.",
            "The team is asked, and knows how success is measured, more than leaders believe.",
        ],
        belief: "If one page is filled in before the next promise, with the people who do the work, the promise will be one that can be kept and checked.",
        time_box: ("6", Unit::Weeks),
        stop: "The people who do the work have not been asked two weeks after the start, or no measure can be agreed on.",
    },
    Idea {
        dimension: "Direction and candour",
        problem: [
            "The goals are less clear to the team than they look from above, and doubts are not heard early.",
            "The team finds the goals clearer, and doubts easier to raise, than leaders expect.",
        ],
        belief: "If doubts have one open place and each gets an answer within a week, plans change while that is still cheap.",
        time_box: ("4", Unit::Weeks),
        stop: "Two weeks go by without an answer to a doubt that was raised, or nobody adds one.",
    },
];

/// For a dimension of other wording.
const GENERAL: Idea = Idea {
    dimension: "",
    problem: [
        "Leaders see more of this than the people who do the work.",
        "The people who do the work see more of this than leaders do.",
    ],
    belief: "If one group tries one change on its own work, the figure below will move by an amount that we fix before we begin.",
    time_box: ("4", Unit::Weeks),
    stop: "Half of the time is over and nothing has changed in how the work is done.",
};

/// A new card for the item at `place`; whoever does the work, what they said and the days are left open. The results are
/// of this day, if that is known. `None` if there is no such item.
#[must_use]
pub fn idea(results: &Results, place: usize, closed: Option<Day>) -> Option<Card> {
    let item = results.items().nth(place)?;
    let dimension = results.dimension_at(place)?;
    let name = dimension.dimension.name.as_ref();
    let moves = moves::of(name);
    let idea = IDEAS.iter().find(|idea| idea.dimension == name);
    let idea = idea.unwrap_or(&GENERAL);
    let (time_box, unit) = idea.time_box;
    let card = Card::blank(&item.item.id)
        .with(Field::Title, moves.experiment)
        .with(Field::Problem, &problem(item, idea))
        .with(Field::Belief, idea.belief)
        .with(Field::Steps, moves.steps)
        .with(Field::Measure, &measure(item))
        .with(Field::Today, &today(item, closed).unwrap_or_default())
        .with(Field::TimeBox, time_box)
        .with(Field::Stop, idea.stop);
    Some(card.with_unit(unit))
}

/// Both views and what they may mean for the work; a direction only where the gap points one way.
fn problem(item: &ItemResult, idea: &Idea) -> String {
    let label = &item.item.label;
    match Finding::of(item.shown, item.gap) {
        Finding::Apart { higher, groups, .. } => {
            let views = both_views(item, groups);
            let [leaders, team] = idea.problem;
            let why = match higher {
                Side::Executive => leaders,
                Side::Team => team,
            };
            format!("{views} {why}")
        }
        Finding::Close => {
            format!("{label}: leaders and team see this alike. Is it where we want it to be?")
        }
        Finding::CannotTell(_) => {
            format!(
                "{label}: too few answers to compare, so we do not know yet how far apart we are."
            )
        }
        Finding::Hidden => {
            format!("{label}: hidden to protect people, so we do not know yet where we stand.")
        }
    }
}

/// What the item asks and both views of it, as sentences.
pub(in crate::text) fn both_views(item: &ItemResult, groups: BySide<Group>) -> String {
    let views = views::item(item.item.scale, groups);
    match item.item.scale {
        // They begin with what was asked.
        Scale::Hours | Scale::Weeks => views,
        Scale::PeopleInTen | Scale::YesNo | Scale::Often | Scale::Days | Scale::Agreement => {
            format!("{}: {views}", item.item.label)
        }
    }
}

/// What is measured: the team's answer to the item, in its own words.
#[must_use]
pub fn measure(item: &ItemResult) -> String {
    let asked = &item.item;
    let wording = asked.question.of(Side::Team);
    let wording = match wording.chars().count() {
        1..=LONGEST_QUOTED => wording,
        _ => &asked.label,
    };
    match asked.scale {
        Scale::PeopleInTen | Scale::YesNo => {
            format!("Share of the team that says yes to “{wording}”")
        }
        Scale::Hours => format!("Share of the team that says two hours or more to “{wording}”"),
        Scale::Weeks => format!("Share of the team that says 12 weeks or less to “{wording}”"),
        Scale::Days => format!("Days of the week, on the team’s average, in answer to “{wording}”"),
        Scale::Often => {
            format!("The team’s average answer, from never, 0, to always, 100, to “{wording}”")
        }
        Scale::Agreement => {
            format!(
                "The team’s average answer, from disagreeing, 0, to agreeing, 100, to “{wording}”"
            )
        }
    }
}

/// The measure's figure in the results, as it may be seen; `None` if it is hidden.
#[must_use]
pub fn today(item: &ItemResult, closed: Option<Day>) -> Option<String> {
    let Shown::Group(group) = item.shown.team else {
        return None;
    };
    let answers = count(group.n as usize, "answer", "answers");
    let when = closed.map_or_else(String::new, |day| format!(", {}", said::day(day)));
    Some(format!(
        "{} ({answers}{when})",
        figure(item.item.scale, group)
    ))
}

/// "19 of 100"; words for a group of one mind stay words.
fn figure(scale: Scale, group: Group) -> String {
    let (of, all) = match scale {
        Scale::Days => (7.0, "of 7 days"),
        Scale::PeopleInTen
        | Scale::YesNo
        | Scale::Hours
        | Scale::Weeks
        | Scale::Often
        | Scale::Agreement => (100.0, "of 100"),
    };
    let number = |points: f64| match scale {
        Scale::Days => format!("{:.1} {all}", points * of / 100.0),
        Scale::PeopleInTen
        | Scale::YesNo
        | Scale::Hours
        | Scale::Weeks
        | Scale::Often
        | Scale::Agreement => format!("{} {all}", figures::points(points)),
    };
    match group.value {
        Value::Points(points) => number(points),
        Value::About(points) => format!("about {}", number(points)),
        Value::FewOrNone | Value::NearlyAll => end_of(scale, group),
    }
}

/// The words for few people who all said the same, at either end.
fn end_of(scale: Scale, group: Group) -> String {
    let is_low = group.value == Value::FewOrNone;
    let words = match (scale, is_low) {
        (Scale::PeopleInTen | Scale::YesNo | Scale::Hours | Scale::Weeks, _) => {
            return figures::value(group);
        }
        (Scale::Days, true) => "hardly a day",
        (Scale::Days, false) => "nearly every day",
        (Scale::Often | Scale::Agreement, true) => "at the low end",
        (Scale::Often | Scale::Agreement, false) => "at the high end",
    };
    words.to_owned()
}

#[cfg(test)]
mod tests;
