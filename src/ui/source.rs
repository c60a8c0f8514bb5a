//! Where the results on a screen come from.

use leptos::{prelude::*, task::spawn_local};

use super::{
    bad_file::sentence,
    kit::{El, el, heading, lead, small},
    message::{self, message, to_how},
    opening::{self, Said},
    screen::Screen,
};
use crate::{
    domain::{day::Day, example, release::Released, side::BySide},
    state::{Closed, Held, LinkError, Published, ReadError, Whose, Workspace, page, result_of},
    text::{bad, common, files, results},
};

/// What every result link's fragment begins with.
const LINK: &str = "r=";

/// The day of the made-up survey.
const EXAMPLE_DAY: Day = Day {
    year: 2026,
    month: 11,
    day: 20,
};

/// Where results come from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Source {
    /// A survey on this device, by its id.
    Survey(String),
    /// The made-up company.
    Example,
    /// The fragment of a result link.
    Link(String),
    /// A file that was brought.
    Opened,
}

impl Source {
    /// How it stands in an address, after what is shown of it.
    pub(crate) fn path(&self) -> String {
        match self {
            Self::Survey(id) => format!("survey/{id}"),
            Self::Example => "example".to_owned(),
            Self::Link(fragment) => fragment.clone(),
            Self::Opened => "opened".to_owned(),
        }
    }

    /// The source that stands in an address; `None` if it is none.
    pub(crate) fn of_path(parts: &[&str]) -> Option<Self> {
        match parts {
            ["survey", id] => Some(Self::Survey((*id).to_owned())),
            ["example"] => Some(Self::Example),
            ["opened"] => Some(Self::Opened),
            [link] if link.starts_with(LINK) => Some(Self::Link((*link).to_owned())),
            _ => None,
        }
    }

    /// Whose record whatever is kept beside these results is.
    pub(crate) fn whose(&self, published: &Published) -> Whose {
        match self {
            Self::Survey(id) => Whose::survey(id, published),
            Self::Example | Self::Link(_) | Self::Opened => Whose::results(published),
        }
    }

    /// The screen with these results as an article.
    pub(crate) fn article(&self) -> Screen {
        match self {
            Self::Survey(id) => Screen::Results(id.clone()),
            Self::Example => Screen::Example,
            Self::Link(fragment) => Screen::ResultLink(fragment.clone()),
            Self::Opened => Screen::Opened,
        }
    }
}

/// Shows the results of `source` by `show`, or says why there are none.
pub(crate) fn with_results(source: &Source, show: fn(&Source, Published) -> El) -> El {
    // A browser would leave the page for a file that falls on it.
    if *source != Source::Opened {
        page::on_drop(|_| ());
    }
    match source {
        Source::Example => show(source, made_up()),
        Source::Link(fragment) => match result_of(fragment) {
            Ok(published) => show(source, published),
            Err(error) => bad_link(error),
        },
        Source::Survey(id) => of_survey(id.clone(), show),
        Source::Opened => of_file(show),
    }
}

/// The results of the made-up company.
pub(crate) fn made_up() -> Published {
    let survey = example::survey();
    Published {
        released: Released::of(&survey, &example::tally()),
        closed: BySide::from_fn(|_| Some(EXAMPLE_DAY)),
        survey,
    }
}

/// What is wrong with a result link.
pub(crate) fn bad_link(error: LinkError) -> El {
    page::set_title(&common::title(bad::LINK_TITLE));
    let words = sentence_of_link(error);
    message(bad::LINK_TITLE, words, to_how())
}

/// The same in a sentence.
pub(crate) fn sentence_of_link(error: LinkError) -> &'static str {
    match error {
        LinkError::CutShort => bad::LINK_CUT,
        LinkError::Damaged => bad::RESULT_LINK_DAMAGED,
        LinkError::OtherVersion(_) => bad::LINK_VERSION,
        LinkError::Impossible => bad::RESULT_LINK_IMPOSSIBLE,
    }
}

fn of_survey(id: String, show: fn(&Source, Published) -> El) -> El {
    of_closed(id, move |source, held, closed| {
        show(source, Published::of(held.survey(), closed))
    })
}

/// Shows a closed survey of this device by `show`, or says why there is nothing to show.
pub(crate) fn of_closed(
    id: String,
    show: impl Fn(&Source, &Held, &Closed) -> El + Send + 'static,
) -> El {
    let workspace = Workspace::expect();
    let held = {
        let id = id.clone();
        Memo::new(move |_| workspace.is_ready().then(|| workspace.held(&id)))
    };
    let source = Source::Survey(id.clone());
    el("div").live(move || {
        Some(match held.get() {
            None => small(common::OPENING),
            Some(None) => message::not_here(),
            Some(Some(held)) => match &held.closed {
                None => message::not_closed(&id),
                Some(closed) => untrack(|| show(&source, &held, closed)),
            },
        })
    })
}

/// The results of a file, here or from the document that it was brought to; while there are none, the field for it.
fn of_file(show: fn(&Source, Published) -> El) -> El {
    let workspace = Workspace::expect();
    let said = Said::new(None);
    let is_looking = RwSignal::new(true);
    // As long as the screen: a browser would leave open slides for a file that falls on them. A wrong one is told of
    // beside the field only.
    opening::listen(said, bring);
    spawn_local(async move {
        if let Some(file) = workspace.take_over_for_tab().await {
            bring(workspace, Ok(file), said);
        }
        is_looking.set(false);
    });
    el("div").live(move || {
        Some(match workspace.brought() {
            Some(published) => untrack(|| show(&Source::Opened, published)),
            None if is_looking.get() => small(common::OPENING),
            None => el("div")
                .class("message")
                .child(heading(results::TITLE))
                .child(opening::last(said))
                .child(lead(files::NOTHING_OPENED))
                .child(opening::field(said, bring)),
        })
    })
}

fn bring(workspace: Workspace, file: Result<Vec<u8>, ReadError>, said: Said) {
    let wrong = workspace.bring_for_tab(file).err();
    said.set(wrong.as_ref().map(sentence));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_source_has_an_address() {
        for source in [
            Source::Survey("3f9a".to_owned()),
            Source::Example,
            Source::Link("r=AQID".to_owned()),
            Source::Opened,
        ] {
            let path = source.path();
            let parts: Vec<&str> = path.split('/').collect();
            assert_eq!(Source::of_path(&parts), Some(source));
        }
        assert_eq!(Source::of_path(&["survey"]), None);
        assert_eq!(Source::of_path(&["AQID"]), None);
    }
}
