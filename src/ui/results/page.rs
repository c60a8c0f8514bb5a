//! The results of a closed survey, or of the made-up example.

use leptos::{
    prelude::*,
    task::{spawn_local, tick},
};

use super::{
    article::Article,
    chart::Look,
    choices::{choices, has_this_group},
    details::details,
    leaving_out::{self, Sharing},
    picture::Subject,
    take_away::take_away,
    telling::{Telling, head},
    view::View,
    wave::compare,
};
use crate::{
    domain::{
        benchmark::fitting,
        side::{BySide, Side},
    },
    state::{Closed, Held, Published, RefusedCounts, Whose, Workspace, page, tally_file},
    text::{article as article_words, benchmark, collect, common, files, meeting, results},
    ui::{
        kit::{El, actions, el, heading, link, notice, paragraph, small},
        screen::Screen,
        source::{Source, made_up, of_closed},
    },
};

/// The results of a survey on this device.
pub(crate) fn page(id: String) -> El {
    let survey = Screen::Survey(id.clone());
    of_closed(id, move |source, held, closed| {
        let mut said = still_needed(held, &survey);
        said.extend(refused_box(closed));
        article_of(source, Published::of(held.survey(), closed), said, true)
    })
}

/// The results of a made-up company.
pub(crate) fn example_page() -> El {
    let said = vec![notice(results::MADE_UP)];
    article_of(&Source::Example, made_up(), said, true)
}

/// What was published, as an article; where it comes from says where the deck and the cards find it. Whoever only received
/// it `is_organisers` not: they see no way to leave questions out.
pub(super) fn article_of(
    source: &Source,
    published: Published,
    said: Vec<El>,
    is_organisers: bool,
) -> El {
    let day = published.day().unwrap_or_else(page::today);
    article(source, &Subject::of(published, day), said, is_organisers)
}

/// Title, what must be said first, what can be chosen, then the article as it was chosen, and the ways out.
fn article(source: &Source, subject: &Subject, said: Vec<El>, is_organisers: bool) -> El {
    page::set_title(&common::title(results::TITLE));
    page::set_foot(&results::foot(&subject.survey, subject.day));
    let look = Look::of_page();
    let has_this_group = has_this_group(subject);
    let view = View::of_address(has_this_group);
    let sharing = Sharing::of(subject);
    let shared = sharing.subject;
    tell_of_cards(sharing, source.whose(&subject.published));
    go_to_row(view);
    // Made for either place anew: to keep it would take code to compare all of it.
    let article = move || {
        let choice = view.get();
        sharing.follow();
        shared.with_value(|subject| Article::of(subject, choice))
    };
    let told = move || {
        let choice = view.get();
        let published = choice.with_published && choice.only.is_none();
        let published = published.then(|| shared.with_value(published_figures));
        let telling = Telling {
            subject: shared,
            look,
            has_details: choice.only.is_none(),
        };
        Some(telling.sections(article().sections).maybe(published))
    };
    let details = move || {
        sharing.follow();
        let choice = view.get();
        (choice.only.is_none()).then(|| details(shared, look, choice.is_of_this_group))
    };
    let left_out = move || {
        sharing.follow();
        shared.with_value(leaving_out::said)
    };
    let taken = move || {
        sharing.follow();
        Some(shared.with_value(take_away))
    };
    el("article")
        .class("results")
        .child(heading(results::TITLE).class("results__kicker"))
        .children(said)
        .live(left_out)
        .live(move || Some(head(article())))
        .child(ways_on(source))
        .child(choices(view, has_this_group))
        .live(told)
        .live(details)
        .child(compare(sharing, look, view))
        .child(
            el("section")
                .class("told take")
                .attr("aria-labelledby", "take-away")
                .child(
                    el("h2")
                        .class("told__title")
                        .id("take-away")
                        .text(files::TAKE),
                )
                .maybe(is_organisers.then(|| sharing.list()))
                .live(taken),
        )
        .child(small(results::HIDDEN_WHY))
}

/// Experiments that were agreed on stand in the article, as soon as they are read, and whenever they have changed.
fn tell_of_cards(sharing: Sharing, whose: Whose) {
    let workspace = Workspace::expect();
    Effect::new(move |_| {
        workspace.track_beside();
        let whose = whose.clone();
        spawn_local(async move {
            sharing.tell_of(workspace.cards_kept(whose).await);
        });
    });
}

/// The row that the address leads to takes the keyboard as soon as it is there.
fn go_to_row(view: View) {
    Effect::new(move || {
        if let Some(row) = view.row() {
            spawn_local(async move {
                // It is on the page only when signals have done their work.
                tick().await;
                page::focus(&row);
            });
        }
    });
}

/// To the slides, and to the experiments.
fn ways_on(source: &Source) -> El {
    let way = |class, screen: Screen, words| {
        let way = link(class, screen.href(), words);
        match source {
            Source::Opened => take_along(way, screen),
            Source::Survey(_) | Source::Example | Source::Link(_) => way,
        }
    };
    el("nav")
        .class("actions onwards")
        .attr("aria-label", article_words::ONWARDS)
        .child(way("button", Screen::Deck(source.clone()), meeting::DECK))
        .child(way(
            "button button--quiet",
            Screen::Cards(source.clone()),
            meeting::CARDS,
        ))
}

/// The same way with the results of a file, which no address holds.
fn take_along(way: El, screen: Screen) -> El {
    let workspace = Workspace::expect();
    way.on_instead("click", move || {
        let screen = screen.clone();
        let file = workspace.brought().as_ref().map(tally_file);
        spawn_local(async move {
            if let Some(file) = file {
                workspace.hand_over(file.into_bytes()).await;
            }
            screen.go();
        });
    })
}

/// Published figures in words: form, source, year and n of each.
fn published_figures(subject: &Subject) -> El {
    let items = subject.results.items();
    let told = items.flat_map(|item| {
        let figures = fitting(&item.item);
        figures.map(|figure| benchmark::told(&item.item.label, figure))
    });
    let told = told.map(|words| el("li").text(words));
    el("section")
        .class("published")
        .attr("aria-labelledby", "published-title")
        .child(
            el("h2")
                .class("published__title")
                .id("published-title")
                .text(benchmark::TITLE),
        )
        .child(paragraph(benchmark::CAVEAT))
        .child(el("ul").children(told))
}

/// Sides that are under their minimum, and the way back to collecting.
fn still_needed(held: &Held, survey: &Screen) -> Vec<El> {
    let needs = Side::ALL.map(|side| (side, held.needed(side)));
    let mut said: Vec<El> = needs
        .into_iter()
        .filter(|(_, more)| *more > 0)
        .map(|(side, more)| notice(collect::needs(side, more)))
        .collect();
    if held.is_collecting() {
        let back = link("link", survey.href(), results::GO_ON_COLLECTING);
        said.push(actions().child(back));
    }
    said
}

/// Ballots that did not open, named.
fn refused_box(closed: &Closed) -> Option<El> {
    let sentences = not_counted(&closed.refused);
    (!sentences.is_empty()).then(|| {
        el("div")
            .class("notice")
            .child(el("h2").class("notice__title").text(results::REFUSED))
            .children(sentences.into_iter().map(paragraph))
    })
}

/// What did not open, in sentences.
pub(crate) fn not_counted(counts: &BySide<RefusedCounts>) -> Vec<String> {
    let mut sentences = Vec::new();
    for side in Side::ALL {
        let counts = counts.of(side);
        if counts.other_side > 0 {
            sentences.push(results::other_side(side, counts.other_side));
        }
        if counts.does_not_open > 0 {
            sentences.push(results::does_not_open(counts.does_not_open));
        }
        if counts.not_answers > 0 {
            sentences.push(results::not_answers(counts.not_answers));
        }
    }
    sentences
}
