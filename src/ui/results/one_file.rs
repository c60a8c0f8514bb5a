//! The article as one HTML file, with its pictures and tables: the same words and numbers as on the page.

use super::{
    line::{Behind, Line, gap_words},
    of_ten,
    picture::{Choice, Part, Subject, pictures},
    steps,
    story::{self, Article, Claim, Claims, Told, row_id},
};
use crate::{
    chart::{FONT_FAMILY, FONT_WOFF2, Format, Picture, Theme, palette::Palette},
    state::{Document, Node, node},
    text::{
        article, common, finding, one_file as words, results,
        topic::{self, EDUCATE_UP, HalfPage, MONDAY},
    },
};

/// All styles but the colours.
const STYLE: &str = include_str!("../../../style/file.css");

/// The file; `None` if it would be too large to be sent.
pub(super) fn one_file(subject: &Subject) -> Option<String> {
    let headline = finding::headline(&subject.results);
    let document = Document {
        title: &common::title(&headline),
        day: &subject.day.to_text(),
        style: &format!("{}{STYLE}", colours()),
        foot: &foot(subject),
        font: (FONT_FAMILY, FONT_WOFF2),
        body: node("body").child(main(subject, &headline)),
        tally: &subject.tally,
    };
    document.to_file()
}

/// What stands at the foot of every page that is printed.
pub(super) fn foot(subject: &Subject) -> String {
    let survey = &subject.survey;
    words::foot(
        &survey.team,
        survey.company.as_deref(),
        &subject.day.to_text(),
    )
}

/// Light and dark, from the colours of the pictures, which take part in both.
fn colours() -> String {
    let [light, dark] = [Theme::Light, Theme::Dark].map(|theme| {
        let palette = theme.palette();
        let colours = [
            ("ink", palette.text),
            ("soft", palette.muted),
            ("grid", palette.grid),
            ("executives", palette.executives),
            ("team", palette.team),
        ];
        let paper = palette.ground.map(|colour| ("paper", colour));
        let colours = colours.into_iter().chain(paper);
        let colours = colours.map(|(name, colour)| format!("--{name}:{};", colour.hex()));
        format!(":root{{{}}}", colours.collect::<String>())
    });
    let pictures = Palette::light_and_dark().map(|(light, dark)| {
        let [light, dark] = [light, dark].map(crate::chart::palette::Color::hex);
        ["fill", "stroke"]
            .map(|part| format!("figure [{part}=\"{light}\"]{{{part}:{dark}}}"))
            .concat()
    });
    let pictures = pictures.concat();
    format!("{light}\n@media screen and (prefers-color-scheme:dark){{{dark}{pictures}}}\n")
}

fn main(subject: &Subject, headline: &str) -> Node {
    let article = Article::of(subject);
    let choice = Choice::default();
    let (record, overview): (Vec<Part>, Vec<Part>) = pictures(subject, choice)
        .into_iter()
        .partition(|part| part.is_record);
    let beside = of_ten::part(subject, choice)
        .into_iter()
        .chain(steps::part(subject, choice));
    node("main")
        .child(kicker())
        .child(node("h1").attr("dir", "auto").text(headline))
        .child(auto("p", &subject.who()).class("lead"))
        .child(paragraph(&article::sure(&subject.results)))
        .child(paragraph(words::HOW_TO_READ))
        .children(overview.iter().flat_map(part))
        .children(gaps(subject, &article))
        .children(article.lists.iter().flat_map(list))
        .children(beside.flat_map(|beside| part(&beside)))
        .child(node("h2").text(article::RECORD))
        .children(record.iter().flat_map(shown))
        .child(method(subject))
}

/// The two marks and the name.
fn kicker() -> Node {
    let mark = |class: &str, shape: Node| {
        node("svg")
            .attr("viewBox", "0 0 20 20")
            .attr("aria-hidden", "true")
            .attr("fill", &format!("var(--{class})"))
            .child(shape)
    };
    let circle = node("circle")
        .attr("cx", "10")
        .attr("cy", "10")
        .attr("r", "8.5");
    let diamond = node("path").attr("d", "M10 0 20 10 10 20 0 10Z");
    node("p")
        .class("kicker")
        .child(mark("team", circle))
        .child(mark("executives", diamond))
        .child(node("span").text(results::TITLE))
}

fn paragraph(words: &str) -> Node {
    node("p").text(words)
}

fn small(words: &str) -> Node {
    paragraph(words).class("small")
}

/// An element whose words may come from people, in whichever direction they are written.
fn auto(name: &'static str, words: &str) -> Node {
    node(name).attr("dir", "auto").text(words)
}

/// The gaps with what to do about them.
fn gaps(subject: &Subject, article: &Article) -> Vec<Node> {
    let Some(title) = article.gaps_title else {
        return Vec::new();
    };
    let mut nodes = vec![node("h2").text(title)];
    nodes.extend(article.gaps_said.map(paragraph));
    nodes.extend(article.gaps.iter().flat_map(|told| gap(subject, told)));
    nodes
}

fn gap(subject: &Subject, told: &Told) -> Vec<Node> {
    let place = told.claim.place;
    let labelled = |label: &str, words: &str| {
        node("p")
            .child(node("strong").text(label))
            .text(&format!(" {words}"))
    };
    let mut nodes = vec![auto("h3", &told.title), claim("p", &told.claim)];
    if let Some(row) = story::row(subject, place) {
        let draw = |format| row.draw(format, Theme::Light).ok();
        let draw = |format| draw(format).map(|(picture, _)| picture);
        nodes.push(figure(&format!("told-{place}"), draw));
    }
    nodes.push(labelled(article::ASK, told.moves.question));
    nodes.push(labelled(article::TRY, told.moves.steps));
    nodes.extend(topic::of_item(&subject.results, place).map(|page| half_page(&page)));
    nodes
}

fn half_page(page: &HalfPage) -> Node {
    let monday = node("p")
        .child(node("strong").text(MONDAY))
        .text(&format!(" {}", page.monday));
    node("div")
        .class("topic")
        .child(small(EDUCATE_UP))
        .child(node("h4").text(page.title))
        .children(page.paragraphs.iter().map(|words| auto("p", words)))
        .child(monday)
}

/// A claim with the way to its numbers.
fn claim(name: &'static str, claim: &Claim) -> Node {
    let link = node("a")
        .class("to")
        .attr("href", &format!("#{}", row_id(claim.place)))
        .text(article::TO_ROW);
    auto(name, &claim.words).text(" ").child(link)
}

fn list(claims: &Claims) -> Vec<Node> {
    let mut nodes = vec![node("h2").text(claims.title)];
    nodes.extend(claims.said.iter().map(|words| paragraph(words)));
    if !claims.claims.is_empty() {
        let claims = claims.claims.iter().map(|found| claim("li", found));
        nodes.push(node("ul").children(claims));
    }
    nodes
}

/// A picture with its heading.
fn part(part: &Part) -> Vec<Node> {
    let mut nodes = vec![auto("h2", &part.title)];
    nodes.extend(shown(part));
    nodes
}

/// What a picture says, the picture, and its table.
fn shown(part: &Part) -> Vec<Node> {
    let mut nodes: Vec<Node> = part.said.iter().map(|words| auto("p", words)).collect();
    let draw = |format| part.chart.draw(format, Theme::Light).ok();
    nodes.push(figure(&part.id, draw));
    nodes.push(table(part));
    nodes
}

/// The picture twice: for wide pages, and for narrow ones, which styles show instead.
fn figure(id: &str, draw: impl Fn(Format) -> Option<Picture>) -> Node {
    let [wide, narrow] = [(Format::Slide, ""), (Format::Narrow, "-narrow")].map(|(format, end)| {
        let svg = draw(format).map(|picture| picture.on_page(&format!("{id}{end}")));
        svg.unwrap_or_default()
    });
    node("figure")
        .child(node("div").class("wide").picture(&wide))
        .child(
            node("div")
                .class("narrow")
                .attr("hidden", "hidden")
                .picture(&narrow),
        )
}

fn table(part: &Part) -> Node {
    let heads = results::COLUMNS.map(|head| node("th").attr("scope", "col").text(head));
    let rows = part.rows.iter().map(|line| row(line, part.is_record));
    let table = node("table")
        .child(auto("caption", &part.title))
        .child(node("thead").child(node("tr").children(heads)))
        .child(node("tbody").children(rows));
    node("div").class("frame").child(table)
}

fn row(line: &Line, is_record: bool) -> Node {
    let tr = match line.behind {
        // Claims of the article lead here.
        Behind::Item(place) if is_record => node("tr").attr("id", &row_id(place)),
        Behind::Item(_) | Behind::Dimension(_) => node("tr"),
    };
    let cells = [
        results::shown(line.shown.executive),
        results::shown(line.shown.team),
        gap_words(line.gap),
        line.range_words(),
        line.evidence_words(),
        results::n(line.shown.executive),
        results::n(line.shown.team),
    ];
    tr.child(auto("th", &line.label).attr("scope", "row"))
        .children(cells.map(|words| node("td").text(&words)))
}

/// What was asked of whom, when, and what the numbers cannot say.
fn method(subject: &Subject) -> Node {
    let said = [
        words::METHOD_LEAD,
        results::POINTS,
        finding::FLUKES,
        results::HIDDEN_WHY,
        results::CAVEAT,
        results::COVERAGE,
    ];
    node("footer")
        .child(node("h2").text(words::METHOD))
        .child(auto("p", &subject.who()).class("small"))
        .child(small(&words::closed(&subject.day.to_text())))
        .child(small(&results::minimum(&subject.survey)))
        .children(said.map(small))
        .child(small(words::ABOUT))
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests;
