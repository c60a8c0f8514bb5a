//! An unfinished sheet as it is kept on the respondent's device until it is handed in.
//!
//! `1`, the survey link's fragment, and a character for each question: `-` for open, `?` for "don't know", and
//! `a`, `b`, `c` … for the options; separated by spaces.

use thiserror::Error;

use super::link::{self, Invitation};
use crate::domain::sheet::{Answer, Sheet, asked};

/// The version that is written.
const VERSION: &str = "1";
/// A question without an answer.
const OPEN: u8 = b'-';
/// "Don't know".
const UNSURE: u8 = b'?';
/// The first option.
const FIRST: u8 = b'a';

/// The text is not a sheet that this version can read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("not a sheet of version 1")]
pub struct NotASheet;

/// The text that keeps `sheet`.
#[must_use]
pub fn encode(invitation: &Invitation, sheet: &Sheet) -> String {
    let answers: String = sheet.answers().iter().map(|a| letter(*a)).collect();
    format!("{VERSION} {} {answers}", link::encode(invitation))
}

/// Reads a kept sheet.
///
/// # Errors
///
/// Returns [`NotASheet`] for anything that [`encode`] did not write.
pub fn decode(text: &str) -> Result<(Invitation, Sheet), NotASheet> {
    let mut parts = text.split(' ');
    let (Some(VERSION), Some(fragment), Some(letters), None) =
        (parts.next(), parts.next(), parts.next(), parts.next())
    else {
        return Err(NotASheet);
    };
    let invitation = link::decode(fragment).map_err(|_| NotASheet)?;
    let items = asked(&invitation.survey, invitation.side);
    let answers = letters
        .bytes()
        .zip(&items)
        .map(|(letter, item)| match letter {
            OPEN => Ok(None),
            UNSURE => Ok(Some(Answer::Unsure)),
            _ => letter
                .checked_sub(FIRST)
                .and_then(|index| item.scale.pick(invitation.side, usize::from(index)))
                .map(|pick| Some(Answer::Picked(pick)))
                .ok_or(NotASheet),
        })
        .collect::<Result<_, _>>()?;
    let sheet = Sheet::with_answers(&invitation.survey, invitation.side, answers)
        .filter(|_| letters.len() == items.len())
        .ok_or(NotASheet)?;
    // A link's fragment may have something hanging on its end; a kept sheet has not.
    (encode(&invitation, &sheet) == text)
        .then_some((invitation, sheet))
        .ok_or(NotASheet)
}

fn letter(answer: Option<Answer>) -> char {
    char::from(match answer {
        None => OPEN,
        Some(Answer::Unsure) => UNSURE,
        Some(Answer::Picked(pick)) => {
            FIRST.saturating_add(u8::try_from(pick.index()).unwrap_or(u8::MAX))
        }
    })
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::{
        codec::sealing,
        domain::{example, side::Side, survey::Survey},
    };

    #[test]
    fn what_is_kept_is_read_back() {
        let invitation = Invitation {
            survey: Survey {
                public_key: sealing::key_pair(&[6; 32]).public,
                ..example::survey()
            },
            side: Side::Executive,
            secret: [2; 32],
        };
        let mut sheet = Sheet::blank(&invitation.survey, Side::Executive);
        let item = &invitation.survey.items()[3];
        let pick = item.scale.pick(Side::Executive, 10).unwrap();
        sheet.answer(3, Answer::Picked(pick));
        sheet.answer(4, Answer::Unsure);

        let text = encode(&invitation, &sheet);

        assert!(text.ends_with(" ---k?-------------"), "{text}");
        assert_eq!(decode(&text), Ok((invitation, sheet)));
        assert_eq!(decode(&text[..text.len() - 1]), Err(NotASheet));
        assert_eq!(decode(&text.replace('k', "l")), Err(NotASheet));
    }

    proptest! {
        #[test]
        fn any_text_is_read_without_harm(text: String) {
            let _ = decode(&text);
        }
    }
}
