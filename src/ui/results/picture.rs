//! Results as charts: which rows stand on which picture, in which words.

use std::sync::Arc;

use super::{
    choice::Choice,
    drawing::Drawing,
    line::{self, Line, description},
    order::{self, Slide},
};
use crate::{
    chart::{Frame, Heads, MAX_ROWS, Meaning, PairedDots, Reveal},
    domain::{
        card::{Card, State},
        day::Day,
        finding::Headline,
        results::{ItemResult, Results},
        side::Side,
        survey::Survey,
    },
    state::{Published, tally_file},
    text::{article, benchmark, card, common, files, finding, results, this_group},
};

/// Closed results and where they come from.
#[derive(Clone, Debug)]
pub(crate) struct Subject {
    /// What was asked of whom.
    pub(crate) survey: Survey,
    /// What may be seen.
    pub(crate) results: Results,
    /// When it was closed.
    pub(super) day: Day,
    /// What of it may leave the page.
    pub(super) published: Published,
    /// The text of the tally file.
    pub(super) tally: Arc<str>,
    /// The experiments that were agreed on.
    pub(super) agreed: Vec<card::Told>,
}

/// One picture with the table of the same numbers.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Part {
    /// Its name on the page.
    pub(super) id: String,
    /// What it shows.
    pub(super) title: String,
    /// What it says, in sentences.
    pub(super) said: Vec<String>,
    /// The chart.
    pub(crate) chart: Drawing,
    /// The table's rows.
    pub(super) rows: Vec<Line>,
    /// The numbers of what is not made of rows.
    pub(super) numbers: Vec<Numbers>,
    /// The name of its files, without ending.
    pub(super) file_name: String,
    /// The text of the tally file, which its files carry.
    pub(super) tally: Arc<str>,
    /// Whether its table is the one that claims lead to.
    pub(super) is_record: bool,
    /// Whether its title and its small print stand beside it on the page; its files have them.
    pub(super) is_beside_words: bool,
}

/// The numbers of a picture that is not made of rows, as they are drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Numbers {
    /// What was asked.
    pub(super) title: String,
    /// What stands over the columns.
    pub(super) heads: Vec<String>,
    /// The name of each row, and a figure for each side that is to be seen.
    pub(super) rows: Vec<(String, Vec<String>)>,
}

impl Subject {
    /// What was published, closed on this day.
    pub(crate) fn of(published: Published, day: Day) -> Self {
        let survey = published.survey.clone();
        Self {
            results: Results::of(&survey, &published.released),
            survey,
            day,
            tally: tally_file(&published).into(),
            published,
            agreed: Vec::new(),
        }
    }

    /// Those of `cards` that were agreed on; none for a question that is left out. Ideas stay behind: whoever reads them
    /// elsewhere takes them for settled, and nobody stands behind one yet.
    pub(super) fn agreed_of(&self, cards: &[Card]) -> Vec<card::Told> {
        let is_told = |card: &&Card| {
            let mut items = self.results.items();
            card.state() == State::Agreed && items.any(|item| item.item.id == card.item())
        };
        cards.iter().filter(is_told).map(card::told).collect()
    }

    /// The name of a file, without ending.
    pub(super) fn file_name(&self, what: &str) -> String {
        files::file_name(&self.survey, what, &self.day.to_text())
    }

    /// Who answered, and when.
    pub(super) fn who(&self) -> String {
        let when = results::month(self.day.year, self.day.month);
        results::who(&self.survey, &self.results, &when)
    }

    /// The same under a picture's title, where "6 of 7" stays on one line, and the scale of its figures, if it has one.
    pub(super) fn under_title(&self, scale: &str) -> String {
        let who = self.who().replace(" of ", "\u{A0}of\u{A0}");
        if scale.is_empty() {
            who
        } else {
            format!("{who} {scale}")
        }
    }

    /// The place of one of its items among all of them.
    pub(super) fn place_of(&self, item: &ItemResult) -> usize {
        let mut items = self.results.items();
        // Two items can be alike in everything, so the very same one is looked for.
        let place = items.position(|other| std::ptr::eq(other, item));
        place.unwrap_or_default()
    }

    /// `title` names the picture in files and for screen readers.
    pub(super) fn part(
        &self,
        id: String,
        title: String,
        said: Vec<String>,
        chart: Drawing,
        rows: Vec<Line>,
    ) -> Part {
        Part {
            id,
            file_name: self.file_name(&title),
            tally: Arc::clone(&self.tally),
            chart,
            title,
            said,
            rows,
            numbers: Vec::new(),
            is_record: false,
            is_beside_words: false,
        }
    }

    /// What stands around a picture of another kind, of both sides or of only one; the footer begins with its own rule.
    pub(super) fn frame(
        &self,
        [title, description]: [String; 2],
        [scale, rule]: [&str; 2],
        only: Option<Side>,
    ) -> Frame {
        Frame {
            title,
            subtitle: self.under_title(scale),
            description,
            footer: format!(
                "{rule} {}",
                results::rules(&self.survey, &self.results, only)
            ),
            signature: common::NAME.to_owned(),
        }
    }

    /// The main chart's row of the item at `place`, alone and large; `None` if there is no such item.
    pub(crate) fn row_alone(&self, place: usize, title: String) -> Option<Reveal> {
        let item = self.results.items().nth(place)?;
        let line = Line::of_item((place, item), None, Choice::default());
        let chart = self.dots(&title, std::slice::from_ref(&line));
        Some(Reveal {
            title,
            description: chart.description,
            heads: chart.heads,
            row: line.row(),
            ticks: chart.ticks,
            gap_ticks: chart.gap_ticks,
            guesses: Vec::new(),
            guess: String::new(),
        })
    }

    /// The main chart, with what it says over it.
    pub(crate) fn dots(&self, title: &str, rows: &[Line]) -> PairedDots {
        let is_of_this_group = rows.iter().any(|line| line.is_of_this_group);
        let only = rows.iter().find_map(|line| line.only);
        let head = |side| match only {
            Some(only) if only != side => String::new(),
            Some(_) | None => results::head(side, *self.results.ballots.of(side)),
        };
        let dots: Vec<_> = rows.iter().map(Line::row).collect();
        let has_gaps = dots.iter().any(|row| row.gap.is_some());
        PairedDots {
            title: title.to_owned(),
            subtitle: self.under_title(results::SCALE),
            hollow: benchmark::IN_PICTURES.to_owned(),
            no_room: benchmark::NO_ROOM.to_owned(),
            description: description(title, rows),
            heads: Heads {
                team: head(Side::Team),
                executives: head(Side::Executive),
                gap: results::GAP.to_owned(),
            },
            rows: dots,
            ticks: results::AXIS.map(str::to_owned),
            gap_ticks: results::GAP_AXIS.map(str::to_owned),
            ranges: if is_of_this_group {
                meaning(this_group::RANGES, this_group::RANGES_BELOW)
            } else {
                meaning(results::RANGES, results::RANGES_BELOW)
            },
            thin: results::THIN.to_owned(),
            footer: if only.is_some() || !(has_gaps || is_of_this_group) {
                results::rules(&self.survey, &self.results, only)
            } else if is_of_this_group {
                let has_people = rows.iter().any(Line::has_switches);
                this_group::footer(&self.survey, &self.results, has_people)
            } else {
                let gaps = line::evidence(rows);
                results::footer(results::GAPS, &gaps, &self.survey, &self.results)
            },
            signature: common::NAME.to_owned(),
        }
    }
}

fn meaning(drawn: &str, written: &str) -> Meaning {
    Meaning {
        drawn: drawn.to_owned(),
        written: written.to_owned(),
    }
}

/// All items in the order that was chosen, as many on a picture as fit.
pub(super) fn pictures(subject: &Subject, choice: Choice) -> Vec<Part> {
    let slides = order::slides(subject, choice).into_iter().zip(1..);
    slides
        .map(|(slide, number)| of_items(subject, slide, number, choice))
        .collect()
}

/// One picture of the dimensions, or several if there are more than fit.
pub(super) fn overview(subject: &Subject, choice: Choice) -> Vec<Part> {
    let results = &subject.results;
    let title = match results.dimensions.len() {
        6 => results::OVERVIEW,
        7 => results::OVERVIEW_SEVEN,
        _ => results::OVERVIEW_OTHER,
    };
    let first = first(results, choice);
    let rows = results.dimensions.iter().enumerate();
    let rows = rows.map(|(place, dimension)| Line {
        is_first: Some(place) == first,
        ..Line::of_dimension(dimension, place, choice)
    });
    let mut rows: Vec<Line> = rows.collect();
    if choice.is_by_gap {
        order::by_gap(&mut rows, |line| line.gap);
    }
    let said = first.and_then(|place| results.dimensions.get(place));
    let said = said.map(|dimension| finding::dimension(dimension, subject.survey.minimum));
    let said = said.into_iter().chain(finding::others(results));
    // What is said of a gap says how sure it is of people like these.
    let mut said: Vec<String> = said.filter(|_| choice.has_words()).collect();
    let headline = if let Some(only) = choice.only {
        article::only(only).to_owned()
    } else if choice.is_of_this_group {
        this_group::headline(&results.dimensions)
    } else {
        finding::headline(results)
    };
    let pictures = rows.chunks(MAX_ROWS).zip(1..);
    let pictures = pictures.map(|(rows, number)| {
        let (id, name, headline) = if number == 1 {
            let name = named(title.to_owned(), choice);
            ("dimensions".to_owned(), name, headline.clone())
        } else {
            let name = named(results::more_of(title, number), choice);
            (format!("dimensions-{number}"), name.clone(), name)
        };
        let chart = Drawing::Dots(Box::new(subject.dots(&headline, rows)));
        Part {
            is_record: true,
            ..subject.part(id, name, std::mem::take(&mut said), chart, rows.to_vec())
        }
    });
    pictures.collect()
}

/// The place of the dimension that the first picture speaks of.
pub(super) fn first(results: &Results, choice: Choice) -> Option<usize> {
    if choice.only.is_some() {
        return None;
    }
    if choice.is_of_this_group {
        return this_group::widest(results.dimensions.iter().map(|dimension| dimension.gap));
    }
    match Headline::of(results) {
        Headline::Apart { place, .. } => Some(place),
        Headline::Close { .. } | Headline::CannotTell { .. } | Headline::Hidden => None,
    }
}

/// The place of the item that a picture of these items speaks of, and what its title says.
pub(super) fn headline_of(items: &[&ItemResult], choice: Choice) -> (Option<usize>, String) {
    if let Some(only) = choice.only {
        return (None, article::only(only).to_owned());
    }
    if choice.is_of_this_group {
        let first = this_group::widest(items.iter().map(|item| item.gap));
        return (first, this_group::items_headline(items));
    }
    (finding::widest(items), finding::items_headline(items))
}

/// The name of a picture, with whom it describes if that was chosen.
pub(super) fn named(title: String, choice: Choice) -> String {
    if let Some(only) = choice.only {
        article::only_named(&title, only)
    } else if choice.is_of_this_group {
        this_group::named(&title)
    } else {
        title
    }
}

fn of_items(subject: &Subject, slide: Slide<'_>, number: usize, choice: Choice) -> Part {
    let items: Vec<_> = slide.items.iter().map(|(_, item)| *item).collect();
    let (first, headline) = headline_of(&items, choice);
    let rows = slide.items.iter();
    let rows: Vec<Line> = rows
        .zip(0..)
        .map(|((heading, item), place)| Line {
            is_first: Some(place) == first,
            ..Line::of_item((subject.place_of(item), item), *heading, choice)
        })
        .collect();
    let chart = Drawing::Dots(Box::new(subject.dots(&headline, &rows)));
    let title = slide.title.unwrap_or_else(|| results::by_gap(number));
    let id = format!("items-{number}");
    let said = slide.said.into_iter();
    let said = said.filter(|_| choice.has_words()).collect();
    Part {
        is_record: true,
        ..subject.part(id, named(title, choice), said, chart, rows)
    }
}
