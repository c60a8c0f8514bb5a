//! The article as one HTML file, which opens anywhere without this page.

use super::{
    article::{Article, GapStory, Piece, Section},
    choice::Choice,
    picture::{Part, Subject},
    table::cells,
};
use crate::{
    chart::{FONT_FAMILY, FONT_WOFF2, Format, Picture, Theme},
    state::html::{Block, Document, Drawn},
    text::{article, common, results, topic},
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
        foot: results::foot(&subject.survey, subject.day),
        styles: STYLES.to_vec(),
        blocks: blocks(subject),
    };
    document.to_file()
}

fn blocks(subject: &Subject) -> Vec<Block> {
    let article = Article::of(subject, Choice::default());
    let mut blocks = vec![
        Block::Kicker(article.kicker),
        Block::Heading(1, article.title),
        Block::Lead(article.who),
        Block::Small(format!("{}.", results::closed(subject.day))),
    ];
    blocks.extend(article.sections.into_iter().flat_map(section));
    blocks.push(Block::Small(results::ABOUT_A_FILE.to_owned()));
    blocks
}

fn section(section: Section) -> Vec<Block> {
    let Section { title, pieces, .. } = section;
    let mut blocks = vec![Block::Heading(2, title.clone())];
    blocks.extend(
        pieces
            .into_iter()
            .flat_map(|piece| self::piece(piece, &title)),
    );
    blocks
}

fn piece(piece: Piece, title: &str) -> Vec<Block> {
    match piece {
        Piece::Words(words) => vec![Block::Text(words)],
        Piece::OnScreen(_) => Vec::new(),
        Piece::Small(words) => vec![Block::Small(words)],
        Piece::Question(words) => vec![labelled(article::ASK, &words)],
        Piece::Claims(claims) => {
            let claims = claims.into_iter().map(|claim| claim.words);
            vec![Block::List(claims.collect())]
        }
        Piece::Gap(gap) => self::gap(*gap),
        Piece::Picture(part) => picture(&part).into_iter().collect(),
        Piece::Figure(part) => figure(&part, title),
    }
}

fn gap(gap: GapStory) -> Vec<Block> {
    let [experiment, steps] = gap.experiment;
    let mut blocks = vec![
        Block::Kicker(gap.kicker),
        Block::Heading(3, gap.title),
        Block::Text(gap.finding.words),
    ];
    blocks.extend(picture(&gap.picture));
    blocks.push(Block::Small(gap.figures));
    blocks.push(labelled(article::ASK, &gap.question));
    blocks.push(labelled(article::TRY, &experiment));
    blocks.push(Block::Text(steps));
    blocks.push(labelled(topic::EDUCATE_UP, gap.topic.title));
    blocks.extend(gap.topic.plain().into_iter().map(Block::Text));
    blocks
}

fn labelled(label: &str, words: &str) -> Block {
    Block::Labelled(label.to_owned(), words.to_owned())
}

/// A picture with its numbers, under its own title if that is not the section's.
fn figure(part: &Part, title: &str) -> Vec<Block> {
    let has_own = part.title != title;
    let mut blocks: Vec<Block> = Vec::new();
    blocks.extend(has_own.then(|| Block::Heading(3, part.title.clone())));
    blocks.extend(part.said.iter().cloned().map(Block::Small));
    blocks.extend(picture(part));
    blocks.push(Block::Table {
        caption: results::table_of(&part.title),
        heads: results::COLUMNS.map(str::to_owned).to_vec(),
        rows: part.rows.iter().map(|line| cells(line).to_vec()).collect(),
    });
    blocks
}

/// Wide and narrow, or as it stands beside words; nothing where it cannot be drawn, for its numbers are told too.
fn picture(part: &Part) -> Option<Block> {
    let drawn = if part.is_beside_words {
        vec![drawn(&part.id, "beside", |theme| {
            part.chart.draw_bare(theme).ok()
        })?]
    } else {
        let widths = [("wide", Format::Slide), ("narrow", Format::Narrow)];
        let draw = |(class, format): (&'static str, Format)| {
            let id = format!("{}-{class}", part.id);
            drawn(&id, class, |theme| part.chart.draw(format, theme).ok())
        };
        widths.into_iter().filter_map(draw).collect()
    };
    Some(Block::Picture(drawn))
}

/// On white and on dark.
fn drawn(id: &str, class: &'static str, draw: impl Fn(Theme) -> Option<Picture>) -> Option<Drawn> {
    let on_page = |theme, ground: &str| Some(draw(theme)?.on_page(&format!("{id}-{ground}")));
    Some(Drawn {
        class,
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

    fn topics(subject: &Subject) -> Vec<&'static str> {
        let sections = Article::of(subject, Choice::default()).sections;
        let pieces = sections.into_iter().flat_map(|section| section.pieces);
        let titles = pieces.filter_map(|piece| {
            let Piece::Gap(gap) = piece else { return None };
            Some(gap.topic.title)
        });
        titles.collect()
    }

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
        assert!(file.contains("Closed on 20 November 2026."));
        for title in topics(&subject) {
            assert!(file.contains(title), "{title}");
        }
        assert_eq!(file, one_file(&subject));
    }
}
