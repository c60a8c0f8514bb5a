//! The article as one HTML file, which opens anywhere without this page.

use super::{
    line::Line,
    of_ten,
    picture::{Choice, Part, Subject, pictures},
    steps,
    story::{Article, Told, illustration},
    table::cells,
};
use crate::{
    chart::{FONT_FAMILY, FONT_WOFF2, Format, Picture, Theme},
    state::html::{Block, Document},
    text::{article as words, common, finding, results},
};

/// The language of all words.
const LANGUAGE: &str = "en";
/// Colours and lengths, and the file's own style.
const STYLES: [&str; 2] = [
    include_str!("../../../style/tokens.css"),
    include_str!("../../../style/file.css"),
];

/// The file with everything that the article shows at first.
pub(super) fn one_file(subject: &Subject) -> String {
    let document = Document {
        language: LANGUAGE,
        title: common::title(&format!("{}, {}", results::TITLE, subject.survey.team)),
        font: (FONT_FAMILY, FONT_WOFF2),
        styles: STYLES.to_vec(),
        blocks: blocks(subject),
    };
    document.to_file()
}

fn blocks(subject: &Subject) -> Vec<Block> {
    let (choice, article) = (Choice::default(), Article::of(subject));
    let (record, overview): (Vec<Part>, Vec<Part>) = pictures(subject, choice)
        .into_iter()
        .partition(|part| part.is_record);
    let mut blocks = vec![
        Block::Small(results::TITLE.to_owned()),
        Block::Heading(1, finding::headline(&subject.results)),
        Block::Lead(subject.who()),
        Block::Small(subject.day.to_text()),
        Block::Text(words::sure(&subject.results)),
        Block::Text(results::HOW_TO_READ_A_FILE.to_owned()),
    ];
    blocks.extend(overview.iter().flat_map(part));
    blocks.extend(
        article
            .gaps_title
            .map(|title| Block::Heading(2, title.to_owned())),
    );
    blocks.extend(article.gaps_said.map(|said| Block::Text(said.to_owned())));
    blocks.extend(article.gaps.iter().flat_map(|told| gap(subject, told)));
    for list in article.lists {
        blocks.push(Block::Heading(2, list.title.to_owned()));
        blocks.extend(list.said.into_iter().map(Block::Small));
        let claims: Vec<String> = list.all.into_iter().map(|claim| claim.words).collect();
        blocks.extend((!claims.is_empty()).then_some(Block::List(claims)));
    }
    let beside = of_ten::part(subject, choice)
        .into_iter()
        .chain(steps::part(subject, choice));
    blocks.extend(beside.flat_map(|shown| part(&shown)));
    blocks.push(Block::Heading(2, words::RECORD.to_owned()));
    blocks.extend(record.iter().flat_map(part));
    blocks.extend(notes());
    blocks
}

/// What must be known of every number.
fn notes() -> impl Iterator<Item = Block> {
    let notes = [
        results::POINTS,
        finding::FLUKES,
        results::HIDDEN_WHY,
        results::CAVEAT,
        results::COVERAGE,
    ];
    notes.into_iter().map(|note| Block::Small(note.to_owned()))
}

/// A picture with its sentences and its numbers.
fn part(part: &Part) -> Vec<Block> {
    let mut blocks = vec![Block::Heading(2, part.title.clone())];
    blocks.extend(part.said.iter().cloned().map(Block::Text));
    blocks.extend(drawn(&part.id, |theme| {
        part.chart.draw(Format::Slide, theme).ok()
    }));
    blocks.push(Block::Table {
        caption: results::table_of(&part.title),
        heads: results::COLUMNS.map(str::to_owned).to_vec(),
        rows: part.rows.iter().map(row).collect(),
    });
    blocks
}

fn row(line: &Line) -> Vec<String> {
    cells(line).to_vec()
}

fn gap(subject: &Subject, told: &Told) -> Vec<Block> {
    let place = told.claim.place;
    let mut blocks = vec![
        Block::Heading(3, told.title.clone()),
        Block::Text(told.claim.words.clone()),
    ];
    blocks.extend(illustration(subject, place).and_then(|row| {
        let draw = |theme| {
            row.draw(Format::Slide, theme)
                .ok()
                .map(|(picture, _)| picture)
        };
        drawn(&format!("told-{place}"), draw)
    }));
    let labelled = |label: &str, words: &str| Block::Labelled(label.to_owned(), words.to_owned());
    blocks.push(labelled(words::ASK, told.moves.question));
    blocks.push(labelled(words::TRY, told.moves.steps));
    blocks
}

/// On white and on dark; nothing where it cannot be drawn, for its numbers stand below.
fn drawn(id: &str, draw: impl Fn(Theme) -> Option<Picture>) -> Option<Block> {
    let on_page = |theme, ground: &str| Some(draw(theme)?.on_page(&format!("{id}-{ground}")));
    Some(Block::Picture {
        light: on_page(Theme::Light, "light")?,
        dark: on_page(Theme::Dark, "dark")?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{domain::day::Day, ui::source::made_up};

    const DAY: Day = Day {
        year: 2026,
        month: 11,
        day: 20,
    };
    /// The largest file, in bytes.
    const LARGEST: usize = 1_000_000;

    #[test]
    fn the_file_asks_for_nothing_says_everything_and_is_small() {
        let subject = Subject::of(made_up(), DAY);
        let file = one_file(&subject);
        assert!(file.len() < LARGEST, "{} bytes", file.len());
        for forbidden in ["<script", "src=", "href=", "<link", "@import", "url(http"] {
            assert!(!file.contains(forbidden), "{forbidden}");
        }
        for item in subject.results.items() {
            assert!(
                file.contains(item.item.label.as_ref()),
                "{}",
                item.item.label
            );
        }
        assert!(file.contains(DAY.to_text().as_str()));
        assert_eq!(file, one_file(&subject));
    }
}
