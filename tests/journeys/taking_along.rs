//! What goes along into the meeting: the slides as a `PowerPoint` file, the article as one file.

use std::io::{Cursor, Read};

use plumbline::text::moves;
use roxmltree::{Document, Node};
use serde_json::Value;
use zip::ZipArchive;

use crate::{browser::Browser, office::Office, stage::journey};

/// The example's files.
pub(crate) const SLIDES: &str = "plumbline_claims-platform-team_slides_2026-11-20.pptx";
pub(crate) const ARTICLE: &str =
    "plumbline_claims-platform-team_executives-and-team-side-by-side_2026-11-20.html";
/// The first picture and its table.
const OVERVIEW: &str = "The six dimensions";
/// Slides of the example, how many of them have a picture, and how many of these are of one gap.
pub(crate) const COUNT: usize = 11;
const PICTURES: usize = 7;
const GAPS: usize = 4;
/// What stands at the foot of every slide, and among what is said of the method on the last.
const WHO: &str = "6 of 7 executives answered; 31 of 38 team members answered.";
const METHOD: &str = "Groups are shown from 5 answers.";
/// The largest file that mail takes, in bytes.
pub(crate) const LARGEST: usize = 5_000_000;
/// The browser draws no picture from now on.
const NO_PICTURES: &str = "HTMLCanvasElement.prototype.toBlob = (done) => done(null);";

#[test]
fn slides_are_saved_with_pictures_and_notes_and_nothing_is_asked_for() {
    journey(async |stage| {
        let organiser = stage.person("Olga").await;
        let address = stage.site.address("meeting.html#/deck/example/arrange");
        organiser.open(&address).await;
        organiser.heading("Arrange the slides").await;
        let before = organiser.requests().await;
        organiser.press("Save as PowerPoint").await;
        organiser.sees("Saved. Every slide has its text").await;
        let (file, _) = organiser.put_aside(SLIDES, "slides.pptx").await;
        let texts = texts(&file);
        let of = |start: &str| {
            texts
                .iter()
                .filter(|(name, _)| name.starts_with(start))
                .count()
        };
        assert_eq!(of("ppt/slides/slide"), COUNT);
        assert_eq!(of("ppt/notesSlides/notesSlide"), COUNT);
        assert_eq!(of("ppt/media/image"), PICTURES);
        assert_eq!(widths_of_pictures(&file), [3_840; PICTURES]);
        assert!(file.len() <= LARGEST, "{} bytes", file.len());
        let (_, opening) = texts
            .iter()
            .find(|(name, _)| name == "ppt/slides/slide1.xml")
            .unwrap();
        assert!(opening.contains("two views of AI at work"), "{opening}");
        is_the_deck_for_an_office_program(&file, &titles(&organiser).await);
        organiser.reload().await;
        organiser.press("Save as PowerPoint").await;
        organiser.sees("Saved. Every slide has its text").await;
        let again = organiser.downloaded(SLIDES).await;
        assert!(again == file, "the same slides are another file");
        assert_eq!(organiser.requests().await, before);
        assert_eq!(organiser.console_errors().await, [""; 0]);
    });
}

#[test]
fn where_pictures_cannot_be_drawn_words_stand_in_their_place() {
    journey(async |stage| {
        let organiser = stage.person("Olga").await;
        let address = stage.site.address("meeting.html#/deck/example/arrange");
        organiser.open(&address).await;
        organiser.heading("Arrange the slides").await;
        organiser.run(NO_PICTURES, Vec::new()).await.unwrap();
        organiser.press("Save as PowerPoint").await;
        organiser.sees("could not draw 7 pictures").await;
        let texts = texts(&organiser.downloaded(SLIDES).await);
        assert!(texts.iter().all(|(name, _)| !name.starts_with("ppt/media")));
        let overview = texts
            .iter()
            .find(|(name, _)| name == "ppt/slides/slide3.xml");
        let (_, overview) = overview.unwrap();
        assert!(
            overview.contains("Hands-on experience: executives 57"),
            "{overview}"
        );
    });
}

#[test]
fn the_article_as_one_file_shows_the_same_numbers_without_any_script() {
    journey(async |stage| {
        let reader = stage.person("Rita").await;
        reader
            .open(&stage.site.address("results.html#/example"))
            .await;
        let table = reader.text_of_table(OVERVIEW).await;
        let before = reader.requests().await;
        reader.press("Save as one file (HTML)").await;
        let file = String::from_utf8(reader.downloaded(ARTICLE).await).unwrap();
        assert_eq!(reader.requests().await, before);
        assert!(file.len() < 1_000_000, "{} bytes", file.len());
        assert!(file.contains("default-src 'none'") && !file.contains("<script"));
        for cell in table.iter().skip(1).flatten() {
            assert!(file.contains(&format!(">{cell}</t")), "{cell}");
        }
        assert_eq!(reader.console_errors().await, [""; 0]);
    });
}

/// How wide each picture in the slides is, in pixels, as its own head says (PNG, IHDR).
pub(crate) fn widths_of_pictures(file: &[u8]) -> Vec<u32> {
    let mut zip = ZipArchive::new(Cursor::new(file)).expect("it is a zip file");
    let mut widths = Vec::new();
    for place in 0..zip.len() {
        let mut part = zip.by_index(place).expect("it can be read");
        if !part
            .name()
            .expect("it has a name")
            .starts_with("ppt/media/")
        {
            continue;
        }
        let mut png = Vec::new();
        part.read_to_end(&mut png).expect("it can be read");
        let width = png[16..20].try_into().expect("four bytes");
        widths.push(u32::from_be_bytes(width));
    }
    widths
}

/// An office program that knows nothing of ours finds every slide with its title, its text, its foot and its notes, and
/// what the pictures show in words.
pub(crate) fn is_the_deck_for_an_office_program(file: &[u8], titles: &[String]) {
    let Some(office) = Office::find() else {
        return;
    };
    let read = String::from_utf8(office.convert(file, "pptx", "fodp", &[])).unwrap();
    let read = Document::parse(&read).unwrap();
    let pages: Vec<Node<'_, '_>> = all(read.root(), "page").collect();
    let found = pages.iter().map(|page| frame(*page, "class", "title"));
    assert_eq!(found.collect::<Vec<_>>(), titles);
    let last = pages.last().map(|page| frame(*page, "name", "Text"));
    assert!(last.unwrap_or_default().contains(METHOD));
    let (mut pictures, mut gaps) = (0, 0);
    for page in pages {
        assert!(frame(page, "class", "notes").len() > 20, "{}", words(page));
        let text = frame(page, "name", "Text");
        assert!(!text.is_empty(), "{}", words(page));
        let foot = foot(read.root(), page);
        assert!(foot.contains(WHO), "{foot}");
        let dimension = frame(page, "name", "Kicker");
        if let Some(moves) = moves::ALL.iter().find(|moves| moves.dimension == dimension) {
            is_of_a_gap(&text, moves.question);
            gaps += 1;
        }
        for picture in all(page, "frame").filter(|frame| all(*frame, "image").count() == 1) {
            let described = all(picture, "desc").map(words).collect::<String>();
            assert!(described.contains("executives"), "{described}");
            pictures += 1;
        }
    }
    assert_eq!((pictures, gaps), (PICTURES, GAPS));
}

/// The text of a gap's slide: what was asked, how sure the gap is, and at last the question to ask.
fn is_of_a_gap(text: &str, question: &str) {
    let parts = [
        "The team was asked: “",
        "Clear gap: unlikely to be only who happened to answer.",
        " points; it could be anywhere from ",
    ];
    for part in parts {
        assert!(text.contains(part), "{part}: {text}");
    }
    assert!(text.ends_with(&format!("Ask: {question}")), "{text}");
}

/// The words of the first frame that has this attribute; none if there is no such frame.
fn frame(page: Node<'_, '_>, name: &str, value: &str) -> String {
    let mut frames = all(page, "frame").filter(|frame| attribute(*frame, name) == Some(value));
    frames.next().map(words).unwrap_or_default()
}

/// The foot of a page, which says only by which name it stands at the head of all pages.
fn foot(root: Node<'_, '_>, page: Node<'_, '_>) -> String {
    let name = attribute(page, "use-footer-name");
    let mut feet = all(root, "footer-decl").filter(|foot| attribute(*foot, "name") == name);
    feet.next().map(words).unwrap_or_default()
}

/// The value of an attribute of this name in whichever namespace.
fn attribute<'a>(node: Node<'a, '_>, name: &str) -> Option<&'a str> {
    let mut attributes = node.attributes();
    let found = attributes.find(|attribute| attribute.name() == name);
    found.map(|attribute| attribute.value())
}

fn all<'a, 'input>(
    node: Node<'a, 'input>,
    name: &'static str,
) -> impl Iterator<Item = Node<'a, 'input>> {
    let nodes = node.descendants();
    nodes.filter(move |node| node.is_element() && node.tag_name().name() == name)
}

fn words(node: Node<'_, '_>) -> String {
    let texts = node.descendants().filter(Node::is_text);
    texts
        .filter_map(|text| text.text())
        .map(str::trim)
        .collect()
}

/// The titles of all slides, as the page lists them.
pub(crate) async fn titles(organiser: &Browser) -> Vec<String> {
    let script = "return [...document.querySelectorAll('.arrange__title')].map((title) => title.textContent)";
    let titles = organiser.run(script, Vec::new()).await.unwrap();
    let titles = titles
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(Value::as_str);
    let titles = titles.filter_map(|title| title.split_once(". "));
    titles.map(|(_, title)| title.to_owned()).collect()
}

/// The parts of the file; those that are no text are empty.
pub(crate) fn texts(file: &[u8]) -> Vec<(String, String)> {
    let mut archive = ZipArchive::new(Cursor::new(file)).unwrap();
    let mut parts = Vec::new();
    for place in 0..archive.len() {
        let mut part = archive.by_index(place).unwrap();
        let mut text = Vec::new();
        part.read_to_end(&mut text).unwrap();
        let name = part.name().unwrap().into_owned();
        parts.push((name, String::from_utf8(text).unwrap_or_default()));
    }
    parts
}
