//! The results of a closed survey, or of the made-up example.

use leptos::prelude::*;

use super::{
    chart::{Look, chart},
    details::details,
    of_ten,
    picture::{Choice, Part, Subject, pictures},
    rows::Rows,
    steps, story,
    table::table,
    take_away::take_away,
};
use crate::{
    domain::{
        benchmark::fitting,
        side::{BySide, Side},
    },
    state::{Closed, Held, Published, RefusedCounts, Workspace, page},
    text::{
        article as words, benchmark, collect, common, finding, home, meeting, results, this_group,
    },
    ui::{
        kit::{El, actions, el, heading, lead, link, notice, paragraph, small, tick},
        screen::Screen,
        source::{Source, made_up},
    },
};

/// The results of a survey on this device.
pub(crate) fn page(id: String) -> El {
    let workspace = Workspace::expect();
    let held = {
        let id = id.clone();
        Memo::new(move |_| workspace.is_ready().then(|| workspace.held(&id)))
    };
    el("div").live(move || {
        Some(match held.get() {
            None => small(common::OPENING),
            Some(None) => notice(home::NOT_HERE),
            Some(Some(held)) => untrack(|| closed_or_not(&id, &held)),
        })
    })
}

/// The results of a made-up company.
pub(crate) fn example_page() -> El {
    article_of(made_up(), vec![notice(results::MADE_UP)], &Source::Example)
}

fn closed_or_not(id: &str, held: &Held) -> El {
    let survey = Screen::Survey(id.to_owned());
    match &held.closed {
        None => notice(collect::NO_RESULTS_YET).child(link(
            "link",
            survey.href(),
            results::GO_ON_COLLECTING,
        )),
        Some(closed) => {
            let mut said = still_needed(held, &survey);
            said.extend(refused_box(closed));
            let source = Source::Survey(id.to_owned());
            article_of(Published::of(held.survey(), closed), said, &source)
        }
    }
}

/// What was published, as an article.
pub(super) fn article_of(published: Published, said: Vec<El>, source: &Source) -> El {
    let day = published.day().unwrap_or_else(page::today);
    article(&Subject::of(published, day), said, source)
}

/// Title, what must be said first, then each picture with its table.
fn article(subject: &Subject, said: Vec<El>, source: &Source) -> El {
    page::set_title(&common::title(results::TITLE));
    let look = Look::of_page();
    let choice = RwSignal::new(Choice::default());
    let shared = StoredValue::new(subject.clone());
    let parts = move || Some(sections(shared, choice.get(), look));
    el("article")
        .class("results")
        .child(heading(results::TITLE).class("results__kicker"))
        .child(
            el("p")
                .class("results__headline")
                .attr("dir", "auto")
                .text(finding::headline(&subject.results)),
        )
        .child(lead(subject.who()))
        .child(paragraph(words::sure(&subject.results)))
        .children(said)
        .child(onwards(source))
        .child(paragraph(results::HOW_TO_READ))
        .child(choices(choice, has_this_group(subject)))
        .live(parts)
        .child(details(shared, look))
        .child(take_away(subject))
        .child(small(results::POINTS))
        .child(small(finding::FLUKES))
        .child(small(results::HIDDEN_WHY))
        .child(small(results::CAVEAT))
        .child(small(results::COVERAGE))
}

/// The deck and the cards of these results.
fn onwards(source: &Source) -> El {
    el("nav")
        .class("actions onwards")
        .attr("aria-label", words::ONWARDS)
        .child(link(
            "button",
            Screen::Deck(source.clone()).href(),
            meeting::DECK,
        ))
        .child(link(
            "link",
            Screen::Cards(source.clone()).href(),
            meeting::CARDS,
        ))
}

/// What the reader may choose.
fn choices(choice: RwSignal<Choice>, has_this_group: bool) -> El {
    let this_group = has_this_group.then(|| {
        tick(
            "this-group",
            this_group::SHOW,
            move || choice.get().is_of_this_group,
            move |is_chosen| choice.update(|choice| choice.is_of_this_group = is_chosen),
        )
    });
    el("div")
        .class("choices")
        .child(tick(
            "by-gap",
            results::BY_GAP,
            move || choice.get().is_by_gap,
            move |is_by_gap| choice.update(|choice| choice.is_by_gap = is_by_gap),
        ))
        .child(tick(
            "published",
            benchmark::SHOW,
            move || choice.get().with_published,
            move |is_shown| choice.update(|choice| choice.with_published = is_shown),
        ))
        .maybe(this_group)
}

/// Whether the number of people is known, so that exactly this group can be described.
fn has_this_group(subject: &Subject) -> bool {
    let mut gaps = subject.results.items().filter_map(|item| item.gap);
    gaps.any(|gap| gap.this_group.is_some())
}

/// What it means to describe exactly this group.
fn of_this_group(subject: &Subject) -> El {
    let mut said = vec![this_group::MEANING.to_owned()];
    let everyone = this_group::everyone(&subject.survey, subject.results.ballots);
    let is_everyone = everyone.len() == Side::ALL.len();
    said.extend(everyone);
    said.extend(is_everyone.then(|| this_group::NO_RANGE.to_owned()));
    el("section")
        .class("notice reading")
        .attr("aria-labelledby", "this-group-title")
        .child(
            el("h2")
                .class("notice__title")
                .id("this-group-title")
                .text(this_group::TITLE),
        )
        .children(said.into_iter().map(paragraph))
}

/// Every picture with its table, and whose figures are published if they are to be seen.
fn sections(shared: StoredValue<Subject>, choice: Choice, look: Look) -> El {
    let (reading, published, parts, beside) = shared.with_value(|subject| {
        let parts = pictures(subject, choice);
        let mut beside = Vec::from_iter(of_ten::part(subject, choice));
        beside.extend(steps::part(subject, choice));
        let reading = choice.is_of_this_group.then(|| of_this_group(subject));
        let published = choice.with_published.then(|| published(subject));
        (reading, published, parts, beside)
    });
    let (record, overview): (Vec<Part>, Vec<Part>) =
        parts.into_iter().partition(|part| part.is_record);
    let shown = move |parts: Vec<Part>| {
        let parts = parts.into_iter();
        parts.map(move |part| {
            let rows = Rows::of(shared, &part, look);
            section(part, look, rows)
        })
    };
    // What the article says is said of people like these.
    let told = (!choice.is_of_this_group).then(|| story::article(shared, look));
    el("div")
        .class("parts")
        .maybe(reading)
        .maybe(published)
        .children(shown(overview))
        .children(told.into_iter().flatten())
        .children(shown(beside))
        .child(el("h2").class("told__title record").text(words::RECORD))
        .children(shown(record))
}

/// Published figures in words: form, source, year and n of each.
fn published(subject: &Subject) -> El {
    let items = subject.results.items();
    let told = items.flat_map(|item| {
        let figures = fitting(&item.item.id);
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

fn section(part: Part, look: Look, rows: Rows) -> El {
    let (id, title) = (part.id.clone(), part.title.clone());
    let table = table(&part);
    let said: Vec<El> = part.said.iter().cloned().map(paragraph).collect();
    el("section")
        .class("part")
        .attr("aria-labelledby", id.clone())
        .child(el("h2").class("part__title").id(id).text(title))
        .children(said)
        .child(chart(part, look, Some(rows)))
        .child(table)
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
