//! Results as files and links, and back.

use leptos::prelude::{Get, Set};

use super::{page, workspace::Workspace};
use crate::{
    browser::picked::ReadError,
    codec::{
        csv::{self as table, Words},
        opening::{self, OpeningError},
        picture, result_link,
        tally::{self, Published},
    },
    domain::{release, results::Results, survey::Survey},
};

/// The text of the tally file.
#[must_use]
pub fn tally_file(published: &Published) -> String {
    tally::encode(published)
}

/// All published numbers as a table.
#[must_use]
pub fn csv(survey: &Survey, results: &Results, words: &Words) -> String {
    table::of_results(survey, results, words)
}

/// An SVG with the text of the tally file inside.
#[must_use]
pub fn carrying(svg: &str, tally: &str) -> String {
    picture::into_svg(svg, tally)
}

/// A PNG with the text of the tally file inside.
#[must_use]
pub fn picture_carrying(png: Vec<u8>, tally: &str) -> Vec<u8> {
    picture::into_png(png, tally)
}

/// The same results without the items at these places and those that go with them; `None` if nothing would be left.
#[must_use]
pub fn without(published: &Published, left_out: &[usize]) -> Option<Published> {
    let (survey, released) = release::without(&published.survey, &published.released, left_out)?;
    Some(Published {
        survey,
        released,
        closed: published.closed,
    })
}

/// The link that shows these results; `None` if they do not fit.
#[must_use]
pub fn result_address(published: &Published) -> Option<String> {
    result_link::encode(published).as_deref().map(addressed)
}

/// The address of the document that shows the results in this fragment.
fn addressed(fragment: &str) -> String {
    format!("{}#{fragment}", page::beside(page::SHOWING))
}

/// The results in a file that was brought.
///
/// # Errors
///
/// Says why there are none.
pub fn opened(file: Result<Vec<u8>, ReadError>) -> Result<Published, OpeningError> {
    let bytes = file.map_err(|error| match error {
        ReadError::TooLarge => OpeningError::TooLarge,
        ReadError::Unreadable => OpeningError::Unreadable,
    })?;
    opening::open(&bytes)
}

impl Workspace {
    /// The link that shows the results of a survey of this page, which another document cannot find where nothing is
    /// kept; `None` where it can, and while there are none.
    #[must_use]
    pub fn results_beside(self, id: &str) -> Option<String> {
        if self.is_lasting() {
            return None;
        }
        let held = self.held(id)?;
        let published = Published::of(held.survey(), held.closed.as_ref()?);
        result_link::encode_whole(&published)
            .as_deref()
            .map(addressed)
    }

    /// Takes the results of a file that was brought, which stay as long as the page.
    ///
    /// # Errors
    ///
    /// Says why there are none; what was brought before stays.
    pub fn bring(self, file: Result<Vec<u8>, ReadError>) -> Result<(), OpeningError> {
        self.brought.set(Some(opened(file)?));
        Ok(())
    }

    /// The results that were brought last.
    #[must_use]
    pub fn brought(self) -> Option<Published> {
        self.brought.get()
    }
}

#[cfg(test)]
mod tests {
    use leptos::prelude::Owner;

    use super::*;
    use crate::domain::{day::Day, example, release::Released, side::BySide};

    #[test]
    fn what_is_brought_stays_until_something_better_comes() {
        let owner = Owner::new();
        owner.set();
        let workspace = Workspace::new();
        let survey = example::survey();
        let day = Day {
            year: 2026,
            month: 11,
            day: 22,
        };
        let published = Published {
            released: Released::of(&survey, &example::tally()),
            closed: BySide::from_fn(|_| Some(day)),
            survey,
        };
        let file = tally_file(&published).into_bytes();
        assert_eq!(workspace.bring(Ok(file)), Ok(()));
        assert_eq!(
            workspace.bring(Err(ReadError::TooLarge)),
            Err(OpeningError::TooLarge)
        );
        assert_eq!(workspace.brought(), Some(published.without_key()));
    }
}
