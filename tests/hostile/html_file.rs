//! The one HTML file as a browser reads it: which elements and attributes it has, and which words.
//!
//! There is no reader of HTML among the crates. Of well-formed markup without declarations HTML and XML read the same, as
//! long as it has no element whose inside HTML reads in a way of its own. So what is no XML, and the style, is taken away
//! first by HTML's rules, and all the rest must be well-formed and of the elements below.

use std::collections::BTreeSet;

use roxmltree::{Document, Node};

/// What may be in the article, and in its pictures: nothing that runs, loads, sends or asks.
const ELEMENTS: &[&str] = &[
    "html", "head", "meta", "title", "body", "main", "section", "h1", "h2", "h3", "h4", "p",
    "strong", "a", "ul", "li", "figure", "div", "table", "caption", "thead", "tbody", "tr", "th",
    "td", "svg", "desc", "g", "rect", "circle", "polygon", "polyline", "text",
];

/// What may be said of them: no event, no style, no address but that of a row of the file itself.
const ATTRIBUTES: &[&str] = &[
    "aria-hidden",
    "aria-label",
    "aria-labelledby",
    "charset",
    "class",
    "content",
    "cx",
    "cy",
    "dir",
    "fill",
    "font-family",
    "font-size",
    "font-weight",
    "height",
    "href",
    "http-equiv",
    "id",
    "lang",
    "name",
    "paint-order",
    "points",
    "r",
    "role",
    "scope",
    "stroke",
    "stroke-dasharray",
    "stroke-linejoin",
    "stroke-width",
    "tabindex",
    "text-anchor",
    "text-rendering",
    "transform",
    "viewBox",
    "width",
    "x",
    "y",
];

/// What stands before the foot of the pages, and after it, at the end of the style.
const BEFORE_FOOT: &str = ":root { --foot: \"";
const AFTER_FOOT: &str = "\" }\n";

/// Letters that would end a text in a style, as they are written there (CSS Syntax, section 4.3.7).
const ESCAPES: [(&str, char); 4] = [("3c ", '<'), ("22 ", '"'), ("27 ", '\''), ("5c ", '\\')];

/// All that a file says.
#[derive(Debug)]
pub(crate) struct Said {
    /// Every text between two tags, from top to bottom, also those of pictures.
    pub(crate) texts: Vec<String>,
    /// The names of elements that are heard and not seen.
    pub(crate) names: Vec<String>,
    /// What stands at the foot of the pages on paper.
    pub(crate) foot: String,
}

/// What this file says; panics if it has anything in it that an article has not.
pub(crate) fn said(file: &str) -> Said {
    let file = file.strip_prefix("<!DOCTYPE html>\n");
    let file = file.expect("it begins as HTML");
    let (head, rest) = file.split_once("<style>").expect("it has a style");
    let (style, body) = rest.split_once("</style>\n").expect("the style ends");
    // HTML would end the style at any tag for that, in whatever letters.
    assert!(!style.contains('<'), "there is a tag in the style");
    let markup = closed(head) + body;
    assert!(
        !markup.contains("<!") && !markup.contains("<?"),
        "there is a declaration, a comment or an instruction"
    );
    let document = Document::parse(&markup).unwrap_or_else(|error| {
        let line = markup.lines().nth(error.pos().row as usize - 1);
        panic!("{error}: {line:?}")
    });
    has_only_what_it_may(&document);
    let texts = document.descendants().filter(Node::is_text);
    Said {
        texts: texts
            .filter_map(|text| text.text())
            .map(str::to_owned)
            .collect(),
        names: values(&document, "aria-label")
            .into_iter()
            .map(str::to_owned)
            .collect(),
        foot: foot(style),
    }
}

/// What the file shows of a text: one line, without what nobody sees and without marks that turn around what follows.
pub(crate) fn shown(text: &str) -> String {
    let line = text.replace(['\n', '\t', '\r'], " ");
    let turns_around =
        |letter: char| matches!(letter, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    line.chars()
        .filter(|letter| !letter.is_control() && !turns_around(*letter))
        .collect()
}

fn has_only_what_it_may(document: &Document<'_>) {
    for element in document.descendants().filter(Node::is_element) {
        let name = element.tag_name().name();
        assert!(ELEMENTS.contains(&name), "<{name}>");
        for attribute in element.attributes() {
            let attribute = attribute.name();
            assert!(ATTRIBUTES.contains(&attribute), "<{name} {attribute}>");
        }
    }
    // Of its `meta` elements only one tells the browser to do something, and that forbids.
    assert_eq!(
        values(document, "http-equiv"),
        ["Content-Security-Policy"],
        "what the browser is told"
    );
    let contents = values(document, "content");
    assert_eq!(contents.len(), 4, "{contents:?}");
    assert!(
        contents[0].starts_with("default-src 'none';"),
        "{contents:?}"
    );
    let ids: BTreeSet<&str> = values(document, "id").into_iter().collect();
    for way in values(document, "href") {
        let is_within = way.strip_prefix('#').is_some_and(|id| ids.contains(id));
        assert!(is_within, "{way:?} leads out of the file");
    }
}

/// The values of all attributes of this name, from top to bottom.
fn values<'a>(document: &'a Document<'_>, name: &str) -> Vec<&'a str> {
    let nodes = document.descendants();
    nodes.filter_map(|node| node.attribute(name)).collect()
}

/// The head, its `meta` elements ended as XML asks for it; each has a line of its own.
fn closed(head: &str) -> String {
    let lines = head.lines().map(|line| {
        let open = line.strip_suffix('>');
        let open = open.filter(|_| line.starts_with("<meta "));
        open.map_or_else(|| line.to_owned(), |open| format!("{open}/>"))
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// The last text in the style, read back.
fn foot(style: &str) -> String {
    let (_, foot) = style.rsplit_once(BEFORE_FOOT).expect("it has a foot");
    let foot = foot.strip_suffix(AFTER_FOOT);
    let foot = foot.expect("nothing follows the foot");
    assert!(!foot.contains(['"', '\n']), "it ends too early: {foot}");
    let mut pieces = foot.split('\\');
    let mut text = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let mut escapes = ESCAPES.into_iter();
        let escape = escapes.find_map(|(code, letter)| Some((letter, piece.strip_prefix(code)?)));
        let (letter, rest) = escape.expect("nothing else is escaped");
        text.push(letter);
        text.push_str(rest);
    }
    text
}
