//! What a gap in each dimension means, from either side (method, section 1.3).

use crate::domain::side::Side;

/// A dimension that ships, by its name; what it says if leaders are higher, and if the team is.
const SAYINGS: [(&str, [&str; 2]); 7] = [
    (
        "Hands-on experience",
        [
            "Leaders use AI, or feel they show it, more than people here see or do.",
            "People here use AI more than the leaders who set its direction.",
        ],
    ),
    (
        "Access and use",
        [
            "Leaders think more people have or use AI than say they do.",
            "More people have or use AI than leaders think.",
        ],
    ),
    (
        "Sharing and learning",
        [
            "Leaders think learning travels further than the team says it does.",
            "The team says learning travels further than leaders think.",
        ],
    ),
    (
        "Team workflow and results",
        [
            "Leaders see more team-level benefit than the team reports.",
            "The team reports more team-level benefit than leaders see.",
        ],
    ),
    (
        "Context",
        [
            "Leaders think AI has the documents, data and rules it needs more than users do.",
            "Users think AI has the documents, data and rules it needs more than leaders do.",
        ],
    ),
    (
        "Promises and proof",
        [
            "Leaders think people are asked, and success is defined, more than those people say.",
            "People say they are asked, and success is defined, more than leaders think.",
        ],
    ),
    (
        "Direction and candour",
        [
            "Leaders find AI goals clear, and doubts easy to voice, more than the team does.",
            "The team finds AI goals clear, and doubts easy to voice, more than leaders do.",
        ],
    ),
];

/// What a gap that points one way says about the dimension of this name. A dimension of other wording is told in general
/// words.
#[must_use]
pub fn says(name: &str, higher: Side) -> String {
    let known = SAYINGS.iter().find(|(known, _)| *known == name);
    match (known, higher) {
        (Some((_, [leaders, _])), Side::Executive) => (*leaders).to_owned(),
        (Some((_, [_, team])), Side::Team) => (*team).to_owned(),
        (None, Side::Executive) => format!("{name}: leaders see more of it than the team does."),
        (None, Side::Team) => format!("{name}: the team sees more of it than leaders do."),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::template::ai_reality_check;

    #[test]
    fn every_dimension_that_ships_has_its_own_words() {
        for dimension in ai_reality_check(true) {
            for side in Side::ALL {
                let says = says(&dimension.name, side);
                assert!(!says.starts_with(dimension.name.as_ref()), "{says}");
            }
        }
    }
}
