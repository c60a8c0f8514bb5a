//! An earlier tally beside the results on this page.

use leptos::{prelude::*, task::spawn_local};

use super::{
    bring::Taken,
    chart::{Look, chart},
    drawing::Drawing,
    leaving_out::Sharing,
    picture::{Part, Subject},
    table::framed,
    view::View,
};
use crate::{
    chart::{Arrow, ArrowRow, Arrows, MAX_ROWS},
    domain::{
        day::Day,
        results::Shown,
        side::{BySide, Side},
        wave::{Row, Waves},
    },
    state::{self, OpeningError, Published, ReadError, page, result_of},
    text::{results, wave},
    ui::{
        bad_file::sentence,
        kit::{El, actions, button, el, notice, paragraph, small, spoken},
        source::sentence_of_link,
    },
};

/// The fields' ids.
const FILE: &str = "earlier-file";
const LINK: &str = "earlier-link";

/// What is compared with, and what is said of the last try.
#[derive(Clone, Copy)]
struct Earlier {
    published: RwSignal<Option<Published>>,
    said: RwSignal<Option<String>>,
    sharing: Sharing,
}

/// The fold with the fields, and the comparison under it.
pub(super) fn compare(sharing: Sharing, look: Look, view: View) -> El {
    let earlier = Earlier {
        published: RwSignal::new(None),
        said: RwSignal::new(None),
        sharing,
    };
    let Taken(is_taken) = expect_context();
    page::on_drop(move |file| {
        if is_taken.get_untracked() {
            earlier.take(file);
        }
    });
    on_cleanup(move || is_taken.set(false));
    let toggle = move || is_taken.update(|is_taken| *is_taken = !*is_taken);
    let fields = el("details")
        .class("card__more")
        .child(el("summary").text(wave::COMPARE))
        .child(small(wave::HOW))
        .child(earlier.file())
        .child(earlier.link())
        .child(spoken().live(move || earlier.said.get().map(notice)))
        .on("toggle", toggle);
    el("div").class("parts").child(fields).live(move || {
        // Then and now are about both sides.
        let choice = view.get();
        let compared = (choice.only.is_none()).then(|| earlier.compared(look));
        let said = choice.is_of_this_group.then(|| small(wave::OF_OTHERS));
        Some(
            el("div")
                .class("parts")
                .maybe(said)
                .child(compared.flatten()?),
        )
    })
}

impl Earlier {
    fn file(self) -> El {
        let pick = move || {
            spawn_local(async move {
                if let Some(file) = page::picked(FILE).await {
                    self.take(file);
                }
            });
        };
        el("div")
            .class("field")
            .child(label(FILE, wave::FILE))
            .child(
                el("input")
                    .class("field__input")
                    .id(FILE)
                    .attr("type", "file")
                    .on("change", pick),
            )
    }

    fn link(self) -> El {
        let typed = StoredValue::new(String::new());
        let open = move || {
            let read = typed.with_value(|typed| result_of(typed));
            self.found(read.map_err(sentence_of_link).map_err(str::to_owned));
        };
        let input = el("input")
            .class("field__input")
            .id(LINK)
            .attr("type", "text")
            .attr("autocomplete", "off")
            .attr("spellcheck", "false")
            .on_text(move |text| typed.set_value(text));
        let press = button("button button--quiet button--small")
            .text(wave::OPEN)
            .on("click", open);
        el("div")
            .class("field")
            .child(label(LINK, wave::LINK))
            .child(input)
            .child(actions().child(press))
    }

    /// Takes a file that was picked or dropped.
    fn take(self, file: Result<Vec<u8>, ReadError>) {
        let opened = state::opened(file);
        self.found(opened.map_err(|error: OpeningError| sentence(&error)));
    }

    fn found(self, read: Result<Published, String>) {
        let checked = read.and_then(|earlier| {
            let why = self
                .sharing
                .subject
                .with_value(|subject| why_not(subject, &earlier));
            why.map_or(Ok(earlier), Err)
        });
        match checked {
            Ok(earlier) => {
                self.said.set(None);
                self.published.set(Some(earlier));
            }
            Err(why) => self.said.set(Some(why)),
        }
    }

    fn compared(self, look: Look) -> Option<El> {
        self.sharing.follow();
        let earlier = self.published.get()?;
        let stop = button("button button--quiet button--small")
            .text(wave::STOP)
            .on("click", move || self.published.set(None));
        let shown = self
            .sharing
            .subject
            .with_value(|subject| shown(subject, &earlier, look))?;
        Some(shown.child(el("div").child(stop)))
    }
}

fn label(field: &'static str, words: &'static str) -> El {
    el("label")
        .class("field__label")
        .attr("for", field)
        .text(words)
}

/// Why this tally cannot be compared with these results, in words.
fn why_not(subject: &Subject, earlier: &Published) -> Option<String> {
    let (now, then) = (&subject.published, earlier);
    let waves = Waves::of((&now.survey, &now.released), (&then.survey, &then.released));
    match waves {
        Err(why) => Some(wave::not_compared(why, &now.survey, &then.survey)),
        Ok(_) if then.day() > now.day() && now.day().is_some() => Some(wave::LATER.to_owned()),
        Ok(_) => None,
    }
}

/// Sentences, pictures and tables of the comparison.
fn shown(subject: &Subject, earlier: &Published, look: Look) -> Option<El> {
    let now = (&subject.survey, &subject.published.released);
    let waves = Waves::of(now, (&earlier.survey, &earlier.released)).ok()?;
    let then = earlier.day().unwrap_or(subject.day);
    let when = [then, subject.day].map(|Day { year, month, .. }| results::month(year, month));
    let (dimensions, items) = parts(subject, &waves, &when);
    let left = wave::left(&waves, &subject.results)
        .into_iter()
        .map(paragraph);
    let pictures = dimensions.into_iter().chain(items);
    let pictures = pictures.map(|(part, rows)| {
        let table = table(&part.title, &rows);
        let id = part.id.clone();
        el("div")
            .class("part")
            .child(
                el("h3")
                    .class("part__title")
                    .id(id)
                    .text(part.title.clone()),
            )
            .child(chart(part, look, None))
            .child(table)
    });
    Some(
        el("section")
            .class("told")
            .attr("aria-labelledby", "waves")
            .child(
                el("h2")
                    .class("told__title")
                    .id("waves")
                    .text(wave::title(&when[0])),
            )
            .child(paragraph(wave::READ))
            .children(left)
            .children(pictures),
    )
}

/// A picture, and its rows under their labels.
type Told = (Part, Vec<(String, Row)>);

/// The pictures of dimensions and of items, as many rows on each as fit.
pub(super) fn parts(
    subject: &Subject,
    waves: &Waves,
    when: &[String; 2],
) -> (Vec<Told>, Vec<Told>) {
    let dimension = |row: &Row| {
        let dimension = subject.results.dimensions.get(row.place);
        dimension.map_or_else(String::new, |dimension| {
            dimension.dimension.name.to_string()
        })
    };
    let item = |row: &Row| {
        let item = subject.results.items().nth(row.place);
        item.map_or_else(String::new, |item| item.item.label.to_string())
    };
    let told =
        |rows: &[Row], label: &dyn Fn(&Row) -> String, id: &str, name: fn(usize) -> String| {
            let pictures = rows.chunks(MAX_ROWS).zip(1..);
            let pictures = pictures.map(|(rows, number)| {
                let rows: Vec<(String, Row)> =
                    rows.iter().map(|row| (label(row), row.clone())).collect();
                let part = part(
                    subject,
                    &rows,
                    when,
                    (format!("{id}-{number}"), name(number)),
                );
                (part, rows)
            });
            pictures.collect()
        };
    let named = |number| match number {
        1 => wave::DIMENSIONS.to_owned(),
        _ => results::more_of(wave::DIMENSIONS, number),
    };
    (
        told(&waves.dimensions, &dimension, "waves-dimensions", named),
        told(&waves.items, &item, "waves-items", wave::items),
    )
}

fn part(
    subject: &Subject,
    rows: &[(String, Row)],
    [then, now]: &[String; 2],
    (id, name): (String, String),
) -> Part {
    let only: Vec<Row> = rows.iter().map(|(_, row)| row.clone()).collect();
    let label = |row: &Row| {
        let found = rows.iter().find(|(_, other)| other.place == row.place);
        found.map_or("", |(label, _)| label.as_str())
    };
    let title = wave::headline(&only, label);
    let said: Vec<String> = rows
        .iter()
        .map(|(label, row)| wave::in_words(label, row))
        .collect();
    let rows: Vec<ArrowRow> = rows.iter().map(|(label, row)| arrows(label, row)).collect();
    let is_shown = rows.iter().any(ArrowRow::is_shown);
    let words = if is_shown {
        [results::SCALE, wave::FOOTER]
    } else {
        ["", ""]
    };
    let mut frame = subject.frame([title, said.join(" ")], words, None);
    frame.subtitle = format!("{} {}", wave::months(then, now, is_shown), frame.subtitle);
    let chart = Drawing::Arrows(Box::new(Arrows {
        frame,
        heads: BySide::from_fn(|side| results::head(side, *subject.results.ballots.of(side))),
        gap: wave::GAP.to_owned(),
        change: wave::ITS_CHANGE.to_owned(),
        rows,
        ticks: results::AXIS.map(str::to_owned),
    }));
    subject.part(id, name, Vec::new(), chart, Vec::new())
}

fn arrows(label: &str, row: &Row) -> ArrowRow {
    let arrow = |side: Side| match (*row.then.of(side), *row.now.of(side)) {
        (Shown::Group(then), Shown::Group(now)) => Arrow::Shown {
            then: then.points(),
            now: now.points(),
            text: results::value(now),
            before: wave::before(then, now),
        },
        (Shown::Hidden, _) | (_, Shown::Hidden) => Arrow::Hidden(results::HIDDEN.to_owned()),
    };
    let has_direction = row
        .gap
        .is_some_and(|gap| gap.change.evidence.has_direction());
    ArrowRow {
        label: label.to_owned(),
        sides: BySide::from_fn(arrow),
        gap: wave::drawn_gap(row.gap),
        range: wave::range(row.gap),
        word: wave::word(row.gap).to_owned(),
        faint: !has_direction,
    }
}

fn table(title: &str, rows: &[(String, Row)]) -> El {
    let heads = wave::COLUMNS.map(|head| el("th").attr("scope", "col").text(head));
    let lines = rows.iter().map(|(label, row)| {
        let side = |side| {
            [
                wave::values(*row.then.of(side), *row.now.of(side)),
                wave::change(*row.sides.of(side)),
            ]
        };
        let gap = [
            wave::gap(row.gap),
            wave::change(row.gap.map(|gap| gap.change)),
        ];
        let cells = [side(Side::Executive), side(Side::Team), gap]
            .into_iter()
            .flatten();
        let cells = cells.map(|words| el("td").class("number").text(words));
        el("tr")
            .child(
                el("th")
                    .attr("scope", "row")
                    .attr("dir", "auto")
                    .text(label.clone()),
            )
            .children(cells)
    });
    framed(title, heads.into_iter(), lines).attr("role", "region")
}
