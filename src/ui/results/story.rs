//! What is told of the results above the tables: the gaps with what to do about them, what is seen alike, what is open.

use leptos::prelude::*;

use super::{chart::Look, picture::Subject};
use crate::{
    chart::Reveal,
    domain::{
        results::ItemResult,
        story::{Story, Unsure},
    },
    state::page,
    text::{article as words, finding, moves, topic},
    ui::{
        kit::{El, el, paragraph, small},
        topic::topic_fold,
    },
};

/// A claim, and the item whose row in a table holds its numbers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Claim {
    /// What is claimed.
    pub(super) words: String,
    /// The item's place among all.
    pub(super) place: usize,
}

/// A list of claims under a heading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Claims {
    /// The heading.
    pub(super) title: &'static str,
    /// What is said first.
    pub(super) said: Vec<String>,
    /// The claims.
    pub(super) all: Vec<Claim>,
}

/// A gap with what to do about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Told {
    /// What it says, as a title.
    pub(super) title: String,
    /// What it says, in sentences.
    pub(super) claim: Claim,
    /// What to do about it.
    pub(super) moves: moves::Moves,
}

/// The article between the dimensions and the tables, as plain data.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Article {
    /// Over the gaps, if there are any.
    pub(super) gaps_title: Option<&'static str>,
    /// What must be said of all of them.
    pub(super) gaps_said: Option<&'static str>,
    /// The largest gaps.
    pub(super) gaps: Vec<Told>,
    /// What is seen alike, where the team is ahead, where many could not tell; those that are empty are left out.
    pub(super) lists: Vec<Claims>,
}

impl Article {
    /// What is told of `subject`.
    pub(super) fn of(subject: &Subject) -> Self {
        let story = Story::of(&subject.results, &subject.published.released);
        let has_gaps = !story.gaps.is_empty();
        let title = if story.are_clear {
            words::CLEAR
        } else {
            words::POSSIBLE
        };
        let told = story.gaps.iter().filter_map(|place| told(subject, *place));
        Self {
            gaps_title: has_gaps.then_some(title),
            gaps_said: (has_gaps && !story.are_clear).then_some(words::ONLY_POSSIBLE),
            gaps: told.collect(),
            lists: lists(subject, &story),
        }
    }
}

fn item(subject: &Subject, place: usize) -> Option<&ItemResult> {
    subject.results.items().nth(place)
}

fn told(subject: &Subject, place: usize) -> Option<Told> {
    let item = item(subject, place)?;
    Some(Told {
        title: finding::items_headline(&[item]),
        claim: Claim {
            words: finding::item(item, subject.survey.minimum),
            place,
        },
        moves: moves::of(subject.results.dimension_name(place)),
    })
}

fn lists(subject: &Subject, story: &Story) -> Vec<Claims> {
    let values = |places: &[usize]| {
        let items = places.iter();
        items
            .filter_map(|place| {
                Some(Claim {
                    words: words::values(item(subject, *place)?),
                    place: *place,
                })
            })
            .collect()
    };
    let unsure = |unsure: &Unsure| {
        Some(Claim {
            words: words::unsure(item(subject, unsure.place)?, *unsure),
            place: unsure.place,
        })
    };
    let list = |title, said: Vec<String>, claims| Claims {
        title,
        said,
        all: claims,
    };
    let all = [
        list(
            words::ALIKE,
            vec![words::ALIKE_LEAD.to_owned()],
            values(&story.alike),
        ),
        list(words::PESSIMISTIC, Vec::new(), values(&story.pessimistic)),
        list(
            words::UNSURE,
            Vec::new(),
            story.unsure.iter().filter_map(unsure).collect(),
        ),
    ];
    let mut lists: Vec<Claims> = all
        .into_iter()
        .filter(|list| !list.all.is_empty())
        .collect();
    let open = words::left_open(story.untold.len(), story.hidden.len());
    lists.push(list(words::OPEN, open, Vec::new()));
    lists
}

/// The article: the largest gaps, each with its picture and what to do about it, then what is seen alike and what is
/// left open.
pub(super) fn article(shared: StoredValue<Subject>, look: Look) -> Vec<El> {
    let Article {
        gaps_title,
        gaps_said,
        gaps,
        lists,
    } = shared.with_value(Article::of);
    let told = gaps.into_iter().map(|told| gap(shared, told, look));
    let gaps = gaps_title.map(|title| {
        el("section")
            .class("told")
            .attr("aria-labelledby", "told-gaps")
            .child(el("h2").class("told__title").id("told-gaps").text(title))
            .maybe(gaps_said.map(paragraph))
            .children(told)
    });
    let lists = lists.into_iter().zip(1..);
    let lists = lists.map(|(claims, number)| list(claims, number));
    gaps.into_iter().chain(lists).collect()
}

fn gap(shared: StoredValue<Subject>, told: Told, look: Look) -> El {
    let place = told.claim.place;
    let half_page = shared.with_value(|subject| topic::of_item(&subject.results, place));
    let labelled = |label: &'static str, words: &'static str| {
        el("p")
            .class("told__move")
            .child(el("strong").class("told__label").text(label))
            .text(words)
    };
    el("section")
        .class("told__gap")
        .child(el("h3").class("told__finding").text(told.title.clone()))
        .child(claim(told.claim))
        .child(picture(shared, place, look))
        .child(labelled(words::ASK, told.moves.question))
        .child(labelled(words::TRY, told.moves.steps))
        .maybe(half_page.map(|page| topic_fold(&page)))
}

/// The item's row of the main chart.
fn picture(shared: StoredValue<Subject>, place: usize, look: Look) -> El {
    let drawn = move || {
        shared.with_value(|subject| {
            let row = illustration(subject, place)?;
            let (picture, _) = row.draw(look.format(), look.theme()).ok()?;
            Some(picture.on_page(&format!("told-{place}")))
        })
    };
    el("figure")
        .class("told__picture")
        .live_markup(move || drawn().unwrap_or_default())
}

/// The item's row of the main chart, whatever it is drawn for.
pub(super) fn illustration(subject: &Subject, place: usize) -> Option<Reveal> {
    subject.row_alone(place, finding::items_headline(&[item(subject, place)?]))
}

fn list(claims: Claims, number: usize) -> El {
    let id = format!("told-{number}");
    let items = claims
        .all
        .into_iter()
        .map(|found| el("li").child(claim(found)));
    el("section")
        .class("told")
        .attr("aria-labelledby", id.clone())
        .child(el("h2").class("told__title").id(id).text(claims.title))
        .children(claims.said.into_iter().map(small))
        .child(el("ul").class("told__list").children(items))
}

/// A claim with the way to its numbers.
fn claim(claim: Claim) -> El {
    let row = row_id(claim.place);
    let name = format!("{}: {}", claim.words, words::TO_ROW);
    let link = el("button")
        .class("told__row")
        .attr("type", "button")
        .attr("aria-label", name)
        .text(words::TO_ROW)
        .on("click", move || page::focus(&row));
    el("p").text(claim.words).text(" ").child(link)
}

/// The id of an item's row in its table.
pub(super) fn row_id(place: usize) -> String {
    format!("row-{place}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        domain::{day::Day, release::Released, tally::Tally},
        state::Published,
        ui::source::made_up,
    };

    const DAY: Day = Day {
        year: 2026,
        month: 11,
        day: 20,
    };

    #[test]
    fn the_example_is_read_in_three_minutes() {
        let article = Article::of(&Subject::of(made_up(), DAY));
        let mut text = String::new();
        for told in &article.gaps {
            let moves = told.moves;
            for part in [&told.title, &told.claim.words] {
                text += part;
                text += " ";
            }
            text += &[moves.question, moves.steps, " "].join(" ");
        }
        for list in &article.lists {
            text += &list.said.join(" ");
            for claim in &list.all {
                text += &claim.words;
                text += " ";
            }
        }
        let words = text.split_whitespace().count();
        // 200 to 250 words a minute, with the charts and the dimensions besides.
        assert!((150..600).contains(&words), "{words} words");
    }

    #[test]
    fn every_claim_names_an_item_that_has_a_row() {
        let subject = Subject::of(made_up(), DAY);
        let article = Article::of(&subject);
        let all = subject.results.items().count();
        let claims = article.lists.iter().flat_map(|list| &list.all);
        let gaps = article.gaps.iter().map(|told| &told.claim);
        assert!(!article.gaps.is_empty());
        assert!(gaps.chain(claims).all(|claim| claim.place < all));
    }

    #[test]
    fn with_everything_hidden_nothing_is_claimed() {
        let mut published = made_up();
        let none = Tally::empty(&published.survey);
        published = Published {
            released: Released::of(&published.survey, &none),
            ..published
        };
        let article = Article::of(&Subject::of(published, DAY));
        assert_eq!(article.gaps_title, None);
        assert!(article.lists.iter().all(|list| list.all.is_empty()));
        let open = article.lists.last().unwrap();
        assert_eq!(open.title, words::OPEN);
        assert!(open.said[0].contains("hidden"), "{:?}", open.said);
    }
}
