//! What to do about a gap, by its dimension (method, section 1.3): a question to ask, an experiment, and what leaders can
//! learn about it. Never an objection.

/// What to do about a gap in one dimension.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moves {
    /// The dimension's name, as it ships.
    pub dimension: &'static str,
    /// The question to ask.
    pub question: &'static str,
    /// The experiment in a few words, as a title.
    pub experiment: &'static str,
    /// What is done, in two or three sentences.
    pub steps: &'static str,
    /// What is worth knowing for leaders, as a title.
    pub topic: &'static str,
}

/// For each dimension that ships, in its order.
pub const ALL: [Moves; 7] = [
    Moves {
        dimension: "Hands-on experience",
        question: "Which task of this team have each of us tried with AI, and what surprised us?",
        experiment: "A leader and a team member do a real task together",
        steps: "One leader and one team member do a real task of the team with AI together, in two sessions of 45 minutes within 30 days. They note the time, the edits and one thing that failed, and then decide which current goal to reword.",
        topic: "What today’s tools can and cannot do on our work",
    },
    Moves {
        dimension: "Access and use",
        question: "What would have to change in a normal week for this tool to be worth opening?",
        experiment: "A start session for one group, three weeks before the other",
        steps: "Of two similar groups, one gets a one-hour start session on its own most common task, the other gets it three weeks later. Compare the share that used AI in the past 7 days, and the hours saved after fixing. Go on only if the first group is ahead by an amount fixed in advance.",
        topic: "How to read adoption numbers: seats, weekly use, use inside real work",
    },
    Moves {
        dimension: "Sharing and learning",
        question: "When someone here finds a better way, what makes it easy or hard for the next person to find it?",
        experiment: "Twenty minutes a week: what I tried, what failed",
        steps: "For four weeks the team takes 20 minutes a week for “what I tried, what failed”, and leaves one short note per finding in one place. Count the notes that somebody else used. Keep it if at least a number agreed in advance was used.",
        topic: "Why single tries do not add up without time, a place and credit",
    },
    Moves {
        dimension: "Team workflow and results",
        question: "Now that single steps are faster, where does the work wait?",
        experiment: "One shared task, with the AI step and without it",
        steps: "Pick one shared task with a clear start and end, and write the AI step down. Run it about ten times, in turn with the step and without. Measure the time from start to finish, the rework, and a mark for quality by the person who receives it. Keep the step only if start to finish gets shorter.",
        topic: "Individual speed is not what an organisation can do: bottlenecks move",
    },
    Moves {
        dimension: "Context",
        question: "What would a new colleague need to know to do this task well, and does the AI have it?",
        experiment: "A small context pack for one frequent task",
        steps: "For one frequent task, put together three good examples, the terms and the rules. Do twenty tasks, half of them with this pack. Somebody who does not know which is which marks whether the result is good enough after light edits. Compare.",
        topic: "Context in plain words: access, examples, rules, an owner, a cost",
    },
    Moves {
        dimension: "Promises and proof",
        question: "What problem does this solve, and how will we know it worked?",
        experiment: "One page before the next AI promise",
        steps: "Before the next AI promise is announced, fill in one page: the problem, who does the work and what they said, one measure, a date to look, and when to stop. Look back on that date.",
        topic: "From mandate to experiment: a measure, a time box, a rule for stopping",
    },
    Moves {
        dimension: "Direction and candour",
        question: "Which AI goal would each of us explain differently, and who could say that a plan is not working?",
        experiment: "One goal in the team’s own words, and a place for doubts",
        steps: "The team writes one AI goal in its own words and leaders mark what they meant otherwise. For four weeks everyone may add a doubt to one shared list, and a leader answers each within a week. Count the doubts that changed a plan.",
        topic: "Why doubts that are heard early are cheap",
    },
];

/// For a dimension of other wording: what fits every gap.
pub const GENERAL: Moves = Moves {
    dimension: "",
    question: "What problem does this solve, and how will we know it worked?",
    experiment: "A small try with a measure and a date",
    steps: "Agree on one measure, what it is today, who does the work, a time box and when to stop. Try it with one group, and look at the measure on the agreed date.",
    topic: "From mandate to experiment: a measure, a time box, a rule for stopping",
};

/// What to do about a gap in the dimension of this name.
#[must_use]
pub fn of(dimension: &str) -> Moves {
    let known = ALL.into_iter().find(|moves| moves.dimension == dimension);
    known.unwrap_or(GENERAL)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::template::ai_reality_check;

    #[test]
    fn every_dimension_that_ships_has_its_own_moves() {
        let dimensions = ai_reality_check(true);
        assert_eq!(dimensions.len(), ALL.len());
        for (dimension, moves) in dimensions.iter().zip(ALL) {
            assert_eq!(of(&dimension.name), moves);
            assert!(moves.question.ends_with('?'), "{}", moves.question);
        }
        assert_eq!(of("Something else"), GENERAL);
    }
}
