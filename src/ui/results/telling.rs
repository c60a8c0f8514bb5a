//! The article on the page.

use leptos::prelude::*;

use super::{
    article::{Anchor, Article, Claim, GapStory, Piece, Section},
    chart::{Look, chart},
    line::Line,
    picture::{Part, Subject},
    rows::Rows,
    table::{of_numbers, table},
    view,
};
use crate::{
    state::page,
    text::{article, card},
    ui::{
        kit::{El, el, paragraph, small},
        topic::topic_fold,
    },
};

/// What the pieces of an article need to be shown.
#[derive(Clone, Copy)]
pub(super) struct Telling {
    /// Whose results these are.
    pub(super) subject: StoredValue<Subject>,
    /// How charts look.
    pub(super) look: Look,
    /// Whether rows of pictures open to what stands behind them.
    pub(super) has_details: bool,
}

impl Telling {
    /// The sections, one under another.
    pub(super) fn sections(self, sections: Vec<Section>) -> El {
        let sections = sections.into_iter();
        el("div")
            .class("parts")
            .children(sections.map(|section| self.section(section)))
    }

    fn section(self, section: Section) -> El {
        let Section { id, title, pieces } = section;
        let is_titled = |part: &Part| part.title == title;
        let pieces: Vec<El> = pieces
            .into_iter()
            .map(|piece| {
                let has_title = matches!(&piece, Piece::Figure(part) if is_titled(part));
                self.piece(piece, has_title)
            })
            .collect();
        el("section")
            .class("told")
            .attr("aria-labelledby", id.clone())
            .child(el("h2").class("told__title").id(id).text(title))
            .children(pieces)
    }

    fn piece(self, piece: Piece, has_title: bool) -> El {
        match piece {
            Piece::Words(words) => paragraph(words),
            Piece::Small(words) => small(words),
            Piece::OnScreen(words) => paragraph(words).class("not-printed"),
            Piece::Question(words) => question(&words),
            Piece::Claims(claims) => el("ul")
                .class("told__list")
                .children(claims.into_iter().map(|claim| el("li").child(said(claim)))),
            Piece::Gap(gap) => self.gap(*gap),
            Piece::Experiment(told) => experiment(told),
            Piece::Picture(part) => chart(*part, self.look, None),
            Piece::Figure(part) => self.figure(*part, has_title),
        }
    }

    /// A picture with its table; one that has not the section's title has its own.
    fn figure(self, part: Part, has_title: bool) -> El {
        let rows = self
            .has_details
            .then(|| Rows::of(self.subject, &part, self.look));
        let table = (!part.rows.is_empty()).then(|| table(&part));
        let numbers: Vec<El> = part.numbers.iter().map(of_numbers).collect();
        let published = part.rows.iter().flat_map(Line::published_in_words);
        let published: Vec<El> = published.map(small).collect();
        let title = (!has_title).then(|| {
            let id = part.id.clone();
            el("h3")
                .class("part__title")
                .id(id)
                .text(part.title.clone())
        });
        el("div")
            .class("part")
            .maybe(title)
            .children(part.said.iter().cloned().map(small))
            .child(chart(part, self.look, rows))
            .children(published)
            .maybe(table)
            .children(numbers)
    }

    fn gap(self, gap: GapStory) -> El {
        let [experiment, steps] = gap.experiment;
        let words = el("div")
            .class("told__words")
            .child(small(gap.kicker))
            .child(el("h3").attr("dir", "auto").text(gap.title))
            .child(said(gap.finding))
            .child(question(&gap.question))
            .child(fold(article::try_it(&experiment), vec![steps]))
            .child(topic_fold(&gap.topic))
            .child(small(gap.figures));
        el("div").class("told__gap").child(words).child(chart(
            gap.picture,
            self.look.always_narrow(),
            None,
        ))
    }
}

/// An experiment that was agreed on, with all that its card says.
fn experiment(told: card::Told) -> El {
    let rows = told.rows.into_iter().map(|(label, text)| {
        el("div")
            .child(el("dt").text(label))
            .child(el("dd").attr("dir", "auto").text(text))
    });
    el("div")
        .class("told__agreed")
        .child(el("h3").attr("dir", "auto").text(told.title))
        .child(el("dl").class("told__card").children(rows))
}

/// The headline, and who answered.
pub(super) fn head(article: Article) -> El {
    el("div")
        .class("parts")
        .child(
            el("h2")
                .class("results__headline")
                .attr("dir", "auto")
                .text(article.title),
        )
        .maybe(
            article
                .row
                .map(|row| el("p").class("not-printed").child(to_row(row))),
        )
        .child(paragraph(article.who).class("lead"))
}

/// A sentence and the way to its row.
fn said(claim: Claim) -> El {
    let Claim { words, row } = claim;
    paragraph(format!("{words} ")).child(to_row(row))
}

fn to_row(row: Anchor) -> El {
    let (name, id) = (article::row_of(&row.label), row.id);
    let href = format!("#{}", view::at(&id));
    let go = move || {
        page::go(&view::at(&id));
        page::focus(&id);
    };
    el("a")
        .class("told__row")
        .attr("href", href)
        .attr("aria-label", name)
        .text(article::ROW)
        .on_instead("click", go)
}

fn question(words: &str) -> El {
    el("p")
        .class("question")
        .attr("dir", "auto")
        .child(el("strong").class("labelled").text(article::ASK))
        .child(el("span").text(format!(" {words}")))
}

fn fold(title: String, said: Vec<String>) -> El {
    el("details")
        .class("card__more")
        .child(el("summary").text(title))
        .children(said.into_iter().map(paragraph))
}
