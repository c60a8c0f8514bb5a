//! The largest gaps, each with its picture, the question to ask, and what can be tried.

use super::{Claim, GapStory, Piece, Section, Teller, row_of, section};
use crate::{
    domain::results::ItemResult,
    text::{article, finding, moves, this_group, topic},
    ui::results::{
        drawing::Drawing,
        line::Line,
        picture::{headline_of, named},
    },
};

impl Teller<'_> {
    /// The gaps, or what to ask where there is none.
    pub(super) fn gaps(&self) -> Section {
        let story = self.story;
        let gaps = story.gaps.iter().filter_map(|place| self.gap(*place));
        let gaps: Vec<Piece> = gaps.map(|gap| Piece::Gap(Box::new(gap))).collect();
        let pieces = if gaps.is_empty() {
            self.no_gap()
        } else {
            let is_possible = !story.are_clear && self.choice.has_words();
            let lead = is_possible.then(|| Piece::Words(article::POSSIBLE_LEAD.to_owned()));
            lead.into_iter().chain(gaps).collect()
        };
        let title = if self.choice.is_of_this_group {
            let is_empty = story.gaps.is_empty();
            let title = if is_empty {
                this_group::NO_WIDEST
            } else {
                this_group::WIDEST
            };
            title.to_owned()
        } else {
            article::gaps_title(story)
        };
        section("gaps", title, pieces)
    }

    fn no_gap(&self) -> Vec<Piece> {
        let all = self.subject.results.items().count();
        let why = if self.story.hidden.len() == all {
            article::ALL_HIDDEN
        } else if self.choice.is_of_this_group {
            this_group::NO_GAP
        } else {
            article::NO_GAP
        };
        vec![
            Piece::Words(why.to_owned()),
            Piece::Question(moves::GENERAL.question.to_owned()),
        ]
    }

    fn gap(&self, place: usize) -> Option<GapStory> {
        let results = &self.subject.results;
        let item = results.items().nth(place)?;
        let dimension = results.dimensions.get(results.dimension_of(place))?;
        let name = dimension.dimension.name.to_string();
        let moves = moves::of(&name);
        let is_of_this_group = self.choice.is_of_this_group;
        Some(GapStory {
            kicker: name,
            title: item.item.label.to_string(),
            finding: Claim {
                words: article::gap(item, &self.subject.survey, is_of_this_group),
                row: row_of(self.subject, place),
            },
            figures: article::figures(item, is_of_this_group),
            picture: self.picture(place, item),
            question: moves.question.to_owned(),
            experiment: [moves.experiment.to_owned(), moves.steps.to_owned()],
            topic: topic::of_item(results, place, is_of_this_group)?,
        })
    }

    /// One row, under a title that says it.
    fn picture(&self, place: usize, item: &ItemResult) -> super::Part {
        let line = Line {
            is_first: true,
            ..Line::of_item((place, item), None, self.choice)
        };
        let rows = [line];
        let (_, headline) = headline_of(&[item], self.choice);
        let chart = self.subject.dots(&headline, &rows);
        let name = finding::in_sentence(&item.item.label);
        let id = format!("gap-{}", place + 1);
        let name = named(article::picture_of(&name), self.choice);
        let chart = Drawing::Dots(Box::new(chart));
        super::Part {
            is_beside_words: true,
            ..self
                .subject
                .part(id, name, Vec::new(), chart, rows.to_vec())
        }
    }
}
