//! Finished answers as a fixed number of bytes: a number in mixed radix, "don't know" being the last digit
//! of every item.

use thiserror::Error;

use crate::domain::{
    sheet::{Answer, Answers, asked},
    side::Side,
    survey::{Item, Survey},
};

/// Bytes of packed answers, whatever was answered on whichever side.
pub const LENGTH: usize = 8;

/// The bytes are not answers to this survey.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("not answers to this survey")]
pub struct NotAnswers;

/// Packs `answers`, least significant item first.
#[must_use]
pub fn pack(survey: &Survey, answers: &Answers) -> [u8; LENGTH] {
    let side = answers.side();
    let items = asked(survey, side);
    let number = items
        .iter()
        .zip(answers.asked())
        .rev()
        .fold(0_u64, |number, (item, answer)| {
            number
                .wrapping_mul(radix(item, side))
                .wrapping_add(digit(item, side, *answer))
        });
    number.to_le_bytes()
}

/// Unpacks answers of `side`.
///
/// # Errors
///
/// Returns [`NotAnswers`] if something is left over after the last item.
pub fn unpack(survey: &Survey, side: Side, bytes: [u8; LENGTH]) -> Result<Answers, NotAnswers> {
    let mut number = u64::from_le_bytes(bytes);
    let mut answers = Vec::new();
    for item in asked(survey, side) {
        let radix = radix(&item, side);
        answers.push(answer(&item, side, number % radix));
        number /= radix;
    }
    if number != 0 {
        return Err(NotAnswers);
    }
    Answers::new(survey, side, answers).ok_or(NotAnswers)
}

fn radix(item: &Item, side: Side) -> u64 {
    u64::from(item.scale.options(side)) + 1
}

fn digit(item: &Item, side: Side, answer: Answer) -> u64 {
    match answer {
        Answer::Picked(pick) => pick.index() as u64,
        Answer::Unsure => u64::from(item.scale.options(side)),
    }
}

fn answer(item: &Item, side: Side, digit: u64) -> Answer {
    usize::try_from(digit)
        .ok()
        .and_then(|index| item.scale.pick(side, index))
        .map_or(Answer::Unsure, Answer::Picked)
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::domain::{example, sheet::Sheet};

    #[test]
    fn the_longest_survey_fits() {
        for side in Side::ALL {
            let items = asked(&longest(), side);
            let bits: f64 = items.iter().map(|item| bits(item, side)).sum();
            assert!(bits < 64.0, "{bits} bits");
        }
    }

    #[test]
    fn what_is_left_over_is_refused() {
        let result = unpack(&longest(), Side::Executive, [0xff; LENGTH]);
        assert_eq!(result, Err(NotAnswers));
    }

    proptest! {
        #[test]
        fn what_is_packed_is_unpacked(picks in proptest::collection::vec(0_usize..12, 20), team: bool) {
            let survey = longest();
            let side = if team { Side::Team } else { Side::Executive };
            let mut sheet = Sheet::blank(&survey, side);
            for (place, (item, pick)) in asked(&survey, side).iter().zip(picks).enumerate() {
                let answer = item.scale.pick(side, pick).map_or(Answer::Unsure, Answer::Picked);
                sheet.answer(place, answer);
            }
            let answers = sheet.finish();
            prop_assert_eq!(unpack(&survey, side, pack(&survey, &answers)), Ok(answers));
        }
    }

    fn longest() -> Survey {
        Survey {
            wording: crate::domain::survey::Wording::RealityCheckWithPair,
            ..example::survey()
        }
    }

    #[expect(clippy::cast_precision_loss, reason = "a radix is at most 12")]
    fn bits(item: &Item, side: Side) -> f64 {
        (radix(item, side) as f64).log2()
    }
}
