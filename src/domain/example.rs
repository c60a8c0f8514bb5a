//! A made-up company, to look at results before there are any. Tests use it too.

use super::{
    side::BySide,
    survey::{Survey, Wording},
    tally::{Counts, Tally},
};

const EXECUTIVES: u32 = 6;
const TEAM: u32 = 31;

/// The made-up survey.
#[must_use]
pub fn survey() -> Survey {
    Survey {
        team: "Claims platform team".to_owned(),
        company: Some("Example Insurance".to_owned()),
        wording: Wording::RealityCheck,
        invited: BySide {
            executive: 7,
            team: 38,
        },
        minimum: BySide {
            executive: 5,
            team: 5,
        },
        public_key: [9; 32],
    }
}

/// What its 6 executives and 31 team members answered: for each item the options' counts, executives first.
const ANSWERS: [(&[u32], &[u32]); 18] = [
    (&[0, 1, 1, 2, 1, 1, 0, 0], &[21, 3, 2, 2, 1, 1, 0, 1]),
    (&[4, 2], &[7, 23]),
    (&[0, 1, 2, 2, 1], &[5, 12, 8, 3, 0]),
    (&[0, 0, 0, 0, 0, 0, 0, 0, 1, 3, 2], &[27, 4]),
    (&[0, 0, 0, 0, 0, 1, 1, 2, 1, 1, 0], &[10, 21]),
    (&[0, 1, 2, 2, 1, 0], &[14, 9, 5, 1, 0, 0]),
    (&[0, 0, 0, 0, 1, 1, 2, 1, 0, 0, 0], &[6, 25]),
    (&[0, 0, 0, 0, 0, 2, 1, 1, 1, 1, 0], &[8, 23]),
    (&[0, 0, 0, 1, 1, 1, 1, 1, 0, 0, 0], &[4, 27]),
    (&[0, 0, 0, 1, 1, 1, 1, 1, 1, 0, 0], &[5, 25]),
    (&[0, 1, 1, 3, 1], &[9, 10, 5, 2, 1]),
    (&[0, 0, 0, 0, 1, 1, 1, 1, 2, 0, 0], &[7, 21]),
    (&[0, 0, 0, 0, 0, 2, 1, 1, 1, 0, 0], &[12, 17]),
    (&[0, 1, 0, 2, 1, 1, 1, 0, 0, 0, 0], &[16, 15]),
    (&[0, 1, 2, 2, 0], &[4, 9, 11, 4, 1]),
    (&[0, 1, 1, 2, 2], &[11, 10, 5, 1, 1]),
    (&[0, 0, 0, 0, 1, 2, 1, 1, 0, 0, 0], &[5, 24]),
    (&[1, 1, 3, 1, 0, 0, 0], &[1, 2, 6, 9, 5, 3, 2]),
];

/// The made-up tally.
#[must_use]
pub fn tally() -> Tally {
    let items = ANSWERS
        .iter()
        .map(|(executive, team)| BySide {
            executive: counts(executive, EXECUTIVES),
            team: counts(team, TEAM),
        })
        .collect();
    let survey = survey();
    let ballots = BySide {
        executive: EXECUTIVES,
        team: TEAM,
    };
    Tally::with_counts(&survey, ballots, items).unwrap_or_else(|| Tally::empty(&survey))
}

/// Who is not among the options did not know.
fn counts(options: &[u32], ballots: u32) -> Counts {
    let valid: u32 = options.iter().sum();
    Counts::new(options.to_vec(), ballots.saturating_sub(valid))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_example_answers_every_item() {
        assert_eq!(
            tally().ballots(),
            BySide {
                executive: 6,
                team: 31
            }
        );
    }
}
