//! The AI reality check: 6 dimensions, 18 items, and one optional pair (method, section 1.2).

use std::borrow::Cow;

use crate::domain::{
    scale::Scale,
    side::BySide,
    survey::{Dimension, Item, TeamAnswer},
};

/// Where item 1.1 stands, which also says who used AI in the past 7 days.
const DAYS_OF_USE: usize = 0;

/// The dimensions, with the optional pair as a seventh if it is wanted.
#[must_use]
pub fn ai_reality_check(with_optional: bool) -> Vec<Dimension> {
    let mut dimensions = vec![
        hands_on(),
        access(),
        sharing(),
        workflow(),
        context(),
        promises(),
    ];
    if with_optional {
        dimensions.push(direction());
    }
    dimensions
}

fn hands_on() -> Dimension {
    dimension(
        "Hands-on experience",
        vec![
            same(
                "1.1",
                "Days of AI use in the past week",
                Scale::Days,
                "In the past 7 days, on how many days did you use an AI tool yourself for a work task?",
            ),
            item(
                "1.2",
                "A leader showed AI on a real task",
                Scale::YesNo,
                "In the past 30 days, did you show anyone in this team how you used AI on a real task?",
                "In the past 30 days, did a senior leader show you how they used AI on a real task? Include meetings, videos and written notes.",
            ),
            same(
                "1.3",
                "AI goals fit what the tools can do",
                Scale::Often,
                "When leaders set goals for AI work, how often do those goals fit what the tools can do today?",
            ),
        ],
    )
}

fn access() -> Dimension {
    dimension(
        "Access and use",
        vec![
            people(
                "2.1",
                "Has an AI tool from the company",
                "have an AI tool that the company gives them for work?",
                "Do you have an AI tool that the company gives you for work?",
            ),
            Item {
                team_answer: TeamAnswer::OneDayOrMore(DAYS_OF_USE),
                ..people(
                    "2.2",
                    "Used AI for work in the past 7 days",
                    "used an AI tool for work in the past 7 days?",
                    "In the past 7 days, did you use an AI tool for a work task?",
                )
            },
            item(
                "2.3",
                "AI saves two hours a week or more",
                Scale::Hours,
                "In a normal week, about how many hours does AI save one person in this team? Leave out time spent fixing AI results.",
                "In a normal week, about how many hours does AI save you? Leave out time spent fixing AI results.",
            ),
        ],
    )
}

fn sharing() -> Dimension {
    dimension(
        "Sharing and learning",
        vec![
            people(
                "3.1",
                "Shared an AI tip in the past 30 days",
                "shared an AI tip with a colleague in the past 30 days?",
                "In the past 30 days, did you share an AI tip with a colleague?",
            ),
            people(
                "3.2",
                "Knows a shared place for tips that worked",
                "know a shared place that keeps AI tips that worked?",
                "Do you know a shared place where your team keeps AI tips that worked?",
            ),
            people(
                "3.3",
                "Had work time set aside to learn or try AI",
                "had work time set aside to learn or try AI in the past 30 days?",
                "In the past 30 days, did you have work time set aside to learn or try AI?",
            ),
        ],
    )
}

fn workflow() -> Dimension {
    dimension(
        "Team workflow and results",
        vec![
            people(
                "4.1",
                "Takes part in a task where AI is an agreed step",
                "take part in a team task where using AI is an agreed step?",
                "Do you take part in a team task where using AI is an agreed step?",
            ),
            item(
                "4.2",
                "Someone checks that a new way is better",
                Scale::Often,
                "Before this team keeps a new way of working with AI, how often does someone check that it gives better results?",
                "Before your team keeps a new way of working with AI, how often does someone check that it gives better results?",
            ),
            people(
                "4.3",
                "AI helped finish shared work sooner",
                "would say AI helped the team finish shared work sooner in the past 30 days?",
                "In the past 30 days, did AI help your team finish any shared work sooner?",
            ),
        ],
    )
}

fn context() -> Dimension {
    dimension(
        "Context",
        vec![
            people(
                "5.1",
                "Can use AI with the documents the work needs",
                "can use AI with the documents or data their work needs?",
                "Can you use AI with the documents or data your work needs?",
            ),
            people(
                "5.2",
                "Knows which work data may go into AI tools",
                "know which work data they may put into AI tools?",
                "Do you know which work data you may put into AI tools?",
            ),
            item(
                "5.3",
                "Results are good enough after light edits",
                Scale::Often,
                "When people in this team use AI for a work task, how often is the result good enough after light edits?",
                "When you use AI for a work task, how often is the result good enough after light edits?",
            ),
        ],
    )
}

fn promises() -> Dimension {
    dimension(
        "Promises and proof",
        vec![
            same(
                "6.1",
                "Leaders ask the doers before they promise",
                Scale::Often,
                "Before leaders promise AI results to others, how often do they first ask the people who will do the work?",
            ),
            people(
                "6.2",
                "Could say how we will know that AI worked",
                "could say how the team will know that its AI work has worked?",
                "Could you say how your team will know that its AI work has worked?",
            ),
            item(
                "6.3",
                "A measurable difference within 12 weeks",
                Scale::Weeks,
                "How long from today until AI makes a difference that this team can measure?",
                "How long from today until AI makes a difference that your team can measure?",
            ),
        ],
    )
}

fn direction() -> Dimension {
    dimension(
        "Direction and candour",
        vec![
            item(
                "A1",
                "AI goals are clear enough to act on",
                Scale::Agreement,
                "Our goals for AI are clear enough for this team to act on.",
                "Our goals for AI are clear enough for my team to act on.",
            ),
            item(
                "A2",
                "Can say that an AI plan is not working",
                Scale::Agreement,
                "People in this team can say that an AI plan is not working.",
                "I can say that an AI plan is not working.",
            ),
        ],
    )
}

fn dimension(name: &'static str, items: Vec<Item>) -> Dimension {
    Dimension {
        name: Cow::Borrowed(name),
        items,
    }
}

fn item(
    id: &'static str,
    label: &'static str,
    scale: Scale,
    executive: &'static str,
    team: &'static str,
) -> Item {
    Item {
        id: Cow::Borrowed(id),
        label: Cow::Borrowed(label),
        scale,
        question: BySide {
            executive: Cow::Borrowed(executive),
            team: Cow::Borrowed(team),
        },
        team_answer: TeamAnswer::Asked,
    }
}

fn same(id: &'static str, label: &'static str, scale: Scale, question: &'static str) -> Item {
    item(id, label, scale, question, question)
}

/// A guess "out of every 10 people in this team" against a yes or no about oneself. The executive wording
/// goes on from that beginning, which the page shows above it.
fn people(
    id: &'static str,
    label: &'static str,
    executive: &'static str,
    team: &'static str,
) -> Item {
    item(id, label, Scale::PeopleInTen, executive, team)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Method, section 1.2: the optional pair, both or neither.
    #[test]
    fn the_pair_is_asked_in_the_words_of_the_method() {
        let asked = direction().items.into_iter();
        let asked = asked.map(|item| (item.id, item.scale, item.question));
        let expected = [
            (
                "A1",
                "Our goals for AI are clear enough for this team to act on.",
                "Our goals for AI are clear enough for my team to act on.",
            ),
            (
                "A2",
                "People in this team can say that an AI plan is not working.",
                "I can say that an AI plan is not working.",
            ),
        ];
        let expected = expected.map(|(id, executive, team)| {
            let question = BySide {
                executive: Cow::Borrowed(executive),
                team: Cow::Borrowed(team),
            };
            (Cow::Borrowed(id), Scale::Agreement, question)
        });
        assert_eq!(asked.collect::<Vec<_>>(), expected);
    }
}
