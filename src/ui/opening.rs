//! The field for files with results, and what is wrong with the last one.

use leptos::{prelude::*, task::spawn_local};

use super::{
    kit::{El, el, notice, small, spoken},
    screen::Screen,
};
use crate::{
    state::{OpeningError, PictureError, TallyError, Workspace, Wrong, page},
    text::{bad, files},
};

/// The field's id.
const FIELD: &str = "open-results";
/// Files that the browser offers first.
const KINDS: &str = ".json,.svg,.png,application/json,image/svg+xml,image/png";

/// The field; a file can be dropped anywhere on the page too.
pub(crate) fn open_results() -> El {
    let workspace = Workspace::expect();
    let said = RwSignal::new(None::<String>);
    let bring = move |file| match workspace.bring(file) {
        Ok(()) => {
            said.set(None);
            Screen::Opened.go();
        }
        Err(error) => said.set(Some(sentence(&error))),
    };
    page::on_drop(bring);
    let pick = move || {
        said.set(Some(files::READING.to_owned()));
        spawn_local(async move {
            match page::picked(FIELD).await {
                Some(file) => bring(file),
                None => said.set(None),
            }
        });
    };
    let label = el("label").attr("for", FIELD).text(files::OPEN);
    let input = el("input")
        .class("field__input")
        .id(FIELD)
        .attr("type", "file")
        .attr("accept", KINDS)
        .attr("aria-describedby", "open-hint")
        .on("change", pick);
    el("section")
        .class("open-results")
        .child(el("h2").child(label))
        .child(small(files::OPEN_HINT).id("open-hint"))
        .child(input)
        .child(spoken().live(move || said.get().map(notice)))
}

/// What is wrong with a file, in words.
fn sentence(error: &OpeningError) -> String {
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
