//! What is wrong with a file that was brought to be opened as results.

use crate::{
    state::{OpeningError, PictureError, TallyError, Wrong},
    text::{bad, files},
};

/// What is wrong with a file, in words.
pub(crate) fn sentence(error: &OpeningError) -> String {
    match error {
        OpeningError::OtherKind => bad::FILE_OTHER.to_owned(),
        OpeningError::Unreadable => bad::FILE_UNREADABLE.to_owned(),
        OpeningError::TooLarge => bad::FILE_LARGE.to_owned(),
        OpeningError::Picture(error) => of_picture(*error).to_owned(),
        OpeningError::Tally(error) => of_tally(error),
    }
}

fn of_picture(error: PictureError) -> &'static str {
    match error {
        PictureError::CutShort => bad::FILE_CUT,
        PictureError::Damaged => bad::PICTURE_DAMAGED,
        PictureError::Foreign => bad::PICTURE_FOREIGN,
    }
}

fn of_tally(error: &TallyError) -> String {
    match error {
        TallyError::CutShort => bad::FILE_CUT.to_owned(),
        TallyError::NotATally => bad::FILE_OTHER.to_owned(),
        TallyError::Damaged => bad::TALLY_DAMAGED.to_owned(),
        TallyError::Later(version) => bad::tally_later(*version),
        TallyError::TooManyItems => bad::TALLY_LONG.to_owned(),
        TallyError::NeverPublished => bad::TALLY_NEVER.to_owned(),
        TallyError::At {
            item,
            side,
            field,
            wrong,
        } => {
            let place = files::place(item.as_deref(), *side);
            bad::tally_wrong(&place, field, of_field(*wrong))
        }
    }
}

fn of_field(wrong: Wrong) -> &'static str {
    match wrong {
        Wrong::Missing => bad::MISSING,
        Wrong::Negative => bad::NEGATIVE,
        Wrong::Fraction => bad::FRACTION,
        Wrong::TooLarge => bad::TOO_LARGE,
        Wrong::Options => bad::OPTIONS,
        Wrong::DoesNotAddUp => bad::ADDS_UP,
        Wrong::TooLong => bad::TEXT_LONG,
        Wrong::Impossible => bad::UNKNOWN,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::side::Side;

    #[test]
    fn a_problem_is_said_with_its_place() {
        let error = OpeningError::Tally(TallyError::At {
            item: Some("3.1".to_owned()),
            side: Some(Side::Team),
            field: "counts",
            wrong: Wrong::Negative,
        });
        assert_eq!(
            sentence(&error),
            "This tally cannot be shown: at item 3.1, team, a number of people is negative (“counts”). Nothing of it was opened. Ask for the original."
        );
    }
}
