//! The package: which parts there are, how they are tied together, and the container around them.

use std::{
    fmt::Write as _,
    io::{Cursor, Write as _},
};

use zip::{CompressionMethod, ZipWriter, write::SimpleFileOptions};

use super::{Deck, PptxError, slide};
use crate::codec::escape::escaped;

const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";
const PART: &str = "application/vnd.openxmlformats-officedocument.presentationml";
const MASTER: &str = include_str!("master.xml");
const NOTES_MASTER: &str = include_str!("notes_master.xml");
const THEME: &str = include_str!("theme.xml");
/// The layouts, in the order of [`slide::Layout`].
const LAYOUTS: [&str; 3] = [
    include_str!("layout_opening.xml"),
    include_str!("layout_text.xml"),
    include_str!("layout_picture.xml"),
];
/// The number of the first slide; lower ones are not allowed.
const FIRST_SLIDE: usize = 256;

/// A part of the package: its name and its bytes.
type Part = (String, Vec<u8>);

/// The whole package.
pub(super) fn package(deck: &Deck) -> Result<Vec<u8>, PptxError> {
    let mut parts = vec![
        xml("[Content_Types].xml", &content_types(deck)),
        xml("_rels/.rels", &root()),
        xml("docProps/core.xml", &core(deck)),
        xml("docProps/app.xml", APP),
        xml("ppt/presentation.xml", &presentation(deck)),
        xml("ppt/_rels/presentation.xml.rels", &presentation_rels(deck)),
    ];
    parts.extend(common(deck));
    for (slide, number) in deck.slides.iter().zip(1..) {
        parts.extend(of_slide(deck, slide, number));
    }
    contained(&parts).map_err(|_| PptxError::Container)
}

/// The parts in a container. Nothing is compressed: the pictures are already, and the rest is small.
fn contained(parts: &[Part]) -> zip::result::ZipResult<Vec<u8>> {
    let mut container = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Stored)
        .last_modified_time(zip::DateTime::DEFAULT);
    for (name, bytes) in parts {
        container.start_file(name.as_str(), options)?;
        container.write_all(bytes)?;
    }
    Ok(container.finish()?.into_inner())
}

/// What every slide stands on.
fn common(deck: &Deck) -> Vec<Part> {
    let theme = slide::coloured(THEME, &deck.colours);
    let mut master_ties: Vec<(&str, String)> = (1..=LAYOUTS.len())
        .map(|number| {
            (
                "slideLayout",
                format!("../slideLayouts/slideLayout{number}.xml"),
            )
        })
        .collect();
    master_ties.push(("theme", "../theme/theme1.xml".to_owned()));
    let mut parts = vec![
        xml("ppt/theme/theme1.xml", &theme),
        xml("ppt/theme/theme2.xml", &theme),
        xml("ppt/slideMasters/slideMaster1.xml", MASTER),
        xml(
            "ppt/slideMasters/_rels/slideMaster1.xml.rels",
            &rels(&master_ties),
        ),
        xml("ppt/notesMasters/notesMaster1.xml", NOTES_MASTER),
        xml(
            "ppt/notesMasters/_rels/notesMaster1.xml.rels",
            &rels(&[("theme", "../theme/theme2.xml".to_owned())]),
        ),
    ];
    let master = rels(&[("slideMaster", "../slideMasters/slideMaster1.xml".to_owned())]);
    for (layout, number) in LAYOUTS.iter().zip(1..) {
        let folder = "ppt/slideLayouts";
        parts.push(xml(&format!("{folder}/slideLayout{number}.xml"), layout));
        parts.push(xml(
            &format!("{folder}/_rels/slideLayout{number}.xml.rels"),
            &master,
        ));
    }
    parts
}

/// A slide with its notes and its picture.
fn of_slide(deck: &Deck, slide: &super::Slide, number: usize) -> Vec<Part> {
    let layout = slide::Layout::of(slide) as usize + 1;
    let mut ties = vec![
        (
            "slideLayout",
            format!("../slideLayouts/slideLayout{layout}.xml"),
        ),
        (
            "notesSlide",
            format!("../notesSlides/notesSlide{number}.xml"),
        ),
    ];
    let mut parts = Vec::new();
    if let Some(picture) = &slide.picture {
        ties.push(("image", format!("../media/image{number}.png")));
        parts.push((format!("ppt/media/image{number}.png"), picture.png.clone()));
    }
    let notes_ties = [
        ("notesMaster", "../notesMasters/notesMaster1.xml".to_owned()),
        ("slide", format!("../slides/slide{number}.xml")),
    ];
    let notes = format!("ppt/notesSlides/notesSlide{number}.xml");
    parts.extend([
        xml(
            &format!("ppt/slides/slide{number}.xml"),
            &slide::slide(deck, slide, number),
        ),
        xml(
            &format!("ppt/slides/_rels/slide{number}.xml.rels"),
            &rels(&ties),
        ),
        xml(&notes, &slide::notes(slide)),
        xml(
            &format!("ppt/notesSlides/_rels/notesSlide{number}.xml.rels"),
            &rels(&notes_ties),
        ),
    ]);
    parts
}

fn xml(name: &str, content: &str) -> Part {
    (name.to_owned(), format!("{HEAD}{content}").into_bytes())
}

/// Relationships; the first is `rId1`.
fn rels(ties: &[(&str, String)]) -> String {
    let mut out = format!("<Relationships xmlns=\"{PACKAGE}/relationships\">");
    for ((kind, target), number) in ties.iter().zip(1..) {
        tie(&mut out, number, &format!("{OFFICE}/{kind}"), target);
    }
    out + "</Relationships>"
}

fn tie(out: &mut String, number: usize, kind: &str, target: &str) {
    let _ = write!(
        out,
        "<Relationship Id=\"rId{number}\" Type=\"{kind}\" Target=\"{target}\"/>"
    );
}

fn root() -> String {
    let mut out = format!("<Relationships xmlns=\"{PACKAGE}/relationships\">");
    tie(
        &mut out,
        1,
        &format!("{OFFICE}/officeDocument"),
        "ppt/presentation.xml",
    );
    let core = format!("{PACKAGE}/relationships/metadata/core-properties");
    tie(&mut out, 2, &core, "docProps/core.xml");
    tie(
        &mut out,
        3,
        &format!("{OFFICE}/extended-properties"),
        "docProps/app.xml",
    );
    out + "</Relationships>"
}

fn content_types(deck: &Deck) -> String {
    let mut out = format!(
        "<Types xmlns=\"{PACKAGE}/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/><Default Extension=\"png\" ContentType=\"image/png\"/>"
    );
    let theme = "application/vnd.openxmlformats-officedocument.theme+xml";
    let properties = "application/vnd.openxmlformats-officedocument.extended-properties+xml";
    let core = "application/vnd.openxmlformats-package.core-properties+xml";
    let mut kinds = vec![
        ("docProps/core.xml".to_owned(), core.to_owned()),
        ("docProps/app.xml".to_owned(), properties.to_owned()),
        (
            "ppt/presentation.xml".to_owned(),
            format!("{PART}.presentation.main+xml"),
        ),
        ("ppt/theme/theme1.xml".to_owned(), theme.to_owned()),
        ("ppt/theme/theme2.xml".to_owned(), theme.to_owned()),
        numbered("slideMaster", 1),
        numbered("notesMaster", 1),
    ];
    kinds.extend((1..=LAYOUTS.len()).map(|number| numbered("slideLayout", number)));
    for number in 1..=deck.slides.len() {
        kinds.extend([numbered("slide", number), numbered("notesSlide", number)]);
    }
    for (name, kind) in kinds {
        let _ = write!(
            out,
            "<Override PartName=\"/{name}\" ContentType=\"{kind}\"/>"
        );
    }
    out + "</Types>"
}

/// The name of a part of this kind, and its content type.
fn numbered(kind: &str, number: usize) -> (String, String) {
    (
        format!("ppt/{kind}s/{kind}{number}.xml"),
        format!("{PART}.{kind}+xml"),
    )
}

const APP: &str = "<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\"><Application>Plumbline</Application></Properties>";

fn core(deck: &Deck) -> String {
    let day = format!("{}T00:00:00Z", deck.day.to_text());
    let title = escaped(&deck.title);
    format!(
        "<cp:coreProperties xmlns:cp=\"{PACKAGE}/metadata/core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><dc:title>{title}</dc:title><dc:creator>Plumbline</dc:creator><dcterms:created xsi:type=\"dcterms:W3CDTF\">{day}</dcterms:created><dcterms:modified xsi:type=\"dcterms:W3CDTF\">{day}</dcterms:modified></cp:coreProperties>"
    )
}

/// Ties: the master first, then the notes' master, the theme, and the slides.
fn presentation_rels(deck: &Deck) -> String {
    let mut ties = vec![
        ("slideMaster", "slideMasters/slideMaster1.xml".to_owned()),
        ("notesMaster", "notesMasters/notesMaster1.xml".to_owned()),
        ("theme", "theme/theme1.xml".to_owned()),
    ];
    let slides = 1..=deck.slides.len();
    ties.extend(slides.map(|number| ("slide", format!("slides/slide{number}.xml"))));
    rels(&ties)
}

fn presentation(deck: &Deck) -> String {
    let mut slides = String::new();
    for number in 0..deck.slides.len() {
        let (id, tie) = (FIRST_SLIDE + number, number + 4);
        let _ = write!(slides, "<p:sldId id=\"{id}\" r:id=\"rId{tie}\"/>");
    }
    let list = if slides.is_empty() {
        slides
    } else {
        format!("<p:sldIdLst>{slides}</p:sldIdLst>")
    };
    let (names, (width, height)) = (slide::NAMES, slide::SIZE);
    format!(
        "<p:presentation {names} saveSubsetFonts=\"1\"><p:sldMasterIdLst><p:sldMasterId id=\"2147483648\" r:id=\"rId1\"/></p:sldMasterIdLst><p:notesMasterIdLst><p:notesMasterId r:id=\"rId2\"/></p:notesMasterIdLst>{list}<p:sldSz cx=\"{width}\" cy=\"{height}\"/><p:notesSz cx=\"6858000\" cy=\"9144000\"/></p:presentation>"
    )
}
