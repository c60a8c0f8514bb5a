//! What is told in lists: what is seen alike, where the team says more, where people could not tell, and what is not known.

use super::{Claim, Piece, Section, Teller, row_of, section};
use crate::{
    chart::MAX_ROWS,
    domain::{results::ItemResult, story::Unsure},
    text::{article, finding, moves, results, this_group},
    ui::results::{drawing::Drawing, line::Line},
};

/// The most sentences of a list; what is beyond stands in the record.
pub(super) const MOST_CLAIMS: usize = 6;

impl Teller<'_> {
    /// What is seen alike: as prominent as the gaps, with a picture of its own.
    pub(super) fn alike(&self) -> Option<Section> {
        let alike = &self.story.alike;
        let is_of_this_group = self.choice.is_of_this_group;
        let is_hidden = self.story.hidden.len() == self.subject.results.items().count();
        // Of exactly this group nothing comes nearest: it is alike, or it is not.
        if is_hidden || is_of_this_group && alike.is_empty() {
            return None;
        }
        let (lead, told, name, finding) = if is_of_this_group {
            let said = this_group::ALIKE;
            (article::ALIKE_LEAD, alike, said, said.to_owned())
        } else if alike.is_empty() {
            let name = article::NEAREST;
            (
                article::NOTHING_ALIKE,
                &self.story.nearest,
                name,
                name.to_owned(),
            )
        } else {
            let items = alike.iter().filter_map(|place| self.item(*place));
            let finding = finding::items_headline(&items.collect::<Vec<_>>());
            (article::ALIKE_LEAD, alike, article::ALIKE, finding)
        };
        let mut pieces = vec![Piece::Words(lead.to_owned())];
        pieces.push(self.picture_of_alike(told, name, &finding));
        pieces.extend(self.claims(told, article::alike));
        Some(section("alike", article::ALIKE, pieces))
    }

    /// These items in a picture that is called so and says so.
    fn picture_of_alike(&self, places: &[usize], name: &str, title: &str) -> Piece {
        let places = places.iter().take(MAX_ROWS);
        let rows = places.filter_map(|place| {
            let item = self.item(*place)?;
            Some(Line::of_item((*place, item), None, self.choice))
        });
        let rows: Vec<Line> = rows.collect();
        let chart = Drawing::Dots(Box::new(self.subject.dots(title, &rows)));
        let part = self.subject.part(
            "alike-picture".to_owned(),
            name.to_owned(),
            Vec::new(),
            chart,
            rows,
        );
        Piece::Picture(Box::new(part))
    }

    /// Where the team reports more than leaders expect, unless that is told as a gap already.
    pub(super) fn pessimistic(&self) -> Option<Section> {
        let story = self.story;
        let places = story.pessimistic.iter().copied();
        let places: Vec<usize> = places.filter(|place| !story.gaps.contains(place)).collect();
        if places.is_empty() {
            return None;
        }
        let lead = Piece::Words(article::PESSIMISTIC_LEAD.to_owned());
        let claims = if self.choice.is_of_this_group {
            self.claims(&places, this_group::more_than_expected)
        } else {
            self.claims(&places, article::more_than_expected)
        };
        let pieces = [lead].into_iter().chain(claims).collect();
        Some(section("pessimistic", article::PESSIMISTIC, pieces))
    }

    /// Where many of one side could not tell.
    pub(super) fn unsure(&self) -> Option<Section> {
        let only = self.choice.only;
        let unsure = self.story.unsure.iter();
        let unsure: Vec<&Unsure> = unsure
            .filter(|unsure| only.is_none_or(|only| only == unsure.side))
            .collect();
        if unsure.is_empty() {
            return None;
        }
        let claims = unsure.iter().take(MOST_CLAIMS).filter_map(|unsure| {
            Some(Claim {
                words: article::unsure(self.item(unsure.place)?, unsure),
                row: row_of(self.subject, unsure.place),
            })
        });
        let mut pieces = vec![
            Piece::Words(article::UNSURE_LEAD.to_owned()),
            Piece::Claims(claims.collect()),
        ];
        pieces.extend(more(unsure.len()));
        Some(section("unsure", article::UNSURE, pieces))
    }

    /// What too few answers, hiding and the way of asking leave open.
    pub(super) fn limits(&self) -> Section {
        let mut pieces = Vec::new();
        let untold = &self.story.untold;
        if self.choice.has_words() && !untold.is_empty() {
            pieces.push(Piece::Words(article::UNTOLD_LEAD.to_owned()));
            pieces.extend(self.claims(untold, article::untold));
            pieces.push(Piece::Words(article::ASK_ANYWAY.to_owned()));
            pieces.extend(self.questions(untold));
        }
        pieces.extend(self.hidden());
        let caveats = [results::CAVEAT, results::COVERAGE, results::POINTS];
        pieces.push(Piece::Words(caveats[..2].join(" ")));
        pieces.push(Piece::Small(caveats[2].to_owned()));
        section("limits", article::LIMITS, pieces)
    }

    fn hidden(&self) -> Vec<Piece> {
        let hidden = &self.story.hidden;
        if hidden.is_empty() {
            return Vec::new();
        }
        let mut pieces = vec![Piece::Words(results::HIDDEN_WHY.to_owned())];
        if hidden.len() < self.subject.results.items().count() {
            let labelled = |item: &ItemResult| item.item.label.to_string();
            pieces.extend(self.claims(hidden, labelled));
        }
        pieces
    }

    /// The first of these items, each in a sentence, and how many more there are.
    fn claims(&self, places: &[usize], told: fn(&ItemResult) -> String) -> Vec<Piece> {
        let claims = places.iter().take(MOST_CLAIMS).filter_map(|place| {
            Some(Claim {
                words: told(self.item(*place)?),
                row: row_of(self.subject, *place),
            })
        });
        let mut pieces = vec![Piece::Claims(claims.collect())];
        pieces.extend(more(places.len()));
        pieces
    }

    /// The questions of the dimensions that the told ones of these items belong to, each once.
    fn questions(&self, places: &[usize]) -> impl Iterator<Item = Piece> {
        let told = places.iter().take(MOST_CLAIMS);
        let question =
            |place: &usize| moves::of(self.subject.results.dimension_name(*place)).question;
        let mut questions: Vec<&str> = told.map(question).collect();
        questions.dedup();
        let questions = questions.into_iter();
        questions.map(|question| Piece::Question(question.to_owned()))
    }

    fn item(&self, place: usize) -> Option<&ItemResult> {
        self.subject.results.items().nth(place)
    }
}

fn more(all: usize) -> Option<Piece> {
    let more = all.saturating_sub(MOST_CLAIMS);
    (more > 0).then(|| Piece::Small(article::more(more)))
}
