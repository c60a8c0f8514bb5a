//! Pictures that the page has saved: what their marks and numbers say.

use std::collections::BTreeSet;

use roxmltree::{Document, Node};

use crate::figures::Row;

/// The executives' colour.
const EXECUTIVES: [u8; 3] = [0xC2, 0x41, 0x0C];

/// The team's colour.
const TEAM: [u8; 3] = [0x00, 0x72, 0xB2];

/// The colour of labels and gaps.
const INK: [u8; 3] = [0x1F, 0x29, 0x37];

/// The colour of gaps that point nowhere.
const MUTED: [u8; 3] = [0x6B, 0x72, 0x80];

/// What stands in place of a value that may not be seen.
const HIDDEN: &str = "hidden";

/// A picture with fewer different colours has no letters on it.
const FEWEST_COLOURS: usize = 30;

/// Fewer dark pixels are no title.
const FEWEST_DARK: usize = 2_000;

/// Checks that an SVG file shows these rows.
pub(crate) fn shows(svg: &[u8], rows: &[Row]) {
    let text = str::from_utf8(svg).expect("an SVG file is UTF-8");
    let picture = Document::parse(text).expect("an SVG file is XML");
    for (place, row) in rows.iter().enumerate() {
        let id = format!("plumbline-row-{place}");
        let group = picture
            .descendants()
            .find(|node| node.attribute("id") == Some(&id));
        let group = group.unwrap_or_else(|| panic!("{} is not on the picture", row.label));
        shows_row(group, row);
    }
}

fn shows_row(group: Node<'_, '_>, row: &Row) {
    let label = texts(group, |_| true).join(" ");
    assert!(label.contains(row.label), "{} is not in {label}", row.label);
    shows_side(group, row, EXECUTIVES, "polygon", &row.executives);
    shows_side(group, row, TEAM, "circle", &row.team);
    let is_gap = |text: &Node<'_, '_>| {
        let is_ink = has_fill(text, INK) || has_fill(text, MUTED);
        is_ink && text.attribute("text-anchor") == Some("end")
    };
    let gap = if row.gap == HIDDEN {
        vec![]
    } else {
        vec![row.gap.clone()]
    };
    assert_eq!(texts(group, is_gap), gap, "the gap of {}", row.label);
}

/// A mark with its number beside it; or the word that stands there instead, and no mark.
fn shows_side(group: Node<'_, '_>, row: &Row, colour: [u8; 3], mark: &str, value: &str) {
    let marks = group
        .children()
        .filter(|node| node.has_tag_name(mark))
        .count();
    assert_eq!(
        marks,
        usize::from(value != HIDDEN),
        "marks of {}",
        row.label
    );
    let beside = texts(group, |text| has_fill(text, colour));
    let seen = if value == HIDDEN {
        texts(group, |_| true)
    } else {
        beside
    };
    assert!(
        seen.iter().any(|text| text == value),
        "{} {value}: {seen:?}",
        row.label
    );
}

fn has_fill(node: &Node<'_, '_>, colour: [u8; 3]) -> bool {
    let fill = format!("#{}", colour.map(|part| format!("{part:02x}")).concat());
    node.attribute("fill") == Some(&fill)
}

fn texts(group: Node<'_, '_>, is_meant: impl Fn(&Node<'_, '_>) -> bool) -> Vec<String> {
    let nodes = group.descendants().filter(|node| node.has_tag_name("text"));
    nodes
        .filter(is_meant)
        .map(|node| {
            node.descendants()
                .filter(|&part| part.is_text())
                .filter_map(|part| part.text())
                .collect()
        })
        .collect()
}

/// Checks that a PNG file is a slide with both marks and with letters on it.
pub(crate) fn is_a_slide(png: &[u8]) {
    let mut reader = png::Decoder::new(std::io::Cursor::new(png))
        .read_info()
        .expect("it is a PNG file");
    let size = reader.output_buffer_size().expect("it fits into memory");
    let mut bytes = vec![0; size];
    let info = reader.next_frame(&mut bytes).expect("it is whole");
    assert_eq!((info.width, info.height), (1_920, 1_080));
    let step = info.color_type.samples();
    let pixels = bytes[..info.buffer_size()].chunks(step);
    let pixels = Vec::from_iter(pixels.map(|pixel| [pixel[0], pixel[1], pixel[2]]));
    let colours = BTreeSet::from_iter(&pixels);
    assert!(
        colours.len() >= FEWEST_COLOURS,
        "it has {} colours",
        colours.len()
    );
    assert!(colours.contains(&EXECUTIVES), "no diamond is on it");
    assert!(colours.contains(&TEAM), "no circle is on it");
    let dark = pixels
        .iter()
        .filter(|pixel| pixel.iter().all(|part| *part < 0x60))
        .count();
    assert!(dark >= FEWEST_DARK, "it has {dark} dark pixels");
}
