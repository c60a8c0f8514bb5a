//! The results as an article, as plain data: what is shown on the page, and what is taken along as a document, is made of
//! the same.
//!
//! [`Article::of`] puts it together: sections in the order of reading, each with sentences, claims that lead to a row of
//! the record, and pictures with their tables. The record is the last section: a table for every row that a claim leads
//! to, whose id is [`Anchor::id`].

mod gaps;
mod lists;
mod only;

#[cfg(test)]
mod tests;

use std::mem;

use super::{
    choice::Choice,
    line::Behind,
    of_ten,
    picture::{Part, Subject, first, overview, pictures},
    steps,
};
use crate::{
    domain::story::Story,
    text::{article, card, finding, results, this_group, topic::HalfPage},
};

/// The results as an article.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::ui) struct Article {
    /// What it is, in small print over the title.
    pub(in crate::ui) kicker: String,
    /// The headline finding.
    pub(in crate::ui) title: String,
    /// The row that it speaks of, if it speaks of one.
    pub(in crate::ui) row: Option<Anchor>,
    /// Who answered, and when.
    pub(in crate::ui) who: String,
    /// The sections in the order of reading, the record last.
    pub(in crate::ui) sections: Vec<Section>,
}

/// A section.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::ui) struct Section {
    /// Its id on the page.
    pub(in crate::ui) id: String,
    /// Its heading.
    pub(in crate::ui) title: String,
    /// What is in it, from top to bottom.
    pub(in crate::ui) pieces: Vec<Piece>,
}

/// A piece of a section.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::ui) enum Piece {
    /// A paragraph.
    Words(String),
    /// A paragraph in small print.
    Small(String),
    /// What can be done on the page, and not with what is printed or taken along.
    OnScreen(&'static str),
    /// Something to ask, set apart.
    Question(String),
    /// A list of sentences.
    Claims(Vec<Claim>),
    /// A gap with all that belongs to it.
    Gap(Box<GapStory>),
    /// An experiment that was agreed on.
    Experiment(card::Told),
    /// A picture without its table, whose rows are in the record.
    Picture(Box<Part>),
    /// A picture with its table.
    Figure(Box<Part>),
}

/// A sentence, and where its numbers stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::ui) struct Claim {
    /// The sentence.
    pub(in crate::ui) words: String,
    /// The row it is made of.
    pub(in crate::ui) row: Anchor,
}

/// A row of the record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::ui) struct Anchor {
    /// The id of the row on the page.
    pub(in crate::ui) id: String,
    /// What the row is about.
    pub(in crate::ui) label: String,
}

/// One of the largest gaps.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::ui) struct GapStory {
    /// The dimension it is of.
    pub(in crate::ui) kicker: String,
    /// What was asked, in a few words.
    pub(in crate::ui) title: String,
    /// Both views, and how sure the gap is.
    pub(in crate::ui) finding: Claim,
    /// How many answered, and the range; small print.
    pub(in crate::ui) figures: String,
    /// The gap as a picture, without a table.
    pub(in crate::ui) picture: Part,
    /// The question to ask.
    pub(in crate::ui) question: String,
    /// The experiment, as a title, and what is done.
    pub(in crate::ui) experiment: [String; 2],
    /// What leaders can learn about it.
    pub(in crate::ui) topic: HalfPage,
}

impl Article {
    /// The article of these results, as the reader has chosen to see them.
    pub(in crate::ui) fn of(subject: &Subject, choice: Choice) -> Self {
        if let Some(side) = choice.only {
            return only::article(subject, choice, side);
        }
        let story = Story::of(&subject.results, &subject.published.released);
        let story = if choice.is_of_this_group {
            story.of_this_group(&subject.results)
        } else {
            story
        };
        let teller = Teller {
            subject,
            story: &story,
            choice,
        };
        Self {
            kicker: results::TITLE.to_owned(),
            title: teller.headline(),
            row: teller.row_of_headline(),
            who: subject.who(),
            sections: teller.sections(),
        }
    }
}

/// What an article is made of.
struct Teller<'a> {
    subject: &'a Subject,
    story: &'a Story,
    choice: Choice,
}

impl Teller<'_> {
    fn headline(&self) -> String {
        let results = &self.subject.results;
        if self.choice.is_of_this_group {
            this_group::headline(&results.dimensions)
        } else {
            finding::headline(results)
        }
    }

    fn row_of_headline(&self) -> Option<Anchor> {
        let place = first(&self.subject.results, self.choice)?;
        let dimension = self.subject.results.dimensions.get(place)?;
        Some(Anchor {
            id: Behind::Dimension(place).row_id(),
            label: dimension.dimension.name.to_string(),
        })
    }

    fn sections(&self) -> Vec<Section> {
        let sections = [
            Some(self.sure()),
            self.dimensions(),
            Some(self.gaps()),
            self.alike(),
            self.pessimistic(),
            self.unsure(),
            of_ten::part(self.subject, self.choice).map(figure),
            self.hours(),
            self.agreed(),
            Some(self.limits()),
            Some(self.record()),
        ];
        sections.into_iter().flatten().collect()
    }

    fn sure(&self) -> Section {
        let Subject {
            survey, results, ..
        } = self.subject;
        let said = if self.choice.is_of_this_group {
            let mut said = vec![this_group::MEANING.to_owned()];
            let everyone = this_group::everyone(survey, results);
            let no_range = (everyone.len() == 2).then(|| this_group::NO_RANGE.to_owned());
            said.extend(everyone);
            said.extend(no_range);
            said
        } else {
            article::sure(survey, results)
        };
        let title = if self.choice.is_of_this_group {
            this_group::TITLE
        } else {
            article::SURE
        };
        section("sure", title, said.into_iter().map(Piece::Words).collect())
    }

    /// The dimensions; the title of the first picture is the section's.
    fn dimensions(&self) -> Option<Section> {
        let mut parts = overview(self.subject, self.choice);
        let first = parts.first_mut()?;
        let title = first.title.clone();
        // The first sentence is the headline's, which stands over the article.
        let said = mem::take(&mut first.said).into_iter().skip(1);
        let mut pieces: Vec<Piece> = said.map(Piece::Words).collect();
        pieces.extend(parts.into_iter().map(boxed));
        Some(section("dimensions-title", title, pieces))
    }

    /// Hours and weeks, with what is said of each leading to its row.
    fn hours(&self) -> Option<Section> {
        let mut part = steps::part(self.subject, self.choice)?;
        let said = mem::take(&mut part.said).into_iter().zip(&part.rows);
        let said = said.map(|(words, line)| Claim {
            words,
            row: Anchor {
                id: line.behind.row_id(),
                label: line.label.clone(),
            },
        });
        let claims: Vec<Claim> = said.collect();
        let mut section = figure(part);
        if !claims.is_empty() {
            section.pieces.insert(0, Piece::Claims(claims));
        }
        Some(section)
    }

    fn agreed(&self) -> Option<Section> {
        let agreed = &self.subject.agreed;
        let experiments = agreed.iter().cloned().map(Piece::Experiment);
        let pieces = [Piece::OnScreen(card::AGREED_FROM)].into_iter();
        let pieces = pieces.chain(experiments).collect();
        (!agreed.is_empty()).then(|| section("agreed", card::AGREED, pieces))
    }

    fn record(&self) -> Section {
        let mut pieces = vec![
            Piece::Words(results::HOW_TO_READ.to_owned()),
            Piece::OnScreen(results::PRESS_A_ROW),
        ];
        pieces.extend(pictures(self.subject, self.choice).into_iter().map(boxed));
        section("record", article::RECORD, pieces)
    }
}

/// A section of one picture with its table.
fn figure(mut part: Part) -> Section {
    let (id, title) = (format!("{}-title", part.id), part.title.clone());
    let said = mem::take(&mut part.said).into_iter();
    let mut pieces: Vec<Piece> = said.map(Piece::Words).collect();
    pieces.push(boxed(part));
    section(id, title, pieces)
}

fn boxed(part: Part) -> Piece {
    Piece::Figure(Box::new(part))
}

fn section(id: impl Into<String>, title: impl Into<String>, pieces: Vec<Piece>) -> Section {
    Section {
        id: id.into(),
        title: title.into(),
        pieces,
    }
}

/// The row of the item at `place`.
fn row_of(subject: &Subject, place: usize) -> Anchor {
    let item = subject.results.items().nth(place);
    Anchor {
        id: Behind::Item(place).row_id(),
        label: item.map_or_else(String::new, |item| item.item.label.to_string()),
    }
}
