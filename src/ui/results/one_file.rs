//! The article as one HTML file, which opens anywhere without this page.

use super::{
    article::{Article, GapStory, Piece, Section},
    choice::Choice,
    picture::{Part, Subject},
    table::cells,
};
use crate::{
    chart::{FONT_FAMILY, FONT_WOFF2, Format, Picture, Theme},
    state::html::{Block, Document},
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
        styles: STYLES.to_vec(),
        blocks: blocks(subject),
    };
    document.to_file()
}

fn blocks(subject: &Subject) -> Vec<Block> {
    let article = Article::of(subject, Choice::default());
    let mut blocks = vec![
        Block::Small(article.kicker),
        Block::Heading(1, article.title),
        Block::Lead(article.who),
        Block::Small(subject.day.to_text()),
    ];
    blocks.extend(article.sections.into_iter().flat_map(section));
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
        // In a file no row can be pressed.
        Piece::Words(words) if words == results::HOW_TO_READ => {
            vec![Block::Text(results::HOW_TO_READ_A_FILE.to_owned())]
        }
        Piece::Words(words) => vec![Block::Text(words)],
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
        Block::Small(gap.kicker),
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
    blocks.extend(picture(part));
    blocks.push(Block::Table {
        caption: results::table_of(&part.title),
        heads: results::COLUMNS.map(str::to_owned).to_vec(),
        rows: part.rows.iter().map(|line| cells(line).to_vec()).collect(),
    });
    blocks
}

fn picture(part: &Part) -> Option<Block> {
    drawn(&part.id, |theme| {
        let picture = if part.is_beside_words {
            part.chart.draw_bare(theme)
        } else {
            part.chart.draw(Format::Slide, theme)
        };
        picture.ok()
    })
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
