//! The article as one HTML file, which opens anywhere without this page.

use super::{
    article::{Anchor, Article, GapStory, Piece, Section},
    choice::Choice,
    line::Line,
    picture::{Numbers, Part, Subject},
    table::cells,
};
use crate::{
    chart::{FONT_FAMILY, FONT_WOFF2, Format, Picture, Theme},
    state::html::{Block, Claim, Document, Drawn, Row},
    text::{article, card, common, results, topic},
};

/// The language of all words.
const LANGUAGE: &str = "en";
/// All its style.
const STYLE: &str = include_str!("../../../style/file.css");

/// The file with everything that the article shows at first.
pub(super) fn one_file(subject: &Subject) -> String {
    let document = Document {
        language: LANGUAGE,
        title: common::title(&format!("{}, {}", results::TITLE, subject.survey.team)),
        font: (FONT_FAMILY, FONT_WOFF2),
        foot: results::foot(&subject.survey, subject.day),
        style: STYLE,
        blocks: blocks(subject),
    };
    document.to_file()
}

fn blocks(subject: &Subject) -> Vec<Block> {
    let article = Article::of(subject, Choice::default());
    let mut blocks = vec![
        Block::Small(article.kicker),
        Block::Heading(1, article.title),
    ];
    let row = article.row.map(|row| claim(String::new(), row));
    blocks.extend(row.map(Block::Claim));
    blocks.extend([
        Block::Lead(article.who),
        Block::Small(format!("{}.", results::closed(subject.day))),
    ]);
    let left_out = article::left_out(&subject.survey, &subject.results);
    blocks.extend(left_out.map(Block::Text));
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
            let claims = claims.into_iter().map(|told| claim(told.words, told.row));
            vec![Block::Claims(claims.collect())]
        }
        Piece::Gap(gap) => self::gap(*gap),
        Piece::Experiment(told) => experiment(told),
        Piece::Picture(part) => picture(&part).into_iter().collect(),
        Piece::Figure(part) => figure(&part, title),
    }
}

fn gap(gap: GapStory) -> Vec<Block> {
    let [experiment, steps] = gap.experiment;
    let mut told = vec![Block::Small(gap.kicker), Block::Heading(3, gap.title)];
    told.extend(picture(&gap.picture));
    told.extend([
        Block::Claim(claim(gap.finding.words, gap.finding.row)),
        Block::Small(gap.figures),
        labelled(article::ASK, &gap.question),
        labelled(article::TRY, &experiment),
        Block::Text(steps),
    ]);
    let mut topic = vec![
        Block::Small(topic::EDUCATE_UP.to_owned()),
        Block::Heading(4, gap.topic.title.to_owned()),
    ];
    topic.extend(gap.topic.plain().into_iter().map(Block::Text));
    vec![Block::Group("gap", told), Block::Group("topic", topic)]
}

fn experiment(told: card::Told) -> Vec<Block> {
    let rows = told.rows.into_iter();
    let mut blocks = vec![Block::Heading(3, told.title)];
    blocks.extend(rows.map(|(label, text)| labelled(label, &text)));
    blocks
}

fn claim(words: String, row: Anchor) -> Claim {
    Claim {
        words,
        row: row.id,
        way: article::ROW,
        name: article::row_of(&row.label),
    }
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
        rows: part.rows.iter().map(|line| row(line, part)).collect(),
    });
    blocks.extend(part.numbers.iter().map(numbers));
    blocks
}

/// Claims lead to the rows of the record.
fn row(line: &Line, part: &Part) -> Row {
    Row {
        id: part.is_record.then(|| line.behind.row_id()),
        cells: cells(line).to_vec(),
    }
}

fn numbers(numbers: &Numbers) -> Block {
    let rows = numbers.rows.iter().cloned();
    let row = |(name, figures)| Row {
        id: None,
        cells: [vec![name], figures].concat(),
    };
    Block::Table {
        caption: results::table_of(&numbers.title),
        heads: numbers.heads.clone(),
        rows: rows.map(row).collect(),
    }
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

#[cfg(all(test, not(target_arch = "wasm32")))]
#[path = "../../../tests/hostile/html_file.rs"]
mod html_file;
#[cfg(all(test, not(target_arch = "wasm32")))]
#[path = "../../../tests/hostile/payloads.rs"]
mod payloads;

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use std::thread;

    use super::*;
    use crate::{
        domain::{
            card::{Card, Field},
            day::Day,
            draft::tidy,
            example,
            release::Released,
            side::BySide,
            survey::Wording,
            tally::Tally,
        },
        state::Published,
        ui::source::made_up,
    };

    const DAY: Day = Day {
        year: 2026,
        month: 11,
        day: 20,
    };
    /// The largest file, in bytes.
    const LARGEST: usize = 1_000_000;
    /// Rows of the record: six dimensions and 18 items.
    const ROWS: usize = 24;
    /// Fields of a card that hold text, its title aside.
    const FIELDS: usize = 8;

    fn gaps(subject: &Subject) -> Vec<GapStory> {
        let sections = Article::of(subject, Choice::default()).sections;
        let pieces = sections.into_iter().flat_map(|section| section.pieces);
        let gaps = pieces.filter_map(|piece| {
            let Piece::Gap(gap) = piece else { return None };
            Some(*gap)
        });
        gaps.collect()
    }

    #[test]
    fn the_file_asks_for_nothing_says_everything_and_is_small() {
        let subject = Subject::of(made_up(), DAY);
        let file = one_file(&subject);
        assert!(file.len() < LARGEST, "{} bytes", file.len());
        for forbidden in ["<script", "src=", "<link", "@import", "url(http"] {
            assert!(!file.contains(forbidden), "{forbidden}");
        }
        let ways: Vec<&str> = file.split(" href=\"").skip(1).collect();
        assert!(ways.len() > 10, "{}", ways.len());
        for way in ways {
            let row = way.strip_prefix('#').and_then(|way| way.split_once('"'));
            let (row, _) = row.expect("nothing leads out of the file");
            assert_eq!(file.matches(&format!("<tr id=\"{row}\"")).count(), 1);
        }
        for item in subject.results.items() {
            assert!(
                file.contains(item.item.label.as_ref()),
                "{}",
                item.item.label
            );
        }
        assert!(file.contains("Closed on 20 November 2026."));
        let gaps = gaps(&subject);
        assert_eq!(gaps.len(), 4);
        for gap in gaps {
            assert!(file.contains(gap.topic.title), "{}", gap.topic.title);
            let ask = format!("<strong>{}</strong> {}</p>", article::ASK, gap.question);
            assert!(file.contains(&ask), "{ask}");
        }
        assert_eq!(file, one_file(&subject));
    }

    #[test]
    fn what_is_hidden_is_not_in_the_file() {
        let published = made_up();
        let none = Tally::empty(&published.survey);
        let published = Published {
            released: Released::of(&published.survey, &none),
            ..published
        };
        let file = one_file(&Subject::of(published, DAY));
        assert!(file.contains(results::HIDDEN_WHY));
        assert!(file.contains(&format!("<td>{}</td>", results::HIDDEN)));
        for figure in ["<td>57</td>", "<td>+34</td>", ">57<"] {
            assert!(!file.contains(figure), "{figure}");
        }
        let whole = one_file(&Subject::of(made_up(), DAY));
        assert!(whole.contains("<td>57</td>") && whole.contains(">57<"));
    }

    #[test]
    fn the_file_has_the_colours_of_the_page() {
        let tokens = include_str!("../../../style/tokens.css");
        let colours = STYLE.split([';', '{', '}']).map(str::trim);
        let colours = colours.filter(|part| part.starts_with("--") && part.contains('#'));
        let colours = colours.collect::<Vec<_>>();
        assert_eq!(colours.len(), 10);
        for colour in colours {
            assert!(tokens.contains(&format!(" {colour};")), "{colour}");
        }
    }

    #[test]
    fn hostile_texts_are_text_in_the_file_and_nothing_else_is_in_it() {
        let all = payloads::all();
        let shares = all
            .len()
            .div_ceil(thread::available_parallelism().map_or(1, Into::into));
        thread::scope(|scope| {
            for share in all.chunks(shares) {
                scope.spawn(move || share.iter().for_each(|text| says_only(text)));
            }
        });
    }

    /// Reads the file of results that say `text` wherever they say anything.
    fn says_only(text: &str) {
        let subject = saying(text);
        let said = html_file::said(&one_file(&subject));
        let (shown, tidied) = (html_file::shown(text), tidy(text));
        let title = common::title(&format!("{}, {tidied}", results::TITLE));
        assert!(said.texts.contains(&title), "{text:?} in the title");
        assert_eq!(said.foot, results::foot(&subject.survey, DAY));
        let row = article::row_of(&shown);
        assert!(said.names.contains(&row), "{text:?} in a way");
        let count = |is_one: &dyn Fn(&str) -> bool| {
            let texts = said.texts.iter();
            texts.filter(|words| is_one(words)).count()
        };
        // A row may say of whom it is that they are split.
        let noted = format!("{shown}; ");
        let rows = count(&|words| words == shown || words.starts_with(&noted));
        assert!(rows >= ROWS, "{text:?} in {rows} rows");
        assert!(said.texts.contains(&tidied), "{text:?} over a card");
        let field = format!(" {tidied}");
        let fields = count(&|words| words == field);
        assert!(fields >= FIELDS, "{text:?} in {fields} fields");
    }

    /// The made-up results under other words, with an agreed card. Names and cards are tidied before they are kept; the
    /// wording of a file may be anything.
    fn saying(text: &str) -> Subject {
        let mut survey = example::survey();
        survey.team = tidy(text);
        survey.company = Some(tidy(text));
        let mut dimensions = survey.dimensions();
        for dimension in &mut dimensions {
            dimension.name = text.to_owned().into();
            for item in &mut dimension.items {
                item.label = text.to_owned().into();
                item.question = BySide::from_fn(|_| text.to_owned().into());
            }
        }
        survey.wording = Wording::of(dimensions);
        let published = Published {
            released: Released::of(&survey, &example::tally()),
            survey,
            ..made_up()
        };
        let blank = Card::blank("3.1");
        let card = Field::ALL.into_iter().fold(blank, |card, field| {
            card.with(field, if field.is_day() { "2026-12-15" } else { text })
        });
        let card = card.with(Field::Start, "2026-12-01");
        let card = card.with(Field::TimeBox, "2").kept_as(1, true);
        let mut subject = Subject::of(published, DAY);
        subject.agreed = subject.agreed_of(&[card]);
        assert_eq!(subject.agreed.len(), 1, "{text:?} is not agreed");
        subject
    }
}
